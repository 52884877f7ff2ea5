/** The lifecycle checks as steps: the same lists for every invariant, the fewest calls for a target that mixes users up, the same finding from the same answers. */
import { beforeAll, expect, test } from 'vitest';
import { type CheckContext, createContexts, introducedToken } from '../../engine/check/context.ts';
import { answerFact, note } from '../../engine/check/facts.ts';
import { type Finding, notRun, type Settled } from '../../engine/check/finding.ts';
import { type Call, type Outcome, runSteps, type Send, type Steps } from '../../engine/check/steps.ts';
import { requestName } from '../../engine/request/request-spec.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { answerOf } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { type OperationId, operations } from '../../generated/operations.ts';
import { loadFastCheck } from '../../suites/shared/fast-check.ts';
import { notifiedAgain, ownAnswers, ownIds, secondCode } from '../../suites/shared/lifecycle/invariants.ts';
import { judgeInvariant } from '../../suites/shared/lifecycle/search.ts';
import { judgeSideBySide, judgeTwoAtOnce } from '../../suites/shared/lifecycle/side-by-side.ts';

beforeAll(loadFastCheck);

const ids = ['sendOTP', 'sendActivationCode', 'tokenActivationNotification', 'tokenDigitizeDecision'] as const;
type Body = Record<string, unknown>;
type Target = (operation: string, body: Body) => Body;

const success = { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success' };
const customers = ['customer-1', 'customer-2', 'customer-3'].map((customerId) => ({
  body: { customerId },
  fresh: false,
}));
const scenarios = { tokenDigitizeDecision: [{ code: 'DECLINED', variant: '', body: { customerId: 'declined' } }] };

function settingsOf(change: Partial<RunSettings> = {}): RunSettings {
  const requests = {
    sendOTP: ['access-1', 'access-2'].map((accessToken) => ({ body: { accessToken }, fresh: false })),
    ...Object.fromEntries(ids.slice(1).map((id) => [id, customers])),
  };
  const plain = { seed: 1, path: null, runs: null, profile: 'gate', concurrency: 8, paths: {}, limits: {}, ...change };
  return { ...plain, requests, scenarios, extraResultCodes: {} } as unknown as RunSettings;
}

/** A correct target. */
function correct(): Target {
  let otps = 0;
  return (operation, { customerId }) => {
    otps += 1;
    if (operation === 'sendOTP') return { result: success, verifyRequestId: `otp-${otps}` };
    if (operation !== 'tokenDigitizeDecision') return { result: success };
    return { result: success, decision: customerId === 'declined' ? 'DECLINED' : 'APPROVED' };
  };
}

/** A target in memory, with a driver that sends equal requests once and keeps the outcomes. */
class Run {
  readonly contexts;
  readonly outcomes = new Map<string, Outcome>();
  readonly sent: string[] = [];
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly target: Target | null,
    settings: RunSettings,
    recorded: ReadonlyMap<string, Outcome> = new Map(),
    /** Requests that are not sent, and why. */
    private readonly ended: (send: Send) => Finding | null = () => null,
  ) {
    this.contexts = createContexts(
      ids.map((id) => operations[id]),
      settings,
      { id: 'run00000', startedAt: 1_800_000_000_000 },
    );
    this.outcomes = new Map(recorded);
    for (const operation of [...ids].reverse()) {
      const full = this.outcome({ operation, spec: { base: 'full', occurrence: 'opening' }, title: '' });
      this.context(operation).controls.full = full as Settled;
    }
    this.sent.length = 0;
  }

  context(id: OperationId): CheckContext {
    return this.contexts.get(id)!;
  }

  judge(id: OperationId, judge: (context: CheckContext) => Steps<Finding>): Finding {
    return runSteps(judge(this.context(id)), (call: Call) => {
      if (call.do === 'together') return call.sends.map((send) => this.outcome(send));
      return call.do === 'send' ? this.outcome(call.send) : undefined;
    });
  }

  private outcome({ operation, spec, title }: Send): Outcome {
    const name = requestName(operation, spec, { id: '', startedAt: 0 });
    const known = this.outcomes.get(name);
    if (known) return known;
    const unanswered = this.ended({ operation, spec, title });
    if (unanswered) return { unanswered };
    if (!this.target) throw new Error(`Nothing is recorded for ${operation} ${spec.occurrence}.`);
    this.sent.push(`${operation} ${spec.occurrence}`);
    const { op, body } = this.context(operation);
    const { introduces, refersTo } = op.probing;
    const token = introduces ? `token-${this.outcomes.size}` : this.tokens.get(spec.tokenOf ?? '');
    const field = introduces ?? refersTo?.field;
    const sent = { ...body(spec, spec.fixture ?? 0), ...(token && field ? { [field]: token } : {}) };
    const settled = settledOf(operation, title, sent, this.target(operation, sent), spec.fixture ?? 0);
    this.outcomes.set(name, settled);
    const introduced = introducedToken(op, settled);
    if (spec.namesToken && introduced) this.tokens.set(spec.namesToken, introduced);
    return settled;
  }
}

