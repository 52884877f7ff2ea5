/** The sentences of the constraints, made from the field and the operation. */
import type { Condition } from './fields.ts';
import type { Field as CompleteField, Keyword, Level } from './types.ts';

/** The names that the sentences of one operation use, and its page. */
export interface Voice {
  readonly operation: string;
  readonly server: string;
  readonly caller: string;
  readonly page: string;
}

type Field = Omit<CompleteField, 'rules'>;

const levels: readonly Level[] = ['MUST', 'SHOULD', 'MAY'];

/** The level of a sentence; null unless it contains exactly one of MUST, SHOULD and MAY (with or without NOT). */
export function levelOf(says: string): Level | null {
  const found = says.match(/\b(MUST|SHOULD|MAY)\b/g) ?? [];
  return found.length === 1 ? levels.find((level) => level === found[0])! : null;
}

const name = (field: Field): string => field.path.join('.');
const a = (word: string): string => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;
const list = (values: readonly string[], last: string): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ${last} ${values.at(-1)}`;

/** A request without a body. */
export const noBody = ({ server, operation }: Voice): string =>
  `${server} MUST NOT accept ${a(operation)} with an empty body.`;

/** A body that is not a JSON object. */
export const noObject = ({ server, operation }: Voice): string =>
  `${server} MUST NOT accept ${a(operation)} whose body is not a JSON object.`;

/** A required field that is absent. */
export const missing = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST answer PARAM_ILLEGAL to ${a(operation)} without ${name(field)}.`;

/** A required field that is null. */
export const isNull = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST answer PARAM_ILLEGAL to ${a(operation)} whose ${name(field)} is null.`;

/** A required field that is an empty string. */
export const emptyRequired = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST NOT accept ${a(operation)} whose ${name(field)} is an empty string.`;

/** An optional field that is an empty string. */
export const emptyOptional = ({ server, operation }: Voice, field: Field): string =>
  `${server} SHOULD answer PARAM_ILLEGAL to ${a(operation)} whose ${name(field)} is an empty string, or treat it like one without ${name(field)}.`;

/** An optional field, absent or null. */
export const optional = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST treat ${a(operation)} whose ${name(field)} is null like one without ${name(field)}.`;

/** A value of another JSON type. */
export const wrongType = ({ server, operation }: Voice, field: Field): string =>
  field.type === 'string'
    ? `${server} MUST NOT accept ${a(operation)} whose ${name(field)} is an array or an object instead of a string.`
    : `${server} MUST NOT accept ${a(operation)} whose ${name(field)} is a string instead of ${a(field.type)}.`;

/** A value at and beyond its maximum length. */
export function tooLong({ server, operation }: Voice, field: Field, codes: readonly string[]): string {
  const length = `${field.maxLength} characters`;
  if (field.identity) {
    const refusal = list(codes, 'or');
    return `${server} MUST treat every ${name(field)} of up to ${length} alike in ${a(operation)} and refuse a longer one with ${refusal}.`;
  }
  // Where there are other constraints too, the length alone does not make a value acceptable.
  if (field.range || field.pattern || field.enum) {
    return `${server} MUST answer PARAM_ILLEGAL to ${a(operation)} whose ${name(field)} has more than ${length}.`;
  }
  return `${server} MUST accept ${a(name(field))} of up to ${length} in ${a(operation)} and answer PARAM_ILLEGAL to a longer one.`;
}

/** A value below its minimum length. */
export const tooShort = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST answer PARAM_ILLEGAL to ${a(operation)} whose ${name(field)} has fewer than ${field.minLength} characters.`;

/** A value inside and outside a closed enumeration. */
export const outside = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST accept ${list(field.enum!, 'and')} as ${name(field)} of ${a(operation)} and answer PARAM_ILLEGAL to any other value.`;

/** A value inside an enumeration that may grow. */
export const everyValue = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST accept each of the ${field.enum!.length} documented values of ${name(field)} in ${a(operation)}.`;

/** A value outside an enumeration that may grow. */
export const undocumentedValue = ({ server, operation }: Voice, field: Field): string =>
  `${server} SHOULD answer PARAM_ILLEGAL to ${a(operation)} with an undocumented ${name(field)}, unless it accepts new values.`;

/** A valid and an invalid date. */
export const noDate = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST accept ${a(name(field))} with any zone offset in ${a(operation)} and answer PARAM_ILLEGAL to an invalid date.`;

/** A number inside and outside its range. */
export const outOfRange = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST accept every ${name(field)} from ${field.range!.min} to ${field.range!.max} in ${a(operation)} and answer PARAM_ILLEGAL to anything else.`;

