/** Idempotency: a call that is repeated under its key gives the same values and has no second effect; under another body it is refused. */
import type { Proof } from '../../contract/types.ts';
import type { Probe } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import { answerFact, type Fact } from '../../engine/check/facts.ts';
import { type Finding, inconclusive, notRun, type Settled, satisfied, violated } from '../../engine/check/finding.ts';
import { type Steps, send } from '../../engine/check/steps.ts';
import { sequence, set } from '../../engine/check/verbs/index.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import { madeUp } from '../../engine/request/values.ts';
import { pointer, valueAt } from '../../engine/wire/json.ts';

type Same = Extract<Proof, { by: 'same' }>;

/** The checks of one such requirement. */
export function idempotent(proof: Same): Probe[] {
  const { key, other } = proof;
  // Right after the opening: later the messages may be used up, and nothing else can show this.
  const options = { phase: 'refusal' } as const;
  const says = `a call repeated under its ${key} gets the same answer`;
  const repeated = sequence(says, (context) => repeatedCall(context, proof), options);
  if (!other) return [repeated];
  const title = `another body under the ${key} of an accepted call is refused with ${other.code}`;
  return [repeated, sequence(title, (context) => otherBody(context, proof, other), options)];
}

/** A key that no call has used, of at most as many characters as the spec allows. */
function freshKey({ op, identity, settings, baseText }: CheckContext, key: string, purpose: string): string {
  const longest = op.request.find(({ path }) => path.join('.') === key)?.maxLength ?? 64;
  const named = `cf-${identity.id}-${purpose}`;
  return named.length <= longest
    ? named
    : madeUp(`${purpose}/${identity.id}/${settings.seed}`, longest, baseText([key]));
}

function specFor(key: string, value: string, occurrence: string): RequestSpec {
  return { base: 'full', edits: [set(key, value)], mayReachPerson: true, occurrence };
}

/** The same request for the same user. */
function repeatOf(spec: RequestSpec, { fixture }: Settled, occurrence: string): RequestSpec {
  return { ...spec, occurrence, ...(fixture === null ? {} : { fixture, pinned: true }) };
}

function* repeatedCall(context: CheckContext, { fields, key }: Same): Steps<Finding> {
  const { op } = context;
  const spec = specFor(key, freshKey(context, key, 'same'), 'same-first');
  const first = yield* send(op.id, spec, `a call with a new ${key}`);
  const expected: Fact = { is: 'same', as: 'first-time', answer: answerFact(first.answer, valuesOf(first, fields)) };
  if (first.answer.kind !== 'S') return inconclusive(first, 'unstable', { is: 'accepted' });
  if (fields.every((path) => valueAt(first.answer.json, path) == null))
    return notRun('no-evidence', { is: 'missing', field: fields[0]!.join('.') }, { exchanges: first.exchanges });
  const again = yield* send(op.id, repeatOf(spec, first, 'same-again'), `the same call under the same ${key}`);
  const exchanges = [...again.exchanges, ...first.exchanges];
  const differing = fields.find(
    (path) => JSON.stringify(valueAt(again.answer.json, path)) !== JSON.stringify(valueAt(first.answer.json, path)),
  );
  const received = answerFact(again.answer, valuesOf(again, fields));
  if (again.answer.kind !== 'S') return violated(again, expected, { received, exchanges });
  return differing
    ? violated(again, expected, { received, exchanges, place: `response:${pointer(differing)}` })
    : satisfied(again, expected, { received, exchanges });
}

function valuesOf({ answer }: Settled, fields: Same['fields']): Record<string, unknown> {
  return Object.fromEntries(fields.map((path) => [path.join('.'), valueAt(answer.json, path) ?? null]));
}

function* otherBody(context: CheckContext, { key }: Same, other: NonNullable<Same['other']>): Steps<Finding> {
  const { op } = context;
  const spec = specFor(key, freshKey(context, key, 'other'), 'other-first');
  const first = yield* send(op.id, spec, `a call with a new ${key}`);
  if (first.answer.kind !== 'S') return inconclusive(first, 'unstable', { is: 'accepted' });
  const edits = [...spec.edits!, ...other.edits.map(({ path, set: value }) => set(path, value))];
  const changed = repeatOf({ ...spec, edits }, first, 'other-body');
  const second = yield* send(op.id, changed, `another body under the same ${key}`);
  const exchanges = [...second.exchanges, ...first.exchanges];
  const expected: Fact = { is: 'refused', codes: [other.code] };
  const isRight = second.answer.kind === 'F' && second.answer.code === other.code;
  const place = pointer(other.edits[0]!.path);
  return isRight ? satisfied(second, expected, { exchanges }) : violated(second, expected, { exchanges, place });
}
