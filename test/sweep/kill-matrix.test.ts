/** The kill matrix that is committed: complete, true where it is measured anew, and without a check that cannot fail. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../engine/plan/rows.ts';
import type { Report } from '../../engine/report.ts';
import { operations } from '../../generated/operations.ts';
import { type Fault, mayBreak } from '../../reference/index.ts';
import {
  killersOf,
  type Measured,
  readBack,
  roles,
  subjectsOf,
  survivors,
  unkilled,
  written,
} from '../../scripts/kill-matrix/matrix.ts';
import { allFaults, matrixFile, measured, outcomesOf } from '../../scripts/kill-matrix.ts';
import { judgeReference } from '../support/judged.ts';
import { judgeCaller } from '../support/judged-caller.ts';
import { judgeAlipayPlus } from '../support/judged-fault.ts';

const text = readFileSync(matrixFile, 'utf8');
const document = readBack(text);
const named = (fault: Fault | Measured) => `${fault.role} ${'name' in fault ? fault.name : fault.fault}`;
const measuredAs = new Map(document.measured.map((one) => [named(one), one]));
const groups = new Set(
  Object.values(operations)
    .flatMap((op) => rowsOf(op, 'mpp'))
    .filter(({ requirement }) => requirement?.members || requirement?.callerMembers)
    .map(({ key }) => key),
);

describe('docs/kill-matrix.md', () => {
  test('lists every fault of the references, and nothing else', () => {
    expect(document.measured.map(named)).toEqual(allFaults.map(named));
  });

  test('lists every requirement that a run can judge, and nothing else', () => {
    const judged = roles.flatMap((role) => subjectsOf(role).map(({ key }) => `${role} ${key}`));
    expect([...document.requirements]).toEqual(judged);
  });

  test('is written as npm run kill-matrix writes it', () => {
    expect(written(document.measured) === text, 'run npm run kill-matrix').toBe(true);
  });

  test.each(roles)('has a fault that kills each requirement of role %s', (role) => {
    expect(unkilled(role, document.measured).map(({ key }) => key)).toEqual([]);
    expect(text).not.toContain('**none**');
  });

  test('has no fault that nothing notices', () => {
    expect(survivors(document.measured)).toEqual([]);
  });
});

describe.each(roles)('each fault of role %s', (role) => {
  const faults = allFaults.filter((fault) => fault.role === role);

  test('breaks what it names', () => {
    const tame = faults.filter((fault) => !measuredAs.get(named(fault))?.[fault.outcome].includes(fault.breaks[0]!));
    expect(tame.map(({ name, breaks }) => `${name}: ${breaks[0]}`)).toEqual([]);
  });

  test('breaks nothing that it does not own up to', () => {
    const strangers = faults.flatMap((fault) => {
      const { failed = [], warned = [] } = measuredAs.get(named(fault)) ?? {};
      const unowned = [...failed, ...warned].filter((key) => !groups.has(key) && !mayBreak(fault, key));
      return unowned.map((key) => `${fault.name}: ${key}`);
    });
    expect(strangers).toEqual([]);
  });
});

/** A few faults of each role, the same ones until the tables change. */
function sample(): Fault[] {
  const place = (fault: Fault) => createHash('sha256').update(named(fault)).digest('hex');
  const counts = { mpp: 7, alipayplus: 4, 'mpp-client': 3 };
  return roles.flatMap((role) =>
    allFaults
      .filter((fault) => fault.role === role)
      .sort((a, b) => (place(a) < place(b) ? -1 : 1))
      .slice(0, counts[role]),
  );
}

describe('measured anew', { timeout: 120_000 }, () => {
  test.each(sample())('$role $name is as it stands there', async (fault) => {
    expect(await measured(fault)).toEqual(measuredAs.get(named(fault)));
  });

  test.each<[string, () => Promise<Report>]>([
    ['mpp', () => judgeReference({})],
    ['alipayplus', () => judgeAlipayPlus({})],
    ['mpp-client', () => judgeCaller()],
  ])('no fault at all survives in role %s', async (role, judge) => {
    const nothing = outcomesOf({ role: role as Fault['role'], name: 'no-fault' }, await judge());
    expect(nothing).toEqual({ role, fault: 'no-fault', failed: [], warned: [] });
    expect(survivors([nothing])).toEqual(['no-fault']);
  });
});

test('a requirement without a fault is noticed', () => {
  const [subject] = subjectsOf('mpp');
  const without = document.measured.map((one) => ({
    ...one,
    failed: one.failed.filter((key) => key !== subject!.key),
    warned: one.warned.filter((key) => key !== subject!.key),
  }));
  expect(killersOf(subject!, without)).toEqual([]);
  expect(unkilled('mpp', without).map(({ key }) => key)).toContain(subject!.key);
  expect(written(without)).toContain(`| ${subject!.key} | ${subject!.level} | **none** |`);
});
