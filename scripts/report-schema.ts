/** The JSON Schema of report.json, held to the Report type by the compiler: `tsx scripts/report-schema.ts` writes it. */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { harms } from '../contract/names.ts';
import {
  type CheckResult,
  type Diagnosis,
  outcomes,
  type Party,
  type Report,
  type ReportExchange,
  type ReportFact,
  type RequirementRow,
  type Subject,
  type Todo,
  type TrafficSection,
} from '../engine/report.ts';
import { requirementSet, restsOn, reviews } from './report-schema/certification.ts';
import { proof, strength } from './report-schema/proof.ts';
import { spec } from './report-schema/spec.ts';
import {
  amount,
  count,
  flag,
  listOf,
  mapOf,
  object,
  oneOf,
  type Properties,
  type Schema,
  text,
} from './report-schema/terms.ts';

function orNull(schema: Schema, description: string): Schema {
  return { anyOf: [schema, { type: 'null' }], description };
}

const time = { format: 'date-time' };
const headers: Schema = listOf(
  { type: 'array', prefixItems: [{ type: 'string' }, { type: 'string' }], items: false, minItems: 2 },
  'Name and value in the order and spelling of the wire.',
);

const check = object<CheckResult>('One probe or invariant that was put to the subject, and what it showed.', {
  title: text('What happens, in the present tense.'),
  done: text('What was done, without what is expected of it; empty where it passed, and where no exchange shows it.'),
  outcome: { $ref: '#/$defs/outcome' },
  reason: text('A word of the closed list in docs/outcomes.md; empty when passed.'),
  expected: text('What the requirement asks for.'),
  received: text('What came instead, or as asked.'),
  seen: text('How often it was seen, `4 of 4`; empty where it was tried once.'),
  counterexample: { description: 'The smallest request body that shows it; null where the body does not matter.' },
  field: text(
    'The guilty part: a JSON pointer into the request body, `header:NAME`, `method`, `path` or `body`; of the answer behind `response:`; empty for none.',
  ),
  exchanges: listOf({ type: 'string' }, 'Ids of the exchanges it was judged on.'),
  replay: text('The command line that repeats it.'),
  sentBy: listOf(
    { type: 'string' },
    'Keys of other requirements whose requests it was seen on, and which `--with` sends again; left out where there are none.',
  ),
});

const requirement = object<RequirementRow>('One requirement at one operation.', {
  key: text('`<operation>/<id>`, unique in a report.'),
  id: text('Id of the requirement.'),
  operation: text('Name of the API.'),
  level: oneOf(['MUST', 'SHOULD', 'MAY'] satisfies RequirementRow['level'][], 'How binding the sentence is.'),
  basis: oneOf(
    ['normative', 'derived', 'position', 'partner'] satisfies RequirementRow['basis'][],
    'Whether the page says it, it follows from the page, the page is silent and this is a reading, or a partner states it in `facts`.',
  ),
  says: text("The requirement's sentence."),
  source: object<RequirementRow['source']>('Where it is written.', {
    page: text('The page, or its address.'),
    words: text('The words on it; may be empty.'),
    overlay: text('The file of `facts` that says so; left out for what is documented.'),
  }),
  ambiguity: orNull({ type: 'string' }, 'Number of the ambiguity in docs/ambiguities.md, or null.'),
  group: listOf({ type: 'string' }, 'Ids of the rows that this one is a member of.'),
  kind: text('Kind of constraint: `required`, `maxLength`, `signature`, …'),
  harm: oneOf(
    harms,
    'What it means that it is broken, worst first; of a row that failed or warned, as it was broken here.',
  ),
  outcome: { $ref: '#/$defs/outcome' },
  reason: text('A word of the closed list in docs/outcomes.md; empty when passed.'),
  consequenceOf: orNull({ type: 'string' }, 'Key of the row whose finding explains this one; null for a root finding.'),
  waiver: orNull(
    object<NonNullable<RequirementRow['waiver']>>('Who accepts the failure, why, and until when.', {
      reason: text('Why it is accepted.'),
      owner: text('Who answers for it.'),
      until: text('Last day it holds, `2027-01-31`.'),
    }),
    'The waiver in force, or null.',
  ),
  declared: object<NonNullable<RequirementRow['declared']>>(
    'Left out where the config does not declare that it cannot occur at this target.',
    { reason: text('Why it cannot occur.'), owner: text('Who says so.') },
  ),
  checks: listOf(check, 'What was put to the subject; empty in a row that sums up others.'),
});

