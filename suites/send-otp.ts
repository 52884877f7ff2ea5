/** sendOTP: how each of its requirements is proved. */

import { invariant, notObservable, probe, scenario, sequence, suite, suiteObligation } from '../engine/check/check.ts';
import { broken, type Finding, kept, Unjudged } from '../engine/check/finding.ts';
import type { Trial } from '../engine/drive/operation-client.ts';
import { received, sameAnswer } from '../engine/wire/answer.ts';
import { provenAccepted } from './shared/acceptance-proof.ts';
import { ownAnswer, ownId } from './shared/lifecycle.ts';
import { absentOnRefusal, ownValueEach } from './shared/result-invariants.ts';
import { validCall } from './shared/valid-calls.ts';

const illegalType = {
  base: 'full',
  edits: [{ path: ['verifyType'], set: 'X' }],
  breaks: { path: ['verifyType'], keyword: 'enum' },
} as const;

/** A request whose verifyType is changed is accepted. */
function verifyType(title: string, edit: { set: unknown } | { unset: true }) {
  const ask = { base: 'full', edits: [{ path: ['verifyType'], ...edit }] } as const;
  const claim = {
    ask,
    title,
    breaking: illegalType,
    noticed: 'PARAM_ILLEGAL',
    live: 'always',
    field: '/verifyType',
  } as const;
  return probe(title, (trial) => provenAccepted(trial, claim), { phase: 'acceptance' });
}

export default suite('sendOTP', {
  'OTP-01 Alipay+ MUST send an acquirerId and a pspId of at most 64 characters and an accessToken of at most 128.': [
    suiteObligation(),
  ],
  'OTP-02 Alipay+ MUST send MOBILE, EMAIL, null or nothing as verifyType.': [suiteObligation()],
  'OTP-03 The MPP MUST return a verifyRequestId of 1 to 64 characters when it answers S.': [
    invariant('every S carries a verifyRequestId of 1 to 64 characters', ({ answer, op }) => {
      if (answer.kind !== 'S') return null;
      const id = (answer.json as Record<string, unknown>).verifyRequestId;
      const max = op.response.find(({ path }) => path[0] === 'verifyRequestId')!.maxLength!;
      const right = typeof id === 'string' && id.length >= 1 && id.length <= max;
      const says =
        typeof id === 'string'
          ? `${id.length} characters`
          : id === undefined
            ? 'no verifyRequestId'
            : `verifyRequestId as a JSON ${id === null ? 'null' : typeof id}`;
      return {
        verdict: right ? 'kept' : 'broken',
        reason: right ? '' : 'broken',
        expected: `a verifyRequestId of 1 to ${max} characters`,
        received: says,
        exchanges: [answer.exchange],
        field: 'response:/verifyRequestId',
      };
    }),
  ],
  'OTP-04 The MPP MUST give each OTP its own verifyRequestId.': [
    ownValueEach('sendOTP', 'verifyRequestId'),
    ...ownId(),
  ],
  'OTP-05 The MPP MUST treat a request without verifyType as one for MOBILE.': [
    verifyType('a request without verifyType is accepted', { unset: true }),
    verifyType('a request with verifyType null is accepted', { set: null }),
    ...(['without verifyType', 'with verifyType null'] as const).map((omitted) =>
      probe(`a scenario for MOBILE ends alike ${omitted}`, (trial) => mobileByDefault(trial, omitted), {
        phase: 'scenario',
      }),
    ),
  ],
  'OTP-06 The MPP MUST accept EMAIL as verifyType.': [verifyType('verifyType EMAIL is accepted', { set: 'EMAIL' })],
  'OTP-09 The MPP MUST answer INVALID_TOKEN to an unknown access token and EXPIRED_ACCESS_TOKEN to an expired one.': [
    probe('a made-up access token is not accepted', async (trial) => {
      const settled = await trial.ask({ base: 'full', user: 'nobody' }, 'a request for a made-up user');
      const expected = 'not S';
      return settled.answer.kind === 'S'
        ? broken(settled, expected, { field: '/accessToken' })
        : kept(settled, expected);
    }),
    scenario('INVALID_TOKEN'),
    scenario('EXPIRED_ACCESS_TOKEN'),
  ],
  'OTP-10 The MPP MUST answer INVALID_TOKEN to an access token whose scope does not cover the call.': [
    scenario('INVALID_TOKEN', 'scope'),
  ],
  'OTP-11 The MPP MUST answer USER_NOT_EXIST when the user of the token is gone and USER_STATUS_ABNORMAL when that user is blocked.':
    [scenario('USER_NOT_EXIST'), scenario('USER_STATUS_ABNORMAL')],
  'OTP-12 The MPP MUST send at least 3 OTPs per access token and day before it answers OTP_SEND_TIMES_EXCEED_LIMIT.': [
    sequence('three sends to a fresh token are not too many', threeSends, { phase: 'limit' }),
    scenario('OTP_SEND_TIMES_EXCEED_LIMIT'),
  ],
  'OTP-13 The MPP SHOULD leave verifyRequestId out of an answer that is not S.': [absentOnRefusal('verifyRequestId')],
  'OTP-14 The MPP MUST accept in verifyOTP the verifyRequestId that it returned.': [notObservable()],
  'OTP-15 The MPP MUST answer S with SUCCESS to a valid sendOTP with a good access token.': [
    validCall(),
    ...ownAnswer('sendOTP'),
  ],
});

