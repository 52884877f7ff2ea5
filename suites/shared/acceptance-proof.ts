/** How an acceptance is proved: on a live fixture, or freely on a made-up user where a message would reach a person. */

import {
  accepted,
  broken,
  type Finding,
  inconclusive,
  kept,
  type Settled,
  Unjudged,
} from '../../engine/check/finding.ts';
import { attempted } from '../../engine/drive/attempted.ts';
import type { Trial } from '../../engine/drive/operation-client.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import { received, sameAnswer } from '../../engine/wire/answer.ts';
import type { Edit } from '../../engine/wire/json.ts';

/** The request whose acceptance is to be proved, and what shows that the target looks at that part at all. */
export interface AcceptanceClaim {
  readonly ask: RequestSpec;
  readonly title: string;
  /** Edits that break the same part; they must be noticed on the made-up user, else acceptance there means nothing. */
  readonly breaking: RequestSpec | null;
  /** The code with which the target notices. */
  readonly noticed: string;
  /** Spend a message even where the free proof holds, while the budget lasts. */
  readonly live: 'always' | 'if-needed';
  readonly field?: string;
}

/** Judges an acceptance; free where it can be. */
export async function provenAccepted(trial: Trial, claim: AcceptanceClaim): Promise<Finding> {
  if (!trial.pool.costs) {
    const judged = accepted(await trial.ask(claim.ask, claim.title), claim.field);
    return judged.verdict === 'broken' ? shrunken(trial, claim, judged) : judged;
  }
  const free = await freely(trial, claim);
  if (free && free.verdict !== 'kept') return free;
  if (free && claim.live === 'if-needed') return free;
  try {
    return await acceptedOfAnybody(trial, claim);
  } catch (error) {
    // Out of budget or throttled: the free proof stands where there is one.
    if (free && error instanceof Unjudged && error.judged.verdict === 'not-run') return free;
    throw error;
  }
}

/** So many users are tried before a refusal is the operation's own. */
const usersTried = 5;

/** One user may be refused what another gets: a code by e-mail where there is no mailbox (ambiguity 6.36). */
async function acceptedOfAnybody(trial: Trial, { ask, title, field }: AcceptanceClaim): Promise<Finding> {
  const first = await trial.ask({ ...ask, mayReachPerson: true }, title);
  if (first.answer.kind !== 'F' || first.fixture === null) return accepted(first, field);
  for (let user = 0; user < Math.min(usersTried, trial.pool.size); user += 1) {
    if (user === first.fixture) continue;
    const other = await attempted(trial, { ...ask, fixture: user, mayReachPerson: true }, `${title}, for another user`);
    if (other?.answer.kind === 'S') return accepted(other, field);
  }
  return accepted(first, field);
}

/** A refusal that shows on the required fields too is shown there: fewer fields, the same finding. */
async function shrunken(trial: Trial, { ask, title, field }: AcceptanceClaim, judged: Finding): Promise<Finding> {
  if (!trial.controls.minimal || ask.base !== 'full' || !ask.edits) return judged;
  return shownSmaller(judged, async () =>
    accepted(await trial.ask({ ...ask, base: 'minimal' }, `${title} (shrunk)`), field),
  );
}

/** A broken judgement with the smaller request that breaks it in the same way; as it was where that one does not. */
export async function shownSmaller(judged: Finding, smaller: () => Promise<Finding>): Promise<Finding> {
  try {
    const small = await smaller();
    if (small.verdict !== 'broken' || small.received !== judged.received) return judged;
    return { ...judged, counterexample: small.counterexample, exchanges: [...small.exchanges, ...judged.exchanges] };
  } catch (error) {
    if (error instanceof Unjudged) return judged;
    throw error;
  }
}

/** The made-up user's answer with and without the change; null where that proves nothing. */
async function freely(trial: Trial, claim: AcceptanceClaim): Promise<Finding | null> {
  const base = trial.controls.nobody;
  if (base?.answer.kind !== 'F' || !claim.breaking) return null;
  const noticed = await trial.ask(nobody(claim.breaking), `${claim.title}: the same part broken, for a made-up user`);
  if (noticed.answer.code !== claim.noticed || base.answer.code === claim.noticed) return null;
  const changed = await trial.ask(nobody(claim.ask), `${claim.title}, for a made-up user`);
  const expected = `the made-up user's own answer, ${received(base.answer)}`;
  if (sameAnswer(changed.answer, base.answer))
    return withExchanges(kept(changed, expected, fieldOf(claim)), base, noticed);
  if (changed.answer.code === claim.noticed) return withExchanges(broken(changed, expected, fieldOf(claim)), base);
  return null;
}

