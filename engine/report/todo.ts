/** The to-do list of a run: config lines that let more be judged, each with what it buys. Made from the reasons of findings. */
import type { Operation } from '../../contract/types.ts';
import type { Diagnosis, Todo } from '../report.ts';
import { anonymousClient, type RunSettings } from '../settings.ts';
import { block, hasReason, keysWith, listed, userFields, yamlKey } from './config-lines.ts';
import { type JudgedRow, misses } from './judged-rows.ts';
import { forSpacing, forUsers } from './todo-users.ts';

type Diagnoses = readonly Pick<Diagnosis, 'code'>[];

/** Config lines to add: which APIs, users and limits first, then those that unlock most. */
export function todoOf(rows: readonly JudgedRow[], settings: RunSettings, diagnosis: Diagnoses = []): Todo[] {
  const isOverloaded = diagnosis.some(({ code }) => code === 'target-overloaded');
  // No line of the config helps a target that is overloaded at one request a second.
  const ran = rows.filter((row) => row.planned.excused === null && !(isOverloaded && hasReason(row, 'throttled')));
  // Where the run was stopped at its first calls nothing else is known to be missing.
  if (ran.some((row) => hasReason(row, 'misconfigured'))) return forSigning(ran, settings, diagnosis).filter(needed);
  const operations = [...new Set(ran.map(({ planned }) => planned.op))];
  const absent = operations.filter((op) => absentRows(op, ran).length > 0);
  const others = [
    ...forSigning(ran, settings, diagnosis),
    ...operations.flatMap((op) => (absent.includes(op) ? [] : forOperation(op, ran, settings))),
    ...forCaller(ran),
    ...forRate(ran),
  ].filter(needed);
  return [
    ...forPaths(absent, operations, ran, settings),
    ...others.sort((a, b) => b.unlocks.length - a.unlocks.length),
  ];
}

function needed({ unlocks }: Todo): boolean {
  return unlocks.length > 0;
}

/** Diagnoses of targets that judge no call until it is signed, or comes from a client that they know. */
const unsigned: ReadonlySet<string> = new Set(['signature-wanted', 'client-id-refused']);

/** Everything that signing needs, at once: with a part of it the next run would only ask for the rest. */
function forSigning(ran: readonly JudgedRow[], settings: RunSettings, diagnosis: Diagnoses): Todo[] {
  const { signing, clientId } = settings;
  if (signing.mode !== 'off') return [];
  const isStopped = diagnosis.some(({ code }) => unsigned.has(code));
  const keys = ['privateKey: keys/suite.pem', 'publicKey: keys/target-public.pem'];
  const lines = block('signing', 'mode: required', 'keyVersion: "1"', ...keys);
  return [
    {
      config: clientId === anonymousClient ? `clientId: ${clientId}\n${lines}` : lines,
      says: 'Make the keys with `npx conformance keys`: it says which files the target gets. clientId is the name under which the target keeps suite-public.pem.',
      unlocks: keysWith(ran, (row) =>
        hasReason(row, 'signing-off', ...(isStopped ? (['misconfigured'] as const) : [])),
      ),
    },
  ];
}

/** A rate that the target can take from the start: the run slowed down, and that was not enough for these. */
function forRate(ran: readonly JudgedRow[]): Todo[] {
  return [
    {
      config: block('run', 'rate: 1'),
      says: 'Requests a second, from the start: the target answered "too often" after the run had slowed down as well. Or raise its limit for this client.',
      unlocks: keysWith(ran, (row) => hasReason(row, 'throttled') && misses(row, 'rate')),
    },
  ];
}

/** Rows of an operation that is not at its path. */
function absentRows(op: Operation, ran: readonly JudgedRow[]): string[] {
  const own = ran.filter(({ planned }) => planned.op === op);
  return own.some((row) => misses(row, 'path')) ? keysWith(own, (row) => hasReason(row, 'no-control')) : [];
}

