/** Concurrency and the order of checks change nothing: the same target gets the same outcomes. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import type { Check } from '../../engine/check/check.ts';
import type { SuiteSet } from '../../engine/plan/plan.ts';
import type { Report } from '../../engine/report.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { suiteSet } from '../../suites/index.ts';
import { judgeWith, sharedKeys } from '../support/judged.ts';

const targets = [null, 'illegal-notification-as-process-fail', 'decision-in-lower-case'];
const apis = ['sendOTP', 'tokenActivationNotification', 'tokenDigitizeDecision'];

async function judged(fault: string | null, concurrency: number, set: SuiteSet = suiteSet): Promise<Report> {
  const reference = await startReferenceMpp({ fault, keys: await sharedKeys(), apis });
  const prepared = await prepareRun({ config: { ...reference.config, run: { seed: 3, concurrency } } as never });
  const identity = { id: 'cafe0001', startedAt: Date.now() };
  try {
    return (await judgeWith(prepared.settings, { set, identity })).report;
  } finally {
    await prepared.close();
    await reference.close();
  }
}

/** Row by row, and check by check; what happens at the same moment has nothing to say where one call waits for the other. */
function outcomesOf(report: Report, sideBySide = true) {
  return {
    verdict: report.verdict,
    rows: report.requirements.map(({ key, outcome, reason }) => `${key} ${outcome} ${reason}`),
    checks: report.requirements
      .flatMap(({ key, checks }) => checks.map(({ title, outcome }) => `${key} ${title} ${outcome}`))
      .filter((check) => sideBySide || !/to concurrent calls|at the same time/.test(check))
      .sort(),
  };
}

/** The same checks, each list put into another order. */
function reordered(order: (checks: readonly Check[]) => readonly Check[]): SuiteSet {
  return {
    ...suiteSet,
    catalogue: (op, requirement) => order(suiteSet.catalogue(op, requirement)),
    request: (op, field, rule) => order(suiteSet.request(op, field, rule)),
    body: (op, rule) => order(suiteSet.body(op, rule)),
  };
}

const reversedSet = reordered((checks) => [...checks].reverse());

/** Each list as the hashes of its titles, and a salt, put it: an order that nobody thought of. */
function shuffledSet(salt: string): SuiteSet {
  const nameOf = (check: Check) => ('title' in check ? check.title : JSON.stringify(check));
  const place = (check: Check) =>
    createHash('sha256')
      .update(`${salt}\n${nameOf(check)}`)
      .digest('hex');
  return reordered((checks) => [...checks].sort((a, b) => (place(a) < place(b) ? -1 : 1)));
}

describe.each(targets)('the reference with the fault %s', (fault) => {
  test('has equal outcomes at every concurrency and in every order', { timeout: 180_000 }, async () => {
    const usual = await judged(fault, 8);
    expect(usual.verdict).toBe(fault === null ? 'conformant' : 'not-conformant');
    for (const concurrency of [1, 2, 5, 16]) {
      const sideBySide = concurrency > 1;
      const other = outcomesOf(await judged(fault, concurrency), sideBySide);
      expect(other, `concurrency ${concurrency}`).toEqual(outcomesOf(usual, sideBySide));
    }
    for (const [order, set] of [
      ['in reverse', reversedSet],
      ['shuffled', shuffledSet('one')],
      ['shuffled again', shuffledSet('two')],
    ] as const)
      expect(outcomesOf(await judged(fault, 8, set)), order).toEqual(outcomesOf(usual));
  });
});
