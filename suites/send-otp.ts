/** sendOTP: how each of its requirements is checked. */
import { notObservable, scenario, suite, suiteObligation } from '../engine/check/check.ts';
import type { CheckContext } from '../engine/check/context.ts';
import { answerFact, type Fact, note } from '../engine/check/facts.ts';
import { type Finding, notRun, type Settled, satisfied, shown, violated } from '../engine/check/finding.ts';
import { rest, type Steps, send } from '../engine/check/steps.ts';
import { accepts, sequence, set, unset } from '../engine/check/verbs/index.ts';
import type { RequestSpec } from '../engine/request/request-spec.ts';
import type { Scenario } from '../engine/settings.ts';
import { isThrottle, sameAnswer } from '../engine/wire/answer.ts';
import type { Exchange } from '../engine/wire/exchange.ts';
import type { Edit } from '../engine/wire/json.ts';
import { unknownCredential } from './shared/credentials.ts';
import { ownAnswer, ownId } from './shared/lifecycle.ts';
import { nearlyRightCredential } from './shared/nearly-right.ts';
import { holdsOneByOne } from './shared/one-by-one.ts';
import { carriedOnSuccess } from './shared/response-fields.ts';
import { absentOnRefusal, ownValueEach } from './shared/result-invariants.ts';
import { validCall } from './shared/valid-calls.ts';

/** A request whose verifyType is changed is accepted. */
function verifyType(did: string, edit: Edit) {
  const illegal = {
    edit: [set('verifyType', 'X')],
    violates: { path: ['verifyType'], keyword: 'enum' },
  } as const;
  return accepts(did, { edit: [edit] }, { noticedBy: illegal, live: 'always', place: '/verifyType' });
}

const ownIds = ownValueEach('sendOTP', 'verifyRequestId');

/** Two ways to ask for the default. */
const omissions = [
  { what: 'without verifyType', edit: unset('verifyType') },
  { what: 'with verifyType null', edit: set('verifyType', null) },
] as const;

export default suite('sendOTP', {
  'OTP-01 Alipay+ MUST send an acquirerId and a pspId of at most 64 characters and an accessToken of at most 128.': [
    suiteObligation(),
  ],
  'OTP-02 Alipay+ MUST send verifyType as MOBILE, EMAIL or null, or omit it.': [suiteObligation()],
  'OTP-03 The MPP MUST return a verifyRequestId of 1 to 64 characters when it answers S.': [
    carriedOnSuccess('verifyRequestId'),
  ],
  'OTP-04 The MPP MUST give each OTP its own verifyRequestId.': [holdsOneByOne(ownIds, 'ids'), ownIds, ...ownId()],
  'OTP-05 The MPP MUST treat a request without verifyType as one for MOBILE.': [
    ...omissions.map(({ what, edit }) => verifyType(`a request ${what}`, edit)),
    ...omissions.map(({ what, edit }) =>
      sequence(
        `a scenario that names verifyType ends ${what} as with MOBILE`,
        (context) => mobileByDefault(context, what, edit),
        { did: `a scenario that names verifyType, ${what}`, phase: 'scenario' },
      ),
    ),
  ],
  'OTP-06 The MPP MUST accept EMAIL as verifyType.': [verifyType('verifyType EMAIL', set('verifyType', 'EMAIL'))],
  'OTP-09 The MPP MUST answer INVALID_TOKEN to an unknown access token and EXPIRED_ACCESS_TOKEN to an expired one.': [
    unknownCredential('an unknown access token is not accepted', 'accessToken'),
    nearlyRightCredential(),
    scenario('INVALID_TOKEN'),
    scenario('EXPIRED_ACCESS_TOKEN'),
  ],
  'OTP-10 The MPP MUST answer INVALID_TOKEN to an access token whose scope does not cover the call.': [
    scenario('INVALID_TOKEN', 'scope'),
  ],
  'OTP-11 The MPP MUST answer USER_NOT_EXIST when the user of the token no longer exists and USER_STATUS_ABNORMAL when the user is blocked.':
    [scenario('USER_NOT_EXIST'), scenario('USER_STATUS_ABNORMAL')],
  'OTP-12 The MPP MUST send at least 3 OTPs per access token and day before it answers OTP_SEND_TIMES_EXCEED_LIMIT.': [
    sequence('three sends to a fresh token are accepted', threeSends, { phase: 'limit', needs: ['fresh-user'] }),
    scenario('OTP_SEND_TIMES_EXCEED_LIMIT'),
  ],
  'OTP-13 The MPP SHOULD omit verifyRequestId from an answer that is not S.': [absentOnRefusal('verifyRequestId')],
  'OTP-14 The MPP MUST accept in verifyOTP the verifyRequestId that it returned.': [notObservable()],
  'OTP-15 The MPP MUST answer S with SUCCESS to a valid sendOTP with a valid access token.': [
    validCall(),
    ...ownAnswer('sendOTP'),
  ],
});

/** Scenarios that name verifyType show what omitting it means: the same answer as MOBILE. */
function* mobileByDefault(context: CheckContext, what: string, edit: Edit): Steps<Finding> {
  const scenarios = context.settings.scenarios[context.op.id] ?? [];
  const judged: Finding[] = [];
  for (const scenario of scenarios.filter(({ body }) => typeof body.verifyType === 'string')) {
    const judge = scenario.body.verifyType === 'MOBILE' ? likeMobile : unlikeEmail;
    const finding = yield* judge(context, scenario, what, edit);
    if (finding?.verdict === 'violated') return finding;
    if (finding) judged.push(finding);
  }
  const telling = judged.find(({ verdict }) => verdict === 'satisfied') ?? judged[0];
  return telling ?? notRun('no-scenario', note('no-mobile-scenario'), { missing: 'verify-type-scenario' });
}

