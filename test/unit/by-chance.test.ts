/** What changes from one sending to the next is no finding about what was sent. */
import { expect, test } from 'vitest';
import type { CheckContext } from '../../engine/check/context.ts';
import { notRun } from '../../engine/check/finding.ts';
import { runSteps } from '../../engine/check/steps.ts';
import { unlessByChance } from '../../engine/check/verbs/by-chance.ts';
import { wordsOf } from '../../engine/report/words.ts';
import { resultOf, settledOf } from '../support/exchanges.ts';
import { findingOf } from '../support/rows.ts';

const served = settledOf(resultOf('S', 'SUCCESS'));
const refused = settledOf(resultOf('F', 'PROCESS_FAIL'));
const context = { op: { id: 'sendOTP' }, conditionalFields: [] } as unknown as CheckContext;
const believed = findingOf('violated');

/** The finding on a refused request, with the names under which it was asked again. */
function asked(answer: (turn: number) => typeof served | null) {
  const turns: (string | undefined)[] = [];
  const titles = new Set<string>();
  const finding = runSteps(unlessByChance(context, 'it', believed, { base: 'full' }, refused), (call) => {
    if (call.do !== 'send') throw new Error(`Nobody foresaw ${call.do}.`);
    turns.push(call.send.spec.occurrence);
    titles.add(call.send.title);
    return answer(turns.length) ?? { unanswered: notRun('not-replayed', { is: 'budget' }) };
  });
  return { finding, turns, titles: [...titles] };
}

test('a request that is refused each time is believed', () => {
  const { finding, turns, titles } = asked(() => refused);
  expect(finding).toBe(believed);
  expect(titles).toEqual(['it: asked again']);
  expect(new Set(turns).size).toBe(10);
});

test.each([1, 10])('one that is served when it is asked again, for time %d, is open', (last) => {
  const { finding, turns } = asked((turn) => (turn === last ? served : refused));
  expect(finding).toMatchObject({
    verdict: 'inconclusive',
    reason: 'unstable',
    expected: { is: 'stable-answer' },
    exchanges: [...served.exchanges, ...refused.exchanges],
  });
  expect(finding).not.toHaveProperty('place');
  expect(wordsOf(finding.received)).toMatch(/^F\/PROCESS_FAIL, then S\/SUCCESS to the same request: .* workers/);
  expect(turns).toHaveLength(last);
});

test('what a record does not have changes nothing', () => {
  expect(asked(() => null)).toMatchObject({ finding: believed, turns: { length: 1 } });
});
