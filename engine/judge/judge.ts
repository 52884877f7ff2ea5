/**
 * The judge: a pure function from a plan and a Record to findings. The live run, replay, --only, --only-failed and verify call this one
 * function; it reads no clock, opens no socket and draws nothing at random.
 */
import type { KeyObject } from 'node:crypto';
import type { Probe } from '../check/check.ts';
import { type Contexts, createContexts } from '../check/context.ts';
import { type ControlResult, closingControl, openingControl, secondaryControls } from '../check/controls.ts';
import { note } from '../check/facts.ts';
import { type Finding, isAgainst, notRun, ownFault, type Reason } from '../check/finding.ts';
import { runSteps } from '../check/steps.ts';
import { keyFault } from '../diagnosis/control-faults.ts';
import { runFaults } from '../diagnosis/run-faults.ts';
import { admission } from '../plan/admission.ts';
import { failingOf } from '../plan/failing.ts';
import { isAtEnd, isPart, neededOperations, type Plan, type PlannedRow } from '../plan/plan.ts';
import { type Job, scheduleOf } from '../plan/schedule.ts';
import { askedAgain, suspectsIn } from '../record/asked-again.ts';
import type { RunRecord } from '../record/record.ts';
import type { Diagnosis } from '../report.ts';
import type { Spelling } from '../request/request-spec.ts';
import type { RunSettings } from '../settings.ts';
import { publicKeyIn } from '../wire/signing.ts';
import { absence, lastingOverload } from './absence.ts';
import { answersChange, withRepeats } from './from-time-to-time.ts';
import { judgeObservations } from './observations.ts';
import { passingErrors } from './passing-errors.ts';
import { createRecordedDriver, type RecordedDriver } from './recorded-driver.ts';
import { createSentBy } from './sent-by.ts';
import { slowingDown } from './slowing-down.ts';

/** A check of a row with what it showed. */
export interface JudgedCheck {
  readonly row: PlannedRow;
  /** What happens, in the present tense. */
  readonly title: string;
  /** What is done; left out where the exchange that decides says it. */
  readonly did?: string;
  /** Place among the checks of its row: tells checks apart, whatever their titles say. */
  readonly ordinal: number;
  readonly finding: Finding;
  /** Keys of other rows whose requests it rests on, null where only a whole run shows it again; left out where there are none. */
  readonly sentBy?: readonly string[] | null;
}

/** Everything that a record shows. */
export interface Judgement {
  /** In the order of the plan. */
  readonly checks: readonly JudgedCheck[];
  readonly diagnosis: readonly Diagnosis[];
  /** Operations with rows to judge that never accepted a control. */
  readonly withoutControl: readonly string[];
  /** The configuration is at fault, so no verdict is worth anything. */
  readonly misconfigured: boolean;
  readonly unreachable: boolean;
}

/** A judgement of a server with what was asked of the record on the way. */
export interface ServerJudgement extends Judgement {
  readonly driver: RecordedDriver;
  readonly contexts: Contexts;
  /** The spelling of headers that the target reads, where it is not the first one. */
  readonly spelling: Spelling | null;
}

/** Judges the record of a run against a server. */
export function judge(plan: Plan, record: RunRecord, settings: RunSettings): ServerJudgement {
  const contexts = createContexts(neededOperations(plan, settings), settings, record.identity);
  const driver = createRecordedDriver(record, contexts);
  const publicKey = settings.signing.publicKey ? publicKeyIn(settings.signing.publicKey) : null;
  const opened = [...contexts.values()].map((context) => ({
    context,
    result: runSteps(openingControl(context), driver.perform),
  }));
  const openings = new Map(opened.map(({ context, result }) => [context.op.id, result]));
  const faults = runFaults(opened, settings, publicKey);
  for (const { context } of opened) runSteps(secondaryControls(context), driver.perform);
  const jobs = [...scheduleOf(plan, settings).values()].flat();
  // Where the config or the network is at fault, what the opening showed says nothing about the target.
  const judgeOne = (job: Job) =>
    faults.stops ? notRun(faults.stops, note('run-ended')) : judgeJob(job, contexts, openings, driver);
  const findings = new Map(jobs.map((job) => [placeOf(job.row, job.ordinal), judgeOne(job)]));
  const failing = failingOf(jobs, ({ row, ordinal }) => findings.get(placeOf(row, ordinal)), settings.strict);
  const repeated = runSteps(askedAgain(suspectsIn(record, contexts, failing)), driver.perform);
  const lost = new Set(
    [...contexts.values()]
      .filter((context) => runSteps(closingControl(context), driver.perform) === 'lost')
      .map(({ op }) => op.id),
  );
  // What a full run would have shown may be missing.
  const lacking = record.stopped ?? (isPart(plan, settings) ? 'not-replayed' : null);
  const observations = judgeObservations(plan, record, settings, publicKey, faults.stops);
  const sentBy = createSentBy(driver);
  const checks = plan.flatMap((row): JudgedCheck[] => {
    if (row.givesEvidence) return [];
    const probes = row.probes.flatMap((probe, ordinal) => {
      const finding = findings.get(placeOf(row, ordinal));
      return finding ? [checkOf(row, probe, finding, lost, lacking)] : [];
    });
    const hasControl = contexts.get(row.op.id)?.controls.full != null;
    const observed = observations.byRow.get(row)!.map((one) => {
      if (row.excused !== null) return one;
      const finding = onWholeRun(hasControl ? one.finding : withoutControl(one.finding, row), lacking);
      return { ...one, finding, ...(isAgainst(finding) ? { sentBy: sentBy(finding, row.key) } : {}) };
    });
    return [...probes, ...observed].map((one, ordinal) => ({ row, ordinal, ...one }));
  });
  const keyFaults = keyFaultsOf(record, settings, publicKey);
  const isOpen = checks.some(({ finding }) => finding.verdict === 'inconclusive');
  const errors = isOpen && record.stopped === null ? [...passingErrors(record), ...slowingDown(record)] : [];
  const ofTarget = [...outOfService(record), ...answersChange(repeated), ...errors];
  return {
    checks: withRepeats(checks, repeated, record),
    diagnosis: distinct([...ofTarget, ...faults.diagnosis, ...observations.diagnosis, ...keyFaults]),
    withoutControl: neverAccepted(contexts, plan),
    misconfigured: faults.stops === 'misconfigured' || keyFaults.length > 0,
    unreachable: faults.stops === 'no-answer',
    driver,
    contexts,
    spelling: opened.find(({ result }) => result.spelling)?.result.spelling ?? null,
  };
}

