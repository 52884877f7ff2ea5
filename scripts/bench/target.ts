/** Starts the target of a measurement in another process, so that its work is not counted as the suite's. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Config } from '../../cli/config/shape.ts';

export interface Manner {
  readonly latencyMs?: number;
  /** `constant` gives one answer to everything. */
  readonly manner?: 'signed' | 'unsigned' | 'constant';
}

export interface Target {
  readonly config: Config;
  close(): Promise<void>;
}

/** A reference MPP that answers after some milliseconds. */
export async function startTarget({ latencyMs = 0, manner = 'signed' }: Manner = {}): Promise<Target> {
  const args = [`${latencyMs}`, manner];
  const child = fork(join(import.meta.dirname, 'server.ts'), args, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const config = JSON.parse(await firstLine(child)) as Config;
  return {
    config,
    close: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout!) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  return text;
}
