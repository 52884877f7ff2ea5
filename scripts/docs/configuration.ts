/** docs/configuration.md: every key of the config file, read from its JSON Schema. */
import { operationIds } from '../../generated/operations.ts';
import { cell, code, table } from './table.ts';

/** The parts of JSON Schema that the config's schema uses. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
}

/** The page. */
export function configurationPage(schema: Schema): string {
  const keys = Object.entries(schema.properties ?? {}).filter(([name]) => name !== '$schema');
  const sections = keys.map(([name, value]) => sectionOf(name, value, schema));
  return `# Configuration

The config file is \`conformance.config.yaml\` (or \`.yml\`, \`.json\`) in the working directory, or the file that \`--config\` or
\`CONFORMANCE_CONFIG\` names. \`conformance init\` writes one. An unknown key is an error, and the message suggests the nearest known key.
Paths are relative to the config file.

Options of the command line override the file; \`CONFORMANCE_TARGET\`, \`CONFORMANCE_CLIENT_ID\`, \`CONFORMANCE_PRIVATE_KEY\`,
\`CONFORMANCE_PUBLIC_KEY\` (PEM text or path) and \`CONFORMANCE_CONFIG\` override both. [Signing keys](keys.md) shows how to make the keys.
The first line of this example lets an editor check the file while you type:

\`\`\`yaml config
# yaml-language-server: $schema=./node_modules/alipayplus-conformance/generated/config.schema.json
target: http://localhost:8080
apis: [sendOTP]
\`\`\`

\`<API>\` stands for each of ${operationIds.map(code).join(', ')}, and of the APIs of \`specs\`.

${sections.join('\n\n')}

## Proxies

\`HTTP_PROXY\`, \`HTTPS_PROXY\` and \`NO_PROXY\` (upper or lower case) apply to targets that are not on this machine. \`NO_PROXY\` is a
comma-separated list of hosts: \`example.com\` includes its subdomains, \`host:port\` is one port, \`*\` is everything.
`;
}

function sectionOf(name: string, schema: Schema, root: Schema): string {
  const inner = rowsOf('', schema, root);
  const own = [`## ${name}`, `${schema.description ?? ''}${detail(schema)}`];
  return [...own, ...(inner.length > 0 ? [table(['key', 'meaning', 'values'], inner)] : [])].join('\n\n');
}

/** A row for each key below; keys that are the same for every API are listed once. */
function rowsOf(prefix: string, schema: Schema, root: Schema): string[][] {
  const at = resolved(schema, root);
  if (isPerApi(at)) {
    const one = resolved(Object.values(at.properties!)[0]!, root);
    const name = `${prefix}<API>`;
    return [rowOf(name, one, false), ...below(name, one, root)];
  }
  return Object.entries(at.properties ?? {})
    .flatMap(([key, value]) => {
      const child = resolved(value, root);
      const name = `${prefix}${key}`;
      return [rowOf(name, child, at.required?.includes(key) ?? false), ...below(name, child, root)];
    })
    .concat(at.items ? rowsOf(`${prefix}[].`, at.items, root) : []);
}

function below(name: string, schema: Schema, root: Schema): string[][] {
  return schema.properties ? rowsOf(`${name}.`, schema, root) : [];
}

function rowOf(name: string, schema: Schema, required: boolean): string[] {
  return [code(name), `${cell(schema.description ?? '')}${required ? ' Required.' : ''}`, valuesOf(schema)];
}

function isPerApi({ properties }: Schema): boolean {
  const names = Object.keys(properties ?? {});
  return names.length === operationIds.length && operationIds.every((id) => names.includes(id));
}

function resolved(schema: Schema, root: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (root.$defs?.[name] ?? schema);
}

function valuesOf(schema: Schema): string {
  const kinds = schema.enum
    ? schema.enum.map((value) => code(`${value}`)).join(', ')
    : [schema.type ?? 'any'].flat().join(' or ');
  const range = schema.minimum === undefined ? '' : `, ${schema.minimum} to ${schema.maximum}`;
  const preset = schema.default === undefined ? '' : `; default ${code(JSON.stringify(schema.default))}`;
  const example = schema.examples ? `; example ${code(`${schema.examples[0]}`)}` : '';
  return `${kinds}${range}${preset}${example}`;
}

function detail(schema: Schema): string {
  const preset = schema.default === undefined ? '' : ` Default: ${code(`${schema.default}`)}.`;
  const values = schema.enum ?? schema.items?.examples;
  const list = values ? ` One of ${values.map((value) => code(`${value}`)).join(', ')}.` : '';
  const example = schema.examples ? ` Example: ${code(`${schema.examples[0]}`)}.` : '';
  const inList = list.replace('One of', 'Any of').replace(/\.$/, ', and the APIs of `specs`.');
  return `${schema.items?.examples ? inList : list}${preset}${example}`;
}
