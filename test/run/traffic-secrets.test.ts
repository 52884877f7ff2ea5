/** Nothing that traffic tells of people, and no credential, stands in anything that the proxy writes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from '../../generated/operations.ts';
import { callThrough, startAnswering, startProxyProcess, success } from '../support/proxied.ts';

/** Secrets and personal values, and where each is planted. */
const planted = {
  client: 'CLIENTSECRET-77',
  query: 'QUERYSECRET 4711',
  idAsNumber: '2658474987',
  accessToken: 'tok-Kq7vW2xLp9ZsTd4R',
  customerId: 'cust-550e8400-e29b-41d4',
  phone: '+639171234567',
  email: 'maria.santos@example.ph',
  name: 'Maria Clara Santos',
  street: '14 Mabini Street',
  birthday: '1990-05-17',
  deviceName: "Maria's iPhone 15",
  activationCode: '73915482',
  verifyRequestId: 'vr-8b1f6c22d0a94e7b',
  paymentCode: '281012020262467128',
  authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.c2VjcmV0',
  cookie: 'session=3f9a1c77b2de',
  setCookie: 'route=9c41ab77f0e2',
  apiKey: 'key-5Jt9QmXv2Rw8',
  signature: 'Zm9vYmFyLXNlY3JldC1zaWduYXR1cmUtdmFsdWU',
  tokenReferenceId: 'DREF-77aa12b9c3',
  walletAccount: '0917-555-0142',
  accountIdHash: '9f86d081884c7d659a2feaa0c55ad015',
  nationalId: 'PSA-1234-5678-9012',
  phoneInMessage: '+63 (917) 765-4321',
  emailInMessage: 'jose.rizal+otp@mail.example.ph',
} as const;

const requests = [
  ['sendOTP', { acquirerId: '1022188000', pspId: '1022188001', accessToken: planted.accessToken, verifyType: 'PAGER' }],
  [
    'sendActivationCode',
    {
      tokenReferenceId: planted.tokenReferenceId,
      customerId: planted.customerId,
      expiryTime: 'tomorrow',
      activation: {
        activationCode: planted.activationCode,
        activationMethod: { type: 'TEXT_TO_CARDHOLDER_NUMBER', value: planted.phone },
      },
    },
  ],
  [
    'tokenDigitizeDecision',
    {
      tokenReferenceId: planted.tokenReferenceId,
      customerId: planted.customerId,
      tokenType: 'HOLOGRAM',
      accountIdHash: planted.accountIdHash,
      accountHolder: {
        accountHolderName: planted.name,
        accountHolderEmailAddress: planted.email,
        address: { street: planted.street },
        birthday: planted.birthday,
        nationalId: planted.nationalId,
      },
      deviceInfo: { deviceName: planted.deviceName, [planted.walletAccount]: 'x' },
    },
  ],
  ['getPaymentCode', { customerId: planted.customerId, region: 'phl', env: { phone: planted.phone } }],
] as const;

const headers = {
  Authorization: planted.authorization,
  Cookie: planted.cookie,
  'X-Api-Key': planted.apiKey,
  'Client-Id': planted.client,
  Signature: `algorithm=RSA256,keyVersion=1,signature=${planted.signature}`,
};

let place = '';
let console = '';

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'conformance-secrets-'));
  const upstream = await startAnswering(
    ({ path }) =>
      path.includes('sendOTP')
        ? {
            result: {
              ...success.result,
              resultCode: 'ODD',
              resultMessage: `Sent to ${planted.phoneInMessage} and ${planted.emailInMessage} on 2026-11-28.`,
            },
            verifyRequestId: planted.verifyRequestId,
            otherId: Number(planted.idAsNumber),
          }
        : { ...success, paymentCodeInfoList: [{ paymentCode: planted.paymentCode, extra: planted.name }] },
    { 'Set-Cookie': planted.setCookie },
  );
  const options = ['--record', 'traffic', '--report-dir', 'report', '--learn', 'learned.yaml', '--reporter', 'console'];
  const proxy = await startProxyProcess(upstream.url, options, { cwd: place });
  for (let times = 0; times < 25; times++)
    for (const [operation, body] of requests)
      await callThrough(
        proxy.port,
        `${operations[operation].path}?t=${encodeURIComponent(planted.query)}`,
        body,
        headers,
      );
  await proxy.stop();
  await upstream.close();
  console = proxy.stdout() + proxy.stderr();
});

afterAll(() => rm(place, { recursive: true, force: true }));

/** Everything that was written, by file. */
function written(): [string, string][] {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => [name, textOf(name, readFileSync(join(parentPath, name), 'utf8'))]);
}

/** Bodies of a recording are in base64. */
function textOf(name: string, text: string): string {
  if (!name.endsWith('.ndjson')) return text;
  return text.replace(/"body":"([^"]*)"/g, (_, base64: string) => Buffer.from(base64, 'base64').toString());
}

test('the proxy has judged and written all of it', () => {
  expect(console).toContain('breaks');
  expect(
    written()
      .map(([name]) => name)
      .sort()
      .join(),
  ).toBe(
    'evidence.har,junit.xml,learned.md,learned.yaml,manifest.json,report.html,report.json,summary.md,traffic.ndjson',
  );
  expect(existsSync(join(place, 'learned.yaml'))).toBe(true);
});

test.each(Object.entries(planted))('%s is nowhere', (_, secret) => {
  // As it is, and as it stands in JSON, HTML and XML.
  const spellings = [
    secret,
    secret.replaceAll("'", '&#39;'),
    secret.replaceAll("'", '&apos;'),
    encodeURIComponent(secret),
  ];
  const found = [...written(), ['console', console]].filter(([, text]) => spellings.some((one) => text!.includes(one)));
  expect(found.map(([name]) => name)).toEqual([]);
});
