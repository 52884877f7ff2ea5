/** Servers that mix up what belongs to different requests, only while several are under way: one finding says so. */
import { createServer, type IncomingHttpHeaders, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import type { Report } from '../../engine/report.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { judgeReference, rowsWith, sharedKeys } from '../support/judged.ts';

interface Ready {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Decides what is sent to whom; `isAlone` where no other request is under way. */
type Mixer = (ready: Ready, isAlone: boolean, send: (answer: Ready) => void) => void;

/** Two answers that are ready at about the same moment change places. */
function swapping(): Mixer {
  let held: { ready: Ready; send: (answer: Ready) => void; timer: NodeJS.Timeout } | null = null;
  return (ready, isAlone, send) => {
    if (held) {
      const { ready: other, send: sendOther, timer } = held;
      clearTimeout(timer);
      held = null;
      send(other);
      sendOther(ready);
    } else if (isAlone) send(ready);
    else {
      const timer = setTimeout(() => {
        held = null;
        send(ready);
      }, 4);
      held = { ready, send, timer };
    }
  };
}

/** An answer that is ready beside others is the last one that was given: a variable that requests share. */
function stale(): Mixer {
  let last: Ready | null = null;
  return (ready, isAlone, send) => {
    send(!isAlone && last ? last : ready);
    last = ready;
  };
}

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

/** A server in front of the reference that hands answers on as the mixer says. */
async function mixed(port: number, mixer: Mixer): Promise<string> {
  let underWay = 0;
  const server = createServer((incoming, outgoing) => {
    underWay += 1;
    const options = { port, method: incoming.method, path: incoming.url, headers: incoming.headers };
    const upstream = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const ready = { status: answer.statusCode ?? 500, headers: answer.headers, body: Buffer.concat(chunks) };
        mixer(ready, underWay === 1, (own) => {
          underWay -= 1;
          deliver(outgoing, own);
        });
      });
    });
    incoming.pipe(upstream);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function deliver(outgoing: ServerResponse, { status, headers, body }: Ready): void {
  const { connection: _, 'transfer-encoding': __, ...kept } = headers;
  outgoing.writeHead(status, { ...kept, 'content-length': body.length });
  outgoing.end(body);
}

async function judged(mixer: Mixer, config: object): Promise<Report> {
  const reference = await startReferenceMpp({ keys: await sharedKeys() });
  const target = await mixed(reference.port, mixer);
  const prepared = await prepareRun({ config: { ...reference.config, target, ...config } as never });
  try {
    return await runConformance(prepared.settings, {});
  } finally {
    await prepared.close();
    await reference.close();
  }
}

const rootsOf = (report: Report) => rowsWith(report, 'failed').filter(({ consequenceOf }) => consequenceOf === null);
const shownBy = (report: Report) =>
  rootsOf(report).map(({ checks }) => checks.find(({ outcome }) => outcome === 'failed')!.received);

describe.each([
  ['swapped', swapping],
  ['stale', stale],
])('%s answers', (_, mixer) => {
  test.each([
    ['all APIs', {}],
    ['one API', { apis: ['tokenDigitizeDecision'] }],
  ])('of %s are one finding that says so', { timeout: 120_000 }, async (__, config) => {
    const report = await judged(mixer(), config);
    expect(rootsOf(report).map(({ key }) => key)).toHaveLength(1);
    expect(shownBy(report)[0]).toMatch(
      /only with several requests at once .* are right\. Answers go to other requests/,
    );
  });

  test('fail nothing with one connection', { timeout: 120_000 }, async () => {
    const report = await judged(mixer(), { apis: ['tokenDigitizeDecision'], run: { concurrency: 1 } });
    expect(rowsWith(report, 'failed')).toEqual([]);
  });
});

test('ids that are drawn twice at the same moment fail only then', { timeout: 120_000 }, async () => {
  const report = await judgeReference({ fault: 'otp-id-raced', config: { apis: ['sendOTP'] } });
  expect(rootsOf(report).map(({ key }) => key)).toEqual(['sendOTP/OTP-04']);
  expect(shownBy(report)[0]).toContain('only with several requests at once (up to 8)');
});

test('ids that are equal one by one as well are not told so', { timeout: 120_000 }, async () => {
  const report = await judgeReference({ fault: 'otp-id-constant', config: { apis: ['sendOTP'] } });
  expect(shownBy(report).join()).not.toContain('only with several');
});

test.each([1, 2, 3, 4])(
  'a target that errs every other time is not told so, seed %i',
  { timeout: 120_000 },
  async (seed) => {
    const config = { apis: ['tokenDigitizeDecision'] };
    const report = await judgeReference({ fault: 'signature-checked-every-other-time', seed, config });
    expect(rootsOf(report).map(({ key }) => key)).toEqual(['tokenDigitizeDecision/G-08']);
  },
);

test.each([1, 2, 3])(
  'a target that lets a signature it saw before pass is not told so, seed %i',
  { timeout: 120_000 },
  async (seed) => {
    const report = await judgeReference({ fault: 'signature-remembered', seed, config: { apis: ['sendOTP'] } });
    expect(rootsOf(report).map(({ key }) => key)).toEqual(['sendOTP/G-08']);
    expect(shownBy(report).join()).not.toContain('only with several');
  },
);