/** Scenarios that name MOBILE show what omitting it means: the same answer. */
async function mobileByDefault(
  trial: Trial,
  omitting: 'without verifyType' | 'with verifyType null',
): Promise<Finding> {
  const path = ['verifyType'];
  const edits = [omitting === 'without verifyType' ? { path, unset: true as const } : { path, set: null }];
  const named = (trial.run.settings.scenarios[trial.op.id] ?? []).filter(({ body }) => body.verifyType === 'MOBILE');
  let last: Finding | null = null;
  for (const { code, body } of named) {
    const ask = {
      base: 'full',
      overlay: body,
      provokesThrottle: true,
      provokesWeather: true,
      unchecked: true,
    } as const;
    const mobile = await trial.ask(ask, `the scenario ${code} with MOBILE`);
    const omitted = await trial.ask({ ...ask, edits }, `the scenario ${code} ${omitting}`);
    const both = { ...omitted, exchanges: [...omitted.exchanges, ...mobile.exchanges] };
    const expected = `${received(mobile.answer)}, as for MOBILE`;
    if (!sameAnswer(mobile.answer, omitted.answer)) return broken(both, expected, { field: '/verifyType' });
    last = kept(both, expected);
  }
  if (!last) throw new Unjudged('not-applicable', 'precondition', 'no scenario names verifyType MOBILE');
  return last;
}

/** Three accepted sends to a token that was not used today; spaced apart where the profile has the time. */
async function threeSends(trial: Trial): Promise<Finding> {
  const fixture = trial.pool.takeFresh();
  if (fixture === null) throw new Unjudged('not-run', 'no-fixture', 'a fixture with fresh: true is needed');
  const { settings } = trial.run;
  const restMs = settings.limits[trial.op.id]?.restMs ?? 0;
  const patient = settings.profile === 'certify' || restMs <= 1000;
  const expected = 'three OTPs before OTP_SEND_TIMES_EXCEED_LIMIT';
  const exchanges = [];
  for (const turn of ['first', 'second', 'third']) {
    if (turn !== 'first' && patient) await trial.run.rest(restMs);
    const settled = await trial.ask(
      {
        base: 'full',
        fixture,
        pinned: true,
        mayReachPerson: true,
        provokesThrottle: true,
        occurrence: `limit ${turn}`,
      },
      `the ${turn} send to a fresh token`,
    );
    exchanges.push(...settled.exchanges);
    const { answer } = settled;
    if (answer.kind === 'S') continue;
    if (answer.code === 'OTP_SEND_TIMES_EXCEED_LIMIT' && patient)
      return {
        ...broken(settled, expected, { received: `${received(answer)} to the ${turn} send`, field: '/accessToken' }),
        exchanges,
      };
    throw new Unjudged(
      'not-run',
      'throttled',
      `${received(answer)} to the ${turn} send; the target may want time between sends`,
      exchanges,
      expected,
    );
  }
  return { verdict: 'kept', reason: '', expected, received: 'three times S', exchanges };
}
