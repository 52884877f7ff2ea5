/** Judges recorded traffic for both parties: each by the answers that it gave and the requests that it sent. Pure. */
import { createPublicKey } from 'node:crypto';
import type { Operation } from '../../contract/types.ts';
import type { CallerInvariant, CallerRecord } from '../../engine/check/caller-check.ts';
import type { Invariant } from '../../engine/check/check.ts';
import { type Finding, isAgainst } from '../../engine/check/finding.ts';
import type { JudgedCheck } from '../../engine/judge/judge.ts';
import { judgeObservations } from '../../engine/judge/observations.ts';
import type { Plan, PlannedRow } from '../../engine/plan/plan.ts';
import { planTraffic } from '../../engine/plan/traffic-plan.ts';
import type { TrafficRecord } from '../../engine/record/traffic.ts';
import type { Diagnosis, Party } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { isObject, jsonOf, valueAt } from '../../engine/wire/json.ts';
import { operations } from '../../generated/operations.ts';
import { judgeCallerRows } from '../caller/judge-caller.ts';
import { trafficRuns } from './caller-record.ts';
import { callerSuite, serverSuite } from './suite.ts';

/** What traffic is judged with. */
export interface TrafficSettings {
  /** Paths, additional codes, waivers; its signing is not looked at. */
  readonly run: RunSettings;
  /** Public keys, PEM; null where nobody gave one: the signatures of that party are not judged. */
  readonly keys: Readonly<Record<Party, string | null>>;
}

/** The rows of one party with what traffic showed of them. */
export interface PartyJudgement {
  readonly plan: Plan;
  readonly checks: readonly JudgedCheck[];
  readonly diagnosis: readonly Diagnosis[];
}

/** Operations of which there was traffic, in the order of the spec. */
export function operationsIn({ exchanges }: TrafficRecord): Operation[] {
  const seen = new Set(exchanges.map(({ operation }) => operation));
  return Object.values(operations).filter(({ id }) => seen.has(id));
}

/** The rows of one party for a record with these operations. */
export interface PartyPlan {
  readonly answers: Plan;
  readonly requests: Plan;
}

/** Plans what is judged of one party: the answers it gives, and the requests it sends. */
export function planParty(operations: readonly Operation[], party: Party): PartyPlan {
  return {
    answers: planTraffic(
      operations.filter(({ server }) => server === party),
      'server',
      serverSuite,
    ),
    requests: planTraffic(
      operations.filter(({ server }) => server !== party),
      'caller',
      callerSuite,
    ),
  };
}

/** Judges one party by a plan of its rows. */
export function judgeParty(
  record: TrafficRecord,
  settings: TrafficSettings,
  party: Party,
  plan: PartyPlan,
): PartyJudgement {
  const answers = judgeAnswers(record, plan.answers, settings, party);
  const requests = judgeRequests(record, plan.requests, settings, party);
  return {
    plan: [...answers.plan, ...requests.plan],
    checks: [...answers.checks, ...requests.checks],
    diagnosis: answers.diagnosis,
  };
}

function judgeAnswers(
  record: TrafficRecord,
  planned: Plan,
  { run, keys }: TrafficSettings,
  party: Party,
): PartyJudgement {
  const plan = planned.map((row) => sparedOnce(row, record, sparing));
  const publicKey = keys[party];
  const settings: RunSettings = { ...run, signing: signingWith(run, publicKey) };
  const key = publicKey === null ? null : createPublicKey(publicKey);
  const { byRow, diagnosis } = judgeObservations(plan, record, settings, key, null);
  const checks = plan.flatMap((row) =>
    (byRow.get(row) ?? []).map(({ title, finding }, ordinal) => ({ row, title, ordinal, finding })),
  );
  return { plan, checks, diagnosis };
}

function judgeRequests(
  record: TrafficRecord,
  planned: Plan,
  { run, keys }: TrafficSettings,
  party: Party,
): PartyJudgement {
  const plan = planned.map((row) => sparedOnce(row, record, sparingCaller));
  // What stands in front of the path of an API is the gateway's.
  const paths = { ...run.paths, ...record.usual.paths };
  const settings: CallerRecord['settings'] = { ...run, paths, signing: signingWith(run, keys[party]) };
  const serverKey = keys[party === 'mpp' ? 'alipayplus' : 'mpp'];
  const ids = [...new Set(plan.map(({ op }) => op.id))];
  const checks = ids.flatMap((id) => {
    const own = plan.filter(({ op, excused }) => op.id === id && excused === null);
    return judgeCallerRows(own, { settings, runs: trafficRuns(record, id, settings, serverKey) });
  });
  return { plan, checks, diagnosis: [] };
}

function signingWith({ signing }: RunSettings, publicKey: string | null): RunSettings['signing'] {
  return { ...signing, mode: publicKey === null ? 'off' : 'required', publicKey };
}

type Sparing = (row: PlannedRow, record: TrafficRecord) => PlannedRow;

const spared = new WeakMap<PlannedRow, { readonly inexact: TrafficRecord['inexact']; readonly row: PlannedRow }>();

/** A row that is judged call by call is made once. */
function sparedOnce(row: PlannedRow, record: TrafficRecord, make: Sparing): PlannedRow {
  const known = spared.get(row);
  if (known?.inexact === record.inexact) return known.row;
  const made = make(row, record);
  spared.set(row, { inexact: record.inexact, row: made });
  return made;
}

/** The row with invariants that hold nothing against an answer which a tool wrote anew. */
function sparing(row: PlannedRow, { inexact }: TrafficRecord): PlannedRow {
  const spared = (check: Invariant): Invariant => ({
    ...check,
    judge: (observed) => {
      const finding = check.judge(observed);
      const { exchange } = observed.answer;
      const isOpen = check.signing ? inexact.response.has(exchange.id) : isHidden(finding, exchange);
      return isOpen ? open(finding) : finding;
    },
  });
  return { ...row, invariants: row.invariants.map(spared) };
}

function sparingCaller(row: PlannedRow, { inexact }: TrafficRecord): PlannedRow {
  const spared = (check: CallerInvariant): CallerInvariant => ({
    ...check,
    judge: (turn, run, record) => {
      const finding = check.judge(turn, run, record);
      const isOpen = check.signing ? inexact.request.has(turn.exchange.id) : isHidden(finding, turn.exchange);
      return isOpen ? open(finding) : finding;
    },
  });
  return { ...row, checks: row.checks.map((check) => (check.kind === 'caller-invariant' ? spared(check) : check)) };
}

function open(finding: Finding | null): Finding | null {
  return finding && isAgainst(finding) ? { ...finding, verdict: 'inconclusive', reason: 'rewritten' } : finding;
}

/** A value that redaction replaced, as our own archives have it. */
const pseudonym = /‹[^‹›]{1,80}:[0-9a-f]{8}›/;

/** Whether the guilty part of a finding is a redacted value, or lies in a body that was cut off. */
function isHidden(finding: Finding | null, { request, response }: Exchange): boolean {
  const place = finding?.place ?? '';
  const isOfAnswer = place.startsWith('response:/');
  if (isOfAnswer && response?.truncated) return true;
  const body = isOfAnswer ? response?.body : request.body;
  if (!body || !place.includes('/')) return false;
  const json = jsonOf(body);
  const path = place
    .replace(/^response:/, '')
    .split('/')
    .slice(1);
  return isObject(json) && pseudonym.test(JSON.stringify(valueAt(json, path) ?? ''));
}
