/** Judgements from the record of a run alone: invariants over every answer, and what many answers show together. */

import type { Invariant, ObservedExchange, SuiteObligation } from '../check/check.ts';
import { type Finding, notRun, ownFault, type Reason } from '../check/finding.ts';
import { witnessesOf, witnessOf } from '../check/observed-exchange.ts';
import { Tally } from '../check/tally.ts';
import { usedTwice } from '../diagnosis/signature-cases.ts';
import type { Session } from '../drive/run.ts';
import type { Run, Sent } from '../drive/run-context.ts';
import type { PlannedRow } from '../plan/plan.ts';
import type { RunSettings } from '../settings.ts';

/** Books a judgement as a check of its row. */
type AddCheck = (session: Session, row: PlannedRow, title: string, judged: Finding, controlled: boolean) => void;

/** Judges what is recorded while the run goes on, and all of it together in the end. */
export interface RecordJudge {
  /** To be called with each exchange once, in the order of the record. */
  see(sent: Sent): void;
  /** Invariants and judgements over the whole run. */
  conclude(session: Session, addCheck: AddCheck): void;
}

/** Exchanges are judged as they come: old ones would have to be read from a file again. */
export function createRecordJudge(plan: readonly PlannedRow[], run: Run): RecordJudge {
  const readings = new Map(plan.map((row) => [row, readingsOf(row, run.settings)]));
  const byOperation = new Map<string, Reading[]>();
  for (const [{ op }, own] of readings) byOperation.set(op.id, [...(byOperation.get(op.id) ?? []), ...own]);
  return {
    see(sent) {
      const witness = witnessOf(sent, run);
      for (const reading of byOperation.get(witness.op.id) ?? []) reading.see(witness);
    },
    conclude(session, addCheck) {
      // Where the config or the network is at fault, what the opening showed says nothing about the target.
      const ended = (['misconfigured', 'no-answer'] as const).find((reason) => run.stopped() === reason) ?? null;
      for (const row of plan) {
        for (const { title, judged } of [
          ...readOff(session, readings.get(row)!, ended),
          ...judgedOverall(row, run, ended),
        ])
          addCheck(session, row, title, judged, false);
      }
    },
  };
}

interface Concluded {
  readonly title: string;
  readonly judged: Finding;
}

function readOff(session: Session, readings: readonly Reading[], ended: Reason | null): Concluded[] {
  return readings.map((reading) => {
    const judged =
      ended && reading.ofSubject
        ? notRun(ended, 'the run ended before anything was judged')
        : diagnosed(session, reading.judgement());
    return { title: reading.title, judged };
  });
}

/** What only the whole record shows, and what no request could be made for. */
function judgedOverall(row: PlannedRow, run: Run, ended: Reason | null): Concluded[] {
  if (row.excused !== null) return [];
  const witnesses = row.overalls.length > 0 && !ended ? witnessesOf(run, row.op.id) : [];
  const none = notRun(ended ?? 'no-evidence', 'no answer that shows it');
  return [
    ...row.overalls.map(({ title, judge }) => ({
      title,
      judged: (witnesses.length > 0 && judge(witnesses)) || none,
    })),
    ...row.missingScenarios.map((code) => ({
      title: `the scenario ${code} ends in ${code}`,
      judged: notRun('no-scenario', `no scenario ${code} is configured`, code),
    })),
  ];
}

/** A check of the record in the making: it sees the exchanges of its operation one by one, in order. */
interface Reading {
  readonly title: string;
  /** The answers are judged by it, not our own requests. */
  readonly ofSubject: boolean;
  see(witness: ObservedExchange): void;
  judgement(): Finding;
}

/** What a row wants to see. */
function readingsOf(row: PlannedRow, { signing }: RunSettings): Reading[] {
  if (row.excused === 'own-probes')
    return row.proofs.filter((proof) => proof.kind === 'own-probes').map((proof) => ownProbesReading(row, proof));
  if (row.excused !== null) return [];
  return row.invariants.map((proof) =>
    proof.signing && signing.mode === 'off' ? unsignedReading(proof) : invariantReading(proof),
  );
}

function unsignedReading({ title }: Invariant): Reading {
  return { title, ofSubject: true, see: () => {}, judgement: () => notRun('signing-off', 'signing is off') };
}

function invariantReading({ title, judge }: Invariant): Reading {
  const tally = new Tally();
  let fault: Finding | null = null;
  const see = (witness: ObservedExchange) => {
    try {
      const judged = judge(witness);
      if (judged) tally.add(judged);
    } catch (error) {
      fault ??= ownFault(error);
    }
  };
  return { title, ofSubject: true, see, judgement: () => fault ?? tally.judgement() };
}

/** Rows that bind the caller: our own good requests keep them, or it is our fault. */
function ownProbesReading({ row }: PlannedRow, { judge }: SuiteObligation): Reading {
  let good = 0;
  let wrong: string | null = null;
  const see = (witness: ObservedExchange) => {
    const { authenticated, ask, answer } = witness;
    if (!authenticated || ask.violates || ask.skipSelfCheck || answer.exchange.noAnswer) return;
    good += 1;
    wrong ??= judge(witness);
  };
  const judgement = (): Finding => {
    const base = { expected: row.says, exchanges: [] };
    if (good === 0) return notRun('no-evidence', 'no request was sent');
    if (wrong) return { ...base, verdict: 'harness-error', reason: 'probe-wrong', received: wrong };
    return { ...base, verdict: 'kept', reason: '', received: `${good} of our own requests keep it` };
  };
  return { title: 'our own requests keep it', ofSubject: false, see, judgement };
}

/** The judgement with its cause in the place of what was received; what is broken by it is told at the head of the report too. */
function diagnosed({ run, diagnosis }: Session, judged: Finding): Finding {
  let found = judged.diagnose?.() ?? null;
  if (found === null) return judged;
  found =
    usedTwice(
      found,
      judged.exchanges[0]!,
      run.sent.map(({ exchange }) => exchange),
    ) ?? found;
  const { code, says, cure } = found;
  if (judged.verdict === 'broken' && !diagnosis.some((known) => known.code === code))
    diagnosis.push({ code, says, cure });
  return { ...judged, received: `${says} ${cure}` };
}
