/** Makes the Report of judged traffic: the rows of the subject, and apart from them those of the other party. Pure. */
import { specificationInUse } from '../../contract/apis.ts';
import { suiteName, suiteVersion } from '../identity.ts';
import type { JudgedCheck } from '../judge/judge.ts';
import type { Plan } from '../plan/plan.ts';
import type { TrafficRecord } from '../record/traffic.ts';
import type { Diagnosis, Party, Report, RequirementRow, TrafficSection, Verdict } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import type { Exchange } from '../wire/exchange.ts';
import { countJudged, latencies, type Measured, rowOf, signaturesIn, targetOf } from './build-report.ts';
import { evidenceOf, namedOf, withEvidence } from './evidence-shown.ts';
import { factsOf } from './facts-section.ts';
import { type JudgedRow, judgedRows, type SettledCheck } from './judged-rows.ts';
import { totalsOf } from './outcome.ts';
import { isPublic } from './public-words.ts';
import { createRedactor, type Redactor } from './redact.ts';
import { linkRootCauses } from './root-causes.ts';

/** The rows of a party with what traffic showed of them. */
export interface JudgedParty {
  readonly party: Party;
  readonly plan: Plan;
  readonly checks: readonly JudgedCheck[];
  readonly diagnosis: readonly Diagnosis[];
}

/** What a report of traffic is made of. */
export interface TrafficReportInput {
  readonly settings: RunSettings;
  readonly record: TrafficRecord;
  readonly subject: JudgedParty;
  readonly counterparty: JudgedParty;
  readonly source: readonly string[];
  readonly measured: Measured;
}

/** The report of traffic; its exit code is 1 where the subject broke a MUST, 4 where nothing could be judged, 0 otherwise. */
export function buildTrafficReport(input: TrafficReportInput): Report {
  const { settings, record, subject, counterparty, source } = input;
  const own = rowsOf(subject, settings);
  // Waivers are about the subject.
  const others = rowsOf(counterparty, { ...settings, waivers: [] });
  const redactor = createRedactor(settings, isPublic);
  for (const exchange of record.exchanges.slice(0, mostForDiagnosis)) redactor.learn(exchange);
  for (const exchange of shownIn([...own, ...others])) redactor.learn(exchange);
  const write = () => ({
    written: writtenRows(own, settings, redactor),
    writtenOthers: writtenRows(others, settings, redactor),
    facts: factsOf(own, redactor),
  });
  const draft = write();
  const shown = evidenceOf([...draft.written, ...draft.writtenOthers], draft.facts, record);
  // Their secrets may stand in any text.
  for (const exchange of shown) redactor.learn(exchange);
  const { written, writtenOthers, facts } = write();
  const { verdict, exitCode } = verdictOf(own);
  const all = [...own, ...others];
  const traffic: TrafficSection = {
    source: [...source],
    exchanges: record.exchanges.length,
    others: record.others,
    requirements: all.length,
    judgeable: all.filter(({ planned }) => planned.excused === null).length,
    judged: all.filter(({ outcome }) => ['passed', 'failed', 'warned', 'waived'].includes(outcome)).length,
    subject: subject.party,
    counterparty: { party: counterparty.party, requirements: withEvidence(writtenOthers, shown) },
  };
  return {
    schemaVersion: '1.0',
    suite: { name: suiteName, version: suiteVersion },
    spec: specificationInUse(),
    target: targetOf(settings),
    run: runOf(input, exitCode),
    verdict,
    totals: totalsOf(written),
    diagnosis: subject.diagnosis.map((one) => ({ ...one, says: redactor.text(one.says) })),
    facts,
    todo: [],
    traffic,
    latencyMs: sampled(latencies(record.exchanges)),
    requirements: withEvidence(written, shown),
    exchanges: shown.map(redactor.exchange),
  };
}

/** A diagnosis quotes one of the first answers of its kind. */
const mostForDiagnosis = 1000;

/** So many values show a distribution as well as all of them. */
const mostLatencies = 1000;

/** Where there are many, their quantiles stand for them. */
function sampled(latencyMs: Record<string, number[]>): Record<string, number[]> {
  const entries = Object.entries(latencyMs).map(([operation, all]) => {
    if (all.length <= mostLatencies) return [operation, all] as const;
    const sorted = [...all].sort((a, b) => a - b);
    const at = (index: number) => sorted[Math.round((index * (sorted.length - 1)) / (mostLatencies - 1))]!;
    return [operation, Array.from({ length: mostLatencies }, (_, index) => at(index))] as const;
  });
  return Object.fromEntries(entries);
}

/** The exchanges that the report shows or speaks of: only their secrets can stand in it. */
function shownIn(rows: readonly JudgedRow[]): Set<Exchange> {
  // The words of what passed are counts; those of a finding may quote any of its answers.
  const named = ({ outcome, finding: { exchanges } }: SettledCheck) => {
    const ids = new Set(namedOf(exchanges, outcome));
    return outcome === 'passed' ? exchanges.filter(({ id }) => ids.has(id)) : exchanges;
  };
  return new Set(rows.flatMap(({ checks }) => checks.flatMap(named)));
}

function rowsOf({ plan, checks }: JudgedParty, settings: RunSettings): JudgedRow[] {
  const rows = judgedRows(plan, checks, settings);
  linkRootCauses(rows);
  return rows;
}

/** Nothing here can be sent again: there is no line to repeat it. */
function writtenRows(rows: readonly JudgedRow[], settings: RunSettings, redactor: Redactor): RequirementRow[] {
  return rows
    .map((row) => rowOf(row, settings, redactor))
    .map((row) => ({ ...row, checks: row.checks.map((check) => ({ ...check, replay: '' })) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function verdictOf(rows: readonly JudgedRow[]): { verdict: Verdict; exitCode: number } {
  if (rows.some(({ outcome }) => outcome === 'failed')) return { verdict: 'not-conformant', exitCode: 1 };
  if (rows.some(({ outcome }) => outcome === 'harness-error')) return { verdict: 'error', exitCode: 5 };
  return countJudged(rows) === 0 ? { verdict: 'incomplete', exitCode: 4 } : { verdict: 'no-violation', exitCode: 0 };
}

function runOf({ settings, record, measured }: TrafficReportInput, exitCode: number): Report['run'] {
  const { exchanges } = record;
  const apis = [...new Set(exchanges.map(({ operation }) => operation))].sort();
  return {
    id: record.identity.id,
    seed: 0,
    profile: settings.profile,
    strict: settings.strict,
    signing: settings.signing.mode,
    apis,
    narrowed: false,
    startedAt: new Date(record.identity.startedAt).toISOString(),
    durationMs: measured.durationMs,
    requests: exchanges.length,
    sent: {},
    introduced: [],
    signatures: signaturesIn(exchanges, settings),
    peakMemoryMb: measured.peakMemoryMb,
    exitCode,
    interrupted: false,
    nonce: null,
  };
}
