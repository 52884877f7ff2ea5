/** The good request itself: what its acceptance shows, and what its refusal means for whom. */

import type { Probe } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import { isRefused } from '../../engine/check/controls.ts';
import { answerFact, type Fact } from '../../engine/check/facts.ts';
import {
  type Finding,
  fact,
  inconclusive,
  notRun,
  type Settled,
  satisfied,
  shown,
  violated,
} from '../../engine/check/finding.ts';
import { attempt, isUnanswered, type Steps, send } from '../../engine/check/steps.ts';
import { byChance } from '../../engine/check/verbs/by-chance.ts';
import { sequence, unset } from '../../engine/check/verbs/index.ts';
import { answerOf, isOverload } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';

const success: Fact = { is: 'accepted' };

/** A good request is accepted. A fixture of the config is vouched for; the bare example of the spec is not. */
export function validCall(): Probe {
  return sequence('a valid request is accepted', judgedOpening, { phase: 'first', control: 'none' });
}

function* judgedOpening(context: CheckContext): Steps<Finding> {
  const { controls, op, settings } = context;
  const opening = { base: 'full', mayReachPerson: true, occurrence: 'opening' } as const;
  if (controls.full) {
    const first = yield* attempt(op.id, opening, 'a good request');
    const isOpen = !isUnanswered(first) && isRefused(first);
    return isOpen ? byChance(first, controls.full) : satisfied(controls.full, success);
  }
  const neverWorks = context.vouched ? yield* alwaysUnknown(context) : null;
  if (neverWorks) return neverWorks;
  const settled = yield* send(op.id, opening, 'a good request');
  const { answer } = settled;
  if (answer.kind === 'S') return satisfied(settled, success);
  const isPathKnown = settings.pathsConfigured.includes(op.id) || settings.embedded;
  if (!isPathKnown && (answer.code === 'NO_INTERFACE_DEF' || answer.http === 404))
    return notVouched(context, settled, 'path');
  if (answer.kind === 'U') return inconclusive(settled, 'unstable', success);
  return context.vouched ? violated(settled, success) : notVouched(context, settled, 'user');
}

/** The openings of a run; the first three are those of its control. */
const openings = ['opening', 'opening-2', 'opening-3', 'opening-4', 'opening-5'];

/** A good request for a user of the config that ends in U each of five times never works; null where one of them ended otherwise. */
function* alwaysUnknown({ op }: CheckContext): Steps<Finding | null> {
  const exchanges: Exchange[] = [];
  for (const occurrence of openings) {
    const outcome = yield* attempt(op.id, { base: 'full', mayReachPerson: true, occurrence }, 'a good request');
    const own = isUnanswered(outcome) ? outcome.unanswered.exchanges : outcome.exchanges;
    const isUnknown = own.length > 0 && own.map(answerOf).every((answer) => answer.kind === 'U' && !isOverload(answer));
    if (!isUnknown) return null;
    exchanges.push(...own);
    if (exchanges.length >= openings.length) break;
  }
  if (exchanges.length < openings.length) return null;
  const last = exchanges.at(-1)!;
  const seen = { count: exchanges.length, of: exchanges.length };
  return shown('violated', success, answerFact(answerOf(last)), exchanges, {
    seen,
    place: 'response:/result/resultCode',
  });
}

/** A refusal that says nothing about the target: the config names no path, or no user. */
function notVouched({ op }: CheckContext, { answer, exchanges }: Settled, lacks: 'path' | 'user'): Finding {
  const received: Fact = { is: 'not-vouched', lacks, operation: op.id, answer: answerFact(answer) };
  return notRun('no-fixture', received, { exchanges, missing: lacks });
}

/** The required fields alone are enough for the form of a request: what becomes of a call that names nobody is open (ambiguity 6.43). */
export function minimalCall(): Probe {
  const did = 'a good request with the required fields only';
  return sequence(
    `${did} is accepted`,
    function* ({ op }) {
      const spec = { base: 'minimal', mayReachPerson: true, occurrence: 'opening' } as const;
      return notIllegal(yield* send(op.id, spec, did));
    },
    { did, phase: 'acceptance' },
  );
}

/** A good request without one optional field is not illegal. */
export function without(field: string): Probe {
  const did = `a good request without ${field}`;
  return sequence(
    `${did} is accepted`,
    function* ({ op }) {
      return notIllegal(yield* send(op.id, { base: 'full', edits: [unset(field)], mayReachPerson: true }, did));
    },
    { did, phase: 'acceptance' },
  );
}

/** A call that names nobody may be refused for business reasons: a fact. PARAM_ILLEGAL alone says that an optional field is demanded. */
function notIllegal(settled: Settled): Finding {
  const { kind, code } = settled.answer;
  if (kind === 'S') return satisfied(settled, success);
  return kind === 'F' && code !== 'PARAM_ILLEGAL'
    ? fact(settled, success, { ambiguity: '6.43' })
    : violated(settled, success);
}
