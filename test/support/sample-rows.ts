/** The rows of the sample report. */
import type { RequirementRow } from '../../engine/report.ts';
import { check, row } from './report-parts.ts';

const fields: Record<string, [name: string, length: number][]> = {
  sendOTP: [
    ['acquirerId', 64],
    ['pspId', 64],
    ['accessToken', 128],
  ],
  sendActivationCode: [
    ['tokenReferenceId', 64],
    ['customerId', 64],
  ],
  tokenActivationNotification: [
    ['tokenReferenceId', 64],
    ['customerId', 64],
    ['walletId', 16],
    ['tokenRequestorId', 16],
    ['secureElementId', 128],
  ],
  tokenDigitizeDecision: [
    ['tokenReferenceId', 64],
    ['customerId', 64],
    ['walletId', 16],
    ['consumerFacingEntityName', 128],
    ['accountIdHash', 64],
  ],
};

/** The rows that every operation has and that pass here. */
export function plainRows(): RequirementRow[] {
  return Object.entries(fields).flatMap(([operation, list]) => [
    ...list.flatMap(([name, length]) => fieldRows(operation, name, length)),
    ...['G-08', 'G-09', 'G-14'].map((id) =>
      row(`${operation}/${id}`, 'The MPP MUST answer INVALID_SIGNATURE to a request whose signature does not verify.', {
        kind: 'signature',
      }),
    ),
    row(`${operation}/G-10`, 'The MPP MUST answer METHOD_NOT_SUPPORTED to a method other than POST.', {
      kind: 'method',
    }),
    row(`${operation}/G-16`, 'The MPP MUST answer with a code and status pair of the API.', { kind: 'result' }),
    row(`${operation}/G-17`, 'The MPP MUST answer PARAM_ILLEGAL to an illegal parameter.', {
      kind: 'group',
      checks: [],
    }),
    row(`${operation}/G-24`, 'The MPP MUST answer U to an overload.', {
      kind: 'scenario',
      outcome: 'not-run',
      reason: 'no-scenario',
      checks: [],
    }),
    row(`${operation}/G-25`, 'The MPP MUST repeat after a time-out with the same parameters.', {
      kind: 'model',
      outcome: 'not-applicable',
      reason: 'binds-caller',
      checks: [],
    }),
  ]);
}

function fieldRows(operation: string, name: string, length: number): RequirementRow[] {
  const base = { group: ['G-17'], basis: 'derived' as const };
  const body = { [name]: 'x'.repeat(8) };
  return [
    row(`${operation}/${operation}.${name}.required`, `The MPP MUST answer PARAM_ILLEGAL when ${name} is absent.`, {
      ...base,
      kind: 'required',
      checks: [
        check({
          title: `${name} is missing: it is refused`,
          done: `${name} is missing`,
          expected: 'F/PARAM_ILLEGAL',
          received: 'F/PARAM_ILLEGAL',
        }),
      ],
    }),
    row(`${operation}/${operation}.${name}.null`, `The MPP MUST answer PARAM_ILLEGAL when ${name} is null.`, {
      ...base,
      kind: 'null',
    }),
    row(
      `${operation}/${operation}.${name}.maxLength`,
      `The MPP MUST answer PARAM_ILLEGAL to ${name} longer than ${length} characters.`,
      { ...base, kind: 'maxLength', checks: [check({ counterexample: body, exchanges: ['x1'] })] },
    ),
    row(`${operation}/${operation}.${name}.type`, `The MPP MUST NOT accept an array for ${name}.`, {
      ...base,
      kind: 'type',
    }),
  ];
}

/** The rows that are red, yellow or waived here. */
export function decisiveRows(): RequirementRow[] {
  return [...requestRows(), ...answerRows(), ...quieterRows()];
}

/** Failures that requests show. */
function requestRows(): RequirementRow[] {
  const long = { acquirerId: 'ACQ', pspId: 'PSP', accessToken: `tok-1${'x'.repeat(124)}` };
  const replay =
    "npx conformance --target https://mpp.example.com --only sendOTP/sendOTP.accessToken.maxLength --seed 1 --path '3:0:1'";
  return [
    row(
      'sendOTP/sendOTP.accessToken.maxLength',
      'The MPP MUST answer PARAM_ILLEGAL to accessToken longer than 128 characters.',
      {
        basis: 'derived',
        kind: 'maxLength',
        harm: 'accepts-forbidden',
        group: ['G-17', 'OTP-08'],
        outcome: 'failed',
        source: {
          page: 'https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/sendotp',
          words: 'Maximum length: 128 characters',
        },
        checks: [
          check({
            title: 'accessToken of 129 characters: it is refused',
            done: 'accessToken of 129 characters',
            outcome: 'failed',
            reason: 'accepted',
            expected: 'F with PARAM_ILLEGAL or INVALID_TOKEN',
            received: 'S/SUCCESS',
            seen: '4 of 4',
            counterexample: long,
            field: '/accessToken',
            exchanges: ['x12', 'x13'],
            replay,
          }),
          check({ title: 'accessToken of 128 characters: it is accepted', exchanges: ['x11'] }),
        ],
      },
    ),
    row('sendOTP/G-17', 'The MPP MUST answer PARAM_ILLEGAL to an illegal parameter.', {
      kind: 'group',
      outcome: 'failed',
      checks: [],
    }),
    row('sendOTP/OTP-08', 'The MPP MUST answer PARAM_ILLEGAL to a required field that is missing, null or too long.', {
      kind: 'group',
      outcome: 'failed',
      checks: [],
    }),
    ...consequenceRows(),
  ];
}

