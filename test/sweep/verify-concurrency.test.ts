/** A recorded run is judged again with the same result, however many requests were under way at once and however short the budget was. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configCopy } from '../../cli/certify/config-copy.ts';
import type { Config } from '../../cli/config/shape.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { compared } from '../../cli/verify/compare-reports.ts';
import { recomputed } from '../../cli/verify/recompute.ts';
import type { Report } from '../../engine/report.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { type ReferenceMpp, startReferenceMpp } from '../../reference/index.ts';
import { startFront } from '../support/fronts.ts';
import { recordedRun } from '../support/recorded-run.ts';

let jittery: ReferenceMpp;
let mistaken: ReferenceMpp;

beforeAll(async () => {
  jittery = await startReferenceMpp({ apis: ['sendOTP'], variant: 'jitter' });
  mistaken = await startReferenceMpp({ apis: ['sendOTP', 'tokenDigitizeDecision'], fault: 'signature-only-measured' });
});

afterAll(async () => {
  await jittery.close();
  await mistaken.close();
});

interface JudgedAgain {
  readonly report: Report;
  readonly again: Awaited<ReturnType<typeof recomputed>>;
  readonly exchanges: readonly Exchange[];
}

interface Manner {
  readonly maxSends: number;
  /** Where it is asked, if not at its own address. */
  readonly target?: string;
}

/** Runs, writes the record down, reads it, and judges it again. */
async function judgedAgain(
  reference: ReferenceMpp,
  run: NonNullable<Config['run']>,
  { maxSends, target = reference.url }: Manner,
): Promise<JudgedAgain> {
  const config = { ...(structuredClone(reference.config) as Config), target };
  config.limits = { sendOTP: { ...config.limits?.sendOTP, maxSends } };
  const { settings } = await prepareRun({ config, overrides: { run: { seed: 3, ...run } } });
  const { report, record } = await recordedRun(settings);
  return { report, exchanges: record.exchanges, again: await recomputed(configCopy(settings).settings, record) };
}

describe('with five messages to spend, and answers that take their time,', () => {
  const meanings = new Map<string, string>();
  /** The budget decides whose turn it is: a body without the name of its user. */
  const anyUser = (body: Uint8Array) => {
    const { requests } = jittery.config as { requests: { sendOTP: { accessToken: string }[] } };
    const users = requests.sendOTP.map(({ accessToken }) => accessToken);
    return users.reduce((text, user) => text.replaceAll(user, 'USER'), Buffer.from(body).toString());
  };

  test.each([1, 4, 16])('%d at once', async (concurrency) => {
    const { report, again, exchanges } = await judgedAgain(jittery, { concurrency }, { maxSends: 5 });
    expect(again.mismatches).toEqual([]);
    expect(compared(report, again.report)).toEqual([]);
    expect(report.run.sent.sendOTP).toBeLessThanOrEqual(5);
    // The name of a probe means the same request, whatever came before it.
    for (const { operation, probe, request } of exchanges) {
      const meant = `${operation}: ${request.method} ${request.path} ${anyUser(request.body)}`;
      expect(meanings.get(probe) ?? meant).toBe(meant);
      meanings.set(probe, meant);
    }
    expect(new Set(exchanges.map(({ probe }) => probe)).size).toBe(exchanges.length);
  });
});

test('a target with a fault, and a rate that slows the run', async () => {
  const { report, again } = await judgedAgain(mistaken, { concurrency: 6, rate: 400 }, { maxSends: 30 });
  expect(report.verdict).toBe('not-conformant');
  expect(again.mismatches).toEqual([]);
  expect(compared(report, again.report)).toEqual([]);
});

describe('a target of five servers, one of them down, so that many requests are retried,', () => {
  test.each([1, 8])('%d at once', async (concurrency) => {
    const front = await startFront(Number(new URL(jittery.url).port), { oneDownOf: 5 });
    try {
      const target = `http://127.0.0.1:${front.port}`;
      const { report, again } = await judgedAgain(jittery, { concurrency }, { maxSends: 30, target });
      expect(report.totals.inconclusive).toBeGreaterThan(10);
      expect(again.mismatches).toEqual([]);
      expect(compared(report, again.report)).toEqual([]);
    } finally {
      await front.close();
    }
  });
});
