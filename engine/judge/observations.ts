/** Checks that send nothing of their own: invariants over every answer, judgements over the whole run, and obligations of the suite. */
import type { KeyObject } from 'node:crypto';
import type { Invariant, SuiteObligation } from '../check/check.ts';
import { note } from '../check/facts.ts';
import { type Finding, notRun, ownFault, type Reason } from '../check/finding.ts';
import type { ObservedExchange } from '../check/observed-exchange.ts';
import { Tally } from '../check/tally.ts';
import { usedTwice } from '../diagnosis/signature-cases.ts';
import type { Plan, PlannedRow } from '../plan/plan.ts';
import { observedIn } from '../record/observed.ts';
import type { RunRecord } from '../record/record.ts';
import type { Diagnosis } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import type { Exchange } from '../wire/exchange.ts';

interface Observation {
  readonly title: string;
  /** Empty where no single request shows it. */
  readonly did?: string;
  readonly finding: Finding;
}

/** What the exchanges of a run show of rows that want to see all of them. */
export interface Observations {
  readonly byRow: ReadonlyMap<PlannedRow, readonly Observation[]>;
  /** The causes of what is violated. */
  readonly diagnosis: readonly Diagnosis[];
}

/** A judgement in the making: it sees the exchanges one by one. */
export interface Observing {
  observe(one: ObservedExchange): void;
  /** `all` are searched for the second use of a signature; `ended` as for `judgeObservations`. */
  finish(all: readonly Exchange[], ended: Reason | null): Observations;
}

/** Begins to judge what only many exchanges show. */
export function beginObserving(plan: Plan, settings: RunSettings): Observing {
  const readers = new Map(plan.map((row) => [row, readersOf(row, settings)]));
  const ofOperation = new Map<string, Reader[]>();
  for (const [{ op }, own] of readers) ofOperation.set(op.id, [...(ofOperation.get(op.id) ?? []), ...own]);
  const observed = new Map<string, ObservedExchange[]>();
  return {
    observe(one) {
      const list = observed.get(one.op.id);
      if (list) list.push(one);
      else observed.set(one.op.id, [one]);
      for (const reader of ofOperation.get(one.op.id) ?? []) reader.observe(one);
    },
    finish(all, ended) {
      const diagnosis: Diagnosis[] = [];
      const diagnosedAs = (title: string, judged: Finding): Observation => {
        const { finding, cause } = diagnosed(judged, all);
        if (cause) diagnosis.push(cause);
        return { title, finding };
      };
      const byRow = new Map<PlannedRow, Observation[]>();
      for (const [row, own] of readers) {
        const found = own.map((reader): Observation => {
          if (ended && reader.ofSubject) return { title: reader.title, finding: notRun(ended, note('run-ended')) };
          return diagnosedAs(reader.title, reader.finish());
        });
        const whole = overRun(row, observed.get(row.op.id) ?? [], ended);
        byRow.set(row, [...found, ...whole.map(({ title, finding }) => ({ ...diagnosedAs(title, finding), did: '' }))]);
      }
      return { byRow, diagnosis };
    },
  };
}

/** Reads every exchange once, in the order of their ids, so that the order of answers makes no difference. */
export function judgeObservations(
  plan: Plan,
  record: RunRecord,
  settings: RunSettings,
  publicKey: KeyObject | null,
  /** Where the config or the network is at fault, what the opening showed says nothing about the target. */
  ended: Reason | null,
): Observations {
  const observing = beginObserving(plan, settings);
  const looking = new Set(plan.filter(looksAtAnswers).map(({ op }) => op.id as string));
  const seen = { ...record, exchanges: record.exchanges.filter(({ operation }) => looking.has(operation)) };
  // Exchange by exchange: an old one is read from a file again, once for all rows.
  for (const one of observedIn(seen, settings, publicKey)) observing.observe(one);
  return observing.finish(record.exchanges, ended);
}

