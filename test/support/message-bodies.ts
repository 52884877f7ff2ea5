/** Bodies of messages by the thousand: such as keep every constraint, such as break exactly one, and any at all. */
import fc from 'fast-check';
import type { Field, Keyword, Operation } from '../../contract/types.ts';
import { dateWithOffset, illegalDates, outsideEnum } from '../../engine/request/values.ts';
import type { JsonObject } from '../../engine/settings.ts';
import { type Edit, edited, isObject, valueAt } from '../../engine/wire/json.ts';

/** One side of one operation, with good bodies of it to start from. */
export interface Message {
  readonly op: Operation;
  readonly side: 'request' | 'response';
  readonly examples: readonly JsonObject[];
}

/** Characters of every length in UTF-16 and UTF-8; lengths are counted in these. */
function textOf(min: number, max: number): fc.Arbitrary<string> {
  const units = fc.constantFrom<'grapheme-ascii' | 'binary'>('grapheme-ascii', 'binary');
  return units.chain((unit) => fc.string({ unit, minLength: min, maxLength: max, size: 'max' }));
}

const moments = fc.integer({ min: Date.parse('2000-01-01T00:00:00Z'), max: Date.parse('2099-12-30T00:00:00Z') });
const zones = fc.constantFrom('Z', '+08:00', '+00:00', '+05:30', '-05:00', '-03:30', '+14:00', '-12:00');

/** Values that a field may have, as far as its own constraints go; null for one that is left as it is. */
function legalValue(field: Field): fc.Arbitrary<unknown> | null {
  if (field.type !== 'string' || field.conditional) return null;
  if (field.enum) return fc.constantFrom(...field.enum);
  if (field.format) return fc.tuple(moments, zones).map(([at, zone]) => dateWithOffset(at, zone));
  if (field.pattern) return fc.stringMatching(new RegExp(field.pattern));
  return textOf(field.minLength ?? 0, field.maxLength ?? 300);
}

/** Edits of a field that keep its constraints. */
function legalEdit(field: Field): fc.Arbitrary<Edit>[] {
  const { path } = field;
  const value = legalValue(field);
  const set = value ? [value.map((set): Edit => ({ path, set }))] : [];
  if (field.required || field.conditional) return set;
  return [...set, fc.constantFrom<Edit>({ path, unset: true }, { path, set: null })];
}

/** The result of an answer is a pair: status and code change together, and S stays S. */
function pairEdits({ op }: Message, example: JsonObject): fc.Arbitrary<Edit[]> {
  const succeeded = valueAt(example, ['result', 'resultStatus']) === 'S';
  const pairs = Object.entries(op.resultCodes).filter(([, status]) => (status === 'S') === succeeded);
  return fc.constantFrom(...pairs).map(([code, status]) => [
    { path: ['result', 'resultCode'], set: code },
    { path: ['result', 'resultStatus'], set: status },
  ]);
}

const inPair = (field: Field) => field.path[0] === 'result' && /^result(Code|Status)$/.test(field.path[1] ?? '');

/** Bodies that keep every constraint. */
export function keepingBodies(message: Message): fc.Arbitrary<JsonObject> {
  const fields = message.op[message.side].filter((field) => !inPair(field));
  const edits = fields.flatMap(legalEdit);
  return fc.constantFrom(...message.examples).chain((example) => {
    const pair = message.side === 'response' ? pairEdits(message, example) : fc.constant([]);
    return fc
      .tuple(pair, fc.array(fc.oneof(...edits), { maxLength: 6 }))
      .map(([first, others]) => edited(example, [...first, ...others]));
  });
}

/** Values that break one keyword of a field, whatever the others say of them. */
const breaking: Readonly<Record<Keyword, (field: Field) => fc.Arbitrary<Edit>[]>> = {
  required: ({ path }) => [fc.constant({ path, unset: true })],
  null: ({ path }) => [fc.constant({ path, set: null })],
  empty: ({ path }) => [fc.constant({ path, set: '' })],
  type: ({ path, type }) => [
    fc
      .oneof(
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        type === 'string' ? fc.array(fc.string()) : fc.string(),
      )
      .map((set) => ({ path, set })),
  ],
  maxLength: ({ path, maxLength }) => [textOf(maxLength! + 1, maxLength! + 9).map((set) => ({ path, set }))],
  minLength: ({ path, minLength }) => [textOf(0, minLength! - 1).map((set) => ({ path, set }))],
  enum: (field) => [
    fc
      .oneof(fc.constantFrom(...outsideEnum(field, 'tag').map(({ value }) => value)), fc.string({ maxLength: 12 }))
      .filter((value) => !field.enum!.includes(value))
      .map((set) => ({ path: field.path, set })),
  ],
  format: ({ path }) => [
    moments.chain((at) => fc.constantFrom(...illegalDates(at))).map(({ value }) => ({ path, set: value })),
  ],
  range: ({ path, range }) => [
    fc
      .oneof(fc.integer().map(String), fc.constantFrom('01', '+5', ' 5', '1.5', '1e1', '٣', `${range!.max + 1}`))
      .filter((text) => !(/^[1-9]\d*$/.test(text) && Number(text) <= range!.max))
      .map((set) => ({ path, set })),
  ],
  optional: () => [],
};

/** Bodies that are good but for one edit, which breaks one constraint. */
export function breakingBodies(message: Message): fc.Arbitrary<JsonObject> {
  const broken = message.examples.flatMap((example) =>
    message.op[message.side]
      .filter((field) => valueAt(example, field.path) !== undefined)
      .flatMap((field) => field.rules.flatMap(({ keyword }) => breaking[keyword](field)))
      .map((edits) => edits.map((edit) => edited(example, [edit]))),
  );
  return fc.oneof(...broken);
}

/** Any JSON at all, and good bodies with any JSON in some places. */
export function anyBodies(message: Message): fc.Arbitrary<unknown> {
  const paths = message.op[message.side].map(({ path }) => path);
  const words = message.examples.flatMap(stringsOf);
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...words), fc.string());
  const place = fc.oneof(
    fc.constantFrom(...paths),
    fc.tuple(fc.constantFrom(...paths), fc.string()).map(([path, child]) => [...path, child]),
  );
  const edit = fc.oneof(
    fc.record({ path: place, set: value }),
    place.map((path) => ({ path, unset: true as const })),
  );
  const changed = fc
    .tuple(fc.constantFrom(...message.examples), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([example, edits]) => edited(example, edits));
  return fc.oneof({ weight: 3, arbitrary: changed }, { weight: 1, arbitrary: fc.jsonValue() });
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return isObject(value) ? Object.values(value).flatMap(stringsOf) : [];
}