/** The request of a scenario, as far as it is compared with others. */
function comparedSpec({ code, body }: Scenario): RequestSpec {
  // An unknown result that the scenario does not name passes by itself.
  const provokesTransient = code === 'UNKNOWN_EXCEPTION';
  return { base: 'full', overlay: body, provokesThrottle: true, provokesTransient, skipSelfCheck: true };
}

/** A scenario that names MOBILE ends in the same way without it. */
function* likeMobile({ op }: CheckContext, scenario: Scenario, what: string, edit: Edit): Steps<Finding | null> {
  const spec = comparedSpec(scenario);
  const mobile = yield* send(op.id, spec, `the scenario ${scenario.code} with MOBILE`);
  const omitted = yield* send(op.id, { ...spec, edits: [edit] }, `the scenario ${scenario.code} ${what}`);
  const isEqual = sameAnswer(mobile.answer, omitted.answer);
  return throttledFinding(scenario, omitted, mobile) ?? comparedWith(mobile, omitted, isEqual);
}

/** A scenario that names EMAIL ends otherwise without it, unless MOBILE ends so too: then it tells nothing. */
function* unlikeEmail({ op }: CheckContext, scenario: Scenario, what: string, edit: Edit): Steps<Finding | null> {
  const spec = comparedSpec(scenario);
  const email = yield* send(op.id, spec, `the scenario ${scenario.code} with ${String(scenario.body.verifyType)}`);
  // A user without a mailbox has a phone.
  const reaching: RequestSpec = { ...spec, mayReachPerson: true };
  const omitted = yield* send(op.id, { ...reaching, edits: [edit] }, `the scenario ${scenario.code} ${what}`);
  const isEqual = sameAnswer(email.answer, omitted.answer);
  const throttled = throttledFinding(scenario, omitted, email);
  if (throttled) return throttled;
  if (!isEqual) return comparedWith(email, omitted, true);
  const withMobile: RequestSpec = { ...reaching, edits: [set('verifyType', 'MOBILE')] };
  const mobile = yield* send(op.id, withMobile, `the scenario ${scenario.code} with MOBILE`);
  const isBlind = sameAnswer(email.answer, mobile.answer) || isThrottle(mobile.answer);
  return isBlind ? null : comparedWith(mobile, omitted, false);
}

/** A throttle that is not the scenario's own says nothing about verifyType; null where there is none. */
function throttledFinding({ code }: Scenario, ...settled: Settled[]): Finding | null {
  const found = settled.find(({ answer }) => isThrottle(answer) && answer.code !== code);
  if (!found) return null;
  const received: Fact = { is: 'throttled', answer: answerFact(found.answer), needs: 'users' };
  return notRun('throttled', received, { exchanges: found.exchanges, missing: 'more-users' });
}

function comparedWith(other: Settled, omitted: Settled, isRight: boolean): Finding {
  const both = { ...omitted, exchanges: [...omitted.exchanges, ...other.exchanges] };
  if (isRight) return satisfied(both, { is: 'same', as: 'mobile' });
  return violated(both, { is: 'same', as: 'mobile', answer: answerFact(other.answer) }, { place: '/verifyType' });
}

/** Milliseconds between sends that every profile waits. */
const shortRestMs = 1000;

/** Three accepted sends to a token that was not used today; spaced apart where the profile has the time. */
function* threeSends({ op, settings, fixtures }: CheckContext): Steps<Finding> {
  const fixture = fixtures.findIndex(({ fresh }) => fresh);
  if (fixture < 0) return notRun('no-fixture', note('no-fresh-user'), { missing: 'fresh-user' });
  const names = ['first', 'second', 'third'];
  const { restMs = 0, perFixture = names.length } = settings.limits[op.id] ?? {};
  if (perFixture < names.length) return notRun('budget', note('limit-per-user', String(names.length)));
  const isPatient = settings.profile === 'certify' || restMs <= shortRestMs;
  const expected: Fact = { is: 'count', n: names.length, of: 'sends-before-limit' };
  const exchanges: Exchange[] = [];
  for (const [index, name] of names.entries()) {
    if (index > 0 && isPatient) yield* rest(restMs);
    const spec = { base: 'full', fixture, pinned: true, mayReachPerson: true, provokesThrottle: true } as const;
    const settled = yield* send(op.id, { ...spec, occurrence: `limit-${name}` }, `the ${name} send to a fresh token`);
    exchanges.push(...settled.exchanges);
    const { answer } = settled;
    if (answer.kind === 'S') continue;
    const isLimit = answer.code === 'OTP_SEND_TIMES_EXCEED_LIMIT';
    // Other sends are accepted: this user was sent messages before the run.
    if (isLimit && index === 0) return notRun('no-fixture', note('not-fresh'), { exchanges, missing: 'fresh-user' });
    const received: Fact = { is: 'send-answer', nth: index + 1, answer: answerFact(answer) };
    if (isLimit && isPatient) return violated(settled, expected, { received, place: '/accessToken', exchanges });
    return notRun('throttled', { ...received, mayNeedTime: true }, { expected, exchanges, missing: 'spacing' });
  }
  return shown('satisfied', expected, { is: 'accepted', times: names.length }, exchanges);
}
