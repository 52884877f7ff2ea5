/** The schema of the config: fresh, strict, described, and of one mind with the tool. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { checkedConfig } from '../../cli/config/check.ts';
import { parseConfig } from '../../cli/config/parse.ts';
import { settingsOf } from '../../cli/config/settings.ts';
import type { RunSettings } from '../../engine/settings.ts';
import schema from '../../generated/config.schema.json' with { type: 'json' };
import { configFiles } from '../../scripts/config-schema.ts';

const example = `
$schema: ./config.schema.json
target: https://mpp.example.com/base/
role: mpp
apis: [tokenDigitizeDecision, sendOTP]
clientId: SANDBOX_5Y0000000000000000
signing: { mode: off, keyVersion: 1 }
paths: { sendOTP: /otp }
headers: { X-Gateway: abc }
requests:
  sendOTP: [{ accessToken: tok-1 }, { accessToken: tok-2, verifyType: null, fresh: true }]
  tokenDigitizeDecision: { customerId: u1 }
scenarios:
  sendOTP: { USER_NOT_EXIST: { accessToken: tok-nobody }, "INVALID_TOKEN:scope": { accessToken: tok-narrow } }
  tokenDigitizeDecision: { APPROVED: { customerId: u1 }, PARAM_ILLEGAL: { tokenType: 5 } }
limits: { sendOTP: { perFixture: 2, restMs: 0, maxSends: null } }
resultCodes: { extra: { sendOTP: { RISK_REJECT: F } } }
client: { listen: 127.0.0.1:9000, trigger: { command: ./go }, retryWindowMs: 20000, timeoutMs: 5000 }
tls: { passphrase: geheim }
run: { profile: smoke, seed: 7, strict: true, timeoutMs: 1000, concurrency: 2, rate: 0.5, runs: 3, marker: false, absenceMs: 0, startMs: 0 }
subject: { organisation: Example Pay, product: Wallet, version: "4.2", environment: UAT, contact: qa@example.com }
declared: [{ requirement: TDD-07, reason: never declines, owner: p }]
reviews: [{ requirement: OTP-14, result: the same code, reviewer: q, on: 2026-11-20 }]
waivers: [{ requirement: OTP-12, reason: r, owner: o, until: 2027-01-31 }]
`;

test('the generated files are fresh', async () => {
  for (const [name, content] of Object.entries(await configFiles())) {
    expect(await readFile(new URL(`../../generated/${name}`, import.meta.url), 'utf8'), name).toBe(content);
  }
});

test('every key has a description', () => {
  const bare: string[] = [];
  const visit = (node: { properties?: Record<string, never>; items?: never }, path: string): void => {
    for (const [key, value] of Object.entries(node.properties ?? {})) {
      const child = value as { description?: string; $ref?: string };
      if (child.description === undefined && child.$ref === undefined) bare.push(`${path}.${key}`);
      visit(child as never, `${path}.${key}`);
    }
    if (node.items !== undefined) visit(node.items, `${path}[]`);
  };
  visit({ properties: schema.$defs as never }, '$defs');
  visit(schema as never, '');
  expect(bare).toEqual([]);
});

test('the validator imports nothing', async () => {
  const text = await readFile(new URL('../../generated/config-validator.js', import.meta.url), 'utf8');
  expect(text.match(/^import |[=(]\s*require\(/m)).toBe(null);
});

async function settingsOfExample(): Promise<RunSettings> {
  const { value, place } = parseConfig({ path: '/x/c.yaml', name: 'c.yaml', text: example });
  const config = await checkedConfig(value, place);
  return settingsOf(config, {}, { directory: '/x', workingDirectory: '/', named: {} }, false);
}

describe('a config with every key', () => {
  test('becomes settings', async () => {
    expect(await settingsOfExample()).toMatchObject({
      role: 'mpp',
      target: 'https://mpp.example.com/base',
      embedded: false,
      apis: ['sendOTP', 'tokenDigitizeDecision'],
      selected: ['sendOTP', 'tokenDigitizeDecision'],
      only: null,
      profile: 'smoke',
      strict: true,
      bail: false,
      seed: 7,
      path: null,
      runs: 3,
      concurrency: 2,
      rate: 0.5,
      timeoutMs: 1000,
      clientId: 'SANDBOX_5Y0000000000000000',
      signing: { mode: 'off', keyVersion: '1', privateKey: null, publicKey: null },
      pathsConfigured: ['sendOTP'],
      headers: { 'X-Gateway': 'abc' },
      extraResultCodes: { sendOTP: { RISK_REJECT: 'F' } },
      tls: { ca: null, cert: null, key: null, passphrase: 'geheim' },
      waivers: [{ requirement: 'sendOTP/OTP-12', reason: 'r', owner: 'o', until: '2027-01-31' }],
      declared: [{ requirement: 'tokenDigitizeDecision/TDD-07', reason: 'never declines', owner: 'p' }],
      reviews: [
        {
          requirement: 'sendOTP/OTP-14',
          step: '',
          result: 'the same code',
          reviewer: 'q',
          on: '2026-11-20',
          file: null,
          sha256: null,
        },
      ],
      subject: {
        organisation: 'Example Pay',
        product: 'Wallet',
        version: '4.2',
        environment: 'UAT',
        contact: 'qa@example.com',
      },
      marker: false,
      absenceMs: 0,
      startMs: 0,
      client: {
        listen: '127.0.0.1:9000',
        trigger: { command: './go' },
        triggerTimeoutMs: 30_000,
        retryWindowMs: 20_000,
        timeoutMs: 5000,
      },
      nonce: null,
    });
  });

  test('becomes paths, users, scenarios and limits', async () => {
    const settings = await settingsOfExample();
    expect(settings.paths).toMatchObject({
      sendOTP: '/otp',
      sendActivationCode: '/aps/api/v1/tokens/sendActivationCode',
    });
    expect(settings.requests).toEqual({
      sendOTP: [
        { body: { accessToken: 'tok-1' }, fresh: false },
        { body: { accessToken: 'tok-2', verifyType: null }, fresh: true },
      ],
      tokenDigitizeDecision: [{ body: { customerId: 'u1' }, fresh: false }],
    });
    expect(settings.scenarios.sendOTP).toEqual([
      { code: 'USER_NOT_EXIST', variant: '', body: { accessToken: 'tok-nobody' } },
      { code: 'INVALID_TOKEN', variant: 'scope', body: { accessToken: 'tok-narrow' } },
    ]);
    expect(settings.limits.sendOTP).toEqual({ perFixture: 2, restMs: 0, maxSends: null });
    expect(settings.limits.sendActivationCode).toEqual({ perFixture: 3, restMs: 60_000, maxSends: 12 });
  });

  test('is the same as JSON', async () => {
    const { value } = parseConfig({ path: '/x/c.yaml', name: 'c.yaml', text: example });
    const json = parseConfig({ path: '/x/c.json', name: 'c.json', text: JSON.stringify(value) });
    expect(json.value).toEqual(value);
  });
});

test('what a config leaves out has the default that the schema names', () => {
  const origin = { directory: '/', workingDirectory: '/', named: {} };
  const settings = settingsOf({ target: 'http://a.example' }, {}, origin, false);
  const { run } = schema.properties;
  expect(settings).toMatchObject({
    timeoutMs: run.properties.timeoutMs.default,
    marker: run.properties.marker.default,
    absenceMs: run.properties.absenceMs.default,
    startMs: run.properties.startMs.default,
    declared: [],
    subject: {},
  });
  expect(settings).toMatchObject({ timeoutMs: 15_000, absenceMs: 30_000, startMs: 5000 });
});

test('on loopback messages have no cap, unless one is set', () => {
  const origin = { directory: '/', workingDirectory: '/', named: {} };
  const settings = settingsOf({ target: 'http://[::1]:80', limits: { sendOTP: { maxSends: 4 } } }, {}, origin, false);
  expect(settings.limits.sendOTP?.maxSends).toBe(4);
  expect(settings.limits.sendActivationCode?.maxSends).toBe(null);
});
