/** The way from settings to a report: the engine, the suites and the role put together. */
import { randomBytes } from 'node:crypto';
import { runServerSuites } from '../../engine/drive/run.ts';
import type { RunIdentity } from '../../engine/drive/run-context.ts';
import { type PlannedRow, planRun as planRows } from '../../engine/plan/plan.ts';
import type { Report } from '../../engine/report.ts';
import type { RunHooks, RunSettings } from '../../engine/settings.ts';
import { answerOf } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { suiteSet } from '../../suites/index.ts';
import { UsageError } from '../terminal/usage-error.ts';
import type { OperationPlan, RunPlan } from './dry-run.ts';

/** A run that begins now, under a name of its own. */
export function newIdentity(): RunIdentity {
  return { id: randomBytes(4).toString('hex'), startedAt: Date.now() };
}

/** Judges the subject of the settings: a server, or a caller behind its trigger. */
export async function runConformance(
  settings: RunSettings,
  hooks: RunHooks,
  identity: RunIdentity = newIdentity(),
): Promise<Report> {
  if (settings.role === 'mpp-client') {
    const { ListenError, runMppClient } = await import('../../suites/caller/run-caller.ts');
    return runMppClient(settings, hooks, { identity }).catch((error: unknown) => {
      throw error instanceof ListenError ? new UsageError(error.message, `${error.cure} (client.listen)`) : error;
    });
  }
  const watch = watchRefusal(hooks);
  const report = await runServerSuites(settings, watch.hooks, { set: suiteSet, identity });
  if (report.run.exitCode !== 2 && report.run.exitCode !== 3) return report;
  const { withCause: explained } = await import('../doctor/explain.ts');
  return explained(report, settings, watch.refused(), process.env);
}

/** Keeps the first good request whose signature or key was refused: what the target verifies instead can be asked with it. */
function watchRefusal(hooks: RunHooks): { hooks: RunHooks; refused(): Exchange | null } {
  let first: Exchange | null = null;
  const onExchange = (exchange: Exchange) => {
    if (first === null && exchange.title === 'a good request') {
      const { code } = answerOf(exchange);
      if (code === 'INVALID_SIGNATURE' || code === 'KEY_NOT_FOUND') first = exchange;
    }
    hooks.onExchange?.(exchange);
  };
  return { hooks: { ...hooks, onExchange }, refused: () => first };
}

/** Requests of a probe on average, with its twins: measured on the embedded reference. */
const requestsPerProbe = 1.5;

/** What a run with these settings would do; sends nothing. */
export async function planRun(settings: RunSettings): Promise<RunPlan> {
  if (settings.role === 'mpp-client') return { operations: [await callerPlan(settings)] };
  const plan = planRows(settings, suiteSet).filter((row) => row.excused === null);
  const operations = [...new Set(plan.map(({ op }) => op.id))];
  return {
    operations: operations.map((id) =>
      operationPlan(
        plan.filter(({ op }) => op.id === id),
        settings,
      ),
    ),
  };
}

/** A caller is asked action by action; how often it calls then is its own affair. */
async function callerPlan(settings: RunSettings): Promise<OperationPlan> {
  const [{ actionsOf }, { plannedRows, titlesOf }] = await Promise.all([
    import('../../suites/caller/actions.ts'),
    import('../../suites/caller/rows.ts'),
  ]);
  const rows = plannedRows(settings).filter(({ excused }) => excused === null);
  return {
    operation: 'getPaymentCode',
    checks: rows.reduce((sum, row) => sum + titlesOf(row).length, 0),
    requests: actionsOf(settings).length,
    messages: 0,
    missing: 0,
  };
}

function operationPlan(rows: readonly PlannedRow[], settings: RunSettings): OperationPlan {
  const { op } = rows[0]!;
  const probes = rows.flatMap((row) => row.probes);
  const limit = settings.limits[op.id];
  const users = Math.max(1, settings.requests[op.id]?.length ?? 0);
  const messages =
    op.effect && limit ? Math.min(users * limit.perFixture, limit.maxSends ?? Number.POSITIVE_INFINITY) : 0;
  return {
    operation: op.id,
    checks: probes.length + rows.reduce((sum, row) => sum + row.invariants.length + row.overalls.length, 0),
    requests: Math.ceil(probes.length * requestsPerProbe),
    messages,
    missing: rows.filter((row) => row.missingScenarios.length > 0).length,
  };
}

/** The rows of a run that its settings ask for, groups included, before anything is sent. */
export async function judgedRows(
  settings: RunSettings,
): Promise<{ key: string; id: string; operation: string; says: string }[]> {
  const caller = settings.role === 'mpp-client' ? await import('../../suites/caller/rows.ts') : null;
  const plan = caller ? caller.plannedRows(settings) : planRows(settings, suiteSet);
  return plan
    .filter(({ excused }) => excused === null || excused === 'own-probes')
    .map(({ row: { key, id, operation, says } }) => ({ key, id, operation, says }));
}
