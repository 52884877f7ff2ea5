/** The published package: packed, installed in an empty project, and used there in each of its three ways. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sourceDigest } from '../../cli/certify/source-digest.ts';
import { checkedPackage } from '../../cli/verify/check-package.ts';
import {
  callInstalled,
  emptyProject,
  installedSteps,
  packed,
  plainEnvironment,
  quietly,
  whileServed,
} from '../support/installed.ts';

const root = join(import.meta.dirname, '../..');
const call = promisify(execFile);
const patient = { timeout: 300_000 };

let place = '';
let tarball = '';
let project = '';

/** Runs a program in the project, without what this test run put into the environment. */
async function inProject(program: string, args: readonly string[], directory = project) {
  return call(program, args, { cwd: directory, env: plainEnvironment(), maxBuffer: 2 ** 25 });
}

beforeAll(async () => {
  // `npm test` builds first; a build here would pull the files from under the tests that run beside this one.
  if (!existsSync(join(root, 'dist/cli.js'))) await call('npm', ['run', 'build'], { cwd: root });
  place = await mkdtemp(join(tmpdir(), 'conformance-package-'));
  tarball = await packed(place);
  project = await emptyProject(place, 'a-user');
  await inProject('npm', ['install', '-D', ...quietly, tarball]);
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
    expect(files.filter((name) => /(?<!\.d)\.tsx?$|\.test\.|\.pem$|node_modules|(^|\/)\./.test(name))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(['generated/openapi.yaml', 'generated/report.schema.json', 'spec/common.yaml']),
    );
  });
});

describe('its documents', () => {
  const directory = () => join(project, 'node_modules/alipayplus-conformance');

  test('are there, and lead nowhere that is not', async () => {
    const pages = await readdir(join(root, 'docs'));
    const names = ['README.md', ...pages.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];
    expect(names.length).toBeGreaterThan(10);
    const dead: string[] = [];
    for (const name of names) {
      const text = await readFile(join(directory(), name), 'utf8');
      for (const [, link = ''] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
        if (/^[a-z]+:/.test(link) || existsSync(join(directory(), dirname(name), link))) continue;
        dead.push(`${name}: ${link}`);
      }
    }
    expect(dead).toEqual([]);
  });

  test('and the addresses of the project are named', async () => {
    const { repository, homepage, bugs } = JSON.parse(await readFile(join(directory(), 'package.json'), 'utf8'));
    for (const address of [repository.url, homepage, bugs.url]) expect(address).toContain('alipayplus-conformance');
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
    const options = ['--embedded', '--profile', 'smoke', '--seed', '1', '--report-dir', 'demonstration'];
    const { stdout } = await inProject(bin(), options);
    expect(stdout).toMatch(/^Conformant: .*Exit code 0\.$/m);
    const report = JSON.parse(await readFile(join(project, 'demonstration/report.json'), 'utf8'));
    expect(report.verdict).toBe('conformant');
    expect(await readdir(join(project, 'demonstration'))).toEqual(expect.arrayContaining(['report.html', 'junit.xml']));
  });

  test('compiles a spec of the user', patient, async () => {
    const config = 'node_modules/alipayplus-conformance/examples/specs/conformance.config.yaml';
    expect((await inProject(bin(), ['--config', config, '--dry-run'])).stdout).toMatch(/verifyOTP {2}\d+ checks/);
  });

  test('has no command that is not called here', patient, async () => {
    const { stdout } = await inProject(bin(), ['--help']);
    const listed = /^Commands:\n((?: {2}\S.*\n)+)/m.exec(stdout)?.[1] ?? '';
    const names = [...listed.matchAll(/^ {2}([\w-]+)/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual([...installedSteps.map(({ command }) => command), 'serve', 'proxy'].sort());
  });

  test('does everything that --help lists, certify and verify too', patient, async () => {
    await whileServed(process.execPath, project, async () => {
      for (const { command, args, code, says } of installedSteps) {
        const ended = await callInstalled(process.execPath, project, args);
        expect({ command, code: ended.code }, ended.output).toEqual({ command, code });
        expect(ended.output).toMatch(says);
      }
    });
    const manifest = JSON.parse(await readFile(join(project, 'package/manifest.json'), 'utf8'));
    // A package of the installed suite and one of this checkout are of the same suite.
    expect(manifest.suite.digest).toBe(sourceDigest(root));
    const { findings } = await checkedPackage(join(project, 'package'), { signer: null, targetKey: null, nonce: null });
    expect(findings).toEqual([]);
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
  const directory = await emptyProject(place, `vitest-${version}`);
  await inProject('npm', ['install', '-D', ...quietly, `vitest@${version}`, tarball], directory);
  await writeFile(join(directory, 'alipayplus.test.ts'), vitestFile);
  const args = ['run', '--reporter=json', '--outputFile=results.json'];
  await inProject(join(directory, 'node_modules/.bin/vitest'), args, directory).catch((error) => {
    throw new Error(`${error.stdout}${error.stderr}`);
  });
  const results = JSON.parse(await readFile(join(directory, 'results.json'), 'utf8'));
  expect(results.numFailedTests).toBe(0);
  expect(results.numPassedTests).toBeGreaterThan(30);
}
