/** Judges the record of a run against a caller: each planned check comes to one finding, from the record alone. */
import type {
  ActionRun,
  CallerAction,
  CallerInvariant,
  CallerRecord,
  CallerRunInvariant,
  CallerTurn,
} from '../../engine/check/caller-check.ts';
import type { Check } from '../../engine/check/check.ts';
import { note } from '../../engine/check/facts.ts';
import { type Finding, isAgainst, notRun, ownFault } from '../../engine/check/finding.ts';
import { Tally } from '../../engine/check/tally.ts';
import type { JudgedCheck, Judgement } from '../../engine/judge/judge.ts';
import type { Plan, PlannedRow } from '../../engine/plan/plan.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { readCallerRecord } from './caller-record.ts';
import { diagnoseCaller } from './diagnosis.ts';
import { noEvidence } from './no-evidence.ts';
import { isSignedByOtherKey } from './signatures.ts';

/** Judges the record of a run against a caller. */
export function judgeCaller(plan: Plan, { exchanges }: RunRecord, settings: RunSettings): Judgement {
  const record = readCallerRecord(settings, exchanges);
  const checks = judgeCallerRows(
    plan.filter(({ excused }) => excused === null),
    record,
  );
  return { checks, ...surroundingsOf(record), unreachable: false };
}

/** Findings of the checks of one row. */
export function judgeCallerChecks(checks: readonly Check[], record: CallerRecord): Omit<JudgedCheck, 'row'>[] {
  return judgeCallerRows([{ checks }], record).map(({ ordinal, title, finding }) => ({ ordinal, title, finding }));
}

/** The checks of rows in the making: they see the requests one by one. */
export interface CallerObserving<Row> {
  /** `seenBy`: the record with the settings for this request, where they differ. */
  observe(turn: CallerTurn, run: ActionRun, seenBy?: CallerRecord): void;
  /** A check about which the record says nothing has no finding. */
  finish(): (Omit<JudgedCheck, 'row'> & { readonly row: Row })[];
}

/** Begins to judge rows; the runs of the record may still grow. */
export function beginCallerRows<Row extends Pick<PlannedRow, 'checks'>>(
  rows: readonly Row[],
  record: CallerRecord,
): CallerObserving<Row> {
  const readers = rows.flatMap((row) =>
    row.checks.map((check, ordinal) => ({ row, ordinal, check, ...readerOf(check, record) })),
  );
  return {
    observe(turn, run, seenBy = record) {
      if (turn.wasRead) for (const { observe } of readers) observe(turn, run, seenBy);
    },
    finish: () =>
      readers.flatMap(({ row, ordinal, check, finish }) => {
        const finding = finish();
        if (finding === null || !('title' in check)) return [];
        const did = check.kind === 'caller-action' ? { did: check.did } : {};
        return [{ row, ordinal, title: check.title, finding, ...did }];
      }),
  };
}

function judgeCallerRows<Row extends Pick<PlannedRow, 'checks'>>(rows: readonly Row[], record: CallerRecord) {
  const observing = beginCallerRows(rows, record);
  for (const run of record.runs) for (const turn of run.turns) observing.observe(turn, run);
  return observing.finish();
}

/** A check in the making: it sees the requests one by one. */
interface RequestReader {
  observe(turn: CallerTurn, run: ActionRun, seenBy: CallerRecord): void;
  finish(): Finding | null;
}

function readerOf(check: Check, record: CallerRecord): RequestReader {
  if (check.kind === 'caller-invariant') return requestReader(check, record);
  const finish = () => {
    try {
      if (check.kind === 'caller-action') return judgeAction(check, record);
      return check.kind === 'caller-run-invariant' ? check.judge(record) : null;
    } catch (error) {
      return ownFault(error);
    }
  };
  return { observe: () => {}, finish };
}

