/** Thirty facts that no public page has, as an overlay, and a wallet that keeps them: the reference with a server in front, which can break one. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Front } from './judged.ts';

/** The overlay. */
export const thirtyFacts = `overlay: 1.0.0
info: { title: What the integration guide says, version: 1.0.0 }
actions:
  - target: $.components.schemas.TokenDigitizeDecisionRequest.properties.deviceInfo
    x-source: Integration guide, chapter 4
    update:
      required: [osName]
      properties:
        osName: { type: string, enum: [IOS, ANDROID] }
        imei: { type: string, maxLength: 15 }
        language: { type: string, maxLength: 8 }
        deviceName: { type: string, maxLength: 64, x-free-text: true }
        serialNumber: { type: string, minLength: 8, maxLength: 24, example: S12345678 }
  - target: $.components.schemas.AccountHolder
    x-source: Integration guide, chapter 5
    update:
      properties:
        nationality: { type: string, enum: [PH, KR] }
        accountHolderName: { type: string, maxLength: 100 }
        address: { type: object, example: { city: Seoul } }
  - target: $.components.schemas.WalletProviderDecisioningInfo
    x-source: Integration guide, chapter 6
    update: { properties: { deviceScore: { type: string, pattern: '^[1-5]$', maxLength: 1, example: '3' } } }
  - target: $.components.schemas.SendActivationCodeRequest.properties.activation
    x-source: Integration guide, chapter 7
    update: { required: [activationCode], properties: { activationCode: { type: string, maxLength: 10 } } }
  - target: $.components.schemas.ActivationMethod
    x-source: Integration guide, chapter 8
    update:
      required: [type]
      properties: { type: { type: string, enum: [SMS, EMAIL] }, value: { type: string, maxLength: 32 } }
  - target: $.components.schemas.TokenDigitizeDecisionResult.allOf[1].oneOf[?@.title == 'Failures of tokenDigitizeDecision only'].properties.resultCode.enum
    x-source: Integration guide, chapter 9
    update: RISK_REJECT
  - target: $.paths['/aps/api/v1/tokens/sendActivationCode']
    x-source: Integration guide, chapter 7
    update: { x-path: /aps/api/v1/tokens/activation }
`;

type Body = Record<string, unknown>;

/** What a request has to keep, by the row that says so: whether a value that is there keeps it. */
interface Rule {
  readonly row: string;
  readonly object: string;
  readonly field: string;
  readonly holds: (value: unknown) => boolean;
}

const isText = (value: unknown) => typeof value === 'string';
const isPresent = (value: unknown) => value !== undefined;
const ofText = (holds: (text: string) => boolean) => (value: unknown) => typeof value !== 'string' || holds(value);
const atMost = (most: number) => ofText((text) => [...text].length <= most);
const oneOf = (...words: string[]) => ofText((text) => words.includes(text));

const rule = (
  operation: string,
  path: `${string}.${string}`,
  keyword: string,
  holds: (value: unknown) => boolean,
): Rule => {
  const [object, field] = path.split('.') as [string, string];
  return { row: `${operation}.${path}.${keyword}`, object, field, holds };
};

const digitize = (path: `${string}.${string}`, keyword: string, holds: (value: unknown) => boolean) =>
  rule('tokenDigitizeDecision', path, keyword, holds);

/** The facts about requests. */
const requestRules: readonly Rule[] = [
  digitize('deviceInfo.osName', 'required', isPresent),
  digitize('deviceInfo.osName', 'enum', oneOf('IOS', 'ANDROID')),
  digitize('deviceInfo.imei', 'maxLength', atMost(15)),
  digitize('deviceInfo.language', 'maxLength', atMost(8)),
  digitize('deviceInfo.deviceName', 'maxLength', atMost(64)),
  digitize(
    'deviceInfo.serialNumber',
    'minLength',
    ofText((text) => [...text].length >= 8),
  ),
  digitize('deviceInfo.serialNumber', 'maxLength', atMost(24)),
  ...['osName', 'imei', 'language', 'deviceName', 'serialNumber'].map((field) =>
    digitize(`deviceInfo.${field}`, 'type', isText),
  ),
  digitize('accountHolder.nationality', 'type', isText),
  digitize('accountHolder.nationality', 'enum', oneOf('PH', 'KR')),
  digitize('accountHolder.accountHolderName', 'type', isText),
  digitize('accountHolder.accountHolderName', 'maxLength', atMost(100)),
  digitize('accountHolder.address', 'type', (value) => typeof value === 'object' && !Array.isArray(value)),
  digitize('walletProviderDecisioningInfo.deviceScore', 'type', isText),
  digitize('walletProviderDecisioningInfo.deviceScore', 'maxLength', atMost(1)),
  digitize(
    'walletProviderDecisioningInfo.deviceScore',
    'range',
    ofText((text) => /^[1-5]\d?$/.test(text)),
  ),
  rule('sendActivationCode', 'activation.activationCode', 'required', isPresent),
  rule('sendActivationCode', 'activation.activationCode', 'type', isText),
  rule('sendActivationCode', 'activation.activationCode', 'maxLength', atMost(10)),
];