function neverAccepted(contexts: Contexts, plan: Plan): string[] {
  return [...contexts.values()]
    .filter(({ op, controls }) => !controls.full && plan.some((row) => row.op.id === op.id && row.excused === null))
    .map(({ op }) => op.id);
}

/** Not by probe: the APIs share the probes of the rows that bind every API. */
function placeOf(row: PlannedRow, ordinal: number): string {
  return `${row.key}/${ordinal}`;
}

/** A probe of a row with what it showed, as far as the rest of the run lets it stand. */
function checkOf(
  row: PlannedRow,
  probe: Probe,
  finding: Finding,
  lost: ReadonlySet<string>,
  lacking: Parameters<typeof onWholeRun>[1],
): Omit<JudgedCheck, 'row' | 'ordinal'> {
  const whole = isAtEnd(probe) ? onWholeRun(finding, lacking) : finding;
  return {
    title: probe.title,
    ...(probe.did === undefined ? {} : { did: probe.did }),
    finding: probe.control === 'none' ? whole : covered(whole, lost, row),
    ...(isAtEnd(probe) ? { sentBy: null } : {}),
  };
}

/** Null where the probe is no check of this run. */
function judgeJob(
  { row, probe }: Job,
  contexts: Contexts,
  openings: ReadonlyMap<string, ControlResult>,
  driver: RecordedDriver,
): Finding | null {
  const context = contexts.get(row.op.id)!;
  const admitted = admission(probe, context, openings.get(row.op.id) ?? null);
  if (admitted !== 'go') return admitted === 'left-out' ? null : admitted;
  try {
    return runSteps(probe.steps(context), driver.performFor(row.key));
  } catch (error) {
    return ownFault(error);
  }
}

/** What passed between two controls of which the second was refused is open. */
function covered(finding: Finding, lost: ReadonlySet<string>, { op }: PlannedRow): Finding {
  if (finding.verdict !== 'satisfied' || !lost.has(op.id)) return finding;
  return { ...finding, verdict: 'inconclusive', reason: 'control-lost' };
}

/** What is judged on a whole run can fail on a part of it, and not pass. */
function onWholeRun(finding: Finding, lacking: Reason | null): Finding {
  if (finding.verdict !== 'satisfied' || lacking === null) return finding;
  return notRun(lacking, note(lacking === 'not-replayed' ? 'part-of-run' : 'run-ended'));
}

/** An operation that accepted nothing shows nothing in its favour. */
function withoutControl(finding: Finding, { op }: PlannedRow): Finding {
  return finding.verdict === 'satisfied' ? notRun('no-control', note('no-control', op.id)) : finding;
}

function outOfService(record: RunRecord): Diagnosis[] {
  const found = absence(record) ?? lastingOverload(record);
  return found ? [found] : [];
}

/** Signatures that the configured key never made, on all signed answers: the key is wrong, not the target. */
function keyFaultsOf({ exchanges }: RunRecord, settings: RunSettings, publicKey: KeyObject | null): Diagnosis[] {
  if (!publicKey || settings.signing.mode === 'off') return [];
  return keyFault(exchanges, settings, publicKey) ?? [];
}

/** Each code once, where it came first. */
function distinct(diagnosis: readonly Diagnosis[]): Diagnosis[] {
  return diagnosis.filter(({ code }, at) => diagnosis.findIndex((one) => one.code === code) === at);
}
