/** The JSON Schema of conformance.config.yaml, and the validator made from it: `tsx scripts/config-schema.ts`. */
import { writeFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { operations } from '../generated/operations.ts';
import { declared, subject, waivers } from './config-schema/people.ts';
import { count, day, group, type Schema, text } from './config-schema/terms.ts';

const keyText = 'A path relative to this file, or the key itself: PEM or bare base64, PKCS#1 or PKCS#8.';

/** The schema for the operations of that name; an operation more is a key more. */
export function configSchema(operationIds: readonly string[]): Schema {
  const perOperation = (description: string, definition: string): Schema =>
    group(description, Object.fromEntries(operationIds.map((id) => [id, { $ref: `#/$defs/${definition}` }])));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:alipayplus-conformance:config',
    title: 'conformance.config.yaml',
    ...group('What alipayplus-conformance is told about the target and the run.', {
      $schema: text('Where an editor finds this schema; ignored by the tool.'),
      target: text('Base URL of the server under test, with a path prefix where it has one.', {
        examples: ['https://mpp.example.com'],
      }),
      role: {
        enum: ['mpp', 'alipayplus', 'mpp-client'],
        description:
          'What is under test: an MPP’s server, the Alipay+ sandbox (or an emulator), or an MPP’s caller of getPaymentCode.',
        default: 'mpp',
      },
      apis: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { enum: operationIds },
        description: 'The APIs that the target offers. The role’s others are not-applicable.',
      },
      clientId: text('Client-Id of the requests. Under alipayplus.com it starts with SANDBOX_ or TEST_.', {
        examples: ['SANDBOX_5Y0000000000000000'],
      }),
      signing: signing(),
      paths: perOperation('Path of each API, where it is not the default one.', 'path'),
      headers: {
        type: 'object',
        additionalProperties: { type: 'string' },
        propertyNames: { pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" },
        description: 'Headers added to every request, such as a gateway’s key.',
      },
      requests: perOperation('Users of the target’s test environment: laid over the spec’s example request.', 'users'),
      scenarios: perOperation('What makes the target answer with one result code or decision.', 'scenarios'),
      limits: perOperation('How often calls that reach a person may be made.', 'limit'),
      resultCodes: group('Result codes that the target may use beyond the documented tables.', {
        extra: perOperation('Additional codes of each API, with their status.', 'codes'),
      }),
      client: client(),
      tls: group('TLS towards the target.', {
        ca: text('Certificate authority to trust: a path, or PEM text.'),
        cert: text('Client certificate: a path, or PEM text.'),
        key: text('Key of the client certificate: a path, or PEM text.'),
        passphrase: text('Passphrase of that key.'),
      }),
      run: run(),
      subject: subject(),
      declared: declared(),
      waivers: waivers(),
    }),
    $defs: definitions(),
  };
}

/** What stands under the name of an API. */
function definitions(): Schema {
  const fresh = {
    type: 'boolean',
    description: 'Has had no OTP today: such a user serves the daily limit only.',
    default: false,
  };
  return {
    path: text('Path, appended to the target URL.', { pattern: '^/[!"$-~]*$' }),
    user: { type: 'object', description: 'Fields of one user; null sends null.', properties: { fresh } },
    users: {
      type: ['object', 'array'],
      minItems: 1,
      properties: { fresh },
      items: { $ref: '#/$defs/user' },
      description: 'One user, or a list of them (a pool). The config vouches for each: a refused one is a finding.',
    },
    scenarios: {
      type: 'object',
      additionalProperties: { type: 'object' },
      description:
        'Result code, decision, or CODE:variant, with the fields that bring it about, laid over the first user.',
    },
    limit: limit(),
    codes: {
      type: 'object',
      additionalProperties: { enum: ['F', 'U'] },
      description: 'Result code to its status, F or U; a documented code cannot be added.',
    },
  };
}

function signing(): Schema {
  return group('How requests are signed and answers verified. Without keys the signature rows are not run.', {
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
    privateKey: text(`Our private key, to sign requests with. ${keyText}`),
    publicKey: text(`The target’s public key, to verify its answers with. ${keyText}`),
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
      'Rest between two messages to one user, in milliseconds; the gate skips one of more than a second.',
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
  return group('Role mpp-client: where the simulator listens, and how the caller is set going.', {
    listen: text('host:port where the simulated Alipay+ listens.', {
      pattern: '^(\\[[0-9A-Fa-f:.]+\\]|[^:\\s]+):[0-9]{1,5}$',
      default: '127.0.0.1:9000',
    }),
    trigger: group(
      'What sets the caller going: a URL that is POSTed to, or a command that gets the same JSON on stdin.',
      {
        url: text('URL of the trigger.'),
        command: text('Shell command of the trigger.'),
      },
      { minProperties: 1, maxProperties: 1 },
    ),
    triggerTimeoutMs: count('How long one action may take.', 1, day, { default: 30_000 }),
    retryWindowMs: count(
      'Within what time the caller repeats a call; without it a missing repeat is inconclusive.',
      1,
      day,
    ),
    timeoutMs: count('The caller’s own time-out.', 1, day),
  });
}

function run(): Schema {
  return group('How the run goes; options of the command line override these.', {
    profile: {
      enum: ['smoke', 'gate', 'certify'],
      description: 'smoke: one probe per requirement; gate: the default; certify: before go-live.',
      default: 'gate',
    },
    seed: count('Seed of the random values: the same seed sends the same requests.', -(2 ** 31), 2 ** 31 - 1),
    strict: { type: 'boolean', description: 'SHOULD fails as MUST does.', default: false },
    timeoutMs: count('How long to wait for an answer.', 1, 600_000, { default: 15_000 }),
    concurrency: count('Requests under way at the same time.', 1, 256, { default: 8 }),
    rate: {
      type: 'number',
      minimum: 0,
      maximum: 100_000,
      description:
        'Requests per second; 0 for no limit. Towards an Alipay+ that is not this machine the default is 5, with 2 under way at the same time.',
      default: 0,
    },
    runs: count('Random cases per property; the profile’s number by default.', 1, 100_000),
    absenceMs: count('How long a target that answered before and is away now is waited for, in milliseconds.', 0, day, {
      default: 30_000,
    }),
    startMs: count('How long a target that refuses connections at the start is waited for, in milliseconds.', 0, day, {
      default: 5000,
    }),
  });
}

/** What only people read would make the validator three times as long. */
function withoutWords(schema: Schema): Schema {
  const words = new Set(['title', 'description', 'examples', 'default']);
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
