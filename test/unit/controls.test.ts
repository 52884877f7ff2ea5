/** The good requests that open and close an operation: what is sent, and what a refusal or a lost answer leaves in the context. */
import { describe, expect, test } from 'vitest';
import { createContexts } from '../../engine/check/context.ts';
import { closingControl, openingControl, secondaryControls } from '../../engine/check/controls.ts';
import type { Finding } from '../../engine/check/finding.ts';
import { notRun } from '../../engine/check/finding.ts';
import { runSteps, type Send, type Steps } from '../../engine/check/steps.ts';
import { timesFrom } from '../../engine/request/values.ts';
import { type OperationId, operations } from '../../generated/operations.ts';
import { type Came, exchangeOf, resultOf, settingsWith, settledOf, timeout } from '../support/exchanges.ts';

const success = resultOf('S', 'SUCCESS');
const refusal = resultOf('F', 'PROCESS_FAIL');
const unknownCaller = resultOf('F', 'INVALID_CLIENT');
const startedAt = 1_800_000_000_000;

const open = (reason: Finding['reason'], verdict: Finding['verdict'] = 'inconclusive'): Finding => ({
  ...notRun(reason, { is: 'stable-answer' }),
  verdict,
  exchanges: [exchangeOf(timeout)],
});

/** Runs steps against answers that come in turn; the calls are listed. */
function opened<T>(
  steps: (context: ReturnType<typeof contextOf>) => Steps<T>,
  answers: readonly (Came | Finding)[],
  {
    operation = 'sendOTP',
    costs = false,
    isOpen = false,
  }: { operation?: OperationId; costs?: boolean; isOpen?: boolean } = {},
) {
  const context = contextOf(operation, costs);
  if (isOpen) context.controls.full = settledOf(success);
  const sent: Send[] = [];
  const result = runSteps(steps(context), (call) => {
    if (call.do !== 'send') throw new Error(`Nobody foresaw ${call.do}.`);
    expect([call.send.operation, call.optional]).toEqual([operation, true]);
    const came = answers[sent.push(call.send) - 1];
    if (!came) throw new Error(`No answer is foreseen to ${call.send.title}.`);
    return 'verdict' in came ? { unanswered: came } : settledOf(came);
  });
  return { result, sent, controls: context.controls, specs: sent.map(({ spec }) => spec) };
}

function contextOf(operation: OperationId, costs: boolean) {
  const limits = costs ? { [operation]: { perFixture: 9, maxSends: 9 } } : {};
  const settings = settingsWith({ requests: {}, limits, paths: {}, seed: 7 });
  return createContexts([operations[operation]], settings, { id: 'cafe0001', startedAt }).get(operation)!;
}

const first = { base: 'full', mayReachPerson: true, occurrence: 'opening' } as const;

describe('the opening request', () => {
  test('opens the operation where it is accepted', () => {
    const { result, specs, sent, controls } = opened(openingControl, [success]);
    expect(result).toMatchObject({ settled: { answer: { kind: 'S' } }, unanswered: null, spelling: null });
    expect(controls.full).toBe(result.settled);
    expect([specs, sent[0]!.title]).toEqual([[first], 'a good request']);
  });

  test('is sent three times, each time as another one, where its answers do not agree', () => {
    const { result, specs, controls } = opened(openingControl, [open('unstable'), open('unstable'), open('unstable')]);
    expect(specs.map(({ occurrence }) => occurrence)).toEqual(['opening', 'opening-2', 'opening-3']);
    expect(specs[2]).toEqual({ ...first, occurrence: 'opening-3' });
    expect(result).toMatchObject({ settled: null, spelling: null, unanswered: { reason: 'unstable' } });
    expect(result.unanswered!.exchanges.map(({ id }) => id)).toEqual(['x1', 'x1', 'x1']);
    expect(controls.full).toBe(null);
    expect(opened(openingControl, [open('unstable'), success]).controls.full).not.toBe(null);
  });

  test('is not sent again for any other reason, and keeps its finding', () => {
    const spent = open('budget', 'not-run');
    expect(opened(openingControl, [spent]).result.unanswered).toBe(spent);
    const absent = opened(openingControl, [open('unstable'), open('absent')]).result.unanswered!;
    expect([absent.reason, absent.exchanges.length]).toEqual(['absent', 2]);
    const later = opened(openingControl, [open('unstable'), spent]).result.unanswered;
    expect(later).toBe(spent);
  });

  test('that is refused opens nothing, and is not tried in another spelling', () => {
    const { result, controls, sent } = opened(openingControl, [refusal]);
    expect(result).toMatchObject({ settled: { answer: { code: 'PROCESS_FAIL' } }, unanswered: null, spelling: null });
    expect([controls.full, sent.length]).toEqual([null, 1]);
  });
});

