/** Starts the target wallets of test/targets from tests and scripts: each in its own process group, so that a database behind it ends too. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { accepts } from './ports.ts';

/** The stacks, with the command whose presence says that the stack is installed and the port of its config. */
export const TARGET_STACKS = {
  fastify: { needs: ['node'], npm: 'fastify', port: 7101 },
  nestjs: { needs: ['node'], npm: '@nestjs/core', port: 7102 },
  django: { needs: ['gunicorn'], npm: '', port: 7103 },
  sinatra: { needs: ['puma'], npm: '', port: 7104 },
  mojolicious: { needs: ['mojo'], npm: '', port: 7105 },
  php: { needs: ['php', 'nginx', 'mariadbd'], npm: '', port: 7106 },
  go: { needs: ['go'], npm: '', port: 7107 },
  tomcat: { needs: ['java'], npm: '', port: 7108 },
} as const;

/** Name of a directory below test/targets. */
export type TargetStack = keyof typeof TARGET_STACKS;

/** A running target wallet. */
export interface TargetWallet {
  readonly url: string;
  /** The config that fits it; its `target` is the port on which it listens by default. */
  readonly config: string;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../targets/', import.meta.url));

/** Whether the programs and packages of this stack and the keys of the targets are on this machine. */
export function isInstalled(stack: TargetStack): boolean {
  const { needs, npm } = TARGET_STACKS[stack];
  const hasPackages = npm === '' || existsSync(`${process.env.TARGETS_DEPS ?? `${root}deps`}/node_modules/${npm}`);
  const hasPrograms = needs.every((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0);
  return hasPackages && hasPrograms && existsSync(`${root}keys/wallet.key.pem`);
}

/** Starts a target wallet with one planted slip or none, and waits until it listens. */
export async function startTargetWallet(stack: TargetStack, slip = ''): Promise<TargetWallet> {
  const { port } = TARGET_STACKS[stack];
  if (await accepts(port)) throw new Error(`Port ${port} of the target ${stack} is in use.`);
  const env = { ...process.env, SLIP: slip, PORT: String(port) };
  const child = spawn(`${root}run.sh`, [stack], { env, detached: true, stdio: 'ignore' });
  let hasExited = false;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      hasExited = true;
      resolve();
    });
  });
  while (!(await accepts(port))) {
    if (hasExited) throw new Error(`The target ${stack} ended before it listened.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url: `${stack === 'php' ? 'https' : 'http'}://127.0.0.1:${port}`,
    config: `${root}${stack}/conformance.config.yaml`,
    close: async () => {
      if (child.pid && !hasExited) process.kill(-child.pid, 'SIGTERM');
      await exited;
      // What stands in front may outlive the script that started it for a moment.
      while (await accepts(port)) await new Promise((resolve) => setTimeout(resolve, 50));
    },
  };
}
