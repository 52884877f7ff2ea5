/** sendActivationCode: how each of its requirements is checked. */
import { scenario, suite, suiteObligation } from '../engine/check/check.ts';
import { ownAnswer, repeatedCode } from './shared/lifecycle.ts';
import { nearlyRightId } from './shared/nearly-right.ts';
import { validCall, without } from './shared/valid-calls.ts';

export default suite('sendActivationCode', {
  'SAC-01 Alipay+ MUST send a tokenReferenceId of 1 to 64 characters with each activation code.': [suiteObligation()],
  'SAC-02 Alipay+ MUST send a customerId of at most 64 characters or null in sendActivationCode, or omit it.': [
    suiteObligation(),
  ],
  'SAC-03 Alipay+ MUST send activation as an object.': [suiteObligation()],
  'SAC-04 Alipay+ MUST send expiryTime as an ISO 8601 time.': [suiteObligation()],
  'SAC-05 The MPP MUST answer S with SUCCESS to a valid sendActivationCode; the answer needs no field other than result.':
    [validCall(), ...ownAnswer('sendActivationCode'), repeatedCode()],
  'SAC-09 The MPP MUST answer ACTIVATION_METHOD_NOT_SUPPORTED to an activation method that it does not support.': [
    scenario('ACTIVATION_METHOD_NOT_SUPPORTED'),
  ],
  'SAC-10 The MPP MUST answer OTP_SEND_TIMES_EXCEED_LIMIT when its limit of activation codes is reached.': [
    scenario('OTP_SEND_TIMES_EXCEED_LIMIT'),
  ],
  'SAC-11 The MPP MUST answer USER_NOT_EXIST when the user of an activation code does not exist and USER_STATUS_ABNORMAL when the user is blocked.':
    [
      scenario('USER_NOT_EXIST'),
      scenario('USER_STATUS_ABNORMAL'),
      nearlyRightId('customerId'),
      nearlyRightId('tokenReferenceId'),
    ],
  'SAC-12 The MPP MUST accept a sendActivationCode without customerId.': [without('customerId')],
});
