/** The to-do list of a run: config lines that let more be judged, each with what it buys. */
import type { PlannedRow } from './plan.ts';
import type { Todo } from './report.ts';
import type { RunSettings } from './settings.ts';

/** Config lines to add, those that unlock most first. */
export function todoOf(plan: readonly PlannedRow[], settings: RunSettings): Todo[] {
  const todo: Todo[] = [];
  const ran = plan.filter((planned) => planned.excused === null);
  if (settings.signing.mode === 'off') {
    const signing = keysWith(ran, (reason) => reason === 'signing-off');
    if (signing.length > 0) {
      todo.push({
        config: 'signing: { mode: required, keyVersion: "1", privateKey: keys/suite.pem, publicKey: keys/target.pem }',
        says: 'Signatures are judged once both keys are there.',
        unlocks: signing,
      });
    }
  }
  for (const operation of new Set(ran.map(({ op }) => op.id))) todo.push(...forOperation(operation, ran, settings));
  return todo.sort((a, b) => b.unlocks.length - a.unlocks.length);
}

function keysWith(plan: readonly PlannedRow[], wanted: (reason: string) => boolean): string[] {
  return plan
    .filter(({ row }) => row.outcome === 'not-run' && row.checks.some((check) => wanted(check.reason)))
    .map(({ row }) => row.key);
}

/** What is missing for one operation: where it is, whom to call about, and which scenarios. */
function forOperation(operation: string, ran: readonly PlannedRow[], settings: RunSettings): Todo[] {
  const own = ran.filter(({ op }) => op.id === operation);
  const uncontrolled = keysWith(own, (reason) => reason === 'no-control');
  const opening = own
    .flatMap(({ row }) => row.checks)
    .find((check) => check.reason === 'no-fixture' && /set paths\./.test(check.received));
  if (opening && uncontrolled.length > 0) {
    return [
      {
        config: `paths: { ${operation}: ${settings.paths[operation] ?? own[0]!.op.path} }`,
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
  const { op } = own[0]!;
  const names = [...new Set([op.probing.nobody, op.probing.refersTo?.field].filter((name) => name != null))];
  const required = op.request.filter((field) => field.required).map((field) => field.path[0]!);
  const body = (names.length > 0 ? names : required).map((name) => `${name}: …`).join(', ');
  return [
    {
      config: `requests: { ${operation}: [{ ${body} }] }`,
      says: `Name a user of your test environment, so that a good ${operation} is accepted.`,
      unlocks: uncontrolled,
    },
    {
      config: `requests: { ${operation}: [{ … }, { … }] }`,
      says: `More users of ${operation}: calls were throttled, or the limit of messages was reached.`,
      unlocks: keysWith(own, (reason) => reason === 'throttled' || reason === 'budget'),
    },
    {
      config: `requests: { ${operation}: [{ …, fresh: true }] }`,
      says: 'A user who got no message today, for the daily limit.',
      unlocks: keysThatSay(own, /fresh: true/),
    },
    {
      config: `requests: { ${operation}: [{ … }, { … }] }`,
      says: 'A second user, to be called at the same moment as the first.',
      unlocks: keysThatSay(own, /second user/),
    },
  ];
}

function keysThatSay(plan: readonly PlannedRow[], words: RegExp): string[] {
  return plan
    .filter(({ row }) => row.outcome === 'not-run' && row.checks.some((check) => words.test(check.received)))
    .map(({ row }) => row.key);
}

function forScenarios(operation: string, own: readonly PlannedRow[]): Todo[] {
  const field = own[0]!.op.probing.nobody ?? 'customerId';
  return [...new Set(own.flatMap((planned) => planned.missingScenarios))].map((code) => ({
    config: `scenarios: { ${operation}: { ${code.includes(':') ? `"${code}"` : code}: { ${field}: … } } }`,
    says: `Values that make ${operation} answer ${code}.`,
    unlocks: own.filter((planned) => planned.missingScenarios.includes(code)).map(({ row }) => row.key),
  }));
}
