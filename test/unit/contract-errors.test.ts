/** Checks that each mistake in a spec is refused with a sentence that has the file, the line and the cure. */
import { describe, expect, test } from 'vitest';
import { ContractError } from '../../contract/contract-error.ts';
import { compileTexts, edited, ping, pong, shared } from '../support/small-spec.ts';

/** A mistake: the texts that hold it, a part of the line it stands on, and the message without the place. */
interface Mistake {
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly at: readonly [file: string, part: string];
  readonly says: string;
}

const inPing = (name: string, part: string, by: string, at: string, says: string): Mistake => ({
  name,
  texts: { 'ping.yaml': edited(ping, part, by) },
  at: ['ping.yaml', at],
  says,
});

const inShared = (name: string, part: string, by: string, at: string, says: string): Mistake => ({
  name,
  texts: { 'common.yaml': edited(shared, part, by) },
  at: ['common.yaml', at],
  says,
});

const inPong = (name: string, part: string, by: string, at: string, says: string): Mistake => ({
  name,
  texts: { 'pong.yaml': edited(pong, part, by) },
  at: ['pong.yaml', at],
  says,
});

const references: Mistake[] = [
  inPong(
    "a reference to another API's message, written as one of its own",
    "'#/components/schemas/PongRequest'",
    "'#/components/schemas/PingRequest'",
    '#/components/schemas/PingRequest',
    '#/components/schemas/PingRequest is defined in spec/ping.yaml, which describes another API. Each API has messages of its own: ' +
      'give this file its own schema under another name.',
  ),
  inPong(
    "a reference into another API's file",
    "'#/components/schemas/PongRequest'",
    "'ping.yaml#/components/schemas/PingRequest'",
    'ping.yaml#/components/schemas/PingRequest',
    'ping.yaml#/components/schemas/PingRequest refers to another file. Each API has messages of its own: copy the schema into this file ' +
      'under another name, or move a part that several APIs share to common.yaml.',
  ),
  inPing(
    'a misspelt reference',
    "'#/components/schemas/PingRequest'",
    "'#/components/schemas/PingReqest'",
    'PingReqest',
    '#/components/schemas/PingReqest leads nowhere. Did you mean PingRequest?',
  ),
  inPing(
    'a reference to a shared part without the name of its file',
    'common.yaml#/components/schemas/Succeeded',
    "'#/components/schemas/Succeeded'",
    "'#/components/schemas/Succeeded'",
    '#/components/schemas/Succeeded leads nowhere in this file. Write common.yaml#/components/schemas/Succeeded, where it is defined.',
  ),
  inPing(
    'one schema for two messages',
    "'#/components/schemas/PingResponse'",
    "'#/components/schemas/PingRequest'",
    "'#/components/schemas/PingRequest' }\n              examples:\n                SUCCESS",
    'The response of ping uses the schema PingRequest, which is a message of ping. Each message has a schema of its own: copy it under another name.',
  ),
];

const dialect: Mistake[] = [
  inPing(
    'a misspelt word',
    'x-probing:',
    'x-probeing:',
    'x-probeing',
    'The word x-probeing is not known. Did you mean "x-probing"?',
  ),
  inPing(
    'a word in the wrong place',
    'note: { type: string, maxLength: 64 }',
    'note: { type: string, maxLength: 64, x-effect: none }',
    'x-effect: none',
    'The word x-effect does not belong here. It stands on: operation.',
  ),
  inPing(
    'an unknown key of a word',
    '{ user: userId }',
    '{ usr: userId }',
    'usr: userId',
    'x-probing has no key usr. Did you mean "user"?',
  ),
  inPing(
    'an unknown key of a requirement',
    'basis: normative',
    'bases: normative',
    'bases: normative',
    'x-requirements has no key bases. Did you mean "basis"?',
  ),
  inPing(
    'a field that x-probing names and the request does not have',
    '{ user: userId }',
    '{ user: userID }',
    'x-probing',
    'x-probing names the field userID, which the request of ping does not have. Did you mean "userId"?',
  ),
  inPing(
    'a code that is not in the result table',
    'unknown: [PROCESS_FAIL]',
    'unknown: [PROCESS_FAILED]',
    'userId:\n          type',
    'The code PROCESS_FAILED is not a failure of this API. Did you mean PROCESS_FAIL?',
  ),
  inShared(
    'an unknown harm',
    'caller: wrong-form',
    'caller: wrong-from',
    'caller: wrong-from',
    'x-harm-defaults.caller is "wrong-from". Did you mean "wrong-form"?',
  ),
];

const operations: Mistake[] = [
  inPing(
    'a missing request example',
    '              minimal: { value: { userId: u-1 } }\n',
    '',
    'application/json:',
    'The request of ping has no example minimal. Add one with the required fields only.',
  ),
  inPing(
    'a missing answer example',
    '              examples:\n                SUCCESS: { value: { result: { resultCode: SUCCESS, resultStatus: S } } }\n',
    '',
    "application/json:\n              schema: { $ref: '#/components/schemas/PingResponse' }",
    'The answer of ping has no example. Add one for each status, named by its result code.',
  ),
  inPong(
    'an operation twice',
    'operationId: pong',
    'operationId: ping',
    'post:',
    'The operation ping is described twice. Remove one, or give it another operationId.',
  ),
  inPong(
    'a path taken twice',
    '/v1/pong',
    '/v1/ping',
    '/v1/ping',
    'The path /v1/ping is already taken by spec/ping.yaml. Give this API its own.',
  ),
  inPong(
    'a component name taken twice',
    '    PongResult:',
    '    PingResult: {}\n    PongResult:',
    'PingResult: {}',
    'The name PingResult in components.schemas is already taken by spec/ping.yaml. Rename this one.',
  ),
  inPing(
    'a code with two statuses',
    '            - $ref: common.yaml#/components/schemas/Failed\n',
    '            - $ref: common.yaml#/components/schemas/Failed\n' +
      '            - properties: { resultCode: { const: PROCESS_FAIL }, resultStatus: { const: U } }\n',
    '- properties: { resultCode: { const: PROCESS_FAIL }',
    'The code PROCESS_FAIL of ping has the statuses F and U. Keep the one that the page gives.',
  ),
  inPing('an unknown side', 'x-server: mpp', 'x-server: mp', 'post:', 'ping has the x-server mp. Did you mean "mpp"?'),
];