/** What a server with a mistake writes as an authentication method, by the row that it breaks. */
const methods: Readonly<Record<string, Body>> = {
  'tokenDigitizeDecision.response.activationMethods[].type.required': { value: 'a****@example.org' },
  'tokenDigitizeDecision.response.activationMethods[].type.type': { type: { is: 'SMS' }, value: 'a****@example.org' },
  'tokenDigitizeDecision.response.activationMethods[].type.enum': { type: 'FAX', value: 'a****@example.org' },
  'tokenDigitizeDecision.response.activationMethods[].value.type': { type: 'SMS', value: ['a****@example.org'] },
  'tokenDigitizeDecision.response.activationMethods[].value.maxLength': { type: 'SMS', value: '*'.repeat(33) },
};

/** The rows of a code and of a path. */
const codeRow = 'tokenDigitizeDecision.result.RISK_REJECT';
const pathRow = 'sendActivationCode.path';

/** Every fact, by the id of its row. */
export const factRows: readonly string[] = [
  ...requestRules.map(({ row }) => row),
  ...Object.keys(methods),
  codeRow,
  pathRow,
].sort();

/** A path at which the wallet serves sendActivationCode, whether or not it serves it at the stated one. */
export const otherPath = '/wallet/activation';
const statedPath = '/aps/api/v1/tokens/activation';
const referencePath = '/aps/api/v1/tokens/sendActivationCode';

/** The customer whose digitization is refused for its risk. */
export const riskyCustomer = 'customer-of-great-risk';

const refusal = (resultCode: string): Body => ({ result: { resultCode, resultStatus: 'F', resultMessage: 'refused' } });

/** Whether a request keeps the facts; a mistaken wallet does not look at one of them. */
function isKept(operation: string, body: Body, broken: string | null): boolean {
  return requestRules
    .filter(({ row }) => row.startsWith(`${operation}.`) && row !== broken)
    .every(({ object, field, holds, row }) => {
      const parent = body[object] as Body | null | undefined;
      if (typeof parent !== 'object' || parent === null || Array.isArray(parent)) return true;
      const value = parent[field];
      return value === undefined || value === null ? !row.endsWith('.required') : holds(value);
    });
}

function objectIn(bytes: Buffer): Body | null {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : null;
  } catch {
    return null;
  }
}

/** What the wallet answers by itself; null where the reference answers. */
function ownAnswer(path: string, operation: string, body: Body | null, broken: string | null): Body | null {
  if ((path === statedPath && broken === pathRow) || path === referencePath) return refusal('NO_INTERFACE_DEF');
  if (body && !isKept(operation, body, broken)) return refusal('PARAM_ILLEGAL');
  if (operation !== 'tokenDigitizeDecision' || body?.customerId !== riskyCustomer) return null;
  return refusal(broken === codeRow ? 'PROCESS_FAIL' : 'RISK_REJECT');
}

/** The answer of the reference with the authentication methods that the guide knows. */
function withMethods(text: string, broken: string | null): string {
  const answer = objectIn(Buffer.from(text));
  if (!answer || !Array.isArray(answer.activationMethods)) return text;
  const right = { type: 'EMAIL', value: 'a****@example.org' };
  return JSON.stringify({ ...answer, activationMethods: [right, methods[broken ?? ''] ?? right] });
}

/** Hands a request on, and its answer back. */
function handOn(
  incoming: IncomingMessage,
  sent: Buffer,
  to: URL,
  answer: (bytes: Buffer, from: IncomingMessage) => void,
) {
  const { method, headers } = incoming;
  const onward = request(to, { method, headers: { ...headers, host: to.host } }, async (from) =>
    answer(await buffer(from), from),
  );
  onward.on('error', () => incoming.destroy());
  onward.end(sent);
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  reference: string,
  broken: string | null,
): Promise<void> {
  const sent = await buffer(incoming);
  const path = incoming.url ?? '/';
  const operation = [statedPath, otherPath].includes(path) ? 'sendActivationCode' : path.split('/').at(-1)!;
  const isCall = incoming.method === 'POST' && (incoming.headers['content-type'] ?? 'json').includes('json');
  const own = ownAnswer(path, operation, isCall ? objectIn(sent) : null, broken);
  if (own) {
    outgoing.setHeader('Content-Type', 'application/json; charset=UTF-8').end(JSON.stringify(own));
    return;
  }
  const to = new URL(operation === 'sendActivationCode' ? referencePath : path, reference);
  handOn(incoming, sent, to, (bytes, from) => {
    const text = Buffer.from(withMethods(bytes.toString('latin1'), broken), 'latin1');
    const { 'content-length': _, 'transfer-encoding': __, ...headers } = from.headers;
    outgoing.writeHead(from.statusCode!, headers).end(text);
  });
}

/** Starts the server in front of a reference; unsigned, and with one fact that it does not keep, or none. */
export async function factsFront(reference: string, broken: string | null): Promise<Front> {
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing, reference, broken));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
