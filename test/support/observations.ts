/** Observations of a record made of exchanges: what checks that send nothing make of it. */
import { expect } from 'vitest';
import { invariant } from '../../engine/check/check.ts';
import { note } from '../../engine/check/facts.ts';
import { type Finding, notRun, type Reason } from '../../engine/check/finding.ts';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import { judgeObservations } from '../../engine/judge/observations.ts';
import type { PlannedRow } from '../../engine/plan/plan.ts';
import { wordsOf } from '../../engine/report/words.ts';
import { type Entry, recordWith, settingsWith, type Went } from './exchanges.ts';
import { plannedRow } from './rows.ts';

/** A planned row of sendOTP with some of its checks replaced. */
export const planned = (change: Partial<PlannedRow>) => plannedRow('OTP-04', change);

/** A run whose exchanges are observed. */
export interface Run {
  readonly entries: readonly Entry[];
  /** Why nothing that the opening showed says anything about the target. */
  readonly ended?: Reason | null;
  readonly mode?: 'required' | 'off';
}

/** The observations of one row; facts in words, since that is how they are compared here. */
export function observed({ entries, ended = null, mode = 'required' }: Run, row: PlannedRow) {
  const settings = settingsWith({ signing: { mode, publicKey: null } });
  const { byRow, diagnosis } = judgeObservations([row], recordWith(entries), settings, null, ended);
  expect([...byRow.keys()]).toEqual([row]);
  const checks = byRow.get(row)!.map(({ title, finding }) => ({
    title,
    finding: { ...finding, expected: wordsOf(finding.expected), received: wordsOf(finding.received) },
  }));
  return { checks, diagnosis };
}

/** The checks of one row alone. */
export const checksOf = (run: Run, row: PlannedRow) => observed(run, row).checks;

/** An invariant that says of each answer what the answer itself says. */
export const asTold = (more: Partial<Finding> = {}) =>
  invariant('as told', ({ answer }: ObservedExchange) => {
    const verdict = answer.result?.told as Finding['verdict'] | null | undefined;
    const told = { ...notRun('broken', note('self-check', 'this'), { expected: note('self-check', 'that') }) };
    return verdict ? { ...told, verdict, exchanges: [answer.exchange], ...more } : null;
  });

/** An answer that tells a verdict. */
export const told = (verdict: Finding['verdict'] | null, body: unknown = {}, went: Went = {}): Entry => [
  { json: { result: { told: verdict } } },
  { body, ...went },
];
