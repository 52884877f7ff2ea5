/** What the documents are silent about: odd characters, pairs of optional fields. Answered at all is enough. */
import type { Arbitrary } from 'fast-check';
import type { Probe } from '../../engine/check/check.ts';
import { type CheckContext, freeUser } from '../../engine/check/context.ts';
import { type Fact, note } from '../../engine/check/facts.ts';
import {
  answered,
  type Finding,
  notApplicable,
  notRun,
  type Settled,
  shown,
  violated,
} from '../../engine/check/finding.ts';
import { attempt, isUnanswered, type Outcome, type Steps } from '../../engine/check/steps.ts';
import { sequence, set, unset } from '../../engine/check/verbs/index.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import { isThrottle } from '../../engine/wire/answer.ts';
import { type Edit, isObject, jsonOf, pointer } from '../../engine/wire/json.ts';
import { coveringRows, shiftedRows } from './covering.ts';
import { fastCheck } from './fast-check.ts';
import { hostile } from './odd-values.ts';
import { searched } from './search.ts';

/** Text fields that take any characters. */
function textFields({ op }: CheckContext): (readonly string[])[] {
  return op.request
    .filter(
      ({ type, enum: values, format, range, path }) =>
        type === 'string' && !values && !format && !range && path.length === 1,
    )
    .map(({ path }) => path);
}

/** Every odd value in every text field, several in one request: only a crash is a violation. Random ones come on top. */
export function hostileValues(): Probe[] {
  const did = 'odd characters in a text field';
  const kinds = Object.keys(hostile) as (keyof typeof hostile)[];
  return [
    sequence(
      `${did} are answered`,
      function* (context) {
        const texts = textFields(context);
        const rows = shiftedRows(texts.length, kinds.length).map((row) =>
          row.map((kind, field): Edit => set(texts[field]!, hostile[kinds[kind]!])),
        );
        const found = yield* covered(context, rows, did);
        if (found.verdict !== 'satisfied') return found;
        const fc = fastCheck();
        const arbitrary = fc.record({ field: fc.constantFrom(...texts), kind: fc.constantFrom(...kinds) });
        const random = yield* explored(context, arbitrary, did, ({ field, kind }) => [set(field, hostile[kind])]);
        return together(found, random);
      },
      { phase: 'observation', profiles: ['gate', 'certify'] },
    ),
  ];
}

const states = ['absent', 'null', 'present'] as const;

/** Every pair of optional fields in every pair of states: only a crash is a violation. Random ones come on top. */
export function optionalPairs(): Probe[] {
  const did = 'pairs of optional fields, absent, null or present';
  return [
    sequence(
      `${did}, are answered`,
      function* (context) {
        const optional = context.op.request
          .filter((field) => !field.required && field.path.length === 1)
          .map((field) => field.path);
        if (optional.length < 2) return notApplicable('precondition', note('no-two-optional-fields'));
        const rows = coveringRows(optional.map(() => states.length)).map((row) =>
          row.flatMap((state, field) => optionalEdit(optional[field]!, states[state]!)),
        );
        const found = yield* covered(context, rows, did);
        if (found.verdict !== 'satisfied') return found;
        const fc = fastCheck();
        const state = fc.constantFrom(...states);
        const arbitrary = fc.record({
          pair: fc.subarray(optional, { minLength: 2, maxLength: 2 }),
          one: state,
          other: state,
        });
        const random = yield* explored(context, arbitrary, did, ({ pair, one, other }) => [
          ...optionalEdit(pair[0]!, one),
          ...optionalEdit(pair[1]!, other),
        ]);
        return together(found, random);
      },
      { phase: 'observation', profiles: ['gate', 'certify'] },
    ),
  ];
}

function optionalEdit(path: readonly string[], state: (typeof states)[number]): Edit[] {
  if (state === 'present') return [];
  return state === 'null' ? [set(path, null)] : [unset(path)];
}

/** What was covered and what was drawn at random on top: the latter decides where it shows something. */
function together(covering: Finding, random: Finding): Finding {
  if (random.verdict !== 'satisfied') return random.verdict === 'not-run' ? covering : random;
  const n = covering.exchanges.length + random.exchanges.length;
  return {
    ...covering,
    received: { is: 'count', n, of: 'values-answered' },
    exchanges: [...covering.exchanges, ...random.exchanges],
  };
}

/** All rows; what crashes is reduced to the fewest changes that still crash: one field, or a pair. */
function* covered(context: CheckContext, rows: readonly (readonly Edit[])[], title: string): Steps<Finding> {
  const settled: Settled[] = [];
  for (const edits of rows) {
    const outcome = yield* edited(context, edits, title);
    const one = settledOf(outcome);
    if (one && isBroken(one)) {
      const guilty = yield* reduced(context, edits, title, one);
      return violated(guilty.settled, { is: 'any-result' }, { place: pointer(guilty.edits[0]?.path ?? []) });
    }
    if (one) settled.push(one);
  }
  if (settled.length === 0) return notRun('no-evidence', note('no-evidence'));
  return allAnswered(settled);
}

