/** The Vitest entry: run under a real Vitest, its outcomes are those of the command line, for a correct target and a faulty one. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report, RequirementRow } from '../../engine/report.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { sharedKeys } from '../support/judged.ts';

const root = join(import.meta.dirname, '../..');
const call = promisify(execFile);
const patient = { timeout: 300_000 };

let place = '';

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'conformance-vitest-'));
  await symlink(join(root, 'node_modules'), join(place, 'node_modules'));
});

afterAll(async () => {
  if (place) await rm(place, { recursive: true, force: true });
});

/** Runs a program that may end in any exit code. */
async function ended(program: string, args: readonly string[]): Promise<{ code: number; said: string }> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|CONFORMANCE_|GITHUB_)/.test(name)),
  );
  const options = { cwd: place, env, maxBuffer: 2 ** 26 };
  const done = await call(program, args, options).catch((error) => error);
  return { code: done.code ?? 0, said: `${done.stdout}${done.stderr}` };
}

/** What the command line makes of a target. */
async function byCommand(config: string): Promise<{ report: Report; code: number }> {
  const args = ['--config', config, '--report-dir', join(place, 'report')];
  const { code, said } = await ended(process.execPath, [join(root, 'bin/conformance.js'), ...args]);
  const text = await readFile(join(place, 'report/report.json'), 'utf8').catch(() => {
    throw new Error(said);
  });
  return { report: JSON.parse(text), code };
}

/** What Vitest makes of the same target: name of the test to its state, and the exit code. */
async function byVitest(config: string): Promise<{ states: Map<string, string>; code: number }> {
  const file = join(place, 'conformance.test.ts');
  const results = join(place, 'results.json');
  await writeFile(
    file,
    `import { conformance } from ${JSON.stringify(join(root, 'cli/vitest.ts'))};
import { describe, test } from 'vitest';
await conformance({ describe, test }, { configFile: ${JSON.stringify(config)} });
`,
  );
  const args = ['run', '--root', place, '--dir', place, '--reporter=json', `--outputFile=${results}`];
  const { code, said } = await ended(join(root, 'node_modules/.bin/vitest'), args);
  const text = await readFile(results, 'utf8').catch(() => {
    throw new Error(said);
  });
  const { testResults } = JSON.parse(text) as { testResults: { assertionResults: Assertion[] }[] };
  const states = testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status }) => [`${ancestorTitles[0]} ${title}`, status] as const),
  );
  return { states: new Map(states), code };
}

interface Assertion {
  ancestorTitles: string[];
  title: string;
  status: string;
}

/** The state that a row of the report has as a test. */
function stateOf({ outcome, level, basis }: RequirementRow): string {
  if (outcome === 'passed' || outcome === 'warned') return 'passed';
  if (outcome === 'failed' || outcome === 'harness-error') return 'failed';
  return outcome === 'inconclusive' && level === 'MUST' && basis !== 'position' ? 'failed' : 'skipped';
}

test.each([
  { fault: null, exitCode: 0 },
  { fault: 'otp-long-verify-request-id', exitCode: 1 },
])('says what the command line says: fault $fault', patient, async ({ fault, exitCode }) => {
  const reference = await startReferenceMpp({ fault, keys: await sharedKeys(), apis: ['sendOTP'] });
  try {
    const config = join(place, 'conformance.config.json');
    const run = { seed: 7 };
    await writeFile(config, JSON.stringify({ ...reference.config, apis: ['sendOTP'], run }));
    const { report, code } = await byCommand(config);
    expect(code).toBe(exitCode);
    const vitest = await byVitest(config);
    expect(vitest.code).toBe(exitCode === 0 ? 0 : 1);
    const judged = report.requirements.filter(({ reason }) => reason !== 'not-offered' && reason !== 'other-role');
    const named = new Map(judged.map((row) => [`${row.operation} ${row.id} ${row.says}`, row]));
    const expected = [...vitest.states.keys()]
      .filter((name) => name !== 'the run as a whole is conformant')
      .map((name) => [name, named.has(name) ? stateOf(named.get(name)!) : 'no row']);
    expect([...vitest.states].filter(([name]) => name !== 'the run as a whole is conformant')).toEqual(expected);
    expect(vitest.states.get('the run as a whole is conformant')).toBe(exitCode === 0 ? 'passed' : 'failed');
    // Nothing that the command line judged is missing among the tests.
    const settled = judged.filter(({ outcome }) => ['passed', 'failed', 'warned', 'inconclusive'].includes(outcome));
    expect(
      settled.filter((row) => !vitest.states.has(`${row.operation} ${row.id} ${row.says}`)).map((row) => row.key),
    ).toEqual([]);
  } finally {
    await reference.close();
  }
});
