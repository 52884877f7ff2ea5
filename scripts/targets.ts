/**
 * The target wallets of test/targets under the suite: `npm run targets [seeds|certify|slips] [STACK…]`. Nothing may fail on a correct one;
 * each planted slip is shown with the root findings that it has.
 */
import { readFileSync } from 'node:fs';
import { prepareRun } from '../cli/run/prepare.ts';
import { runConformance } from '../cli/run/run-conformance.ts';
import type { Report } from '../engine/report.ts';
import { findings, headline } from '../reporters/findings.ts';
import { isInstalled, startTargetWallet, TARGET_STACKS, type TargetStack } from '../test/support/target-wallets.ts';

const seeds = [1, 2, 3];
const readme = new URL('../test/targets/README.md', import.meta.url);

/** The slips of each stack, from the table of the README. */
function slipsOf(stack: TargetStack, text: string = readFileSync(readme, 'utf8')): string[] {
  const [, table = ''] = text.split('## Slips');
  const row = table.split('\n').find((line) => line.startsWith(`| \`${stack}\``)) ?? '';
  return [...row.matchAll(/`([a-z0-9-]+)`/g)].map(([, name]) => name!).filter((name) => name !== stack);
}

async function judged(
  stack: TargetStack,
  run: { seed: number; profile: 'gate' | 'certify' },
  slip = '',
): Promise<Report> {
  const wallet = await startTargetWallet(stack, slip);
  try {
    const { settings, close } = await prepareRun({ configFile: wallet.config, overrides: { run } });
    try {
      return await runConformance(settings, {});
    } finally {
      await close();
    }
  } finally {
    await wallet.close();
  }
}

function line({ run, totals }: Report): string {
  const { failed, warned, inconclusive } = totals;
  return `exit ${run.exitCode}, ${run.requests} requests, ${totals.passed} passed, ${failed} failed, ${warned} warned, ${inconclusive} inconclusive`;
}

const measurements = {
  seeds: async (stack: TargetStack) => {
    for (const seed of seeds) show(stack, `seed ${seed}`, await judged(stack, { seed, profile: 'gate' }));
  },
  certify: async (stack: TargetStack) => show(stack, 'certify', await judged(stack, { seed: 1, profile: 'certify' })),
  slips: async (stack: TargetStack) => {
    for (const slip of slipsOf(stack)) show(stack, slip, await judged(stack, { seed: 1, profile: 'gate' }, slip));
  },
};

function show(stack: TargetStack, what: string, report: Report): void {
  const roots = (['failed', 'warned', 'inconclusive'] as const).flatMap((outcome) =>
    findings(report, outcome).map((one) => `${outcome} ${one.row.key}: ${headline(one).slice(0, 160)}`),
  );
  process.stdout.write(`${stack} ${what}: ${line(report)}${roots.map((root) => `\n    ${root}`).join('')}\n`);
}

const [what = 'seeds', ...named] = process.argv.slice(2);
const measure = measurements[what as keyof typeof measurements];
if (!measure) throw new Error(`Write: npm run targets [${Object.keys(measurements).join('|')}] [STACK…]`);
for (const stack of Object.keys(TARGET_STACKS) as TargetStack[]) {
  if (named.length > 0 && !named.includes(stack)) continue;
  if (isInstalled(stack)) await measure(stack);
  else process.stdout.write(`${stack}: skipped, its programs, packages or keys are not on this machine\n`);
}
