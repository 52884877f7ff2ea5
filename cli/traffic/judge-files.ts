/** `conformance judge`: judges recorded traffic; sends nothing. */
import type { TrafficOptions } from '../options.ts';
import { publish, reportersNamed } from '../run/publish.ts';
import { prepareReportDir } from '../run/report-dir.ts';
import { holdingReportDirs } from '../run/report-lock.ts';
import { callsIn } from './read-files.ts';
import { trafficJudging } from './settings.ts';
import { createTrafficJudge } from './traffic-judge.ts';
import { writeLearned } from './write-learned.ts';

/** Executes the `judge` command. */
export async function judgeFiles(
  files: readonly string[],
  options: TrafficOptions,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const begun = performance.now();
  const printed = reportersNamed(options.reporter ?? ['console']);
  const directory = options.reportDir === undefined ? null : await prepareReportDir(options.reportDir);
  const judging = await trafficJudging(options, env);
  const judge = createTrafficJudge(judging);
  for (const file of files) {
    for (const call of await callsIn(file)) {
      const collected = judge.collect(call);
      if (collected) judge.judge(collected);
    }
  }
  const report = judge.report(files, begun);
  process.exitCode = report.run.exitCode;
  if (options.learn !== undefined) await writeLearned(options.learn, judge.record(), report);
  await holdingReportDirs([directory], () => publish(report, { printed, directory, env }));
}
