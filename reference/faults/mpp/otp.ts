/** Faults of OTPs: recipient, frequency, and id. */
import type { Patch } from '../../mpp/behaviour.ts';
import { hasLegalFields } from '../../mpp/fields.ts';
import { accessToken } from '../../mpp/users.ts';
import { type MppFault, mustFault, rowKeys, shouldFault } from '../fault.ts';
import { guarded, onAnswer, onCode, onDecision, recoded, served } from './alterations.ts';

const newIds = (make: (token: string, n: number) => unknown): Patch => {
  return (b) => ({ ...b, newId: (_b, call) => make(String(call.request.accessToken), call.n) });
};

const scope = accessToken('tokNarrowScope');

const otp: readonly MppFault[] = [
  mustFault(
    'otp-made-up-token-accepted',
    'Sends an OTP for any access token, even one that was never issued.',
    rowKeys('sendOTP', 'OTP-09', '*'),
    served('sendOTP', 'INVALID_TOKEN', (request) => request.accessToken !== scope),
  ),
  mustFault(
    'otp-expired-token-accepted',
    'Sends an OTP for an access token that is out of date.',
    rowKeys('sendOTP', 'OTP-09'),
    served('sendOTP', 'EXPIRED_ACCESS_TOKEN'),
  ),
  mustFault(
    'otp-expired-token-invalid',
    'Answers INVALID_TOKEN to an access token that is out of date.',
    rowKeys('sendOTP', 'OTP-09'),
    recoded('sendOTP', 'EXPIRED_ACCESS_TOKEN', 'INVALID_TOKEN'),
  ),
  mustFault(
    'otp-unknown-token-as-unknown-user',
    'Answers USER_NOT_EXIST to an unknown access token.',
    rowKeys('sendOTP', 'OTP-09', 'OTP-10'),
    recoded('sendOTP', 'INVALID_TOKEN', 'USER_NOT_EXIST'),
  ),
  mustFault(
    'otp-unknown-token-illegal-parameter',
    'Answers PARAM_ILLEGAL to an unknown access token.',
    rowKeys('sendOTP', 'OTP-09', 'OTP-10', '*.maxLength'),
    recoded('sendOTP', 'INVALID_TOKEN', 'PARAM_ILLEGAL'),
  ),
  mustFault(
    'otp-scope-not-checked',
    'Never looks at the scope of an access token.',
    rowKeys('sendOTP', 'OTP-10'),
    served('sendOTP', 'INVALID_TOKEN', (request) => request.accessToken === scope),
  ),
  mustFault(
    'otp-scope-access-denied',
    'Answers ACCESS_DENIED to an access token of too narrow a scope.',
    rowKeys('sendOTP', 'OTP-10'),
    onDecision(
      'sendOTP',
      (next) => (b, request, call) =>
        request.accessToken === scope ? { result: b.result('ACCESS_DENIED') } : next(b, request, call),
    ),
  ),
  mustFault(
    'otp-frozen-user-accepted',
    'Sends an OTP to a user whose account is not in order.',
    rowKeys('sendOTP', 'OTP-11'),
    served('sendOTP', 'USER_STATUS_ABNORMAL'),
  ),
  mustFault(
    'otp-gone-user-as-invalid-token',
    'Answers INVALID_TOKEN about a user who is gone.',
    rowKeys('sendOTP', 'OTP-11'),
    recoded('sendOTP', 'USER_NOT_EXIST', 'INVALID_TOKEN'),
  ),
  mustFault(
    'otp-frozen-user-process-fail',
    'Answers PROCESS_FAIL about a user whose account is not in order.',
    rowKeys('sendOTP', 'OTP-11'),
    recoded('sendOTP', 'USER_STATUS_ABNORMAL', 'PROCESS_FAIL'),
  ),
  mustFault(
    'otp-limit-process-fail',
    'Answers PROCESS_FAIL where no further OTP may be sent.',
    rowKeys('sendOTP', 'OTP-12'),
    recoded('sendOTP', 'OTP_SEND_TIMES_EXCEED_LIMIT', 'PROCESS_FAIL'),
  ),
  mustFault(
    'otp-two-a-day',
    'Sends two OTPs per access token and day, then none.',
    rowKeys('sendOTP', 'OTP-12'),
    (b) => ({
      ...b,
      sending: { perDay: 2, spacingMs: 0 },
    }),
  ),
  mustFault(
    'otp-one-a-day',
    'Sends one OTP per access token and day, then none.',
    rowKeys('sendOTP', 'OTP-12'),
    (b) => ({
      ...b,
      sending: { perDay: 1, spacingMs: 0 },
    }),
  ),
  mustFault(
    'otp-default-is-email',
    'Sends an e-mail where verifyType is left out.',
    rowKeys('sendOTP', 'OTP-05'),
    onDecision(
      'sendOTP',
      (next) => (b, request, call) => next(b, { ...request, verifyType: request.verifyType ?? 'EMAIL' }, call),
    ),
  ),
  mustFault(
    'otp-null-verify-type-is-email',
    'Takes a verifyType of null for EMAIL.',
    rowKeys('sendOTP', 'OTP-05', 'verifyType.optional'),
    onDecision(
      'sendOTP',
      (next) => (b, request, call) =>
        next(b, request.verifyType === null ? { ...request, verifyType: 'EMAIL' } : request, call),
    ),
  ),
  mustFault(
    'otp-email-refused',
    'Refuses EMAIL as verifyType.',
    rowKeys('sendOTP', 'OTP-06', 'verifyType.enum', 'G-16'),
    guarded(
      hasLegalFields,
      (next) => (b, call) =>
        call.api === 'sendOTP' && call.request.verifyType === 'EMAIL' ? 'PARAM_ILLEGAL' : next(b, call),
    ),
  ),
  mustFault(
    'otp-email-not-offered',
    'Answers PROCESS_FAIL to EMAIL, since it sends text messages only.',
    rowKeys('sendOTP', 'OTP-06', 'verifyType.enum', 'G-16'),
    onDecision(
      'sendOTP',
      (next) => (b, request, call) =>
        request.verifyType === 'EMAIL' ? { result: b.result('PROCESS_FAIL') } : next(b, request, call),
    ),
  ),
  mustFault(
    'otp-valid-call-process-fail',
    'Answers PROCESS_FAIL to a valid sendOTP of a good access token.',
    rowKeys('sendOTP', 'OTP-15', '*'),
    recoded('sendOTP', 'SUCCESS', 'PROCESS_FAIL'),
  ),
];

