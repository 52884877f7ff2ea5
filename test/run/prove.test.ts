/** `conformance prove`: which faults a configuration would notice, what closes each gap, and that nothing is sent. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { proofOf } from '../../cli/prove/proof-of.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { planFor } from '../../cli/run/run-conformance.ts';
import { proofSection } from '../../engine/prove/gaps.ts';
import type { Proven } from '../../engine/prove/prove.ts';
import type { ProofSection, Report, Role } from '../../engine/report.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { commandLine } from '../support/command-line.ts';
import { sharedKeys } from '../support/judged.ts';
import { freshDirectory } from '../support/packages.ts';
import { recordedRun } from '../support/recorded-run.ts';

const run = commandLine();

interface Proof {
  readonly report: Report;
  readonly proven: Proven;
  readonly section: ProofSection;
}

async function proofWith(config: object): Promise<Proof> {
  const prepared = await prepareRun({ config: config as never, choices: { embedded: !('target' in config) } });
  try {
    const { settings } = prepared;
    const { report, record } = await recordedRun(settings);
    const proven = (await proofOf(await planFor(settings), record, settings))!;
    return { report, proven, section: proofSection(proven, settings) };
  } finally {
    await prepared.close();
  }
}

const embedded = (role: Role) => proofWith({ role, run: { seed: 3 } });

const unnoticed = ({ proven }: Proof) => proven.proved.filter(({ noticed }) => noticed === null);

describe('with the full config of a reference', { timeout: 180_000 }, () => {
  const leastFaults = { mpp: 600, alipayplus: 130, 'mpp-client': 60 };

  test.each(['mpp', 'alipayplus', 'mpp-client'] as const)('%s: at least 98 of 100 faults are noticed', async (role) => {
    const proof = await embedded(role);
    const { faults, noticed, failed, ended, warned, gaps } = proof.section;
    expect(faults).toBeGreaterThan(leastFaults[role]);
    expect(noticed / faults).toBeGreaterThanOrEqual(0.98);
    expect(failed + ended + warned).toBe(noticed);
    expect(gaps.reduce((sum, gap) => sum + gap.faults.length, 0)).toBe(faults - noticed);
    expect(new Set(proof.proven.proved.map(({ alteration }) => alteration.id)).size).toBe(faults);
  });
});

/** The reference with a config that names its address and its keys alone. */
async function withReference<T>(
  use: (bare: Record<string, unknown>, full: Record<string, never>) => Promise<T>,
): Promise<T> {
  const reference = await startReferenceMpp({ keys: await sharedKeys() });
  const full = reference.config as Record<string, never>;
  const { requests: _, scenarios: __, ...bare } = full;
  try {
    return await use({ ...bare, run: { seed: 3 } }, full);
  } finally {
    await reference.close();
  }
}

const outcomes = ({ report }: Proof) => new Map(report.requirements.map(({ key, outcome }) => [key, outcome]));

describe('with a config that names no user and no scenario', { timeout: 180_000 }, () => {
  test('the faults whose rows are not run are listed, and no other', async () => {
    const proof = await withReference((bare) => proofWith(bare));
    const outcome = outcomes(proof);
    // A row about what an S carries applies to nothing where no S came.
    const isOpen = (key: string) => ['not-run', 'not-applicable'].includes(outcome.get(key) ?? '');
    const strangers = unnoticed(proof).filter(({ alteration: { rows, scenario } }) => !scenario && !rows.some(isOpen));
    expect(strangers.map(({ alteration }) => alteration.id)).toEqual([]);
    expect(unnoticed(proof).length).toBeGreaterThan(100);
    for (const { alteration } of unnoticed(proof))
      expect(proof.section.gaps.some(({ faults }) => faults.includes(alteration.says))).toBe(true);
  });

  test('ten gaps close once their lines are in the config', async () => {
    await withReference(async (bare, full) => {
      // Users first: without one of them no scenario of an API is asked for.
      const users = { ...bare, requests: full.requests, limits: full.limits };
      const before = await proofWith(users);
      const gaps = before.section.gaps.filter(({ says }) => says.startsWith('no scenario for ')).slice(0, 10);
      expect(gaps).toHaveLength(10);
      const scenarios: Record<string, Record<string, unknown>> = {};
      for (const { config } of gaps) {
        const [, api, name] = /^scenarios:\n {2}(\w+):\n {4}"?([\w:-]+)"?: \{ \w+: … \}$/.exec(config) ?? [];
        expect(api, config).toBeDefined();
        scenarios[api!] = { ...scenarios[api!], [name!]: (full.scenarios as never as typeof scenarios)[api!]![name!] };
      }
      const after = await proofWith({ ...users, scenarios });
      const left = new Set(after.section.gaps.map(({ says }) => says));
      expect(gaps.filter(({ says }) => left.has(says))).toEqual([]);
      expect(after.section.noticed).toBeGreaterThan(before.section.noticed + 10);
    });
  });
});

describe('the command', { timeout: 120_000 }, () => {
  test('prints the result of a recorded run, as text and as JSON', async () => {
    const directory = freshDirectory();
    const reports = join(directory, 'reports');
    const options = ['--embedded', '--role', 'alipayplus', '--seed', '3', '--report-dir', reports, '--full-evidence'];
    expect((await run(...options)).code).toBe(0);
    const { code, printed } = await run('prove', reports);
    expect(code).toBe(0);
    expect(printed).toMatch(/^This configuration would notice \d+ of \d+ faults/);
    expect(printed).toContain('Nothing was');
    const json = JSON.parse((await run('prove', reports, '--json')).printed);
    expect(json.alterations).toHaveLength(json.faults);
    expect(json.alterations[0]).toMatchObject({ operation: 'getPaymentCode', noticed: 'failed' });
  });

  test('says what is missing where there is no full evidence', async () => {
    const directory = freshDirectory();
    const { code, told } = await run('prove', directory);
    expect(code).toBe(2);
    expect(told).toContain('contains no full-evidence.ndjson');
    expect(told).toContain('--full-evidence');
  });
});
