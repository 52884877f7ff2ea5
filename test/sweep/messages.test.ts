/**
 * The limits of messages to people are hard: counted at the server, over faults and conforming variants with four budgets. A part of
 * them in each run of the tests, all of them with SWEEP=all, a part of all of them with SWEEP=2/10.
 */
import { describe, expect, test } from 'vitest';
import { mppFaults, mppPathological, mppVariants } from '../../reference/index.ts';
import { countedRun, messageBudgets } from '../support/message-counter.ts';
import { partOf } from '../support/sweep-part.ts';

const subjects = [
  ...[...mppFaults, ...mppPathological].map(({ name }) => ({ name: `fault ${name}`, fault: name, isCorrect: false })),
  ...mppVariants.map(({ name }) => ({ name: `variant ${name}`, variant: name, isCorrect: true })),
];

describe.each(messageBudgets)('$name', (budget) => {
  test.each(partOf(subjects, 8))('$name', { timeout: 120_000 }, async ({ isCorrect, ...about }) => {
    const { sent, reported, over, foreseen } = await countedRun(about, budget);
    expect(over).toEqual([]);
    const all = sent.sendOTP + sent.sendActivationCode;
    expect(all).toBeLessThanOrEqual(foreseen.most);
    if (isCorrect) expect(all).toBeGreaterThanOrEqual(foreseen.least);
    for (const [api, count] of Object.entries(sent)) {
      expect(count).toBeLessThanOrEqual(budget.maxSends ?? foreseen.most);
      expect(count).toBeLessThanOrEqual(reported[api] ?? 0);
    }
  });
});
