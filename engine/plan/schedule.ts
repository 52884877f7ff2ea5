/** Who is asked when: the probes of a run, phase by phase, in the order in which they start. */
import { createHash } from 'node:crypto';
import { type Phase, type Probe, phases } from '../check/check.ts';
import type { RunSettings } from '../settings.ts';
import { isSent, type PlannedRow } from './plan.ts';

/** A probe of a row; `ordinal` is its place among the probes of the row. */
export interface Job {
  readonly row: PlannedRow;
  readonly probe: Probe;
  readonly ordinal: number;
}

/** Every phase with what is asked in it. */
export function scheduleOf(plan: readonly PlannedRow[], settings: RunSettings): Map<Phase, readonly Job[]> {
  const jobs = plan.flatMap((row) =>
    isSent(row) ? row.probes.map((probe, ordinal) => ({ row, probe, ordinal })) : [],
  );
  const ofPhase = (phase: Phase) => {
    const own = jobs.filter(({ probe }) => probe.phase === phase);
    return longestFirst(inOrder(settings.nonce, settings.profile === 'smoke' ? firstOfEachRow(own) : own));
  };
  return withFillers(new Map(phases.map((phase) => [phase, ofPhase(phase)])));
}

function longestFirst(jobs: readonly Job[]): Job[] {
  return [...jobs].sort((a, b) => Number(b.probe.isLong ?? false) - Number(a.probe.isLong ?? false));
}

/** With a certifier's nonce the order within a phase follows from it, and from nothing else. */
function inOrder(nonce: string | null, jobs: Job[]): Job[] {
  if (nonce === null) return jobs;
  const placed = jobs.map((job) => {
    const name = `${nonce}\n${job.row.key}\n${job.ordinal}`;
    return { job, place: createHash('sha256').update(name).digest('hex') };
  });
  return placed.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ job }) => job);
}

/** What `smoke` asks: signatures, refusals and acceptances; no scenarios, nothing that is judged over many calls. */
const smokePhases: readonly Phase[] = ['first', 'refusal', 'acceptance'];

/** `smoke` asks one probe per requirement of the catalogue at one API, and one field per keyword at each. */
function firstOfEachRow(jobs: Job[]): Job[] {
  const seen = new Set<string>();
  return jobs.filter(({ row, probe }) => {
    const name = row.constraint ? `${row.op.id}/${row.kind}` : row.id;
    if (seen.has(name) || !smokePhases.includes(probe.phase)) return false;
    seen.add(name);
    return true;
  });
}

/** About as many as are answered while a list of calls goes on. */
const fillerCount = 64;

/** Calls that wait for each other leave connections idle: refusals that reach nobody are kept back for that time. */
function withFillers(schedule: Map<Phase, readonly Job[]>): Map<Phase, readonly Job[]> {
  const waiting = phases.find((phase) => schedule.get(phase)!.some(({ probe }) => probe.isLong));
  if (!waiting) return schedule;
  const refusals = schedule.get('refusal')!;
  const fillers = new Set(refusals.filter(({ row }) => !row.op.effect).slice(-fillerCount));
  const sooner = refusals.filter((job) => !fillers.has(job));
  return schedule.set('refusal', sooner).set(waiting, [...schedule.get(waiting)!, ...fillers]);
}
