/** One run at a time writes into a report directory: a lock file names the process that does, and one of a process that has ended is taken over. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../terminal/usage-error.ts';

const lockName = '.conformance-lock';

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Takes the lock of a directory and gives what releases it; refuses where another run holds it. */
function lockReportDir(directory: string): () => void {
  const path = join(directory, lockName);
  for (let attempt = 0; !isTaken(path); attempt += 1) {
    const holder = holderOf(path);
    if (attempt > 0 || isRunning(holder)) throw inUse(directory, holder);
    rmSync(path, { force: true });
  }
  const release = () => {
    process.off('exit', release);
    if (holderOf(path)?.pid === process.pid) rmSync(path, { force: true });
  };
  // A second Ctrl-C ends the process without it: the next run finds a lock of a process that has ended.
  process.on('exit', release);
  return release;
}

/** Does some work while no other run writes into these directories; null stands for none. */
export async function holdingReportDirs<T>(
  directories: readonly (string | null)[],
  work: () => Promise<T>,
): Promise<T> {
  const releases: (() => void)[] = [];
  try {
    for (const directory of new Set(directories)) if (directory !== null) releases.push(lockReportDir(directory));
    return await work();
  } finally {
    for (const release of releases) release();
  }
}

/** Whether the file could be made: it is made at once or not at all. */
function isTaken(path: string): boolean {
  try {
    writeFileSync(path, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Null where the lock is gone, or is still being written. */
function holderOf(path: string): Holder | null {
  try {
    const { pid, host } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : null;
  } catch {
    return null;
  }
}

/** A process of another machine is taken for running: nobody can tell from here. */
function isRunning(holder: Holder | null): boolean {
  if (holder === null) return false;
  if (holder.host !== hostname()) return true;
  // Two runs of one program.
  if (holder.pid === process.pid) return true;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function inUse(directory: string, holder: Holder | null): UsageError {
  const who = holder === null ? 'another run' : `another run (process ${holder.pid} on ${holder.host})`;
  return new UsageError(
    `The report directory ${directory} is in use by ${who}`,
    `Name another with --report-dir, or wait for it to end. If it has ended, remove ${lockName} there.`,
  );
}
