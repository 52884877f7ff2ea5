/** Faults of the result: swapped, undocumented, with a wrong status, or in another place. */
import { type Json, mppApis, type Patch, type Result } from '../../mpp/behaviour.ts';
import { hasLegalFields } from '../../mpp/fields.ts';
import { type MppFault, mustFault, rowKeys, rowKeysOfAllApis, shouldFault } from '../fault.ts';
import { both, guarded, onAnswer, onCode, recoded, withResult } from './alterations.ts';

/** The rows in which a refusal of an illegal request is judged. */
const refusals = ['*.required', '*.null', '*.empty', '*.type', '*.maxLength', '*.enum', '*.format'].map(
  (row) => `*/${row}`,
);

/** Puts other values into the results with one code. */
const rewritten = (code: string, values: Json | Partial<Result>): Patch =>
  onCode(null, code, (answer) => withResult(answer, values));

/** One code for all APIs in the place of another. */
const renamed = (from: string, to: string): Patch => both(...mppApis.map((api) => recoded(api, from, to)));

const wrongPairs: readonly MppFault[] = [
  mustFault(
    'status-and-message-swapped',
    'Swaps resultStatus and resultMessage in general business failures, from a constructor with two strings.',
    rowKeys('sendOTP', 'response.result.resultStatus.enum').concat(
      rowKeysOfAllApis('response.result.resultStatus.enum', 'G-16'),
      rowKeys('sendOTP', 'OTP-05'),
    ),
    onCode(null, 'PROCESS_FAIL', (answer) =>
      withResult(answer, { resultStatus: answer.result.resultMessage, resultMessage: answer.result.resultStatus }),
    ),
  ),
  mustFault(
    'code-in-status',
    'Writes FAIL as resultCode and the code as resultStatus in general business failures.',
    rowKeys('sendOTP', 'response.result.resultStatus.enum').concat(
      rowKeysOfAllApis('response.result.resultStatus.enum', 'G-16'),
      rowKeys('sendOTP', 'OTP-05'),
    ),
    onCode(null, 'PROCESS_FAIL', (answer) =>
      withResult(answer, { resultCode: 'FAIL', resultStatus: answer.result.resultCode }),
    ),
  ),
  mustFault(
    'status-in-lower-case',
    'Writes s, f and u as resultStatus.',
    rowKeysOfAllApis('response.result.resultStatus.enum', 'G-16'),
    onAnswer((answer) => withResult(answer, { resultStatus: String(answer.result.resultStatus).toLowerCase() })),
  ),
  mustFault(
    'illegal-parameter-as-unknown-status',
    'Answers PARAM_ILLEGAL with status U.',
    rowKeysOfAllApis('G-16').concat(refusals),
    rewritten('PARAM_ILLEGAL', { resultStatus: 'U' }),
  ),
  mustFault(
    'invalid-signature-as-unknown-status',
    'Answers INVALID_SIGNATURE with status U.',
    rowKeysOfAllApis('G-16', 'G-08', 'G-14'),
    rewritten('INVALID_SIGNATURE', { resultStatus: 'U' }),
  ),
  mustFault(
    'unknown-exception-as-failure',
    'Answers UNKNOWN_EXCEPTION with status F.',
    rowKeysOfAllApis('G-24', 'G-16'),
    rewritten('UNKNOWN_EXCEPTION', { resultStatus: 'F' }),
  ),
  mustFault(
    'traffic-limit-as-failure',
    'Answers REQUEST_TRAFFIC_EXCEED_LIMIT with status F.',
    rowKeysOfAllApis('G-24', 'G-16'),
    rewritten('REQUEST_TRAFFIC_EXCEED_LIMIT', { resultStatus: 'F' }),
  ),
  mustFault(
    'success-code-with-failure-status',
    'Answers an activation code that it could send with SUCCESS and status F.',
    rowKeys('sendActivationCode', 'G-16', 'SAC-05', '*'),
    onCode('sendActivationCode', 'SUCCESS', (answer) => withResult(answer, { resultStatus: 'F' })),
  ),
  mustFault(
    'access-denied-as-success-status',
    'Answers ACCESS_DENIED with status S.',
    rowKeysOfAllApis('G-16').concat(rowKeys('sendOTP', 'OTP-03', 'response.verifyRequestId.required')),
    rewritten('ACCESS_DENIED', { resultStatus: 'S' }),
  ),
];

