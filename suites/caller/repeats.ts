/** What a caller does after each answer: repeats the same request where that is due, and only there, and not too often. */
import type { Finding, FindingVerdict } from '../../engine/check/finding.ts';
import { mostRepeats, pausesCompared } from './actions.ts';
import {
  cameInTime,
  type Got,
  type Play,
  type Recorded,
  recommendedTimeoutMs,
  sameRequest,
  type Turn,
  wasRead,
} from './caller-record.ts';
import { type CallerCheck, type CallerProof, judged, playsOf, silent, steadily, unjudged } from './proofs.ts';

/** After these a repeat is owed; after an answer that nobody can read it is only good sense. */
const owed: Readonly<Partial<Record<Got, 'must' | 'should'>>> = {
  U: 'must',
  silence: 'must',
  reset: 'must',
  error: 'must',
  unreadable: 'should',
  listless: 'should',
};

/** Whether the last request of a playing still waits for its repeat. */
export function isRepeatDue(turns: readonly Turn[]): boolean {
  return turns.length === 1 && owed[turns[0]!.got] !== undefined;
}

/** The first answer of a playing as a word in a sentence. */
const called = (play: Play): string => play.action.title.replace(/^the answer /, 'an answer that ');

/** GPC-12 and G-25: one check per action that shows something about repeats. */
export const repeats: CallerProof = (record) => {
  const actions = [...new Set(record.plays.map(({ action }) => action.id))];
  if (record.plays.every(({ turns }) => turns.length === 0)) {
    const expected = 'the same request again after U and after silence';
    return [
      {
        title: 'the same request follows U and silence, and no call follows S and F',
        judged: silent(record, expected, ''),
      },
    ];
  }
  return actions.flatMap((id) => {
    const plays = playsOf(record, [id]);
    return aspects.flatMap(({ title, judge }) => {
      const judgements = plays.map((play) => judge(play, record));
      if (judgements.every((one) => one === null)) return [];
      return [
        { title: title(plays[0]!), judged: steadily(plays, (play) => judge(play, record) ?? nothingAgainst(play)) },
      ];
    });
  });
};

/** A further playing that took another course: it does not bear the finding out. */
const nothingAgainst = (play: Play): Finding =>
  judged(
    'kept',
    '',
    '',
    '',
    play.turns.slice(-1).map(({ exchange }) => exchange),
  );

interface Aspect {
  readonly title: (play: Play) => string;
  /** Null where the playing says nothing about it. */
  readonly judge: (play: Play, record: Recorded) => Finding | null;
}

const aspects: readonly Aspect[] = [
  { title: (play) => `${called(play)}: the same request follows`, judge: repeatsWhenDue },
  { title: (play) => `${called(play)}: no further call follows`, judge: stopsWhenOver },
  { title: (play) => `${called(play)}: no more than ${mostRepeats} repeats`, judge: knowsWhenToStop },
];

const exchangesOf = (turns: readonly Turn[]) => turns.map(({ exchange }) => exchange);

function repeatsWhenDue(play: Play, { settings }: Recorded): Finding | null {
  const [first, second] = play.turns;
  const due = first && owed[first.got];
  if (!first || !due) return null;
  const expected = 'the same request once more';
  const say = (shows: FindingVerdict, received: string) =>
    judged(
      shows,
      shows === 'broken' ? 'broken' : shows === 'advised' ? 'advice' : '',
      expected,
      received,
      exchangesOf(play.turns.slice(0, 2)),
    );
  if (!second) {
    if (play.triggerFault !== null)
      return unjudged('inconclusive', 'trigger', expected, play.triggerFault, [first.exchange]);
    if (settings.client.retryWindowMs === null) {
      const says = 'no repeat while the suite watched: how long it has to watch is not known (client.retryWindowMs)';
      return unjudged('inconclusive', 'needs-retry-window', expected, says, [first.exchange]);
    }
    return say(due === 'must' ? 'broken' : 'advised', 'no repeat');
  }
  return compared(play.turns, expected);
}

/** Every further request of a playing is the first one again. */
function compared(turns: readonly Turn[], expected: string): Finding {
  const [first, ...others] = turns.filter(wasRead);
  const changed = first && others.find((turn) => !sameRequest(first, turn));
  if (first && changed) {
    const field = ['customerId', 'region', 'codeQuantity'].find((name) => first.body?.[name] !== changed.body?.[name]);
    const finding = judged(
      'broken',
      'broken',
      expected,
      `a repeat with another ${field ?? 'body'}`,
      exchangesOf([first, changed]),
    );
    return { ...finding, field: `/${field ?? ''}`, counterexample: changed.body };
  }
  const env = (turn: Turn) => JSON.stringify(turn.body?.env ?? null);
  const moved = first && others.find((turn) => env(turn) !== env(first));
  if (first && moved) {
    return {
      ...judged('advised', 'advice', expected, 'a repeat with another env', exchangesOf([first, moved])),
      field: '/env',
    };
  }
  return judged('kept', '', expected, '', exchangesOf(turns.slice(0, 2)));
}

