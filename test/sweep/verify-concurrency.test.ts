/** A recorded run is told again exactly, however many requests were under way at once and however short the budget was. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { configCopy } from '../../cli/certify/config-copy.ts';
import type { Config } from '../../cli/config/shape.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { newIdentity, runConformance } from '../../cli/run/run-conformance.ts';
import { compared } from '../../cli/verify/compare-reports.ts';
import { recomputed } from '../../cli/verify/recompute.ts';
import { exchangeLine, readEvidence } from '../../engine/record/evidence.ts';
import type { Report } from '../../engine/report.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { type ReferenceMpp, startReferenceMpp } from '../../reference/index.ts';
import { startFront } from '../support/fronts.ts';

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

interface Told {
  readonly report: Report;
  readonly again: Awaited<ReturnType<typeof recomputed>>;
  readonly exchanges: readonly Exchange[];
}

interface Manner {
  readonly maxSends: number;
  /** Where it is asked, if not at its own address. */
  readonly target?: string;
}

/** Runs, writes the exchanges down, reads them, and tells the run again. */
async function toldAgain(
  reference: ReferenceMpp,
  run: NonNullable<Config['run']>,
  { maxSends, target = reference.url }: Manner,
): Promise<Told> {
  const config = { ...(structuredClone(reference.config) as Config), target };
  config.limits = { sendOTP: { ...config.limits?.sendOTP, maxSends } };
  const { settings } = await prepareRun({ config, overrides: { run: { seed: 3, ...run } } });
  const lines: string[] = ['{"format":"alipayplus-conformance.full-evidence/1"}\n'];
  const identity = newIdentity();
  const report = await runConformance(
    settings,
    { onExchange: (exchange) => lines.push(exchangeLine(exchange)) },
    identity,
  );
  const { exchanges } = readEvidence(lines.join(''));
  return { report, exchanges, again: await recomputed(configCopy(settings).settings, identity, exchanges) };
}

describe('with five messages to spend, and answers that take their time,', () => {
  const meanings = new Map<string, string>();
  /** Whose turn it is hangs on the budget: a body without the name of its user. */
  const anyUser = (body: Uint8Array) => {
    const { requests } = jittery.config as { requests: { sendOTP: { accessToken: string }[] } };
    const users = requests.sendOTP.map(({ accessToken }) => accessToken);
    return users.reduce((text, user) => text.replaceAll(user, 'USER'), Buffer.from(body).toString());
  };

  test.each([1, 4, 16])('%d at once', async (concurrency) => {
    const { report, again, exchanges } = await toldAgain(jittery, { concurrency }, { maxSends: 5 });
    expect(again.misfits).toEqual([]);
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
  const { report, again } = await toldAgain(mistaken, { concurrency: 6, rate: 400 }, { maxSends: 30 });
  expect(report.verdict).toBe('not-conformant');
  expect(again.misfits).toEqual([]);
  expect(compared(report, again.report)).toEqual([]);
});

describe('a target of five servers, one of them down, so that much is asked again after a while,', () => {
  test.each([1, 8])('%d at once', async (concurrency) => {
    const front = await startFront(Number(new URL(jittery.url).port), { oneDownOf: 5 });
    try {
      const target = `http://127.0.0.1:${front.port}`;
      const { report, again } = await toldAgain(jittery, { concurrency }, { maxSends: 30, target });
      expect(report.totals.inconclusive).toBeGreaterThan(10);
      expect(again.misfits).toEqual([]);
      expect(compared(report, again.report)).toEqual([]);
    } finally {
      await front.close();
    }
  });
});