function fieldOf(claim: AcceptanceClaim) {
  return claim.field ? { field: claim.field } : {};
}

/** An Ask for the made-up user. */
export function nobody(ask: RequestSpec): RequestSpec {
  return { ...ask, user: 'nobody', base: 'full' };
}

function withExchanges(judged: Finding, ...more: Settled[]): Finding {
  return { ...judged, exchanges: [...judged.exchanges, ...more.flatMap((settled) => settled.exchanges)] };
}

/** Two bodies that must get equal answers; a paying operation compares them for the made-up user. */
export async function provenAlike(
  trial: Trial,
  pair: { one: readonly Edit[]; other: readonly Edit[]; breaking: RequestSpec | null; says: string; field: string },
): Promise<Finding> {
  const { one, other, breaking, says, field } = pair;
  const base = trial.controls.nobody;
  const costs = trial.pool.costs;
  const who = costs ? 'nobody' : 'fixture';
  // Where the made-up user alone is illegal, the field cannot show that it is.
  if (costs && (base?.answer.kind !== 'F' || base.answer.code === 'PARAM_ILLEGAL')) return alikeLive(trial, pair);
  const first = await trial.ask({ base: 'full', user: who, edits: one }, `${says}: the one`);
  const second = await trial.ask({ base: 'full', user: who, edits: other }, `${says}: the other`);
  const judged = compared(trial, first, second, field);
  if (!costs && judged.verdict === 'broken' && trial.controls.minimal) return alikeShrunken(trial, pair, judged);
  if (!costs || judged.verdict !== 'kept' || !breaking) return judged;
  const noticed = await trial.ask(nobody(breaking), `${says}: the same field broken, for a made-up user`);
  return noticed.answer.code === 'PARAM_ILLEGAL' ? judged : alikeLive(trial, pair);
}

/** The same on the required fields alone, where it shows there too. */
function alikeShrunken(
  trial: Trial,
  { one, other, says, field }: { one: readonly Edit[]; other: readonly Edit[]; says: string; field: string },
  judged: Finding,
): Promise<Finding> {
  return shownSmaller(judged, async () => {
    const first = await trial.ask({ base: 'minimal', edits: one }, `${says}: the one (shrunk)`);
    const second = await trial.ask({ base: 'minimal', edits: other }, `${says}: the other (shrunk)`);
    return compared(trial, first, second, field);
  });
}

async function alikeLive(
  trial: Trial,
  pair: { one: readonly Edit[]; other: readonly Edit[]; says: string; field: string },
) {
  const first = await trial.ask({ base: 'full', edits: pair.one, mayReachPerson: true }, `${pair.says}: the one`);
  const second = await trial.ask({ base: 'full', edits: pair.other, mayReachPerson: true }, `${pair.says}: the other`);
  return compared(trial, first, second, pair.field);
}

function compared(trial: Trial, first: Settled, second: Settled, field: string): Finding {
  const expected = `the same answer both ways: ${received(first.answer)}`;
  const both = { ...second, exchanges: [...first.exchanges, ...second.exchanges] };
  if (!sameAnswer(first.answer, second.answer, trial.conditionalFields)) {
    const how = `${received(first.answer)} without it, ${received(second.answer)} with null`;
    return broken(both, expected, { field, received: how });
  }
  // Both refused as illegal: the optional field is treated as required, or null and absence are both wrong.
  if (first.answer.code === 'PARAM_ILLEGAL') return broken(both, 'an optional field may be left out', { field });
  return first.answer.kind === 'crash' || first.answer.kind === 'bare'
    ? broken(both, expected, { field })
    : kept(both, expected, { field });
}

/** An identity nobody knows, short and at its maximal length: a length limit shows as PARAM_ILLEGAL at the maximum alone. */
export function comparedLengths(short: Settled, long: Settled, field: string): Finding {
  const both = { ...long, exchanges: [...short.exchanges, ...long.exchanges] };
  const expected = `as for a short unknown one: ${received(short.answer)}`;
  if (sameAnswer(short.answer, long.answer)) {
    if (short.answer.code !== 'PARAM_ILLEGAL') return kept(both, expected, { field });
    // Whoever takes an unknown id for illegal (ambiguity 6.38) cannot be asked about the length of one.
    const received = 'PARAM_ILLEGAL to an unknown id of any length';
    return { ...kept(both, expected, { field, received }), verdict: 'not-applicable', reason: 'precondition' };
  }
  if (long.answer.code === 'PARAM_ILLEGAL' || long.answer.kind === 'crash') return broken(both, expected, { field });
  return inconclusive(both, 'no-evidence', expected, { field });
}
