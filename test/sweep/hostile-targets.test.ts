/** Targets that are no target: each ends the run with one clear sentence, its cure and the exit code of its kind, and nothing green. */
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import type { Report, Role } from '../../engine/report.ts';
import { type OperationId, operations } from '../../generated/operations.ts';
import { consoleReport } from '../../reporters/console.ts';
import { passedRefusals, refusalsOf } from '../support/refusals.ts';
import { answering, closedPort, result, type StandIn, speaking } from '../support/stand-ins.ts';

const open: StandIn[] = [];
afterEach(() => Promise.all(open.splice(0).map((standIn) => standIn.close())));

async function started(starting: Promise<StandIn>): Promise<string> {
  const standIn = await starting;
  open.push(standIn);
  return standIn.url;
}

/** Users whom the config vouches for, so that no refusal is excused by a made-up one. */
const requests = {
  sendOTP: [{ accessToken: 'token-of-the-first-user' }, { accessToken: 'token-of-the-second-user' }],
  getPaymentCode: [{ customerId: 'customer-0001' }],
};

async function judged(target: string, role: Role = 'mpp', apis?: readonly string[]): Promise<Report> {
  const config = { target, role, apis, requests, run: { seed: 1, timeoutMs: 1000 } };
  const prepared = await prepareRun({ config: config as never });
  try {
    return await runConformance(prepared.settings, {});
  } finally {
    await prepared.close();
  }
}

function answerWith(text: string, type = 'application/json', status = 200): Promise<string> {
  return started(
    answering((_, response) => {
      response.writeHead(status, { 'Content-Type': type });
      response.end(text);
    }),
  );
}

interface Hostile {
  readonly name: string;
  readonly start: () => Promise<string>;
  readonly exit: number;
  /** The sentence, as the console prints it. */
  readonly says: RegExp;
  /** What to do about it, or the line that shows it again. */
  readonly cure: RegExp;
}

const tenMegabytes = 'x'.repeat(10 * 1024 * 1024);
const seeLog = /fix +Check the log of the target/;
const replays = /replay +npx conformance/;

const silent: readonly Hostile[] = [
  {
    name: 'on whose port nothing listens',
    start: async () => `http://127.0.0.1:${await closedPort()}`,
    exit: 3,
    says: /Nothing listens on 127\.0\.0\.1:\d+\. \(connection-refused\)/,
    cure: /fix +Start the target/,
  },
  {
    name: 'that hangs',
    start: () => started(answering(() => {})),
    exit: 3,
    says: /accepts the connection but gives no HTTP answer\. \(http-silent\)/,
    cure: seeLog,
  },
  {
    name: 'that hangs in the middle of its answer',
    start: () => started(answering(halfAnAnswer)),
    exit: 3,
    says: /gives no HTTP answer: nothing complete within 1000 ms\. \(no-answer-timeout\)/,
    cure: /fix +Check whether the target hangs; a slower target needs a longer --timeout\./,
  },
  {
    name: 'that resets every connection',
    start: () => started(speaking((socket) => socket.on('data', () => socket.resetAndDestroy()))),
    exit: 3,
    says: /accepts the connection but gives no HTTP answer\. \(http-silent\)/,
    cure: seeLog,
  },
  {
    name: 'that closes in the middle of its answer',
    start: () =>
      started(
        speaking((socket) => socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"re'))),
      ),
    exit: 3,
    says: /gives no HTTP answer: .*closed\. \(no-answer-reset\)/,
    cure: seeLog,
  },
  {
    name: 'that speaks another protocol',
    start: () => started(speaking((socket) => socket.on('data', () => socket.end('SSH-2.0-OpenSSH_9.6\r\n')))),
    exit: 3,
    says: /does not speak HTTP\/1\.1; it answers "SSH-2\.0/,
    cure: /fix +Correct the port of the target/,
  },
];

function halfAnAnswer(_: unknown, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '99' });
  response.write('{"result":');
}

