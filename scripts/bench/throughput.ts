/** Throughput of the engine, unsigned, against a raw undici loop and autocannon: same bodies, same server, same concurrency. */
import autocannon from 'autocannon';
import { Pool } from 'undici';
import type { JsonObject } from '../../engine/settings.ts';
import { operations } from '../../generated/operations.ts';
import { asShipped } from './as-shipped.ts';
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
  const config = { target: url, apis: ['sendOTP'], signing: { mode: 'off' as const } };
  const loop = await asShipped<typeof import('./engine-loop.ts')>('engine-loop.ts');
  const engineRate = async (concurrency: number) =>
    requests / ((await loop.throughEngine({ config, op, bodies, requests, concurrency })).wallMs / 1000);
  const lines: string[] = [];
  try {
    await engineRate(8);
    await throughUndici(url, 8);
    for (const concurrency of [1, 8, 32]) {
      const rates = { engine: [] as number[], undici: [] as number[], autocannon: [] as number[] };
      for (let round = 0; round < rounds; round++) {
        rates.undici.push(await throughUndici(url, concurrency));
        rates.engine.push(await engineRate(concurrency));
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

/** From the first connection to the last answer: autocannon's own clock ticks once a second. */
async function throughAutocannon(url: string, connections: number): Promise<number> {
  const begun = performance.now();
  let ended = begun;
  const instance = autocannon({
    url: `${url}${op.path}`,
    connections,
    amount: requests,
    requests: bodies.map((body) => ({ method: 'POST', path: op.path, body: JSON.stringify(body) })),
    headers: { 'content-type': 'application/json; charset=UTF-8' },
  });
  instance.on('response', () => {
    ended = performance.now();
  });
  await instance;
  return requests / ((ended - begun) / 1000);
}
