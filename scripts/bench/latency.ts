/** Against a target that answers after 50 ms: wall time against requests × latency ÷ concurrency. */
import { against, figure, ratio, runAgainst } from './measure.ts';
import { startTarget } from './target.ts';

const latencyMs = 50;
const concurrency = 8;

/** The time that nobody can do without: every request waits, so many at once. */
export async function benchLatency(): Promise<string[]> {
  const target = await startTarget({ latencyMs, manner: 'unsigned' });
  try {
    const { report } = await runAgainst(target.config, ['--concurrency', `${concurrency}`]);
    const { requests, durationMs } = report.run;
    const floor = (requests * latencyMs) / concurrency;
    return [
      `${requests} requests in ${figure(durationMs)} ms, ${ratio(durationMs, floor)} of ${figure(floor)} ms ${against(durationMs / floor <= 1.3, '≤ 1.3×')}`,
    ];
  } finally {
    await target.close();
  }
}
