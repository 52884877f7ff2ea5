/** Alterations of a server that checks a constraint of a request field too little, or too much. */
import type { Field, Operation, Rule } from '../../contract/types.ts';
import type { Asked, ServerAlteration } from '../../engine/prove/alteration.ts';
import { constraintName } from '../../engine/request/broken-constraints.ts';
import { valueAt } from '../../engine/wire/json.ts';
import {
  accepted,
  advice,
  alteration,
  errorPage,
  isLegal,
  paramIllegal,
  refusalPage,
  takenForLegal,
  where,
} from './faulty-answers.ts';

/** What a server does that does not check a keyword, before the name of the field. */
const uncheckedSays = {
  required: 'does without',
  null: 'takes null for',
  empty: 'takes "" for',
  type: 'takes another JSON type for',
  maxLength: 'takes too long a value for',
  minLength: 'takes too short a value for',
  enum: 'takes any word as',
  format: 'takes any text as the date',
  range: 'takes a number outside the range of',
} as const;

type Unchecked = keyof typeof uncheckedSays;

/** The alterations of every constraint of the requests of an API. */
export function constraintAlterations(op: Operation): ServerAlteration[] {
  return [
    ...op.body.flatMap((rule) => ofBody(op, rule)),
    ...op.request.flatMap((field) => field.rules.flatMap((rule) => ofField(op, field, rule))),
  ];
}

function ofField(op: Operation, field: Field, rule: Rule): ServerAlteration[] {
  const { keyword } = rule;
  const name = field.path.join('.');
  // What is too long for a number is outside its range as well.
  if (keyword === 'maxLength' && field.range) return [];
  if (keyword === 'optional') return ofOptional(op, field, rule);
  if (keyword === 'empty' && !field.required) {
    const isEmpty = ({ isPlain, body }: Asked) => isPlain && valueAt(body, field.path) === '';
    const says = `${op.id} crashes on "" as ${name}`;
    return [alteration(op, 'http', [`${name}.empty`, says], [rule.id, 'G-24'], where(isEmpty, errorPage))];
  }
  const own = constraintName(field, keyword);
  const breaksAlone = ({ isPlain, breaks }: Asked) => isPlain && breaks.size === 1 && breaks.has(own);
  const says = `${op.id} ${uncheckedSays[keyword as Unchecked]} ${name}`;
  const unchecked = alteration(op, 'accepts', [own, says], rule.id, where(breaksAlone, takenForLegal));
  return [unchecked, ...tooNarrow(op, field, rule)];
}

/** Null and absence are one thing in an optional field, and neither is illegal. */
function ofOptional(op: Operation, field: Field, rule: Rule): ServerAlteration[] {
  const name = field.path.join('.');
  const isNull = (asked: Asked) => isLegal(asked) && valueAt(asked.body, field.path) === null;
  const isAbsent = (asked: Asked) => isLegal(asked) && valueAt(asked.body, field.path) === undefined;
  return [
    alteration(
      op,
      'refuses',
      [`${name}.null`, `${op.id} refuses null for ${name}`],
      rule.id,
      where(isNull, paramIllegal),
    ),
    alteration(
      op,
      'refuses',
      [`${name}.absent`, `${op.id} refuses a request without ${name}`],
      rule.id,
      where(isAbsent, paramIllegal),
    ),
  ];
}

/** Legal values that are refused. */
function tooNarrow(op: Operation, field: Field, { keyword, id }: Rule): ServerAlteration[] {
  const name = field.path.join('.');
  const refusing = (what: string, says: string, picks: (text: string, good: unknown) => boolean) => {
    const isPicked: Parameters<typeof where>[0] = (asked, { goodBody }) => {
      const value = valueAt(asked.body, field.path);
      return isLegal(asked) && typeof value === 'string' && picks(value, valueAt(goodBody, field.path));
    };
    return alteration(op, 'refuses', [`${name}.${what}`, `${op.id} ${says}`], id, where(isPicked, paramIllegal));
  };
  switch (keyword) {
    case 'maxLength':
      return [
        refusing(
          'longest',
          `refuses ${name} of ${field.maxLength} characters`,
          (text) => [...text].length === field.maxLength,
        ),
      ];
    case 'enum':
      // A server that refuses the value of the good request refuses every request.
      return field
        .enum!.filter((value) => value !== valueAt(op.requestExample, field.path))
        .map((value) =>
          refusing(value, `refuses ${value} as ${name}`, (text, good) => text === value && text !== good),
        );
    case 'format':
      return [refusing('offsets', `knows one time zone in ${name}`, (text) => !text.endsWith('+08:00'))];
    case 'range':
      return [
        refusing('least', `refuses ${field.range!.min} as ${name}`, (text) => Number(text) === field.range!.min),
        refusing('most', `refuses ${field.range!.max} as ${name}`, (text) => Number(text) === field.range!.max),
      ];
    default:
      return [];
  }
}

/** Bodies that are no JSON object. */
function ofBody(op: Operation, { keyword, id }: Rule): ServerAlteration[] {
  const isEmpty = keyword === 'required';
  const picks = ({ spec }: Asked) => {
    const { encoding, wire } = spec;
    if (typeof encoding !== 'object' || wire || spec.skipSelfCheck || spec.beyondSpec || spec.user) return false;
    if ('text' in encoding) return (encoding.text === '') === isEmpty;
    return !isEmpty && 'before' in encoding;
  };
  const what = isEmpty ? 'an empty body' : 'a body that is not a JSON object';
  return [
    alteration(op, 'accepts', [`body.${keyword}`, `${op.id} accepts ${what}`], id, where(picks, accepted)),
    alteration(
      op,
      'http',
      [`body.${keyword}`, `${op.id} answers ${what} with the page of its framework`],
      [id, 'G-24'],
      where(picks, refusalPage),
      advice,
    ),
  ];
}
