/** Correct wallets on real frameworks: nothing fails on them. Skipped without TARGETS_DEPS, and where a stack is not installed. */
import { describe, expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import { rowsWith } from '../support/judged.ts';
import { isInstalled, startTargetWallet, TARGET_STACKS, type TargetStack } from '../support/target-wallets.ts';

describe('a correct wallet on', () => {
  for (const stack of Object.keys(TARGET_STACKS) as TargetStack[]) {
    const why = !process.env.TARGETS_DEPS
      ? ' (skipped: TARGETS_DEPS is not set)'
      : isInstalled(stack)
        ? ''
        : ' (skipped: its programs, packages or keys are not on this machine)';
    test.skipIf(why !== '')(`${stack} fails nothing${why}`, { timeout: 180_000 }, async () => {
      const wallet = await startTargetWallet(stack);
      try {
        const prepared = await prepareRun({ configFile: wallet.config, overrides: { run: { seed: 1 } } });
        try {
          const report = await runConformance(prepared.settings, {});
          const found = [...rowsWith(report, 'failed'), ...rowsWith(report, 'harness-error')];
          expect(
            found.map(({ key, checks }) => `${key}: ${checks.find((one) => one.outcome === 'failed')?.received}`),
          ).toEqual([]);
          expect([0, 4]).toContain(report.run.exitCode);
        } finally {
          await prepared.close();
        }
      } finally {
        await wallet.close();
      }
    });
  }
});
