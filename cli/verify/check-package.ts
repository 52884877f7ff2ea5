/** Checks a whole package: what it was made with, its nonce, its exchanges, every verdict, and the files made of the report. */
import type { KeyObject } from 'node:crypto';
import { suiteVersion } from '../../engine/identity.ts';
import { type Evidence, EvidenceError, readEvidence, recordOf } from '../../engine/record/evidence.ts';
import type { Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { specDigest } from '../../generated/requirements.ts';
import { plural } from '../../reporters/findings.ts';
import { readConfigCopy, restored } from '../certify/config-copy.ts';
import { requirementsDigest, sha256, suiteDigest } from '../certify/digests.ts';
import { idOf, seedOf } from '../certify/nonce.ts';
import { type Manifest, packageFiles } from '../certify/package.ts';
import { refusals } from '../certify/refusals.ts';
import { renderedFiles } from '../run/publish.ts';
import { compared } from './compare-reports.ts';
import type { Mismatch } from './expected-requests.ts';
import type { Finding, Verified } from './findings.ts';
import { type OpenedPackage, openPackage } from './open-package.ts';
import { recomputed } from './recompute.ts';
import { restingOnUnsigned, type SignedShare, signedShare } from './signed-share.ts';

/** What a package turned out to be. */
export interface CheckedPackage extends Verified {
  readonly manifest: Manifest;
  /** The report as the evidence shows it; null where it could not be recomputed. */
  readonly shown: Report | null;
}

/** Checks a package; `signer` and `nonce` are what the reader knows from elsewhere. */
export async function checkedPackage(
  directory: string,
  signer: KeyObject | null,
  nonce: string | null,
): Promise<CheckedPackage> {
  const opened = await openPackage(directory, signer);
  const maker = checkedMaker(opened.manifest);
  const parts = readParts(opened);
  // Another version may judge otherwise with good reason.
  const isComparable = !maker.findings.some(({ code }) => code === 'suite-version');
  const judged = 'code' in parts || !isComparable ? null : await judgedAgain(parts, opened, nonce);
  return {
    manifest: opened.manifest,
    shown: judged?.shown ?? null,
    findings: [...opened.findings, ...maker.findings, ...('code' in parts ? [parts] : []), ...(judged?.findings ?? [])],
    right: [...opened.right, ...maker.right, ...(judged?.right ?? [])],
    notes: [...opened.notes, ...(judged?.notes ?? [])],
  };
}

/** Whether this suite judges as that one did that made the package. */
function checkedMaker({ suite, spec, requirements }: Manifest): Verified {
  const findings: Finding[] = [];
  if (suite.version !== suiteVersion) {
    const says = `the package was made by suite ${suite.version}, and this is ${suiteVersion}; its own version can recompute it: npx ${suite.name}@${suite.version} verify`;
    findings.push({ code: 'suite-version', says });
  } else if (suite.digest !== suiteDigest()) {
    findings.push({ code: 'suite-other', says: `the package was made by another build of suite ${suiteVersion}` });
  }
  if (spec.digest !== specDigest)
    findings.push({ code: 'spec-other', says: 'the package was judged by another specification' });
  if (requirements.digest !== requirementsDigest()) {
    findings.push({ code: 'requirements-other', says: 'the package was judged by other requirements' });
  }
  const right =
    findings.length === 0 ? [`suite ${suiteVersion}, its specification and requirements: those of this suite`] : [];
  return { findings, right, notes: [] };
}

interface Parts {
  readonly settings: RunSettings;
  readonly evidence: Evidence;
  readonly report: Report;
}

function readParts({ text }: OpenedPackage): Parts | Finding {
  const settings = readConfigCopy(text(packageFiles.config) ?? '');
  if (settings === null) return { code: 'config-changed', says: `${packageFiles.config} is not a config of a package` };
  const report = parsedReport(text('report.json') ?? '');
  if (report === null) return { code: 'report-edited', says: 'report.json is no report' };
  try {
    return { settings, report, evidence: readEvidence(text(packageFiles.evidence) ?? '') };
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    return { code: 'evidence-unreadable', says: `${packageFiles.evidence} cannot be read: ${error.message}` };
  }
}

function parsedReport(text: string): Report | null {
  try {
    const report = JSON.parse(text) as Report;
    return Array.isArray(report.requirements) && report.run && report.totals ? report : null;
  } catch {
    return null;
  }
}

async function judgedAgain(
  parts: Parts,
  opened: OpenedPackage,
  nonce: string | null,
): Promise<Verified & { shown: Report }> {
  const { evidence, report } = parts;
  const { exchanges } = evidence;
  const settings = restored(parts.settings, exchanges);
  const record = recordOf(evidence);
  const { identity } = record;
  const { report: shown, mismatches } = await recomputed(settings, record);
  const share = signedShare(settings, exchanges);
  const differing = compared(report, shown);
  const told = [...gaps(settings, exchanges), ...mismatches.map(exchangeFinding)];
  const findings = [
    ...checkedConfig(parts, opened),
    ...checkedNonce(parts, nonce),
    ...refusals(settings, new Date(identity.startedAt)).map(
      (reason): Finding => ({ code: 'uncertifiable', says: reason.message }),
    ),
    ...told,
    ...forged(report, shown, share),
    ...differing,
    ...(await checkedRenderings(report, opened)),
  ];
  return {
    shown,
    findings,
    right: [
      ...(told.length === 0
        ? [`${exchanges.length} exchanges: none is missing, and every request is what the suite sends`]
        : []),
      ...(differing.length === 0 ? [`${shown.requirements.length} rows recomputed: all as in the report`] : []),
    ],
    notes: [...nonceNotes(parts.settings, nonce), ...unsignedNotes(shown, share), ...callerNotes(settings)],
  };
}

function checkedConfig({ evidence: { head }, settings, report }: Parts, { manifest, text }: OpenedPackage): Finding[] {
  const findings: Finding[] = [];
  if (sha256(text(packageFiles.config)!) !== manifest.config.digest) {
    findings.push({
      code: 'config-changed',
      says: `${packageFiles.config} is not the config whose digest the manifest names`,
    });
  }
  const claims = [
    [manifest.run.id, head.run.id, 'the run id of the manifest'],
    [manifest.run.seed, head.run.seed, 'the seed of the manifest'],
    [settings.seed, head.run.seed, 'the seed of the config'],
    [settings.target, head.target.url, 'the target of the config'],
    [manifest.target.url, head.target.url, 'the target of the manifest'],
    [manifest.run.verdict, report.verdict, 'the verdict of the manifest'],
    [manifest.run.exitCode, report.run.exitCode, 'the exit code of the manifest'],
  ] as const;
  for (const [claim, fact, name] of claims) {
    if (claim !== fact) findings.push({ code: 'run-other', says: `${name} is not that of the run` });
  }
  return findings;
}

/** A nonce fixes seed and run id; without one the sender has chosen both. */
function checkedNonce({ settings, evidence: { head } }: Parts, nonce: string | null): Finding[] {
  const wrong = (says: string): Finding[] => [{ code: 'nonce-other', says }];
  const own = settings.nonce;
  if (nonce !== null && own !== nonce) {
    return wrong(own === null ? 'the run was made without a nonce' : 'the run was made with another nonce');
  }
  if (own === null) return [];
  if (head.run.nonce !== own) return wrong('the exchanges were recorded with another nonce');
  if (settings.seed !== seedOf(own)) return wrong('the seed does not follow from the nonce');
  const attempt = settings.attempt ?? 0;
  return head.run.id === idOf(own, attempt)
    ? []
    : wrong(`the run id does not follow from the nonce and attempt ${attempt}`);
}

function nonceNotes({ nonce: own, attempt }: RunSettings, nonce: string | null): string[] {
  const count = own !== null && attempt ? [`attempt ${attempt} with this nonce, as the sender counts`] : [];
  if (own !== null && nonce === null) return [...count, 'the nonce was not compared: give --nonce'];
  return own === null ? ['made without a nonce: the sender chose the seed'] : count;
}

/** Ids of a caller's exchanges are given one by one: a gap shows what was taken away. */
function gaps({ role }: RunSettings, exchanges: readonly Exchange[]): Finding[] {
  if (role !== 'mpp-client') return [];
  const numbers = (letter: string) =>
    exchanges.filter(({ id }) => id.startsWith(letter)).map(({ id }) => Number(id.slice(1)));
  return ['x', 't'].flatMap((letter) => {
    const have = new Set(numbers(letter));
    const highest = Math.max(0, ...have);
    const missing = Array.from({ length: highest }, (_, i) => i + 1).filter((number) => !have.has(number));
    return missing.map(
      (number): Finding => ({ code: 'exchange-dropped', says: `exchange ${letter}${number} is missing` }),
    );
  });
}

function exchangeFinding({ kind, id, probe, says }: Mismatch): Finding {
  if (kind === 'dropped')
    return { code: 'exchange-dropped', says: `the suite sends ${probe} (${says}), and no exchange of it is recorded` };
  if (kind === 'added') return { code: 'exchange-added', says: `exchange ${id} ${says}` };
  return { code: 'request-altered', says: `the request of ${id} ${says}` };
}

/** A wrong signature that the report knows about is the target's fault; one that it does not is a forgery. */
function forged(report: Report, shown: Report, { what, wrong }: SignedShare): Finding[] {
  if (wrong.length === 0) return [];
  const signatures = (list: Report) =>
    JSON.stringify(
      list.requirements
        .filter(({ kind }) => kind === 'signature')
        .map(({ key, outcome, checks }) => [key, outcome, checks.map(({ seen }) => seen)]),
    );
  if (signatures(report) === signatures(shown)) return [];
  const says = (id: string) =>
    `the ${what === 'answers' ? 'answer' : 'request'} of ${id} does not carry the right signature of the subject, and the report does not say so`;
  return wrong.map((id): Finding => ({ code: 'answer-forged', says: says(id) }));
}

async function checkedRenderings(report: Report, { text }: OpenedPackage): Promise<Finding[]> {
  return Object.entries(await renderedFiles(report)).flatMap(([name, rendered]): Finding[] => {
    const content = text(name);
    if (name === 'report.json' || content === null || content === rendered) return [];
    return [{ code: 'rendering-edited', says: `${name} is not what the suite makes of report.json` }];
  });
}

function unsignedNotes(shown: Report, share: SignedShare): string[] {
  const { what, count, signed } = share;
  const unsigned = count - signed.size;
  if (unsigned === 0) return [];
  const resting = restingOnUnsigned(shown, share);
  const examples = resting.slice(0, 3).join(', ');
  return [
    `${signed.size} of ${count} ${what} carry the subject's signature; ${unsigned} do not and are weaker evidence: whoever held the file could have written them`,
    ...(resting.length > 0
      ? [
          `${plural(resting.length, 'passed row')} ${resting.length === 1 ? 'shows' : 'show'} unsigned ${what} alone: ${examples}${resting.length > 3 ? ', …' : ''}`,
        ]
      : []),
  ];
}

function callerNotes({ role }: RunSettings): string[] {
  if (role !== 'mpp-client') return [];
  return ['a caller decides itself when it calls: that no call is missing is shown by the numbering alone'];
}
