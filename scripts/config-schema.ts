/** The JSON Schema of conformance.config.yaml, and the validator made from it: `tsx scripts/config-schema.ts`. */
import { writeFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { operations } from '../generated/operations.ts';
import { files } from './config-schema/files.ts';
import { declared, reviews, subject, waivers } from './config-schema/people.ts';
import { count, day, flag, group, type Schema, text } from './config-schema/terms.ts';

const keyText = 'A path relative to this file, or the key itself: PEM or bare base64, PKCS#1 or PKCS#8.';

/** The schema for the operations of that name; an operation more is a key more. */
export function configSchema(operationIds: readonly string[]): Schema {
  const perOperation = (description: string, definition: string): Schema =>
    group(description, Object.fromEntries(operationIds.map((id) => [id, { $ref: `#/$defs/${definition}` }])), {
      additionalProperties: { $ref: `#/$defs/${definition}` },
    });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:alipayplus-conformance:config',
    title: 'conformance.config.yaml',
    ...group('Config of alipayplus-conformance: the target and the run.', {
      $schema: text('Path of this schema, for editors; ignored by the tool.'),
      target: text('Base URL of the server under test; paths are appended to it.', {
        examples: ['https://mpp.example.com'],
      }),
      role: {
        enum: ['mpp', 'alipayplus', 'mpp-client'],
        description:
          'System under test: an MPP server, the Alipay+ sandbox (or an emulator), or an MPP caller of getPaymentCode.',
        default: 'mpp',
      },
      apis: apis(operationIds),
      ...files,
      clientId: text('Client-Id of the requests. Under alipayplus.com it starts with SANDBOX_ or TEST_.', {
        examples: ['SANDBOX_5Y0000000000000000'],
      }),
      signing: signing(),
      paths: perOperation('Paths of APIs that differ from the default.', 'path'),
      headers: {
        type: 'object',
        additionalProperties: { type: 'string' },
        propertyNames: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" },
        description: 'Headers added to every request, such as a gateway key.',
      },
      requests: perOperation('Users of the test environment; merged into the example request of the spec.', 'users'),
      scenarios: perOperation(
        'Requests that make the target answer with a certain result code or decision.',
        'scenarios',
      ),
      limits: perOperation('Limits of calls that send a message to a person.', 'limit'),
      resultCodes: group('Result codes of the target that are not in the documented tables.', {
        extra: perOperation('Additional codes of each API, with their status.', 'codes'),
      }),
      client: client(),
      tls: group('TLS connections to the target.', {
        ca: text('Certificate authority to trust: a path, or PEM text.'),
        cert: text('Client certificate: a path, or PEM text.'),
        key: text('Key of the client certificate: a path, or PEM text.'),
        passphrase: text('Passphrase of that key.'),
      }),
      run: run(),
      subject: subject(),
      declared: declared(),
      reviews: reviews(),
      waivers: waivers(),
    }),
    ...bundledNamesOnly(operationIds),
    $defs: definitions(),
  };
}

function apis(operationIds: readonly string[]): Schema {
  return {
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    items: { type: 'string', examples: operationIds },
    description: 'The APIs that the target offers. The other APIs of the role are not-applicable.',
  };
}

/** Without `specs` there are the bundled APIs alone; with them only the tool knows the names. */
function bundledNamesOnly(operationIds: readonly string[]): Schema {
  const names = { propertyNames: { enum: operationIds } };
  const byName = ['paths', 'requests', 'scenarios', 'limits'].map((key) => [key, names]);
  return {
    if: { required: ['specs'] },
    else: {
      properties: {
        apis: { items: { enum: operationIds } },
        ...Object.fromEntries(byName),
        resultCodes: { properties: { extra: names } },
      },
    },
  };
}

/** What stands under the name of an API. */
function definitions(): Schema {
  const fresh = flag('The user has received no OTP today; used only for the daily limit.', false);
  return {
    path: text('Path, appended to the target URL.', { pattern: '^/[!"$-~]*$' }),
    user: { type: 'object', description: 'Fields of one user; null sends null.', properties: { fresh } },
    users: {
      type: ['object', 'array'],
      minItems: 1,
      properties: { fresh },
      items: { $ref: '#/$defs/user' },
      description: 'One user, or a list of users. Each must be valid at the target: a refusal is a finding.',
    },
    scenarios: {
      type: 'object',
      additionalProperties: { type: 'object' },
      description: 'Result code, decision, or CODE:variant, with the fields that cause it; merged into the first user.',
    },
    limit: limit(),
    codes: {
      type: 'object',
      additionalProperties: { enum: ['F', 'U'] },
      description: 'Status of each code, F or U; a documented code cannot be added.',
    },
  };
}

function signing(): Schema {
  return group('How requests are signed and answers verified. Without keys, signature requirements are not run.', {
    mode: {
      enum: ['required', 'off'],
      description: 'Default: required when keys are given, otherwise off.',
    },
    keyVersion: {
      type: ['string', 'integer'],
      pattern: '^[A-Za-z0-9._-]+$',
      description: 'keyVersion of the Signature header: letters, digits, dots, hyphens and underscores.',
      default: '1',
    },
    privateKey: text(`Private key of the suite, which signs requests. ${keyText}`),
    publicKey: text(`Public key of the target, which verifies its answers. ${keyText}`),
  });
}