const talkative: readonly Hostile[] = [
  {
    name: 'that answers with a web page',
    start: () => answerWith('<!doctype html><title>It works!</title>', 'text/html'),
    exit: 2,
    says: /answers with a web page at \/aps\/api\/v1\/.* \(web-page\)/,
    cure: /fix +Set target to the base URL of the API/,
  },
  {
    name: 'that redirects',
    start: () =>
      started(
        answering((_, response) => {
          response.writeHead(307, { Location: '/elsewhere' });
          response.end();
        }),
      ),
    exit: 2,
    says: /answers HTTP 307 and points to \/elsewhere; redirects are not followed, because the path is signed\. \(redirected\)/,
    cure: /fix +Set target and paths to the address of the API itself\./,
  },
  {
    name: 'that answers truncated JSON',
    start: () => answerWith('{"result":{"resultCode":"SUCCESS","resultSta'),
    exit: 1,
    says: /got HTTP 200 with a body that is not a JSON object/,
    cure: replays,
  },
  {
    name: 'that answers an array',
    start: () => answerWith('[]'),
    exit: 1,
    says: /got HTTP 200 with a body that is not a JSON object/,
    cure: replays,
  },
  {
    name: 'that answers 10 MB of text',
    start: () => answerWith(tenMegabytes, 'text/plain'),
    exit: 1,
    says: /got HTTP 200 with a body of more than 1 MiB, of which no more is read/,
    cure: replays,
  },
  {
    name: 'that hides its success in 10 MB',
    start: () => answerWith(JSON.stringify({ tenMegabytes, result: { resultStatus: 'S', resultCode: 'SUCCESS' } })),
    exit: 1,
    says: /got HTTP 200 with a body of more than 1 MiB, of which no more is read/,
    cure: replays,
  },
];

describe.each([...silent, ...talkative])('a target $name', ({ start, exit, says, cure }) => {
  test('is told of in one clear sentence with its cure', async () => {
    const report = await judged(await start(), 'mpp', ['sendOTP']);
    const text = consoleReport(report, { color: false, width: 300, unicode: true });
    expect(text).toMatch(says);
    expect(text).toMatch(cure);
    expect(report.run.exitCode).toBe(exit);
    expect(report.verdict).toBe(exit === 1 ? 'not-conformant' : 'incomplete');
    // One fault is one finding, whatever else falls with it.
    const roots = report.requirements.filter((row) => row.outcome === 'failed' && row.consequenceOf === null);
    expect(report.diagnosis.length + roots.filter(({ kind }) => kind !== 'group').length, text).toBe(1);
    expect(refusalsOf(report).filter(({ outcome }) => outcome === 'passed')).toEqual([]);
  });
});

/** What an API shows for S, so that nothing is wrong with the answer but the question; any other path gets one of them too. */
function successOf(path: string): string {
  const all = Object.values(operations);
  const op = all.find(({ id }) => path.toLowerCase().includes(id.toLowerCase())) ?? all[0]!;
  return JSON.stringify(Object.values(op.responseExamples)[0]);
}

const alike: Readonly<Record<string, () => Promise<StandIn>>> = {
  'succeeds at everything': () => answering(({ url }, response) => succeed(response, successOf(url ?? ''))),
  'succeeds with a bare result': () => answering((_, response) => result(response, 'S', 'SUCCESS')),
  'finds everything illegal': () => answering((_, response) => result(response, 'F', 'PARAM_ILLEGAL')),
  'fails at everything': () => answering((_, response) => result(response, 'F', 'PROCESS_FAIL')),
  'knows nothing': () => answering((_, response) => result(response, 'U', 'UNKNOWN_EXCEPTION')),
  'has too much to do': () => answering((_, response) => result(response, 'U', 'REQUEST_TRAFFIC_EXCEED_LIMIT')),
};

function succeed(response: ServerResponse, body: string): void {
  response.setHeader('Content-Type', 'application/json; charset=UTF-8');
  response.end(body);
}

describe.each(Object.keys(alike))('a target that %s', (name) => {
  const roles: readonly Role[] = ['mpp', 'alipayplus'];
  test.each(roles)('leaves no refusal passed, and never ends green, in role %s', async (role) => {
    const report = await judged(await started(alike[name]!()), role);
    expect(report.run.exitCode).not.toBe(0);
    expect(report.verdict).not.toBe('conformant');
    const refusals = refusalsOf(report);
    const apis = new Set(refusals.map(({ key }) => key.split('/')[0]));
    const served = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].server === role);
    expect([...apis].sort()).toEqual(served.sort());
    expect(passedRefusals(report)).toEqual([]);
  });
});
