/** Drives the reference MPP by hand: node:http, node:crypto and nothing of the suite. */

import { createSign, createVerify } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../cli/explain/catalogue.ts';
import { operationIds } from '../../generated/operations.ts';
import {
  type Keys,
  mayBreak,
  mppFaults,
  mppPathological,
  mppVariants,
  newKeys,
  plantedFaults,
  type ReferenceMpp,
  startReferenceMpp,
} from '../../reference/index.ts';

type Json = Record<string, unknown>;

interface Sent {
  path: string;
  method: string;
  headers: Record<string, string>;
  body: string | Buffer;
}

interface Got {
  status: number;
  headers: Record<string, string>;
  rawNames: string[];
  text: string;
  json: Json;
  code: string;
}

const paths: Record<string, string> = {
  sendOTP: '/aps/api/v1/users/sendOTP',
  sendActivationCode: '/aps/api/v1/tokens/sendActivationCode',
  tokenActivationNotification: '/aps/api/v1/tokens/tokenActivationNotification',
  tokenDigitizeDecision: '/aps/api/v1/tokens/tokenDigitizeDecision',
};
const bodies: Record<string, Json> = {
  tokenDigitizeDecision: { tokenReferenceId: 't-1', tokenType: 'CLOUD', customerId: 'custCareful01'.padEnd(20, '0') },
  sendOTP: { acquirerId: 'A1', pspId: 'P1', accessToken: 'tokActive01'.padEnd(32, '0') },
  sendActivationCode: { tokenReferenceId: 't-1', activation: {}, expiryTime: '2030-01-01T00:00:00+08:00' },
  tokenActivationNotification: {
    tokenReferenceId: 't-1',
    serviceRequestTime: '2030-01-01T00:00:00+08:00',
    tokenActivatedTime: '2030-01-01T00:00:00Z',
    tokenData: {},
  },
};
const time = '2030-01-01T00:00:00+08:00';

let keys: Keys;
let mpp: ReferenceMpp;
let clientId: string;

beforeAll(async () => {
  keys = await newKeys();
  mpp = await startReferenceMpp({ keys });
  clientId = (mpp.config as { clientId: string }).clientId;
});
afterAll(() => mpp.close());

