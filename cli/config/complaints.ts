/** Turns the schema errors of a config into sentences with file, line and a hint. */
import { suggestion } from '../terminal/did-you-mean.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { mayBeSecret, shownUrl, unlessSecret } from './secrets.ts';

/** One error of the validator, as ajv reports it, without a message. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

type Schema = { readonly [key: string]: unknown };

/** The sentences for the errors of one config, in the order of the file; `place` names file and line of a path. */
export function complaints(
  errors: readonly SchemaError[],
  value: unknown,
  schema: Schema,
  place: (path: readonly string[]) => string,
): UsageError[] {
  const seen = new Map<string, UsageError>();
  for (const error of errors) {
    const path = pathOf(error.instancePath);
    const said = complaint(error, path, valueAt(value, path), schema);
    if (said === null) continue;
    const at = said.key === undefined ? path : [...path, said.key];
    const fault = new UsageError(`${place(at)}: ${said.says}`, said.cure);
    if (!seen.has(fault.text)) seen.set(fault.text, fault);
  }
  return inOrder([...seen.values()]);
}

/** Faults in the order of the file. */
export function inOrder(faults: readonly UsageError[]): UsageError[] {
  return [...faults].sort((a, b) => lineIn(a) - lineIn(b));
}

function lineIn({ message }: UsageError): number {
  return Number(/, line (\d+):/.exec(message)?.[1] ?? 0);
}

interface Said {
  says: string;
  cure: string;
  /** A key below the path that the sentence is about. */
  key?: string;
}

function complaint(error: SchemaError, path: readonly string[], value: unknown, schema: Schema): Said | null {
  const name = dotted(path);
  const { params, keyword } = error;
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(path, String(params.additionalProperty), schemaAt(schema, error.schemaPath));
    case 'type':
      return typeSaid(path, value, params.type);
    case 'enum': {
      const allowed = (params.allowedValues as readonly unknown[]).map(String);
      if (path[0] === 'resultCodes') return extraCode(name, value);
      return {
        says: `${name} is ${shown(value)}, which is not an allowed value`,
        cure: suggestion(String(value), allowed, 'Values'),
      };
    }
    case 'required':
      return {
        says: `${name} lacks ${String(params.missingProperty)}`,
        cure: requiredCure(schema, error, String(params.missingProperty)),
      };
    case 'minimum':
    case 'maximum':
      return {
        says: `${name} is ${shown(value)}, but must be ${params.comparison === '>=' ? 'at least' : 'at most'} ${params.limit}`,
        cure: '',
      };
    case 'minLength':
      return { says: `${name} is empty`, cure: 'Give it a value, or leave it out.' };
    case 'minItems':
      return { says: `${name} is an empty list`, cure: 'Give at least one, or leave it out.' };
    case 'uniqueItems':
      return {
        says: `${name} contains ${shown((value as unknown[])[params.i as number])} twice`,
        cure: 'Keep one of the two.',
      };
    case 'pattern':
      return patternSaid(path, name, value, schema, error);
    case 'propertyNames':
      return {
        says: `${name} has "${unlessSecret(String(params.propertyName))}", which is not a header name`,
        cure: 'Use letters, digits and hyphens.',
        key: String(params.propertyName),
      };
    case 'minProperties':
    case 'maxProperties':
      return { says: `${name} needs exactly one of url and command`, cure: '' };
    default:
      return { says: `${name} does not match the schema (${keyword})`, cure: '' };
  }
}

function unknownKey(path: readonly string[], key: string, parent: Schema): Said {
  const known = Object.keys((parent.properties as Schema | undefined) ?? {}).filter((name) => name !== '$schema');
  const where = path.length === 0 ? '' : ` under ${dotted(path)}`;
  return { says: `there is no key "${unlessSecret(key)}"${where}`, cure: suggestion(key, known, 'Keys'), key };
}

/** Only SUCCESS has the status S: with a second code of status S, an incorrect answer would pass. */
function extraCode(name: string, value: unknown): Said {
  return {
    says: `${name} is ${shown(value)}, but an extra code can only have the status F or U`,
    cure: 'Only SUCCESS has the status S.',
  };
}

