/** The to-do list of a run: config lines that let more be judged, each with what it buys. */
import type { IdentityKind } from '../../contract/types.ts';
import type { Operation } from '../../generated/operations.ts';
import type { PlannedRow } from '../plan/plan.ts';
import type { CheckResult, Todo } from '../report.ts';
import type { RunSettings } from '../settings.ts';

/** Config lines to add, those that unlock most first. */
export function todoOf(plan: readonly PlannedRow[], settings: RunSettings): Todo[] {
  const todo: Todo[] = [];
  const ran = plan.filter((planned) => planned.excused === null);
  if (settings.signing.mode === 'off') {
    const signing = keysWith(ran, ({ reason }) => reason === 'signing-off');
    if (signing.length > 0) {
      todo.push({
        config: block('signing', 'privateKey: keys/suite.pem', 'publicKey: keys/target.pem'),
        says: 'Signatures are judged once both keys are there.',
        unlocks: signing,
      });
    }
  }
  for (const operation of new Set(ran.map(({ op }) => op.id))) todo.push(...forOperation(operation, ran, settings));
  return todo.sort((a, b) => b.unlocks.length - a.unlocks.length);
}

/** Rows that were not run, where a check of theirs says why. */
function keysWith(plan: readonly PlannedRow[], says: (check: CheckResult) => boolean): string[] {
  return plan.filter(({ row }) => row.outcome === 'not-run' && row.checks.some(says)).map(({ row }) => row.key);
}

/** What is missing for one operation: where it is, whom to call about, and which scenarios. */
function forOperation(operation: string, ran: readonly PlannedRow[], settings: RunSettings): Todo[] {
  const own = ran.filter(({ op }) => op.id === operation);
  const uncontrolled = keysWith(own, ({ reason }) => reason === 'no-control');
  const opening = own
    .flatMap(({ row }) => row.checks)
    .find((check) => check.reason === 'no-fixture' && /set paths\./.test(check.received));
  if (opening && uncontrolled.length > 0) {
    return [
      {
        config: block('paths', `${operation}: ${settings.paths[operation] ?? own[0]!.op.path}`),
        says: `${operation} is not there under its default path: set the path of yours, or leave it out of apis.`,
        unlocks: uncontrolled,
      },
    ];
  }
  return [...forUsers(operation, own, uncontrolled), ...forScenarios(operation, own)].filter(
    ({ unlocks }) => unlocks.length > 0,
  );
}

/** Users to name: a first one, more, a fresh one, a second one. */
function forUsers(operation: string, own: readonly PlannedRow[], uncontrolled: string[]): Todo[] {
  const body = userFields(own[0]!.op)
    .map((name) => `${name}: …`)
    .join(', ');
  const user = (more = '') => block('requests', `${operation}:`, `  - { ${body}${more} }`);
  return [
    {
      config: user(),
      says: `Name a user of your test environment, so that a good ${operation} is accepted.`,
      unlocks: uncontrolled,
    },
    {
      config: user(),
      says: `More users of ${operation}: calls were throttled, or the limit of messages was reached.`,
      unlocks: keysWith(own, ({ reason }) => reason === 'throttled' || reason === 'budget'),
    },
    {
      config: user(', fresh: true'),
      says: 'A user who got no message today, for the daily limit.',
      unlocks: keysWith(own, ({ received }) => /fresh: true/.test(received)),
    },
    {
      config: user(),
      says: 'A second user, to be called at the same moment as the first.',
      unlocks: keysWith(own, ({ received }) => /second user/.test(received)),
    },
  ];
}

/** Users and values that make the operation give each answer that it can give; those of overload come last, being hard to come by. */
function forScenarios(operation: string, own: readonly PlannedRow[]): Todo[] {
  const [field] = userFields(own[0]!.op);
  const missing = new Set(own.flatMap((planned) => planned.missingScenarios));
  const codes = [...missing].sort((a, b) => Number(hardToProvoke.has(a)) - Number(hardToProvoke.has(b)));
  if (codes.length === 0) return [];
  const lines = codes.map((code) => `  ${code.includes(':') ? `"${code}"` : code}: { ${field}: … }`);
  return [
    {
      config: block('scenarios', `${operation}:`, ...lines),
      says: `Values with which ${operation} gives each of these answers.`,
      unlocks: own.filter((planned) => planned.missingScenarios.length > 0).map(({ row }) => row.key),
    },
  ];
}

const hardToProvoke = new Set(['PROCESS_FAIL', 'ACCESS_DENIED', 'UNKNOWN_EXCEPTION', 'REQUEST_TRAFFIC_EXCEED_LIMIT']);

/** What a test environment has of its own, so that the config has to name it. */
const configured: ReadonlySet<IdentityKind> = new Set(['user', 'partner', 'token'] as const);

/** Fields that name a user of the test environment, and who calls; the one that names a made-up user first. */
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
