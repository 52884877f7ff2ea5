/** The share of CPU that is not RSA in a signed gate run; the target runs in a process of its own. */
import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { JsonObject } from '../../engine/settings.ts';
import { operations } from '../../generated/operations.ts';
import { asShipped } from './as-shipped.ts';
import { against, figure, runAgainst } from './measure.ts';
import { startTarget } from './target.ts';

const samples = 200;
const requests = 3000;
/** An API that reaches nobody: the target answers S as often as it is asked. */
const op = operations.tokenDigitizeDecision;

/** What one signature and one verification cost here and now, in milliseconds of CPU. */
function rsaCost(): { sign: number; verify: number } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicKey = createPublicKey(privateKey);
  const content = Buffer.alloc(600, 97);
  const signature = sign('RSA-SHA256', content, privateKey);
  const cpu = (work: () => unknown) => {
    const before = process.cpuUsage();
    for (let i = 0; i < samples; i++) work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / samples;
  };
  return {
    sign: cpu(() => sign('RSA-SHA256', content, privateKey)),
    verify: cpu(() => verify('RSA-SHA256', content, publicKey, signature)),
  };
}

/** Costs of RSA are reckoned from their number, since the thread pool does not tell them apart. */
export async function benchSigning(): Promise<string[]> {
  const target = await startTarget();
  try {
    return [await engineShare(target.config), await runShare(target.config)];
  } finally {
    await target.close();
  }
}

/** The engine alone, warm: every request signed, every answer verified. */
async function engineShare(config: object): Promise<string> {
  const { throughEngine } = await asShipped<typeof import('./engine-loop.ts')>('engine-loop.ts');
  const load = { config, op, bodies: [op.requestExample as JsonObject], requests, concurrency: 8 };
  await throughEngine(load);
  const cost = rsaCost();
  const { cpuMs } = await throughEngine(load);
  return said('engine', requests, cpuMs, cost);
}

/** A whole gate run with the start of the process, the judging and the report. */
async function runShare(config: object): Promise<string> {
  const cost = rsaCost();
  const { report, cpuMs } = await runAgainst(config);
  return said('gate run', report.run.requests, cpuMs, cost);
}

function said(what: string, signed: number, cpuMs: number, cost: ReturnType<typeof rsaCost>): string {
  const rsaMs = signed * (cost.sign + cost.verify);
  const share = 1 - rsaMs / cpuMs;
  const each = `${cost.sign.toFixed(2)} ms a signature, ${cost.verify.toFixed(3)} ms a verification`;
  return `${what}: ${signed} requests, ${figure(cpuMs)} ms CPU, of which RSA ${figure(rsaMs)} ms (${each}); outside RSA ${Math.round(share * 100)} % ${against(share <= 0.35, '≤ 35 %')}`;
}
