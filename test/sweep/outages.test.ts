/** No verdict from a bad moment: outages, restarts, crashes and limits in front of correct targets and of faults. `npm run outages` measures more of each. */
import { describe, expect, test } from 'vitest';
import { judgeReference } from '../support/judged.ts';
import { judgeUnderCause, outageCauses, readUnder, rightUnder } from '../support/outage-causes.ts';
import { startOutageProxy } from '../support/outage-proxy.ts';
import {
  drawFaultRuns,
  drawOutageRuns,
  faultsExpected,
  faultsFound,
  inWords,
  judgeThroughOutages,
  outageAlarms,
  wasDisturbed,
} from '../support/outage-runs.ts';

const named = <T extends Parameters<typeof inWords>[0]>(runs: readonly T[]) =>
  runs.map((run) => ({ run, name: inWords(run) }));

/** Several runs share the machine, and outages are waited out. */
const timeout = 300_000;

// Runs wait most of the time, so that several go side by side.
describe.concurrent('a conforming target behind outages fails nothing', { timeout }, () => {
  test.each(named(drawOutageRuns(8)))('$name', async ({ run }) => {
    const { report } = await judgeThroughOutages(run);
    expect(outageAlarms(report)).toEqual([]);
    expect(report.run.requests).toBeGreaterThan(0);
  });
});

test('where each call takes a token of its own, a lost answer does not end in waiting for ever', {
  timeout,
}, async () => {
  const lost = { kind: 'lost-answer', start: { request: 560 }, lengthMs: 2000 } as const;
  const report = await judgeReference({
    variant: 'notified-once',
    config: { run: { concurrency: 4 } },
    front: (target) => startOutageProxy({ target, outages: [lost] }),
  });
  expect(outageAlarms(report)).toEqual([]);
  expect(report.run.requests).toBeGreaterThan(560);
});

test.concurrent.each(['reset', 'lost-answer', 'refused', 'bad-gateway'] as const)(
  'a target that begins with %s is waited for',
  {
    timeout,
  },
  async (kind) => {
    const report = await judgeReference({
      front: (target) => startOutageProxy({ target, outages: [{ kind, start: { request: 1 }, lengthMs: 2000 }] }),
    });
    expect(outageAlarms(report)).toEqual([]);
    expect([0, 4]).toContain(report.run.exitCode);
    expect(report.totals.passed).toBeGreaterThan(200);
  },
);

describe.concurrent('a fault behind an outage is found by its own row', { timeout }, () => {
  test.each(named(drawFaultRuns(6)))('$name', async ({ run }) => {
    const result = await judgeThroughOutages(run);
    expect(wasDisturbed(result)).toBe(true);
    expect(faultsFound(result.report, run)).toEqual(faultsExpected(run));
  });
});

describe.concurrent('nothing but the culprit fails', { timeout }, () => {
  const concurrencies = [1, 8, 16];
  const cases = outageCauses.map((cause, index) => ({
    cause,
    name: cause.name,
    concurrency: concurrencies[index % concurrencies.length]!,
  }));
  test.each(cases)('$name, at concurrency $concurrency', async ({ cause, concurrency }) => {
    // A target that is gone for good is waited for no longer than the longest restart; one that is not, as long as users wait.
    const isGone = !cause.exits.some((exit) => exit !== 4);
    const { report, tooMany } = await judgeUnderCause(cause, 1, concurrency, isGone ? { absenceMs: 12_000 } : {});
    expect(readUnder(cause, report)).toEqual(rightUnder(cause, tooMany));
  });
});

/** A run behind an overload: nearly every request waits at the same time. */
test.each([64, 200])('no warning of Node itself at concurrency %i', { timeout }, async (concurrency) => {
  const warnings: string[] = [];
  const listen = ({ name }: Error) => warnings.push(name);
  process.on('warning', listen);
  const outage = { kind: 'too-many', start: { request: 60 }, lengthMs: 1500 } as const;
  const report = await judgeReference({
    config: { apis: ['sendOTP', 'tokenDigitizeDecision'], run: { concurrency } },
    front: (target) => startOutageProxy({ target, outages: [outage] }),
    hooks: { signal: new AbortController().signal },
  });
  process.off('warning', listen);
  expect(report.run.slowedTo).toBeDefined();
  expect(warnings).toEqual([]);
});