const fields: Mistake[] = [
  inPing(
    'an identity field that is too short to compare lengths',
    'maxLength: 16',
    'maxLength: 1',
    'userId:\n          type',
    'userId is an identity field of at most 1 characters, so an unknown value of 1 cannot be compared with a longer one. ' +
      'Set x-identity.shortLength below maxLength, or remove x-identity.',
  ),
  inPing(
    'a short length that is not below the greatest one',
    '{ of: user, unknown: [PROCESS_FAIL] }',
    '{ of: user, unknown: [PROCESS_FAIL], shortLength: 16 }',
    'userId:\n          type',
    'userId is an identity field of at most 16 characters, so an unknown value of 16 cannot be compared with a longer one. ' +
      'Set x-identity.shortLength below maxLength, or remove x-identity.',
  ),
  inPing(
    'a scalar that is not a string',
    'note: { type: string, maxLength: 64 }',
    'note: { type: integer }',
    'note: { type: integer }',
    'This schema has the type integer. Give it one of string, object, array: scalars are sent as strings.',
  ),
  inPing(
    'a pattern that is not a regular expression',
    'note: { type: string, maxLength: 64 }',
    'note: { type: string, pattern: "(" }',
    'note: { type: string',
    'The pattern ( is not a regular expression (Invalid regular expression: /(/u: Unterminated group). Correct it.',
  ),
  inPing(
    'a schema that is a reference to itself',
    '    PingResult:\n      allOf:',
    "    PingResult:\n      $ref: '#/components/schemas/PingResult'\n      allOf:",
    'PingResult:\n      $ref',
    'The schema PingResult refers to itself. Define it in one place, without a reference.',
  ),
  inPing(
    'a schema that contains itself',
    'note: { type: string, maxLength: 64 }',
    "note: { $ref: '#/components/schemas/Note' }\n    Note: { type: object, properties: { inner: { $ref: '#/components/schemas/Note' } } }",
    'Note: { type: object',
    'note.inner.inner… is nested deeper than 8 levels, or contains itself. Mark it with x-assumed.',
  ),
];

const requirements: Mistake[] = [
  inPing(
    'a sentence without a level',
    'The MPP MUST answer a ping.',
    'The MPP answers a ping.',
    '- id: PING-01',
    'PING-01 needs exactly one of MUST, SHOULD and MAY in its sentence. Reword "The MPP answers a ping.".',
  ),
  inPing(
    'an id twice',
    'id: PING-01',
    'id: X-01',
    '- id: X-01',
    'The requirement X-01 stands here a second time. Give this one an id of its own.',
  ),
  inPing(
    'an unknown basis',
    'basis: normative',
    'basis: normativ',
    '- id: PING-01',
    'PING-01 has "normativ" as basis. Did you mean "normative"?',
  ),
  inPing(
    'a position that is a MUST',
    'basis: normative',
    'basis: position',
    '- id: PING-01',
    'PING-01 is a position and cannot be a MUST. Write SHOULD, or give it another basis.',
  ),
  inPing(
    'an ambiguity that is not in the register',
    'basis: normative',
    "basis: normative\n          ambiguity: '6.9'",
    '- id: PING-01',
    'The ambiguity 6.9 is not in x-ambiguities of common.yaml. Add it there, or correct the number.',
  ),
  inShared(
    'an unknown kind',
    'x-kind: signature',
    'x-kind: signing',
    '- id: X-01',
    'X-01 has "signing" as x-kind. Known names: signature, http, result, encoding, behaviour.',
  ),
];

const syntax: Mistake[] = [
  inPing(
    'the same key twice',
    '      summary: Ask for an answer.\n',
    '      summary: Ask for an answer.\n      summary: Ask again.\n',
    'summary: Ask again.',
    'This is not valid YAML (Map keys must be unique). Correct it.',
  ),
];

const mistakes = { references, dialect, operations, fields, requirements, syntax };

describe.each(Object.entries(mistakes))('%s', (_, group) => {
  test.each(group)('$name', ({ texts, at: [file, part], says }) => {
    const text = texts[file]!;
    const line = text.slice(0, text.indexOf(part)).split('\n').length;
    const error = thrownBy(() => compileTexts(texts));
    expect(error.message).toBe(`spec/${file}:${line}: ${says}`);
    expect([error.file, error.line]).toEqual([`spec/${file}`, line]);
  });
});

test('without mistakes the small spec compiles', () => {
  expect(compileTexts({ 'pong.yaml': pong }).operations.map(({ id }) => id)).toEqual(['ping', 'pong']);
});

function thrownBy(run: () => unknown): ContractError {
  try {
    run();
  } catch (error) {
    if (error instanceof ContractError) return error;
    throw error;
  }
  throw new Error('The spec compiled.');
}
