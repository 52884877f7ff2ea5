/**
 * No verdict from a bad moment: `npm run outages [runs|faults|causes] [count] [first] [seed]` judges behind a fault-injecting proxy the references
 * and every conforming variant (200 runs), faults (40), and the causes of false alarms (5 seeds, at concurrency 1, 8 and 16).
 */

import type { Report } from '../engine/report.ts';
import { judgeUnderCause, outageCauses, readUnder, rightUnder } from '../test/support/outage-causes.ts';
import {
  drawFaultRuns,
  drawOutageRuns,
  faultsExpected,
  faultsFound,
  inWords,
  judgeThroughOutages,
  outageAlarms,
  wasDisturbed,
} from '../test/support/outage-runs.ts';

/** One run to come: its line, and what is wrong with what it came to. */
interface Task {
  readonly says: string;
  readonly run: () => Promise<{ readonly report: Report; readonly alarms: readonly string[] }>;
}

const differences = (found: object, expected: object) =>
  JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [`expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`];

const measurements: Readonly<Record<string, { count: number; tasks: (count: number, seed: number) => Task[] }>> = {
  runs: {
    count: 200,
    tasks: (count, seed) =>
      drawOutageRuns(count, seed).map((one) => ({
        says: inWords(one),
        run: async () => {
          const { report } = await judgeThroughOutages(one);
          return { report, alarms: outageAlarms(report) };
        },
      })),
  },
  faults: {
    count: 40,
    tasks: (count, seed) =>
      drawFaultRuns(count, seed).map((one) => ({
        says: inWords(one),
        run: async () => {
          const result = await judgeThroughOutages(one);
          const alarms = differences(faultsFound(result.report, one), faultsExpected(one));
          return { report: result.report, alarms: wasDisturbed(result) ? alarms : ['no outage happened', ...alarms] };
        },
      })),
  },
  causes: {
    count: 5,
    tasks: (count, first) =>
      outageCauses.flatMap((cause) =>
        [1, 8, 16].flatMap((concurrency) =>
          Array.from({ length: count }, (_, index) => ({
            says: `${cause.name}, concurrency ${concurrency}, seed ${first + index}`,
            run: async () => {
              const { report, tooMany } = await judgeUnderCause(cause, first + index, concurrency);
              return { report, alarms: differences(readUnder(cause, report), rightUnder(cause, tooMany)) };
            },
          })),
        ),
      ),
  },
};

const [what = 'runs', ...numbers] = process.argv.slice(2);
const measurement = measurements[what];
if (!measurement) throw new Error(`there is no measurement "${what}": ${Object.keys(measurements).join(', ')}`);
const [count = measurement.count, first = 0, seed = 1] = numbers.map(Number);

const waiting = measurement.tasks(count, seed).slice(first).entries();
const ends = new Map<number, number>();
let alarmed = 0;
/** Most of the time a run waits, so that two go side by side. */
async function work(): Promise<void> {
  for (const [index, { says, run }] of waiting) {
    const begun = performance.now();
    const { report, alarms } = await run();
    const { exitCode, requests, slowedTo } = report.run;
    ends.set(exitCode, (ends.get(exitCode) ?? 0) + 1);
    if (alarms.length > 0) alarmed += 1;
    const { passed, failed, inconclusive, 'not-run': notRun } = report.totals;
    const rows = `${passed} passed, ${failed} failed, ${inconclusive} inconclusive, ${notRun} not run`;
    const slowed = slowedTo === undefined ? '' : `, slowed down to ${slowedTo}/s`;
    const ms = Math.round(performance.now() - begun);
    console.log(`${first + index} ${says}: exit ${exitCode}, ${requests} requests${slowed}, ${rows}, ${ms} ms`);
    for (const alarm of alarms) console.log(`ALARM ${first + index}: ${alarm}`);
  }
}
await Promise.all([work(), work()]);
const runs = [...ends.values()].reduce((sum, each) => sum + each, 0);
const exits = [...ends].map(([code, times]) => `exit ${code}: ${times}`).join(', ');
console.log(`${runs} runs, ${alarmed} with an alarm; ${exits}`);
process.exit(alarmed > 0 ? 1 : 0);