function limit(): Schema {
  return group('Limits of one API.', {
    perFixture: count(
      'Most messages to one user in a run, whatever the calls test. The owner of a token counts as its user.',
      1,
      1000,
      { default: 3 },
    ),
    restMs: count(
      'Pause between two messages to one user, in milliseconds; the gate profile does not wait longer than one second.',
      0,
      day,
      { default: 60_000 },
    ),
    maxSends: {
      type: ['integer', 'null'],
      minimum: 0,
      maximum: 100_000,
      description: 'Most messages in a run through this API; null for no limit. Default 12, on loopback none.',
    },
  });
}

function client(): Schema {
  return group('Role mpp-client: where the simulator listens, and how the caller is started.', {
    listen: text('host:port where the simulated Alipay+ listens.', {
      pattern: '^(\\[[0-9A-Fa-f:.]+\\]|[^:\\s]+):[0-9]{1,5}$',
      default: '127.0.0.1:9000',
    }),
    trigger: group(
      'What starts the caller: a URL that receives a POST, or a command that receives the same JSON on stdin.',
      {
        url: text('URL of the trigger.'),
        command: text('Shell command of the trigger.'),
      },
      { minProperties: 1, maxProperties: 1 },
    ),
    triggerTimeoutMs: count('Time limit of one action, in milliseconds.', 1, day, { default: 30_000 }),
    retryWindowMs: count(
      'Time in which the caller repeats a call, in milliseconds; without it, a missing repeat is inconclusive.',
      1,
      day,
    ),
    timeoutMs: count('Time-out of the caller, in milliseconds.', 1, day),
  });
}

function run(): Schema {
  return group('Settings of the run; command-line options override them.', {
    profile: {
      enum: ['smoke', 'gate', 'certify'],
      description: 'smoke: one probe per requirement; gate: the default; certify: before go-live.',
      default: 'gate',
    },
    seed: count('Seed of the random values: the same seed sends the same requests.', -(2 ** 31), 2 ** 31 - 1),
    strict: flag('Treat a failed SHOULD like a failed MUST.', false),
    timeoutMs: count('Time limit for an answer, in milliseconds.', 1, 600_000, { default: 15_000 }),
    concurrency: count('Maximum number of concurrent requests.', 1, 256, { default: 8 }),
    rate: {
      type: 'number',
      minimum: 0,
      maximum: 100_000,
      description:
        'Maximum requests per second; 0 for no limit. For role alipayplus and a target that is not on loopback the default is 5, with 2 concurrent requests.',
      default: 0,
    },
    runs: count('Random cases per property; the default depends on the profile.', 1, 100_000),
    marker: flag(
      'False: no X-Conformance-Request header. Profile certify sends it with every second request only.',
      true,
    ),
    absenceMs: count('Maximum time to wait for a target that has stopped answering, in milliseconds.', 0, day, {
      default: 30_000,
    }),
    startMs: count('How long a target that does not answer yet is waited for, in milliseconds.', 0, day, {
      default: 5000,
    }),
  });
}

/** What only people read would make the validator three times as long. */
function withoutWords(schema: Schema): Schema {
  // The names of APIs are checked by the tool, which knows those of `specs` as well.
  const words = new Set(['title', 'description', 'examples', 'default', 'if', 'else']);
  const bare = (node: unknown, named: boolean): unknown => {
    if (Array.isArray(node)) return node.map((item) => bare(item, false));
    if (node === null || typeof node !== 'object') return node;
    const kept = Object.entries(node).filter(([key]) => named || !words.has(key));
    return Object.fromEntries(kept.map(([key, value]) => [key, bare(value, !named && key === 'properties')]));
  };
  return bare(schema, false) as Schema;
}

/** The validator as one real ES module without imports. */
export async function validatorModule(schema: Schema): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    inlineRefs: false,
    strict: true,
    allowUnionTypes: true,
    code: { source: true, esm: true },
  });
  const source = standaloneCode.default(ajv, ajv.compile(withoutWords(schema)));
  const bundled = await build({
    absWorkingDir: `${import.meta.dirname}/..`,
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    format: 'esm',
    write: false,
    minifySyntax: true,
    platform: 'node',
  });
  return `${mark}\n${bundled.outputFiles[0]!.text}`;
}

const mark = '/** Generated from scripts/config-schema.ts by npm run generate; do not edit. */';

const types = `${mark}
interface Complaint {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
}
/** Whether a value is a config; what is wrong stands in \`errors\` afterwards. */
declare const validate: ((value: unknown) => boolean) & { errors?: Complaint[] | null };
export default validate;
`;

/** All files made from the schema, name to content. */
export async function configFiles(): Promise<Record<string, string>> {
  const schema = configSchema(Object.keys(operations));
  return {
    'config.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
    'config-validator.js': await validatorModule(schema),
    'config-validator.d.ts': types,
  };
}

if (import.meta.filename === process.argv[1]) {
  for (const [name, content] of Object.entries(await configFiles())) {
    await writeFile(new URL(`../generated/${name}`, import.meta.url), content);
  }
}
