/** The words of the constraints: one sentence each, made from the field and the operation. */
import type { Condition } from './fields.ts';
import type { Field as CompleteField, Keyword, Level } from './types.ts';

/** Who speaks to whom in the sentences of one operation, and where its page is. */
export interface Voice {
  readonly operation: string;
  readonly server: string;
  readonly caller: string;
  readonly page: string;
}

type Field = Omit<CompleteField, 'rules'>;

const levels: readonly Level[] = ['MUST', 'SHOULD', 'MAY'];

/** The level that a sentence names; null unless exactly one of MUST, SHOULD and MAY (with or without NOT) stands in it. */
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

/** A body that is no JSON object. */
export const noObject = ({ server, operation }: Voice): string =>
  `${server} MUST NOT accept ${a(operation)} whose body is anything but a JSON object.`;

/** A required field that is not there. */
export const missing = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST answer PARAM_ILLEGAL to ${a(operation)} that lacks ${name(field)}.`;

/** A required field that is null. */
export const isNull = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST answer PARAM_ILLEGAL to ${a(operation)} whose ${name(field)} is null.`;

/** A required field that is the empty string. */
export const emptyRequired = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST NOT accept ${a(operation)} whose ${name(field)} is the empty string.`;

/** An optional field that is the empty string. */
export const emptyOptional = ({ server, operation }: Voice, field: Field): string =>
  `${server} SHOULD answer PARAM_ILLEGAL to ${a(operation)} whose ${name(field)} is the empty string, or take it as one without ${name(field)}.`;

/** An optional field, absent or null. */
export const optional = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST treat ${a(operation)} whose ${name(field)} is null like one without ${name(field)}.`;

/** A value of another JSON type. */
export const wrongType = ({ server, operation }: Voice, field: Field): string =>
  field.type === 'string'
    ? `${server} MUST NOT accept ${a(operation)} whose ${name(field)} is an array or an object instead of a string.`
    : `${server} MUST NOT accept ${a(operation)} whose ${name(field)} is a string instead of ${a(field.type)}.`;

/** A value at and beyond its greatest length. */
export function tooLong({ server, operation }: Voice, field: Field, codes: readonly string[]): string {
  const length = `${field.maxLength} characters`;
  if (field.identity) {
    const refusal = list(codes, 'or');
    return `${server} MUST treat every ${name(field)} of up to ${length} alike in ${a(operation)} and refuse a longer one with ${refusal}.`;
  }
  // Where more than the length counts, a shorter value is not accepted for its length alone.
  if (field.range || field.pattern || field.enum) {
    return `${server} MUST answer PARAM_ILLEGAL to ${a(operation)} whose ${name(field)} has more than ${length}.`;
  }
  return `${server} MUST accept ${a(name(field))} of up to ${length} in ${a(operation)} and answer PARAM_ILLEGAL to a longer one.`;
}

/** A value below its least length. */
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

/** A date and what is none. */
export const noDate = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST accept ${a(name(field))} with any zone offset in ${a(operation)} and answer PARAM_ILLEGAL to one that is no date.`;

/** A number inside and outside its range. */
export const outOfRange = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST accept every ${name(field)} from ${field.range!.min} to ${field.range!.max} in ${a(operation)} and answer PARAM_ILLEGAL to anything else.`;

/** A field that every answer, or every answer of a kind, has. */
export const returned = (
  { server, operation }: Voice,
  field: Field,
  condition: Condition | null,
  level: string,
): string =>
  condition
    ? `${server} ${level} return ${name(field)} in an answer to ${operation} whose ${condition.field} is ${condition.value}.`
    : `${server} MUST return ${name(field)} in every answer to ${operation}.`;

/** The JSON type of a field in an answer. */
export function returnedType({ server, operation }: Voice, field: Field): string {
  const inside = field.assumed ? ', and every scalar inside as a string' : '';
  return `${server} MUST return ${name(field)} as a JSON ${kindOf(field)} wherever it stands in an answer to ${operation}${inside}.`;
}

/** An optional field of an answer that is the empty string. */
export const returnedEmpty = ({ server, operation }: Voice, field: Field, level: string): string =>
  `${server} ${level} NOT return the empty string as ${name(field)} in an answer to ${operation}.`;

/** A field of an answer beyond its greatest length. */
export const returnedTooLong = ({ server, operation }: Voice, field: Field, level: string): string =>
  `${server} ${level} NOT return ${a(name(field))} of more than ${field.maxLength} characters in an answer to ${operation}.`;

/** A field of an answer outside its enumeration. */
export const returnedOutside = ({ server, operation }: Voice, field: Field): string =>
  `${server} MUST return ${list(field.enum!, 'or')} as ${name(field)} in an answer to ${operation}.`;

/** A constraint as the caller keeps it; null where only a server can break it. */
export function sent({ caller, operation }: Voice, field: Field, keyword: Keyword): string | null {
  const sentences: Partial<Record<Keyword, () => string>> = {
    required: () => `${caller} MUST send ${name(field)} in every ${operation}.`,
    null: () => `${caller} MUST NOT send null as ${name(field)} of ${a(operation)}.`,
    empty: () => `${caller} MUST NOT send the empty string as ${name(field)} of ${a(operation)}.`,
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

// A sentence that lists more values than these is no sentence any more.
const oneOf = (values: readonly string[]): string =>
  values.length > 3 ? `one of the ${values.length} documented values` : list(values, 'or');

const kindOf = (field: Field): string => (field.type === 'array' ? `array of ${field.items}s` : field.type);

/** What the page says about the keyword, in own words. */
export function fact(field: Field, keyword: Keyword, condition: Condition | null = null): string {
  const facts: Record<Keyword, () => string> = {
    required: () =>
      condition
        ? `${name(field)} comes with ${condition.field} ${condition.value}`
        : `${name(field)} is marked as required`,
    null: () => `${name(field)} is marked as required; null stands for a parameter that is not given`,
    empty: () => 'a parameter is not to be left empty as ""',
    optional: () => `${name(field)} is optional; leaving it out and null are the two ways not to use it`,
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
