/** Makes the Report of a judged record: outcomes, groups, waivers, root causes, to-do list, words, redacted evidence. Pure. */
import { operationNamed, operations, specificationInUse } from '../../contract/apis.ts';
import { suiteName, suiteVersion } from '../identity.ts';
import type { Judgement } from '../judge/judge.ts';
import { neededOperations, type Plan } from '../plan/plan.ts';
import { messagesIn } from '../record/reach.ts';
import type { RunRecord } from '../record/record.ts';
import type { CheckResult, Diagnosis, Report, RequirementRow, Strength } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import { answerOf, header } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import { isObject, jsonOf } from '../wire/json.ts';
import { evidenceOf, namedOf, withEvidence } from './evidence-shown.ts';
import { factsOf } from './facts-section.ts';
import { harmOf } from './harm.ts';
import { type JudgedRow, judgedRows, type SettledCheck } from './judged-rows.ts';
import { totalsOf, verdictOf } from './outcome.ts';
import { isPublic } from './public-words.ts';
import { createRedactor, type Redactor } from './redact.ts';
import { replayLine } from './replay-line.ts';
import { restsOnOf } from './rests-on.ts';
import { linkRootCauses } from './root-causes.ts';
import { sharedMistakes } from './shared-mistakes.ts';
import { strengthOf } from './strength.ts';
import { todoOf } from './todo.ts';
import { seenWords, wordsOf } from './words.ts';

/** What the run measured of itself; nobody can recompute it. */
export interface Measured {
  readonly durationMs: number;
  readonly peakMemoryMb: number;
}

/** What a Report is made of. */
export interface ReportInput {
  readonly settings: RunSettings;
  readonly plan: Plan;
  readonly record: RunRecord;
  readonly judgement: Judgement;
  readonly measured: Measured;
  /** An error of the suite that ended the run or its judgement early. */
  readonly fault?: Diagnosis | null;
}

