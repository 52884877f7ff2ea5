/** A server whose threads share the buffer that they sign from: it fails only with several requests at once, and the finding says so. */
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../engine/report.ts';
import { type Altering, altering } from '../support/altered.ts';
import { judgeReference, rowsWith, sharedKeys } from '../support/judged.ts';

const threads = 8;
const bytes = 64 * 1024;
const limit = { timeout: 120_000 };

interface Signers {
  sign(text: string): Promise<string>;
  close(): Promise<unknown>;
}

/** Threads that sign in turn, from one buffer or from one each. */
function startSigners(privateKey: string, isShared: boolean): Signers {
  const shared = new SharedArrayBuffer(bytes);
  const waiting = new Map<number, (signature: string) => void>();
  const workers = Array.from({ length: threads }, () => {
    const memory = isShared ? shared : new SharedArrayBuffer(bytes);
    const worker = new Worker(new URL('../support/signing-thread.mjs', import.meta.url), {
      workerData: { privateKey, memory },
    });
    worker.on('message', ({ number, signature }: { number: number; signature: string }) => {
      waiting.get(number)!(signature);
      waiting.delete(number);
    });
    return worker;
  });
  let number = 0;
  return {
    sign: (text) =>
      new Promise((resolve) => {
        number += 1;
        waiting.set(number, resolve);
        workers[number % threads]!.postMessage({ number, text });
      }),
    close: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}

/** Signs again what the reference has signed, by threads. */
function signedBy({ sign }: Signers): Altering {
  return {
    answer: async (ready, { method, path }) => {
      const { headers, body } = ready;
      const before = headers.signature;
      if (typeof before !== 'string') return ready;
      const text = `${method} ${path}\n${headers['client-id']}.${headers['response-time']}.${body}`;
      const value = encodeURIComponent(await sign(text));
      return { ...ready, headers: { ...headers, signature: before.replace(/signature=.*/, `signature=${value}`) } };
    },
  };
}

async function judged(isShared: boolean, concurrency: number, config: object = {}): Promise<Report> {
  const signers = startSigners((await sharedKeys()).mpp.privateKey, isShared);
  try {
    return await judgeReference({
      front: altering(signedBy(signers)),
      config: { run: { concurrency }, ...config },
    });
  } finally {
    await signers.close();
  }
}

const oneApi = { apis: ['tokenActivationNotification'] };

describe('a signer that threads share', () => {
  test.each([
    ['all APIs', {}],
    ['one API', oneApi],
  ])('is one finding of %s that says when it fails', limit, async (_, config) => {
    const report = await judged(true, 8, config);
    const roots = rowsWith(report, 'failed').filter(({ consequenceOf }) => consequenceOf === null);
    expect(roots.map(({ id }) => id)).toEqual(['G-07']);
    const shown = roots[0]!.checks.find(({ outcome }) => outcome === 'failed')!.received;
    expect(shown).toMatch(
      /only with several requests at once \(up to 8\): all \d+ that were asked one by one are right/,
    );
    expect(shown).toContain('a signer, a hash or a variable that requests share');
    expect(report.run.exitCode).toBe(1);
  });

  test('fails nothing with one connection', limit, async () => {
    const report = await judged(true, 1, oneApi);
    expect(rowsWith(report, 'failed')).toEqual([]);
  });
});

test('threads with a buffer each fail nothing, with eight requests at once', limit, async () => {
  const report = await judged(false, 8, oneApi);
  expect(rowsWith(report, 'failed')).toEqual([]);
  expect(report.verdict).toBe('conformant');
});
