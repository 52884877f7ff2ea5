/** The share of CPU that is not RSA in a signed gate run; the target runs in a process of its own. */
import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { against, figure, runAgainst } from './measure.ts';
import { startTarget } from './target.ts';

const samples = 100;

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
    const cost = rsaCost();
    const { report, cpuMs } = await runAgainst(target.config);
    const { requests } = report.run;
    const rsaMs = requests * (cost.sign + cost.verify);
    const share = 1 - rsaMs / cpuMs;
    return [
      `${requests} requests, ${figure(cpuMs)} ms CPU, of which RSA ${figure(rsaMs)} ms (${cost.sign.toFixed(2)} ms a signature, ${cost.verify.toFixed(3)} ms a verification)`,
      `outside RSA ${Math.round(share * 100)} %, the start of the process with it ${against(share <= 0.35, '≤ 35 %')}`,
    ];
  } finally {
    await target.close();
  }
}
