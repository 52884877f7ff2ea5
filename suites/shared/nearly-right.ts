/** Credentials and ids that are nearly right: made from a good one, and never issued. Who compares a part of them, or loosely, accepts them. */
import type { Probe } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import type { Fact } from '../../engine/check/facts.ts';
import {
  advisory,
  type Finding,
  fact,
  notApplicable,
  type Settled,
  satisfied,
  violated,
} from '../../engine/check/finding.ts';
import { attempt, isUnanswered, type Steps, send } from '../../engine/check/steps.ts';
import { unlessByChance } from '../../engine/check/verbs/by-chance.ts';
import { sequence, set } from '../../engine/check/verbs/index.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import { madeUp } from '../../engine/request/values.ts';

/** A value made from a good one. */
export interface NearlyRight {
  readonly what: string;
  readonly value: string;
  /** `other`: another credential, which nobody issued. `spelling`: the same one for an issuer that defines its credentials so. */
  readonly kind: 'other' | 'spelling';
}

/** Column and comparison lengths that are met in the wild begin here. */
const prefixLength = 32;
/** Ids that are shorter may be counted up: one that differs in its last character may be somebody's. */
const issuedLength = 16;

/** Values that are nearly the good one, of at most so many characters. */
export function nearlyRight(good: string, maxLength: number): NearlyRight[] {
  const other = (what: string, value: string): NearlyRight => ({ what, value, kind: 'other' });
  const spelling = (what: string, value: string): NearlyRight => ({ what, value, kind: 'spelling' });
  const swapped = swapCase(good);
  const beginning = good.slice(0, prefixLength);
  const rest = madeUp(`nearly-right/${beginning.length}`, Math.max(8, good.length - prefixLength), good);
  const all = [
    ...(good.length >= issuedLength
      ? [
          other('without its last character', good.slice(0, -1)),
          other('with another last character', withOtherLast(good)),
        ]
      : []),
    other(`with its first ${beginning.length} characters and another rest`, `${beginning}${rest}`),
    ...(swapped === good ? [] : [spelling('in another case', swapped)]),
    spelling('with a 0 in front', `0${good}`),
    spelling('with a space behind', `${good} `),
    spelling('with a full-width first character', fullWidth(good)),
  ];
  return all.filter(({ value }) => value !== good && value !== '' && value.length <= maxLength);
}

/** A letter where a digit was and the reverse, so that an id that is counted up is not met. */
function withOtherLast(text: string): string {
  const last = text.at(-1)!;
  const next = /[0-9]/.test(last) ? 'q' : last === 'q' ? 'z' : 'q';
  return text.slice(0, -1) + next;
}

function swapCase(text: string): string {
  const upper = text.toUpperCase();
  return text === upper ? text.toLowerCase() : upper;
}

/** Another Unicode form of the same text. */
function fullWidth(text: string): string {
  const code = text.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) + text.slice(1) : text;
}

/** The credential of an operation: what was never issued is not accepted. */
export function nearlyRightCredential(): Probe {
  return sequence(
    'a credential that is nearly right is not accepted',
    (context) => judgedValues(context, context.op.probing.credential!, { base: 'full' }),
    { phase: 'refusal', profiles: ['gate', 'certify'] },
  );
}

/** An id of an operation, where the target tells an unknown one from a known one. */
export function nearlyRightId(field: string): Probe {
  const title = `a ${field} that resembles a known one is treated as unknown`;
  return sequence(
    title,
    function* (context) {
      const { op, settings } = context;
      const unknown = madeUp(`nearly-right/${settings.seed}`, 20, context.baseText([field]));
      const spec: RequestSpec = { base: 'full' };
      const unknownId: RequestSpec = { ...spec, edits: [set(field, unknown)] };
      const madeUpOne = yield* send(op.id, unknownId, `an unknown ${field}`);
      const codes = op.request.find(({ path }) => path[0] === field)?.identity?.unknown ?? [];
      const expected: Fact = { is: 'refused', codes };
      if (madeUpOne.answer.kind === 'S') return fact(madeUpOne, expected, { place: `/${field}`, ambiguity: '6.43' });
      if (madeUpOne.answer.kind !== 'F' || !codes.includes(madeUpOne.answer.code))
        return satisfied(madeUpOne, expected, { place: `/${field}` });
      const finding = yield* judgedValues(context, field, spec);
      // Where the made-up id was refused by chance, its refusal tells nothing about ids.
      return finding.verdict === 'violated'
        ? yield* unlessByChance(context, `an unknown ${field}`, finding, unknownId, madeUpOne)
        : finding;
    },
    { phase: 'refusal', profiles: ['gate', 'certify'] },
  );
}

/** Each nearly right value in turn; the first that is accepted is the finding, the gravest kind first. */
function* judgedValues(context: CheckContext, field: string, spec: RequestSpec): Steps<Finding> {
  const { op } = context;
  const good = context.baseText([field]);
  const maxLength = op.request.find(({ path }) => path[0] === field)?.maxLength ?? Number.POSITIVE_INFINITY;
  const expected: Fact = { is: 'refused', codes: [] };
  const place = `/${field}`;
  const seen: Settled[] = [];
  for (const { what, value, kind } of nearlyRight(good, maxLength)) {
    if (isKnown(context, field, value)) continue;
    const title = `the ${field} ${what}`;
    const outcome = yield* attempt(op.id, { ...spec, edits: [set(field, value)] }, title);
    if (isUnanswered(outcome)) continue;
    seen.push(outcome);
    if (outcome.answer.kind === 'S')
      return kind === 'other' ? violated(outcome, expected, { place }) : advisory(outcome, expected, { place });
  }
  const last = seen.at(-1);
  if (!last) return notApplicable('precondition', { is: 'count', n: 0, of: 'values-answered' });
  const received: Fact = { is: 'count', n: seen.length, of: 'values-answered' };
  return satisfied(last, expected, { place, received, exchanges: seen.flatMap(({ exchanges }) => exchanges) });
}

/** Whether the config names the value itself. */
function isKnown({ fixtures, settings, op }: CheckContext, field: string, value: string): boolean {
  const bodies = [...fixtures, ...(settings.scenarios[op.id] ?? [])].map(({ body }) => body);
  return bodies.some((body) => body[field] === value);
}