/** Whether a check of a row is judged on all answers of its operation. */
function looksAtAnswers({ excused, invariants, runInvariants }: PlannedRow): boolean {
  return excused === 'suite' || (excused === null && invariants.length + runInvariants.length > 0);
}

/** A check in the making: it sees the exchanges of its operation one by one. */
interface Reader {
  readonly title: string;
  /** The answers are judged by it, not our own requests. */
  readonly ofSubject: boolean;
  observe(one: ObservedExchange): void;
  finish(): Finding;
}

function readersOf(row: PlannedRow, { signing }: RunSettings): Reader[] {
  if (row.excused === 'suite')
    return row.checks.flatMap((check) => (check.kind === 'suite-obligation' ? [obligationReader(check)] : []));
  if (row.excused !== null) return [];
  return row.invariants.map((check) => (check.signing && signing.mode === 'off' ? unsigned(check) : reader(check)));
}

function unsigned({ title }: Invariant): Reader {
  const finish = () => notRun('signing-off', note('signing-off'));
  return { title, ofSubject: true, observe: () => {}, finish };
}

function reader({ title, judge }: Invariant): Reader {
  const tally = new Tally();
  let fault: Finding | null = null;
  const observe = (one: ObservedExchange) => {
    try {
      const finding = judge(one);
      if (finding) tally.add(finding);
    } catch (error) {
      fault ??= ownFault(error);
    }
  };
  return { title, ofSubject: true, observe, finish: () => fault ?? tally.finding() };
}

/** Rows that bind the caller: our own good requests keep them, or it is our fault. */
function obligationReader({ judge }: SuiteObligation): Reader {
  let good = 0;
  let wrong: string | null = null;
  const observe = (one: ObservedExchange) => {
    const { authenticated, spec, answer } = one;
    if (!authenticated || spec.violates || spec.skipSelfCheck || answer.exchange.noAnswer) return;
    good += 1;
    wrong ??= judge(one);
  };
  const finish = (): Finding => {
    const base = { expected: note('own-requests-keep-it'), exchanges: [] };
    if (good === 0) return notRun('no-evidence', note('no-request'));
    if (wrong)
      return { ...base, verdict: 'harness-error', reason: 'probe-wrong', received: note('own-request-wrong', wrong) };
    return { ...base, verdict: 'satisfied', reason: '', received: { is: 'count', n: good, of: 'own-requests' } };
  };
  return { title: 'requests of the suite comply', ofSubject: false, observe, finish };
}

/** What only all exchanges show, and what no request could be made for. */
function overRun(row: PlannedRow, observed: readonly ObservedExchange[], ended: Reason | null): Observation[] {
  if (row.excused !== null) return [];
  const none = notRun(ended ?? 'no-evidence', note(ended ? 'run-ended' : 'no-evidence'));
  return [
    ...row.runInvariants.map(({ title, judge }) => ({
      title,
      finding: (!ended && observed.length > 0 && orOwnFault(() => judge(observed))) || none,
    })),
    ...row.missingScenarios.map((code) => ({
      title: `the scenario ${code} ends in ${code}`,
      finding: notRun('no-scenario', note('no-scenario', code)),
    })),
  ];
}

function orOwnFault(judge: () => Finding | null): Finding | null {
  try {
    return judge();
  } catch (error) {
    return ownFault(error);
  }
}

/** The finding with its cause in the place of what was received; the cause of what is violated stands at the head of the report too. */
export function diagnosed(
  finding: Finding,
  all: readonly Exchange[],
  side: 'answer' | 'request' = 'answer',
): { finding: Finding; cause: Diagnosis | null } {
  const found = finding.diagnose?.() ?? null;
  if (found === null) return { finding, cause: null };
  const { code, says, cure } = usedTwice(found, finding.exchanges[0]!, all, side) ?? found;
  return {
    finding: { ...finding, received: { is: 'diagnosis', code, says, cure } },
    cause: finding.verdict === 'violated' ? { code, says, cure } : null,
  };
}
