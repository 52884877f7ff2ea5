/** Progress of a run on stderr: one line that is redrawn on a terminal; in a log a line every ten seconds, so that nobody takes it for dead. */
import type { RunHooks } from '../../engine/hooks.ts';

type Progress = Parameters<NonNullable<RunHooks['onProgress']>>[0];
type Rest = Parameters<NonNullable<RunHooks['onRest']>>[0];

/** A terminal to draw on, or a log; such as stderr. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What shows the progress of one run. */
export interface ProgressView {
  show(progress: Progress): void;
  /** The run waits on purpose. */
  rest(rest: Rest): void;
  /** Called by a timer, every `tickMs`. */
  tick(): void;
  readonly tickMs: number;
  /** Removes what is drawn. */
  clear(): void;
}

/** Minimum time between two updates of a line on a terminal. */
const redrawIntervalMs = 80;
/** A shorter rest is not worth a word. */
const shortestRestMs = 1000;

type Clock = () => number;

/** Progress on a terminal, or in a log where there is none. */
export function progressView(
  terminal: Terminal,
  dumb: boolean,
  now: Clock = performance.now.bind(performance),
): ProgressView {
  return terminal.isTTY === true && !dumb ? new DrawnProgress(terminal, now) : new LoggedProgress(terminal, now);
}

/** The line on a terminal; a rest is counted down in it. */
class DrawnProgress implements ProgressView {
  readonly tickMs = 1000;
  private drawnAt = Number.NEGATIVE_INFINITY;
  private isDrawn = false;
  private text = '';
  private resting: { readonly rest: Rest; readonly until: number } | null = null;
  private readonly terminal: Terminal;
  private readonly now: Clock;

  constructor(terminal: Terminal, now: Clock) {
    this.terminal = terminal;
    this.now = now;
  }

  show(progress: Progress): void {
    this.text = progressText(progress);
    if (this.now() - this.drawnAt >= redrawIntervalMs) this.draw();
  }

  rest(rest: Rest): void {
    if (rest.ms < shortestRestMs) return;
    this.resting = { rest, until: this.now() + rest.ms };
    this.draw();
  }

  tick(): void {
    if (this.resting) this.draw();
  }

  clear(): void {
    if (this.isDrawn) this.terminal.write('\r\x1b[2K');
    this.isDrawn = false;
  }

  private draw(): void {
    this.drawnAt = this.now();
    if (this.resting && this.resting.until <= this.now()) this.resting = null;
    const rest = this.resting ? restText(this.resting.rest, this.resting.until - this.now()) : '';
    const text = [rest, this.text].filter((part) => part !== '').join('  ');
    this.isDrawn = true;
    this.terminal.write(`\r\x1b[2K${text.slice(0, (this.terminal.columns || 80) - 1)}`);
  }
}

/** Lines in a log. */
class LoggedProgress implements ProgressView {
  readonly tickMs = 10_000;
  private latest: Progress | null = null;
  private readonly startedAt: number;
  private readonly terminal: Terminal;
  private readonly now: Clock;

  constructor(terminal: Terminal, now: Clock) {
    this.terminal = terminal;
    this.now = now;
    this.startedAt = now();
  }

  show(progress: Progress): void {
    this.latest = progress;
  }

  rest(rest: Rest): void {
    if (rest.ms >= shortestRestMs) this.line(restText(rest, rest.ms));
  }

  tick(): void {
    const seconds = Math.round((this.now() - this.startedAt) / 1000);
    const text = this.latest === null ? 'waiting for the first answers' : progressText(this.latest);
    this.line(`${seconds} s  ${text}`);
  }

  clear(): void {}

  private line(text: string): void {
    this.terminal.write(`conformance: ${text}\n`);
  }
}

/** `refusal  120 of 400  118 requests  2 failed`; plain ASCII, for any terminal. */
export function progressText({ phase, done, planned, requests, failed }: Progress): string {
  const parts = [`${done} of ${Math.max(planned, done)}`, `${requests} ${requests === 1 ? 'request' : 'requests'}`];
  if (failed > 0) parts.push(`${failed} failed`);
  return [phase, ...parts].join('  ');
}

const restReasons: Readonly<Record<Rest['why'], string>> = {
  spacing: 'between two messages to one user (limits.restMs)',
  absence: 'the target does not answer (run.absenceMs at most)',
};

function restText({ why }: Rest, ms: number): string {
  return `resting ${Math.ceil(ms / 1000)} s: ${restReasons[why]}`;
}