/** After F and after a trusted S the matter is over. */
function stopsWhenOver(play: Play, record: Recorded): Finding | null {
  const at = play.turns.findIndex((turn) => (turn.got === 'F' || turn.got === 'S') && cameInTime(turn, record));
  const over = play.turns[at];
  // Whoever got too few codes may well ask for more.
  if (!over || play.action.id === 'shortList') return null;
  const further = play.turns.slice(at + 1).find((turn) => over.got === 'S' || sameRequest(over, turn));
  const expected = 'no further call';
  if (!further) return judged('kept', '', expected, '', [over.exchange]);
  const answer = over.got === 'S' ? 'S' : `F/${over.answer.code}`;
  // Another failure may advise to call again; PROCESS_FAIL says that nobody is to.
  const strict = over.answer.code === 'PROCESS_FAIL' && over.got === 'F';
  return judged(
    strict ? 'broken' : 'advised',
    strict ? 'broken' : 'advice',
    expected,
    `the same request again after ${answer}`,
    exchangesOf([over, further]),
  );
}

function knowsWhenToStop(play: Play): Finding | null {
  const repeated = play.turns.length - 1;
  if (play.action.id !== 'unknown-for-long' || repeated < 0) return null;
  const expected = `at most ${mostRepeats} repeats of one request`;
  const shows = repeated > mostRepeats ? 'advised' : 'kept';
  return judged(
    shows,
    shows === 'advised' ? 'advice' : '',
    expected,
    `${repeated} repeats`,
    exchangesOf(play.turns.slice(-2)),
  );
}

/** GPC-13: the caller's own time-out, seen where no answer came in time. */
export const patience: CallerProof = (record) => {
  const timeoutMs = record.settings.client.timeoutMs ?? recommendedTimeoutMs;
  const title = `the caller gives up after about ${timeoutMs} ms`;
  const expected = `between ${timeoutMs / 2} and ${timeoutMs * 2} ms`;
  const waits = playsOf(record, ['never', 'late']).flatMap((play) => {
    const [first, second] = play.turns;
    if (!first || !(first.got === 'silence' || first.exchange.durationMs > timeoutMs)) return [];
    const left = first.exchange.durationMs;
    const waitedMs = second ? Math.min(left, second.exchange.startedAt - first.exchange.startedAt) : left;
    return [{ waitedMs, exchange: first.exchange }];
  });
  if (waits.length === 0) return [{ title, judged: silent(record, expected, 'no request of this run shows it') }];
  const within = waits.find(({ waitedMs }) => waitedMs >= timeoutMs / 2 && waitedMs <= timeoutMs * 2);
  const one = within ?? waits[0]!;
  const received = `${Math.round(one.waitedMs)} ms`;
  return [
    { title, judged: judged(within ? 'kept' : 'broken', within ? '' : 'broken', expected, received, [one.exchange]) },
  ];
};

/** GPC-14: gaps after too much traffic are not the short ones. */
export const slowing: CallerProof = (record): CallerCheck[] => {
  const title = 'the caller calls less often after REQUEST_TRAFFIC_EXCEED_LIMIT than after UNKNOWN_EXCEPTION';
  const expected = 'a longer pause, at least no shorter one';
  const usual = gapsAfter(record, 'U-UNKNOWN_EXCEPTION');
  const slow = gapsAfter(record, 'U-REQUEST_TRAFFIC_EXCEED_LIMIT');
  if (slow.length < pausesCompared || usual.length < pausesCompared) {
    return [{ title, judged: silent(record, expected, 'there are too few pauses to compare') }];
  }
  const usualMs = Math.min(...usual.map(({ gapMs }) => gapMs));
  // The middle one: a long pause may be a stall of the machine, a short one cannot.
  const slowMs = slow.map(({ gapMs }) => gapMs).sort((a, b) => a - b)[Math.floor(slow.length / 2)]!;
  const received = `pauses of ${Math.round(slowMs)} ms, where ${Math.round(usualMs)} ms is usual`;
  const shows = slowMs < usualMs / 2 ? 'broken' : slowMs < usualMs * nearlyEqual ? 'advised' : 'kept';
  const exchanges = slow.flatMap((gap) => gap.exchanges);
  return [
    {
      title,
      judged: judged(
        shows,
        shows === 'kept' ? '' : shows === 'broken' ? 'broken' : 'advice',
        expected,
        received,
        exchanges,
      ),
    },
  ];
};

/** Pauses that differ by less than this are alike: clocks and machines are not exact. */
const nearlyEqual = 0.75;

function gapsAfter(record: Recorded, idStart: string) {
  return record.plays
    .filter(({ action }) => action.id.startsWith(idStart))
    .flatMap(({ turns: [first, second] }) =>
      first?.got === 'U' && second
        ? [{ gapMs: second.exchange.startedAt - first.endedAt, exchanges: exchangesOf([first, second]) }]
        : [],
    );
}
