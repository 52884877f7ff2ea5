/** Honest records pass the checks of `verify`: of every conforming variant, of faulty targets, and of runs through outages. */
import { describe, expect, test } from 'vitest';
import type { Config } from '../../cli/config/shape.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { implausibleEndings, repeatedEntries } from '../../cli/verify/check-record.ts';
import { checkedTimes } from '../../cli/verify/check-times.ts';
import { signedShare } from '../../engine/report/rests-on.ts';
import { mppFaults, startReferenceAlipayPlus, startReferenceMpp } from '../../reference/index.ts';
import { sharedKeys } from '../support/judged.ts';
import { startOutageProxy } from '../support/outage-proxy.ts';
import { drawOutageRuns, type OutageRun, outageSubjects } from '../support/outage-runs.ts';
import { recordedRun } from '../support/recorded-run.ts';

const patient = { timeout: 180_000 };

/** Everything that the checks say of the record of a run. */
async function saidOf(run: Partial<OutageRun> & Pick<OutageRun, 'role'>): Promise<string[]> {
  const { role, seed = 1, variant = null, fault = null, outages = [], profile = 'gate', concurrency = 8 } = run;
  const start = role === 'mpp' ? startReferenceMpp : startReferenceAlipayPlus;
  const reference = await start({ variant, fault: fault as never, keys: await sharedKeys() });
  const proxy = outages.length > 0 ? await startOutageProxy({ target: reference.url, outages }) : null;
  const own = { run: { seed, profile, concurrency, runs: 5 }, ...(proxy ? { target: proxy.url } : {}) };
  const prepared = await prepareRun({ config: { ...reference.config, ...own } as Config });
  try {
    const { record } = await recordedRun(prepared.settings);
    expect(record.exchanges.length).toBeGreaterThan(0);
    const times = checkedTimes(signedShare(prepared.settings, record.exchanges), record.exchanges);
    const found = [...repeatedEntries(record), ...implausibleEndings(record, prepared.settings), ...times.findings];
    return found.map(({ says }) => says);
  } finally {
    await prepared.close();
    await proxy?.close();
    await reference.close();
  }
}

describe('nothing is said of', () => {
  // Every third: a run of each takes minutes, and they differ in what an answer looks like, not in how a request ends.
  test.each(outageSubjects.filter(({ variant }, at) => at % 3 === 0 || /rate|limit|slow/.test(variant ?? '')))(
    '$role $variant',
    patient,
    async (subject) => {
      expect(await saidOf(subject)).toEqual([]);
    },
  );

  const some = mppFaults.filter((_, at) => at % 60 === 0);
  test.each(some)('the fault $name', patient, async ({ name }) => {
    expect(await saidOf({ role: 'mpp', fault: [name] })).toEqual([]);
  });

  test.each(drawOutageRuns(8, 29))('run $seed of $role $variant through outages', patient, async (run) => {
    expect(await saidOf(run)).toEqual([]);
  });
});