function patternSaid(
  path: readonly string[],
  name: string,
  value: unknown,
  schema: Schema,
  error: SchemaError,
): Said | null {
  // Header names are checked by pattern too; ajv reports the same error again as propertyNames.
  if (error.schemaPath.includes('/propertyNames/')) return null;
  const last = path.at(-1);
  if (last === 'until')
    return { says: `${name} is ${shown(value)}, which is not a date`, cure: 'Write it like 2027-01-31.' };
  if (last === 'listen')
    return {
      says: `${name} is ${shown(value)}, which is not an address`,
      cure: 'Write host:port, like 127.0.0.1:9000.',
    };
  if (path[0] === 'paths') return pathSaid(name, String(value));
  const description = String(schemaAt(schema, error.schemaPath).description ?? '');
  return { says: `${name} is ${shown(value)}, which is not valid`, cure: description };
}

function pathSaid(name: string, value: string): Said | null {
  // An empty path is reported by minLength.
  if (value === '') return null;
  const written = shownUrl(value);
  if (!value.startsWith('/')) {
    return {
      says: `${name} is ${shown(written)}, but a path must start with "/"`,
      cure: `Write it like /${written.replace(/^[a-z]+:\/\/[^/]*\/?/, '')}.`,
    };
  }
  return {
    says: `${name} is ${shown(written)}, which has a character that cannot be in a path`,
    cure: 'Percent-encode spaces and non-ASCII characters, and leave out "#".',
  };
}

function requiredCure(schema: Schema, error: SchemaError, missing: string): string {
  const properties = schemaAt(schema, error.schemaPath).properties as Readonly<Record<string, Schema>> | undefined;
  const description = properties?.[missing]?.description;
  return description === undefined
    ? ''
    : `Add ${missing}: ${String(description).charAt(0).toLowerCase()}${String(description).slice(1)}`;
}

/** These keys contain tokens, keys and ids, which no output repeats. */
const secretive: readonly (string | undefined)[] = ['requests', 'scenarios', 'headers', 'tls', 'signing', 'clientId'];

function typeSaid(path: readonly string[], value: unknown, type: unknown): Said {
  const name = dotted(path);
  const isTrigger = path[0] === 'client' && path[1] === 'trigger';
  if (path.length > 0 && !isTrigger && !secretive.includes(path[0])) {
    return { says: `${name} is ${kindOf(value)}, but must be ${wanted(type)}`, cure: typeCure(path, value, type) };
  }
  const kind = value === null ? 'empty' : Array.isArray(value) ? kindNames.array : kindNames[typeof value];
  const quotes = [type].flat().includes('string') && (typeof value === 'number' || typeof value === 'boolean');
  return { says: `${name} is ${kind}, but must be ${wanted(type)}`, cure: quotes ? 'Put it in quotes.' : '' };
}

function typeCure(path: readonly string[], value: unknown, type: unknown): string {
  const types = [type].flat();
  if (path[0] === 'target') return `Write a URL: http://localhost:${typeof value === 'number' ? value : 8080}`;
  // Without the value: YAML reads 1.0 as 1.
  if (types.includes('string') && (typeof value === 'number' || typeof value === 'boolean')) return 'Put it in quotes.';
  if (types.includes('boolean') && typeof value === 'string') return 'Write true or false, without quotes.';
  if ((types.includes('integer') || types.includes('number')) && typeof value === 'string' && /^\d+$/.test(value))
    return `Write ${value} without quotes.`;
  if (types.includes('object') && value === null) return 'Add indented keys below it, or leave it out.';
  if (types.includes('array') && typeof value === 'string') return `Write it as a list: [${value}].`;
  return '';
}

const kindNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

function wanted(type: unknown): string {
  return [type]
    .flat()
    .map((one) => kindNames[String(one)] ?? String(one))
    .join(' or ');
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? `the text ${shown(value)}` : shown(value);
}

/** A value for an error message: shortened, and hidden if it may be a secret. */
function shown(value: unknown): string {
  const text = (typeof value === 'number' ? String(value) : JSON.stringify(value)) ?? 'missing';
  if (mayBeSecret(text)) return unlessSecret(text);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** `waivers[0].until` for a path. */
export function dotted(path: readonly string[]): string {
  if (path.length === 0) return 'the config';
  return path
    .map(unlessSecret)
    .map((step, i) => (/^\d+$/.test(step) ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('');
}

function pathOf(pointer: string): string[] {
  return pointer.split('/').slice(1).map(unescapePointer);
}

function unescapePointer(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], value);
}

/** The subschema at a schemaPath such as `#/properties/run/additionalProperties`. */
function schemaAt(schema: Schema, schemaPath: string): Schema {
  const steps = schemaPath
    .split('/')
    .slice(1, -1)
    .map((step) => unescapePointer(decodeURIComponent(step)));
  return valueAt(schema, steps) as Schema;
}
