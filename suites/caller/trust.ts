/** What a caller trusts: a correctly signed S and no other, as far as the trigger's outcome or its further calls show it. */
import {
  type ActionRun,
  type CallerAction,
  type CallerRecord,
  type CallerRunInvariant,
  undecided,
} from '../../engine/check/caller-check.ts';
import { type Fact, note } from '../../engine/check/facts.ts';
import { type Finding, notRun, shown } from '../../engine/check/finding.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { type Action, rightKinds, untrustedKinds } from './actions.ts';
import { cameInTime, exchangesOf } from './caller-record.ts';

/** G-26 with signing off. */
export const trustUnsigned: CallerRunInvariant = {
  kind: 'caller-run-invariant',
  title: 'only a correctly signed S is treated as success',
  rerun: [],
  judge: () => notRun('signing-off', note('signing-off'), { expected: note('no-success') }),
};

/** G-26. */
export function trust(actions: readonly Action[]): CallerAction[] {
  const untrusted = actions.filter(({ id }) => untrustedKinds.some((kind) => kind === id));
  const trusted = [
    ...actions.filter(({ id }) => id.startsWith('valid-')),
    ...actions.filter(({ id }) => rightKinds.slice(1).some((kind) => kind === id)),
  ];
  return [
    ...untrusted.map((action) => check(action, 'it is not treated as success', distrusts, { steady: false })),
    ...trusted.map((action) => check(action, 'it is taken for a success', trusts)),
  ];
}

function check(
  { id, title }: Action,
  rule: string,
  judge: CallerAction['judge'],
  { steady } = { steady: true },
): CallerAction {
  return { kind: 'caller-action', title: `${title}: ${rule}`, did: title, rule, action: id, steady, judge };
}

const success: Fact = { is: 'outcome', outcomes: ['success'] };

function distrusts({ turns, outcome, triggerFault, action, trigger }: ActionRun): Finding {
  const expected = note('no-success');
  const doubtful = turns.filter(({ received }) => received === 'untrusted' || received === 'foreign');
  const exchanges = [...exchangesOf(doubtful.slice(0, 1)), trigger];
  const fault: Fact | null = triggerFault && { is: 'trigger-fault', fault: triggerFault };
  if (doubtful.length === 0) return notShown(fault, expected, note('caller-silent'), exchanges);
  const sent = new Set(doubtful.flatMap(({ codes }) => codes));
  const shownCodes = outcome?.codes?.some((code) => sent.has(code)) ?? false;
  if (outcome?.outcome === 'success' || shownCodes) {
    const received: Fact = shownCodes ? note('codes-of-distrusted-answer') : success;
    // Whose Client-Id an answer has to carry is not written down anywhere.
    return shown(action.id === 'whollyOtherClient' ? 'advisory' : 'violated', expected, received, exchanges);
  }
  if (outcome || turns.length > doubtful.length || doubtful.length > 1)
    return shown('satisfied', expected, null, exchanges);
  return fault ? undecided('inconclusive', 'trigger', expected, fault, exchanges) : notReported(expected, exchanges);
}

function trusts({ turns, outcome, triggerFault, trigger }: ActionRun, record: CallerRecord): Finding {
  const arrived = turns.some(({ received }) => received === 'S');
  const exchanges = [...exchangesOf(turns.slice(0, 2)), trigger];
  const fault: Fact | null = triggerFault && { is: 'trigger-fault', fault: triggerFault };
  if (fault || !arrived) return notShown(fault, success, note('success-not-delivered'), exchanges);
  if (!outcome) {
    const again = turns.length > 1 && turns.every(({ received }) => received === 'S');
    return again ? shown('violated', success, note('same-request-again'), exchanges) : notReported(success, exchanges);
  }
  if (outcome.outcome !== 'success') {
    // An answer that took the machine so long may not have reached the caller.
    const inTime = turns.some((turn) => turn.received === 'S' && cameInTime(turn, record));
    return inTime
      ? shown('violated', success, { is: 'outcome', outcomes: [outcome.outcome] }, exchanges)
      : undecided('inconclusive', 'unstable', success, note('success-delivered-late'), exchanges);
  }
  const sent = new Set(turns.flatMap(({ codes }) => codes));
  const strange = outcome.codes?.some((code) => !sent.has(code)) ?? false;
  return strange
    ? shown('advisory', note('codes-as-sent'), note('codes-not-sent'), exchanges)
    : shown('satisfied', success, null, exchanges);
}

/** The trigger is at fault where it failed; otherwise too little was seen. */
function notShown(fault: Fact | null, expected: Fact, received: Fact, exchanges: readonly Exchange[]): Finding {
  return fault
    ? undecided('inconclusive', 'trigger', expected, fault, exchanges)
    : undecided('inconclusive', 'no-evidence', expected, received, exchanges);
}

/** The wire cannot show what a caller takes for a success, unless the trigger reports it. */
function notReported(expected: Fact, exchanges: readonly Exchange[]): Finding {
  return undecided('not-observable', 'not-observable', expected, note('no-outcome-reported'), exchanges);
}

/** GPC-12, the other half: F and U are not treated as success. */
export function resultsTrusted(actions: readonly Action[]): CallerAction[] {
  const withResult = actions.filter(({ steps }) => steps.some(({ answer }) => /^([FU]:|unknown[FU]$)/.test(answer)));
  return withResult.map((action) => check(action, 'the outcome is not a success', endsWithResult));
}

/** Judges a run whose last answer is F or U and whose trigger reports an outcome. */
function endsWithResult({ turns, outcome, trigger }: ActionRun): Finding | null {
  const last = turns.at(-1);
  if (!last || !outcome || !(last.received === 'F' || last.received === 'U')) return null;
  const failed = last.received === 'F';
  const expected: Fact = { is: 'outcome', outcomes: failed ? ['failed'] : ['unknown', 'failed'] };
  const after = { status: last.received, code: last.answer.code };
  const received: Fact = { is: 'outcome', outcomes: [outcome.outcome], after };
  const exchanges = [last.exchange, trigger];
  if (outcome.outcome === 'success') return shown('violated', expected, received, exchanges);
  if (failed && outcome.outcome === 'unknown') return shown('advisory', expected, received, exchanges);
  return shown('satisfied', expected, null, exchanges);
}
