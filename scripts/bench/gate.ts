/** The gate profile of each role against its embedded reference: wall, CPU, memory, requests. */
import { bin, figure, median, nodeRun } from './measure.ts';

const rounds = 3;

/** Runs each role in turn; the CPU time holds suite and reference together, since both are in one process. */
export async function benchGate(): Promise<string[]> {
  const lines: string[] = [];
  for (const role of ['mpp', 'alipayplus', 'mpp-client']) {
    const costs = [];
    for (let i = 0; i < rounds; i++) {
      costs.push(
        await nodeRun([bin, '--embedded', '--role', role, '--seed', '1', '--reporter', 'json'], { measured: true }),
      );
    }
    const report = JSON.parse(costs[0]!.stdout) as { run: { requests: number; durationMs: number; exitCode: number } };
    const wall = median(costs.map(({ wallMs }) => wallMs));
    const cpu = costs[0]!.cpuMs === null ? null : median(costs.map(({ cpuMs }) => cpuMs ?? 0));
    const peak = costs[0]!.peakMb === null ? null : Math.max(...costs.map(({ peakMb }) => peakMb ?? 0));
    lines.push(
      `${role.padEnd(11)} ${report.run.requests} requests, ${figure(wall)} ms wall, ${figure(cpu)} ms CPU, peak ${figure(peak)} MB, exit code ${report.run.exitCode}`,
    );
  }
  lines.push('goal for mpp: ≤ 3 s, ≤ 200 MB on two idle cores');
  return lines;
}
