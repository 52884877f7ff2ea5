/** The one live line on a terminal while a run goes on. */
import type { RunHooks } from '../../engine/hooks.ts';

type Progress = Parameters<NonNullable<RunHooks['onProgress']>>[0];

/** A terminal to draw on; `write` as of stderr. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Draws at most this often; a person cannot read faster. */
const everyMs = 80;

/** The live line: `show` draws it, `clear` takes it away. On a pipe both do nothing. */
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
      if (now() - drawnAt < everyMs) return;
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
  const parts = [`${done} of ${Math.max(planned, done)}`, `${requests} ${requests === 1 ? 'request' : 'requests'}`];
  if (failed > 0) parts.push(`${failed} failed`);
  return [phase, ...parts].join('  ');
}