export function buildReport(input: ReportInput): Report {
  const { settings, plan, record, judgement } = input;
  const rows = judgedRows(plan, judgement.checks, settings);
  linkRootCauses(rows);
  const stale = staleWaivers(rows, settings);
  const interrupted = record.stopped === 'interrupted';
  const { verdict, exitCode } = verdictOf(rows.map(endOf), {
    interrupted,
    misconfigured: judgement.misconfigured,
    unreachable: judgement.unreachable,
    faulty: Boolean(input.fault),
    gone: record.stopped === 'absent' || record.stopped === 'throttled',
    withoutControl: [...judgement.withoutControl, ...withoutChecks(rows)],
    certify: settings.profile === 'certify',
    judged: countJudged(rows),
    staleWaivers: stale.length > 0,
  });
  const redactor = createRedactor(settings, isPublic);
  const ofApi = record.exchanges.filter(isOfApi);
  for (const exchange of ofApi) redactor.learn(exchange);
  const facts = factsOf(rows, redactor);
  const written = rows.map((row) => rowOf(row, settings, redactor)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const shown = evidenceOf(written, facts, record, settings.profile === 'certify');
  const strength = strengthOf(rows, record);
  return {
    schemaVersion: '1.0',
    suite: { name: suiteName, version: suiteVersion },
    spec: specificationInUse(),
    target: targetOf(settings),
    run: runOf(input, ofApi, exitCode),
    ...(settings.requirementSet ? { requirementSet: setOf(settings.requirementSet) } : {}),
    verdict,
    totals: totalsOf(written),
    diagnosis: [
      ...(input.fault ? [input.fault] : []),
      ...judgement.diagnosis.map((one) => ({ ...one, says: redactor.text(one.says) })),
      ...sharedMistakes(rows),
      ...stale,
    ],
    facts,
    ...(strength ? { strength: withPublicTitles(strength, redactor) } : {}),
    // Where nothing could be reached, the diagnosis is all there is to do; an interrupted run has only to be run again.
    todo: judgement.unreachable || interrupted ? [] : todoOf(rows, settings, judgement.diagnosis),
    ...(settings.reviews?.length ? { reviews: settings.reviews.map((one) => ({ ...one })) } : {}),
    ...(settings.profile === 'certify' ? { restsOn: restsOnOf(rows, ofApi, settings) } : {}),
    // Where the caller is under test, the answers are our own.
    latencyMs: settings.role === 'mpp-client' ? {} : latencies(record.exchanges),
    requirements: withEvidence(written, shown),
    exchanges: shown.map(redactor.exchange),
  };
}

function withPublicTitles(strength: Strength, redactor: Redactor): Strength {
  const properties = strength.properties.map((one) => ({ ...one, title: redactor.text(one.title) }));
  return { ...strength, properties };
}

/** What the report says of the run itself. */
function runOf(
  { settings, plan, record, measured }: ReportInput,
  ofApi: readonly Exchange[],
  exitCode: number,
): Report['run'] {
  return {
    id: record.identity.id,
    seed: settings.seed,
    profile: settings.profile,
    strict: settings.strict,
    signing: settings.signing.mode,
    apis: [...settings.apis],
    narrowed: settings.only !== null || settings.selected.length < settings.apis.length,
    ...extraCodes(settings),
    startedAt: new Date(record.identity.startedAt).toISOString(),
    durationMs: measured.durationMs,
    requests: ofApi.length,
    sent: messagesIn(
      record,
      settings,
      neededOperations(plan, settings)
        .filter(({ effect }) => effect)
        .map(({ id }) => id),
    ),
    introduced: introducedIn(ofApi),
    signatures: signaturesIn(ofApi, settings),
    peakMemoryMb: measured.peakMemoryMb,
    ...(record.slowedTo === null ? {} : { slowedTo: Math.round(record.slowedTo * 10) / 10 }),
    exitCode,
    interrupted: record.stopped === 'interrupted',
    nonce: settings.nonce,
    ...(settings.attempt ? { attempt: settings.attempt } : {}),
  };
}

function setOf({ name, digest }: NonNullable<RunSettings['requirementSet']>): Report['requirementSet'] {
  return { name, digest };
}

/** Extra result codes of the APIs of the run. */
function extraCodes({ extraResultCodes, apis }: RunSettings): Pick<Report['run'], 'extraResultCodes'> {
  const given = apis.flatMap((id) => {
    const codes = Object.entries(extraResultCodes[id] ?? {});
    return codes.length > 0 ? [[id, Object.fromEntries(codes)] as const] : [];
  });
  return given.length > 0 ? { extraResultCodes: Object.fromEntries(given) } : {};
}

/** Calls of a trigger are evidence, but no messages of an API. */
function isOfApi({ operation }: Exchange): boolean {
  return Object.hasOwn(operations, operation);
}

function endOf({ planned: { level, basis }, outcome, reason }: JudgedRow) {
  return { level, basis, outcome, reason };
}

/** Operations whose MUST rows all lack a check: nothing was proved about them, however green the rest is. */
function withoutChecks(rows: readonly JudgedRow[]): string[] {
  const open = rows.filter(({ planned }) => planned.excused === null && planned.requirement?.members === undefined);
  const must = open.filter(
    ({ planned }) => planned.level === 'MUST' && planned.requirement?.operation === planned.operation,
  );
  const ids = [...new Set(must.map(({ planned }) => planned.operation))];
  return ids.filter((id) => {
    const own = must.filter(({ planned }) => planned.operation === id);
    return own.every(({ planned, outcome }) => outcome === 'not-run' && planned.checks.length === 0);
  });
}

/** Waivers of what passes: nobody needs them any more, and they would hide the day it breaks again. */
function staleWaivers(rows: readonly JudgedRow[], { profile }: RunSettings): Diagnosis[] {
  // A smoke run asks too little of each requirement to tell.
  if (profile === 'smoke') return [];
  return rows
    .filter(({ waiver, outcome }) => waiver !== null && outcome === 'passed')
    .map(({ planned, waiver }) => ({
      code: 'stale-waiver',
      says: `The waiver of ${planned.key} (owner: ${waiver!.owner}) is stale: the requirement passes.`,
      cure: 'Remove it from waivers in the config.',
    }));
}

/** Checks that were really put to the subject: those of our own requests do not count. */
export function countJudged(rows: readonly JudgedRow[]): number {
  return rows
    .filter(({ planned }) => planned.excused === null)
    .flatMap(({ checks }) => checks)
    .filter(({ outcome }) => outcome === 'passed' || outcome === 'failed' || outcome === 'warned').length;
}

export function rowOf(row: JudgedRow, settings: RunSettings, redactor: Redactor): RequirementRow {
  const { key, id, operation, level, basis, says, source, ambiguity, group, kind } = row.planned;
  return {
    key,
    id,
    operation,
    level,
    basis,
    says,
    source: { ...source },
    ambiguity,
    group: [...group],
    kind,
    harm: harmOf(row, settings),
    outcome: row.outcome,
    reason: row.reason,
    consequenceOf: row.consequenceOf,
    waiver: row.waiver,
    ...declarationOf(row, settings),
    checks: row.checks.map((check) => checkOf(row, check, settings, redactor)),
  };
}

function declarationOf(
  { planned, reason }: JudgedRow,
  { declared = [] }: RunSettings,
): Pick<RequirementRow, 'declared'> {
  const own = declared.find(({ requirement }) => requirement === planned.key);
  return own && reason === 'declared' ? { declared: { reason: own.reason, owner: own.owner } } : {};
}

function checkOf(row: JudgedRow, check: SettledCheck, settings: RunSettings, redactor: Redactor): CheckResult {
  const { title, done, outcome, reason, finding, sentBy = [] } = check;
  const { expected, received, seen, counterexample, place, exchanges } = finding;
  const isShown = outcome === 'failed' || outcome === 'warned' || outcome === 'inconclusive';
  return {
    title: redactor.text(title),
    done: outcome === 'passed' ? '' : redactor.text(done),
    outcome,
    reason,
    expected: redactor.text(wordsOf(expected)),
    received: redactor.text(wordsOf(received)),
    seen: seenWords(seen),
    counterexample: redactor.json(counterexample ?? null),
    field: redactor.text(place ?? ''),
    exchanges: namedOf(exchanges, outcome),
    replay: isShown
      ? replayLine(row.planned.key, settings, sentBy, seen && 'path' in seen ? seen.path : undefined)
      : '',
    ...(isShown && sentBy && sentBy.length > 0 ? { sentBy: [...sentBy] } : {}),
  };
}

export function targetOf({ target, role, embedded, subject }: RunSettings): Report['target'] {
  const isNamed = subject !== undefined && Object.keys(subject).length > 0;
  return { url: target, role, embedded, ...(isNamed ? { subject } : {}) };
}

/** Messages that the subject wrote, and those without a Signature header. */
export function signaturesIn(exchanges: readonly Exchange[], { role }: RunSettings): Report['run']['signatures'] {
  const isCaller = role === 'mpp-client';
  const written = isCaller
    ? exchanges.filter(({ marker }) => marker === '').map(({ request }) => request)
    : exchanges.flatMap(({ response }) => response ?? []);
  const unsigned = written.filter(({ headers }) => header(headers, 'Signature') === null);
  return { of: isCaller ? 'requests' : 'answers', count: written.length, unsigned: unsigned.length };
}

/** Tokens that accepted requests introduced. */
function introducedIn(exchanges: readonly Exchange[]): string[] {
  const tokens = exchanges.flatMap((exchange) => {
    const field = operationNamed(exchange.operation)?.probing.introduces;
    if (!field || answerOf(exchange).kind !== 'S') return [];
    const body = jsonOf(exchange.request.body);
    const token = isObject(body) ? body[field] : null;
    return typeof token === 'string' ? [token] : [];
  });
  return [...new Set(tokens)].sort();
}

export function latencies(exchanges: readonly Exchange[]): Record<string, number[]> {
  const lists: Record<string, number[]> = {};
  // Not by its response: that may have left memory.
  for (const { operation, noAnswer, durationMs } of exchanges) {
    if (noAnswer) continue;
    lists[operation] ??= [];
    lists[operation].push(durationMs);
  }
  // Whichever operation answered first: the same report for the same seed.
  return Object.fromEntries(Object.entries(lists).sort());
}
