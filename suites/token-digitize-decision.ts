/** tokenDigitizeDecision: how each of its requirements is checked. */
import { invariant, scenario, suite, suiteObligation } from '../engine/check/check.ts';
import type { Fact } from '../engine/check/facts.ts';
import { type Finding, shown } from '../engine/check/finding.ts';
import type { ObservedExchange } from '../engine/check/observed-exchange.ts';
import { accepts, set } from '../engine/check/verbs/index.ts';
import { isObject, pointer, valueAt } from '../engine/wire/json.ts';
import { fieldFault, fieldRuleFact } from './shared/field-rules.ts';
import { ownAnswer } from './shared/lifecycle.ts';
import { nearlyRightId } from './shared/nearly-right.ts';
import { absentOnRefusal } from './shared/result-invariants.ts';
import { minimalCall, validCall } from './shared/valid-calls.ts';

const reasons = ['walletProviderDecisioningInfo', 'recommendationReasons'];

/** A finding on one field of an answer. */
function onField({ answer }: ObservedExchange, isRight: boolean, expected: Fact, field: string): Finding {
  const value = valueAt(answer.json, [field]);
  const received: Fact = value === undefined ? { is: 'missing', field } : { is: 'value', value, field };
  const place = `response:/${field}`;
  return shown(isRight ? 'satisfied' : 'violated', expected, received, [answer.exchange], { place });
}

export default suite('tokenDigitizeDecision', {
  'TDD-01 Alipay+ MUST send a tokenReferenceId of at most 64 characters and one of the three values of tokenType with each digitization.':
    [suiteObligation()],
  'TDD-02 Alipay+ MUST NOT exceed the documented lengths of the text fields of a digitization.': [suiteObligation()],
  'TDD-03 Alipay+ MUST send accountSource of a digitization, if present, as one of the six documented values, and objects where objects are documented.':
    [suiteObligation()],
  'TDD-04 The MPP MUST return APPROVED, REQUIRE_ADDITIONAL_AUTHENTICATION or DECLINED as decision when it answers SUCCESS.':
    [
      invariant('every SUCCESS carries a documented decision', (observed) => {
        if (observed.answer.code !== 'SUCCESS') return null;
        const field = observed.op.response.find(({ path }) => path[0] === 'decision')!;
        const decision = valueAt(observed.answer.json, field.path);
        const isRight = typeof decision === 'string' && fieldFault('enum', field, decision, 'answer') === null;
        return onField(observed, isRight, fieldRuleFact('enum', field), 'decision');
      }),
      scenario('APPROVED'),
    ],
  'TDD-05 The MPP SHOULD return at least one activation method with the decision REQUIRE_ADDITIONAL_AUTHENTICATION.': [
    invariant('REQUIRE_ADDITIONAL_AUTHENTICATION comes with an activation method', (observed) => {
      if (valueAt(observed.answer.json, ['decision']) !== 'REQUIRE_ADDITIONAL_AUTHENTICATION') return null;
      const field = 'activationMethods';
      const methods = valueAt(observed.answer.json, [field]);
      const isRight = Array.isArray(methods) && methods.length > 0;
      return onField(observed, isRight, { is: 'at-least', n: 1, of: 'items', field }, field);
    }),
    scenario('REQUIRE_ADDITIONAL_AUTHENTICATION'),
  ],
  'TDD-06 The MPP MUST return activationMethods, if present, as an array of objects.': [
    invariant('activationMethods, if present, is an array of objects', (observed) => {
      const field = 'activationMethods';
      const methods = valueAt(observed.answer.json, [field]);
      if (methods === undefined || methods === null) return null;
      const isRight = Array.isArray(methods) && methods.every(isObject);
      return onField(observed, isRight, { is: 'array-of', items: 'object', field }, field);
    }),
  ],
  'TDD-07 The MPP MUST answer a request that it declines with S and the decision DECLINED, not with F.': [
    scenario('DECLINED'),
  ],
  'TDD-08 The MPP MUST answer USER_NO_ACTIVATE_METHOD when the user has no usable activation method.': [
    scenario('USER_NO_ACTIVATE_METHOD'),
  ],
  'TDD-09 The MPP MUST answer USER_NOT_EXIST to a digitization for an unknown user and USER_STATUS_ABNORMAL to one for a blocked user.':
    [scenario('USER_NOT_EXIST'), scenario('USER_STATUS_ABNORMAL'), nearlyRightId('customerId')],
  'TDD-12 The MPP SHOULD accept a recommendation reason that it does not know.': [
    accepts(
      'an unknown recommendation reason',
      { edit: [set(reasons, ['CF_UNKNOWN_REASON'])] },
      { place: pointer(reasons) },
    ),
  ],
  'TDD-13 The MPP SHOULD omit decision from an answer that is F or U.': [absentOnRefusal('decision')],
  'TDD-14 The MPP MUST answer S with SUCCESS to a valid digitization for a known user.': [
    validCall(),
    minimalCall(),
    ...ownAnswer('tokenDigitizeDecision'),
  ],
});
