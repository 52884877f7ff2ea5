/** Calls that cost: which fixture may still be used, how often, and what was spent. */
import type { Fixture, SendLimit } from '../settings.ts';

/** The pool of fixtures of one operation. Fixtures are numbered as in the config. */
export interface Pool {
  readonly size: number;
  /** Whether accepted calls of this operation reach people. */
  readonly costs: boolean;
  readonly sent: () => number;
  fixture(index: number): Fixture;
  /**
   * A fixture for one more call, or why there is none. `reserve` may use what is set aside for the closing control.
   * `except` are fixtures already tried for this probe.
   */
  take(options?: { reserve?: boolean; except?: readonly number[]; preferred?: number }): number | 'throttled' | 'spent';
  /** A fixture that has not been used for an accepted call yet, kept for the daily limit. */
  takeFresh(): number | null;
  /** Counts a call before it is sent, or after it was accepted or left unanswered; null for a made-up user. */
  spend(index: number | null): void;
  /** Takes a count back: the call was refused, so nobody got a message. */
  refund(index: number): void;
  /** A throttled fixture rests. */
  rest(index: number): void;
  /** How many more accepted calls the pool allows. */
  left(): number;
}

interface Seat {
  readonly fixture: Fixture;
  spent: number;
  resting: boolean;
}

/** A pool over the configured fixtures; without any, one bare fixture stands for the spec's example. */
export function createPool(fixtures: readonly Fixture[], limit: SendLimit | null): Pool {
  const bare: Fixture = { body: {}, fresh: false };
  const seats: Seat[] = (fixtures.length > 0 ? fixtures : [bare]).map((fixture) => ({
    fixture,
    spent: 0,
    resting: false,
  }));
  // A pool of nothing but fresh fixtures has to use them.
  const onlyFresh = seats.every((seat) => seat.fixture.fresh);
  const usable = (seat: Seat) => onlyFresh || !seat.fixture.fresh;
  let sent = 0;
  const perFixture = limit?.perFixture ?? Number.POSITIVE_INFINITY;
  const cap = limit?.maxSends ?? Number.POSITIVE_INFINITY;
  const lastUsable = seats.findLastIndex(usable);
  /** One call of the last fixture is set aside for the closing control. */
  const allowance = (index: number, reserve: boolean) => perFixture - (!reserve && index === lastUsable ? 1 : 0);
  const room = (reserve: boolean) => (reserve ? cap : cap - 1) - sent;
  const take: Pool['take'] = ({ reserve = false, except = [], preferred } = {}) => {
    if (!limit) {
      const order = preferred === undefined ? seats.map((_, i) => i) : [preferred, ...seats.map((_, i) => i)];
      return order.find((i) => usable(seats[i]!) && !seats[i]!.resting && !except.includes(i)) ?? 'throttled';
    }
    if (room(reserve) <= 0) return 'spent';
    const open = seats.map((_, i) => i).filter((i) => usable(seats[i]!) && seats[i]!.spent < allowance(i, reserve));
    if (open.length === 0) return 'spent';
    const order = preferred !== undefined && open.includes(preferred) ? [preferred, ...open] : open;
    return order.find((i) => !seats[i]!.resting && !except.includes(i)) ?? 'throttled';
  };
  return {
    size: seats.length,
    costs: limit !== null,
    sent: () => sent,
    fixture: (index) => seats[index]!.fixture,
    take,
    takeFresh: () => {
      const index = seats.findIndex((seat) => seat.fixture.fresh && seat.spent === 0 && !seat.resting);
      return index < 0 || room(true) < 3 ? null : index;
    },
    spend: (index) => {
      sent += 1;
      if (index !== null) seats[index]!.spent += 1;
    },
    refund: (index) => {
      sent -= 1;
      seats[index]!.spent -= 1;
    },
    rest: (index) => {
      seats[index]!.resting = true;
    },
    left: () => {
      if (!limit) return Number.POSITIVE_INFINITY;
      const roomOf = (seat: Seat, i: number) => (usable(seat) && !seat.resting ? allowance(i, false) - seat.spent : 0);
      const open = seats.reduce((sum, seat, i) => sum + Math.max(0, roomOf(seat, i)), 0);
      return Math.min(open, Math.max(0, room(false)));
    },
  };
}
