/** Compiles the schemas to one ES module that imports nothing, and types it over generated/types.ts. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import formatsModule from 'ajv-formats';
import { build } from 'esbuild';
import { type Schema, type SpecDocument, schemaName, specFolder } from './document.ts';

// Both packages are CommonJS with a `default` of their own, which NodeNext shows as a property.
const standaloneCode = standaloneModule.default;
const addFormats = formatsModule.default;

/** One message of one operation, by the name of its schema. */
export interface Message {
  operation: string;
  kind: 'request' | 'response';
  schema: string;
}

/** The messages of the document, in the order of its operations. */
export function listMessages(document: SpecDocument, ids: readonly string[]): Message[] {
  const posts = Object.values(document.paths).map((item) => item.post);
  return ids.flatMap((operation): Message[] => {
    const post = posts.find(({ operationId }) => operationId === operation)!;
    const request = schemaName(post.requestBody.content['application/json'].schema);
    const response = schemaName(post.responses['200'].content['application/json'].schema);
    return [
      { operation, kind: 'request', schema: request },
      { operation, kind: 'response', schema: response },
    ];
  });
}

/** A strict ajv that knows every schema of the document; `validate('SendOTPRequest', value)` uses one. */
export function makeAjv(document: SpecDocument): Ajv2020 {
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

/** Our marks are not JSON Schema, and a strict compiler refuses them; words for readers only make the module bigger. */
function dropMarks(key: string, value: unknown): unknown {
  if (key.startsWith('x-')) return undefined;
  const forReaders = ['title', 'description', 'default'].includes(key) && typeof value === 'string';
  return forReaders || (key === 'examples' && Array.isArray(value)) ? undefined : value;
}

/** Text of generated/validators.js, without the head line. */
export async function makeValidators(document: SpecDocument, messages: readonly Message[]): Promise<string> {
  const code = standaloneCode(makeAjv(document), Object.fromEntries(messages.map(({ schema }) => [schema, schema])));
  const table = (kind: Message['kind']): string =>
    messages
      .filter((message) => message.kind === kind)
      .map(({ operation, schema }) => `${operation}: ${schema}`)
      .join(', ');
  const source = [
    code,
    `export const validateRequest = { ${table('request')} };`,
    `export const validateResponse = { ${table('response')} };`,
    ...messages.map(({ schema }) => `export const is${schema} = ${schema};`),
  ].join('\n');
  const names = ['validateRequest', 'validateResponse', ...messages.map(({ schema }) => `is${schema}`)];
  const bundled = await build({
    stdin: { contents: `export { ${names.join(', ')} } from 'validators';`, resolveDir: specFolder },
    plugins: [
      {
        name: 'validators',
        setup(builder) {
          builder.onResolve({ filter: /^validators$/ }, (args) => ({ path: args.path, namespace: 'compiled' }));
          builder.onLoad({ filter: /.*/, namespace: 'compiled' }, () => ({ contents: source, resolveDir: specFolder }));
        },
      },
    ],
    absWorkingDir: specFolder,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    minifySyntax: true,
    logLevel: 'error',
  });
  return bundled.outputFiles[0]!.text;
}

/** Text of generated/validators.d.ts, without the head line. */
export function makeValidatorTypes(messages: readonly Message[]): string {
  const guards = messages.map(
    ({ schema }) => `export declare function is${schema}(value: unknown): value is components['schemas']['${schema}'];`,
  );
  return `import type { OperationId } from './operations.ts';
import type { components } from './types.ts';

/** One broken keyword, as ajv reports it. */
export interface SchemaError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}

/** Says whether a value fits a schema; \`errors\` holds what was wrong with the last value. */
export type Validate = ((value: unknown) => boolean) & { errors?: null | SchemaError[] };

export declare const validateRequest: Readonly<Record<OperationId, Validate>>;
export declare const validateResponse: Readonly<Record<OperationId, Validate>>;
${guards.join('\n')}
`;
}
