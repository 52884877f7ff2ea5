/** The text of `--dry-run`: what a run would send. */

/** The part of a run that concerns one operation. */
export interface OperationPlan {
  readonly operation: string;
  /** Checks that would be judged. */
  readonly checks: number;
  /** Maximum number of requests; calls of the trigger where a caller is tested. */
  readonly requests: number;
  /** Maximum number of messages to people; 0 where calls send none, null where there is no limit. */
  readonly messages: number | null;
  /** Requirements that cannot run without a further fixture, scenario or budget. */
  readonly missing: number;
}

/** The plan of a run. */
export interface RunPlan {
  readonly operations: readonly OperationPlan[];
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
  const unlimited = operations.filter(({ messages }) => messages === null).map(({ operation }) => operation);
  const messages = operations.reduce((sum, one) => sum + (one.messages ?? 0), 0);
  const certain = `Up to ${messages} ${messages === 1 ? 'message' : 'messages'} to people would be sent.`;
  if (unlimited.length === 0) return certain;
  return `Messages of ${unlimited.join(' and ')} are not limited. Set limits.${unlimited[0]}.maxSends.`;
}
