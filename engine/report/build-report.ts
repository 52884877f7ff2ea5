/** Puts a finished run together as a Report: outcomes, groups, waivers, consequences, to-do list, redacted evidence. */

import { type OperationId, operations } from '../../generated/operations.ts';
import { specDigest, specVersion } from '../../generated/requirements.ts';
import { suiteName, suiteVersion } from '../identity.ts';
import type { PlannedRow } from '../plan/plan.ts';
import { settleGroups, settleRow } from '../plan/rows.ts';
import type { Diagnosis, Report, ReportExchange, RequirementRow } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import type { Exchange } from '../wire/exchange.ts';
import { totalsOf, verdictOf } from './outcome.ts';
import { createRedactor, type Redactor } from './redact.ts';
import { linkConsequences } from './root-causes.ts';
import { todoOf } from './todo.ts';

/** How a run ended, beside its rows. */
export interface RunFacts {
  readonly durationMs: number;
  readonly interrupted: boolean;
  readonly misconfigured: boolean;
  readonly unreachable: boolean;
  readonly withoutControl: readonly string[];
}

/** What a Report is made of. */
export interface Material {
  readonly settings: RunSettings;
  readonly id: string;
  readonly startedAt: number;
  readonly plan: readonly PlannedRow[];
  readonly exchanges: readonly Exchange[];
  readonly diagnosis: readonly Diagnosis[];
  /** Messages sent to people, per operation with that effect. */
  readonly sent: Readonly<Record<string, number>>;
  readonly introduced: readonly string[];
}

export function assembleReport(material: Material, facts: RunFacts): Report {
  const { settings, plan } = material;
  for (const planned of plan) settlePlanned(planned);
  // Before the groups are summed up: what is waived fails no group.
  applyWaivers(plan, settings);
  settleGroups(plan);
  const stale = staleWaivers(plan, settings);
  const rows = plan.map(({ row }) => row).sort((a, b) => (a.key < b.key ? -1 : 1));
  linkConsequences(rows, material.exchanges);
  const end = {
    ...facts,
    certify: settings.profile === 'certify',
    judged: countJudged(plan),
    staleWaivers: stale.length > 0,
  };
  const { verdict, exitCode } = verdictOf(rows, end);
  const redactor = createRedactor(settings, isPublic);
  for (const exchange of material.exchanges.filter(isOfApi)) redactor.learn(exchange);
  finishChecks(rows, settings, redactor);
  return {
    schemaVersion: '1.0',
    suite: { name: suiteName, version: suiteVersion },
    spec: { version: specVersion, digest: specDigest },
    target: { url: settings.target, role: settings.role, embedded: settings.embedded },
    run: {
      id: material.id,
      seed: settings.seed,
      profile: settings.profile,
      strict: settings.strict,
      signing: settings.signing.mode,
      apis: [...settings.apis],
      narrowed: settings.only !== null || settings.selected.length < settings.apis.length,
      startedAt: new Date(material.startedAt).toISOString(),
      durationMs: facts.durationMs,
      requests: material.exchanges.filter(isOfApi).length,
      sent: { ...material.sent },
      introduced: [...material.introduced],
      peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
      exitCode,
      interrupted: facts.interrupted,
      nonce: settings.nonce,
      ...(settings.attempt ? { attempt: settings.attempt } : {}),
    },
    verdict,
    totals: totalsOf(rows),
    diagnosis: [...material.diagnosis, ...stale],
    // Where nothing could be reached or believed, the diagnosis is all there is to do; an interrupted run has only to be run again.
    todo: facts.unreachable || facts.misconfigured || facts.interrupted ? [] : todoOf(plan, settings),
    // Where the caller is under test, the answers are our own.
    latencyMs: settings.role === 'mpp-client' ? {} : latencies(material.exchanges),
    requirements: rows,
    exchanges: evidence(rows, material.exchanges, redactor),
  };
}

/** Calls of a trigger are evidence, but no messages of an API. */
function isOfApi({ operation }: Exchange): boolean {
  return Object.hasOwn(operations, operation);
}

