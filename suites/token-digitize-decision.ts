/** tokenDigitizeDecision: how each of its requirements is proved. */

import { invariant, type ObservedExchange, probe, scenario, suite, suiteObligation } from '../engine/check/check.ts';
import { accepted, type Finding } from '../engine/check/finding.ts';
import { brief, isObject, valueAt } from '../engine/wire/json.ts';
import { ownAnswer } from './shared/lifecycle.ts';
import { absentOnRefusal } from './shared/result-invariants.ts';
import { minimalCall, validCall } from './shared/valid-calls.ts';

const reasons = ['walletProviderDecisioningInfo', 'recommendationReasons'];

function judged({ answer }: ObservedExchange, right: boolean, expected: string, says: string, field: string): Finding {
  const base = { expected, received: says, exchanges: [answer.exchange], field: `response:/${field}` };
  return right ? { ...base, verdict: 'kept', reason: '' } : { ...base, verdict: 'broken', reason: 'broken' };
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : brief(value);
}

export default suite('tokenDigitizeDecision', {
  'TDD-01 Alipay+ MUST send a tokenReferenceId of at most 64 characters and one of the three values of tokenType with each digitization.':
    [suiteObligation()],
  'TDD-02 Alipay+ MUST keep each text of a digitization within its documented length.': [suiteObligation()],
  'TDD-03 Alipay+ MUST send one of the six documented values, if any, as accountSource of a digitization, and objects where objects are documented.':
    [suiteObligation()],
  'TDD-04 The MPP MUST return APPROVED, REQUIRE_ADDITIONAL_AUTHENTICATION or DECLINED as decision when it answers SUCCESS.':
    [
      invariant('every SUCCESS carries a documented decision', (witness) => {
        if (witness.answer.code !== 'SUCCESS') return null;
        const documented = witness.op.response.find(({ path }) => path[0] === 'decision')!.enum!;
        const decision = valueAt(witness.answer.json, ['decision']);
        const right = typeof decision === 'string' && documented.includes(decision);
        return judged(witness, right, documented.join(', '), show(decision), 'decision');
      }),
      scenario('APPROVED'),
    ],
  'TDD-05 The MPP SHOULD return at least one activation method with the decision REQUIRE_ADDITIONAL_AUTHENTICATION.': [
    invariant('REQUIRE_ADDITIONAL_AUTHENTICATION comes with an activation method', (witness) => {
      if (valueAt(witness.answer.json, ['decision']) !== 'REQUIRE_ADDITIONAL_AUTHENTICATION') return null;
      const methods = valueAt(witness.answer.json, ['activationMethods']);
      const right = Array.isArray(methods) && methods.length > 0;
      return judged(witness, right, 'an activation method', show(methods), 'activationMethods');
    }),
    scenario('REQUIRE_ADDITIONAL_AUTHENTICATION'),
  ],
  'TDD-06 The MPP MUST return activationMethods, where it returns them, as an array of objects.': [
    invariant('activationMethods, where they are, are an array of objects', (witness) => {
      const methods = valueAt(witness.answer.json, ['activationMethods']);
      if (methods === undefined || methods === null) return null;
      const right = Array.isArray(methods) && methods.every(isObject);
      return judged(witness, right, 'an array of objects', show(methods), 'activationMethods');
    }),
  ],
  'TDD-07 The MPP MUST report a request that it declines as S with DECLINED and not as F.': [scenario('DECLINED')],
  'TDD-08 The MPP MUST answer USER_NO_ACTIVATE_METHOD when the user has no activation method that can be used.': [
    scenario('USER_NO_ACTIVATE_METHOD'),
  ],
  'TDD-09 The MPP MUST answer USER_NOT_EXIST to a digitization for nobody it knows and USER_STATUS_ABNORMAL to one for a blocked user.':
    [scenario('USER_NOT_EXIST'), scenario('USER_STATUS_ABNORMAL')],
  'TDD-12 The MPP SHOULD accept a recommendation reason that it does not know.': [
    probe(
      'an unknown recommendation reason is accepted',
      async (trial) => {
        const ask = { base: 'full', edits: [{ path: reasons, set: ['CF_UNKNOWN_REASON'] }], pays: true } as const;
        return accepted(await trial.ask(ask, 'an unknown recommendation reason'), `/${reasons.join('/')}`);
      },
      { phase: 'acceptance' },
    ),
  ],
  'TDD-13 The MPP SHOULD leave decision out of an answer that is F or U.': [absentOnRefusal('decision')],
  'TDD-14 The MPP MUST answer S with SUCCESS to a valid digitization for a user it knows.': [
    validCall(),
    minimalCall(),
    ...ownAnswer('tokenDigitizeDecision'),
  ],
});