/** APIs that are not at their paths: where others are found the target may not offer them, else all of them may be elsewhere. */
function forPaths(
  absent: readonly Operation[],
  operations: readonly Operation[],
  ran: readonly JudgedRow[],
  { apis, paths, pathsConfigured }: RunSettings,
): Todo[] {
  if (absent.length === 0) return [];
  const none = absent.length === operations.length;
  const moved = absent.filter(({ id }) => none || pathsConfigured.includes(id));
  const notOffered: readonly string[] = absent.filter((op) => !moved.includes(op)).map(({ id }) => id);
  const offered = apis.filter((id) => !notOffered.includes(id));
  const narrowed: Todo = {
    config: `apis: [${offered.join(', ')}]`,
    says: `The APIs that the target offers. Not found at the default path: ${listed(notOffered)}; one that is elsewhere stays in this list, and its path goes under paths.`,
    unlocks: [],
  };
  const elsewhere = moved.map(
    (op): Todo => ({
      config: block('paths', `${op.id}: …`),
      says: `The path of ${op.id}, which is not at ${paths[op.id] ?? op.path}${moved.length > 1 ? '; remove it here and from apis if the target does not offer it' : ''}.`,
      unlocks: absentRows(op, ran),
    }),
  );
  const choice: Todo = { config: `apis: [${apis.join(', ')}]`, says: 'The APIs that the target offers.', unlocks: [] };
  return [...(notOffered.length > 0 ? [narrowed] : moved.length > 1 ? [choice] : []), ...elsewhere];
}

/** What is missing for one operation: users, the limit of their messages, scenarios. */
function forOperation(op: Operation, ran: readonly JudgedRow[], settings: RunSettings): Todo[] {
  const own = ran.filter(({ planned }) => planned.op === op);
  return [
    ...forUsers(op, own, settings),
    ...forSpacing(op, own),
    ...forScenarios(op, own, settings),
    ...forOwnScenarios(op, own, settings),
  ];
}

/** What single scenarios need beside a code: a token of their own user, a channel that the user does not have. */
function forOwnScenarios(op: Operation, own: readonly JudgedRow[], { apis }: RunSettings): Todo[] {
  const tokens = own.flatMap(({ checks }) =>
    checks.flatMap(({ finding: { received } }) => (received?.is === 'token-to-name' ? [received] : [])),
  );
  const lines = [...new Set(tokens.map(({ scenario, field }) => `  ${yamlKey(scenario)}: { ${field}: … }`))];
  return [
    ...(lines.length === 0
      ? []
      : [
          {
            config: block('scenarios', `${op.id}:`, ...lines),
            says: 'A token of the user of each of these scenarios: the target looks at whose token it is.',
            unlocks: keysWith(own, (row) => misses(row, 'own-token')),
          },
        ]),
    {
      config: block(
        'scenarios',
        `${op.id}:`,
        `  "PROCESS_FAIL:no-mailbox": { ${userFields(op, apis)[0]}: …, verifyType: EMAIL }`,
      ),
      says: 'A user who cannot be reached by EMAIL, or by MOBILE: shows what a request without verifyType is taken for.',
      unlocks: keysWith(own, (row) => misses(row, 'verify-type-scenario')),
    },
  ];
}

/** The config of scenarios of an operation, with a place for the values of their users. */
export function scenarioBlock(op: Operation, names: readonly string[], { apis }: Pick<RunSettings, 'apis'>): string {
  const [field] = userFields(op, apis);
  return block('scenarios', `${op.id}:`, ...names.map((name) => `  ${yamlKey(name)}: { ${field}: … }`));
}

/** Users and values that make the operation give each answer that it can give; those of overload come last, being hard to provoke. */
function forScenarios(op: Operation, own: readonly JudgedRow[], settings: RunSettings): Todo[] {
  const missing = new Set(own.flatMap(({ planned }) => planned.missingScenarios));
  const codes = [...missing].sort((a, b) => Number(hardToProvoke.has(a)) - Number(hardToProvoke.has(b)));
  if (codes.length === 0) return [];
  return [
    {
      config: scenarioBlock(op, codes, settings),
      says: `Values with which ${op.id} gives each of these answers; remove those that your test environment cannot give.`,
      unlocks: own.filter(({ planned }) => planned.missingScenarios.length > 0).map(({ planned }) => planned.key),
    },
  ];
}

const hardToProvoke = new Set(['PROCESS_FAIL', 'ACCESS_DENIED', 'UNKNOWN_EXCEPTION', 'REQUEST_TRAFFIC_EXCEED_LIMIT']);

/** What the suite has to know of a caller under test. */
function forCaller(ran: readonly JudgedRow[]): Todo[] {
  const keys = (missing: 'retry-window' | 'caller-timeout') =>
    ran.filter((row) => misses(row, missing)).map(({ planned }) => planned.key);
  return [
    {
      config: block('client', 'retryWindowMs: 20000'),
      says: 'How long the caller takes at most until it repeats a call; without it a missing repeat proves nothing.',
      unlocks: keys('retry-window'),
    },
    {
      config: block('client', 'timeoutMs: 5000'),
      says: "The caller's own time-out; without it the 5 seconds that the documentation recommends are used.",
      unlocks: keys('caller-timeout'),
    },
  ];
}
