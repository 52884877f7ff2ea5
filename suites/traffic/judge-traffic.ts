/** Judges recorded traffic for both parties: each by the answers that it gave and the requests that it sent. Pure. */
import { createPublicKey } from 'node:crypto';
import { type OperationId, operations } from '../../contract/apis.ts';
import type { Operation } from '../../contract/types.ts';
import type { CallerInvariant, CallerRecord } from '../../engine/check/caller-check.ts';
import type { Invariant } from '../../engine/check/check.ts';
import { type Finding, isAgainst } from '../../engine/check/finding.ts';
import { observedExchange } from '../../engine/check/observed-exchange.ts';
import type { JudgedCheck } from '../../engine/judge/judge.ts';
import { beginObserving } from '../../engine/judge/observations.ts';
import type { Plan, PlannedRow } from '../../engine/plan/plan.ts';
import { planTraffic } from '../../engine/plan/traffic-plan.ts';
import type { CollectedCall, TrafficRecord } from '../../engine/record/traffic.ts';
import type { Diagnosis, Party } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { header } from '../../engine/wire/answer.ts';
import type { Exchange, WireRequest } from '../../engine/wire/exchange.ts';
import { isObject, jsonOf, valueAt } from '../../engine/wire/json.ts';
import { beginCallerRows } from '../caller/judge-caller.ts';
import { TrafficSeries, TrafficTurn } from './caller-record.ts';
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

/** The rows of one party. */
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

/** A violation by one call, as it is found. */
export type OnFinding = (row: PlannedRow, finding: Finding) => void;

/** The judgement of one party in the making: it sees call by call what the report is made of. */
export interface PartyJudge {
  observe(call: CollectedCall): void;
  /** The rows of the operations that were seen. */
  finish(record: TrafficRecord): PartyJudgement;
}

/** Begins to judge one party; `inexact` may still grow. */
export function beginParty(
  settings: TrafficSettings,
  party: Party,
  inexact: TrafficRecord['inexact'],
  onFinding: OnFinding,
): PartyJudge {
  const planned = planParty(Object.values(operations), party);
  const answers = beginAnswers(planned.answers, settings, party, inexact, onFinding);
  const requests = beginRequests(planned.requests, settings, party, inexact, onFinding);
  return {
    observe(call) {
      const { server } = operations[call.exchange.operation as OperationId];
      if (server === party) answers.observe(call);
      else requests.observe(call);
    },
    finish(record) {
      const ids = new Set(operationsIn(record).map(({ id }) => id));
      const isSeen = ({ op }: PlannedRow) => ids.has(op.id);
      const [given, sent] = [answers.finish(record), requests.finish(record)];
      return {
        plan: [...given.plan, ...sent.plan].filter(isSeen),
        checks: [...given.checks, ...sent.checks].filter(({ row }) => isSeen(row)),
        diagnosis: given.diagnosis,
      };
    },
  };
}

function beginAnswers(
  planned: Plan,
  { run, keys }: TrafficSettings,
  party: Party,
  inexact: TrafficRecord['inexact'],
  onFinding: OnFinding,
): PartyJudge {
  const plan = planned.map((row) => sparing(row, inexact, onFinding));
  const publicKey = keys[party];
  const key = publicKey === null ? null : createPublicKey(publicKey);
  const settings: RunSettings = { ...run, signing: signingWith(run, publicKey) };
  const ofClient = perClient((clientId) => ({ ...settings, clientId }));
  const observing = beginObserving(plan, settings);
  return {
    observe: ({ exchange, spec }) =>
      observing.observe(observedExchange(exchange, spec, ofClient(clientOf(exchange, run)), key)),
    finish(record) {
      const { byRow, diagnosis } = observing.finish(record.exchanges, null);
      const checks = plan.flatMap((row) =>
        (byRow.get(row) ?? []).map(({ title, finding }, ordinal) => ({ row, title, ordinal, finding })),
      );
      return { plan, checks, diagnosis };
    },
  };
}

