/**
 * Proves a run: its record is judged again with one fault of the subject at a time, and nothing is sent. A fault is noticed if a row fails
 * or warns that did not before, or if the run would not end green.
 */
import type { Judgement, ServerJudgement } from '../judge/judge.ts';
import type { Plan, PlannedRow } from '../plan/plan.ts';
import type { RunRecord } from '../record/record.ts';
import { countJudged } from '../report/build-report.ts';
import { type JudgedRow, judgedRows } from '../report/judged-rows.ts';
import { verdictOf } from '../report/outcome.ts';
import type { RunSettings } from '../settings.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { AlteredRecord } from './alter-server.ts';
import type { Alteration } from './alteration.ts';
import { once } from './proof-record.ts';
import { withStandIns } from './stand-ins.ts';

/**
 * How a fault shows: `fails` a row and with it the gate, `ends` the run with another exit code than 0 although no row fails, or only
 * `warns`.
 */
export type Noticed = 'fails' | 'ends' | 'warns';

/** One alteration with what judging it showed. */
export interface Proved {
  readonly alteration: Alteration;
  /** Null: the run would not have noticed it. */
  readonly noticed: Noticed | null;
  /** Keys of the rows that notice it, those that judge it first. */
  readonly by: readonly string[];
  /** Whether the record has a message that the fault would show on. */
  readonly hasMessage: boolean;
  /** The API did not end green anyway, so that a fault which only changes the end of a run cannot show. */
  readonly wasOpen?: boolean;
}

/** Judges records for a proof. */
export interface ProofJudge {
  readonly plan: Plan;
  readonly settings: RunSettings;
  /** The record as it was. */
  readonly record: RunRecord;
  /** The record with the fault, as far as its API needs it; null where it has no message that the fault would show on. */
  altered(alteration: Alteration): AlteredRecord | null;
  /** What judging an API needs of the record as it was. */
  part(operation: string): RunRecord;
  judge(plan: Plan, record: RunRecord, settings: RunSettings): Judgement & Partial<Pick<ServerJudgement, 'driver'>>;
  /** What each probe asked for, by the key of its row and its place among the probes; null where probes ask for nothing. */
  readonly askedBy: AskedBy | null;
}

/** Asked between two alterations, since all of them together take seconds; false ends the proof. */
export type GoesOn = () => Promise<boolean>;

/** Requests of the record, by operation and name. */
export interface AskedBy {
  /** Of a probe; undefined for one that asked for nothing. */
  probe(key: string, ordinal: number): ReadonlySet<string> | undefined;
  /** Those of controls. */
  readonly controls: ReadonlySet<string>;
}

/** What the run came to as it was. */
export interface Baseline {
  readonly rows: readonly JudgedRow[];
  readonly judgement: Judgement;
}

/** A proof: the run as it was, and each alteration of it. */
export interface Proven {
  readonly baseline: Baseline;
  readonly proved: readonly Proved[];
}

/** Tries each alteration alone; `goesOn` is asked before each of them, and ends the proof. */
export async function prove(
  judge: ProofJudge,
  alterations: readonly Alteration[],
  goesOn: GoesOn,
): Promise<Proven | null> {
  const { plan, record, settings } = judge;
  const judgement = judge.judge(plan, record, settings);
  const rows = judgedRows(plan, judgement.checks, settings);
  const before = new Map(rows.map(({ planned, outcome }) => [planned.key, outcome]));
  const isGreen = once((operation) => endsGreen(judge, ownRows(plan, operation), judge.part(operation)));
  const hasFailed = (found: Found) => worse(found, before).failed.length > 0;
  const tried = (alteration: Alteration): Proved => {
    const altered = judge.altered(alteration);
    if (altered === null) return { alteration, noticed: null, by: [], hasMessage: false };
    const end = (noticed: Noticed | null, by: readonly string[]): Proved => ({
      alteration,
      noticed,
      by,
      hasMessage: true,
    });
    const { operation, rows: named } = alteration;
    const own = plan.filter(({ key }) => named.includes(key));
    const narrow = narrowed(judge, own, altered);
    const atOnce = worse(judged(judge, narrow.plan, narrow.record, altered.record, hasFailed), before);
    if (atOnce.failed.length > 0) return end('fails', atOnce.failed);
    // Where no row that judges it can fail, advice is all that is to be had.
    if (atOnce.warned.length > 0 && (alteration.advice || own.every(isAdvice))) return end('warns', atOnce.warned);
    const found = judged(judge, ownRows(plan, operation), altered.record, altered.record, hasFailed);
    const { failed, warned } = worse(found, before);
    const firstNamed = (keys: readonly string[]) =>
      [...keys].sort((a, b) => Number(named.includes(b)) - Number(named.includes(a)));
    if (failed.length > 0) return end('fails', firstNamed(failed));
    if (isGreen(operation) && !isGreenEnd(judge, found, altered.record)) return end('ends', openRows(found, before));
    if (warned.length > 0) return end('warns', firstNamed(warned));
    return { ...end(null, []), wasOpen: !isGreen(operation) };
  };
  const proved: Proved[] = [];
  for (const alteration of alterations) {
    if (!(await goesOn())) return null;
    proved.push(tried(alteration));
  }
  return { baseline: { rows, judgement }, proved };
}

