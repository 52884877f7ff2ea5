/** What a caller does after each answer: repeats the same request where that is due, only there, and not too often. */
import {
  type ActionRun,
  type CallerAction,
  type CallerRecord,
  type CallerRunInvariant,
  type CallerTurn,
  type Received,
  undecided,
} from '../../engine/check/caller-check.ts';
import { note } from '../../engine/check/facts.ts';
import { type Finding, shown } from '../../engine/check/finding.ts';
import { type Action, mostRepeats } from './actions.ts';
import { cameInTime, exchangesOf, isSameRequest } from './caller-record.ts';
import { noEvidence } from './no-evidence.ts';

/** After these a repeat is owed; after an answer that cannot be read it is only good sense. */
const owed: Readonly<Partial<Record<Received, 'must' | 'should'>>> = {
  U: 'must',
  silence: 'must',
  reset: 'must',
  error: 'must',
  unreadable: 'should',
  empty: 'should',
};

/** Whether the last request of a run still waits for its repeat. */
export function isRepeatDue(turns: readonly CallerTurn[]): boolean {
  return turns.length === 1 && owed[turns[0]!.received] !== undefined;
}

interface Aspect {
  readonly rule: string;
  readonly judge: CallerAction['judge'];
}

const aspects: readonly Aspect[] = [
  { rule: 'the same request follows', judge: repeatsWhenDue },
  { rule: 'no further call follows', judge: stopsWhenOver },
];

const longAspect: Aspect = { rule: `no more than ${mostRepeats} repeats`, judge: stopsRepeating };

/** GPC-12 and G-25: what follows each answer, for every action that shows something about repeats. */
export function repeats(actions: readonly Action[]): (CallerAction | CallerRunInvariant)[] {
  return [
    anyCall,
    ...actions.flatMap(({ id, title }) =>
      (id === 'unknown-for-long' ? [...aspects, longAspect] : aspects).map(
        ({ rule, judge }): CallerAction => ({
          kind: 'caller-action',
          title: `${title.replace(/^the answer /, 'an answer that ')}: ${rule}`,
          did: title,
          rule,
          action: id,
          steady: true,
          judge,
        }),
      ),
    ),
  ];
}

/** Where the caller never called, nothing is known of its repeats. */
const anyCall: CallerRunInvariant = {
  kind: 'caller-run-invariant',
  title: 'the same request is repeated after U and no answer, and nothing is sent after S and F',
  rerun: [],
  judge: (record) =>
    record.runs.every(({ turns }) => turns.length === 0)
      ? noEvidence(record, note('same-request-again'), note('caller-silent'))
      : null,
};

function repeatsWhenDue({ turns, triggerFault }: ActionRun, { settings }: CallerRecord): Finding | null {
  const [first, second] = turns;
  const due = first && owed[first.received];
  if (!first || !due) return null;
  const expected = note('same-request-again');
  if (second) return comparedWithFirst(turns);
  const exchanges = [first.exchange];
  if (triggerFault !== null)
    return undecided('inconclusive', 'trigger', expected, { is: 'trigger-fault', fault: triggerFault }, exchanges);
  if (settings.client.retryWindowMs === null) {
    const received = note('no-repeat-while-watched');
    return undecided('inconclusive', 'needs-retry-window', expected, received, exchanges, { missing: 'retry-window' });
  }
  return shown(due === 'must' ? 'violated' : 'advisory', expected, note('no-repeat'), exchanges);
}

/** Every further request of a run is the first one again. */
function comparedWithFirst(turns: readonly CallerTurn[]): Finding {
  const expected = note('same-request-again');
  const [first, ...others] = turns.filter(({ wasRead }) => wasRead);
  const changed = first && others.find((turn) => !isSameRequest(first, turn));
  if (first && changed) {
    const field = ['customerId', 'region', 'codeQuantity'].find((name) => first.body?.[name] !== changed.body?.[name]);
    return shown('violated', expected, { is: 'changed-repeat', field: field ?? '' }, exchangesOf([first, changed]), {
      place: `/${field ?? ''}`,
      counterexample: changed.body,
    });
  }
  const env = (turn: CallerTurn) => JSON.stringify(turn.body?.env ?? null);
  const moved = first && others.find((turn) => env(turn) !== env(first));
  if (first && moved)
    return shown('advisory', expected, { is: 'changed-repeat', field: 'env' }, exchangesOf([first, moved]), {
      place: '/env',
    });
  return shown('satisfied', expected, null, exchangesOf(turns.slice(0, 2)));
}

/** After F and after a trusted S the action is over. */
function stopsWhenOver({ action, turns }: ActionRun, record: CallerRecord): Finding | null {
  const at = turns.findIndex((turn) => (turn.received === 'F' || turn.received === 'S') && cameInTime(turn, record));
  const last = turns[at];
  // A caller that got too few codes may well ask for more.
  if (!last || action.id === 'shortList') return null;
  const further = turns.slice(at + 1).find((turn) => last.received === 'S' || isSameRequest(last, turn));
  const expected = note('no-further-call');
  if (!further) return shown('satisfied', expected, null, [last.exchange]);
  const { code } = last.answer;
  // Another failure may advise to call again; PROCESS_FAIL says that nobody is to.
  const verdict = code === 'PROCESS_FAIL' && last.received === 'F' ? 'violated' : 'advisory';
  return shown(verdict, expected, { is: 'repeat-after', status: last.received, code }, exchangesOf([last, further]));
}

function stopsRepeating({ turns }: ActionRun): Finding | null {
  const repeated = turns.length - 1;
  if (repeated < 0) return null;
  return shown(
    repeated > mostRepeats ? 'advisory' : 'satisfied',
    { is: 'count-at-most', n: mostRepeats, of: 'repeats' },
    { is: 'count', n: repeated, of: 'repeats' },
    exchangesOf(turns.slice(-2)),
  );
}
