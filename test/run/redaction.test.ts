/** No secret in any output: twenty of them are planted in the config and in the answers of a target that repeats whatever it is told. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import { createRedactor } from '../../engine/report/redact.ts';
import type { Report } from '../../engine/report.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { consoleReport } from '../../reporters/console.ts';
import { reporters } from '../../reporters/index.ts';
import { sharedKeys } from '../support/judged.ts';

/** What nobody may read, by where it is planted. Some are of kinds that escaping changes. */
const secrets = {
  accessToken: 'tokS3cret-Alpha/0001+x=',
  'another accessToken': 'tokS3cret"Bravo\\0002é',
  'accessToken of a scenario': 'tokS3cret-Charlie-0003',
  'a long accessToken': `tokS3cret-Delta-${'q7Zk'.repeat(26)}`,
  acquirerId: 'acqS3cret-0005',
  pspId: 'pspS3cret-0006',
  customerId: 'custS3cret-0007',
  'customerId of a scenario': 'custS3cret-0008',
  'name of an account holder': 'Nadeschda S3cret-0009',
  'wallet of a fixture': 'walS3cret-0010',
  'own header': 'gateS3cret-0011',
  'Authorization header': 'Bearer authS3cret-0012',
  'Cookie header': 'session=cookS3cret-0013',
  clientId: 'TEST_S3cretClient0014',
  'private key': '',
  verifyRequestId: 'otpS3cret-0016',
  'phone number of an answer': '+65 9123 S3cret-0017',
  'Set-Cookie of an answer': 'sid=setS3cret-0018',
  'field that no page names': 'extraS3cret-0019',
  'a decision that is none': `decS3cret-0020-${'w3Xy'.repeat(30)}`,
} as const;

let planted: Record<string, string>;
let outputs: Record<string, string>;
let report: Report;

beforeAll(async () => {
  const keys = await sharedKeys();
  const { privateKey } = keys.alipayplus;
  // A line from the middle of the key gives it away as well as the whole.
  planted = { ...secrets, 'private key': privateKey.split('\n')[5]! };
  const parrot = await startParrot();
  const prepared = await prepareRun({ config: configFor(parrot.url, privateKey, keys.mpp.publicKey) as never });
  try {
    report = await runConformance(prepared.settings, {});
  } finally {
    await prepared.close();
    await parrot.close();
  }
  outputs = Object.fromEntries(Object.entries(reporters).map(([name, { render }]) => [name, render(report)]));
  for (const color of [false, true])
    outputs[`console${color ? ' in colour' : ''}`] = consoleReport(report, { color, width: 100, unicode: true });
}, 120_000);

function configFor(target: string, privateKey: string, publicKey: string) {
  const common = { acquirerId: secrets.acquirerId, pspId: secrets.pspId };
  return {
    target,
    apis: ['sendOTP', 'tokenDigitizeDecision'],
    clientId: secrets.clientId,
    signing: { mode: 'required', keyVersion: '1', privateKey, publicKey },
    headers: {
      'X-Gateway': secrets['own header'],
      Authorization: secrets['Authorization header'],
      Cookie: secrets['Cookie header'],
    },
    requests: {
      sendOTP: [
        { ...common, accessToken: secrets.accessToken },
        { ...common, accessToken: secrets['another accessToken'] },
        { ...common, accessToken: secrets['a long accessToken'] },
      ],
      tokenDigitizeDecision: [
        {
          customerId: secrets.customerId,
          walletId: secrets['wallet of a fixture'],
          accountHolder: { name: secrets['name of an account holder'] },
        },
      ],
    },
    scenarios: {
      sendOTP: { USER_NOT_EXIST: { accessToken: secrets['accessToken of a scenario'] } },
      tokenDigitizeDecision: { DECLINED: { customerId: secrets['customerId of a scenario'] } },
    },
    limits: { sendOTP: { perFixture: 50, restMs: 0 } },
    run: { seed: 1 },
  };
}

