/** Waivers: shown in every output, over when their day is over, refused when nobody needs them; and runs of what failed alone. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../engine/report.ts';
import { type ReferenceMpp, startReferenceMpp } from '../../reference/index.ts';
import { html } from '../../reporters/html.tsx';
import { commandLine } from '../support/command-line.ts';
import { sharedKeys } from '../support/judged.ts';
import { freshDirectory } from '../support/packages.ts';
import { readXml } from '../support/xml-tree.ts';

const run = commandLine();
const limit = 'sendOTP/OTP-12';
const length = 'sendOTP/sendOTP.acquirerId.maxLength';
/** A waiver holds for a year at most. */
const until = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
const waiver = {
  requirement: limit,
  owner: 'the OTP team',
  reason: 'the gateway has its own code until March',
  until,
};

let reference: ReferenceMpp | null = null;
/** A new one for each run: it counts the messages to each user. */
async function started(fault: readonly string[] = ['otp-limit-process-fail', 'otp-acquirer-id-limit-32']) {
  if (reference) await reference.close();
  reference = await startReferenceMpp({ fault, apis: ['sendOTP'], keys: await sharedKeys() });
}
beforeEach(() => started());
afterEach(async () => {
  await reference?.close();
  reference = null;
});
afterEach(() => {
  vi.unstubAllEnvs();
});

function configWith(...waivers: object[]): string {
  const path = join(freshDirectory(), 'config.json');
  writeFileSync(path, JSON.stringify({ ...reference?.config, waivers, run: { seed: 1 } }));
  return path;
}

/** A run that writes its report into a fresh directory. */
async function reported(...options: string[]) {
  const directory = join(freshDirectory(), 'report');
  const ran = await run('--report-dir', directory, ...options);
  const read = (name: string) => readFileSync(join(directory, name), 'utf8');
  return { ...ran, directory, read, report: JSON.parse(read('report.json')) as Report };
}

const keysWith = ({ requirements }: Report, outcome: string) =>
  requirements.filter((row) => row.outcome === outcome && row.kind !== 'group').map(({ key }) => key);
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