function settledOf(operation: string, title: string, sent: Body, answer: Body, fixture: number): Settled {
  const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));
  const exchange: Exchange = {
    ...{ id: '', operation, probe: '', title, marker: '', startedAt: 0, durationMs: 0, noAnswer: null },
    request: { method: 'POST', path: '/', headers: [], body: bytes(sent) },
    response: { status: 200, headers: [], body: bytes(answer), truncated: false },
  };
  return { answer: answerOf(exchange), exchanges: [exchange], meant: null, fixture, place: '' };
}

const invariants = [
  ['tokenDigitizeDecision', ownAnswers('tokenDigitizeDecision')],
  ['tokenActivationNotification', ownAnswers('tokenActivationNotification')],
  ['tokenActivationNotification', notifiedAgain],
  ['sendActivationCode', secondCode],
  ['sendOTP', ownIds],
] as const;

function callsIn({ counterexample }: Finding): string[] {
  return (counterexample as { operation: string; user: string }[]).map(({ operation, user }) => `${operation} ${user}`);
}

/** Decides for the customer of the call before. */
function decidesForTheLast(): Target {
  let before: unknown;
  const answer = correct();
  return (operation, body) => {
    const about =
      operation === 'tokenDigitizeDecision' && before !== undefined ? { ...body, customerId: before } : body;
    if (operation === 'tokenDigitizeDecision') before = body.customerId;
    return answer(operation, about);
  };
}

test('every invariant sends the same lists, so that only the first one adds requests', () => {
  const run = new Run(correct(), settingsOf());
  const added = invariants.map(([id, invariant]) => {
    const before = run.sent.length;
    expect(run.judge(id, (context) => judgeInvariant(context, invariant)).verdict).toBe('satisfied');
    return run.sent.length - before;
  });
  expect(added.slice(1)).toEqual([0, 0, 0, 0]);
  expect(new Set(run.sent).size).toBe(run.sent.length);
});

test('a notification is about the token that was introduced in the same list', () => {
  const owners = new Map<unknown, unknown>();
  const wrong: Body[] = [];
  const answer = correct();
  const run = new Run((operation, body) => {
    // The first token of a run is that of the control; calls about no token of their list have it here.
    const isOfList = body.tokenReferenceId !== 'token-0';
    if (operation === 'tokenDigitizeDecision' && isOfList) owners.set(body.tokenReferenceId, body.customerId);
    else if (operation !== 'sendOTP' && owners.has(body.tokenReferenceId))
      if (owners.get(body.tokenReferenceId) !== body.customerId) wrong.push(body);
    return answer(operation, body);
  }, settingsOf());
  run.judge('tokenActivationNotification', (context) => judgeInvariant(context, notifiedAgain));
  expect(wrong).toEqual([]);
  expect(owners.size).toBeGreaterThan(3);
});

