/** What a target does is blamed on its own cause: not on the field, the header or the user that happened to be asked. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import type { Report } from '../../engine/report.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { type Altering, altering } from '../support/altered.ts';
import { type Front, judgeReference, judgeStarted, rowsWith, sharedKeys } from '../support/judged.ts';
import { codeOf, jsonIn, withResult } from '../support/one-mistake.ts';
import { answering } from '../support/stand-ins.ts';

const limit = { timeout: 120_000 };
const token = 'tokenActivationNotification';

const idsOf = (report: Report, outcome: 'failed' | 'warned' | 'inconclusive') =>
  rowsWith(report, outcome).map(({ id }) => id);
const rootsOf = (report: Report) => rowsWith(report, 'failed').filter(({ consequenceOf }) => consequenceOf === null);

describe('a notification that is repeated', () => {
  /** Ends every second notification about a token so. */
  async function repeatedEndsIn(status: string, code: string): Promise<Altering> {
    const { mpp } = await sharedKeys();
    const seen = new Set<unknown>();
    return {
      answer: (ready, asked) => {
        if (!asked.path.endsWith(token) || codeOf(ready) !== 'SUCCESS') return ready;
        const id = jsonIn(asked.body).tokenReferenceId;
        if (seen.has(id)) return withResult(mpp, ready, asked, status, code);
        seen.add(id);
        return ready;
      },
    };
  }

  test.each([
    ['U', 'UNKNOWN_EXCEPTION'],
    ['F', 'PROCESS_FAIL'],
  ])('and ends in %s/%s warns of that alone', limit, async (status, code) => {
    const front = altering(await repeatedEndsIn(status, code));
    const report = await judgeReference({ front, config: { apis: ['tokenDigitizeDecision', token] } });
    expect(idsOf(report, 'failed')).toEqual([]);
    expect(idsOf(report, 'inconclusive')).toEqual([]);
    expect(idsOf(report, 'warned')).toEqual(['TAN-11']);
    expect(report.run.exitCode).toBe(0);
  });
});

describe('a gateway without a server behind it', () => {
  const pages = [
    [
      'HAProxy',
      503,
      '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n',
    ],
    ['nginx', 502, '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n'],
    ['Envoy', 503, 'no healthy upstream'],
  ] as const;

  test.each(pages)('%s is told as one, and no user is asked for', limit, async (_, status, body) => {
    const proxy = await answering((__, response) => response.writeHead(status).end(body));
    const front = async (): Promise<Front> => ({ url: proxy.url, close: () => proxy.close() });
    const report = await judgeReference({ front, config: { requests: {}, scenarios: {} } });
    expect(report.diagnosis.map(({ code }) => code)).toEqual(['proxy-answers']);
    expect(report.run.exitCode).toBe(2);
    expect([...rowsWith(report, 'failed'), ...report.todo]).toEqual([]);
  });
});

describe('bodies that are read as Latin-1', () => {
  test('before the signature is verified are a matter of signatures, and of no field', limit, async () => {
    const { mpp } = await sharedKeys();
    const front = altering({
      answer: (ready, asked) => {
        const isRead = !['INVALID_SIGNATURE', 'INVALID_CLIENT', 'KEY_NOT_FOUND'].includes(String(codeOf(ready)));
        const isOdd = asked.body.some((byte) => byte > 0x7f);
        return isRead && isOdd ? withResult(mpp, ready, asked, 'F', 'INVALID_SIGNATURE') : ready;
      },
    });
    const report = await judgeReference({ front, config: { apis: ['sendOTP', 'tokenDigitizeDecision'] } });
    expect(rootsOf(report).map(({ kind }) => kind)).toEqual(['signature']);
  });

  test('and measured so are about the length of the field', limit, async () => {
    const { mpp } = await sharedKeys();
    const front = altering({
      answer: (ready, asked) => {
        const name = jsonIn(Buffer.from(asked.body.toString('latin1'))).consumerFacingEntityName;
        const isLong = codeOf(ready) === 'SUCCESS' && typeof name === 'string' && name.length > 128;
        return isLong ? withResult(mpp, ready, asked, 'F', 'PARAM_ILLEGAL') : ready;
      },
    });
    const report = await judgeReference({ front, config: { apis: ['tokenDigitizeDecision'] } });
    expect(rootsOf(report).map(({ id }) => id)).toEqual(['tokenDigitizeDecision.consumerFacingEntityName.maxLength']);
    const [check] = rootsOf(report)[0]!.checks.filter(({ outcome }) => outcome === 'failed');
    expect(check!.title).toContain('not ASCII');
    expect(Object.keys(check!.counterexample as object)).toHaveLength(3);
  });
});

describe('tokens that each of two workers keeps for itself', () => {
  const closing: (() => void)[] = [];
  afterAll(() => {
    for (const close of closing) close();
  });

  /** Two servers, each for about half of the requests; for the same ones in every run. */
  async function balanced(ports: readonly string[]): Promise<Front> {
    const server = createServer((incoming, outgoing) => {
      const { url: path, method, headers } = incoming;
      const number = Number(String(headers['x-conformance-request']).split('/')[1]);
      const to = { host: '127.0.0.1', port: ports[number % ports.length], path, method, headers, agent: false };
      const onward = request(to, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(onward);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    closing.push(() => server.closeAllConnections());
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, close: async () => void server.close() };
  }

  test('are no finding about an optional field, a header or a date', limit, async () => {
    const started = { keys: await sharedKeys(), variant: 'known-tokens-only' };
    const [one, other] = await Promise.all([startReferenceMpp(started), startReferenceMpp(started)]);
    const ports = [one, other].map(({ url }) => new URL(url).port);
    const report = await judgeStarted(one, { front: () => balanced(ports) });
    await other.close();
    expect(rowsWith(report, 'failed').filter(({ kind }) => kind === 'optional' || kind === 'format')).toEqual([]);
    expect(idsOf(report, 'failed')).not.toContain('G-09');
    expect(report.run.exitCode).not.toBe(0);
    const open = rowsWith(report, 'inconclusive').flatMap(({ checks }) => checks.map(({ received }) => received));
    expect(open.join('\n')).toContain('such as which of several workers gives it, or a cache');
  });
});

test('a narrow scope is blamed on its own requirement', limit, async () => {
  const report = await judgeReference({ fault: 'otp-scope-not-checked', config: { apis: ['sendOTP'] } });
  expect(idsOf(report, 'failed')).toEqual(['OTP-10']);
});

test('time between messages is asked for where that is the cause, and no user who is configured', limit, async () => {
  const report = await judgeReference({ variant: 'thirty-seconds-apart', config: { apis: ['sendOTP'] } });
  expect(report.todo.map(({ config }) => config)).toEqual(['limits:\n  sendOTP:\n    restMs: …']);
});

test('a header that is not read is shown on the required fields alone', limit, async () => {
  const config = { apis: ['tokenDigitizeDecision', token] };
  const report = await judgeReference({ fault: 'content-type-required', config });
  const [row] = rootsOf(report);
  const { counterexample } = row!.checks.find(({ outcome }) => outcome === 'failed')!;
  expect(Object.keys(counterexample as object).length).toBeLessThanOrEqual(5);
});