const exchange = object<ReportExchange>('One request and what came back, redacted.', {
  id: text('Unique in a report.'),
  operation: text('Name of the API.'),
  probe: text('Stable name of the probe that sent it.'),
  title: text('What the probe does, in the present tense.'),
  marker: text('Value of X-Conformance-Request; empty where the subject was the caller.'),
  startedAt: text('When it was sent.', time),
  durationMs: amount('Until the answer was read, or given up.'),
  request: object<ReportExchange['request']>('What was sent.', {
    method: text('HTTP method.'),
    path: text('Path and query.'),
    headers,
    body: text('Body as text.'),
  }),
  response: orNull(
    object<NonNullable<ReportExchange['response']>>('What came back.', {
      status: { type: 'integer', description: 'HTTP status.' },
      headers,
      body: text('Body as text.'),
      truncated: flag('The answer was longer and was read up to its limit only.'),
    }),
    'The answer; null where none came.',
  ),
  noAnswer: orNull(
    object<NonNullable<ReportExchange['noAnswer']>>('Why no answer came.', {
      kind: text('`timeout`, `refused`, `reset`, `dns`, `tls`, `malformed` or `aborted`.'),
      says: text('The same as a sentence.'),
    }),
    'Why none came; null where one did.',
  ),
});

const run = object<Report['run']>('What was run, when, at what cost.', {
  id: text('Names the run; part of every marker.'),
  seed: { type: 'integer', description: 'Seed of everything random.' },
  profile: oneOf(['smoke', 'gate', 'certify'] satisfies Report['run']['profile'][], 'How much was tried.'),
  strict: flag('Whether a broken SHOULD fails.'),
  signing: oneOf(['required', 'off'] satisfies Report['run']['signing'][], 'Off: signature rows are not run.'),
  apis: listOf({ type: 'string' }, 'APIs that the target offers.'),
  narrowed: flag('True when --only, --only-failed or --api narrowed the run.'),
  extraResultCodes: mapOf(
    mapOf(text('Its status.'), 'Result codes of one API.'),
    'Result codes that the config adds to the documented ones, per API; left out where there are none.',
  ),
  startedAt: text('When the run began.', time),
  durationMs: amount('Wall time.'),
  requests: count('Requests sent, or received where the subject was the caller.'),
  sent: mapOf(count('Messages.'), 'Messages sent to people, per operation that has that effect.'),
  signatures: object<Report['run']['signatures']>('Messages that the subject wrote.', {
    of: oneOf(['answers', 'requests'] satisfies Report['run']['signatures']['of'][], 'Requests where it is a caller.'),
    count: count('How many.'),
    unsigned: count('How many have no Signature header.'),
  }),
  introduced: listOf({ type: 'string' }, 'Ids that the run introduced at the target.'),
  peakMemoryMb: amount('Largest memory of the process in MB.'),
  slowedTo: amount('Requests a second that an overloaded target made the run go down to; left out where it did not.'),
  exitCode: { type: 'integer', minimum: 0, maximum: 255, description: 'Exit code of the command.' },
  interrupted: flag('Whether the run was stopped; the report is a part then.'),
  nonce: orNull({ type: 'string' }, "The certifier's nonce, or null."),
  attempt: count('Which attempt with that nonce it was, from 1; left out without a nonce.'),
  configFile: text('The config file, relative to the working directory; left out where there is none.'),
});

const subject = {
  ...object<Subject>('The system under test, as the config describes it; left out where it does not.', {
    organisation: text('Whose it is.'),
    product: text('Its name.'),
    version: text('Its version.'),
    environment: text('Where it runs.'),
    contact: text('Whom to ask.'),
  }),
  required: [],
};

