/** A small API that moves money, as a spec and as a server: idempotent under its key, with an id for each payment. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

const source = '{ page: https://pages.example.org/pay, words: the page says so }';

/** The spec of the API. */
export const paySpec = `openapi: 3.1.0
info: { title: Pay, version: 1.0.0 }
paths:
  /aps/api/v1/payments/pay:
    post:
      operationId: pay
      summary: Move money.
      externalDocs: { url: https://pages.example.org/pay }
      x-caller: alipayplus
      x-server: mpp
      x-effect: Money of a user is moved.
      x-probing: { user: accessToken, nobody: accessToken, credential: accessToken, introduces: paymentRequestId }
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/PayRequest' }
            examples:
              full: { value: &request { paymentRequestId: p-1, accessToken: tok-1, amount: '100', currency: USD } }
              minimal: { value: { paymentRequestId: p-1, accessToken: tok-1, amount: '100' } }
      responses:
        '200':
          content:
            application/json:
              schema: { $ref: '#/components/schemas/PayResponse' }
              examples:
                SUCCESS: { value: { result: { resultCode: SUCCESS, resultStatus: S }, paymentId: m-1 } }
      x-requirements:
        - { id: PAY-01, says: The MPP MUST accept a valid payment., basis: normative, binds: [mpp-server], source: ${source}, scenario: SUCCESS }
        - { id: PAY-02, says: The MPP MUST give each payment its own paymentId., basis: normative, binds: [mpp-server], source: ${source}, unique: paymentId }
        - id: PAY-03
          says: The MPP MUST NOT pay twice for one paymentRequestId.
          basis: normative
          x-harm: effect
          binds: [mpp-server]
          source: ${source}
          same: [paymentId]
          for: paymentRequestId
          other: { amount: '200' }
          refuses: REPEAT_REQ_INCONSISTENT
        - { id: PAY-04, says: The MPP MUST refuse an unknown token., basis: normative, binds: [mpp-server], source: ${source}, scenario: INVALID_TOKEN }
components:
  schemas:
    PayRequest:
      type: object
      required: [paymentRequestId, accessToken, amount]
      properties:
        paymentRequestId: { type: string, minLength: 1, maxLength: 64 }
        accessToken: { type: string, minLength: 1, maxLength: 128, x-identity: { of: user, unknown: [INVALID_TOKEN] } }
        amount: { type: string, minLength: 1, maxLength: 4, pattern: '^[1-9][0-9]{0,3}$' }
        currency: { type: [string, 'null'], minLength: 1, enum: [USD, PHP, null] }
    PayResponse:
      type: object
      required: [result]
      properties:
        result: { $ref: '#/components/schemas/PayResult' }
        paymentId: { type: [string, 'null'], minLength: 1, maxLength: 64 }
      if: { type: object, required: [result], properties: { result: { type: object, required: [resultStatus], properties: { resultStatus: { const: S } } } } }
      then: { type: object, required: [paymentId], properties: { paymentId: { type: string } } }
    PayResult:
      allOf:
        - $ref: common.yaml#/components/schemas/Result
        - oneOf:
            - $ref: common.yaml#/components/schemas/Succeeded
            - $ref: common.yaml#/components/schemas/FailedAsAnyApi
            - title: Failures of pay
              type: object
              required: [resultCode, resultStatus]
              properties: { resultCode: { enum: [INVALID_TOKEN, REPEAT_REQ_INCONSISTENT] }, resultStatus: { const: F } }
            - $ref: common.yaml#/components/schemas/Unknown
`.replace('&request ', '');

/** What a server that is not correct does. */
export type PayFault = 'pays-twice' | 'takes-another-body' | 'one-id' | 'no-id' | 'any-token';

/** The server, and how many payments it made. */
export interface PayServer {
  readonly url: string;
  payments(): number;
  close(): Promise<void>;
}

interface Payment {
  readonly body: string;
  readonly id: string;
}

const tokens = ['tok-1', 'tok-2'];
const limits = { paymentRequestId: 64, accessToken: 128, amount: 4 } as const;

function isLegal(request: Record<string, unknown>): boolean {
  for (const [name, longest] of Object.entries(limits)) {
    const value = request[name];
    if (typeof value !== 'string' || value === '' || [...value].length > longest) return false;
  }
  const { currency = null } = request;
  return /^[1-9][0-9]{0,3}$/.test(String(request.amount)) && [null, 'USD', 'PHP'].includes(currency as string | null);
}

/** Answers one request, and remembers what was paid. */
function answerOf(request: unknown, paid: Map<string, Payment>, fault: PayFault | null, count: () => number): object {
  const result = (resultCode: string, resultStatus: string, more = {}) => ({
    result: { resultCode, resultStatus, resultMessage: 'done' },
    ...more,
  });
  if (typeof request !== 'object' || request === null || Array.isArray(request)) return result('PARAM_ILLEGAL', 'F');
  const fields = request as Record<string, unknown>;
  if (!isLegal(fields)) return result('PARAM_ILLEGAL', 'F');
  if (fault !== 'any-token' && !tokens.includes(String(fields.accessToken))) return result('INVALID_TOKEN', 'F');
  const key = String(fields.paymentRequestId);
  const body = JSON.stringify([fields.accessToken, fields.amount, fields.currency ?? null]);
  const before = paid.get(key);
  if (before && before.body !== body && fault !== 'takes-another-body') return result('REPEAT_REQ_INCONSISTENT', 'F');
  const id = before && fault !== 'pays-twice' ? before.id : fault === 'one-id' ? 'm-1' : `m-${count()}`;
  paid.set(key, { body: before?.body ?? body, id });
  return result('SUCCESS', 'S', fault === 'no-id' ? {} : { paymentId: id });
}

/** Starts the server on a free port, unsigned. */
export async function startPay(fault: PayFault | null = null): Promise<PayServer> {
  const paid = new Map<string, Payment>();
  let made = 0;
  const count = () => {
    made += 1;
    return made;
  };
  const server = createServer(async (request, response) => {
    const known = request.url === '/aps/api/v1/payments/pay' && request.method === 'POST';
    const isJson = (request.headers['content-type'] ?? 'application/json').startsWith('application/json');
    const body = await json(request).catch(() => null);
    const refusal = (resultCode: string) => ({ result: { resultCode, resultStatus: 'F', resultMessage: 'no' } });
    const answer = !known
      ? refusal(request.url === '/aps/api/v1/payments/pay' ? 'METHOD_NOT_SUPPORTED' : 'NO_INTERFACE_DEF')
      : isJson
        ? answerOf(body, paid, fault, count)
        : refusal('MEDIA_TYPE_NOT_ACCEPTABLE');
    response.setHeader('Content-Type', 'application/json; charset=UTF-8');
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    payments: () => made,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