describe('a waiver', () => {
  test('is shown in every output, and its row fails nothing', async () => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    const config = configWith(waiver, { ...waiver, requirement: length });
    const { code, printed, told, read, report } = await reported('--config', config);
    expect(code).toBe(0);
    expect(report.verdict).toBe('conformant');
    expect(keysWith(report, 'waived').sort()).toEqual([limit, length].sort());
    expect(report.requirements.find(({ key }) => key === limit)).toMatchObject({
      outcome: 'waived',
      reason: 'waived',
      waiver: { owner: waiver.owner, reason: waiver.reason, until: waiver.until },
    });
    const files = ['report.html', 'summary.md', 'junit.xml', 'report.json'].map(read);
    for (const text of [printed, told, ...files]) {
      const plain = oneLine(text.replace(/<[^>]*>/g, ''));
      for (const word of ['OTP-12', waiver.until, waiver.owner, waiver.reason]) expect(plain + text).toContain(word);
    }
    expect(oneLine(printed)).toContain(
      `${limit} until ${until}, the OTP team: the gateway has its own code until March`,
    );
    expect(told).toContain(`::notice title=waived%3A ${limit} (MUST%2C normative)::`);
    expect(told).not.toContain('::error');
    const skipped = readXml(read('junit.xml'))
      .children.flatMap((suite) => suite.children)
      .filter(({ attributes }) => attributes.name?.startsWith('OTP-12 '))
      .flatMap(({ children }) => children.filter(({ name }) => name === 'skipped'));
    expect(skipped.map(({ attributes }) => attributes.message)).toEqual([
      `waived until ${until} by the OTP team: the gateway has its own code until March`,
    ]);
  });

  test('is shown even where the row follows from one that failed', async () => {
    const { report } = await reported('--config', configWith(waiver));
    const row = report.requirements.find(({ key }) => key === limit)!;
    row.consequenceOf = length;
    expect(html(report)).toMatch(/Inconclusive, warned, waived[\s\S]*OTP-12[\s\S]*the OTP team/);
  });

  test('leaves other failures as they are', async () => {
    const { code, report } = await reported('--config', configWith(waiver));
    expect(code).toBe(1);
    expect(keysWith(report, 'failed')).toEqual([length]);
  });

  test('is over after its last day', async () => {
    const config = configWith({ ...waiver, until: '2027-01-31' });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-31T23:59:00Z') });
    const stillOn = await run('--config', config, '--dry-run');
    vi.setSystemTime(new Date('2027-02-01T00:00:00Z'));
    const over = await run('--config', config, '--dry-run');
    vi.useRealTimers();
    expect(stillOn).toMatchObject({ code: 0, told: '' });
    expect(over).toEqual({
      printed: '',
      told: 'conformance: The waiver of sendOTP/OTP-12 expired on 2027-01-31 (owner: the OTP team). Remove it, or agree on a new date with its owner.\n',
      code: 2,
    });
  });

  test('holds for a year at most', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-27T12:00:00Z') });
    const aYear = await run('--config', configWith({ ...waiver, until: '2027-11-27' }), '--dry-run');
    const longer = await run('--config', configWith({ ...waiver, until: '2027-11-28' }), '--dry-run');
    vi.useRealTimers();
    expect(aYear).toMatchObject({ code: 0, told: '' });
    expect(longer).toEqual({
      printed: '',
      told: 'conformance: The waiver of sendOTP/OTP-12 ends on 2027-11-28, more than a year ahead. Choose a date up to 2027-11-27, and renew the waiver then if it is still needed.\n',
      code: 2,
    });
  });

  test('of no known requirement is refused', async () => {
    expect(await run('--config', configWith({ ...waiver, requirement: 'sendOTP/OTP-99' }))).toEqual({
      printed: '',
      told: 'conformance: waivers[0].requirement "sendOTP/OTP-99" is not a known requirement. Did you mean "sendOTP/OTP-09"?\n',
      code: 2,
    });
  });

  test('of a row that passes ends in exit code 2, with one sentence and what to do', async () => {
    const { code, printed, read, report } = await reported(
      ...['--config', configWith(waiver, { ...waiver, requirement: length }, { ...waiver, requirement: 'OTP-03' })],
    );
    const says = 'The waiver of sendOTP/OTP-03 (owner: the OTP team) is stale: the requirement passes.';
    expect(code).toBe(2);
    expect(report.run.exitCode).toBe(2);
    expect(report.diagnosis).toEqual([{ code: 'stale-waiver', says, cure: 'Remove it from waivers in the config.' }]);
    expect(oneLine(printed)).toContain(says);
    expect(oneLine(printed)).toContain('Remove it from waivers in the config.');
    expect(read('report.html')).toContain('is stale: the requirement passes.');
    expect(read('junit.xml')).toContain(`stale, waived until ${until} by the OTP team`);
    expect(oneLine(printed)).toMatch(/Exit code 2\. ?$/);
  });

  test('of a row that passes in a smoke run stays: too little was asked', async () => {
    const config = configWith(waiver, { ...waiver, requirement: 'OTP-03' });
    const { report } = await reported('--config', config, '--profile', 'smoke', '--only', 'OTP-03');
    expect(report.diagnosis).toEqual([]);
  });
});

describe('--only-failed', () => {
  test('runs what failed, with its seed, and passes where it is mended', async () => {
    const first = await reported('--config', configWith(), '--seed', '7');
    const failed = first.report.requirements.filter(({ outcome }) => outcome === 'failed').map(({ key }) => key);
    expect(keysWith(first.report, 'failed').sort()).toEqual([limit, length].sort());
    await started();
    const again = await reported('--config', configWith(), '--only-failed', first.directory);
    expect(again.report.run).toMatchObject({ seed: 7, narrowed: true, exitCode: 1 });
    expect(again.report.run.requests).toBeLessThan(first.report.run.requests / 3);
    const judged = again.report.requirements.filter(({ checks }) => checks.length > 0).map(({ key }) => key);
    expect(judged.filter((key) => !failed.includes(key))).toEqual([]);
    expect(keysWith(again.report, 'failed').sort()).toEqual([limit, length].sort());

    await started([]);
    const good = await reported('--config', configWith(), '--only-failed', join(first.directory, 'report.json'));
    expect(good.code).toBe(0);
    expect(keysWith(good.report, 'passed')).toEqual(expect.arrayContaining([limit, length]));
    expect(await run('--config', configWith(), '--only-failed', good.directory)).toEqual({
      printed: '',
      told: `conformance: Nothing failed in ${good.directory}. Run without --only-failed.\n`,
      code: 2,
    });
  });
});
