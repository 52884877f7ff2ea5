/** A target that does not answer: whose doing it was is looked into alone, and what was lost while the target was away says nothing. */
import { describe, expect, test } from 'vitest';
import { createAvailability, type InquirySender } from '../../engine/drive/availability.ts';
import type { Exchange, NoAnswer } from '../../engine/wire/exchange.ts';
import { type Came, exchangeOf, resultOf } from '../support/exchanges.ts';

const up = resultOf('S', 'SUCCESS');
const reset: Came = { noAnswer: { kind: 'reset', says: 'closed' } };

/** An exchange from the first millisecond to the last, by any clock that is not the run's. */
const at = (start: number, end: number, came: Came, probe = `${start}-${end}`): Exchange =>
  exchangeOf({ ...came, startedAt: start, durationMs: end - start }, { probe });

function availability(absenceMs = 0) {
  return createAvailability({
    settings: { absenceMs },
    limiter: { running: () => 0 },
    hooks: {},
    stopped: () => null,
    rest: async () => {},
  });
}

/** Answers to controls and to the suspect, in turn; null where none may be sent. */
function sender(controls: readonly (Came | null)[], suspects: readonly (Came | null)[] = []) {
  const asked: string[] = [];
  const next = (who: string, answers: readonly (Came | null)[]) => async () => {
    const came = answers[asked.filter((one) => one === who).length];
    if (came === undefined) throw new Error(`no answer is foreseen for the next ${who}`);
    asked.push(who);
    return came && exchangeOf(came);
  };
  const sending: InquirySender = { control: next('control', controls), suspect: next('suspect', suspects) };
  return { sending, asked };
}

const lost = exchangeOf(reset);

describe('a lost request', () => {
  test('is the culprit where it is lost three times, each between controls that are answered', async () => {
    const { sending, asked } = sender([up, up, up, up], [reset, reset, reset]);
    expect(await availability().inquire(lost, sending)).toEqual({ found: 'culprit', wasAway: false });
    expect(asked.join(' ')).toBe('control suspect control suspect control suspect control');
  });

  test('is not where it is answered once', async () => {
    const { sending } = sender([up, up], [reset, up]);
    expect(await availability().inquire(lost, sending)).toEqual({ found: 'answered', wasAway: false });
  });

  test('is asked again once the target is back, and the target is gone where it stays away', async () => {
    const back = sender([reset, reset, up], [up]);
    expect(await availability(60_000).inquire(lost, back.sending)).toEqual({ found: 'answered', wasAway: true });
    const gone = sender([reset, reset]);
    expect(await availability(0).inquire(lost, gone.sending)).toMatchObject({ found: 'gone', wasAway: true });
  });

  test.each([
    ['control', sender([null])],
    ['suspect', sender([up], [null])],
  ])('is open where there is no place for another %s', async (_, { sending }) => {
    expect(await availability().inquire(lost, sending)).toEqual({ found: 'open', wasAway: false });
  });

  test('is looked into while nothing else goes out, one after the other', async () => {
    const open = availability();
    const seen: string[] = [];
    const first = open.inquire(lost, sender([up], [up]).sending).then(() => seen.push('first'));
    const second = open.inquire(lost, sender([up], [up]).sending).then(() => seen.push('second'));
    await new Promise((done) => setImmediate(done));
    await Promise.all([first, second, open.whenOpen().then(() => seen.push('others'))]);
    expect(seen.slice(0, 2)).toEqual(['first', 'second']);
  });
});

describe('the target was away when a request was lost', () => {
  const noted = (...exchanges: Exchange[]) => {
    const open = availability(60_000);
    for (const exchange of exchanges) open.note(exchange);
    return open;
  };

  test('where another was lost at that moment and none was answered across it', () => {
    const one = at(1000, 1010, reset);
    expect(noted(one, at(1000, 1100, reset, 'other')).wasAwayAt(one)).toBe(true);
    expect(noted(one, at(1000, 1500, reset, 'other')).wasAwayAt(one)).toBe(false);
    expect(noted(one).wasAwayAt(one)).toBe(false);
    const across = at(900, 1200, up);
    expect(noted(one, at(1000, 1100, reset, 'other'), across).wasAwayAt(one)).toBe(false);
  });

  test('where an inquiry into another one saw the target away, though what was under way before was answered', async () => {
    const now = Date.now();
    const one = at(now - 20, now - 10, reset);
    const other = at(now - 25, now - 15, reset, 'other');
    const open = noted(one, other, at(now - 100, now, up));
    expect(open.wasAwayAt(one)).toBe(false);
    await open.inquire(other, sender([up], [up]).sending);
    expect(open.wasAwayAt(one)).toBe(false);
    await open.inquire(other, sender([reset, up], [up]).sending);
    expect(open.wasAwayAt(one)).toBe(true);
    expect(open.wasAwayAt(at(now - 5000, now - 4000, reset))).toBe(false);
  });
});

describe('a target that never answered', () => {
  const run = (startMs: number, told: number[] = [], rests: number[] = []) =>
    createAvailability({
      settings: { absenceMs: 0, startMs },
      limiter: { running: () => 0 },
      hooks: { onRest: ({ ms }) => told.push(ms) },
      stopped: () => null,
      rest: async (ms) => void rests.push(ms),
    });
  const missing = (kind: NoAnswer) => exchangeOf({ noAnswer: { kind, says: kind } });
  const [refused, gateway] = [missing('refused'), exchangeOf({ text: 'page', status: 503 })];

  test('is waited for as long as the config says', async () => {
    const told: number[] = [];
    expect(await run(0, told).mayAnswerSoon(refused)).toBe(false);
    const soon = run(60_000, told);
    expect([await soon.mayAnswerSoon(refused), await soon.mayAnswerSoon(refused)]).toEqual([true, true]);
    expect(told).toEqual([0, 60_000]);
  });

  test('is asked less and less often where connections are made: each request may have cost a message', async () => {
    const rests: number[] = [];
    const soon = run(60_000, [], rests);
    for (const one of [lost, lost, refused, lost, gateway, gateway]) expect(await soon.mayAnswerSoon(one)).toBe(true);
    expect(rests).toEqual([250, 500, 100, 1000, 2000, 2000]);
  });

  test.each([
    ['a time-out', missing('timeout')],
    ['an unknown host name', missing('dns')],
    ['a certificate that is not trusted', missing('tls')],
    ['an answer', exchangeOf(up)],
    ['an error of its own', exchangeOf({ text: 'page', status: 500 })],
  ])('is not waited for after %s', async (_name, exchange) => {
    expect(await run(60_000).mayAnswerSoon(exchange)).toBe(false);
  });
});
