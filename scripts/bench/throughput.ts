/** Throughput of the engine, unsigned, against a raw undici loop and autocannon: same bodies, same server, same concurrency. */
import autocannon from 'autocannon';
import { Pool } from 'undici';
import { prepareRun } from '../../cli/prepare.ts';
import { answerOf } from '../../engine/answer.ts';
import { compose } from '../../engine/compose.ts';
import { createRun } from '../../engine/run-state.ts';
import type { JsonObject } from '../../engine/settings.ts';
import { networkTransport } from '../../engine/transport.ts';
import { operations } from '../../generated/operations.ts';
import { against, median, ratio } from './measure.ts';
import { startTarget } from './target.ts';

const requests = 2000;
const rounds = 3;
const op = operations.sendOTP;
const bodies = Array.from({ length: 50 }, (_, i): JsonObject => ({ ...op.requestExample, accessToken: `token-${i}` }));

/** Measures the three in turn, at each concurrency. */
export async function benchThroughput(): Promise<string[]> {
  const target = await startTarget({ manner: 'constant' });
  const url = target.config.target!;
  const lines: string[] = [];
  try {
    await throughEngine(url, 8);
    await throughUndici(url, 8);
    for (const concurrency of [1, 8, 32]) {
      const rates = { engine: [] as number[], undici: [] as number[], autocannon: [] as number[] };
      for (let round = 0; round < rounds; round++) {
        rates.undici.push(await throughUndici(url, concurrency));
        rates.engine.push(await throughEngine(url, concurrency));
        rates.autocannon.push(await throughAutocannon(url, concurrency));
      }
      const [engine, undici, cannon] = [rates.engine, rates.undici, rates.autocannon].map(median) as [
        number,
        number,
        number,
      ];
      lines.push(
        `concurrency ${concurrency}: ${ratio(engine, undici)} of raw undici, ${ratio(engine, cannon)} of autocannon; ${Math.round(engine)} requests/s ${against(engine / undici >= 0.7, '≥ 0.7× of undici')}`,
      );
    }
  } finally {
    await target.close();
  }
  return lines;
}

/** The way of every probe: composed, limited, sent, recorded, read. */
async function throughEngine(url: string, concurrency: number): Promise<number> {
  const config = { target: url, apis: ['sendOTP'], signing: { mode: 'off' as const }, run: { concurrency, seed: 1 } };
  const { settings } = await prepareRun({ config });
  const transport = networkTransport(settings);
  const run = createRun(settings, {}, transport, { id: 'bench', startedAt: Date.now() });
  const ask = { base: 'full' } as const;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: requests }, (_, i) =>
      run.limiter(async () => {
        const context = run.composing(op, 'bench');
        const request = await compose(context, ask, run.pathOf(op), bodies[i % bodies.length]!, `bench/${i}`);
        const { startedAt, durationMs, response, noAnswer } = await transport.send(request, 'bench');
        const marker = `bench/${i}`;
        const exchange = {
          operation: op.id,
          probe: 'bench',
          title: '',
          marker,
          request,
          startedAt,
          durationMs,
          response,
          noAnswer,
        };
        answerOf(run.record(exchange as never, ask));
      }),
    ),
  );
  const rate = requests / ((performance.now() - begun) / 1000);
  await transport.close();
  return rate;
}

/** The least that can be done with undici: as many loops as connections. */
async function throughUndici(url: string, concurrency: number): Promise<number> {
  const pool = new Pool(url, { connections: concurrency });
  const texts = bodies.map((body) => JSON.stringify(body));
  const headers = { 'content-type': 'application/json; charset=UTF-8', 'client-id': 'TEST', 'request-time': 'now' };
  let next = 0;
  const loop = async () => {
    while (next < requests) {
      const body = texts[next++ % texts.length]!;
      const answer = await pool.request({ path: op.path, method: 'POST', headers, body });
      await answer.body.text();
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: concurrency }, loop));
  const rate = requests / ((performance.now() - begun) / 1000);
  await pool.destroy();
  return rate;
}

async function throughAutocannon(url: string, connections: number): Promise<number> {
  const result = await autocannon({
    url: `${url}${op.path}`,
    connections,
    amount: requests,
    requests: bodies.map((body) => ({ method: 'POST', path: op.path, body: JSON.stringify(body) })),
    headers: { 'content-type': 'application/json; charset=UTF-8' },
  });
  return requests / ((result.finish.getTime() - result.start.getTime()) / 1000);
}
