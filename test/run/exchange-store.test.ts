/** The store of exchanges: old ones leave memory and come back whole, nobody else can read them, and nothing stays behind. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { run } from '../../cli/index.ts';
import { createExchangeStore, type ExchangeStore } from '../../engine/record/exchange-store.ts';
import { answerOf } from '../../engine/wire/answer.ts';
import { exchangeOf, resultOf, timeout } from '../support/exchanges.ts';

/** Bytes that the stores of this file hold. */
const { tiny } = vi.hoisted(() => ({ tiny: { bytes: 0 } }));
vi.mock('../../engine/record/exchange-store.ts', async (original) => {
  const real = await original<typeof import('../../engine/record/exchange-store.ts')>();
  return { createExchangeStore: (bytes = tiny.bytes) => real.createExchangeStore(bytes) };
});

const stores: ExchangeStore[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  vi.unstubAllEnvs();
});

function storeOf(bytes: number): ExchangeStore {
  const store = createExchangeStore(bytes);
  stores.push(store);
  return store;
}

const sent = Array.from({ length: 100 }, (_, i) =>
  exchangeOf(i % 7 === 0 ? timeout : resultOf('S', 'SUCCESS', { n: `${i}`, text: 'é\u0000\ud83d\ude00' }), {
    id: `x${i}`,
    body: { n: `${i}` },
  }),
);

describe('an exchange', () => {
  test.each([0, 10_000, 100_000, 1e9])('comes back as it was, with %d bytes of memory', (bytes) => {
    const store = storeOf(bytes);
    const kept = sent.map(store.keep);
    for (let round = 0; round < 2; round++) {
      for (const [i, exchange] of kept.entries()) {
        const { request, response, ...about } = exchange;
        const { request: wanted, response: answered, ...named } = sent[i]!;
        expect({ ...about }).toEqual(named);
        expect(Buffer.compare(request.body, wanted.body)).toBe(0);
        expect({ ...request, body: 0 }).toEqual({ ...wanted, body: 0 });
        expect(response?.body.toString()).toBe(answered?.body.toString());
        expect(response && { ...response, body: 0 }).toEqual(answered && { ...answered, body: 0 });
      }
    }
  });

  test('is read as the same answer, before and after it left memory', () => {
    const store = storeOf(0);
    const kept = sent.map(store.keep);
    const kinds = kept.map((exchange) => answerOf(exchange).kind);
    expect(kinds).toEqual(sent.map((exchange) => answerOf(exchange).kind));
    expect(kept.map((exchange) => answerOf(exchange).json)).toEqual(sent.map((exchange) => answerOf(exchange).json));
  });
});

describe('the file', () => {
  test('has no name while it is in use, so that nothing stays behind', () => {
    const place = mkdtempSync(join(tmpdir(), 'store-test-'));
    vi.stubEnv('TMPDIR', place);
    const store = storeOf(0);
    const kept = sent.map(store.keep);
    expect(readdirSync(place)).toEqual([]);
    expect(kept[0]!.request.body.toString()).toBe(sent[0]!.request.body.toString());
    store.close();
    expect(() => kept[1]!.request).toThrow();
    stores.length = 0;
    rmSync(place, { recursive: true });
  });

  test('is not needed where none can be made', () => {
    vi.stubEnv('TMPDIR', '/nowhere/at/all');
    const kept = sent.map(storeOf(0).keep);
    expect(kept.map(({ request }) => request.body.toString())).toEqual(
      sent.map(({ request }) => request.body.toString()),
    );
  });
});

test('a run whose exchanges all leave memory ends as any other', { timeout: 60_000 }, async () => {
  const verdicts = [];
  for (const bytes of [0, 1e9]) {
    tiny.bytes = bytes;
    const report = await run({ run: { seed: 7, concurrency: 1 } });
    verdicts.push(report.requirements.map(({ key, outcome, checks }) => [key, outcome, checks.length]));
    expect(report.verdict).toBe('conformant');
  }
  expect(verdicts[0]).toEqual(verdicts[1]);
});
