/** Which constraints of its API a request body breaks, read from the contract. */
import type { Field, Keyword, Operation } from '../../contract/types.ts';
import type { JsonObject } from '../settings.ts';
import { isObject, valueAt } from '../wire/json.ts';

/** Whether a value breaks one keyword of its field. */
type Breaks = (value: unknown, field: Field) => boolean;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const lengthOf = (text: string) => [...text].length;

const breaksBy: Readonly<Partial<Record<Keyword, Breaks>>> = {
  required: (value) => value === undefined,
  null: (value) => value === null,
  empty: (value) => value === '',
  type: (value, { type }) => value !== undefined && value !== null && kindOf(value) !== type,
  maxLength: (value, { maxLength }) => isText(value) && lengthOf(value) > maxLength!,
  minLength: (value, { minLength }) => isText(value) && lengthOf(value) < minLength!,
  enum: (value, field) => isText(value) && !field.enum!.includes(value),
  format: (value, { pattern }) => isText(value) && (Number.isNaN(Date.parse(value)) || isNoDate(value, pattern)),
  range: (value, { range }) =>
    isText(value) && !(/^\d+$/.test(value) && Number(value) >= range!.min && Number(value) <= range!.max),
};

function isNoDate(value: string, pattern: string | null): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)T/.exec(value) ?? [];
  if (!year || (pattern !== null && !new RegExp(pattern, 'u').test(value))) return true;
  return Number(day) > new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : isObject(value) ? 'object' : typeof value;
}

/** The constraints that a body breaks, as `path.keyword`. */
export function brokenConstraints({ request }: Operation, body: JsonObject): ReadonlySet<string> {
  const broken = request.flatMap((field) => {
    const value = valueAt(body, field.path);
    return field.rules
      .filter(({ keyword }) => breaksBy[keyword]?.(value, field) === true)
      .map(({ keyword }) => constraintName(field, keyword));
  });
  return new Set(broken);
}

/** The name of a constraint among those of its API. */
export function constraintName({ path }: Field, keyword: Keyword): string {
  return `${path.join('.')}.${keyword}`;
}