/** What follows from the failures of requests. */
function consequenceRows(): RequirementRow[] {
  return [
    row('sendOTP/OTP-09', 'The MPP MUST answer INVALID_TOKEN to an unknown access token.', {
      kind: 'scenario',
      harm: 'accepts-forbidden',
      outcome: 'failed',
      consequenceOf: 'sendOTP/sendOTP.accessToken.maxLength',
      checks: [
        check({
          title: 'a made-up access token is not accepted',
          done: 'a made-up access token',
          outcome: 'failed',
          reason: 'accepted',
          exchanges: ['x13'],
        }),
      ],
    }),
  ];
}

/** Failures that show in answers. */
function answerRows(): RequirementRow[] {
  return [
    row('sendOTP/OTP-03', 'The MPP MUST return a verifyRequestId of 1 to 64 characters when it answers S.', {
      kind: 'result',
      harm: 'wrong-form',
      outcome: 'failed',
      source: {
        page: 'https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/sendotp',
        words: 'verifyRequestId is returned when resultStatus is S',
      },
      checks: [
        check({
          title: 'every accepted answer carries a verifyRequestId',
          outcome: 'failed',
          reason: 'response-schema',
          expected: 'a string of 1 to 64 characters',
          received: 'the number 4711',
          seen: '9 of 9',
          field: 'response:/verifyRequestId',
          exchanges: ['x14'],
          replay: 'npx conformance --target https://mpp.example.com --only sendOTP/OTP-03 --seed 1',
        }),
      ],
    }),
    row(
      'tokenDigitizeDecision/TDD-04',
      'The MPP MUST return a decision of the three documented ones when it answers S.',
      {
        kind: 'enum',
        outcome: 'failed',
        checks: [
          check({
            title: 'a valid request is answered with a documented decision',
            outcome: 'failed',
            reason: 'response-schema',
            expected: 'APPROVED, REQUIRE_ADDITIONAL_AUTHENTICATION or DECLINED',
            received: 'the string "approved"',
            field: 'response:/decision',
            exchanges: ['x20'],
            replay: 'npx conformance --target https://mpp.example.com --only tokenDigitizeDecision/TDD-04 --seed 1',
          }),
        ],
      },
    ),
    row(
      'tokenDigitizeDecision/TDD-05',
      'The MPP SHOULD return activationMethods with REQUIRE_ADDITIONAL_AUTHENTICATION.',
      {
        level: 'SHOULD',
        kind: 'conditional',
        outcome: 'inconclusive',
        reason: 'control-failed',
        consequenceOf: 'tokenDigitizeDecision/TDD-04',
        checks: [],
      },
    ),
  ];
}

function quieterRows(): RequirementRow[] {
  return [
    row('sendOTP/G-22', 'The MPP SHOULD answer F and U with HTTP status 200.', {
      level: 'SHOULD',
      basis: 'position',
      harm: 'wrong-form',
      ambiguity: '6.3',
      outcome: 'warned',
      checks: [
        check({
          title: 'a refusal comes with HTTP status 200',
          done: 'accessToken is null',
          outcome: 'warned',
          reason: 'http-status',
          expected: 'HTTP status 200',
          received: 'HTTP status 400',
          seen: '31 of 31',
          exchanges: ['x15'],
        }),
      ],
    }),
    row('sendOTP/OTP-12', 'The MPP MUST send at least three OTPs per access token and day.', {
      kind: 'limit',
      outcome: 'waived',
      reason: 'waived',
      waiver: { reason: 'limit is two until the gateway is replaced', owner: 'payments-team', until: '2027-01-31' },
      checks: [
        check({ title: 'the third OTP of a day is sent', outcome: 'failed', reason: 'limit', exchanges: ['x1'] }),
      ],
    }),
    row('sendOTP/OTP-14', 'The MPP MUST accept the verifyRequestId in verifyOTP.', {
      basis: 'derived',
      outcome: 'not-observable',
      reason: 'outside-the-five',
      checks: [],
    }),
    row('sendActivationCode/G-23', 'The MPP MUST answer within the time-out of the caller.', {
      basis: 'derived',
      kind: 'time',
      outcome: 'inconclusive',
      reason: 'unstable',
      checks: [
        check({
          title: 'a valid request is answered in time',
          outcome: 'inconclusive',
          reason: 'unstable',
          expected: 'an answer within 15 s',
          received: 'no answer, then an answer',
          exchanges: ['x16'],
        }),
      ],
    }),
  ];
}