/** Says S to everything and repeats the request in every corner of its answer; now and then as a page, or as a long text. */
async function startParrot() {
  let n = 0;
  const server = createServer(async (request, response) => {
    n += 1;
    const ordinal = n;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const heard = Buffer.concat(chunks).toString();
    response.setHeader('Set-Cookie', secrets['Set-Cookie of an answer']);
    response.setHeader(
      'X-Heard',
      JSON.stringify(request.headers)
        .slice(0, 4000)
        .replaceAll(/[^ -~]/g, '?'),
    );
    if (ordinal % 7 === 0) {
      response.writeHead(400, { 'Content-Type': 'text/html' });
      response.end(`<p>Bad request: ${heard}</p>${JSON.stringify(request.headers)}`);
      return;
    }
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(echoOf(heard, request.url ?? '', ordinal)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function echoOf(heard: string, path: string, n: number) {
  // Beyond what a report shows of a body, so that a secret lies across the cut.
  const padding = n % 5 === 0 ? ' '.repeat(16_384 - 60 - (n % 40)) : '';
  return {
    padding,
    heard,
    result: { resultCode: 'SUCCESS', resultStatus: 'S', resultMessage: `Fine: ${heard}` },
    trace: { path, text: secrets['field that no page names'] },
    verifyRequestId: n % 3 === 0 ? [secrets.verifyRequestId, heard] : secrets.verifyRequestId,
    decision: secrets['a decision that is none'],
    activationMethods: [{ type: 'SMS', value: secrets['phone number of an answer'] }],
  };
}

afterAll(() => {
  planted = {};
});

/** The spellings in which a secret would still be readable. */
function spellings(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [secret, json, JSON.stringify(json).slice(1, -1), encodeURIComponent(secret)];
}

describe('a run against a target that repeats everything', () => {
  test('has something to tell in every corner', () => {
    expect(report.run.exitCode).not.toBe(0);
    expect(report.totals.failed).toBeGreaterThan(20);
    expect(report.exchanges.length).toBeGreaterThan(100);
    expect(Object.keys(planted)).toHaveLength(20);
    expect(Object.keys(outputs).length).toBeGreaterThanOrEqual(7);
    // The clear names of what was redacted stay readable.
    expect(outputs.json).toMatch(/‹accessToken:[0-9a-f]{8}›/);
  });

  test.each(Object.keys(secrets))('tells the %s in no format', (name) => {
    for (const [format, text] of Object.entries(outputs))
      for (const spelling of spellings(planted[name]!))
        expect(text.includes(spelling), `${spelling} in ${format}`).toBe(false);
  });

  test.each(Object.keys(secrets))('tells no long part of the %s either', (name) => {
    const secret = planted[name]!;
    const parts = [secret.slice(0, 16), secret.slice(-16), secret.slice(0, -1), secret.slice(1)].filter(
      (part) => part.length >= 10,
    );
    for (const [format, text] of Object.entries(outputs))
      for (const part of parts) expect(text.includes(part), `${part} in ${format}`).toBe(false);
  });

  test('writes no whole signature of ours, and no key', () => {
    for (const [format, text] of Object.entries(outputs)) {
      expect(text, format).not.toMatch(/PRIVATE KEY/);
      if (format !== 'html') expect(text, format).not.toMatch(/[A-Za-z0-9+/%]{300}/);
    }
  });
});

describe('a redactor', () => {
  const settings = { requests: {}, scenarios: {}, headers: {}, clientId: 'TEST_1234', signing: {} } as never;
  // A short word is a part of many others: it is replaced where it stands alone (the test below).
  const token = fc.stringMatching(/^[A-Za-z0-9+/=_-]{6,40}$/).filter((text) => !/^([A-Za-z]{0,7}|\d{0,7})$/.test(text));

  function knowing(values: readonly string[]) {
    const redactor = createRedactor(settings, () => false);
    redactor.learn(answering({ values }));
    return redactor;
  }

  test('leaves nothing of what it learnt in any text, and gives equal values equal names', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(token, { minLength: 1, maxLength: 5 }),
        fc.array(fc.string(), { maxLength: 5 }),
        (values, between) => {
          const redactor = knowing(values);
          const text = [...between, ''].map((word, i) => `${word}${values[i % values.length]}`).join(' ');
          const shown = redactor.text(text);
          for (const value of values) expect(shown).not.toContain(value);
          expect(redactor.text(values[0]!)).toBe(redactor.text(values[0]!));
        },
      ),
    );
  });

  test('replaces a short word where it stands alone, and garbles no other word', () => {
    const redactor = knowing(['secret']);
    for (const text of ['secret', 'a secret.', '"secret"', '7secret7'])
      expect(redactor.text(text)).not.toContain('secret');
    for (const text of ['secretary', 'Osecret']) expect(redactor.text(text)).toBe(text);
  });

  test('knows a secret in the spelling that JSON gives it', () => {
    const secret = 'a"quoted\\\u0007 secret';
    expect(knowing([secret]).text(JSON.stringify({ said: secret }))).not.toContain('quoted');
  });

  test('changes no text that holds no secret', () => {
    const redactor = knowing(['secret-value-1']);
    for (const text of ['F/PARAM_ILLEGAL', 'no answer (timeout)', '{"result":{}}', ''])
      expect(redactor.text(text)).toBe(text);
  });
});

function answering(json: unknown): Exchange {
  const body = Buffer.from(JSON.stringify({ result: {}, ...(json as object) }));
  return {
    id: 'x1',
    operation: 'sendOTP',
    probe: '',
    title: '',
    marker: 'm',
    startedAt: 0,
    durationMs: 1,
    request: { method: 'POST', path: '/', headers: [], body: Buffer.from('{}') },
    response: { status: 200, headers: [], body, truncated: false },
    noAnswer: null,
  };
}