const facts = listOf(
  object<ReportFact>('What the target does where the documents are silent.', {
    key: text('Key of the row whose check showed it.'),
    operation: text('Name of the API.'),
    ambiguity: orNull({ type: 'string' }, 'Number of the ambiguity in docs/ambiguities.md, or null.'),
    title: text('What was done.'),
    received: text('What the target did.'),
    exchanges: listOf({ type: 'string' }, 'Ids of the exchanges that show it.'),
  }),
  'Neither failures nor warnings, sorted by key; left out by earlier versions.',
);

const party = oneOf(['mpp', 'alipayplus'] satisfies Party[], 'Who it is about.');

const traffic = object<TrafficSection>(
  'What a report of recorded traffic says besides; left out where the suite sent the requests.',
  {
    source: listOf({ type: 'string' }, 'Files, or the addresses of a proxy.'),
    exchanges: count('Calls to the paths of the APIs.'),
    others: count('Calls to other paths.'),
    requirements: count('Requirements of both parties.'),
    judgeable: count('Requirements that traffic can show.'),
    judged: count('Requirements that this traffic showed.'),
    subject: party,
    counterparty: object<TrafficSection['counterparty']>('The other party, whose rows decide nothing.', {
      party,
      requirements: listOf({ $ref: '#/$defs/requirement' }, 'Its rows, sorted by key.'),
    }),
  },
);

const diagnosis = listOf(
  object<Diagnosis>('A configuration or environment fault.', {
    code: text('A word of the closed list in docs/diagnosis.md.'),
    says: text('What is wrong.'),
    cure: text('What to do.'),
  }),
  'Faults of configuration or environment, with their cure.',
);

/** The schema of report.json, JSON Schema 2020-12. */
export function reportSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:alipayplus-conformance:report',
    title: 'report.json',
    ...object<Report>('Everything a run of alipayplus-conformance found.', {
      schemaVersion: {
        const: '1.0' satisfies Report['schemaVersion'],
        description: 'Version of this format; it only grows.',
      },
      suite: object<Report['suite']>('The suite that ran.', { name: text('Package.'), version: text('Version.') }),
      spec,
      target: object<Report['target']>('What was under test.', {
        url: text('Base URL.'),
        role: oneOf(['mpp', 'alipayplus', 'mpp-client'] satisfies Report['target']['role'][], 'What is under test.'),
        embedded: flag("True for the suite's own reference: a demonstration."),
        subject,
      }),
      run,
      verdict: oneOf(
        ['conformant', 'not-conformant', 'incomplete', 'error', 'no-violation'] satisfies Report['verdict'][],
        'What the run says of the target; `no-violation` is said of recorded traffic, which is less than conformance.',
      ),
      totals: object<Report['totals']>(
        'Rows by outcome.',
        Object.fromEntries(outcomes.map((outcome) => [outcome, count('Rows.')])) as Properties<Report['totals']>,
      ),
      diagnosis,
      facts,
      requirementSet,
      reviews,
      restsOn,
      strength,
      proof,
      traffic,
      todo: listOf(
        object<Todo>('One thing to add to the config, and what it buys.', {
          config: text('The YAML to add.'),
          says: text('What it is.'),
          unlocks: listOf({ type: 'string' }, 'Keys of the rows that it lets the suite judge.'),
        }),
        'What to add to the config so that more can be judged.',
      ),
      latencyMs: mapOf(
        listOf(amount('Milliseconds.'), 'In the order sent.'),
        'Latency per operation over answered exchanges.',
      ),
      requirements: listOf({ $ref: '#/$defs/requirement' }, 'One row per requirement and operation, sorted by key.'),
      exchanges: listOf({ $ref: '#/$defs/exchange' }, 'The exchanges that checks refer to.'),
    }),
    $defs: { outcome: oneOf(outcomes, 'Outcome: docs/outcomes.md.'), requirement, exchange },
  };
}

/** Where the schema is published. */
export const reportSchemaFile = new URL('../generated/report.schema.json', import.meta.url);

/** The file's text. */
export function reportSchemaText(): string {
  return `${JSON.stringify(reportSchema(), null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await writeFile(reportSchemaFile, reportSchemaText());
