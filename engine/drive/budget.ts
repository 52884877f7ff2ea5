/**
 * The one payment policy. A call to an operation that reaches people takes a place in the limits before it is sent, whatever it probes, and
 * gives it back if nobody was reached; while all places are taken by calls under way, the next one waits. So no limit is ever exceeded, on
 * any server. Messages are counted by the person whom they may reach, not by the fixture that is called: two fixtures may be one person,
 * a scenario has a person of its own, and a token has an owner. Of the first usable fixture one message is kept for refusals, of the last
 * one for the closing control. Where places are short because calls were lost, the target's absence is the reason, not the limits.
 */
import { ordinaryFixtures } from '../check/context.ts';
import type { Fixture } from '../settings.ts';

/** The limits of one operation, both hard. */
export interface MessageLimits {
  /** Most messages to one person. */
  readonly perFixture: number;
  /** Most messages of the run. */
  readonly maxSends: number;
}

/** Who is wanted for a call. */
export interface PlaceWanted {
  /** `unknown`: a user whom the target does not know; counts against the messages of the run alone. */
  readonly user: 'fixture' | 'unknown';
  /** `probe` is refused on a correct target and uses the fixture of the control; `accepted` may use any; controls open and close. */
  readonly purpose: 'probe' | 'accepted' | 'opening' | 'closing';
  readonly preferred?: number;
  /** The preferred fixture and no other, a fresh one too. */
  readonly pinned?: boolean;
  /** Fixtures that were tried for this request and throttled. */
  readonly except: readonly number[];
  /** Whom the call may reach with a fixture, each by a name of their own: the user of its body, and the owner of its token. */
  people(fixture: number): readonly string[];
}

/** A place in the limits. */
export interface Place {
  /** Fixture index; null for an unknown user. */
  readonly fixture: number | null;
  /** Takes the call into account for one more person; false where that one may be sent no more. */
  reaches(person: string): boolean;
  /** Ends it: whether the call may have reached a person, and whether it was answered. */
  done(reached: boolean, answered?: boolean): void;
}

/** Why there is no place: `absent` where there would be one, had no call been lost. */
export type NoPlace = 'throttled' | 'budget' | 'absent';

/** The limits of one operation, and what is left of them. */
export interface Budget {
  /** Calls that may have reached a person so far. */
  sent(): number;
  /** A place for one more call, or why there is none. */
  take(wanted: PlaceWanted): Promise<Place | NoPlace>;
  /** The same without waiting; null where there is none at once. */
  takeNow(wanted: PlaceWanted): Place | null;
  /** A throttled fixture is not used for ordinary calls any more. */
  rest(fixture: number): void;
}

interface Seat {
  readonly fresh: boolean;
  resting: boolean;
}

/** What one person was sent, and is being sent. */
interface Person {
  spent: number;
  /** Of those spent, calls that nobody answered. */
  lost: number;
  underWay: number;
}

const spent = (person: Person): number => person.spent;
const spentOrUnderWay = (person: Person): number => person.spent + person.underWay;
const spentWithAnswer = (person: Person): number => person.spent - person.lost;

/** A budget over the configured fixtures. */
export function createBudget(fixtures: readonly Fixture[], limit: MessageLimits | null): Budget {
  return limit ? new LimitedBudget(fixtures, limit) : new FreeBudget(fixtures);
}

/** Operations whose calls reach nobody. */
class FreeBudget implements Budget {
  private readonly seats: Seat[];
  private readonly usable: readonly number[];

  constructor(fixtures: readonly Fixture[]) {
    this.seats = seatsOf(fixtures);
    this.usable = ordinaryFixtures(this.seats);
  }

  sent(): number {
    return 0;
  }

  async take(wanted: PlaceWanted): Promise<Place | 'throttled'> {
    return this.takeNow(wanted) ?? 'throttled';
  }

  takeNow({ user, purpose, preferred, pinned, except }: PlaceWanted): Place | null {
    const free = { reaches: () => true, done: () => {} };
    if (user === 'unknown') return { fixture: null, ...free };
    if (pinned) return { fixture: preferred!, ...free };
    if (purpose === 'probe') {
      const order = [preferred ?? this.usable[0]!, ...this.seats.map((_, i) => i)];
      return { fixture: order.find((i) => !except.includes(i)) ?? 0, ...free };
    }
    const order = preferred === undefined ? this.usable : [preferred, ...this.usable];
    const fixture = order.find((i) => !this.seats[i]!.resting && !except.includes(i));
    return fixture === undefined ? null : { fixture, ...free };
  }

  rest(fixture: number): void {
    this.seats[fixture]!.resting = true;
  }
}

/** Operations whose accepted calls reach people. */
class LimitedBudget implements Budget {
  private readonly seats: Seat[];
  private readonly usable: readonly number[];
  private readonly perFixture: number;
  private readonly cap: number;
  private readonly people = new Map<string, Person>();
  private total = 0;
  private lost = 0;
  private underWay = 0;
  private waiting: (() => void)[] = [];