const wrongCodes: readonly MppFault[] = [
  mustFault(
    'success-code-ok',
    'Answers OK in the place of SUCCESS.',
    rowKeysOfAllApis('G-16').concat(rowKeys('sendOTP', 'OTP-15'), rowKeys('tokenDigitizeDecision', 'TDD-14', 'TDD-04')),
    rewritten('SUCCESS', { resultCode: 'OK' }),
  ),
  mustFault(
    'success-code-in-lower-case',
    'Answers success in lower case.',
    rowKeysOfAllApis('G-16').concat(rowKeys('sendOTP', 'OTP-15'), rowKeys('tokenDigitizeDecision', 'TDD-14', 'TDD-04')),
    rewritten('SUCCESS', { resultCode: 'success' }),
  ),
  mustFault(
    'invented-code-for-unknown-token',
    'Answers TOKEN_NOT_FOUND, which no table has, to an unknown access token.',
    rowKeys('sendOTP', 'G-16', 'OTP-09', 'OTP-10'),
    onCode('sendOTP', 'INVALID_TOKEN', (answer) => withResult(answer, { resultCode: 'TOKEN_NOT_FOUND' })),
  ),
  mustFault(
    'invented-code-for-unknown-user',
    'Answers USER_NOT_FOUND, which no table has, to an unknown customer.',
    rowKeys('tokenDigitizeDecision', 'G-16', 'TDD-09', 'customerId.maxLength').concat(
      rowKeys('sendActivationCode', 'G-16', 'SAC-11', 'customerId.maxLength'),
    ),
    onCode(null, 'USER_NOT_EXIST', (answer) => withResult(answer, { resultCode: 'USER_NOT_FOUND' })),
  ),
  mustFault(
    'unknown-exception-with-trailing-space',
    'Copies "UNKNOWN_EXCEPTION " with the space that two pages have behind it.',
    rowKeysOfAllApis('G-16', 'G-24'),
    rewritten('UNKNOWN_EXCEPTION', { resultCode: 'UNKNOWN_EXCEPTION ' }),
  ),
  mustFault(
    'invalid-token-with-trailing-space',
    'Answers "INVALID_TOKEN " with a space behind it.',
    rowKeys('sendOTP', 'G-16', 'OTP-09', 'OTP-10'),
    onCode('sendOTP', 'INVALID_TOKEN', (answer) => withResult(answer, { resultCode: 'INVALID_TOKEN ' })),
  ),
  mustFault(
    'traffic-limit-as-process-fail',
    'Answers overload with PROCESS_FAIL.',
    rowKeysOfAllApis('G-24'),
    renamed('REQUEST_TRAFFIC_EXCEED_LIMIT', 'PROCESS_FAIL'),
  ),
  mustFault(
    'unexpected-error-as-process-fail',
    'Answers its own unexpected errors with PROCESS_FAIL.',
    rowKeysOfAllApis('G-24'),
    renamed('UNKNOWN_EXCEPTION', 'PROCESS_FAIL'),
  ),
  mustFault(
    'access-denied-as-process-fail',
    'Knows one business failure only: PROCESS_FAIL for ACCESS_DENIED too.',
    rowKeysOfAllApis('G-16'),
    renamed('ACCESS_DENIED', 'PROCESS_FAIL'),
  ),
  mustFault(
    'illegal-notification-as-process-fail',
    'Answers an illegal notification with PROCESS_FAIL.',
    [
      ...rowKeys('tokenActivationNotification', 'tokenReferenceId.required'),
      ...['required', 'null', 'empty', 'type', 'maxLength', 'enum', 'format'].map(
        (keyword) => `tokenActivationNotification/*.${keyword}`,
      ),
    ],
    guarded(hasLegalFields, (next) => async (b, call) => {
      const refused = await next(b, call);
      return refused && call.api === 'tokenActivationNotification' ? 'PROCESS_FAIL' : refused;
    }),
  ),
];

const habits: readonly MppFault[] = [
  shouldFault(
    'failures-as-http-400',
    'Answers failures as HTTP 400, with a signed JSON result.',
    rowKeysOfAllApis('G-22'),
    (b) => ({
      ...b,
      httpStatus: (_call, answer) => (answer.result.resultStatus === 'F' ? 400 : 200),
    }),
  ),
  shouldFault(
    'unknown-results-as-http-500',
    'Answers unknown results as HTTP 500, with a signed JSON result.',
    rowKeysOfAllApis('G-22'),
    (b) => ({ ...b, httpStatus: (_call, answer) => (answer.result.resultStatus === 'U' ? 500 : 200) }),
  ),
  mustFault(
    'every-fifth-success-has-another-code',
    'Answers every fifth success of an API with the code of an older version.',
    rowKeysOfAllApis('G-16', 'G-21', '*.optional', '*.maxLength').concat(
      rowKeys('sendOTP', 'OTP-15'),
      rowKeys('tokenDigitizeDecision', 'TDD-14', 'TDD-04'),
    ),
    (b) => {
      const successes = new Map<unknown, number>();
      return onAnswer((answer, call) => {
        if (answer.result.resultCode !== 'SUCCESS') return answer;
        const count = (successes.get(call.api) ?? 0) + 1;
        successes.set(call.api, count);
        return count % 5 === 0 ? withResult(answer, { resultCode: 'OPERATION_SUCCESS' }) : answer;
      })(b);
    },
  ),
];

/** Faults of code and status. */
export const resultFaults: readonly MppFault[] = [...wrongPairs, ...wrongCodes, ...habits];
