/** What a run costs as random cases grow 1×, 10×, 100×: time should grow with requests, memory should not. */
import { figure, ratio, runAgainst } from './measure.ts';
import { startTarget } from './target.ts';

const base = 10;

/** Unsigned, so that RSA does not hide the rest. */
export async function benchGrowth(): Promise<string[]> {
  const target = await startTarget({ manner: 'unsigned' });
  const lines: string[] = [];
  let first: { perRequest: number; peakMb: number } | null = null;
  try {
    for (const factor of [1, 10, 100]) {
      const { report, peakMb } = await runAgainst(target.config, ['--runs', `${base * factor}`]);
      const perRequest = report.run.durationMs / report.run.requests;
      first ??= { perRequest, peakMb };
      lines.push(
        `--runs ${base * factor}: ${report.run.requests} requests, ${figure(report.run.durationMs)} ms, ${ratio(perRequest, first.perRequest)} per request, peak ${figure(peakMb)} MB (${ratio(peakMb, first.peakMb)})`,
      );
    }
  } finally {
    await target.close();
  }
  return lines;
}
