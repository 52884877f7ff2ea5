/** `conformance judge`: judges recorded traffic; sends nothing. */
import { TrafficCollector } from '../../engine/record/traffic.ts';
import type { TrafficOptions } from '../options.ts';
import { publish, reportersNamed } from '../run/publish.ts';
import { prepareReportDir } from '../run/report-dir.ts';
import { trafficReport } from './judge-record.ts';
import { callsIn } from './read-files.ts';
import { callerKeyOf, trafficJudging } from './settings.ts';
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
  const collector = new TrafficCollector({
    paths: judging.paths,
    callerKey: callerKeyOf(judging),
    keep: (exchange) => exchange,
  });
  for (const file of files) for (const call of await callsIn(file)) collector.add(call);
  const record = collector.record();
  const report = trafficReport(record, judging, files, begun);
  process.exitCode = report.run.exitCode;
  if (options.learn !== undefined) await writeLearned(options.learn, record, report);
  await publish(report, { printed, directory, env });
}
