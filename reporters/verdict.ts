/** The verdict of a report in words, the same in every format. Nothing is escaped here: each format escapes the sentence like other text. */
import type { Outcome, Report, TrafficSection } from '../engine/report.ts';
import { placeNote } from './certificate.ts';
import { thousands } from './escape.ts';
import { findings, judgedCounts, plural } from './findings.ts';

/** How many waived requirements are named. */
const mostNamed = 6;

/** True where the run ended before its verdict counts: faulty configuration, stale waiver, or no answer. */
function isNotJudged({ run: { exitCode } }: Report): boolean {
  return exitCode === 2 || exitCode === 3;
}

/** The verdict in a few words; a waived requirement and a certification on the suite's own machine are never passed over. */
export function verdictHeadline(report: Report): string {
  return isNotJudged(report) ? 'Not judged' : `${headlineOf(report)}${placeNote(report)}`;
}

function headlineOf(report: Report): string {
  const words = {
    'not-conformant': 'Not conformant',
    incomplete: 'Incomplete',
    error: 'Error',
    'no-violation': 'No violation seen',
  };
  if (report.verdict !== 'conformant') return words[report.verdict];
  const waived = waivedIn(report);
  if (waived === null) return 'Conformant';
  return `Conformant except for ${plural(waived.count, 'waived requirement')} ${waived.names}`;
}

/** The waived requirements: how many, and their names in brackets; null where none is waived. */
function waivedIn(report: Report): { readonly count: number; readonly names: string } | null {
  const waived = findings(report, 'waived').map(({ row }) => row);
  if (waived.length === 0) return null;
  const ids = waived.map(({ id }) => id);
  // An id that is waived at several APIs is replaced by the keys of its rows.
  const names = waived.map(({ id, key }) => (ids.indexOf(id) === ids.lastIndexOf(id) ? id : key));
  const rest = names.length > mostNamed ? `, and ${names.length - mostNamed} more` : '';
  return { count: waived.length, names: `(${names.slice(0, mostNamed).join(', ')}${rest})` };
}

/** Of fewer requirements one is more than a tenth, which says nothing. */
const fewestForShare = 20;

/** A sentence where so much is waived that the verdict says little; empty otherwise. */
function waivedShare({ requirements }: Report): string {
  const must = requirements.filter(({ level, basis, kind, reason }) => {
    const isJudged = level === 'MUST' && basis !== 'position' && kind !== 'group';
    return isJudged && !['not-offered', 'not-observable', 'suite', 'other-role', 'not-selected'].includes(reason);
  });
  const waived = must.filter(({ outcome }) => outcome === 'waived').length;
  if (must.length < fewestForShare || waived * 10 <= must.length) return '';
  return ` More than a tenth of the MUST requirements is waived (${waived} of ${must.length}).`;
}

/** What the verdict is based on, as one or two sentences. */
export function verdictReason(report: Report): string {
  return `${reasonOf(report)}${waivedShare(report)}${agreements(report)}${report.run.interrupted ? ' The run was interrupted.' : ''}`;
}

/** What the config makes of the requirements besides waivers: it belongs to every verdict. */
function agreements({ run, requirements }: Report): string {
  const codes = Object.values(run.extraResultCodes ?? {}).flatMap((own) => Object.keys(own));
  const declared = requirements.filter((row) => row.declared).length;
  return [
    codes.length > 0 && ` ${plural(codes.length, 'extra result code')} accepted: ${named(codes)}.`,
    declared > 0 && ` ${plural(declared, 'requirement')} declared not to occur.`,
  ]
    .filter(Boolean)
    .join('');
}

function named(codes: readonly string[]): string {
  const unique = [...new Set(codes)];
  return `${unique.slice(0, mostNamed).join(', ')}${unique.length > mostNamed ? ', …' : ''}`;
}

