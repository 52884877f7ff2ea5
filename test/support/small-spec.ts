/** A small spec in memory, a shared file and one API, for tests of the contract compiler. */
import { compileContract } from '../../contract/compile.ts';
import { parseSpecFile } from '../../contract/spec-file.ts';

/** The shared file: a result, one ambiguity, one requirement. */
export const shared = `openapi: 3.1.0
info: { title: Shared, version: 1.0.0 }
servers: []
paths: {}
components:
  schemas:
    Result:
      type: object
      required: [resultCode, resultStatus]
      properties:
        resultCode: { type: string, minLength: 1, maxLength: 64 }
        resultStatus: { type: string, enum: [S, F, U] }
    Succeeded:
      type: object
      properties: { resultCode: { const: SUCCESS }, resultStatus: { const: S } }
    Failed:
      type: object
      properties: { resultCode: { enum: [PARAM_ILLEGAL, PROCESS_FAIL] }, resultStatus: { const: F } }
x-harm-defaults:
  request:
    required: accepts-forbidden
    'null': accepts-forbidden
    empty: accepts-forbidden
    type: accepts-forbidden
    maxLength: accepts-forbidden
    optional: wrong-result
  answer: { required: wrong-result, enum: wrong-result, type: wrong-form, maxLength: wrong-form }
  caller: wrong-form
  kinds: { signature: forged, behaviour: wrong-result }
x-requirements:
  - id: X-01
    says: The server MUST sign its answer.
    basis: normative
    x-kind: signature
    binds: [mpp-server]
    source: { page: https://pages.example.org/signature, words: answers are signed }
x-ambiguities:
  - { id: '6.1', issue: A question is open., position: This is how it is read. }
`;

/** The file of one API, called ping. */
export const ping = `openapi: 3.1.0
info: { title: Ping, version: 1.0.0 }
paths:
  /v1/ping:
    post:
      operationId: ping
      summary: Ask for an answer.
      externalDocs: { url: https://pages.example.org/ping }
      x-order: 1
      x-caller: alipayplus
      x-server: mpp
      x-probing: { user: userId }
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/PingRequest' }
            examples:
              full: { value: { userId: u-1, note: hello } }
              minimal: { value: { userId: u-1 } }
      responses:
        '200':
          content:
            application/json:
              schema: { $ref: '#/components/schemas/PingResponse' }
              examples:
                SUCCESS: { value: { result: { resultCode: SUCCESS, resultStatus: S } } }
      x-requirements:
        - id: PING-01
          says: The MPP MUST answer a ping.
          basis: normative
          binds: [mpp-server]
          source: { page: https://pages.example.org/ping, words: a ping is answered }
components:
  schemas:
    PingRequest:
      type: object
      required: [userId]
      properties:
        userId:
          type: string
          minLength: 1
          maxLength: 16
          x-identity: { of: user, unknown: [PROCESS_FAIL] }
        note: { type: string, maxLength: 64 }
    PingResponse:
      type: object
      required: [result]
      properties:
        result: { $ref: '#/components/schemas/PingResult' }
    PingResult:
      allOf:
        - $ref: common.yaml#/components/schemas/Result
        - oneOf:
            - $ref: common.yaml#/components/schemas/Succeeded
            - $ref: common.yaml#/components/schemas/Failed
`;

/** Another API, made from ping under other names. */
export const pong = ping
  .replaceAll('Ping', 'Pong')
  .replaceAll('ping', 'pong')
  .replaceAll('PING', 'PONG')
  .replace('x-order: 1', 'x-order: 2');

/** Texts by file name; `common.yaml` and `ping.yaml` unless given. */
export function compileTexts(texts: Readonly<Record<string, string>> = {}) {
  const all = { 'common.yaml': shared, 'ping.yaml': ping, ...texts };
  return compileContract(Object.entries(all).map(([name, text]) => parseSpecFile(`spec/${name}`, text)));
}

/** The text with one part replaced, which has to be there. */
export function edited(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`The text has no "${part}".`);
  return text.replace(part, by);
}
