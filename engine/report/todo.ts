/** The to-do list of a run: config lines that let more be judged, each with what it buys. Made from the reasons of findings. */
import type { IdentityKind, Operation } from '../../contract/types.ts';
import type { Todo } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import { type JudgedRow, misses } from './judged-rows.ts';

/** Config lines to add, those that unlock most first. */
export function todoOf(rows: readonly JudgedRow[], settings: RunSettings): Todo[] {
  const ran = rows.filter(({ planned }) => planned.excused === null);
  const operations = new Set(ran.map(({ planned }) => planned.op));
  const todo = [
    ...forSigning(ran, settings),
    ...[...operations].flatMap((op) => forOperation(op, ran, settings)),
    ...forCaller(ran),
  ];
  return todo.filter(({ unlocks }) => unlocks.length > 0).sort((a, b) => b.unlocks.length - a.unlocks.length);
}

/** Rows that were not run, where a check of theirs says why. */
function keysWith(rows: readonly JudgedRow[], says: (row: JudgedRow) => boolean): string[] {
  return rows.filter((row) => row.outcome === 'not-run' && says(row)).map(({ planned }) => planned.key);
}

function hasReason(row: JudgedRow, ...reasons: readonly string[]): boolean {
  return row.checks.some(({ reason }) => reasons.includes(reason));
}

function forSigning(ran: readonly JudgedRow[], { signing }: RunSettings): Todo[] {
  if (signing.mode !== 'off') return [];
  return [
    {
      config: block('signing', 'privateKey: keys/suite.pem', 'publicKey: keys/target-public.pem'),
      says: 'Signatures are judged once both keys are set.',
      unlocks: keysWith(ran, (row) => hasReason(row, 'signing-off')),
    },
  ];
}

/** What is missing for one operation: where it is, whom to call about, and which scenarios. */
function forOperation(op: Operation, ran: readonly JudgedRow[], settings: RunSettings): Todo[] {
  const own = ran.filter(({ planned }) => planned.op === op);
  const uncontrolled = keysWith(own, (row) => hasReason(row, 'no-control'));
  if (uncontrolled.length > 0 && own.some((row) => misses(row, 'path'))) {
    return [
      {
        config: block('paths', `${op.id}: ${settings.paths[op.id] ?? op.path}`),
        says: `${op.id} is not at its default path: set the path of yours, or leave it out of apis.`,
        unlocks: uncontrolled,
      },
    ];
  }
  return [...forUsers(op, own, uncontrolled), ...forScenarios(op, own), ...forOwnScenarios(op, own)];
}

/** What single scenarios need beside a code: a token of their own user, a channel that the user does not have. */
function forOwnScenarios(op: Operation, own: readonly JudgedRow[]): Todo[] {
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
        `  "PROCESS_FAIL:no-mailbox": { ${userFields(op)[0]}: …, verifyType: EMAIL }`,
      ),
      says: 'A user who cannot be reached by EMAIL, or by MOBILE: shows what a request without verifyType is taken for.',
      unlocks: keysWith(own, (row) => misses(row, 'verify-type-scenario')),
    },
  ];
}

/** A key of a YAML map; quoted where it has a colon. */
function yamlKey(name: string): string {
  return name.includes(':') ? `"${name}"` : name;
}

/** Users to name: a first one, more, a fresh one, a second one. */
function forUsers(op: Operation, own: readonly JudgedRow[], uncontrolled: string[]): Todo[] {
  const body = userFields(op)
    .map((name) => `${name}: …`)
    .join(', ');
  const user = (more = '') => block('requests', `${op.id}:`, `  - { ${body}${more} }`);
  return [
    {
      config: user(),
      says: `Name a user of your test environment, so that a valid ${op.id} is accepted.`,
      unlocks: uncontrolled,
    },
    {
      config: user(),
      says: `More users of ${op.id}: calls were throttled, or the limit of messages was reached.`,
      unlocks: keysWith(own, (row) => hasReason(row, 'throttled', 'budget')),
    },
    {
      config: user(', fresh: true'),
      says: 'A user who got no message today, for the daily limit.',
      unlocks: keysWith(own, (row) => misses(row, 'fresh-user')),
    },
    {
      config: user(),
      says: 'A second user, to be called at the same moment as the first.',
      unlocks: keysWith(own, (row) => misses(row, 'second-user')),
    },
  ];
}

/** Users and values that make the operation give each answer that it can give; those of overload come last, being hard to provoke. */
function forScenarios(op: Operation, own: readonly JudgedRow[]): Todo[] {
  const [field] = userFields(op);
  const missing = new Set(own.flatMap(({ planned }) => planned.missingScenarios));
  const codes = [...missing].sort((a, b) => Number(hardToProvoke.has(a)) - Number(hardToProvoke.has(b)));
  if (codes.length === 0) return [];
  const lines = codes.map((code) => `  ${yamlKey(code)}: { ${field}: … }`);
  return [
    {
      config: block('scenarios', `${op.id}:`, ...lines),
      says: `Values with which ${op.id} gives each of these answers.`,
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

/** What a test environment has of its own, so that the config has to name it. */
const configured: ReadonlySet<IdentityKind> = new Set(['user', 'partner', 'token'] as const);

/** Fields that name a user of the test environment, and who calls; the one that names an unknown user first. */
function userFields({ probing, request }: Operation): string[] {
  const identities = request.filter(
    ({ identity, path }) => identity && configured.has(identity.of) && path[0] !== probing.introduces,
  );
  const names = (identities.length > 0 ? identities : request.filter(({ required }) => required)).map(
    ({ path }) => path[0]!,
  );
  return names.sort((a, b) => Number(b === probing.nobody) - Number(a === probing.nobody));
}

/** Lines of YAML under a key of the config: such blocks can be merged key by key. */
function block(key: string, ...lines: readonly string[]): string {
  return [`${key}:`, ...lines.map((line) => `  ${line}`)].join('\n');
}
