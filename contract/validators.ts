/** Compiles the schemas of a contract with ajv: functions to call, or source text. Import it only where it is needed, since ajv is large. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import formatsModule from 'ajv-formats';
import type { Contract } from './compile.ts';
import type { Schema, SpecDocument } from './spec-document.ts';
import type { Message, SchemaError, Validate, Validators } from './types.ts';

// Both packages are CommonJS with a `default` of their own, which NodeNext shows as a property.
const standaloneCode = standaloneModule.default;
const addFormats = formatsModule.default;

type Compilable = Pick<Contract, 'document' | 'messages'>;

/** The validators of all messages, compiled on first use. */
export function compileValidators({ document, messages }: Compilable): Validators {
  const ajv = makeAjv(document);
  const table = (kind: Message['kind']): Record<string, Validate> =>
    Object.fromEntries(
      messages
        .filter((message) => message.kind === kind)
        .map(({ operation, schema }) => [operation, validatorOf(ajv, schema)]),
    );
  return { request: table('request'), response: table('response') };
}

function validatorOf(ajv: Ajv2020, schema: string): Validate {
  const validate: Validate = (value) => {
    const compiled = ajv.getSchema(schema)!;
    const fits = compiled(value) === true;
    validate.errors = (compiled.errors ?? null) as SchemaError[] | null;
    return fits;
  };
  return validate;
}

/** Source of an ES module that exports the validators by operation, and a type guard for each message; it imports parts of ajv. */
export function validatorSource({ document, messages }: Compilable): string {
  const code = standaloneCode(makeAjv(document), Object.fromEntries(messages.map(({ schema }) => [schema, schema])));
  const table = (kind: Message['kind']): string =>
    messages
      .filter((message) => message.kind === kind)
      .map(({ operation, schema }) => `${operation}: ${schema}`)
      .join(', ');
  return [
    code,
    `export const validateRequest = { ${table('request')} };`,
    `export const validateResponse = { ${table('response')} };`,
    ...messages.map(({ schema }) => `export const is${schema} = ${schema};`),
  ].join('\n');
}

/** Names that the module of `validatorSource` exports for use. */
export function validatorNames({ messages }: Compilable): string[] {
  return ['validateRequest', 'validateResponse', ...messages.map(({ schema }) => `is${schema}`)];
}

/** A strict ajv that knows every schema of the document by its name. */
function makeAjv(document: SpecDocument): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    code: { source: true, esm: true, lines: true },
  });
  addFormats(ajv);
  const plain = JSON.parse(
    JSON.stringify(document.components.schemas, dropMarks).replaceAll('#/components/schemas/', ''),
  );
  for (const [name, schema] of Object.entries<Schema>(plain)) ajv.addSchema({ $id: name, ...schema });
  return ajv;
}

/** `x-` words are not JSON Schema, and a strict compiler refuses them; text for readers only makes the module bigger. */
function dropMarks(key: string, value: unknown): unknown {
  if (key.startsWith('x-')) return undefined;
  const forReaders = ['title', 'description', 'default'].includes(key) && typeof value === 'string';
  return forReaders || (key === 'examples' && Array.isArray(value)) ? undefined : value;
}