/** Ids of OTPs. */
const ids: readonly MppFault[] = [
  mustFault(
    'otp-id-constant',
    'Gives every OTP the same verifyRequestId.',
    rowKeys('sendOTP', 'OTP-04'),
    newIds(() => 'otp-1'),
  ),
  mustFault(
    'otp-id-from-clock',
    'Makes the verifyRequestId out of the time in tens of seconds.',
    rowKeys('sendOTP', 'OTP-04'),
    newIds(() => `otp-${Math.floor(Date.now() / 10_000)}`),
  ),
  mustFault(
    'otp-id-one-of-four',
    'Draws the verifyRequestId from four.',
    rowKeys('sendOTP', 'OTP-04'),
    newIds((_token, n) => `otp-${n % 4}`),
  ),
  shouldFault(
    'otp-id-per-token',
    'Gives each access token one verifyRequestId for all its OTPs.',
    rowKeys('sendOTP', 'OTP-04'),
    newIds((token) => `otp-${Buffer.from(token).toString('base64url').slice(0, 40)}`),
  ),
  mustFault(
    'otp-id-raced',
    'Reads the last id, waits, and stores the next one, so that two users at the same moment get the same.',
    rowKeys('sendOTP', 'OTP-04'),
    (b) => {
      let last = 0;
      return {
        ...b,
        newId: async () => {
          const next = last + 1;
          await new Promise((resolve) => setTimeout(resolve, 25));
          last = next;
          return `otp-${next}`;
        },
      };
    },
  ),
  mustFault(
    'otp-id-first-time-only',
    'Returns a verifyRequestId with the first OTP of an access token only.',
    rowKeys('sendOTP', 'OTP-03', 'response.verifyRequestId.required'),
    (b) => {
      const known = new Set<string>();
      return onCode('sendOTP', 'SUCCESS', (answer, call) => {
        const token = String(call.request.accessToken);
        const again = known.has(token);
        known.add(token);
        return again ? { ...answer, verifyRequestId: undefined } : answer;
      })(b);
    },
  ),
  mustFault(
    'otp-id-inside-result',
    'Puts the verifyRequestId into the result.',
    rowKeys('sendOTP', 'OTP-03', 'OTP-04', 'response.verifyRequestId.required'),
    onCode('sendOTP', 'SUCCESS', ({ verifyRequestId, result }) => ({ result: { ...result, verifyRequestId } })),
  ),
  mustFault(
    'otp-id-missing-for-email',
    'Returns no verifyRequestId with an OTP by e-mail.',
    rowKeys('sendOTP', 'OTP-03', 'response.verifyRequestId.required'),
    onCode('sendOTP', 'SUCCESS', (answer, call) =>
      call.request.verifyType === 'EMAIL' ? { ...answer, verifyRequestId: null } : answer,
    ),
  ),
  shouldFault(
    'otp-id-on-failures',
    'Returns a verifyRequestId with failures too.',
    rowKeys('sendOTP', 'OTP-13'),
    onAnswer((answer, call) =>
      call.api === 'sendOTP' && answer.result.resultStatus !== 'S'
        ? { ...answer, verifyRequestId: `none-${call.n}` }
        : answer,
    ),
  ),
];

/** Faults of sendOTP's business. */
export const otpFaults: readonly MppFault[] = [...otp, ...ids];