function beginRequests(
  planned: Plan,
  { run, keys }: TrafficSettings,
  party: Party,
  inexact: TrafficRecord['inexact'],
  onFinding: OnFinding,
): PartyJudge {
  const plan = planned.map((row) => sparingCaller(row, inexact, onFinding));
  const settings: CallerRecord['settings'] = { ...run, signing: signingWith(run, keys[party]) };
  const pem = keys[party === 'mpp' ? 'alipayplus' : 'mpp'];
  const serverKey = pem === null ? null : createPublicKey(pem);
  const ids = [...new Set(plan.map(({ op }) => op.id))];
  const ofOperation = new Map(
    ids.map((id) => {
      const series = new TrafficSeries();
      const { runs } = series;
      const own = plan.filter(({ op, excused }) => op.id === id && excused === null);
      const seenBy = perClient((clientId): CallerRecord => ({ settings: { ...settings, clientId }, runs }));
      return [id as string, { series, seenBy, observing: beginCallerRows(own, { settings, runs }) }] as const;
    }),
  );
  return {
    observe({ exchange }) {
      const { series, seenBy, observing } = ofOperation.get(exchange.operation)!;
      const clientId = clientOf(exchange, run);
      const turn = new TrafficTurn(exchange, clientId, serverKey);
      observing.observe(turn, series.add(turn), seenBy(clientId));
    },
    finish: () => ({
      plan,
      checks: [...ofOperation.values()].flatMap(({ observing }) => observing.finish()),
      diagnosis: [],
    }),
  };
}

/** Several clients may be in one recording: each request says for whom it is. */
function clientOf({ request }: Exchange, { clientId }: RunSettings): string {
  return header(request.headers, 'Client-Id') ?? clientId;
}

const mostClients = 1000;

/** What is made of each client id, made once. */
function perClient<T>(make: (clientId: string) => T): (clientId: string) => T {
  const known = new Map<string, T>();
  return (clientId) => {
    const made = known.get(clientId) ?? make(clientId);
    if (known.size < mostClients) known.set(clientId, made);
    return made;
  };
}

function signingWith({ signing }: RunSettings, publicKey: string | null): RunSettings['signing'] {
  return { ...signing, mode: publicKey === null ? 'off' : 'required', publicKey };
}

/** The row with invariants that hold nothing against an answer which a tool wrote anew. */
function sparing(row: PlannedRow, inexact: TrafficRecord['inexact'], onFinding: OnFinding): PlannedRow {
  const spare = sparingSide('response', inexact, onFinding);
  const spared = (check: Invariant): Invariant => ({
    ...check,
    judge: (observed) => spare(row, check, { finding: check.judge(observed), exchange: observed.answer.exchange }),
  });
  return { ...row, invariants: row.invariants.map(spared) };
}

function sparingCaller(row: PlannedRow, inexact: TrafficRecord['inexact'], onFinding: OnFinding): PlannedRow {
  const spare = sparingSide('request', inexact, onFinding);
  const spared = (check: CallerInvariant): CallerInvariant => ({
    ...check,
    judge: (turn, run, record) =>
      spare(row, check, { finding: check.judge(turn, run, record), exchange: turn.exchange }),
  });
  return { ...row, checks: row.checks.map((check) => (check.kind === 'caller-invariant' ? spared(check) : check)) };
}

/** Leaves open what was seen on a message that is no evidence, and tells the rest. */
function sparingSide(side: 'request' | 'response', inexact: TrafficRecord['inexact'], onFinding: OnFinding) {
  return (
    row: PlannedRow,
    { signing }: Pick<Invariant, 'signing'>,
    { finding, exchange }: { readonly finding: Finding | null; readonly exchange: Exchange },
  ): Finding | null => {
    const isOpen = signing ? inexact[side].has(exchange.id) || isRedacted(exchange[side]) : isHidden(finding, exchange);
    const spared = isOpen ? open(finding) : finding;
    if (spared) onFinding(row, spared);
    return spared;
  };
}

function open(finding: Finding | null): Finding | null {
  if (!finding || !isAgainst(finding)) return finding;
  // There is no cause to look for in what is no evidence.
  const { diagnose: _, ...rest } = finding;
  return { ...rest, verdict: 'inconclusive', reason: 'rewritten' };
}

/** A value that redaction replaced, as our own archives have it. */
const pseudonym = /‹[^‹›]{1,80}:[0-9a-f]{8}›/;

/** Whether the signature of a message, or the name of the client that it covers, was redacted. */
function isRedacted(message: Pick<WireRequest, 'headers'> | null): boolean {
  const covered = /^(signature|client-id)$/i;
  return message?.headers.some(([name, value]) => covered.test(name) && pseudonym.test(value)) ?? false;
}

/** Whether the guilty part of a finding is a redacted value, or lies in a body that was cut off. */
function isHidden(finding: Finding | null, { request, response }: Exchange): boolean {
  const place = finding && isAgainst(finding) ? (finding.place ?? '') : '';
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