/**
 * The rows with no more than the probes whose requests are altered, and the record with no more than these need: what fails on a part
 * fails on the whole.
 */
function narrowed(
  { askedBy }: ProofJudge,
  rows: Plan,
  { record, touched, exchanges }: AlteredRecord,
): { plan: Plan; record: RunRecord } {
  if (askedBy === null || touched === null) return { plan: rows, record };
  const wanted = new Set(askedBy.controls);
  const isTouched = (key: string, ordinal: number) => {
    const asked = askedBy.probe(key, ordinal);
    if (asked === undefined || ![...asked].some((name) => touched.has(name))) return false;
    for (const name of asked) wanted.add(name);
    return true;
  };
  const plan = rows.map((row) => ({ ...row, probes: row.probes.filter((_, at) => isTouched(row.key, at)) }));
  const requests = record.requests.filter(
    ({ operation, name }) => touched.has(`${operation}/${name}`) || wanted.has(`${operation}/${name}`),
  );
  const ids = new Set(requests.flatMap(({ attempts }) => attempts.map(({ exchange }) => exchange)));
  const isSeen = ({ id }: Exchange) => exchanges.has(id) || ids.has(id);
  return { plan, record: { ...record, requests, exchanges: record.exchanges.filter(isSeen) } };
}

/** What each probe of a plan asks for: each is judged as if it were a row of its own. */
export function askedByProbes(
  plan: Plan,
  record: RunRecord,
  judge: (plan: Plan, record: RunRecord) => ServerJudgement,
): AskedBy {
  const single = plan.flatMap((row) =>
    row.probes.map((probe, ordinal) => ({
      ...row,
      key: `${row.key}#${ordinal}`,
      probes: [probe],
      invariants: [],
      runInvariants: [],
      missingScenarios: [],
    })),
  );
  const { driver } = judge(single, record);
  const byProbe = new Map<string, Set<string>>();
  const controls = new Set<string>();
  for (const [name, { askedBy, isControl }] of driver.asked) {
    for (const key of askedBy) byProbe.set(key, (byProbe.get(key) ?? new Set()).add(name));
    if (isControl) controls.add(name);
  }
  return { probe: (key, ordinal) => byProbe.get(`${key}#${ordinal}`), controls };
}

function isAdvice({ level, basis }: PlannedRow): boolean {
  return level !== 'MUST' || basis === 'position';
}

function ownRows(plan: Plan, operation: string): PlannedRow[] {
  return plan.filter(({ op }) => op.id === operation);
}

interface Found {
  readonly rows: readonly JudgedRow[];
  readonly judgement: Judgement;
}

/** Requests that need a further one each: a check that asks for more than this is not followed. */
const mostRounds = 3;

/** Judges a record, or a part of a whole one; unless that is enough, what a check asks for beyond it is answered from what is like it. */
function judged(
  { judge, settings }: ProofJudge,
  plan: Plan,
  record: RunRecord,
  whole: RunRecord,
  isEnough: (found: Found) => boolean,
): Found {
  let current = record;
  for (let round = 0; ; round += 1) {
    const judgement = judge(plan, current, settings);
    const found = { judgement, rows: judgedRows(plan, judgement.checks, settings) };
    if (round === mostRounds || !judgement.driver || isEnough(found)) return found;
    const more = withStandIns(current, whole, judgement.driver.asked.values());
    if (more === null) return found;
    current = more;
  }
}

/** Keys of rows that are worse than before; groups follow from their members. */
function worse({ rows }: Found, before: ReadonlyMap<string, string>): { failed: string[]; warned: string[] } {
  const own = rows.filter(({ planned }) => planned.kind !== 'group');
  const keysOf = (outcome: string, unless: readonly string[]) =>
    own
      .filter((row) => row.outcome === outcome && !unless.includes(before.get(row.planned.key) ?? ''))
      .map(({ planned }) => planned.key);
  return { failed: keysOf('failed', ['failed']), warned: keysOf('warned', ['failed', 'warned']) };
}

function openRows({ rows }: Found, before: ReadonlyMap<string, string>): string[] {
  return rows
    .filter(({ planned, outcome }) => outcome === 'inconclusive' && before.get(planned.key) !== outcome)
    .map(({ planned }) => planned.key);
}

function endsGreen(judge: ProofJudge, plan: Plan, record: RunRecord): boolean {
  return isGreenEnd(
    judge,
    judged(judge, plan, record, record, () => true),
    record,
  );
}

function isGreenEnd({ settings }: ProofJudge, { rows, judgement }: Found, { stopped }: RunRecord): boolean {
  // That the record has no answer to a request shows nothing.
  const ends = rows
    .filter(({ reason }) => reason !== 'not-replayed')
    .map(({ planned: { level, basis }, outcome, reason }) => ({ level, basis, outcome, reason }));
  const { exitCode } = verdictOf(ends, {
    interrupted: stopped === 'interrupted',
    misconfigured: judgement.misconfigured,
    unreachable: judgement.unreachable,
    gone: stopped === 'absent' || stopped === 'throttled',
    withoutControl: judgement.withoutControl,
    certify: settings.profile === 'certify',
    judged: countJudged(rows),
    staleWaivers: false,
  });
  return exitCode === 0;
}
