/** `--full-evidence`: every exchange, byte for byte, in one file for its owner's eyes, whole however the run ends. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openEvidence } from '../../cli/run/evidence-file.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { EvidenceError, exchangeLine, readEvidence } from '../../engine/record/evidence.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { type ReferenceMpp, startReferenceMpp } from '../../reference/index.ts';
import { commandLine } from '../support/command-line.ts';
import { freshDirectory } from '../support/packages.ts';

const run = commandLine();
const head = '{"format":"alipayplus-conformance.full-evidence/2","target":{},"run":{}}\n';

async function written(reference: ReferenceMpp, directory: string): Promise<string> {
  const config = join(directory, 'config.json');
  writeFileSync(config, JSON.stringify(reference.config));
  return config;
}

describe('the file', () => {
  test('holds what went over the wire, and nothing else of the report does', async () => {
    const directory = freshDirectory();
    const reference = await startReferenceMpp({ apis: ['sendOTP'] });
    const config = await written(reference, directory);
    const reports = join(directory, 'reports');
    const options = ['--config', config, '--profile', 'smoke', '--seed', '4', '--report-dir', reports];
    const { code, told } = await run(...options, '--full-evidence', '--reporter', 'json');
    await reference.close();
    expect({ code, told }).toEqual({ code: 0, told: `conformance: Report written to ${reports}\n` });
    const path = join(reports, 'full-evidence.ndjson');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const { head: about, exchanges, requests, stopped } = readEvidence(readFileSync(path, 'utf8'));
    const report = JSON.parse(readFileSync(join(reports, 'report.json'), 'utf8'));
    expect(about.run).toMatchObject({ id: report.run.id, seed: 4, profile: 'smoke', nonce: null, attempt: null });
    expect(exchanges).toHaveLength(report.run.requests);
    const attempts = requests.flatMap((request) => request.attempts.map(({ exchange }) => exchange));
    expect(new Set(attempts).size).toBe(attempts.length);
    expect([...attempts].sort()).toEqual(exchanges.map(({ id }) => id).sort());
    expect(stopped).toBe(null);
    const [user] = (reference.config as { requests: { sendOTP: { accessToken: string }[] } }).requests.sendOTP;
    const token = user!.accessToken;
    expect(exchanges.some(({ request }) => Buffer.from(request.body).toString().includes(token))).toBe(true);
    for (const name of readdirSync(reports)) {
      if (name !== 'full-evidence.ndjson') expect(readFileSync(join(reports, name), 'utf8')).not.toContain(token);
    }
  });

  test('is written while the run goes on: a killed run leaves what it had', { timeout: 60_000 }, async () => {
    const directory = freshDirectory();
    const reference = await startReferenceMpp({ apis: ['sendOTP'], variant: 'jitter' });
    const config = await written(reference, directory);
    const path = join(directory, 'full-evidence.ndjson');
    const main = new URL('../../cli/main.ts', import.meta.url).href;
    const code = `import(${JSON.stringify(main)}).then(({ main }) => main(${JSON.stringify([
      ...['--config', config, '--concurrency', '1', '--report-dir', directory, '--full-evidence'],
    ])}))`;
    const child = spawn(process.execPath, ['--import', 'tsx', '-e', code], { stdio: 'ignore' });
    const recorded = () => (existsSync(path) ? readFileSync(path, 'utf8').split('"noAnswer"').length - 1 : 0);
    while (recorded() < 6 && child.exitCode === null) await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    await reference.close();
    const { exchanges } = readEvidence(readFileSync(path, 'utf8'));
    expect(exchanges.length).toBeGreaterThanOrEqual(5);
    expect(existsSync(join(directory, 'report.json'))).toBe(false);
  });

  test('is never an older one, nor somebody else’s through a link', async () => {
    const directory = freshDirectory();
    const elsewhere = join(freshDirectory(), 'elsewhere');
    writeFileSync(elsewhere, 'untouched');
    symlinkSync(elsewhere, join(directory, 'full-evidence.ndjson'));
    const { settings, close } = await prepareRun({ config: { target: 'http://127.0.0.1:9' } });
    await close();
    const file = openEvidence(directory, settings, { id: 'abcd', startedAt: 0 });
    expect(file.close()).toBe(null);
    expect(readFileSync(elsewhere, 'utf8')).toBe('untouched');
    expect(readEvidence(readFileSync(file.path, 'utf8')).head.run.id).toBe('abcd');
  });

  test('needs a directory', async () => {
    expect(await run('--full-evidence')).toEqual({
      printed: '',
      told: 'conformance: --full-evidence needs a report directory. Add --report-dir DIR.\n',
      code: 2,
    });
  });
});

describe('its lines', () => {
  const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array));
  const headers = fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 4 });
  const exchange: fc.Arbitrary<Exchange> = fc.record({
    id: fc.string(),
    operation: fc.string(),
    probe: fc.string(),
    title: fc.string({ unit: 'binary' }),
    marker: fc.string(),
    composedAt: fc.nat(),
    startedAt: fc.nat(),
    durationMs: fc.nat(),
    request: fc.record({ method: fc.string(), path: fc.string(), headers, body: bytes }),
    response: fc.option(fc.record({ status: fc.nat(599), headers, body: bytes, truncated: fc.boolean() })),
    noAnswer: fc.constant(null),
  });

  test('say every exchange whole', () => {
    fc.assert(
      fc.property(fc.array(exchange, { maxLength: 5 }), (exchanges) => {
        expect(readEvidence(head + exchanges.map(exchangeLine).join('')).exchanges).toEqual(exchanges);
      }),
      { numRuns: 50 },
    );
  });

  test('are read without the last one where it was cut off', () => {
    const [one] = fc.sample(exchange, { numRuns: 1, seed: 1 });
    expect(readEvidence(`${head}${exchangeLine(one!)}{"id":"x2","oper`).exchanges).toEqual([one]);
  });

  test.each([
    ['', 'it does not begin like a file of full evidence'],
    ['{"exchanges":1}\n', 'it does not begin like a file of full evidence'],
    [`${head}nonsense\n`, 'its line 2 is not JSON'],
    [`${head}{"id":"x1"}\n`, 'its line 2 is not an exchange'],
    [`${head}null\n`, 'its line 2 is not an exchange'],
  ])('that are none are named: %j', (text, says) => {
    expect(() => readEvidence(text)).toThrow(EvidenceError);
    expect(() => readEvidence(text)).toThrow(says);
  });
});