test('a decision for the customer before is shown by two calls, found again on its path and from the same answers', () => {
  const judge = (context: CheckContext) => judgeInvariant(context, ownAnswers('tokenDigitizeDecision'));
  const run = new Run(decidesForTheLast(), settingsOf());
  const found = run.judge('tokenDigitizeDecision', judge);
  expect(found).toMatchObject({ verdict: 'violated', place: 'response:/decision' });
  expect(found.received).toMatchObject({
    is: 'calls',
    answer: { is: 'answer', fields: { decision: expect.any(String) } },
  });
  expect(callsIn(found)).toHaveLength(2);

  const recorded = new Run(null, settingsOf(), run.outcomes).judge('tokenDigitizeDecision', judge);
  expect(recorded).toEqual(found);

  const { path } = found.seen as { path: string };
  const onPath = new Run(decidesForTheLast(), settingsOf({ path }));
  expect(callsIn(onPath.judge('tokenDigitizeDecision', judge))).toEqual(callsIn(found));
  expect(onPath.sent.length).toBeLessThan(run.sent.length);
});

test('a second notification that is refused is shown with the calls before it', () => {
  const seen = new Set<unknown>();
  const answer = correct();
  const run = new Run((operation, body) => {
    if (operation !== 'tokenActivationNotification') return answer(operation, body);
    const isSecond = seen.has(body.tokenReferenceId);
    seen.add(body.tokenReferenceId);
    return isSecond ? { result: { resultStatus: 'F', resultCode: 'PROCESS_FAIL' } } : answer(operation, body);
  }, settingsOf());
  const found = run.judge('tokenActivationNotification', (context) => judgeInvariant(context, notifiedAgain));
  expect(found.verdict).toBe('violated');
  expect(callsIn(found).filter((call) => call.startsWith('tokenActivationNotification'))).toHaveLength(2);
});

test('calls at the same moment are sent once for two checks, and need room for two', () => {
  const run = new Run(correct(), settingsOf());
  expect(run.judge('sendOTP', judgeSideBySide).verdict).toBe('satisfied');
  const count = run.sent.length;
  expect(run.judge('sendOTP', judgeTwoAtOnce).verdict).toBe('satisfied');
  expect(run.sent.length).toBe(count);
  const narrow = new Run(correct(), settingsOf({ concurrency: 1 }));
  expect(narrow.judge('sendOTP', judgeSideBySide)).toMatchObject({ verdict: 'not-applicable', reason: 'precondition' });
});

test.each([
  ['interrupted', 'interrupted'],
  ['throttled', 'throttled'],
  ['budget', 'budget'],
] as const)('calls at the same moment that are not made because of %s say so', (reason, told) => {
  const missed = (occurrence: string) => (send: Send) =>
    send.spec.occurrence?.startsWith(occurrence) ? notRun(reason, note('run-ended')) : null;
  const run = new Run(correct(), settingsOf(), undefined, missed('side-by-side'));
  expect(run.judge('sendOTP', judgeTwoAtOnce)).toMatchObject({ verdict: 'not-run', reason: told });
  expect(run.judge('sendOTP', judgeSideBySide).reason).toBe(told);
  // Here an odd answer is seen, and the same call alone is not made.
  const odd = new Run(decidesForTheLast(), settingsOf(), undefined, missed('alone-2'));
  expect(odd.judge('tokenDigitizeDecision', judgeSideBySide)).toMatchObject({ verdict: 'not-run', reason: told });
});

test('users mixed up at the same moment are shown by two calls, with the right answer beside', () => {
  // Calls come one by one here, so that a call for another user right before stands for one at the same moment.
  const run = new Run(decidesForTheLast(), settingsOf());
  const found = run.judge('tokenDigitizeDecision', judgeSideBySide);
  expect(found).toMatchObject({ verdict: 'violated', place: 'response:/decision', seen: { sideBySide: true } });
  expect(callsIn(found)).toHaveLength(2);
  expect(found.exchanges.map((exchange) => answerFact(answerOf(exchange)))).toHaveLength(4);
  expect(new Run(null, settingsOf(), run.outcomes).judge('tokenDigitizeDecision', judgeSideBySide)).toEqual(found);
});
