/** The progress line on a terminal during a run. */
import type { RunHooks } from '../../engine/hooks.ts';

type Progress = Parameters<NonNullable<RunHooks['onProgress']>>[0];

/** A terminal to draw on, such as stderr. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Minimum time between two updates. */
const redrawIntervalMs = 80;

/** The progress line: `show` draws it, `clear` removes it. On a pipe both do nothing. */
export function progressLine(
  terminal: Terminal,
  dumb: boolean,
  now: () => number = performance.now.bind(performance),
): { show(progress: Progress): void; clear(): void } {
  if (terminal.isTTY !== true || dumb) return { show: () => {}, clear: () => {} };
  let drawnAt = Number.NEGATIVE_INFINITY;
  let drawn = false;
  return {
    show(progress) {
      if (now() - drawnAt < redrawIntervalMs) return;
      drawnAt = now();
      drawn = true;
      terminal.write(`\r\x1b[2K${progressText(progress).slice(0, (terminal.columns || 80) - 1)}`);
    },
    clear() {
      if (drawn) terminal.write('\r\x1b[2K');
      drawn = false;
    },
  };
}

/** `sendOTP  120 of 400  118 requests  2 failed`; plain ASCII, for any terminal. */
export function progressText({ phase, done, planned, requests, failed }: Progress): string {
  const checks = planned === 0 ? [] : [`${done} of ${Math.max(planned, done)}`];
  const parts = [...checks, `${requests} ${requests === 1 ? 'request' : 'requests'}`];
  if (failed > 0) parts.push(`${failed} failed`);
  return [phase, ...parts].join('  ');
}
