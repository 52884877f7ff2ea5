/** Outages: `npm run outages [runs] [first] [seed]` judges the references and every conforming variant behind a fault-injecting proxy, and names every failed row. */
import { drawOutageRuns, inWords, judgeThroughOutages, outageAlarms } from '../test/support/outage-runs.ts';

const [runs = 200, first = 0, seed = 1] = process.argv.slice(2).map(Number);
const atOnce = 2;

const waiting = drawOutageRuns(runs, seed).entries();
const ends = new Map<number, number>();
let alarmed = 0;
async function work(): Promise<void> {
  for (const [index, run] of waiting) {
    if (index < first) continue;
    const begun = performance.now();
    const { report } = await judgeThroughOutages(run);
    const { exitCode, requests } = report.run;
    ends.set(exitCode, (ends.get(exitCode) ?? 0) + 1);
    const alarms = outageAlarms(report);
    if (alarms.length > 0) alarmed += 1;
    const { passed, inconclusive } = report.totals;
    const counts = `exit ${exitCode}, ${requests} requests, ${passed} passed, ${inconclusive} inconclusive`;
    console.log(`${index} ${inWords(run)}: ${counts}, ${Math.round(performance.now() - begun)} ms`);
    for (const alarm of alarms) console.log(`ALARM ${index}: ${alarm}`);
  }
}
await Promise.all(Array.from({ length: atOnce }, work));
const exits = [...ends].map(([code, count]) => `exit ${code}: ${count}`).join(', ');
console.log(`${runs - first} runs, ${alarmed} with an alarm; ${exits}`);
process.exit(alarmed > 0 ? 1 : 0);
