/** Drives the reference Alipay+ by hand: it answers rightly, refuses rightly, and stays right in every variant. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ReferenceAlipayPlus, startReferenceAlipayPlus } from '../../reference/alipayplus/server.ts';
import { alipayplusVariants } from '../../reference/alipayplus/variants.ts';
import { alipayplusFaults } from '../../reference/faults/alipayplus/faults.ts';
import { type Keys, newKeys, signatureParts, signer, textToSign, timeText, verifier } from '../../reference/signing.ts';

const path = '/aps/api/v1/codes/getPaymentCode';
const client = 'TEST_5Y00000000000000';
const full = { customerId: 'mppUser0000000000001', region: 'JP', codeQuantity: '3', env: { osType: 'IOS' } };
let keys: Keys;
let right: ReferenceAlipayPlus;

beforeAll(async () => {
  keys = await newKeys();
  right = await startReferenceAlipayPlus({ keys });
});
afterAll(() => right.close());

interface Changes {
  method?: string;
  path?: string;
  text?: string;
  sentText?: string;
  time?: string;
  headers?: Record<string, string | null>;
  signature?: (value: string) => string;
}

async function call(server: ReferenceAlipayPlus, body: unknown, changes: Changes = {}) {
  const { method = 'POST', path: at = path, text = JSON.stringify(body), time = timeText() } = changes;
  const signature = await signer(keys.mpp.privateKey)(textToSign(method, at, client, time, Buffer.from(text)));
  const headers: Record<string, string | null> = {
    'Content-Type': 'application/json; charset=UTF-8',
    'Client-Id': client,
    'Request-Time': time,
    Signature: (changes.signature ?? ((value) => value))(`algorithm=RSA256, keyVersion=1, signature=${signature}`),
    ...changes.headers,
  };
  const kept = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null);
  const response = await fetch(server.url + at, { method, headers: kept, body: Buffer.from(changes.sentText ?? text) });
  const answer = await response.text();
  const json = JSON.parse(answer);
  return { response, answer, json, code: json.result?.resultCode as string };
}

async function isSigned({ response, answer }: Awaited<ReturnType<typeof call>>): Promise<boolean> {
  const { signature = '' } = signatureParts(response.headers.get('signature') ?? '');
  const time = response.headers.get('response-time') ?? '';
  return verifier(keys.alipayplus.publicKey)(textToSign('POST', path, client, time, Buffer.from(answer)), signature);
}

describe('the correct one', () => {
  test('gives distinct codes, a minute each and half a minute apart, and signs', async () => {
    const got = await call(right, full);
    expect(got.code).toBe('SUCCESS');
    expect(await isSigned(got)).toBe(true);
    const list = got.json.paymentCodeInfoList as Record<string, string>[];
    expect(new Set(list.map((info) => info.paymentCode)).size).toBe(3);
    const [first, second] = list.map((info) => [
      Date.parse(info.codeValidityStartTime!),
      Date.parse(info.codeExpiryTime!),
    ]);
    expect(first![1]! - first![0]!).toBe(60_000);
    expect(first![1]! - second![0]!).toBe(30_000);
  });

  test.each([
    ['no region and no quantity', { customerId: 'u', env: {} }, 1],
    ['nulls', { customerId: 'u', env: {}, region: null, codeQuantity: null }, 1],
    ['ten', { ...full, codeQuantity: '10' }, 10],
    ['unknown fields', { ...full, extra: 1, env: { a: 'b', c: { d: 'e' } } }, 3],
    ['64 characters', { ...full, customerId: 'ü'.repeat(64) }, 3],
  ])('accepts %s', async (_, body, count) => {
    const { json } = await call(right, body);
    expect(json.paymentCodeInfoList).toHaveLength(count);
  });

  const { customerId: _, ...noCustomer } = full;
  const { env: __, ...noEnv } = full;
  test.each<readonly [string, unknown]>([
    ['no customerId', noCustomer],
    ['null customerId', { ...full, customerId: null }],
    ['empty customerId', { ...full, customerId: '' }],
    ['numeric customerId', { ...full, customerId: 1 }],
    ['65 characters', { ...full, customerId: 'x'.repeat(65) }],
    ['no env', noEnv],
    ['null env', { ...full, env: null }],
    ['env as text', { ...full, env: '{}' }],
    ['env as list', { ...full, env: [] }],
    ...['J', 'JPN', 'jp', 'XX', '', 'J1'].map((region) => [`region ${region}`, { ...full, region }] as const),
    ...['0', '11', '-1', '1.5', 'abc', '', '01', '1e1', ' 5', '100'].map(
      (codeQuantity) => [`quantity ${codeQuantity}`, { ...full, codeQuantity }] as const,
    ),
    ['an array', [full]],
  ])('refuses %s', async (_, body) => {
    const got = await call(right, body);
    expect(got.json).toMatchObject({ result: { resultCode: 'PARAM_ILLEGAL', resultStatus: 'F' } });
    expect(await isSigned(got)).toBe(true);
  });

  test.each<[string, Changes, string]>([
    ['another path', { path: `${path}x` }, 'NO_INTERFACE_DEF'],
    ['PUT', { method: 'PUT' }, 'METHOD_NOT_SUPPORTED'],
    ['XML', { headers: { 'Content-Type': 'application/xml' } }, 'MEDIA_TYPE_NOT_ACCEPTABLE'],
    ['a client nobody knows', { headers: { 'Client-Id': 'TEST_X' } }, 'INVALID_CLIENT'],
    ['no client', { headers: { 'Client-Id': null } }, 'PARAM_ILLEGAL'],
    ['no time', { headers: { 'Request-Time': null } }, 'PARAM_ILLEGAL'],
    ['no signature', { headers: { Signature: null } }, 'INVALID_SIGNATURE'],
    ['another time', { headers: { 'Request-Time': '2020-01-01T00:00:00Z' } }, 'INVALID_SIGNATURE'],
    ['bytes added', { sentText: `${JSON.stringify(full)} ` }, 'INVALID_SIGNATURE'],
    ['a key version nobody knows', { signature: (value) => value.replace('=1,', '=9999,') }, 'KEY_NOT_FOUND'],
    ['another algorithm', { signature: (value) => value.replace('RSA256', 'MD5') }, 'INVALID_SIGNATURE'],
    ['a time without zone', { time: '2030-01-01T00:00:00' }, 'PARAM_ILLEGAL'],
    ['no JSON', { text: '{"customerId":"u"' }, 'PARAM_ILLEGAL'],
  ])('refuses %s', async (_, changes, code) => {
    expect((await call(right, full, changes)).code).toBe(code);
  });

  test.each<[string, Changes]>([
    ['no Content-Type', { headers: { 'Content-Type': null } }],
    ['commas without space', { signature: (value) => value.replaceAll(', ', ',') }],
    ['no key version', { signature: (value) => value.replace(' keyVersion=1,', '') }],
    ['an indented body', { text: JSON.stringify(full, null, 2) }],
    ['a time in UTC with fraction', { time: '2030-01-01T00:00:00.09Z' }],
  ])('accepts %s', async (_, changes) => {
    expect((await call(right, full, changes)).code).toBe('SUCCESS');
  });

  test('has a customer for every scenario of its config', async () => {
    const { scenarios } = right.config as { scenarios: { getPaymentCode: Record<string, object> } };
    for (const [code, body] of Object.entries(scenarios.getPaymentCode)) {
      expect((await call(right, { ...full, ...body })).code).toBe(code);
    }
  });
});

test.each(alipayplusVariants.map(({ name }) => name))('the variant %s is right', async (variant) => {
  const server = await startReferenceAlipayPlus({ keys, variant });
  const got = await call(server, full);
  expect(got.code).toBe('SUCCESS');
  expect(await isSigned(got)).toBe(true);
  expect((await call(server, { ...full, region: '' })).code).toBe('PARAM_ILLEGAL');
  await server.close();
});

describe('faults', () => {
  test('have names of their own and say what they break', () => {
    expect(alipayplusFaults.length).toBeGreaterThanOrEqual(25);
    expect(new Set(alipayplusFaults.map(({ name }) => name)).size).toBe(alipayplusFaults.length);
    for (const { breaks, says } of alipayplusFaults) {
      expect(breaks[0]).toMatch(/^getPaymentCode\/./);
      expect(says).toMatch(/^It .*\.$/);
    }
  });

  test('start by name, and an unknown name is refused with the known ones', async () => {
    const server = await startReferenceAlipayPlus({ keys, fault: 'one-code-only' });
    expect((await call(server, full)).json.paymentCodeInfoList).toHaveLength(1);
    await server.close();
    await expect(startReferenceAlipayPlus({ keys, fault: 'none-such' })).rejects.toThrow('one-code-only');
  });
});