function exchange(server: ReferenceMpp, { path, method, headers, body }: Sent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const rawNames = response.rawHeaders.filter((_, index) => index % 2 === 0);
        let json: Json = {};
        try {
          json = JSON.parse(text) as Json;
        } catch {}
        const code = String((json.result as Json | undefined)?.resultCode ?? '');
        const got = { status: response.statusCode ?? 0, headers: response.headers as Record<string, string> };
        resolve({ ...got, rawNames, text, json, code });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

function signature(path: string, body: string | Buffer, method = 'POST', at = time): string {
  const signer = createSign('sha256').update(`${method} ${path}\n${clientId}.${at}.`).update(body);
  return encodeURIComponent(signer.sign(keys.alipayplus.privateKey, 'base64'));
}

/** A well signed call of an API; `change` may spoil anything after the signing. */
function call(
  api: string,
  body: unknown,
  change: (sent: Sent) => Partial<Sent> = () => ({}),
  server: ReferenceMpp = mpp,
): Promise<Got> {
  const path = paths[api] ?? api;
  const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const headers = {
    // Said outright, since Node would frame the body of a GET not at all.
    'Content-Length': String(Buffer.byteLength(text)),
    'Content-Type': 'application/json; charset=UTF-8',
    'Client-Id': clientId,
    'Request-Time': time,
    Signature: `algorithm=RSA256, keyVersion=1, signature=${signature(path, text)}`,
  };
  const sent: Sent = { path, method: 'POST', headers, body: text };
  const changed = { ...sent, ...change(sent) };
  const name = Object.keys(changed.headers).find((key) => key.toLowerCase() === 'content-length');
  if (name) changed.headers[name] = String(Buffer.byteLength(changed.body));
  return exchange(server, changed);
}

const withHeaders = (extra: Record<string, string | undefined>) => (sent: Sent) => ({
  headers: Object.fromEntries(
    Object.entries({ ...sent.headers, ...extra }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ),
});

function isSigned(got: Got, path: string): boolean {
  const value = /signature=([^, ]+)/.exec(got.headers.signature ?? '')?.[1] ?? '';
  const content = `POST ${path}\n${got.headers['client-id']}.${got.headers['response-time']}.${got.text}`;
  const verifier = createVerify('sha256').update(content);
  return verifier.verify(keys.mpp.publicKey, decodeURIComponent(value), 'base64');
}

describe('the correct MPP', () => {
  test('accepts a valid call of each API and signs the answer', async () => {
    for (const [api, body] of Object.entries(bodies)) {
      const got = await call(api, body);
      expect(got.status).toBe(200);
      expect(got.code, api).toBe('SUCCESS');
      expect(isSigned(got, paths[api] ?? '')).toBe(true);
      expect(got.headers['response-time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    }
  });

  test('refuses whatever was touched after signing', async () => {
    const body = bodies.sendOTP;
    const text = JSON.stringify(body);
    const spoilt: [(sent: Sent) => Partial<Sent>, string][] = [
      [() => ({ body: text.replace('A1', 'A2') }), 'INVALID_SIGNATURE'],
      [() => ({ path: `${paths.sendOTP}?a=1` }), 'INVALID_SIGNATURE'],
      [withHeaders({ 'Request-Time': '2030-01-01T00:00:01+08:00' }), 'INVALID_SIGNATURE'],
      [withHeaders({ 'Request-Time': undefined }), 'INVALID_SIGNATURE'],
      [withHeaders({ Signature: undefined }), 'INVALID_SIGNATURE'],
      [withHeaders({ Signature: 'algorithm=RSA256, keyVersion=1, signature=****' }), 'INVALID_SIGNATURE'],
      [withHeaders({ 'Client-Id': 'TEST_nobody' }), 'INVALID_CLIENT'],
      [(sent) => withHeaders({ Signature: sent.headers.Signature?.replace('=1,', '=9999,') })(sent), 'KEY_NOT_FOUND'],
    ];
    for (const [change, code] of spoilt) expect((await call('sendOTP', body, change)).code).toBe(code);
  });

  test('takes every documented spelling of a signed request', async () => {
    const body = { ...bodies.sendOTP, accessToken: 'tokNobody' };
    const spellings: ((sent: Sent) => Partial<Sent>)[] = [
      (sent) => withHeaders({ Signature: sent.headers.Signature?.replaceAll(', ', ',') })(sent),
      (sent) => withHeaders({ Signature: sent.headers.Signature?.split(', ').reverse().join(' ,') })(sent),
      (sent) => withHeaders({ Signature: sent.headers.Signature?.replace('keyVersion=1, ', '') })(sent),
      (sent) => withHeaders({ Signature: sent.headers.Signature?.replace('keyVersion=1', 'keyVersion=0') })(sent),
      (sent) => ({ headers: Object.fromEntries(Object.entries(sent.headers).map(([k, v]) => [k.toLowerCase(), v])) }),
      (sent) => ({ headers: Object.fromEntries(Object.entries(sent.headers).map(([k, v]) => [k.toUpperCase(), v])) }),
      withHeaders({ 'Content-Type': undefined }),
      withHeaders({ 'Content-Type': 'application/json' }),
      withHeaders({ Accept: 'text/html, application/json;q=0.9' }),
    ];
    for (const spelling of spellings) expect((await call('sendOTP', body, spelling)).code).toBe('INVALID_TOKEN');
    expect((await call('sendOTP', JSON.stringify(body, null, 2))).code).toBe('INVALID_TOKEN');
  });

  test('answers wrong addresses, methods and media types with their codes', async () => {
    const body = bodies.sendOTP;
    expect((await call('/aps/api/v1/users/sendOTPx', body)).code).toBe('NO_INTERFACE_DEF');
    expect((await call('/aps/api/v1/users/sendOTP/v2', body)).code).toBe('NO_INTERFACE_DEF');
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect((await call('sendOTP', body, () => ({ method }))).code).toBe('METHOD_NOT_SUPPORTED');
    }
    for (const type of ['application/xml', 'application/x-www-form-urlencoded', 'application/json; charset=gbk']) {
      expect((await call('sendOTP', body, withHeaders({ 'Content-Type': type }))).code).toBe(
        'MEDIA_TYPE_NOT_ACCEPTABLE',
      );
    }
    expect((await call('sendOTP', body, withHeaders({ Accept: 'text/html' }))).code).toBe('MEDIA_TYPE_NOT_ACCEPTABLE');
  });

  test('refuses bodies that are no plain JSON object', async () => {
    const text = JSON.stringify(bodies.sendOTP);
    const nested = `${'['.repeat(1000)}${']'.repeat(1000)}`;
    const wrong = ['', '[]', '"x"', 'null', text.slice(0, -3), `${text}x`, text.replace('{', '{"pspId":"P0",')];
    for (const body of [...wrong, `\ufeff${text}`, `${text.slice(0, -1)},"x":${nested}}`]) {
      expect((await call('sendOTP', body)).code, body.slice(0, 60)).toBe('PARAM_ILLEGAL');
    }
    const notUtf8 = Buffer.concat([Buffer.from(`${text.slice(0, -1)},"x":"`), Buffer.from([0xff]), Buffer.from('"}')]);
    expect((await call('sendOTP', notUtf8)).code).toBe('PARAM_ILLEGAL');
    const huge = `${text.slice(0, -1)},"x":"${'x'.repeat(1_048_576)}"}`;
    expect((await call('sendOTP', huge)).code).toBe('PARAM_ILLEGAL');
  });

  test('holds each field to its rule', async () => {
    const base = { ...bodies.sendOTP, accessToken: 'tokNobody' };
    for (const field of ['acquirerId', 'pspId', 'accessToken']) {
      for (const value of [undefined, null, '', 1, true, [], {}, 'x'.repeat(129)]) {
        expect((await call('sendOTP', { ...base, [field]: value })).code).toBe('PARAM_ILLEGAL');
      }
    }
    expect((await call('sendOTP', { ...base, acquirerId: 'x'.repeat(64) })).code).toBe('INVALID_TOKEN');
    expect((await call('sendOTP', { ...base, acquirerId: 'x'.repeat(65) })).code).toBe('PARAM_ILLEGAL');
    expect((await call('sendOTP', { ...base, accessToken: 'x'.repeat(128) })).code).toBe('INVALID_TOKEN');
    for (const verifyType of [undefined, null, 'MOBILE', 'EMAIL']) {
      expect((await call('sendOTP', { ...base, verifyType, extra: [1] })).code).toBe('INVALID_TOKEN');
    }
    for (const verifyType of ['', 'FAX', 'mobile', 1]) {
      expect((await call('sendOTP', { ...base, verifyType })).code).toBe('PARAM_ILLEGAL');
    }
    const decision = bodies.tokenDigitizeDecision;
    const named = (name: string) => call('tokenDigitizeDecision', { ...decision, consumerFacingEntityName: name });
    expect((await named('店'.repeat(128))).code).toBe('SUCCESS');
    expect((await named('🏪'.repeat(128))).code).toBe('SUCCESS');
    expect((await named('店'.repeat(129))).code).toBe('PARAM_ILLEGAL');
    expect((await call('tokenDigitizeDecision', { ...decision, deviceInfo: 'phone' })).code).toBe('PARAM_ILLEGAL');
  });

  test('tells real dates from the others', async () => {
    const code = async (expiryTime: unknown) =>
      (await call('sendActivationCode', { ...bodies.sendActivationCode, expiryTime })).code;
    for (const good of ['+08:00', '+00:00', '-05:00', '+05:30', 'Z']) {
      expect(await code(`2028-02-29T23:59:59${good}`)).toBe('SUCCESS');
    }
    expect(await code('2030-01-01T00:00:00.123Z')).toBe('SUCCESS');
    const bad = ['2030-13-01T00:00:00Z', '2030-02-30T00:00:00Z', '2030-01-01T25:00:00Z', '1893456000', 'tomorrow', ''];
    for (const text of [...bad, '2030-02-29T00:00:00Z', '2030-01-01T00:00:00', '20300101T000000Z', 1893456000]) {
      expect(await code(text)).toBe('PARAM_ILLEGAL');
    }
  });

  test('sends twenty OTPs to a token, each with an id of its own, and then no more', async () => {
    const body = { ...bodies.sendOTP, accessToken: 'tokActive12'.padEnd(32, '0') };
    const answers = await Promise.all(Array.from({ length: 22 }, () => call('sendOTP', body)));
    const ids = answers.filter((got) => got.code === 'SUCCESS').map((got) => got.json.verifyRequestId);
    expect(new Set(ids).size).toBe(20);
    expect(answers.filter((got) => got.code === 'OTP_SEND_TIMES_EXCEED_LIMIT')).toHaveLength(2);
  });

  test('its config names users for every documented business code and decision', async () => {
    const { scenarios, requests } = mpp.config as Record<'scenarios' | 'requests', Record<string, Json>>;
    let asked = 0;
    for (const [api, rows] of Object.entries(scenarios)) {
      const fixture = (requests[api] as unknown as Json[])[1];
      for (const [name, body] of Object.entries(rows)) {
        const got = await call(api, { ...bodies[api], ...fixture, ...(body as Json) });
        const expected = name.split(':')[0];
        expect(got.json.decision ?? got.code, `${api} ${name}`).toBe(expected);
        expect(Boolean(got.json.activationMethods)).toBe(expected === 'REQUIRE_ADDITIONAL_AUTHENTICATION');
        asked += 1;
      }
    }
    expect(asked).toBe(12 + 8 + 4 + 10);
  });

  test('offers what it is told to, unsigned where it is told to', async () => {
    const plain = await startReferenceMpp({ signing: false, apis: ['sendOTP'] });
    try {
      const unsigned = () => ({ headers: {} });
      const got = await call('sendOTP', bodies.sendOTP, unsigned, plain);
      expect(got.code).toBe('SUCCESS');
      expect(got.headers.signature).toBeUndefined();
      expect((await call('tokenDigitizeDecision', bodies.tokenDigitizeDecision, unsigned, plain)).code).toBe(
        'NO_INTERFACE_DEF',
      );
      expect(plain.config).toMatchObject({ apis: ['sendOTP'], signing: { mode: 'off' } });
    } finally {
      await plain.close();
    }
  });

  test('names the choices when an option is misspelt', async () => {
    await expect(startReferenceMpp({ apis: ['sendOtp'] })).rejects.toThrow(/No API is named "sendOtp".*sendOTP/);
    await expect(startReferenceMpp({ fault: 'none-such' })).rejects.toThrow(/no fault "none-such"/);
  });
});

describe('the lawful variants', () => {
  test('have names of their own', () => {
    const names = [...mppVariants, ...mppPathological, ...mppFaults].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test.each(mppVariants.map(({ name }) => name))(
    '%s: accepts what is right, signed, and refuses what is not',
    async (variant) => {
      const server = await startReferenceMpp({ keys, variant });
      try {
        const { requests } = server.config as { requests: Record<string, Json[]> };
        for (const [api, plain] of Object.entries(bodies)) {
          const body = { ...plain, ...requests[api]?.[0] };
          const got = await call(api, body, () => ({}), server);
          expect(got.json.result).toMatchObject({ resultCode: 'SUCCESS', resultStatus: 'S' });
          expect(isSigned(got, paths[api] ?? '')).toBe(true);
          const illegal = await call(api, { ...body, tokenReferenceId: null, pspId: null }, () => ({}), server);
          expect(illegal.code).toBe('PARAM_ILLEGAL');
          const touched = (sent: Sent) => ({ body: String(sent.body).replace(/0"/, '9"') });
          expect((await call(api, body, touched, server)).code).toBe('INVALID_SIGNATURE');
        }
      } finally {
        await server.close();
      }
    },
  );
});

describe('the extremes', () => {
  const expected: Record<string, string> = {
    'always-succeeds': 'SUCCESS',
    'always-refuses': 'PROCESS_FAIL',
    'always-illegal': 'PARAM_ILLEGAL',
    'always-mistrusts': 'INVALID_SIGNATURE',
    'always-unknown': 'UNKNOWN_EXCEPTION',
    'always-throttled': 'REQUEST_TRAFFIC_EXCEED_LIMIT',
    'always-html': '',
    'truncated-json': '',
    'ten-megabytes': 'SUCCESS',
    redirects: 'SUCCESS',
  };

  test.each(Object.entries(expected))('%s', async (fault, code) => {
    const server = await startReferenceMpp({ keys, fault });
    try {
      for (const [api, body] of Object.entries(bodies)) {
        const got = await call(api, body, () => ({}), server);
        expect(got.code).toBe(code);
        expect(got.status).toBe(fault === 'redirects' ? 307 : 200);
      }
      const got = await call('/nowhere', '', () => ({ method: 'PUT' }), server);
      if (fault.startsWith('always')) expect(got.code).toBe(code);
    } finally {
      await server.close();
    }
  });

  test('some break or keep the connection', async () => {
    const server = await startReferenceMpp({ keys, fault: 'always-resets' });
    await expect(call('sendOTP', bodies.sendOTP, () => ({}), server)).rejects.toThrow();
    await server.close();
    const silent = await startReferenceMpp({ keys, fault: 'never-answers' });
    const answer = call('sendOTP', bodies.sendOTP, () => ({}), silent);
    const first = await Promise.race([
      answer.then(() => 'answer'),
      new Promise((done) => setTimeout(done, 100, 'nothing')),
    ]);
    expect(first).toBe('nothing');
    answer.catch(() => {});
    await silent.close();
  });
});

describe('the table of lies', () => {
  const rows = new Set(rowsOf(operationIds).map((row) => row.key));

  test('names rows that exist, the broken one first, and the APIs they belong to', () => {
    for (const fault of mppFaults) {
      const [first = ''] = fault.breaks;
      expect(rows, `${fault.name} breaks ${first}`).toContain(first);
      for (const key of fault.breaks.filter((pattern) => !pattern.includes('*'))) {
        expect(rows, `${fault.name} may break ${key}`).toContain(key);
      }
      expect(fault.apis, fault.name).toContain(first.slice(0, first.indexOf('/')));
      expect(fault.says).toMatch(/^[A-Za-z].*\.$/);
    }
  });

  test('is as long as it was meant to be', () => {
    const about = (api: string) =>
      plantedFaults.filter((fault) => fault.apis.includes(api) && fault.outcome === 'failed');
    expect(about('sendOTP').length).toBeGreaterThanOrEqual(40);
    expect(plantedFaults.filter((fault) => fault.outcome === 'failed').length).toBeGreaterThanOrEqual(120);
  });

  test('a pattern stands for any text, a plain key for itself', () => {
    const fault = { ...mppFaults[0]!, breaks: ['sendOTP/G-08', 'sendOTP/*.maxLength'] };
    expect(mayBreak(fault, 'sendOTP/sendOTP.pspId.maxLength')).toBe(true);
    expect(mayBreak(fault, 'sendOTP/sendOTP.pspId.type')).toBe(false);
    expect(mayBreak(fault, 'tokenDigitizeDecision/G-08')).toBe(false);
  });

  const lies: [name: string, api: string, body: Json, change: (sent: Sent) => Partial<Sent>, code: string][] = [
    ['signature-never-checked', 'sendOTP', bodies.sendOTP!, (sent) => ({ body: `${sent.body} ` }), 'SUCCESS'],
    ['header-names-case-sensitive', 'sendOTP', bodies.sendOTP!, inLowerCase, 'INVALID_SIGNATURE'],
    ['path-prefix-served', `${paths.sendOTP}/v2`, bodies.sendOTP!, () => ({}), 'SUCCESS'],
    ['otp-psp-id-limit-65', 'sendOTP', { ...bodies.sendOTP, pspId: 'x'.repeat(65) }, () => ({}), 'SUCCESS'],
    ['otp-missing-token-error-page', 'sendOTP', { acquirerId: 'A1', pspId: 'P1' }, () => ({}), ''],
    ['expiry-time-rolled-over', 'sendActivationCode', dated('2030-02-30T00:00:00Z'), () => ({}), 'SUCCESS'],
    ['decision-in-lower-case', 'tokenDigitizeDecision', bodies.tokenDigitizeDecision!, () => ({}), 'SUCCESS'],
  ];

  test.each(lies)('%s is served', async (fault, api, body, change, code) => {
    const server = await startReferenceMpp({ keys, fault });
    try {
      const got = await call(api, body, change, server);
      expect(got.code).toBe(code);
      if (fault === 'decision-in-lower-case') expect(got.json.decision).toBe('require_additional_authentication');
      if (code === '') expect([got.status, got.text.slice(0, 9)]).toEqual([500, '<!doctype']);
    } finally {
      await server.close();
    }
  });
});

function dated(expiryTime: string): Json {
  return { ...bodies.sendActivationCode, expiryTime };
}

function inLowerCase(sent: Sent): Partial<Sent> {
  return {
    headers: Object.fromEntries(Object.entries(sent.headers).map(([name, value]) => [name.toLowerCase(), value])),
  };
}
