/** Who is asked when: every probe once, what costs after what is free, and refusals at hand while calls wait for each other. */
import { describe, expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { phases } from '../../engine/check/check.ts';
import { planRun } from '../../engine/plan/plan.ts';
import { type Job, scheduleOf } from '../../engine/plan/schedule.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { suiteSet } from '../../suites/index.ts';

const { settings, close } = await prepareRun({ config: {} });
await close();

const plan = planRun(settings, suiteSet);
const scheduled = (change: Partial<RunSettings> = {}, rows = plan) => scheduleOf(rows, { ...settings, ...change });
const named = ({ row, ordinal }: Pick<Job, 'row' | 'ordinal'>) => `${row.key} ${ordinal}`;
const all = (schedule: ReturnType<typeof scheduled>) => [...schedule.values()].flat().map(named);

describe('a schedule', () => {
  test('has every probe of a row that is judged, once, in the order of the phases', () => {
    const schedule = scheduled();
    const wanted = plan
      .filter(({ excused }) => excused === null)
      .flatMap((row) => row.probes.map((_, ordinal) => named({ row, ordinal })));
    expect([...schedule.keys()]).toEqual([...phases]);
    expect(all(schedule).sort()).toEqual(wanted.sort());
    expect(wanted.length).toBeGreaterThan(300);
  });

  test('starts lists of calls first, and keeps back refusals that reach nobody for the time that they take', () => {
    const schedule = scheduled();
    const waiting = schedule.get('observation')!;
    const firstShort = waiting.findIndex(({ probe }) => !probe.isLong);
    expect(firstShort).toBeGreaterThan(0);
    expect(waiting.slice(firstShort).some(({ probe }) => probe.isLong)).toBe(false);
    const fillers = waiting.filter(({ probe }) => probe.phase === 'refusal');
    expect(fillers).toHaveLength(64);
    expect(fillers.filter(({ row }) => row.op.effect)).toEqual([]);
    expect(waiting.slice(-fillers.length)).toEqual(fillers);
  });

  test('keeps nothing back where nothing waits', () => {
    const schedule = scheduled(
      {},
      plan.filter(({ probes }) => !probes.some(({ isLong }) => isLong)),
    );
    expect(schedule.get('observation')!.filter(({ probe }) => probe.phase === 'refusal')).toEqual([]);
    for (const [phase, jobs] of schedule) for (const { probe } of jobs) expect(probe.phase).toBe(phase);
  });

  test('of smoke asks one of each kind, and nothing that costs much', () => {
    const schedule = scheduled({ profile: 'smoke' });
    expect([...schedule].filter(([, jobs]) => jobs.length > 0).map(([phase]) => phase)).toEqual([
      'first',
      'refusal',
      'acceptance',
    ]);
    expect(all(schedule).length).toBeLessThan(100);
  });

  test('follows from the nonce, and from nothing else', () => {
    const once = all(scheduled({ nonce: 'one' }));
    expect(all(scheduled({ nonce: 'one' }, [...plan].reverse()))).toEqual(once);
    expect(all(scheduled({ nonce: 'two' }))).not.toEqual(once);
    expect(all(scheduled({ nonce: 'two' })).sort()).toEqual([...once].sort());
  });
});

test('a variant of a scenario that one row asks for by name is judged there alone', () => {
  const scenarios = ['', 'scope', 'other'].map((variant) => ({ code: 'INVALID_TOKEN', variant, body: {} }));
  const rows = planRun({ ...settings, scenarios: { sendOTP: scenarios } }, suiteSet);
  const asked = (id: string) =>
    rows
      .find(({ key }) => key === `sendOTP/${id}`)!
      .probes.flatMap(({ title }) => /scenario (\S+) ends/.exec(title)?.[1] ?? []);
  expect(asked('OTP-10')).toEqual(['INVALID_TOKEN:scope']);
  expect(asked('OTP-09')).toEqual(['INVALID_TOKEN', 'INVALID_TOKEN:other']);
});