/** Rows without checks get the outcome of their excuse. */
function settlePlanned({ row, excused, requirement, proofs, probes }: PlannedRow): void {
  if (excused === 'not-offered' || excused === 'other-role') {
    row.outcome = 'not-applicable';
    row.reason = excused;
    return;
  }
  if (excused === 'not-observable' || (excused === null && proofs.some((proof) => proof.kind === 'not-observable'))) {
    row.outcome = 'not-observable';
    row.reason = 'not-observable';
    return;
  }
  if (excused === 'not-selected') {
    row.outcome = 'not-run';
    row.reason = excused;
    return;
  }
  settleRow(row);
  // A profile asks a part of the probes; a row without any of them was left out by it.
  if (row.checks.length === 0 && !requirement?.members)
    row.reason ||= probes.length > 0 ? 'not-selected' : 'no-evidence';
}

function applyWaivers(plan: readonly PlannedRow[], settings: RunSettings): void {
  for (const { row } of plan) {
    const waiver = settings.waivers.find(({ requirement }) => requirement === row.key || requirement === row.id);
    if (!waiver) continue;
    row.waiver = { reason: waiver.reason, owner: waiver.owner, until: waiver.until };
    if (row.outcome === 'failed' || row.outcome === 'warned' || row.outcome === 'inconclusive') {
      row.outcome = 'waived';
      row.reason = 'waived';
    }
  }
}

/** Waivers of what passes: nobody needs them any more, and they would hide the day it breaks again. */
function staleWaivers(plan: readonly PlannedRow[], { profile }: RunSettings): Diagnosis[] {
  // A smoke run asks too little of each requirement to tell.
  if (profile === 'smoke') return [];
  return plan
    .filter(({ row }) => row.waiver !== null && row.outcome === 'passed')
    .map(({ row }) => ({
      code: 'stale-waiver',
      says: `The waiver of ${row.key} (owner: ${row.waiver!.owner}) is stale: the requirement passes.`,
      cure: 'Remove it from waivers in the config.',
    }));
}

/** Checks that were really put to the subject: our own probes do not count. */
function countJudged(plan: readonly PlannedRow[]): number {
  return plan
    .filter(({ excused }) => excused === null)
    .flatMap(({ row }) => row.checks)
    .filter(({ outcome }) => outcome === 'passed' || outcome === 'failed' || outcome === 'warned').length;
}

function finishChecks(rows: readonly RequirementRow[], settings: RunSettings, redactor: Redactor): void {
  for (const row of rows) {
    for (const check of row.checks) {
      const path = check.seen.match(/path ([\d:]+)/)?.[1];
      const judged = check.outcome === 'failed' || check.outcome === 'warned' || check.outcome === 'inconclusive';
      if (judged) check.replay = replayLine(row, settings, path);
      check.expected = redactor.text(check.expected);
      check.received = redactor.text(check.received);
      check.title = redactor.text(check.title);
      check.counterexample = redactor.json(check.counterexample);
    }
  }
}

/** The command line that repeats one check; quoting is not needed for what stands in it, but for the name of a file. */
function replayLine(row: RequirementRow, settings: RunSettings, path: string | undefined): string {
  const target = settings.embedded || settings.role === 'mpp-client' ? '' : ` --target ${settings.target}`;
  const role = settings.role === 'mpp' ? '' : ` --role ${settings.role}`;
  const config = settings.configFile ? ` --config ${shellWord(settings.configFile)}` : '';
  return `npx conformance${config}${target}${role} --only ${row.key} --seed ${settings.seed}${path ? ` --path ${path}` : ''}`;
}

function shellWord(text: string): string {
  return /^[\w./@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function latencies(exchanges: readonly Exchange[]): Record<string, number[]> {
  const lists: Record<string, number[]> = {};
  for (const { operation, response, durationMs } of exchanges) {
    if (!response) continue;
    lists[operation] ??= [];
    lists[operation].push(durationMs);
  }
  return lists;
}

/** Exchanges that a check refers to; of passed checks the last one is enough. */
function evidence(
  rows: readonly RequirementRow[],
  exchanges: readonly Exchange[],
  redactor: Redactor,
): ReportExchange[] {
  const wanted = new Set<string>();
  for (const row of rows) for (const check of row.checks) for (const id of check.exchanges) wanted.add(id);
  return exchanges.filter(({ id }) => wanted.has(id)).map(redactor.exchange);
}

const publicWords: ReadonlySet<string> = new Set(
  Object.values(operations).flatMap((op) => [
    ...Object.keys(op.resultCodes),
    ...[...op.request, ...op.response].flatMap((field) => [...(field.enum ?? []), ...field.path]),
    ...strings(op.requestExample),
  ]),
);

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Documented words are no secrets, wherever they stand. */
export function isPublic(value: string): boolean {
  return publicWords.has(value);
}

export type { OperationId };
