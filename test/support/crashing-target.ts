/** A target whose process ends on a given input, or for good at a given request; a supervisor starts it again as a file watcher would. */
import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a field of the body must be for the process to end. */
export interface FatalField {
  readonly field: string;
  readonly is: 'absent' | 'null' | 'non-string' | { readonly equals: string } | { readonly contains: string };
}

/** How the process ends, and when it comes back. */
export interface Crashing {
  /** URL of a correct target that answers in its place. */
  readonly target: string;
  /** Ends on a body in which all of these hold, at a path with this end. */
  readonly exitsOn?: { readonly path?: string; readonly when: readonly FatalField[] };
  /** Ends for good when the request of this number (from 1) arrives. */
  readonly endsAt?: number;
  /** The supervisor starts it again after this time; 1 s by default. */
  readonly restartMs?: number;
}

/** A running target of this kind. */
export interface CrashingTarget {
  readonly url: string;
  /** How often the process ended by itself. */
  readonly exits: number;
  readonly requests: number;
  /** Ends the process now, as a file watcher does when a file changes; it comes back as after a crash. */
  restart(): Promise<void>;
  /** Resolves when the process has ended so many times. */
  ended(times: number): Promise<void>;
  /** Resolves when the process listens again; at once where it does. */
  listening(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the process and its supervisor on a free port of loopback. */
export async function startCrashingTarget(crashing: Crashing): Promise<CrashingTarget> {
  const supervisor = new Supervisor(crashing);
  await supervisor.start();
  return supervisor;
}

const CHILD = fileURLToPath(new URL('crashing-child.mjs', import.meta.url));

class Supervisor implements CrashingTarget {
  exits = 0;
  requests = 0;
  #port = 0;
  #child: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #ready: Promise<void> = Promise.resolve();
  #isReady = () => {};
  #closed = false;
  readonly #exit = new EventEmitter();

  constructor(readonly crashing: Crashing) {}

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  start(): Promise<void> {
    this.#expectReady();
    this.#spawn();
    return this.#ready;
  }

  async ended(times: number): Promise<void> {
    while (this.exits < times) await once(this.#exit, 'exit');
  }

  listening(): Promise<void> {
    return this.#ready;
  }

  async restart(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.restart();
  }

  #expectReady(): void {
    this.#ready = new Promise((resolve) => {
      this.#isReady = resolve;
    });
  }

  #spawn(): void {
    const { target, exitsOn, endsAt } = this.crashing;
    const settings = { port: this.#port, target, exitsOn, endsAt, served: this.requests };
    const child = fork(CHILD, { env: { ...process.env, CRASHING_TARGET: JSON.stringify(settings) }, execArgv: [] });
    this.#child = child;
    child.on('message', (message: { port?: number; requests?: number }) => {
      if (message.requests !== undefined) this.requests = message.requests;
      if (message.port === undefined) return;
      this.#port = message.port;
      this.#isReady();
    });
    child.once('exit', (code) => this.#exited(code));
  }

  #exited(code: number | null): void {
    this.#child = undefined;
    if (this.#closed) return;
    this.exits += 1;
    const { endsAt, restartMs = 1_000 } = this.crashing;
    const isGone = endsAt !== undefined && code === 0;
    if (!isGone) this.#expectReady();
    this.#exit.emit('exit');
    if (isGone) return;
    this.#timer = setTimeout(() => this.#spawn(), restartMs);
  }
}
