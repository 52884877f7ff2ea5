/** One request on its way to an outcome, over a transport of the test's own: what ends it when the run is interrupted or the target overloaded. */
import { expect, test, vi } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { isUnanswered, type Outcome } from '../../engine/check/steps.ts';
import { createClients } from '../../engine/drive/clients.ts';
import { createRunContext } from '../../engine/drive/run-context.ts';
import type { Delivery, Transport } from '../../engine/wire/transport.ts';
import { operations } from '../../generated/operations.ts';
import { type Came, exchangeOf, resultOf } from '../support/exchanges.ts';

const config = {
  target: 'http://127.0.0.1:1',
  role: 'mpp',
  apis: ['sendOTP', 'tokenDigitizeDecision'],
  clientId: 'TEST_1',
  requests: { sendOTP: { accessToken: 'a' }, tokenDigitizeDecision: { customerId: 'c' } },
  limits: { sendOTP: { perFixture: 1, restMs: 0 } },
  run: { seed: 1, concurrency: 1, absenceMs: 8000 },
};

/** A run over a transport, with a client for each API. */
async function runOver(deliver: () => Promise<Came> | Came, signal?: AbortSignal) {
  const { settings, close } = await prepareRun({ config: config as never });
  await close();
  const transport: Transport = {
    send: async (): Promise<Delivery> => {
      const { response, noAnswer } = exchangeOf(await deliver());
      return { startedAt: Date.now(), durationMs: 0, response, noAnswer };
    },
    close: async () => {},
  };
  const run = createRunContext(settings, signal ? { signal } : {}, transport, {
    id: 'cafe0001',
    startedAt: Date.now(),
  });
  const { all } = createClients(run, [operations.sendOTP, operations.tokenDigitizeDecision], () => 100);
  return { run, otp: all.get('sendOTP')!, decision: all.get('tokenDigitizeDecision')! };
}

const reasonOf = (outcome: Outcome) => (isUnanswered(outcome) ? outcome.unanswered.reason : outcome.answer.kind);
const busy: Came = { text: '', status: 429 };

test('a call that waits for its place when the run is interrupted is interrupted, not short of messages', async () => {
  const stop = new AbortController();
  let hangUp = () => {};
  const hungUp = new Promise<Came>((done) => {
    hangUp = () => done({ noAnswer: { kind: 'aborted', says: 'the run ended' } });
  });
  let asked = 0;
  const { otp } = await runOver(() => {
    asked += 1;
    return hungUp;
  }, stop.signal);
  const calls = ['a', 'b'].map((occurrence) => otp.send({ base: 'full', occurrence }, 'a call'));
  while (asked === 0) await new Promise((done) => setImmediate(done));
  stop.abort();
  hangUp();
  expect((await Promise.all(calls)).map(reasonOf)).toEqual(['interrupted', 'interrupted']);
});

test('a target that serves nothing is asked a few times, and one that served before as long as an absent one is waited for', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  try {
    for (const [served, stopped, most] of [
      [0, null, 12 + 5],
      [3, 'throttled', 12 + 12],
    ] as const) {
      let asked = 0;
      const { run, decision } = await runOver(() => {
        asked += 1;
        return asked <= served ? resultOf('S', 'SUCCESS') : busy;
      });
      const calls = Array.from({ length: 12 }, (_, index) =>
        decision.send({ base: 'full', occurrence: `call-${index}` }, 'a call'),
      );
      await vi.advanceTimersByTimeAsync(60_000);
      const reasons = (await Promise.all(calls)).map(reasonOf);
      expect(reasons.filter((reason) => reason !== 'S')).toEqual(Array<string>(12 - served).fill('throttled'));
      expect(run.limiter.lowestRate()).toBe(1);
      // A target that never served anything ends its own calls; one that did ends the run, as one that is gone.
      expect(run.stopped()).toBe(stopped);
      expect(asked).toBeLessThanOrEqual(most);
    }
  } finally {
    vi.useRealTimers();
  }
});
