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

function forOperation(operation: string, ran: readonly PlannedRow[], settings: RunSettings): Todo[] {
  const own = ran.filter(({ op }) => op.id === operation);
  const op = own[0]!.op;
  const todo: Todo[] = [];
  const uncontrolled = keysWith(own, (reason) => reason === 'no-control');
  const opening = own
    .flatMap(({ row }) => row.checks)
    .find((check) => check.reason === 'no-fixture' && /set paths\./.test(check.received));
  if (opening && uncontrolled.length > 0) {
    todo.push({
      config: `paths: { ${operation}: ${settings.paths[operation] ?? op.path} }`,
      says: `${operation} is not there under its default path: set the path of yours, or leave it out of apis.`,
      unlocks: uncontrolled,
    });
    return todo;
  }
  if (uncontrolled.length > 0) {
    const fields = [...new Set([op.probing.nobody, op.probing.refersTo?.field].filter((name) => name != null))];
    const body = (
      fields.length > 0 ? fields : op.request.filter((field) => field.required).map((field) => field.path[0]!)
    )
      .map((name) => `${name}: …`)
      .join(', ');
    todo.push({
      config: `requests: { ${operation}: [{ ${body} }] }`,
      says: `Name a user of your test environment, so that a good ${operation} is accepted.`,
      unlocks: uncontrolled,
    });
  }
  const more = keysWith(own, (reason) => reason === 'throttled' || reason === 'budget');
  if (more.length > 0) {
    todo.push({
      config: `requests: { ${operation}: [{ … }, { … }] }`,
      says: `More users of ${operation}: calls were throttled, or the limit of messages was reached.`,
      unlocks: more,
    });
  }
  const fresh = own.filter(
    ({ row }) => row.outcome === 'not-run' && row.checks.some((check) => /fresh: true/.test(check.received)),
  );
  if (fresh.length > 0) {
    todo.push({
      config: `requests: { ${operation}: [{ …, fresh: true }] }`,
      says: 'A user who got no message today, for the daily limit.',
      unlocks: fresh.map(({ row }) => row.key),
    });
  }
  const second = own.filter(
    ({ row }) => row.outcome === 'not-run' && row.checks.some((check) => /second user/.test(check.received)),
  );
  if (second.length > 0) {
    todo.push({
      config: `requests: { ${operation}: [{ … }, { … }] }`,
      says: 'A second user, to be called at the same moment as the first.',
      unlocks: second.map(({ row }) => row.key),
    });
  }
  for (const code of new Set(own.flatMap((planned) => planned.missingScenarios))) {
    const unlocks = own.filter((planned) => planned.missingScenarios.includes(code)).map(({ row }) => row.key);
    const field = op.probing.nobody ?? 'customerId';
    const name = code.includes(':') ? `"${code}"` : code;
    todo.push({
      config: `scenarios: { ${operation}: { ${name}: { ${field}: … } } }`,
      says: `Values that make ${operation} answer ${code}.`,
      unlocks,
    });
  }
  return todo;
}
