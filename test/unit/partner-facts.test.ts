/** Facts of a partner: what an overlay may say, what it must not contradict, and one sentence for each mistake. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { overlayText } from '../../cli/traffic/learned-text.ts';
import { bundledApis, type OwnApis } from '../../contract/apis.ts';
import { ContractError } from '../../contract/contract-error.ts';
import { compileFacts } from '../../contract/facts/compile-facts.ts';
import { isOverlay } from '../../contract/facts/overlay-file.ts';
import { compileOwnSpecs } from '../../contract/own-specs.ts';
import { readSpecFiles } from '../../contract/read-spec-files.ts';

const folder = new URL('../../spec/', import.meta.url);
const verifyOtp = readFileSync(new URL('../../examples/specs/verify-otp.yaml', import.meta.url), 'utf8');

const own = compileOwnSpecs(
  [{ file: 'verify-otp.yaml', text: verifyOtp }],
  readFileSync(new URL('common.yaml', folder), 'utf8'),
  bundledApis,
);

/** Parsed anew each time: an overlay is laid over the document. */
function compiled(text: string, withOwn = false): OwnApis {
  const files = readSpecFiles(folder.pathname);
  return compileFacts([{ file: 'p.yaml', text }], { files, bundled: bundledApis, own: withOwn ? own : null });
}

/** An overlay of one action. */
const action = (target: string, update: string, more = '') =>
  `overlay: 1.0.0\ninfo: { title: Facts, version: 1.0.0 }\nactions:\n  - target: ${target}\n    x-source: Guide\n${
    update === '' ? '' : `    update: ${update}\n`
  }${more}`;

function mistake(text: string): string {
  try {
    compiled(text);
  } catch (error) {
    expect(error).toBeInstanceOf(ContractError);
    return (error as Error).message;
  }
  throw new Error('It compiled');
}

/** `keyword of id` of each row with the basis partner. */
function rows({ operations, requirements }: OwnApis): string[] {
  const rules = operations.flatMap(({ request, response }) =>
    [...request, ...response].flatMap((field) => field.rules),
  );
  return [...rules, ...requirements].flatMap(({ id, basis }) => (basis === 'partner' ? [id as string] : []));
}

const token = '$.components.schemas.SendOTPRequest.properties.accessToken';
const device = '$.components.schemas.TokenDigitizeDecisionRequest.properties.deviceInfo';

describe('facts that contradict the pages are refused, naming both', () => {
  test.each([
    [
      'a length',
      token,
      '{ maxLength: 64 }',
      'maxLength of SendOTPRequest.accessToken is documented as 128, but Guide says 64.',
    ],
    [
      'an enumeration',
      '$.components.schemas.SendOTPRequest.properties.verifyType',
      '{ enum: [PUSH] }',
      'enum of SendOTPRequest.verifyType is documented as MOBILE, EMAIL, but Guide says MOBILE, EMAIL, PUSH.',
    ],
    [
      'a kind',
      device,
      '{ type: array, items: { type: string }, example: [a] }',
      'type of TokenDigitizeDecisionRequest.deviceInfo is documented as object, but Guide says array.',
    ],
    [
      'what is required',
      '$.components.schemas.TokenDigitizeDecisionRequest',
      '{ required: [customerId] }',
      'TokenDigitizeDecisionRequest.customerId is documented as optional, but Guide says required.',
    ],
    [
      'a path',
      "$.paths['/aps/api/v1/users/sendOTP']",
      '{ x-path: /other }',
      'The path of sendOTP is documented as /aps/api/v1/users/sendOTP, but Guide says /other.',
    ],
  ])('%s', (_, target, update, says) => {
    const text = action(target, update);
    expect(mistake(text)).toBe(`p.yaml:4: ${says} Correct the action, or add x-replaces with the reason.`);
    const replaced = compiled(`${text}    x-replaces: the page is older\n`);
    expect(replaced.stated![0]!.replaces).toEqual([expect.objectContaining({ reason: 'the page is older' })]);
    expect(rows(replaced)).toHaveLength(1);
  });

  test('a status of a code', () => {
    const target = '$.components.schemas.SendOTPResult.allOf[1].oneOf';
    const update = (code: string) =>
      `{ type: object, required: [resultCode, resultStatus], properties: { resultCode: { enum: [${code}] }, resultStatus: { const: U } } }`;
    expect(mistake(action(target, update('INVALID_TOKEN')))).toMatch(
      /^p\.yaml:4: The code INVALID_TOKEN of sendOTP has the statuses F and U\. Keep the one that the page gives\.$/,
    );
    expect(rows(compiled(action(target, update('CHANNEL_DOWN'))))).toEqual(['sendOTP.result.CHANNEL_DOWN']);
  });

  test('what is removed', () => {
    const text = action(`${token}.maxLength`, '', '    remove: true\n');
    expect(mistake(text)).toMatch(
      /maxLength of SendOTPRequest.accessToken is documented as 128, but Guide says nothing\./,
    );
    expect(mistake(action(token, '', '    remove: true\n'))).toMatch(/is documented and cannot be removed/);
  });
});

