/** What a verdict is and what it rests on, as sentences: the same in a report and in the output of `verify`. Nothing is escaped here. */
import type { Outcome, Report, UnsignedChecks } from '../engine/report.ts';
import { thousands } from './escape.ts';
import { outcomeOrder, plural } from './findings.ts';
import { partnerFacts } from './partner-facts.ts';

/** A heading with its lines. */
export interface Statement {
  readonly name: string;
  readonly lines: readonly string[];
}

/** How many entries of one list are written out. */
const most = 40;

function limited(lines: readonly string[], name: string): string[] {
  return lines.length > most ? [...lines.slice(0, most), `and ${plural(lines.length - most, name)} more`] : [...lines];
}

/** Everything that a verdict was given under: profile, APIs, waivers, declarations, extra codes, totals, messages. */
export function conditions(report: Report): Statement[] {
  const { run, suite, spec, totals, target } = report;
  const all = new Set(report.requirements.map(({ operation }) => operation)).size;
  const settings = [run.strict && 'strict', run.narrowed && 'a part of the requirements'].filter(Boolean).join(', ');
  const sent = Object.entries(run.sent).map(([api, count]) => `${api} ${thousands(count)}`);
  const counted = outcomeOrder.filter((outcome: Outcome) => totals[outcome] > 0);
  return [
    { name: 'profile', lines: [`${run.profile}, role ${target.role}${settings && `, ${settings}`}`] },
    { name: 'APIs', lines: [`${run.apis.join(', ')} (${run.apis.length} of ${all})`] },
    { name: 'totals', lines: [counted.map((outcome) => `${thousands(totals[outcome])} ${outcome}`).join(', ')] },
    { name: 'waived', lines: limited(waivers(report), 'waiver') },
    { name: 'declared', lines: limited(declarations(report), 'declaration') },
    { name: 'extra result codes', lines: limited(extraCodes(report), 'API') },
    { name: 'looked at by people', lines: limited(reviewLines(report), 'review') },
    { name: 'messages sent', lines: [sent.length === 0 ? 'none' : sent.join(', ')] },
    {
      name: 'judged by',
      lines: [`suite ${suite.version}, spec ${spec.version} (${spec.digest.slice(0, 16)})`, ...ownSpecs(report)],
    },
    ...factsOf(report),
    { name: 'requirement set', lines: setLines(report) },
  ];
}

/** Specs of the sender: they change what is asked, so they belong to the verdict. */
function ownSpecs({ spec }: Report): string[] {
  return (spec.own ?? []).map(({ file, digest, apis }) => `own spec ${file} (${apis.join(', ')}), SHA-256 ${digest}`);
}

/** The overlays of the user, what became of their rows, and what they replace; nothing where there are none. */
function factsOf(report: Report): Statement[] {
  const lines = partnerFacts(report).flatMap(({ file, digest, counts, replaces }) => [
    `${file} (${digest.slice(0, 16)}): ${counts}`,
    ...limited(
      replaces.map((one) => `replaced: ${one}`),
      'fact',
    ),
  ]);
  return lines.length === 0 ? [] : [{ name: 'facts of a partner', lines }];
}

/** Waivers in force; a waiver of a row that passes is named too, because it would hide the day it fails. */
function waivers({ requirements }: Report): string[] {
  const own = requirements.filter(({ waiver }) => waiver !== null);
  if (own.length === 0) return ['none'];
  return own.map(
    ({ key, outcome, waiver }) =>
      `${key}${outcome === 'waived' ? '' : ` (${outcome})`} until ${waiver!.until}, ${waiver!.owner}: ${waiver!.reason}`,
  );
}

function declarations({ requirements }: Report): string[] {
  const own = requirements.flatMap(({ key, declared }) =>
    declared ? [`${key} cannot occur, ${declared.owner}: ${declared.reason}`] : [],
  );
  return own.length === 0 ? ['none'] : own;
}

/** The set, and the rows that are newer than it. */
function setLines({ requirementSet, requirements }: Report): string[] {
  if (!requirementSet) return ['none'];
  const newer = requirements.filter(({ reason }) => reason === 'unscored');
  const lines = newer.map(({ key, checks }) => `${key} is newer, and does not count${seenIn(checks)}`);
  return [`${requirementSet.name} (${requirementSet.digest.slice(0, 16)})`, ...limited(lines, 'row')];
}

/** What a row showed that does not count. */
function seenIn(checks: readonly { readonly outcome: Outcome }[]): string {
  const worst = outcomeOrder.find((outcome) => checks.some((check) => check.outcome === outcome));
  return worst ? `: ${worst}` : '';
}

/** What people looked at, and what no test can see and nobody looked at. */
function reviewLines({ reviews = [], requirements }: Report): string[] {
  const done = reviews.map(({ requirement, step, result, reviewer, on, file, sha256 }) => {
    const shown = file === null ? '' : ` (${file}, SHA-256 ${sha256})`;
    return `${requirement ?? step}, ${reviewer} on ${on}: ${result}${shown}`;
  });
  const open = requirements
    .filter(({ key, outcome }) => outcome === 'not-observable' && !reviews.some((one) => one.requirement === key))
    .map(({ key }) => `${key}: nobody, and no test over HTTP can see it`);
  return done.length + open.length === 0 ? ['none'] : [...done, ...open];
}

function extraCodes({ run }: Report): string[] {
  const own = Object.entries(run.extraResultCodes ?? {}).map(
    ([api, codes]) =>
      `${api}: ${Object.entries(codes)
        .map(([code, status]) => `${code} (${status})`)
        .join(', ')}`,
  );
  return own.length === 0 ? ['none'] : own;
}

/** What nobody but the sender says: no signature of the subject covers it. */
const sendersWord = {
  answers:
    'which request an answer belongs to, HTTP status, headers, times and durations, the address of the target, settings, reviews, attempts, and how a request without an answer ended',
  requests:
    'that no request is missing, which action a request belongs to, times and durations, what the caller reported, settings, reviews, attempts',
} as const;

/** What the verdict of a certification rests on; empty for other runs. */
export function foundations({ restsOn }: Report): Statement[] {
  if (!restsOn) return [];
  const { of, count, signed, subjectKey, unsigned } = restsOn;
  const key = subjectKey === '' ? 'no key' : `the key SHA-256 ${subjectKey}`;
  const open = count - signed;
  return [
    { name: `signed ${of}`, lines: [`${thousands(signed)} of ${thousands(count)}, with ${key}`] },
    {
      name: `unsigned ${of}`,
      lines: [
        open === 0
          ? 'none'
          : `${thousands(open)}: ${open === 1 ? 'it is' : 'they are'} weaker evidence, because anyone with access to the file could have written ${open === 1 ? 'it' : 'them'}`,
        ...limited(unsigned.map(unsignedLine), 'row'),
      ],
    },
    { name: "sender's word", lines: [sendersWord[of]] },
  ];
}

function unsignedLine({ key, of, alone, partly }: UnsignedChecks): string {
  const words = [
    alone > 0 && `${thousands(alone)} of ${plural(of, 'passed check')} without any signed one`,
    partly > 0 && `${thousands(partly)} in part`,
  ];
  return `${key}: ${words.filter(Boolean).join(', ')}`;
}

/** ` on a private machine` for a certification whose target was on the machine of the suite. */
export function placeNote({ restsOn }: Report): string {
  return restsOn?.privateMachine ? ' on a private machine' : '';
}
