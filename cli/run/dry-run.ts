/** `--dry-run`: what a run would send, as numbers and as text. */
import { type ForeseenSends, foreseen } from '../../engine/drive/foreseen.ts';
import { messageLimit } from '../../engine/plan/message-limit.ts';
import { isPart, neededOperations, needsWholeRun, type Plan } from '../../engine/plan/plan.ts';
import { scheduleOf } from '../../engine/plan/schedule.ts';
import type { Profile } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { suiteSet } from '../../suites/index.ts';
import { planFor } from './run-conformance.ts';

/** The part of a run that concerns one operation. */
export interface OperationPlan {
  readonly operation: string;
  /** Checks that would be judged. */
  readonly checks: number;
  /** Requests that a correct server is sent; where a caller is tested, the calls of its trigger. */
  readonly requests: number;
  /** Maximum number of messages to people; 0 where calls send none. */
  readonly messages: number;
  /** Requirements that cannot run without a further fixture, scenario or budget. */
  readonly missing: number;
}

/** Messages to people: a correct server that does not throttle is asked for `least`, no server for more than `most`. */
export interface MessageRange {
  readonly least: number;
  readonly most: number;
}

/** The plan of a run. */
export interface RunPlan {
  readonly role: RunSettings['role'];
  readonly profile: Profile;
  readonly operations: readonly OperationPlan[];
  /** The messages of each profile with the same config; none where calls send no messages. */
  readonly messages: readonly (MessageRange & { readonly profile: Profile })[];
  /** Most messages to one person. */
  readonly perPerson: number;
  /** Keys of selected rows that need what was not selected to pass. */
  readonly cannotPass: readonly string[];
}

/** What a run with these settings would do; sends nothing. */
export async function dryRun(settings: RunSettings): Promise<RunPlan> {
  const { role, profile, limits } = settings;
  const plan = await planFor(settings);
  const base = {
    role,
    profile,
    cannotPass: isPart(plan, settings) ? plan.filter(needsWholeRun).map(({ key }) => key) : [],
  };
  if (role === 'mpp-client')
    return { ...base, operations: await callerParts(plan, settings), messages: [], perPerson: 0 };
  const sends = await sendsOf(settings, plan);
  const most = mostOf(settings, plan);
  const operations = neededOperations(plan, settings).map(({ id }) =>
    serverPart(
      id,
      plan.filter(({ op }) => op.id === id),
      sends.get(id)?.requests ?? 0,
      most.get(id) ?? 0,
    ),
  );
  const costly = operations.filter(({ messages }) => messages > 0);
  return {
    ...base,
    operations,
    messages: costly.length > 0 ? await rangesOf(settings) : [],
    perPerson: Math.max(0, ...costly.map(({ operation }) => limits[operation]?.perFixture ?? 0)),
  };
}

/** The trigger is called once per action; how many requests the caller then sends is not known. */
async function callerParts(plan: Plan, settings: RunSettings): Promise<OperationPlan[]> {
  const { actionsOf } = await import('../../suites/caller/actions.ts');
  const open = plan.filter(({ excused }) => excused === null);
  const requests = actionsOf(settings).length;
  return [...new Set(open.map(({ op }) => op.id))].map((operation) => {
    const checks = open.filter(({ op }) => op.id === operation).reduce((sum, row) => sum + row.checks.length, 0);
    return { operation, checks, requests, messages: 0, missing: 0 };
  });
}

function serverPart(operation: string, rows: Plan, requests: number, messages: number): OperationPlan {
  const judged = rows.filter(({ excused }) => excused === null);
  const checks = judged.map((row) => row.probes.length + row.invariants.length + row.runInvariants.length);
  const missing = judged.filter((row) => row.missingScenarios.length > 0).length;
  return { operation, checks: checks.reduce((sum, n) => sum + n, 0), requests, messages, missing };
}

/** What each operation is sent. */
async function sendsOf(
  settings: RunSettings,
  plan: Plan,
  perFixture = (operation: string) => settings.limits[operation]?.perFixture ?? 0,
): Promise<Map<string, ForeseenSends>> {
  await suiteSet.prepare(settings.profile);
  const most = mostOf(settings, plan);
  return foreseen(plan, settings, { mostMessages: (operation) => most.get(operation) ?? 0, perFixture });
}

/** The most messages that each operation which reaches people may be sent. */
function mostOf(settings: RunSettings, plan: Plan): Map<string, number> {
  const schedule = scheduleOf(plan, settings);
  const costly = neededOperations(plan, settings).filter(({ effect }) => effect !== null);
  return new Map(costly.map(({ id }) => [id, messageLimit(id, schedule, settings)]));
}

/** The messages of each profile that can run with this config. */
async function rangesOf(settings: RunSettings): Promise<RunPlan['messages']> {
  const profiles: Profile[] = settings.signing.mode === 'off' ? ['smoke', 'gate'] : ['smoke', 'gate', 'certify'];
  const ranges: (MessageRange & { profile: Profile })[] = [];
  for (const profile of profiles) ranges.push({ profile, ...(await messageRange({ ...settings, profile })) });
  return ranges;
}

/** The messages of a run with these settings. */
export async function messageRange(settings: RunSettings): Promise<MessageRange> {
  const plan = await planFor(settings);
  // How many messages are in lists of calls is left to chance.
  const steady = plan.map((row) => ({ ...row, probes: row.probes.filter(({ isLong }) => !isLong) }));
  // A correct server may want time between two messages to one user, and refuse the users of an example that is not its own.
  const surely = (id: string) => (settings.limits[id]!.restMs > 0 ? 1 : settings.limits[id]!.perFixture);
  const sends = await sendsOf(settings, steady, surely);
  const sure = [...sends]
    .filter(([id]) => (settings.requests[id]?.length ?? 0) > 0)
    .map(([, { messages }]) => messages);
  return {
    least: sure.reduce((sum, n) => sum + n, 0),
    most: [...mostOf(settings, plan).values()].reduce((sum, n) => sum + n, 0),
  };
}

/** The plan as lines of text. */
export function planText(plan: RunPlan, target: string): string {
  const unit = plan.role === 'mpp-client' ? 'calls of the trigger' : 'requests';
  const rows = plan.operations.map(({ operation, checks, requests, missing }) => [
    operation,
    `${checks} ${checks === 1 ? 'check' : 'checks'}`,
    `about ${requests} ${unit}`,
    missing > 0
      ? `${missing} ${missing === 1 ? 'requirement' : 'requirements'} not run (needs fixtures or scenarios)`
      : '',
  ]);
  const widths = [0, 1, 2].map((i) => Math.max(0, ...rows.map((row) => row[i]!.length)));
  const lines = rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
  return [`Plan for ${target}; nothing was sent.`, '', ...lines, '', ...partText(plan), ...messagesText(plan)].join(
    '\n',
  );
}

function partText({ cannotPass: [first, ...more] }: RunPlan): string[] {
  if (first === undefined) return [];
  const others = more.length === 0 ? ' can' : ` and ${more.length} other${more.length === 1 ? '' : 's'} can`;
  return [`${first}${others} fail but not pass, because a full run shows more: run without --only to see a pass.`, ''];
}

function messagesText({ messages, profile, perPerson }: RunPlan): string[] {
  if (messages.length === 0) return ['No messages to people.'];
  const lines = messages.map(
    (range) =>
      `  ${range.profile.padEnd(7)}  between ${range.least} and ${range.most} messages${range.profile === profile ? '  (this run)' : ''}`,
  );
  return [`Messages to people, at most ${perPerson} to one person through one API:`, '', ...lines];
}