function reasonOf(report: Report): string {
  if (isNotJudged(report)) return whyNotJudged(report);
  const selection = selectionOf(report);
  const scope = selection && ` of the ${selection}`;
  const waived = waivedIn(report);
  switch (report.verdict) {
    case 'conformant':
      return `${plural(judgedCounts(report).judged, 'requirement')} judged${scope}${waived === null ? ', no MUST broken' : ''}.`;
    case 'not-conformant':
      return `${plural(report.totals.failed, 'requirement')} failed${scope}${rootsOf(report)}.${waived === null ? '' : ` ${plural(waived.count, 'requirement')} waived ${waived.names}.`}`;
    case 'no-violation':
      return `${trafficSeen(report)}.`;
    case 'incomplete':
      if (report.traffic) return `Nothing could be judged: ${trafficSeen(report)}.`;
      return `${reasonOpen(report)}${openInPart(report) ?? 'Too few requirements could be judged'}${scope || ' for a verdict'}.`;
    case 'error':
      return 'The suite itself failed; this says nothing about the target.';
  }
}

/** Why rows stay open where the target errs all through the run, or gets too slow to be judged. */
const whyOpen: ReadonlySet<string> = new Set(['errors-now-and-then', 'answers-slow-down']);

function reasonOpen({ diagnosis }: Report): string {
  const errors = diagnosis.find(({ code }) => whyOpen.has(code));
  return errors ? `${errors.says} ` : '';
}

/** What recorded traffic showed. */
function trafficSeen({ traffic, run }: Report): string {
  const { exchanges, requirements, judgeable, judged } = traffic!;
  const seen = `${plural(exchanges, 'exchange')} of ${plural(run.apis.length, 'API')}`;
  return `${seen}; ${thousands(judgeable)} of ${plural(requirements, 'requirement')} can be judged from traffic, ${thousands(judged)} were`;
}

/** Requirements that a selection cannot show to be kept: they are judged on every answer of a run, or at its end. */
function openInPart({ requirements }: Report): string | null {
  const open = requirements.filter(({ outcome, reason }) => outcome === 'not-run' && reason === 'not-replayed').length;
  return open === 0 ? null : `Only a run without --only shows whether ${plural(open, 'requirement')} passed`;
}

function rootsOf(report: Report): string {
  const roots = findings(report, 'failed').length;
  if (roots === 0 || roots === report.totals.failed) return '';
  return `; ${plural(roots, 'root finding')} ${roots === 1 ? 'explains' : 'explain'} them`;
}

function whyNotJudged({ run, diagnosis }: Report): string {
  const codes = [...new Set(diagnosis.map(({ code }) => code))];
  const named = codes.length > 0 ? ` (${codes.slice(0, mostNamed).join(', ')})` : '';
  if (run.exitCode === 3) return `The target gave no HTTP answer${named}.`;
  return `Correct the configuration first${named}.`;
}

/** `74 selected of 333` where a run was asked for a part of the requirements; empty where it was not. */
export function selectionOf(report: Report): string {
  if (!report.run.narrowed) return '';
  const { judgeable, selected } = judgedCounts(report);
  return `${thousands(selected)} selected of ${thousands(judgeable)}`;
}

/** How the report came about: the profile of a run and its seed, or recorded traffic. */
export function runKind({ run, traffic }: Report): { profile: string; seed: string | null } {
  return traffic ? { profile: 'traffic', seed: null } : { profile: run.profile, seed: String(run.seed) };
}

/** The APIs of the run of which at least one requirement was selected. */
export function selectedApis({ run, requirements }: Report): string[] {
  const selected = new Set(
    requirements.filter(({ reason }) => reason !== 'not-selected').map(({ operation }) => operation),
  );
  return run.narrowed ? run.apis.filter((api) => selected.has(api)) : run.apis;
}

/** `verify-otp.yaml (verifyOTP)` for each spec of the user's own; empty where there are none. */
export function ownSpecs({ spec }: Report): string[] {
  return (spec.own ?? []).map(({ file, apis }) => `${file} (${apis.join(', ')})`);
}