/** A field that is required in every answer, or in some. */
export const returned = (
  { server, operation }: Voice,
  field: Field,
  condition: Condition | null,
  level: string,
): string =>
  condition
    ? `${server} ${level} return ${name(field)} in an answer to ${operation} whose ${condition.field} is ${condition.value}.`
    : `${server} MUST return ${name(field)} in every answer to ${operation}${within(field)}.`;

/** What an answer has to have for a field inside it to be needed; every answer has a result. */
function within({ path }: Field): string {
  const parent = path.slice(0, -1).join('.');
  return path.length === 1 || parent === 'result' ? '' : ` that has ${parent.replace(/\[\]$/, '')}`;
}

/** The JSON type of a field in an answer. */
export function returnedType({ server, operation }: Voice, field: Field): string {
  const inside = field.assumed ? ', and every scalar inside as a string' : '';
  return `${server} MUST return ${name(field)} as a JSON ${kindOf(field)} if it is present in an answer to ${operation}${inside}.`;
}

/** An optional field of an answer that is an empty string. */
export const returnedEmpty = ({ server, operation }: Voice, field: Field, level: string): string =>
  `${server} ${level} NOT return an empty string as ${name(field)} in an answer to ${operation}.`;

/** A field of an answer beyond its maximum length. */
export const returnedTooLong = ({ server, operation }: Voice, field: Field, level: string): string =>
  `${server} ${level} NOT return ${a(name(field))} of more than ${field.maxLength} characters in an answer to ${operation}.`;

/** A field of an answer outside its enumeration. */
export const returnedOutside = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST return ${list(field.enum!, 'or')} as ${name(field)} in an answer to ${operation}.`;

/** A constraint as a requirement on the caller; null where only a server can break it. */
export function sent({ caller, operation }: Voice, field: Field, keyword: Keyword): string | null {
  const sentences: Partial<Record<Keyword, () => string>> = {
    required: () => `${caller} MUST send ${name(field)} in every ${operation}.`,
    null: () => `${caller} MUST NOT send null as ${name(field)} of ${a(operation)}.`,
    empty: () => `${caller} MUST NOT send an empty string as ${name(field)} of ${a(operation)}.`,
    type: () =>
      `${caller} MUST send ${name(field)} of ${a(operation)} as a JSON ${kindOf(field)}${field.assumed ? ', with every scalar inside as a string' : ''}.`,
    maxLength: () =>
      `${caller} MUST NOT send ${a(name(field))} of more than ${field.maxLength} characters in ${a(operation)}.`,
    minLength: () =>
      `${caller} MUST NOT send ${a(name(field))} of fewer than ${field.minLength} characters in ${a(operation)}.`,
    enum: () => `${caller} MUST send ${oneOf(field.enum!)} as ${name(field)} of ${a(operation)}.`,
    format: () => `${caller} MUST send ${name(field)} of ${a(operation)} as an ISO 8601 time with date and zone.`,
    range: () =>
      `${caller} MUST send ${name(field)} of ${a(operation)} as a whole number from ${field.range!.min} to ${field.range!.max}.`,
  };
  return sentences[keyword]?.() ?? null;
}

// A sentence with more values than these would be too long.
const oneOf = (values: readonly string[]): string =>
  values.length > 3 ? `one of the ${values.length} documented values` : list(values, 'or');

const kindOf = (field: Field): string => (field.type === 'array' ? `array of ${field.items}s` : field.type);

/** What the page says about the keyword, as a paraphrase. */
export function fact(field: Field, keyword: Keyword, condition: Condition | null = null): string {
  const facts: Record<Keyword, () => string> = {
    required: () =>
      condition
        ? `${name(field)} comes with ${condition.field} ${condition.value}`
        : `${name(field)} is marked as required`,
    null: () => `${name(field)} is marked as required; null means that a parameter is not given`,
    empty: () => 'a parameter must not be the empty string ""',
    optional: () => `${name(field)} is optional; an unused one is omitted or null`,
    type: () =>
      field.type === 'string' ? `${name(field)} is sent as a JSON string` : `${name(field)} is ${a(field.type)}`,
    maxLength: () => `${name(field)} has at most ${field.maxLength} characters`,
    minLength: () => `${name(field)} has ${field.minLength} characters`,
    enum: () => `${name(field)} has the valid values ${list(field.enum!, 'and')}`,
    format: () => `${name(field)} is an ISO 8601 time; PARAM_ILLEGAL names an invalid date as its example`,
    range: () =>
      `${name(field)} is a number from ${field.range!.min} to ${field.range!.max}; PARAM_ILLEGAL names non-numeric input`,
  };
  return facts[keyword]();
}
