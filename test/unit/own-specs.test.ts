/** Specs of the user: each mistake is refused in one sentence with file, line and cure, and no constraint or sentence stays unproved. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { bundledApis, type OwnApis, operationIds, operationNamed, useApis } from '../../contract/apis.ts';
import { ContractError } from '../../contract/contract-error.ts';
import { compileOwnSpecs } from '../../contract/own-specs.ts';
import { edited } from '../support/small-spec.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const shared = read('spec/common.yaml');
const verifyOtp = read('examples/specs/verify-otp.yaml');

function compiled(text: string, file = 'verify-otp.yaml'): OwnApis {
  return compileOwnSpecs([{ file, text }], shared, bundledApis);
}

/** The sentence of a mistake, and the line that it names. */
function mistake(text: string): { line: string; says: string } {
  try {
    compiled(text);
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const [, says = ''] = /^verify-otp\.yaml:\d+: (.*)$/s.exec(error.message) ?? [];
    return { line: text.split('\n')[error.line - 1]!.trim(), says };
  }
  throw new Error('The spec compiles');
}

/** Name, a part of the example, what stands in its place, the line that is named, the sentence. */
type Row = readonly [name: string, part: string, by: string, line: RegExp, says: string];

const outline: Row[] = [
  [
    'an unknown word',
    'x-probing:',
    'x-probeing:',
    /^x-probeing/,
    'The word x-probeing is not known. Did you mean "x-probing"?',
  ],
  [
    'a schema that is gone',
    "schema: { $ref: '#/components/schemas/VerifyOTPRequest' }",
    "schema: { $ref: '#/components/schemas/VerifyOTPReqest' }",
    /VerifyOTPReqest/,
    '#/components/schemas/VerifyOTPReqest leads nowhere. Did you mean VerifyOTPRequest?',
  ],
  [
    'an operation that is bundled',
    'operationId: verifyOTP',
    'operationId: sendOTP',
    /^post:/,
    'The operation sendOTP is one of the bundled APIs. Give this one another operationId.',
  ],
  [
    'a path that is taken',
    '/aps/api/v1/users/verifyOTP:',
    '/aps/api/v1/users/sendOTP:',
    /^post:/,
    'The path /aps/api/v1/users/sendOTP is already taken by sendOTP, one of the bundled APIs. Give this API its own.',
  ],
  [
    'an id that is taken',
    'id: VOT-02',
    'id: OTP-03',
    /^- id: OTP-03/,
    'The id OTP-03 belongs to a requirement of sendOTP. Give this one an id of its own.',
  ],
  [
    'another version of OpenAPI',
    'openapi: 3.1.0',
    'openapi: 3.0.3',
    /^openapi/,
    'This is not an OpenAPI 3.1 document. Begin with `openapi: 3.1.0`.',
  ],
  [
    'values that wait for each other',
    'refersTo: { field: verifyRequestId, operation: sendOTP }',
    'refersTo: { field: verifyRequestId, operation: verifyOTP }\n        introduces: verifyRequestId',
    /^x-probing/,
    'x-probing of verifyOTP has introduces and refersTo: a call that makes a value known cannot wait for that of another API. Remove one.',
  ],
  [
    'a value of an answer that no answer has',
    'refersTo: { field: verifyRequestId, operation: sendOTP }',
    'gives: verifyId',
    /^x-probing/,
    'x-probing.gives of verifyOTP is verifyId, which is no text of its answers. They have none.',
  ],
  [
    'a value of an API that makes none known',
    'refersTo: { field: verifyRequestId, operation: sendOTP }',
    'refersTo: { field: verifyRequestId, operation: getPaymentCode }',
    /^x-probing/,
    'x-probing.refersTo names getPaymentCode, which introduces nothing. Set x-probing.introduces there to the field whose value it makes known, or x-probing.gives to that of its answer.',
  ],
  [
    'no requirements',
    'x-requirements:',
    'x-description:',
    /^x-description|^post:|^- id/,
    'The operation has no x-requirements. Add it: a list.',
  ],
  [
    'a code with two statuses',
    '            - $ref: common.yaml#/components/schemas/Unknown\n',
    '            - $ref: common.yaml#/components/schemas/Unknown\n' +
      '            - properties: { resultCode: { const: INVALID_OTP }, resultStatus: { const: U } }\n',
    /^- properties/,
    'The code INVALID_OTP of verifyOTP has the statuses F and U. Keep the one that the page gives.',
  ],
  [
    'a result table without the codes of every API',
    '            - $ref: common.yaml#/components/schemas/Unknown\n',
    '',
    /^post:/,
    'The result table of verifyOTP lacks REQUEST_TRAFFIC_EXCEED_LIMIT, UNKNOWN_EXCEPTION, which every API has. Refer to FailedAsAnyApi and ' +
      'Unknown of common.yaml in its oneOf.',
  ],
];