describe('what is not documented can be said', () => {
  test('of children that no page names: one row for each keyword', () => {
    expect(rows(compiled(action(device, '{ properties: { osName: { type: string, maxLength: 8 } } }')))).toEqual([
      'tokenDigitizeDecision.deviceInfo.osName.type',
      'tokenDigitizeDecision.deviceInfo.osName.maxLength',
    ]);
  });

  test('of an API of a spec of the user', () => {
    const text = action(
      '$.components.schemas.VerifyOTPRequest.properties.otpCode',
      '{ minLength: 6 }',
      '    x-replaces: shorter ones are never sent\n',
    );
    const made = compiled(text, true);
    expect(rows(made)).toEqual(['verifyOTP.otpCode.minLength']);
    expect(made.requirements.some(({ id }) => (id as string) === 'VOT-03')).toBe(true);
  });

  test('in a sentence with its proof', () => {
    const made = compiled(
      action(
        "$.paths['/aps/api/v1/users/sendOTP'].post['x-requirements']",
        '{ id: P-01, says: The MPP MUST refuse a blocked token., binds: [mpp-server], scenario: USER_STATUS_ABNORMAL }',
      ),
    );
    expect(made.requirements.find(({ id }) => (id as string) === 'P-01')).toMatchObject({
      basis: 'partner',
      source: { page: 'Guide', overlay: 'p.yaml' },
      proofs: [{ by: 'scenario', code: 'USER_STATUS_ABNORMAL' }],
    });
  });

  test('and groups of documented rows stay as they are', () => {
    const made = compiled(action(device, '{ properties: { osName: { type: string } } }'));
    for (const row of bundledApis.requirements) expect(made.requirements.find(({ id }) => id === row.id)).toEqual(row);
  });
});

/** Overlays with one mistake each: the line it is on, and the sentence. */
const mistakes: readonly [name: string, text: string, line: number, says: string][] = [
  [
    'a target that matches nothing',
    action('$.components.schemas.SendOtpRequest', '{ type: object }'),
    4,
    'The target $.components.schemas.SendOtpRequest matches nothing.',
  ],
  [
    'a target that is no JSONPath',
    action("'$.a['", '{ type: object }'),
    4,
    'The target $.a[ is not a JSONPath of RFC 9535',
  ],
  [
    'no source',
    action(token, '{ minLength: 2 }').replace('    x-source: Guide\n', ''),
    4,
    `The action on ${token} has no x-source.`,
  ],
  [
    'neither update nor remove',
    action(token, ''),
    4,
    `The action on ${token} needs one of update and remove: true. Add one.`,
  ],
  [
    'a misspelt key',
    action(token, '{ minLength: 2 }').replace('x-source', 'x-sorce'),
    5,
    'An action has no key x-sorce. Did you mean "x-source"?',
  ],
  [
    'a keyword without a row',
    action(device, '{ additionalProperties: false }'),
    4,
    'No row would come of the keyword additionalProperties',
  ],
  [
    'a keyword that nothing judges',
    action('$.components.schemas.ActivationMethod', '{ properties: { value: { type: string, format: date-time } } }'),
    4,
    'No row would come of format of activationMethods[].value in answers.',
  ],
  [
    'no example of a required field',
    action(device, '{ required: [imei], properties: { imei: { type: string } } }'),
    4,
    'deviceInfo.imei has no example that keeps what is stated. Add example to its keywords.',
  ],
  [
    'a length on an object',
    action(device, '{ properties: { screen: { type: object, maxLength: 8, example: {} } } }'),
    4,
    'deviceInfo.screen is an object and has maxLength, which is for texts.',
  ],
  [
    'a number',
    action(device, '{ properties: { score: { type: integer } } }'),
    4,
    'This schema has the type integer. Give it one of string, object, array: scalars are sent as strings.',
  ],
  [
    'the document itself',
    action('$', '{ info: {} }'),
    4,
    'The target $ leads to the document itself, where no fact can be stated.',
  ],
  [
    'a value',
    action(`${token}.maxLength`, '{ is: 12 }'),
    4,
    `The target ${token}.maxLength leads to a value, which an update cannot change.`,
  ],
  [
    'another version',
    action(token, '{ minLength: 2 }').replace('overlay: 1.0.0', 'overlay: 2.0.0'),
    1,
    'This is not an OpenAPI Overlay 1.0 document. Begin with `overlay: 1.0.0`.',
  ],
  [
    'no actions',
    'overlay: 1.0.0\ninfo: { title: Facts, version: 1.0.0 }\nactions: []\n',
    3,
    'This overlay has no actions.',
  ],
  ['no YAML', 'overlay: [', 1, 'This is not valid YAML'],
];

describe('a mistake is refused with its line and the cure', () => {
  test.each(mistakes)('%s', (_, text, line, says) => {
    const found = mistake(text);
    expect(found.slice(0, found.indexOf(' '))).toBe(`p.yaml:${line}:`);
    expect(found).toContain(says);
  });
});

describe('what was learnt from traffic', () => {
  const learned = {
    exchanges: 60,
    repeats: [],
    habits: [],
    fields: [
      {
        operation: 'tokenDigitizeDecision',
        side: 'request',
        path: ['deviceInfo'],
        seen: 60,
        children: [
          {
            path: ['osName'],
            seen: 60,
            kinds: ['string'],
            characters: [],
            length: { min: 3, max: 7 },
            words: ['IOS', 'ANDROID'],
          },
          { path: ['osVersion'], seen: 50, kinds: ['string'], characters: [], length: { min: 3, max: 8 }, words: null },
        ],
      },
    ],
  } as unknown as Parameters<typeof overlayText>[0];
  const draft = overlayText(learned, '2026-11-20');

  test('is a draft, and a fact file once a person has removed the word', () => {
    expect(isOverlay(draft)).toBe(true);
    expect(mistake(draft)).toMatch(
      /^p\.yaml:\d+: This overlay is a draft from observation, not a fact file\. Check each action, name in x-source the page that says so, and remove the word draft from info\.title and x-source\.$/,
    );
    const made = compiled(draft.replaceAll('draft: ', ''));
    expect(rows(made)).toEqual(
      expect.arrayContaining([
        'tokenDigitizeDecision.deviceInfo.osName.enum',
        'tokenDigitizeDecision.deviceInfo.osVersion.maxLength',
      ]),
    );
  });
});