/** Headline, reason and exit code: the sentence that ends every text. */
export function verdictSentence(report: Report): string {
  return `${verdictHeadline(report)}: ${verdictReason(report)} Exit code ${report.run.exitCode}.`;
}

/** The outcome whose colour and shape the verdict has. */
export function verdictOutcome(report: Report): Outcome {
  if (isNotJudged(report)) return 'inconclusive';
  if (report.verdict === 'conformant') return report.totals.waived > 0 ? 'waived' : 'passed';
  const outcomes = {
    'not-conformant': 'failed',
    incomplete: 'inconclusive',
    error: 'harness-error',
    'no-violation': 'passed',
  } as const;
  return outcomes[report.verdict];
}

/** Whether the command ended in anything but 0. */
export function isUnsuccessful({ run }: Report): boolean {
  return run.exitCode !== 0 || run.interrupted;
}

/** What to say when signatures were not looked at, with the cure; null when they were, or when nothing was judged. */
export function signingNote(report: Report): string | null {
  if (report.traffic) return keysNote(report, report.traffic);
  if (report.run.signing !== 'off' || isNotJudged(report)) return null;
  const rows = report.requirements.filter((row) => row.kind === 'signature' && row.outcome === 'not-run').length;
  return `Signing is off: ${signaturesNotRun(rows)} Set signing.privateKey and signing.publicKey to judge them.`;
}

function signaturesNotRun(rows: number): string {
  return `${rows > 0 ? plural(rows, 'signature requirement') : 'signature requirements'} ${rows === 1 ? 'was' : 'were'} not run.`;
}

const keyOptions = { mpp: '--mpp-key', alipayplus: '--alipayplus-key' } as const;

/** The public keys that traffic was judged without. */
function keysNote(report: Report, { subject, counterparty: other }: TrafficSection): string | null {
  const unread = [
    { party: subject, rows: report.requirements },
    { party: other.party, rows: other.requirements },
  ].map(({ party, rows }) => ({
    option: keyOptions[party],
    count: rows.filter(({ reason }) => reason === 'signing-off').length,
  }));
  const missing = unread.filter(({ count }) => count > 0);
  if (missing.length === 0) return null;
  const options = missing.map(({ option }) => option).join(' and ');
  const count = missing.reduce((sum, one) => sum + one.count, 0);
  return `No public key was given: ${signaturesNotRun(count)} Give ${options} to judge them.`;
}

/** What is said wherever a verdict stands alone; empty where a target was tested. */
export function embeddedNote({ target }: Report): string {
  return target.embedded ? 'The built-in reference was tested (a demonstration), no target.' : '';
}

/** What no report of this suite replaces. */
export const rehearsal = 'This run is a rehearsal: Alipay+ alone certifies.';

/** How many messages of the subject carry no signature; empty where signatures were not looked at. */
export function signatureShare({ run }: Report): string {
  const { of, count, unsigned } = run.signatures;
  if (run.signing === 'off' || count === 0) return '';
  if (unsigned === 0) return `All ${thousands(count)} ${of} carry a signature.`;
  return `${thousands(unsigned)} of ${thousands(count)} ${of} carry no signature.`;
}

/** Where the messages were: the address of the target, or recorded traffic. */
export function addressOf({ target, traffic }: Report): string {
  return traffic ? traffic.source.join(', ') : target.url;
}

/** What is under test: product, version, organisation and environment as far as the config names them, and its address. */
export function subjectOf(report: Report): string {
  const { subject, embedded } = report.target;
  const address = embedded ? 'the built-in reference (a demonstration)' : addressOf(report);
  const product = [subject?.product, subject?.version].filter(Boolean).join(' ');
  const named = [product, subject?.organisation, subject?.environment].filter(Boolean).join(', ');
  return named ? `${named} at ${address}` : address;
}