const otpField = 'otpCode:\n          description: The password that the user typed.\n          type: string';

const constraints: Row[] = [
  [
    'a length on an object',
    otpField,
    otpField.replace('type: string', 'type: object'),
    /^otpCode:/,
    'otpCode is an object and has minLength, which is for texts. Remove it, or put it on a text inside otpCode.',
  ],
  [
    'a keyword that nothing would come of',
    otpField,
    `${otpField}\n          minimum: 1`,
    /^minimum: 1/,
    'No row would come of the keyword minimum. Remove it, or say it in a sentence under x-requirements.',
  ],
  [
    'a pattern that nothing would come of',
    otpField,
    `${otpField}\n          pattern: '^[0-9]+'`,
    /^pattern/,
    'No row would come of this pattern: one of whole numbers up to 4 digits, with maxLength, is read as a range. Remove it, or use enum or ' +
      'format: date-time.',
  ],
  [
    'alternatives of fields',
    '      required: [acquirerId, pspId, accessToken, verifyRequestId, otpCode]\n',
    '      required: [acquirerId, pspId, accessToken, verifyRequestId, otpCode]\n      oneOf: [{ type: object }]\n',
    /^oneOf/,
    'oneOf is read inside the allOf of a result only. Describe the fields without alternatives.',
  ],
  [
    'an invalid example',
    "otpCode: '123456'",
    "otpCode: '12345678901234567'",
    /^full:/,
    'The example full of the request of verifyOTP is not valid: otpCode must NOT have more than 16 characters. Correct it.',
  ],
  [
    'an example that lacks a field',
    "                  otpCode: '123456'\n",
    '',
    /^full:/,
    "The example full of the request of verifyOTP is not valid: it must have required property 'otpCode'. Correct it.",
  ],
  [
    'an invalid example of an answer',
    'resultCode: INVALID_OTP, resultStatus: F',
    'resultCode: INVALID_OTP, resultStatus: U',
    /^INVALID_OTP:/,
    'The example INVALID_OTP of the answer of verifyOTP is not valid: result.resultCode must be equal to one of the allowed values. Correct it.',
  ],
];

