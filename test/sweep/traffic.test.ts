/** Traffic judged as a file and through the proxy: the same outcomes both ways, nothing against correct servers, and what shows is found. */
import { afterAll, describe, expect, test } from 'vitest';
import type { Config } from '../../cli/config/shape.ts';
import {
  alipayplusFaults,
  alipayplusVariants,
  mppFaults,
  mppVariants,
  startReferenceAlipayPlus,
  startReferenceMpp,
} from '../../reference/index.ts';
import { sharedKeys } from '../support/judged.ts';
import { passiveOutcomes, type WatchedRun, watchedRun } from '../support/traffic.ts';

/** All of them with TRAFFIC_SWEEP=all; a part of them otherwise. */
const step = process.env.TRAFFIC_SWEEP === 'all' ? 1 : 12;
const some = <T>(list: readonly T[]) => list.filter((_, index) => index % step === 0);

const starts = { mpp: startReferenceMpp, alipayplus: startReferenceAlipayPlus } as const;

async function watched(
  role: keyof typeof starts,
  how: { fault?: string; variant?: string },
  apis?: readonly string[],
): Promise<WatchedRun> {
  const keys = await sharedKeys();
  const reference = await starts[role]({ fault: how.fault ?? null, variant: how.variant ?? null, keys });
  const config = { ...(reference.config as Config), role, run: { seed: 1, profile: 'gate' as const } };
  try {
    return await watchedRun({ ...config, ...(apis ? { apis: [...apis] } : {}) } as Config);
  } finally {
    await reference.close();
  }
}

const failedIn = (outcomes: ReadonlyMap<string, string>) =>
  [...outcomes].filter(([, outcome]) => outcome === 'failed').map(([key]) => key);

describe.each([
  ['mpp', [null, ...some(mppVariants)]],
  ['alipayplus', [null, ...some(alipayplusVariants)]],
] as const)('%s: correct', (role, variants) => {
  test.each(variants.map((variant) => variant?.name ?? null))('variant %s', async (variant) => {
    const run = await watched(role, variant === null ? {} : { variant });
    const [file, proxy] = [passiveOutcomes(run.file), passiveOutcomes(run.proxy)];
    expect(failedIn(file)).toEqual([]);
    expect(Object.fromEntries(proxy)).toEqual(Object.fromEntries(file));
    expect(run.file.verdict).toBe('no-violation');
  });
});

/** Rows that a fault breaks in the live run by checks that traffic shows too. */
function shownPassively({ live, file }: WatchedRun): string[] {
  const titles = new Map(file.requirements.map(({ key, checks }) => [key, new Set(checks.map(({ title }) => title))]));
  return live.requirements
    .filter(({ outcome, checks, key }) => {
      const broken = checks.filter((check) => check.outcome === 'failed');
      return outcome === 'failed' && broken.some(({ title }) => titles.get(key)?.has(title));
    })
    .map(({ key }) => key);
}

const shownInAll: string[] = [];
afterAll(() => {
  expect(shownInAll.length).toBeGreaterThan(0);
  console.log(`${shownInAll.length} broken rows that traffic shows, all found`);
});

describe.each([
  ['mpp', some(mppFaults)],
  ['alipayplus', some(alipayplusFaults)],
] as const)('%s: faults', (role, faults) => {
  test.each(faults.map(({ name }) => name))('%s', async (fault) => {
    const apis = 'apis' in faults[0]! ? faults.find(({ name }) => name === fault)!.apis : undefined;
    const run = await watched(role, { fault }, role === 'mpp' ? apis : undefined);
    const [file, proxy] = [passiveOutcomes(run.file), passiveOutcomes(run.proxy)];
    expect(Object.fromEntries(proxy)).toEqual(Object.fromEntries(file));
    const shown = shownPassively(run);
    shownInAll.push(...shown);
    const found = shown.filter((key) => ['failed', 'warned'].includes(file.get(key)!));
    expect(found).toEqual(shown);
  });
});