function requestReader(check: CallerInvariant, record: CallerRecord): RequestReader {
  const { judge, signing, expected } = check;
  if (signing && record.settings.signing.mode === 'off') {
    const finish = () => notRun('signing-off', note('signing-off'), { expected: expected(record) });
    return { observe: () => {}, finish };
  }
  const tally = new Tally();
  let judged = 0;
  let fault: Finding | null = null;
  const observe = (turn: CallerTurn, run: ActionRun, seenBy: CallerRecord) => {
    try {
      const finding = judge(turn, run, seenBy);
      if (!finding) return;
      judged += 1;
      tally.add(finding);
    } catch (error) {
      fault ??= ownFault(error);
    }
  };
  const finish = () => {
    try {
      return fault ?? settled(check, record, tally, judged);
    } catch (error) {
      return ownFault(error);
    }
  };
  return { observe, finish };
}

function settled({ expected }: CallerInvariant, record: CallerRecord, tally: Tally, judged: number): Finding {
  if (judged === 0) return noEvidence(record, expected(record), note('no-request-shows-it'));
  const finding = tally.finding();
  if (finding.verdict === 'satisfied') return { ...finding, received: { is: 'count', n: judged, of: 'requests' } };
  const cause = finding.diagnose?.();
  if (!cause) return finding;
  const { code, says, cure } = cause;
  return { ...finding, received: { is: 'diagnosis', code, says, cure } };
}

/** The finding of a check about the runs of its action; null where no run says anything about it. */
export function judgeAction(check: CallerAction, record: CallerRecord): Finding | null {
  const findings = record.runs
    .filter(({ action }) => action.id === check.action)
    .map((run) => check.judge(run, record) ?? run);
  const telling = findings.filter(isFinding);
  if (telling.length === 0) return null;
  // What a caller trusts does not depend on the speed of the machine: one run is enough.
  if (!check.steady) return telling.find(isAgainst) ?? telling[0]!;
  return judgeRepeatedly(findings.map((one) => (isFinding(one) ? one : nothingAgainst(one, telling[0]!))));
}

type Run = CallerRecord['runs'][number];

const isFinding = (one: Finding | Run): one is Finding => 'verdict' in one;

/** A further run that took another course: it does not bear the finding out. */
function nothingAgainst({ turns }: Run, { expected }: Finding): Finding {
  const exchanges = turns.slice(-1).map(({ exchange }) => exchange);
  return { verdict: 'satisfied', reason: '', expected, received: null, exchanges };
}

/** So many runs of an action are enough where a slow machine could have made the finding. */
export const enoughRuns = 3;

/** The one rule for repeated runs: only what every run shows speaks against the caller; what one of several shows is not held against it, what more show is unstable. */
export function judgeRepeatedly(findings: readonly Finding[]): Finding {
  const against = findings.filter(isAgainst);
  const first = against[0];
  if (!first) return findings.findLast(({ verdict }) => verdict === 'satisfied') ?? findings[0]!;
  const seen = { count: against.length, of: findings.length };
  if (against.length === findings.length) return findings.length === 1 ? first : { ...first, seen };
  const other = findings.findLast((one) => !isAgainst(one))!;
  if (against.length === 1) return other;
  const exchanges = [...first.exchanges, ...other.exchanges];
  return { ...first, verdict: 'inconclusive', reason: 'unstable', seen, exchanges };
}

/** Whether a judgement of a whole record speaks against the caller in the runs of one action. */
export function speaksAgainst(check: CallerAction | CallerRunInvariant, id: string, record: CallerRecord): boolean {
  const own = { ...record, runs: record.runs.filter(({ action }) => action.id === id) };
  const finding = check.kind === 'caller-action' ? judgeAction(check, own) : check.judge(own);
  return finding !== null && (isAgainst(finding) || finding.reason === 'unstable');
}

/** What a record says about the run as a whole. */
type Surroundings = Pick<Judgement, 'diagnosis' | 'misconfigured' | 'withoutControl'>;

/** Diagnosis, fault of the configuration, and operations that were never called. */
export function surroundingsOf(record: CallerRecord): Surroundings {
  const called = record.runs.some(({ turns }) => turns.length > 0);
  return {
    diagnosis: diagnoseCaller(record),
    misconfigured: isSignedByOtherKey(record),
    withoutControl: called ? [] : ['getPaymentCode'],
  };
}