function allAnswered(settled: readonly Settled[]): Finding {
  const received: Fact = { is: 'count', n: settled.length, of: 'values-answered' };
  const exchanges = settled.flatMap((one) => one.exchanges);
  return shown('satisfied', { is: 'any-result' }, received, exchanges);
}

function edited(
  context: CheckContext,
  edits: readonly Edit[],
  title: string,
  base: RequestSpec['base'] = 'full',
): Steps<Outcome> {
  const did = edits.length > mostNamed ? title : edits.map(named).join(', ');
  const spec: RequestSpec = { base, user: freeUser(context), edits, skipSelfCheck: true };
  return attempt(context.op.id, spec, base === 'minimal' ? `${did} (required fields only)` : did);
}

/** So many changes of a request are named one by one. */
const mostNamed = 3;

/** A change in words. */
function named(edit: Edit): string {
  const name = edit.path.join('.');
  if ('unset' in edit) return `${name} absent`;
  if (edit.set === null) return `${name} null`;
  const kind = Object.entries(hostile).find(([, value]) => value === edit.set)?.[0];
  return `${name} with ${kind ?? 'an odd value'}`;
}

/** A crash; or an unexpected error that each attempt at a legal request ends in, since null and absent are legal in optional fields. */
function isBroken({ answer, meant, exchanges }: Settled): boolean {
  if (answer.kind === 'crash') return true;
  const body = meant ?? jsonOf(exchanges.at(-1)!.request.body);
  return answer.code === 'UNKNOWN_EXCEPTION' && !hasOddText(body);
}

/** Whether a body carries one of the odd values, on which the documents are silent. */
function hasOddText(body: unknown): boolean {
  const odd: readonly unknown[] = Object.values(hostile);
  return isObject(body) && Object.values(body).some((value) => odd.includes(value));
}

interface Guilty {
  readonly edits: readonly Edit[];
  readonly settled: Settled;
}

/** The fewest of the changes that still crash: parts are left out as long as the rest does, larger parts first. */
function* reduced(context: CheckContext, edits: readonly Edit[], title: string, settled: Settled): Steps<Guilty> {
  let guilty: Guilty = { edits, settled };
  let size = Math.ceil(edits.length / 2);
  while (guilty.edits.length > 1) {
    const smaller: Guilty | null = yield* withoutPart(context, guilty.edits, size, title);
    if (smaller) guilty = smaller;
    else if (size === 1) break;
    size = Math.max(1, Math.min(Math.ceil(size / (smaller ? 1 : 2)), guilty.edits.length - 1));
  }
  return yield* onRequiredFields(context, guilty, title);
}

/** The same changes on the required fields alone, where that crashes too. */
function* onRequiredFields(context: CheckContext, guilty: Guilty, title: string): Steps<Guilty> {
  if (context.controls.minimal === null) return guilty;
  const outcome = yield* edited(context, guilty.edits, title, 'minimal');
  const settled = settledOf(outcome);
  return settled && isBroken(settled) ? { ...guilty, settled } : guilty;
}

/** The first part of that size without which it still crashes; null where there is none. */
function* withoutPart(
  context: CheckContext,
  edits: readonly Edit[],
  size: number,
  title: string,
): Steps<Guilty | null> {
  for (let at = 0; at < edits.length; at += size) {
    const rest = [...edits.slice(0, at), ...edits.slice(at + size)];
    if (rest.length === 0) continue;
    const settled = settledOf(yield* edited(context, rest, title));
    if (settled && isBroken(settled)) return { edits: rest, settled };
  }
  return null;
}

/** Random cases on top of what is covered. */
const runsOf = { smoke: 1, gate: 1, certify: 60 } as const;

/** Runs a property with fast-check; the counterexample is shrunk, the illegal part kept by construction. */
function* explored<V>(
  context: CheckContext,
  arbitrary: Arbitrary<V>,
  title: string,
  editsOf: (value: V) => readonly Edit[],
): Steps<Finding> {
  const { seed, runs, path, profile } = context.settings;
  const { results, failure } = yield* searched(
    arbitrary,
    { seed, numRuns: runs ?? runsOf[profile], path },
    (value) => edited(context, editsOf(value), title),
    (outcome) => settledOf(outcome)?.answer.kind === 'crash',
  );
  const crashed = failure && settledOf(failure.result);
  if (crashed) {
    const finding = answered(crashed, pointer(editsOf(failure.value)[0]?.path ?? []));
    return { ...finding, seen: { run: failure.runs, path: failure.path }, sampled: failure.runs };
  }
  const settled = results.flatMap(({ result }) => settledOf(result) ?? []);
  if (settled.length === 0) {
    const open = results.findLast(({ result }) => isUnanswered(result))?.result;
    return open && isUnanswered(open) ? open.unanswered : notRun('no-evidence', note('no-evidence'));
  }
  return { ...allAnswered(settled), sampled: settled.length };
}

/** The answer to a value; null where there is none, or a throttle that says nothing about the value. */
function settledOf(outcome: Outcome): Settled | null {
  return isUnanswered(outcome) || isThrottle(outcome.answer) ? null : outcome;
}
