/** sendActivationCode: how each of its requirements is checked. */
import { scenario, suite, suiteObligation } from '../engine/check/check.ts';
import { ownAnswer, repeatedCode } from './shared/lifecycle.ts';
import { nearlyRightId } from './shared/nearly-right.ts';
import { validCall, without } from './shared/valid-calls.ts';

export default suite('sendActivationCode', {
  'SAC-01 Alipay+ MUST send a tokenReferenceId of 1 to 64 characters with each activation code.': [suiteObligation()],
  'SAC-02 Alipay+ MUST send a customerId of at most 64 characters, null or nothing with an activation code.': [
    suiteObligation(),
  ],
  'SAC-03 Alipay+ MUST send activation as an object.': [suiteObligation()],
  'SAC-04 Alipay+ MUST send expiryTime as an ISO 8601 time.': [suiteObligation()],
  'SAC-05 The MPP MUST answer S with SUCCESS to a valid sendActivationCode, for which a result alone is enough.': [
    validCall(),
    ...ownAnswer('sendActivationCode'),
    repeatedCode(),
  ],
  'SAC-09 The MPP MUST answer ACTIVATION_METHOD_NOT_SUPPORTED to an activation method that it cannot serve.': [
    scenario('ACTIVATION_METHOD_NOT_SUPPORTED'),
  ],
  'SAC-10 The MPP MUST answer OTP_SEND_TIMES_EXCEED_LIMIT once it has sent as many activation codes as it allows.': [
    scenario('OTP_SEND_TIMES_EXCEED_LIMIT'),
  ],
  'SAC-11 The MPP MUST answer USER_NOT_EXIST when nobody is behind an activation code and USER_STATUS_ABNORMAL when that user is blocked.':
    [
      scenario('USER_NOT_EXIST'),
      scenario('USER_STATUS_ABNORMAL'),
      nearlyRightId('customerId'),
      nearlyRightId('tokenReferenceId'),
    ],
  'SAC-12 The MPP MUST accept a sendActivationCode that names no customerId.': [without('customerId')],
});