describe('an opening request whose caller the target does not know', () => {
  const spellings = [
    { names: 'canonical', comma: ',' },
    { names: 'lower', comma: ', ' },
    { names: 'lower', comma: ',' },
  ] as const;

  test.each(['INVALID_SIGNATURE', 'INVALID_CLIENT', 'KEY_NOT_FOUND'])('is tried in other spellings: %s', (code) => {
    const unknown = resultOf('F', code);
    const { result, specs, sent, controls } = opened(openingControl, [unknown, unknown, open('unstable'), success]);
    expect(specs.slice(1)).toEqual(
      spellings.map((spelling) => ({ ...first, wire: { spelling }, occurrence: 'spelling' })),
    );
    expect(sent[1]!.title).toBe('a good request in another spelling of its headers');
    expect(result).toMatchObject({ settled: { answer: { kind: 'S' } }, unanswered: null, spelling: spellings[2] });
    expect(controls.full).toBe(result.settled);
  });

  test('is known in the first spelling that the target reads, whatever it answers then', () => {
    const { result, controls, sent } = opened(openingControl, [unknownCaller, refusal]);
    expect(result).toMatchObject({ settled: { answer: { code: 'PROCESS_FAIL' } }, spelling: spellings[0] });
    expect([controls.full, sent.length]).toEqual([null, 2]);
  });

  test('stays refused where no spelling helps', () => {
    const { result, controls } = opened(openingControl, Array(4).fill(unknownCaller));
    expect(result).toMatchObject({ settled: { answer: { code: 'INVALID_CLIENT' } }, spelling: null });
    expect(controls.full).toBe(null);
  });
});

describe('the other good requests', () => {
  const open = { isOpen: true } as const;

  test('are not sent where the operation is not open', () => {
    expect(opened(secondaryControls, []).sent).toEqual([]);
  });

  test('are one on the required fields, and where messages are limited one for an unknown user', () => {
    const small = { ...first, base: 'minimal' };
    const free = opened(secondaryControls, [success], open);
    expect([free.specs, free.sent[0]!.title]).toEqual([[small], 'a request with the required fields only']);
    expect(free.controls).toMatchObject({ minimal: { answer: { kind: 'S' } }, unknownUser: null });
    const costly = opened(secondaryControls, [success, refusal], { ...open, costs: true });
    expect(costly.specs).toEqual([small, { base: 'full', user: 'unknown' }]);
    expect(costly.sent[1]!.title).toBe('a request for an unknown user');
    expect(costly.controls.unknownUser).toMatchObject({ answer: { code: 'PROCESS_FAIL' } });
  });

  test('prove nothing where the smaller one is not accepted, or the unknown user is not refused', () => {
    for (const came of [refusal, notRun('budget', { is: 'budget' })])
      expect(opened(secondaryControls, [came], open).controls.minimal).toBe(null);
    for (const came of [success, resultOf('U', 'UNKNOWN_EXCEPTION'), notRun('budget', { is: 'budget' })])
      expect(opened(secondaryControls, [success, came], { ...open, costs: true }).controls.unknownUser).toBe(null);
  });
});

describe('a second call about the token of the first', () => {
  const about = { operation: 'tokenActivationNotification', isOpen: true } as const;
  const rejects = (...answers: (Came | Finding)[]) => opened(secondaryControls, answers, about);

  test('is the same message, and then one with other times', () => {
    const { specs, sent, controls } = rejects(success, success, success);
    const twice = { ...first, occurrence: 'opening-twice' };
    const overlay = timesFrom(operations.tokenActivationNotification, startedAt - 60_000);
    expect(specs.slice(0, 2)).toEqual([twice, { ...twice, overlay }]);
    expect(sent.map(({ title }) => title).slice(0, 2)).toEqual([
      'the same good request twice',
      'a second good request about the same token',
    ]);
    expect(controls).toMatchObject({ rejectsRepeatedToken: false, minimal: { answer: { kind: 'S' } } });
  });

  test('shows that each call needs a token of its own where one of them is answered, and not accepted', () => {
    const spent = notRun('budget', { is: 'budget' });
    expect(rejects(refusal, success)).toMatchObject({ controls: { rejectsRepeatedToken: true }, sent: { length: 2 } });
    expect(rejects(success, timeout, success).controls.rejectsRepeatedToken).toBe(true);
    expect(rejects(spent, spent, success).controls.rejectsRepeatedToken).toBe(false);
  });

  test('is not sent where it would cost a message', () => {
    const costly = { operation: 'sendActivationCode', isOpen: true, costs: true } as const;
    const { sent, controls } = opened(secondaryControls, [success, refusal], costly);
    expect([sent.length, controls.rejectsRepeatedToken]).toEqual([2, false]);
  });
});

describe('the closing request', () => {
  const closed = (came: Came | Finding) => opened(closingControl, [came], { isOpen: true });

  test('covers what was refused before it where it is accepted', () => {
    const { result, specs, sent } = closed(success);
    expect(result).toBe('covered');
    expect([specs, sent[0]!.title]).toEqual([[{ ...first, occurrence: 'closing' }], 'a good request at the end']);
    expect(opened(closingControl, []).result).toBe('covered');
  });

  test.each([
    ['is refused', refusal, 'lost'],
    ['gets no answer', timeout, 'lost'],
    ['gets answers that do not agree', open('unstable'), 'lost'],
    ['could not be sent', open('budget', 'not-run'), 'covered'],
    ['met a target that was away', open('absent'), 'covered'],
  ] as const)('that %s', (_, came, result) => {
    expect(closed(came).result).toBe(result);
  });
});
