/** A target that refuses our right signature is asked what it verifies, and the doctor says it. */
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { examine } from '../../cli/doctor/doctor.ts';
import { answeringBodies, result, type StandIn } from '../support/stand-ins.ts';

const pair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
};
const ours = pair();
const theirs = pair();
const key = createPublicKey(ours.publicKey);

interface Call {
  readonly path: string;
  readonly client: string;
  readonly time: string;
  readonly body: string;
}

/** How a target reads the signature, and the text that it verifies. */
interface Verifier {
  readonly text: (call: Call) => string;
  readonly bytes?: (signature: string) => Buffer;
  readonly digest?: string;
}

const right = ({ path, client, time, body }: Call) => `POST ${path}\n${client}.${time}.${body}`;
const sorted = (body: string) =>
  JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body)).sort(([a], [b]) => (a < b ? -1 : 1))));

/** What is planted, and a word of what must be said. */
const verifiers: readonly (readonly [string, Verifier])[] = [
  ['without its beginning /aps', { text: (call) => right({ ...call, path: call.path.slice(4) }) }],
  ['constant path /aps/api/v1/payments/pay', { text: (call) => right({ ...call, path: '/aps/api/v1/payments/pay' }) }],
  ['http://127.0.0.1', { text: (call) => right({ ...call, path: `http://127.0.0.1:${port}${call.path}` }) }],
  ['without the time', { text: (call) => right({ ...call, time: '' }) }],
  ['without the client id', { text: (call) => right({ ...call, client: '' }) }],
  ['without the method', { text: (call) => right(call).slice(5) }],
  ['without the line feed', { text: (call) => right(call).replace('\n', '') }],
  ['colons', { text: ({ path, client, time, body }) => `POST ${path}\n${client}:${time}:${body}` }],
  ['body alone', { text: ({ body }) => body }],
  ['empty body', { text: (call) => right({ ...call, body: '' }) }],
  ['keys sorted', { text: (call) => right({ ...call, body: sorted(call.body) }) }],
  [
    'indented by 2 spaces',
    { text: (call) => right({ ...call, body: JSON.stringify(JSON.parse(call.body), null, 2) }) },
  ],
  ['SHA-1', { text: right, digest: 'sha1' }],
  ['hexadecimal', { text: right, bytes: (signature) => Buffer.from(signature, 'hex') }],
  ['base64 that is not URL-encoded', { text: right, bytes: (signature) => strictBase64(signature) }],
];

/** Refuses what still carries percent signs. */
const strictBase64 = (signature: string) => Buffer.from(/%/.test(signature) ? '' : signature, 'base64');
const documented = (signature: string) => Buffer.from(decodeURIComponent(signature), 'base64');

let port = 0;
let open: StandIn | null = null;
afterEach(() => open?.close());

/** A target that verifies so; `usersFirst` asks for the user before the signature. */
async function targetOf(
  { text, bytes = documented, digest = 'sha256' }: Verifier,
  usersFirst = false,
): Promise<StandIn> {
  open = await answeringBodies((request, response, body) => {
    if (request.method !== 'POST') return result(response, 'F', 'METHOD_NOT_SUPPORTED');
    const { accessToken } = JSON.parse(body) as { accessToken: string };
    if (usersFirst && accessToken !== 'known') return result(response, 'F', 'INVALID_TOKEN');
    const call = callOf(request, body);
    const signature = /signature=([^,\s]+)/.exec(String(request.headers.signature))?.[1] ?? '';
    const fits = verify(digest, Buffer.from(text(call)), key, bytes(signature));
    return fits ? result(response, 'F', 'USER_STATUS_ABNORMAL') : result(response, 'F', 'INVALID_SIGNATURE');
  });
  port = open.port;
  return open;
}

function callOf({ url = '', headers }: IncomingMessage, body: string): Call {
  return { path: url, client: String(headers['client-id']), time: String(headers['request-time']), body };
}

async function faultsOf(target: StandIn): Promise<{ code: string; says: string }[]> {
  const config = {
    target: target.url,
    apis: ['sendOTP'],
    clientId: 'TEST_5Y00000000000000',
    signing: { privateKey: ours.privateKey, publicKey: theirs.publicKey },
    requests: { sendOTP: [{ accessToken: 'known' }] },
  };
  const findings = await examine({ config }, {});
  return findings.filter(({ level }) => level === 'fault').map(({ code, says }) => ({ code, says }));
}

describe('what the target verifies', () => {
  test.each(verifiers)('%s', async (word, verifier) => {
    const [first, second] = await faultsOf(await targetOf(verifier));
    expect(first?.code).toBe('target-verifies-otherwise');
    expect(first?.says).toContain(word);
    expect(second?.code).toBe('our-signature-refused');
  });

  test('a target that looks for the user first is asked with a user that it knows', async () => {
    const [first] = await faultsOf(await targetOf(verifiers[0]![1], true));
    expect(first).toMatchObject({
      code: 'target-verifies-otherwise',
      says: expect.stringContaining('without its beginning /aps'),
    });
  });

  test('with another key on file nothing is taken, and both readings are given', async () => {
    const faults = await faultsOf(await targetOf({ text: () => 'never' }));
    expect(faults.map(({ code }) => code)).toEqual(['our-signature-refused']);
    expect(faults[0]?.says).toMatch(/either it holds another public key .* or it verifies another text/);
  });
});
