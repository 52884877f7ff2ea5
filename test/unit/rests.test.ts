/** Waits of a run: as long as asked for, over at once with Ctrl-C, and without a warning of Node however many there are. */
import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRests } from '../../engine/drive/rests.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Rests of these lengths, and how many of them are over. */
function resting(signal: AbortSignal, lengths: readonly number[]) {
  const rest = createRests(signal);
  const state = { over: 0 };
  for (const ms of lengths)
    void rest(ms).then(() => {
      state.over += 1;
    });
  return state;
}

test('last as long as asked for', async () => {
  const state = resting(new AbortController().signal, [100, 200]);
  await vi.advanceTimersByTimeAsync(150);
  expect(state.over).toBe(1);
  await vi.advanceTimersByTimeAsync(100);
  expect(state.over).toBe(2);
});

test('end with the run, and at once after it', async () => {
  const run = new AbortController();
  const state = resting(run.signal, [1000, 2000]);
  run.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(state.over).toBe(2);
  const after = resting(run.signal, [1000]);
  await vi.advanceTimersByTimeAsync(0);
  expect(after.over).toBe(1);
});

test('listen once to the signal, and no more once all are over', async () => {
  const { signal } = new AbortController();
  const state = resting(signal, Array<number>(300).fill(50));
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(50);
  expect(state.over).toBe(300);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});
