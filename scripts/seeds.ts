/** No false alarm: `npm run seeds [seeds] [pattern] [apis]` judges the correct references and every lawful variant with so many seeds (20) each, and names every alarm. */
import type { Report } from '../engine/report.ts';
import { alipayplusVariants, mppVariants } from '../reference/index.ts';
import { judgeReference } from '../test/support/judged.ts';
import { judgeCaller } from '../test/support/judged-caller.ts';
import { judgeAlipayPlus } from '../test/support/judged-fault.ts';

const [count = '20', pattern = '', apis = ''] = process.argv.slice(2);
/** All four APIs of an MPP, or the named ones: `sendOTP,tokenDigitizeDecision`. */
const config = apis === '' ? {} : { apis: apis.split(',') };
const seeds = Array.from({ length: Number(count) }, (_, i) => 1 + 7919 * i);

interface Subject {
  readonly name: string;
  readonly judge: (seed: number) => Promise<Report>;
}

const correct = [undefined];
const subjects: readonly Subject[] = [
  ...[...correct, ...mppVariants.map(({ name }) => name)].map((variant) => ({
    name: `mpp ${variant ?? 'reference'}`,
    judge: (seed: number) => judgeReference({ variant, seed, config }),
  })),
  ...[...correct, ...alipayplusVariants.map(({ name }) => name)].map((variant) => ({
    name: `alipayplus ${variant ?? 'reference'}`,
    judge: (seed: number) => judgeAlipayPlus({ variant, seed }),
  })),
  { name: 'mpp-client reference', judge: (seed: number) => judgeCaller({ config: { run: { seed } } }) },
].filter(({ name }) => name.includes(pattern));

/** What a gate would be red or open for; the reference itself is not even warned of a MUST, a lawful oddity may be. */
function alarms({ requirements, run, diagnosis }: Report, isReference: boolean): string[] {
  const rows = requirements.filter(
    ({ outcome, level, basis }) =>
      outcome === 'failed' ||
      outcome === 'harness-error' ||
      (level === 'MUST' &&
        basis !== 'position' &&
        (outcome === 'inconclusive' || (isReference && outcome === 'warned'))),
  );
  const told = rows.map(({ key, outcome, reason }) => `${key} ${outcome} ${reason}`);
  return run.exitCode === 0 ? told : [`exit code ${run.exitCode}`, ...told, ...diagnosis.map(({ code }) => code)];
}

let runs = 0;
let alarmed = 0;
for (const { name, judge } of subjects) {
  const begun = performance.now();
  let judged = 0;
  for (const seed of seeds) {
    const report = await judge(seed);
    runs += 1;
    judged += report.totals.passed;
    for (const alarm of alarms(report, name.endsWith(' reference'))) {
      alarmed += 1;
      console.log(`ALARM ${name}, seed ${seed}: ${alarm}`);
    }
  }
  const passed = Math.round(judged / seeds.length);
  console.log(
    `${name}: ${seeds.length} seeds, ${passed} passed on average, ${Math.round(performance.now() - begun)} ms`,
  );
}
console.log(`${runs} runs, ${alarmed} alarms`);
process.exit(alarmed > 0 ? 1 : 0);
