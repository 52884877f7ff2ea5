/** The simulated Alipay+: what it answers, what it records, and what it says of scripts it cannot play. */

import { execFile } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readAnswerSignature } from '../../engine/diagnosis/answer-signature.ts';
import { header } from '../../engine/wire/answer.ts';
import { type Keys, newKeys } from '../../reference/signing.ts';
import { scriptSchemaFile, scriptSchemaText } from '../../scripts/script-schema.ts';
import { signedCurl } from '../../simulator/curl.ts';
import { type AnswerName, answerKinds, readScript } from '../../simulator/script.ts';
import { scriptSchema } from '../../simulator/script-schema.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';

const path = '/aps/api/v1/codes/getPaymentCode';
const clientId = 'TEST_5Y00000000000000';
let keys: Keys;
let simulator: Simulator | null = null;

beforeAll(async () => {
  keys = await newKeys();
});
afterEach(async () => {
  await simulator?.close();
  simulator = null;
});

async function started(answer: AnswerName): Promise<Simulator> {
  simulator = await startSimulator({
    listen: '127.0.0.1:0',
    keys: keys.alipayplus,
    clientId,
    lateMs: 40,
    holdMs: 40,
  });
  simulator.setScript('a1', [{ answer }], 'one action');
  return simulator;
}

async function call(to: Simulator, body = '{"customerId":"u1","codeQuantity":"3","env":{}}') {
  try {
    const response = await fetch(to.url + path, { method: 'POST', headers: { 'X-Odd-CASE': 'kept' }, body });
    return { status: response.status, text: await response.text() };
  } catch {
    return { status: 0, text: '' };
  }
}

const right: readonly AnswerName[] = [
  'S',
  'indented',
  'commaSpaced',
  'extraFields',
  'shortList',
  'noList',
  'truncated',
  'late',
];
const stateOf: Partial<Record<AnswerName, string>> = {
  unsigned: 'absent',
  onlySignature: 'half',
  onlyResponseTime: 'half',
  otherKey: 'wrong',
  otherPath: 'wrong',
  otherClient: 'wrong',
};

describe('answers', () => {
  test.each([...right, ...(Object.keys(stateOf) as AnswerName[])])('%s is signed as it says', async (answer) => {
    const to = await started(answer);
    await call(to);
    const [exchange] = to.inbox;
    const reading = readAnswerSignature(exchange!, createPublicKey(keys.alipayplus.publicKey), clientId);
    expect(reading.state).toBe(stateOf[answer] ?? 'right');
  });

  test('S has as many codes as asked for, all different', async () => {
    const { text } = await call(await started('S'));
    const codes = JSON.parse(text).paymentCodeInfoList.map((info: { paymentCode: string }) => info.paymentCode);
    expect(new Set(codes).size).toBe(3);
  });

  test.each([
    ['F:PROCESS_FAIL', 'F', 'PROCESS_FAIL'],
    ['U:REQUEST_TRAFFIC_EXCEED_LIMIT', 'U', 'REQUEST_TRAFFIC_EXCEED_LIMIT'],
    ['unknownF', 'F', 'SIMULATED_NEW_FAILURE'],
    ['unknownU', 'U', 'SIMULATED_NEW_STATE'],
  ] as const)('%s', async (answer, resultStatus, resultCode) => {
    const { text } = await call(await started(answer));
    expect(JSON.parse(text).result).toMatchObject({ resultStatus, resultCode });
  });

  test('for another client it says so in the header', async () => {
    const to = await started('whollyOtherClient');
    await call(to);
    expect(header(to.inbox[0]!.response!.headers, 'Client-Id')).not.toBe(clientId);
  });

  test.each([
    ['never', 'timeout'],
    ['resetBefore', 'reset'],
    ['resetAfter', 'reset'],
  ] as const)('%s gives no answer', async (answer, kind) => {
    const to = await started(answer);
    expect((await call(to)).status).toBe(0);
    await expect.poll(() => to.inbox[0]?.noAnswer?.kind).toBe(kind);
  });

  test('a page and an error are no results', async () => {
    const to = await started('html');
    expect((await call(to)).text).toContain('<!doctype html>');
    to.setScript('a2', [{ answer: 'http500' }]);
    expect((await call(to)).status).toBe(500);
  });
});

