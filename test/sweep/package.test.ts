/** The published package: packed, installed in an empty project, and used there in each of its three ways. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const call = promisify(execFile);
const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--prefer-offline', '--loglevel=error'];
const patient = { timeout: 300_000 };

let place = '';
let tarball = '';
let project = '';

/** Runs a program in the project, without what this test run put into the environment. */
async function inProject(program: string, args: readonly string[], directory = project) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VITEST|NODE_ENV|npm_|CONFORMANCE_|GITHUB_|FORCE_COLOR)/.test(name),
    ),
  );
  return call(program, args, { cwd: directory, env, maxBuffer: 2 ** 25 });
}

async function emptyProject(name: string): Promise<string> {
  const directory = join(place, name);
  await mkdir(directory);
  await writeFile(join(directory, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  return directory;
}

beforeAll(async () => {
  // `npm test` builds first; a build here would pull the files from under the tests that run beside this one.
  if (!existsSync(join(root, 'dist/cli.js'))) await call('npm', ['run', 'build'], { cwd: root });
  place = await mkdtemp(join(tmpdir(), 'conformance-package-'));
  const { stdout } = await call('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', place], {
    cwd: root,
  });
  tarball = join(place, (JSON.parse(stdout) as { filename: string }[])[0]!.filename);
  project = await emptyProject('a-user');
  await inProject('npm', ['install', '-D', ...quiet, tarball]);
}, patient.timeout);

afterAll(async () => {
  if (place) await rm(place, { recursive: true, force: true });
});

async function bytesUnder(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe('what is installed', () => {
  test('is at most 15 packages', async () => {
    const lock = JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8'));
    const names = Object.keys(lock.packages).filter((name) => name !== '');
    expect(names.length, names.join(' ')).toBeLessThanOrEqual(15);
  });

  test('is at most 10 MB', async () => {
    const bytes = await bytesUnder(join(project, 'node_modules'));
    expect(bytes / 2 ** 20).toBeLessThanOrEqual(10);
  });

  test('runs nothing at install time', async () => {
    const lock = JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8'));
    const packages = Object.entries(lock.packages as Record<string, { hasInstallScript?: boolean }>);
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name);
    expect(scripted).toEqual([]);
  });

  test('holds no source, no test and no key', async () => {
    const files = await readdir(join(project, 'node_modules/alipayplus-conformance'), { recursive: true });
    expect(files.filter((name) => /(?<!\.d)\.tsx?$|\.test\.|\.pem$|(^|\/)\./.test(name))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(['generated/openapi.yaml', 'generated/report.schema.json', 'spec/common.yaml']),
    );
  });
});

describe('its description', () => {
  test('has nothing that publint complains of', patient, async () => {
    const { messages } = await publint({ pkgDir: join(project, 'node_modules/alipayplus-conformance'), strict: true });
    expect(messages.filter(({ type }) => type !== 'suggestion')).toEqual([]);
  });

  test('resolves to types in every way an ES module is imported', patient, async () => {
    const attw = join(root, 'node_modules/.bin/attw');
    const entries = ['--entrypoints', '.', './vitest'];
    const options = ['--profile', 'esm-only', '--format', 'json', ...entries];
    const { stdout } = await call(attw, [tarball, ...options], { maxBuffer: 2 ** 25 });
    const { analysis } = JSON.parse(stdout);
    const serious = (analysis.problems as Problem[]).filter(({ kind, resolutionKind = '' }) => {
      // CommonJS can import() it, but the days of Node before `exports` are over.
      return kind !== 'CJSResolvesToESM' && !['node10', 'node16-cjs'].includes(resolutionKind);
    });
    expect(serious).toEqual([]);
    expect(Object.keys(analysis.entrypoints)).toEqual(['.', './vitest']);
    expect(analysis.types).toMatchObject({ kind: 'included' });
  });

  interface Problem {
    kind: string;
    resolutionKind?: string;
  }
});

describe('the command', () => {
  const bin = () => join(project, 'node_modules/.bin/conformance');

  test('tells its version', patient, async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect((await inProject(bin(), ['--version'])).stdout).toBe(`${version}\n`);
    expect((await inProject('npx', ['--no-install', 'alipayplus-conformance', '--version'])).stdout).toBe(
      `${version}\n`,
    );
  });

  test('judges the embedded reference and writes the report', patient, async () => {
    const { stdout } = await inProject(bin(), ['--profile', 'smoke', '--seed', '1', '--report-dir', 'out']);
    expect(stdout).toMatch(/^Conformant: .*Exit code 0\.$/m);
    const report = JSON.parse(await readFile(join(project, 'out/report.json'), 'utf8'));
    expect(report.verdict).toBe('conformant');
    expect(await readdir(join(project, 'out'))).toEqual(expect.arrayContaining(['report.html', 'junit.xml']));
  });
});

const programme = `import { type Report, run, UsageError } from 'alipayplus-conformance';

const report: Report = await run({ run: { profile: 'smoke', seed: 1 } }, { api: ['sendOTP'] });
const refused = await run({ role: 'mpp', target: 'nowhere' }).catch((error: unknown) => error instanceof UsageError);
console.log(JSON.stringify({ verdict: report.verdict, refused }));
// @ts-expect-error A role that does not exist is refused by the types.
run({ role: 'bank' }).catch(() => {});
`;

describe('the programmatic entry', () => {
  test('runs, and its types hold', patient, async () => {
    await writeFile(join(project, 'programme.mts'), programme);
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const strict = ['--strict', '--target', 'es2022', '--skipLibCheck', 'false'];
    for (const how of [
      ['--module', 'nodenext'],
      ['--module', 'esnext', '--moduleResolution', 'bundler'],
    ]) {
      await inProject(process.execPath, [tsc, ...strict, ...how, '--lib', 'es2023,dom', 'programme.mts']).catch(
        (error) => {
          throw new Error(error.stdout);
        },
      );
    }
    const { stdout } = await inProject(process.execPath, ['programme.mjs']);
    expect(JSON.parse(stdout)).toEqual({ verdict: 'conformant', refused: true });
  });
});

const vitestFile = `import { conformance } from 'alipayplus-conformance/vitest';
import { describe, test } from 'vitest';
await conformance({ describe, test }, { config: { apis: ['sendOTP'], run: { profile: 'smoke', seed: 1 } } });
`;

const [major, minor] = process.versions.node.split('.').map(Number) as [number, number];
const vitest5Runs = major > 22 || (major === 22 && minor >= 12);

describe('the Vitest entry', () => {
  test('runs under Vitest 4', patient, () => underVitest(4));

  test.skipIf(!vitest5Runs)('runs under Vitest 5 (which needs Node 22.12 or later)', patient, () => underVitest(5));
});

async function underVitest(version: number): Promise<void> {
  const directory = await emptyProject(`vitest-${version}`);
  await inProject('npm', ['install', '-D', ...quiet, `vitest@${version}`, tarball], directory);
  await writeFile(join(directory, 'alipayplus.test.ts'), vitestFile);
  const args = ['run', '--reporter=json', '--outputFile=results.json'];
  await inProject(join(directory, 'node_modules/.bin/vitest'), args, directory).catch((error) => {
    throw new Error(`${error.stdout}${error.stderr}`);
  });
  const results = JSON.parse(await readFile(join(directory, 'results.json'), 'utf8'));
  expect(results.numFailedTests).toBe(0);
  expect(results.numPassedTests).toBeGreaterThan(30);
}
