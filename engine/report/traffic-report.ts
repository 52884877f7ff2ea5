/** Makes the Report of judged traffic: the rows of the subject, and apart from them those of the other party. Pure. */
import { specDigest, specVersion } from '../../generated/requirements.ts';
import { suiteName, suiteVersion } from '../identity.ts';
import type { JudgedCheck } from '../judge/judge.ts';
import type { Plan } from '../plan/plan.ts';
import type { TrafficRecord } from '../record/traffic.ts';
import type { Diagnosis, Party, Report, RequirementRow, TrafficSection, Verdict } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import { countJudged, latencies, type Measured, rowOf, signaturesIn, targetOf } from './build-report.ts';
import { evidenceOf } from './evidence-shown.ts';
import { factsOf } from './facts-section.ts';
import { type JudgedRow, judgedRows } from './judged-rows.ts';
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
  const redactor = createRedactor(settings, isPublic);
  for (const exchange of record.exchanges) redactor.learn(exchange);
  const own = rowsOf(subject, settings);
  // Waivers are about the subject.
  const others = rowsOf(counterparty, { ...settings, waivers: [] });
  const written = writtenRows(own, settings, redactor);
  const writtenOthers = writtenRows(others, settings, redactor);
  const { verdict, exitCode } = verdictOf(own);
  const all = [...own, ...others];
  const facts = factsOf(own, redactor);
  const traffic: TrafficSection = {
    source: [...source],
    exchanges: record.exchanges.length,
    others: record.others,
    requirements: all.length,
    judgeable: all.filter(({ planned }) => planned.excused === null).length,
    judged: all.filter(({ outcome }) => ['passed', 'failed', 'warned', 'waived'].includes(outcome)).length,
    subject: subject.party,
    counterparty: { party: counterparty.party, requirements: writtenOthers },
  };
  return {
    schemaVersion: '1.0',
    suite: { name: suiteName, version: suiteVersion },
    spec: { version: specVersion, digest: specDigest },
    target: targetOf(settings),
    run: runOf(input, exitCode),
    verdict,
    totals: totalsOf(written),
    diagnosis: [...subject.diagnosis],
    facts,
    todo: [],
    traffic,
    latencyMs: latencies(record.exchanges),
    requirements: written,
    exchanges: evidenceOf([...written, ...writtenOthers], facts, record).map(redactor.exchange),
  };
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