  constructor(fixtures: readonly Fixture[], { perFixture, maxSends }: MessageLimits) {
    this.seats = seatsOf(fixtures);
    this.usable = ordinaryFixtures(this.seats);
    this.perFixture = perFixture;
    this.cap = maxSends;
  }

  sent(): number {
    return this.total;
  }

  async take(wanted: PlaceWanted): Promise<Place | NoPlace> {
    for (;;) {
      const found = this.find(wanted);
      if (typeof found === 'object') return this.occupy(found.fixture, wanted);
      if (found === 'budget' && this.isShortOfLost(wanted)) return 'absent';
      if (found !== 'wait') return found;
      await new Promise<void>((wake) => this.waiting.push(wake));
    }
  }

  takeNow(wanted: PlaceWanted): Place | null {
    const found = this.find(wanted);
    return typeof found === 'object' ? this.occupy(found.fixture, wanted) : null;
  }

  rest(fixture: number): void {
    this.seats[fixture]!.resting = true;
  }

  private find(wanted: PlaceWanted): { fixture: number | null } | 'throttled' | 'budget' | 'wait' {
    const room = this.cap - this.total - this.keptOfCap(wanted);
    if (room <= 0) return 'budget';
    if (room - this.underWay <= 0) return 'wait';
    if (wanted.user === 'unknown') return { fixture: null };
    if (wanted.pinned && this.seats[wanted.preferred!]!.resting) return 'throttled';
    const open = this.candidates(wanted).filter((i) => this.roomOf(i, wanted, spent) > 0);
    if (open.length === 0) return 'budget';
    const now = open.filter((i) => this.roomOf(i, wanted, spentOrUnderWay) > 0);
    // It waits for the user of the control: who is free at the moment would make the same seed ask others for others.
    if (wanted.purpose === 'probe' || wanted.pinned) return now[0] === open[0] ? { fixture: open[0]! } : 'wait';
    const fixture = now.find((i) => !this.seats[i]!.resting && !wanted.except.includes(i));
    if (fixture !== undefined) return { fixture };
    return now.length < open.length ? 'wait' : 'throttled';
  }

  /** Whether there would be a place, had the calls that were lost not been sent. */
  private isShortOfLost(wanted: PlaceWanted): boolean {
    const isWithinCap = this.cap - this.total + this.lost - this.keptOfCap(wanted) > 0;
    const hasRoom = (i: number) => this.roomOf(i, wanted, spentWithAnswer) > 0;
    return isWithinCap && (wanted.user === 'unknown' || this.candidates(wanted).some(hasRoom));
  }

  /** Fixtures that may be used, the best first. */
  private candidates({ purpose, preferred, pinned, except }: PlaceWanted): number[] {
    if (pinned) return [preferred!];
    // A refusal is the twin of a control, so it is for the user of the control as long as one may be asked.
    if (purpose === 'probe') return [preferred ?? this.usable[0]!, ...this.usable].filter((i) => !except.includes(i));
    return [...this.usable.filter((i) => i === preferred), ...this.usable];
  }

  /** How many messages everybody may be sent whom a call with a fixture may reach, by what counts as sent to a person. */
  private roomOf(index: number, { purpose, people }: PlaceWanted, countOf: (person: Person) => number): number {
    const first = this.usable[0] === index;
    const last = this.usable.at(-1) === index;
    const isOrdinary = this.usable.includes(index);
    const kept =
      isOrdinary && purpose === 'accepted' ? Number(first || last) : purpose === 'opening' && last && !first ? 1 : 0;
    const rooms = people(index).map((name) => this.perFixture - countOf(this.person(name)));
    return Math.min(...rooms, this.perFixture) - kept;
  }

  private person(name: string): Person {
    const known = this.people.get(name) ?? { spent: 0, lost: 0, underWay: 0 };
    this.people.set(name, known);
    return known;
  }

  /** Messages of the run that are kept for refusals and the closing control. */
  private keptOfCap({ purpose }: PlaceWanted): number {
    return purpose === 'accepted' ? 1 : 0;
  }

  private occupy(fixture: number | null, { people }: PlaceWanted): Place {
    const reached = new Set<Person>();
    if (fixture !== null) for (const name of people(fixture)) reached.add(this.person(name));
    this.underWay += 1;
    for (const person of reached) person.underWay += 1;
    return {
      fixture,
      reaches: (name) => {
        const person = this.person(name);
        if (reached.has(person)) return true;
        if (this.perFixture - person.spent - person.underWay <= 0) return false;
        reached.add(person);
        person.underWay += 1;
        return true;
      },
      done: (mayHaveReached, answered = true) => {
        this.underWay -= 1;
        this.total += Number(mayHaveReached);
        this.lost += Number(mayHaveReached && !answered);
        for (const person of reached) {
          person.underWay -= 1;
          person.spent += Number(mayHaveReached);
          person.lost += Number(mayHaveReached && !answered);
        }
        const woken = this.waiting;
        this.waiting = [];
        for (const wake of woken) wake();
      },
    };
  }
}

function seatsOf(fixtures: readonly Fixture[]): Seat[] {
  return fixtures.map(({ fresh }) => ({ fresh, resting: false }));
}
