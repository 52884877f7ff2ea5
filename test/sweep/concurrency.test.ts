/** Concurrency and the order of suites change nothing: the same target gets the same outcomes. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runServerSuites } from '../../engine/drive/run.ts';
import type { SuiteSet } from '../../engine/plan/plan.ts';
import type { Report } from '../../engine/report.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { suiteSet } from '../../suites/index.ts';
import { sharedKeys } from '../support/judged.ts';

const targets = [null, 'illegal-notification-as-process-fail', 'decision-in-lower-case'];
const apis = ['sendOTP', 'tokenActivationNotification', 'tokenDigitizeDecision'];

async function judged(fault: string | null, concurrency: number, set: SuiteSet = suiteSet): Promise<Report> {
  const reference = await startReferenceMpp({ fault, keys: await sharedKeys(), apis });
  const prepared = await prepareRun({ config: { ...reference.config, run: { seed: 3, concurrency } } as never });
  const identity = { id: 'cafe0001', startedAt: Date.now() };
  try {
    return await runServerSuites(prepared.settings, {}, { set, identity });
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
      .filter((check) => sideBySide || !check.includes('at the same moment'))
      .sort(),
  };
}

/** The same proofs, each table and each list from its end. */
const reversedSet: SuiteSet = {
  ...suiteSet,
  suites: [...suiteSet.suites].reverse().map(({ operation, proofs }) => ({
    operation,
    proofs: new Map([...proofs].reverse().map(([id, list]) => [id, [...list].reverse()])),
  })),
  request: (op, field, rule) => [...suiteSet.request(op, field, rule)].reverse(),
  body: (op, rule) => [...suiteSet.body(op, rule)].reverse(),
};

/** The same proofs in an order that nobody thought of: each list as the hashes of its titles, and a salt, put it. */
function shuffledSet(salt: string): SuiteSet {
  const place = (text: string) => createHash('sha256').update(`${salt}\n${text}`).digest('hex');
  const shuffled = <T>(list: readonly T[], name: (one: T) => string): T[] =>
    [...list].sort((a, b) => (place(name(a)) < place(name(b)) ? -1 : 1));
  const titleOf = (proof: object) => ('title' in proof ? String(proof.title) : JSON.stringify(proof));
  return {
    ...suiteSet,
    suites: shuffled(suiteSet.suites, ({ operation }) => operation).map(({ operation, proofs }) => ({
      operation,
      proofs: new Map(shuffled([...proofs], ([id]) => id).map(([id, list]) => [id, shuffled(list, titleOf)] as const)),
    })),
    request: (op, field, rule) => shuffled(suiteSet.request(op, field, rule), titleOf),
    body: (op, rule) => shuffled(suiteSet.body(op, rule), titleOf),
  };
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
