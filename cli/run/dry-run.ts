/** `--dry-run`: what a run would send, as numbers and as text. */
import type { Plan } from '../../engine/plan/plan.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { planFor } from './run-conformance.ts';

/** The part of a run that concerns one operation. */
export interface OperationPlan {
  readonly operation: string;
  /** Checks that would be judged. */
  readonly checks: number;
  /** Maximum number of requests; calls of the trigger where a caller is tested. */
  readonly requests: number;
  /** Maximum number of messages to people; 0 where calls send none. */
  readonly messages: number;
  /** Requirements that cannot run without a further fixture, scenario or budget. */
  readonly missing: number;
}

/** The plan of a run. */
export interface RunPlan {
  readonly operations: readonly OperationPlan[];
}

/** Average number of requests per probe, with its control requests, measured on the built-in reference. */
const requestsPerProbe = 1.5;

/** What a run with these settings would do; sends nothing. */
export async function dryRun(settings: RunSettings): Promise<RunPlan> {
  const plan = (await planFor(settings)).filter(({ excused }) => excused === null);
  const operations = [...new Set(plan.map(({ op }) => op.id))];
  const parts = operations.map((id) => {
    const own = plan.filter(({ op }) => op.id === id);
    return settings.role === 'mpp-client' ? callerPart(id, own, settings) : serverPart(own, settings);
  });
  return { operations: await Promise.all(parts) };
}

/** The trigger is called once per action; how many requests the caller then sends is not known. */
async function callerPart(operation: string, rows: Plan, settings: RunSettings): Promise<OperationPlan> {
  const { actionsOf } = await import('../../suites/caller/actions.ts');
  const checks = rows.reduce((sum, row) => sum + row.checks.length, 0);
  return { operation, checks, requests: actionsOf(settings).length, messages: 0, missing: 0 };
}

async function serverPart(rows: Plan, settings: RunSettings): Promise<OperationPlan> {
  const { op } = rows[0]!;
  const probes = rows.flatMap((row) => row.probes);
  const limit = settings.limits[op.id];
  const users = Math.max(1, settings.requests[op.id]?.length ?? 0);
  const messages =
    op.effect && limit ? Math.min(users * limit.perFixture, limit.maxSends ?? Number.POSITIVE_INFINITY) : 0;
  return {
    operation: op.id,
    checks: probes.length + rows.reduce((sum, row) => sum + row.invariants.length + row.runInvariants.length, 0),
    requests: Math.ceil(probes.length * requestsPerProbe),
    messages,
    missing: rows.filter((row) => row.missingScenarios.length > 0).length,
  };
}

/** The plan as lines of text. */
export function planText(plan: RunPlan, target: string): string {
  const rows = plan.operations.map(({ operation, checks, requests, missing }) => [
    operation,
    `${checks} checks`,
    `up to ${requests} requests`,
    missing > 0
      ? `${missing} ${missing === 1 ? 'requirement' : 'requirements'} not run (needs fixtures or scenarios)`
      : '',
  ]);
  const widths = [0, 1, 2].map((i) => Math.max(0, ...rows.map((row) => row[i]!.length)));
  const lines = rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
  return [`Plan for ${target}; nothing was sent.`, '', ...lines, '', messagesText(plan)].join('\n');
}

function messagesText({ operations }: RunPlan): string {
  const messages = operations.reduce((sum, one) => sum + one.messages, 0);
  return `Up to ${messages} ${messages === 1 ? 'message' : 'messages'} to people would be sent.`;
}
