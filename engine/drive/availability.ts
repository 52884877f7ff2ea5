/**
 * The one policy for a target that does not answer. A request that was lost proves nothing by itself: the target may have been away, for
 * whatever reason. So the lost request is sent again alone, with a control of its operation before and after it, up to three times; a
 * target that is away is waited for. Only what is lost each time although the controls before it are answered is this request's doing.
 * Losses that fell together with losses of other requests are marked as lost and count for nothing.
 */
import type { RunHooks } from '../hooks.ts';
import type { RunSettings } from '../settings.ts';
import { answerOf, isLost } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { Limiter } from './limiter.ts';
import { pollMs, startPatience } from './start-patience.ts';

/**
 * What came of the search for the culprit: `culprit`, lost each time; `answered` when sent alone; `gone`, the target stayed away; `open`,
 * no place for another call, or the run was ended.
 */
export interface Inquiry {
  readonly found: 'culprit' | 'answered' | 'gone' | 'open';
  /** A control was lost too: the target was away. */
  readonly wasAway: boolean;
}

/** How the requests of an inquiry are sent. */
export interface InquirySender {
  /** Sends the suspect once more; null where it may not be sent. */
  suspect(): Promise<Exchange | null>;
  /** Sends a control of the same operation; null where none may be sent. */
  control(): Promise<Exchange | null>;
}

export interface Availability {
  /** Resolves while no inquiry is under way. */
  whenOpen(): Promise<void>;
  /** Keeps account of every exchange. */
  note(exchange: Exchange): void;
  /** Whether the target was away when a request was lost: others were lost with it and none answered then, or an inquiry saw it away. */
  wasAwayAt(exchange: Exchange): boolean;
  /** Whether a target that answered nothing so far may answer soon; waits before it says so. */
  mayAnswerSoon(exchange: Exchange): Promise<boolean>;
  /** Sends a lost request again alone, between controls. */
  inquire(lost: Exchange, sender: InquirySender): Promise<Inquiry>;
}

/** Rounds in which a suspect must be lost each time. */
const rounds = 3;
/** How long an absent target is waited for unless the config says otherwise, in milliseconds. */
const defaultAbsenceMs = 30_000;

/** How long a target that is away, or has too much to do, is waited for. */
export function absenceMsOf({ absenceMs = defaultAbsenceMs }: Pick<RunSettings, 'absenceMs'>): number {
  return absenceMs;
}

/** Losses that end this close to each other are one event, in milliseconds. */
export const togetherMs = 150;
/** How long an inquiry waits for requests under way to end. */
const idleLooks = 400;
const lookEveryMs = 5;

interface Span {
  readonly probe: string;
  readonly start: number;
  readonly end: number;
}

/** From the start of an exchange to its end. */
function spanOf({ probe, startedAt: start, durationMs }: Exchange): Span {
  return { probe, start, end: start + durationMs };
}

const mostSpans = 256;

/** Adds a span; of a long list the older half is forgotten. */
function keep(list: Span[], span: Span): void {
  list.push(span);
  if (list.length > mostSpans) list.splice(0, mostSpans / 2);
}

/** What an inquiry needs of a run. */
export interface InquiringRun {
  readonly settings: Pick<RunSettings, 'absenceMs' | 'startMs'>;
  readonly limiter: Pick<Limiter, 'running'>;
  readonly hooks: Pick<RunHooks, 'onRest'>;
  /** Why the run ends early, or null while it goes on. */
  stopped(): unknown;
  /** Waits, unless the run is ended. */
  rest(ms: number): Promise<void>;
}

export function createAvailability(run: InquiringRun): Availability {
  const lost: Span[] = [];
  const answered: Span[] = [];
  /** From the loss of a request to the next answer of a control, where a control was lost in between. */
  const absences: Pick<Span, 'start' | 'end'>[] = [];
  let gate: Promise<void> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const idle = async () => {
    for (let look = 0; look < idleLooks && run.limiter.running() > 0; look += 1) await run.rest(lookEveryMs);
  };
  return {
    whenOpen: async () => {
      while (gate) await gate;
    },
    note(exchange) {
      keep(isLost(answerOf(exchange)) ? lost : answered, spanOf(exchange));
    },
    wasAwayAt(exchange) {
      const { probe, end } = spanOf(exchange);
      if (absences.some((absence) => absence.start <= end && end <= absence.end)) return true;
      const near = lost.filter((span) => span.probe !== probe && Math.abs(span.end - end) <= togetherMs);
      if (near.length === 0) return false;
      const from = Math.min(end, ...near.map((span) => span.end));
      const to = Math.max(end, ...near.map((span) => span.end));
      // What was answered across that moment shows that the target was there.
      return !answered.some((span) => span.start < from - 1 && span.end > to + 1);
    },
    mayAnswerSoon: startPatience(run),
    inquire(exchange, sender) {
      const { end: lostAt } = spanOf(exchange);
      const turn = queue.then(async () => {
        let open = () => {};
        gate = new Promise((done) => {
          open = done;
        });
        try {
          await idle();
          const inquiry = await inquireAlone(run, sender);
          if (inquiry.wasAway) absences.push({ start: lostAt - togetherMs, end: Date.now() });
          return inquiry;
        } finally {
          gate = null;
          open();
        }
      });
      queue = turn.catch(() => {});
      return turn;
    },
  };
}

/** Whether the target answers a control now. */
async function stateOf({ control }: InquirySender): Promise<'up' | 'away' | 'open'> {
  const exchange = await control();
  if (exchange === null) return 'open';
  return isLost(answerOf(exchange)) ? 'away' : 'up';
}

async function waitUntilUp(
  run: InquiringRun,
  sender: InquirySender,
): Promise<{ state: 'up' | 'gone' | 'open'; wasAway: boolean }> {
  const patienceMs = absenceMsOf(run.settings);
  const until = performance.now() + patienceMs;
  for (let wasAway = false; ; wasAway = true) {
    if (run.stopped()) return { state: 'open', wasAway };
    const state = await stateOf(sender);
    if (state !== 'away') return { state, wasAway };
    if (performance.now() > until) return { state: 'gone', wasAway: true };
    if (!wasAway) run.hooks.onRest?.({ ms: patienceMs, why: 'absence' });
    await run.rest(pollMs);
  }
}

/** Sends the suspect and controls in turn until the cause is known. */
async function inquireAlone(run: InquiringRun, sender: InquirySender): Promise<Inquiry> {
  let wasAway = false;
  for (let round = 0; round <= rounds; round += 1) {
    const up = await waitUntilUp(run, sender);
    wasAway ||= up.wasAway;
    if (up.state === 'gone') return { found: 'gone', wasAway };
    if (round === rounds) return { found: 'culprit', wasAway };
    const exchange = up.state === 'up' ? await sender.suspect() : null;
    if (exchange === null) return { found: 'open', wasAway };
    if (!isLost(answerOf(exchange))) return { found: 'answered', wasAway };
  }
  return { found: 'open', wasAway };
}
