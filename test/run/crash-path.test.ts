/** An error of the suite itself: the report of what was judged so far is written, and nothing that the error says reaches an output. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { faultText } from '../../engine/fault-text.ts';
import type { Report } from '../../engine/report.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { commandLine } from '../support/command-line.ts';
import { sharedKeys } from '../support/judged.ts';

const secret = 'tokS3cret-Crash-0001';
const planted = vi.hoisted(() => ({ at: '' }));

/** Throws at one place what an inner error may say. */
const throwing = vi.hoisted(() => (place: string) => {
  if (planted.at !== place) return;
  // The judge asks what the driver asks.
  planted.at = '';
  throw new SyntaxError(`Unexpected token in "tokS3cret-Crash-0001" \u001b[31m\u202e is not valid`);
});

vi.mock('../../engine/judge/observations.ts', async (original) => {
  const module = await original<typeof import('../../engine/judge/observations.ts')>();
  return {
    ...module,
    judgeObservations: (...args: Parameters<typeof module.judgeObservations>) => {
      throwing('the judge');
      return module.judgeObservations(...args);
    },
  };
});
vi.mock('../../engine/report/evidence-shown.ts', async (original) => {
  const module = await original<typeof import('../../engine/report/evidence-shown.ts')>();
  return {
    ...module,
    evidenceOf: (...args: Parameters<typeof module.evidenceOf>) => {
      throwing('the report');
      return module.evidenceOf(...args);
    },
  };
});
vi.mock('../../engine/record/asked-again.ts', async (original) => {
  const module = await original<typeof import('../../engine/record/asked-again.ts')>();
  return {
    ...module,
    suspectsIn: (...args: Parameters<typeof module.suspectsIn>) => {
      throwing('the driver');
      return module.suspectsIn(...args);
    },
  };
});

const run = commandLine();
let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'conformance-crash-'));
});
afterEach(() => {
  planted.at = '';
  rmSync(directory, { recursive: true, force: true });
});

/** A run against a faulty reference: the driver asks again only what fails. */
async function crashed(at: string) {
  const reference = await startReferenceMpp({
    keys: await sharedKeys(),
    apis: ['sendOTP'],
    fault: 'send-otp-access-token-max-length-unchecked',
  });
  const config = join(directory, 'config.json');
  writeFileSync(config, JSON.stringify({ ...reference.config, headers: { 'X-Gateway': secret } }));
  planted.at = at;
  try {
    const ran = await run('--config', config, '--seed', '1', '--report-dir', join(directory, 'report'));
    const files = readdirSync(join(directory, 'report'));
    const texts = files.map((name) => readFileSync(join(directory, 'report', name), 'utf8'));
    const report: Report = JSON.parse(readFileSync(join(directory, 'report', 'report.json'), 'utf8'));
    return { ...ran, files, report, all: [...texts, ran.printed, ran.told].join('\n') };
  } finally {
    await reference.close();
  }
}

describe('an error in', () => {
  test.each(['the judge', 'the report', 'the driver'])(
    '%s ends in a report that says so, and in nothing else',
    async (at) => {
      const { code, report, files, all } = await crashed(at);
      expect(files).toContain('report.html');
      expect(report.diagnosis.map((one) => one.code)).toContain('suite-fault');
      expect(report.diagnosis[0]?.says).toMatch(/SyntaxError at /);
      // What the driver had recorded is judged all the same: it fails.
      expect({ code, verdict: report.verdict }).toEqual(
        at === 'the driver' ? { code: 1, verdict: 'not-conformant' } : { code: 5, verdict: 'error' },
      );
      expect(report.run.requests > 0 || at === 'the report').toBe(true);
      expect(all).not.toContain(secret);
      expect(all).not.toContain('tokS3cret');
      expect(all.replaceAll('\n', '')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e]/);
    },
  );
});

describe('the text of an error', () => {
  test.each([
    [
      new TypeError("Cannot read properties of undefined (reading 'tokS3cret')"),
      /^TypeError: a property of undefined is read at /,
    ],
    [new SyntaxError(`Unexpected token 't', "tokS3cret" is not valid JSON`), /^SyntaxError: a text is not JSON at /],
    [Object.assign(new Error('tokS3cret'), { code: 'ENOENT' }), /^Error \(ENOENT\) at /],
    [Object.assign(new Error('x'), { code: 'tokS3cret', name: 'tok S3cret' }), /^Error at /],
    [new Error('x\n    at tokS3cret (/a/tokS3cret.js:1:1)'), /^Error at /],
    ['tokS3cret', /^an error without a name$/],
  ])('names its kind and place, and none of its values (%#)', (error, says) => {
    expect(faultText(error)).toMatch(says);
    expect(faultText(error)).not.toContain('tokS3cret');
    expect(faultText(error)).not.toContain('\n');
  });
});
