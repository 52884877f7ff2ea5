/** What a run would do, told before it does it: `--dry-run`. */

/** The part of a run that concerns one operation. */
export interface OperationPlan {
  readonly operation: string;
  /** Checks that would be judged. */
  readonly checks: number;
  /** Requests that would be sent, at most; pulls of the trigger where a caller is judged. */
  readonly requests: number;
  /** Messages to people that would be sent, at most; 0 where calls reach nobody, null where nothing limits them. */
  readonly messages: number | null;
  /** Requirements that would not run for want of a fixture, a scenario or budget. */
  readonly missing: number;
}

/** A run as it is planned. */
export interface RunPlan {
  readonly operations: readonly OperationPlan[];
}

/** The plan as lines of text. */
export function planText(plan: RunPlan, target: string): string {
  const rows = plan.operations.map(({ operation, checks, requests, missing }) => [
    operation,
    `${checks} checks`,
    `up to ${requests} requests`,
    missing > 0 ? `${missing} requirements not run for want of fixtures or scenarios` : '',
  ]);
  const widths = [0, 1, 2].map((i) => Math.max(0, ...rows.map((row) => row[i]!.length)));
  const lines = rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
  return [`Plan for ${target}; nothing was sent.`, '', ...lines, '', messagesText(plan)].join('\n');
}

function messagesText({ operations }: RunPlan): string {
  const unlimited = operations.filter(({ messages }) => messages === null).map(({ operation }) => operation);
  const messages = operations.reduce((sum, one) => sum + (one.messages ?? 0), 0);
  const certain = `Up to ${messages} ${messages === 1 ? 'message' : 'messages'} will be sent to people.`;
  if (unlimited.length === 0) return certain;
  return `No limit is set for messages of ${unlimited.join(' and ')}: set limits.${unlimited[0]}.maxSends.`;
}
