/** Judgements from the record of a run alone: invariants over every answer, and what many answers show together. */
import { jsonOf } from './body.ts';
import { usedTwice } from './diagnosis/cases.ts';
import { type Judged, notRun } from './judge.ts';
import type { PlannedRow } from './plan.ts';
import type { Session } from './run.ts';
import { witnessesOf } from './witness.ts';

/** Books a judgement as a check of its row. */
type AddCheck = (session: Session, row: PlannedRow, title: string, judged: Judged, controlled: boolean) => void;

/** Invariants and judgements over the whole run: from the record alone. */
export function judgeRecord(session: Session, addCheck: AddCheck): void {
  const { run, plan } = session;
  const witnesses = witnessesOf(run);
  // Where the config or the network is at fault, what the opening showed says nothing about the target.
  const ended = (['misconfigured', 'no-answer'] as const).find((reason) => run.stopped() === reason);
  for (const row of plan) {
    const own = witnesses.filter((witness) => witness.op.id === row.op.id);
    if (row.excused === 'own-probes') judgeOwnProbes(session, row, own, addCheck);
    if (row.excused !== null) continue;
    for (const proof of row.invariants) {
      if (ended) {
        addCheck(session, row, proof.title, notRun(ended, 'the run ended before anything was judged'), false);
        continue;
      }
      if (proof.signing && run.settings.signing.mode === 'off') {
        addCheck(session, row, proof.title, notRun('signing-off', 'signing is off'), false);
        continue;
      }
      const judged = overAll(own.map(proof.judge).filter((judged) => judged !== null));
      addCheck(session, row, proof.title, diagnosed(session, judged), false);
    }
    for (const proof of row.overalls) {
      const judged = own.length > 0 && !ended ? proof.judge(own) : null;
      addCheck(session, row, proof.title, judged ?? notRun(ended ?? 'no-evidence', 'no answer that shows it'), false);
    }
    for (const code of row.missingScenarios) {
      addCheck(
        session,
        row,
        `the scenario ${code} ends in ${code}`,
        notRun('no-scenario', `no scenario ${code} is configured`, code),
        false,
      );
    }
  }
}

/** One judgement from many: one that broke it decides, the one with the smallest request stands for all. */
function overAll(all: readonly Judged[]): Judged {
  for (const shows of ['broken', 'advised', 'kept', 'not-applicable'] as const) {
    const hits = all.filter((judged) => judged.shows === shows);
    if (hits.length === 0) continue;
    const shown = representative(hits);
    if (shows === 'kept' || shows === 'not-applicable')
      return { ...shown, received: `${hits.length} answers`, seen: `${hits.length} of ${all.length}`, exchanges: [] };
    const reach = hits.flatMap(({ exchanges }) => exchanges);
    return {
      ...shown,
      seen: `${hits.length} of ${all.length}`,
      counterexample: jsonOf(shown.exchanges[0]!.request.body),
      reach,
    };
  }
  return notRun('no-evidence', 'no answer that shows it');
}

/** The one with the smallest request; where a cause can be looked for, the smallest with the cause that most of a sample have. */
function representative(hits: readonly Judged[]): Judged {
  const size = ({ exchanges: [exchange] }: Judged) =>
    exchange!.request.body.length + (exchange!.request.method === 'POST' ? 0 : 1e9);
  const smallest = [...hits].sort((a, b) => size(a) - size(b));
  const sample = smallest.filter(({ diagnose }) => diagnose).slice(0, 5);
  const causes = sample.map(({ diagnose }) => diagnose!()?.code ?? '');
  const count = (code: string) => causes.filter((other) => other === code).length;
  const index = causes.reduce((best, code, i) => (count(code) > count(causes[best]!) ? i : best), 0);
  return sample[index] ?? smallest[0]!;
}

/** The judgement with its cause in the place of what was received; what is broken by it is told at the head of the report too. */
function diagnosed({ run, diagnosis }: Session, judged: Judged): Judged {
  let found = judged.diagnose?.() ?? null;
  if (found === null) return judged;
  found =
    usedTwice(
      found,
      judged.exchanges[0]!,
      run.sent.map(({ exchange }) => exchange),
    ) ?? found;
  const { code, says, cure } = found;
  if (judged.shows === 'broken' && !diagnosis.some((known) => known.code === code))
    diagnosis.push({ code, says, cure });
  return { ...judged, received: `${says} ${cure}` };
}

/** Rows that bind the caller: our own good requests keep them, or it is our fault. */
function judgeOwnProbes(
  session: Session,
  row: PlannedRow,
  witnesses: ReturnType<typeof witnessesOf>,
  addCheck: AddCheck,
): void {
  const good = witnesses.filter(
    ({ authenticated, ask, answer }) => authenticated && !ask.breaks && !ask.unchecked && answer.exchange.response,
  );
  for (const proof of row.proofs) {
    if (proof.kind !== 'own-probes') continue;
    const wrong = good.map(proof.judge).find((says) => says !== null);
    const base = { expected: row.row.says, exchanges: [] };
    const judged: Judged =
      good.length === 0
        ? notRun('no-evidence', 'no request was sent')
        : wrong
          ? { ...base, shows: 'harness-error', reason: 'probe-wrong', received: wrong }
          : { ...base, shows: 'kept', reason: '', received: `${good.length} of our own requests keep it` };
    addCheck(session, row, 'our own requests keep it', judged, false);
  }
}