const proofs: Row[] = [
  [
    'a sentence without a proof',
    '          scenario: INVALID_OTP\n',
    '',
    /^- id: VOT-03/,
    'VOT-03 has no proof. Add one of scenario: CODE, unique: field, same: [fields], members: [patterns], or observable: false with a reason.',
  ],
  [
    'a sentence of the caller without a proof',
    "          callerMembers: ['*.required', '*.null', '*.maxLength']\n",
    '',
    /^- id: VOT-01/,
    'VOT-01 binds only the caller and has no proof. Add callerMembers: [patterns], or observable: false with a reason.',
  ],
  [
    'a scenario of no code',
    'scenario: INVALID_OTP',
    'scenario: INVALID_OPT',
    /^- id: VOT-03/,
    'VOT-03 is proved by the scenario INVALID_OPT, which is no result code of verifyOTP. Did you mean INVALID_OTP?',
  ],
  [
    'a field that no answer has',
    'scenario: INVALID_OTP',
    'unique: verifyId',
    /^- id: VOT-03/,
    'VOT-03 says unique: verifyId, which is no text of the answers of verifyOTP. They have none: use another proof.',
  ],
  [
    'half of an idempotency',
    'scenario: INVALID_OTP',
    'same: [result.resultCode]',
    /^- id: VOT-03/,
    'VOT-03 needs both same: [fields of the answer] and for: the key of the request. Add what is missing.',
  ],
  [
    'a key that no request has',
    'scenario: INVALID_OTP',
    'same: [result.resultCode]\n          for: verifyRequestIdd',
    /^- id: VOT-03/,
    'VOT-03 names the field verifyRequestIdd, which the request does not have. Did you mean verifyRequestId?',
  ],
  [
    'another body that changes the key',
    'scenario: INVALID_OTP',
    "same: [result.resultCode]\n          for: verifyRequestId\n          other: { verifyRequestId: '2' }\n          refuses: INVALID_OTP",
    /^- id: VOT-03/,
    'The other body of VOT-03 has to keep verifyRequestId. Change another field in it.',
  ],
  [
    'a proof of what cannot be seen',
    '          reason: The password of a second user reaches only that user.',
    '          reason: The password of a second user reaches only that user.\n          scenario: INVALID_OTP',
    /^- id: VOT-09/,
    'VOT-09 has a proof and is not observable. Remove the proof, or observable: false with its reason.',
  ],
];

describe('a mistake is refused with its line and the cure', () => {
  test.each([...outline, ...constraints, ...proofs])('%s', (_, part, by, line, says) => {
    const found = mistake(edited(verifyOtp, part, by));
    expect(found.says).toBe(says);
    expect(found.line).toMatch(line);
  });

  test('two files that describe one API', () => {
    const specs = ['one.yaml', 'two.yaml'].map((file) => ({ file, text: verifyOtp }));
    expect(() => compileOwnSpecs(specs, shared, bundledApis)).toThrow(
      /^two\.yaml:15: The path \/aps\/api\/v1\/users\/verifyOTP is already taken by one\.yaml\. Give this API its own\.$/,
    );
  });

  test('a file with the name of the shared one', () => {
    expect(() => compiled(verifyOtp, 'common.yaml')).toThrow(
      /^common\.yaml:1: common\.yaml is the name of the shared file/,
    );
  });

  test.each(['', '[]', 'openapi: 3.1.0', 'paths: []', 'a: {b: [}', verifyOtp.slice(0, 4000)])('%j', (text) => {
    expect(() => compiled(text)).toThrow(ContractError);
  });
});

describe('any part that is of another kind', () => {
  const lines = verifyOtp.split('\n');
  const keys = lines.flatMap((line, at) => (/^\s*(- )?[\w'$-]+:/.test(line) ? [at] : []));

  test('is a mistake or none, and never a crash', { timeout: 120_000 }, () => {
    for (const at of keys.filter((_, index) => index % 8 === 0)) {
      for (const value of ['7', '[]']) {
        const text = lines.map((line, i) => (i === at ? line.replace(/:.*$/, `: ${value}`) : line)).join('\n');
        try {
          compiled(text);
        } catch (error) {
          expect(error, lines[at]).toBeInstanceOf(ContractError);
        }
      }
    }
  });
});

describe('APIs in use', () => {
  afterEach(() => useApis(null)());

  test('stand beside the bundled ones, and their constraints below the rows of every API', () => {
    const own = compiled(verifyOtp);
    const release = useApis(own);
    expect(operationIds).toEqual([...bundledApis.operations.map(({ id }) => id), 'verifyOTP']);
    expect(operationNamed('verifyOTP')?.path).toBe('/aps/api/v1/users/verifyOTP');
    const summed = own.requirements.find(({ id }) => id === 'G-17')!.members!;
    expect(summed).toEqual(expect.arrayContaining(['sendOTP.accessToken.maxLength', 'verifyOTP.otpCode.maxLength']));
    release();
  });

  test('are one set in a process at a time', () => {
    const release = useApis(compiled(verifyOtp));
    expect(() => useApis(null)).toThrow('Another run in this process uses other specs');
    release();
    release();
    useApis(null)();
    expect(operationNamed('verifyOTP')).toBeUndefined();
  });
});