describe('recording', () => {
  test('keeps bytes and the spelling of headers, per action and in order', async () => {
    const to = await started('U:UNKNOWN_EXCEPTION');
    const odd = ' {"customerId" : "ü"}\n';
    await call(to, odd);
    to.setScript(null, []);
    await call(to, '');
    expect(to.inbox.map(({ probe }) => probe)).toEqual(['a1', 'unasked']);
    const { request } = to.inbox[0]!;
    expect(Buffer.from(request.body).toString()).toBe(odd);
    expect(request.path).toBe(path);
    expect(request.headers.map(([name]) => name.toLowerCase())).toContain('x-odd-case');
  });

  test('notes that the caller left before a late answer, and when', async () => {
    const to = await startSimulator({ listen: '127.0.0.1:0', keys: keys.alipayplus, clientId, lateMs: 5000 });
    simulator = to;
    to.setScript('a1', [{ answer: 'late' }]);
    // The caller leaves once its request has arrived, however slow the machine is.
    const caller = new AbortController();
    const call = fetch(to.url + path, { method: 'POST', body: '{}', signal: caller.signal }).catch(() => {});
    await expect.poll(() => to.pending, { timeout: 10_000 }).toBe(1);
    caller.abort();
    await call;
    await expect.poll(() => to.inbox[0]?.noAnswer?.kind, { timeout: 10_000 }).toBe('timeout');
    expect(to.inbox[0]!.durationMs).toBeLessThan(4000);
    expect(to.pending).toBe(0);
  });
});

test('whoever leaves at any moment is not waited for', async () => {
  const to = await started('S');
  const hasty = Array.from({ length: 60 }, (_, index) =>
    fetch(to.url + path, { method: 'POST', body: '{}', signal: AbortSignal.timeout(1 + (index % 20)) }).catch(() => {}),
  );
  await Promise.all(hasty);
  await expect.poll(() => to.pending, { timeout: 5000 }).toBe(0);
});

test('a port in use is one sentence with its cure', async () => {
  const first = await started('S');
  const again = startSimulator({ listen: `127.0.0.1:${first.port}`, keys: keys.alipayplus, clientId });
  await expect(again).rejects.toMatchObject({
    message: `Port ${first.port} of 127.0.0.1 is in use`,
    cure: /another port/,
  });
});

test('the curl line works', async () => {
  const to = await started('S');
  const body = { customerId: "it's me", env: {} };
  const line = await signedCurl({ url: to.url, path, clientId, privateKey: keys.mpp.privateKey, body });
  const { stdout } = await promisify(execFile)('sh', ['-c', line]);
  expect(JSON.parse(stdout).result.resultCode).toBe('SUCCESS');
  expect(JSON.parse(Buffer.from(to.inbox[0]!.request.body).toString())).toEqual(body);
});

describe('scripts', () => {
  const good =
    'steps:\n  - U:UNKNOWN_EXCEPTION\n  - answer: late\n    delayMs: 10\n    times: 2\n  - answer: S\nafterwards: again\n';
  const fits = new Ajv2020({ strict: false }).compile(scriptSchema);

  test('play in order and begin again', async () => {
    const script = readScript(good.replaceAll('late', 'unknownF'));
    simulator = await startSimulator({ listen: '127.0.0.1:0', keys: keys.alipayplus, clientId, script });
    const statuses: string[] = [];
    for (let n = 0; n < 5; n++) statuses.push(JSON.parse((await call(simulator)).text).result.resultStatus);
    expect(statuses).toEqual(['U', 'F', 'F', 'S', 'U']);
  });

  test('every kind is a step', () => {
    for (const kind of Object.keys(answerKinds)) {
      expect(readScript(`- ${kind}`).steps[0]?.answer).toBe(kind);
      expect(fits([kind])).toBe(true);
    }
    expect(fits(parse(good))).toBe(true);
  });

  test.each([
    ['- anwser: S', 'Step 1 has an unknown key "anwser"'],
    ['- answer: maybe', 'Step 1: "maybe" is not a valid answer'],
    ['- S\n- F:PROCES_FAIL', 'Step 2: "F:PROCES_FAIL" is not a documented code'],
    ['- F:UNKNOWN_EXCEPTION', 'Step 1: the status of UNKNOWN_EXCEPTION is not F'],
    ['- {answer: S, times: 0}', 'Step 1: times is 0'],
    ['- {answer: late, delayMs: soon}', 'Step 1: delayMs is "soon"'],
    ['steps: []', 'The script has no step'],
    ['{}', 'The script has no list of steps'],
    ['{steps: [S], loop: true}', 'The script has an unknown key "loop"'],
    ['- [', 'The script is not valid YAML at line 1'],
  ])('%j is refused: %s', (text, says) => {
    expect(() => readScript(text)).toThrow(says);
    if (text !== '- [') expect(fits(parse(text))).toBe(false);
  });
});

test('the published schema of scripts is the one in the code', () => {
  expect(readFileSync(scriptSchemaFile, 'utf8')).toBe(scriptSchemaText);
});
