/** Steps of a check: the live and the recorded way to resume them come to the same, and quiet ends with the steps that asked for it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { note } from '../../engine/check/facts.ts';
import { type Finding, notRun, type Settled } from '../../engine/check/finding.ts';
import {
  alone,
  askedOneByOne,
  attempt,
  type Call,
  isOneByOne,
  isUnanswered,
  type Outcome,
  rest,
  runSteps,
  runStepsLive,
  type Steps,
  seenSoFar,
  send,
  together,
} from '../../engine/check/steps.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import { observedOf, resultOf, settledOf } from '../support/exchanges.ts';

const spent = notRun('budget', { is: 'budget' });
const answered = settledOf(resultOf('S', 'SUCCESS'));

/** What a check does, as data: so that any check can be made up. */
type Act = 'send' | 'attempt' | 'together' | 'rest' | 'alone';

function* checkOf(acts: readonly Act[]): Steps<Finding> {
  const seen: string[] = [];
  const see = (outcome: Outcome) => seen.push(isUnanswered(outcome) ? 'none' : outcome.answer.kind);
  for (const [i, act] of acts.entries()) {
    const spec = { base: 'full' as const, occurrence: `n-${i}` };
    if (act === 'send') see(yield* send('sendOTP', spec, ''));
    if (act === 'attempt') see(yield* attempt('sendOTP', spec, ''));
    if (act === 'together') {
      const sends = [0, 1].map((n) => ({ operation: 'sendOTP' as const, spec: { ...spec, fixture: n }, title: '' }));
      for (const outcome of yield* together(sends)) see(outcome);
    }
    if (act === 'rest') yield* rest(1000);
    if (act === 'alone') see(yield* alone(send('sendOTP', spec, '')));
  }
  return { ...notRun('no-evidence', note('self-check', seen.join(' '))) };
}

/** Answers by the order in which they are asked for; `false` is a request that got none. */
function performer(answers: readonly boolean[]) {
  const calls: Call[] = [];
  let n = 0;
  const next = (): Outcome => (answers[n++ % Math.max(1, answers.length)] === false ? { unanswered: spent } : answered);
  const perform = (call: Call): unknown => {
    calls.push(call);
    if (call.do === 'send') return next();
    return call.do === 'together' ? call.sends.map(next) : undefined;
  };
  return { calls, perform };
}

const acts = fc.array(fc.constantFrom<Act>('send', 'attempt', 'together', 'rest', 'alone'), { maxLength: 12 });
const answers = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });

test('both ways to resume steps make the same calls and come to the same finding', async () => {
  await fc.assert(
    fc.asyncProperty(acts, answers, async (list, given) => {
      const recorded = performer(given);
      const live = performer(given);
      const finding = runSteps(checkOf(list), recorded.perform);
      expect(await runStepsLive(checkOf(list), async (call) => live.perform(call))).toEqual(finding);
      expect(live.calls).toEqual(recorded.calls);
    }),
  );
});

describe('a request without an answer', () => {
  test('ends its check with the finding that says why', () => {
    const { calls, perform } = performer([true, false]);
    expect(runSteps(checkOf(['send', 'send', 'send']), perform)).toBe(spent);
    expect(calls).toHaveLength(2);
  });

  test('is told to a check that wants to know', () => {
    const { perform } = performer([false]);
    expect(runSteps(checkOf(['attempt', 'together']), perform).received).toEqual(note('self-check', 'none none none'));
  });
});

test('a rest is asked for with its length', () => {
  const { calls, perform } = performer([true]);
  runSteps(checkOf(['rest']), perform);
  expect(calls).toEqual([{ do: 'rest', ms: 1000 }]);
});

test('what was sent so far is asked for by operation, and is nothing where the driver knows of nothing', () => {
  const seen = [observedOf(resultOf('S', 'SUCCESS'))];
  const asked = (came: unknown) =>
    runSteps(seenSoFar('sendOTP'), (call) => {
      expect(call).toEqual({ do: 'seen', operation: 'sendOTP' });
      return came;
    });
  expect(asked(seen)).toBe(seen);
  expect(asked(undefined)).toEqual([]);
});

test('a request that is sent again alone is another one, and known as such', () => {
  const spec: RequestSpec = { base: 'minimal', occurrence: 'first' };
  const alone = askedOneByOne(spec, 7);
  expect(alone).toEqual({ base: 'minimal', occurrence: 'one-by-one-7' });
  expect([isOneByOne(alone), isOneByOne(askedOneByOne(spec, 'x'))]).toEqual([true, true]);
  for (const occurrence of ['first', 'not-one-by-one-', undefined])
    expect(isOneByOne(occurrence === undefined ? { base: 'full' } : { base: 'full', occurrence })).toBe(false);
});

describe('quiet', () => {
  const edges = (calls: readonly Call[]) => calls.flatMap((call) => (call.do === 'alone' ? [call.edge] : []));

  test('begins before the steps and ends behind them', () => {
    const { calls, perform } = performer([true]);
    runSteps(checkOf(['alone', 'send']), perform);
    expect(calls.map((call) => (call.do === 'alone' ? call.edge : call.do))).toEqual(['begin', 'send', 'end', 'send']);
  });

  test('ends where the check ends early, in both ways, with the finding kept', async () => {
    const recorded = performer([false]);
    expect(runSteps(checkOf(['alone', 'send']), recorded.perform)).toBe(spent);
    expect(edges(recorded.calls)).toEqual(['begin', 'end']);
    const live = performer([false]);
    expect(await runStepsLive(checkOf(['alone', 'send']), async (call) => live.perform(call))).toBe(spent);
    expect(edges(live.calls)).toEqual(['begin', 'end']);
  });

  test('ends where the driver breaks off, and the error comes out', async () => {
    const { calls, perform } = performer([true]);
    const driver = async (call: Call) => {
      const came = perform(call);
      if (call.do === 'send') throw new Error('no connection');
      return came;
    };
    await expect(runStepsLive(checkOf(['alone', 'send']), driver)).rejects.toThrow('no connection');
    expect(calls.map((call) => (call.do === 'alone' ? call.edge : call.do))).toEqual(['begin', 'send', 'end']);
  });

  test('ends where the steps throw', () => {
    function* breaking(): Steps<Settled> {
      yield* send('sendOTP', { base: 'full' }, '');
      throw new Error('not foreseen');
    }
    const { calls, perform } = performer([true]);
    function* check(): Steps<string> {
      try {
        yield* alone(breaking());
      } catch (error) {
        return (error as Error).message;
      }
      return '';
    }
    expect(runSteps(check(), perform)).toBe('not foreseen');
    expect(edges(calls)).toEqual(['begin', 'end']);
  });
});
