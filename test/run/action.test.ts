/** action.yml: its script is run as a build server would run it. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { reportFiles } from '../../reporters/names.ts';

const root = join(import.meta.dirname, '../..');
const call = promisify(execFile);
const patient = { timeout: 120_000 };

interface Action {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { value: string }>;
  runs: { using: string; steps: { id: string; env: Record<string, string>; run: string }[] };
}

let place = '';
let action: Action;

beforeAll(async () => {
  action = parse(await readFile(join(root, 'action.yml'), 'utf8'));
  place = await mkdtemp(join(tmpdir(), 'conformance-action-'));
  await mkdir(join(place, 'node_modules/.bin'), { recursive: true });
  await symlink(join(root, 'bin/conformance.js'), join(place, 'node_modules/.bin/conformance'));
});

afterAll(async () => {
  if (place) await rm(place, { recursive: true, force: true });
});

/** Runs the step with these inputs; gives its outputs, its page and its exit code. */
async function judged(inputs: Record<string, string>, environment: Record<string, string> = {}) {
  const [step] = action.runs.steps;
  const [outputs, page] = [join(place, 'outputs'), join(place, 'page.md')];
  await Promise.all([writeFile(outputs, ''), writeFile(page, '')]);
  const given = Object.entries(action.inputs).map(([name, input]) => [
    `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
    inputs[name] ?? input.default,
  ]);
  const env = {
    ...process.env,
    ...Object.fromEntries(given),
    ACTION_PATH: root,
    RUNNER_TEMP: place,
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: outputs,
    GITHUB_STEP_SUMMARY: page,
    ...environment,
  };
  const done = await call('bash', ['-c', step!.run], { cwd: place, env, maxBuffer: 2 ** 25 }).catch((error) => error);
  const lines = (await readFile(outputs, 'utf8')).trim().split('\n').filter(Boolean);
  return {
    code: done.code ?? 0,
    said: `${done.stdout}${done.stderr}`,
    page: await readFile(page, 'utf8'),
    outputs: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2))),
  };
}

test('hands every input to the script as a variable, and no input as text of it', () => {
  const [step] = action.runs.steps;
  expect(action.runs.using).toBe('composite');
  expect(step!.run).not.toContain('${{');
  const handed = Object.values(step!.env).join(' ');
  const named = Object.keys(action.inputs).filter((name) => name !== 'working-directory');
  expect(named.filter((name) => !handed.includes(`inputs.${name} `))).toEqual([]);
  expect(Object.keys(action.outputs)).toEqual(['verdict', 'report', 'exit-code']);
});

test('a conformant target: verdict, report and page of the job', patient, async () => {
  const { code, outputs, page, said } = await judged({ profile: 'smoke', args: '--seed 1 --api "sendOTP" --embedded' });
  expect(code, said).toBe(0);
  expect(outputs).toEqual({ verdict: 'conformant', report: 'conformance-report/report.html', 'exit-code': '0' });
  expect(said).toContain('::notice');
  expect(page).toMatch(/conformant/i);
  expect(await readFile(join(place, outputs.report!), 'utf8')).toContain('<html');
});

test('a fault of the config ends the step with 2, and nothing of an old report is left or named', patient, async () => {
  const directory = join(place, 'conformance-report');
  await mkdir(directory, { recursive: true });
  const files = [...Object.values(reportFiles), 'manifest.json'];
  for (const name of [...files, 'full-evidence.ndjson', 'kept.txt']) await writeFile(join(directory, name), '{}');
  const { code, outputs, said } = await judged({ config: 'missing.yaml' });
  expect(code).toBe(2);
  expect(outputs).toEqual({ verdict: '', report: '', 'exit-code': '2' });
  expect(said).toContain('missing.yaml');
  expect(await readdir(directory)).toEqual(['kept.txt']);
});

test(
  'without a target and without a config it is red, since nothing of the user would be judged',
  patient,
  async () => {
    const { code, outputs, said } = await judged({}, { CI: 'true' });
    expect(code).toBe(2);
    expect(said).toContain('CI is set, but no target is configured');
    expect(outputs).toMatchObject({ verdict: '' });
  },
);

test('what stands in an input is no command', patient, async () => {
  const { code } = await judged({ target: '$(touch hacked)', args: '--seed $(touch hacked) ; touch hacked' });
  expect(code).toBe(2);
  await expect(readFile(join(place, 'hacked'))).rejects.toThrow();
});
