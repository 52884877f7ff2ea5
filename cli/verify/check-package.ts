/** Checks a package: the suite that made it, its nonce, its exchanges, every verdict, and the files rendered from the report. */
import type { KeyObject } from 'node:crypto';
import { type OwnSpec, specificationInUse } from '../../contract/apis.ts';
import { suiteVersion } from '../../engine/identity.ts';
import { type Evidence, EvidenceError, readEvidence, recordOf } from '../../engine/record/evidence.ts';
import type { Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { plural } from '../../reporters/findings.ts';
import { readConfigCopy, restored } from '../certify/config-copy.ts';
import { requirementsDigest, sha256, suiteDigest } from '../certify/digests.ts';
import { idOf, seedOf } from '../certify/nonce.ts';
import { type Manifest, packageFiles } from '../certify/package.ts';
import { refusals } from '../certify/refusals.ts';
import { compiledSpecs, withApis } from '../config/own-specs.ts';
import { renderFiles } from '../run/publish.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { compared } from './compare-reports.ts';
import type { Mismatch } from './expected-requests.ts';
import type { Finding, Verified } from './findings.ts';
import { type OpenedPackage, openPackage } from './open-package.ts';
import { recomputed } from './recompute.ts';
import { restingOnUnsigned, type SignedShare, signedShare } from './signed-share.ts';

/** The result of checking a package. */
export interface CheckedPackage extends Verified {
  readonly manifest: Manifest;
  /** The report recomputed from the evidence; null where that was not possible. */
  readonly shown: Report | null;
}

/** Checks a package; `signer` and `nonce` come from the recipient, not from the package. */
export async function checkedPackage(
  directory: string,
  signer: KeyObject | null,
  nonce: string | null,
): Promise<CheckedPackage> {
  const opened = await openPackage(directory, signer);
  const parts = readParts(opened);
  const own = await usingSpecs('code' in parts ? [] : (parts.settings.specs ?? []));
  try {
    return await checkedWith(opened, own.finding ?? parts, nonce);
  } finally {
    own.release();
  }
}

/** Compiles the specs in a package and uses their APIs; what does not compile is no spec that a run was judged by. */
async function usingSpecs(specs: readonly OwnSpec[]): Promise<{ release(): void; finding?: Finding }> {
  try {
    return { release: withApis(specs.length === 0 ? null : await compiledSpecs(specs)) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const says = `a spec in ${packageFiles.config} does not compile: ${error.message}`;
    return { release: () => {}, finding: { code: 'spec-other', says } };
  }
}

async function checkedWith(
  opened: OpenedPackage,
  parts: Parts | Finding,
  nonce: string | null,
): Promise<CheckedPackage> {
  const maker = checkedMaker(opened.manifest);
  // Another version may judge differently for good reasons.
  const isComparable = !maker.findings.some(({ code }) => code === 'suite-version');
  const judged = 'code' in parts || !isComparable ? null : await judgedAgain(parts, opened, nonce);
  return {
    manifest: opened.manifest,
    shown: judged?.shown ?? null,
    findings: [...opened.findings, ...maker.findings, ...('code' in parts ? [parts] : []), ...(judged?.findings ?? [])],
    right: [...opened.right, ...maker.right, ...(judged?.right ?? [])],
    notes: [...opened.notes, ...ownSpecNotes(opened.manifest), ...(judged?.notes ?? [])],
  };
}

/** Whether the package was made by this version of suite, specification and requirements. */
function checkedMaker({ suite, spec, requirements }: Manifest): Verified {
  const findings: Finding[] = [];
  if (suite.version !== suiteVersion) {
    const says = `the package was made by suite ${suite.version}, but this is ${suiteVersion}; recompute it with: npx ${suite.name}@${suite.version} verify`;
    findings.push({ code: 'suite-version', says });
  } else if (suite.digest !== suiteDigest()) {
    findings.push({ code: 'suite-other', says: `the package was made by another build of suite ${suiteVersion}` });
  }
  const inUse = specificationInUse();
  if (spec.digest !== inUse.digest)
    findings.push({ code: 'spec-other', says: 'the package was judged with another version of the specification' });
  if (JSON.stringify(spec.own ?? []) !== JSON.stringify(inUse.own ?? []))
    findings.push({
      code: 'spec-other',
      says: `the own specs of the manifest are not those in ${packageFiles.config}`,
    });
  if (requirements.digest !== requirementsDigest()) {
    findings.push({ code: 'requirements-other', says: 'the package was judged with other requirements' });
  }
  const right =
    findings.length === 0
      ? [`made by this suite (${suiteVersion}), with this specification and these requirements`]
      : [];
  return { findings, right, notes: [] };
}

/** Own specs are the sender's words: the recipient compares their digests with those of the files that were agreed on. */
function ownSpecNotes({ spec }: Manifest): string[] {
  return (spec.own ?? []).map(
    ({ file, digest, apis }) => `${apis.join(', ')} judged by the sender's own spec ${file}, SHA-256 ${digest}`,
  );
}

interface Parts {
  readonly settings: RunSettings;
  readonly evidence: Evidence;
  readonly report: Report;
}

function readParts({ text }: OpenedPackage): Parts | Finding {
  const settings = readConfigCopy(text(packageFiles.config) ?? '');
  if (settings === null)
    return { code: 'config-changed', says: `${packageFiles.config} is not the config of a package` };
  const report = parsedReport(text('report.json') ?? '');
  if (report === null) return { code: 'report-edited', says: 'report.json is not a valid report' };
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
  const altered = [...gaps(settings, exchanges), ...mismatches.map(exchangeFinding)];
  const findings = [
    ...checkedConfig(parts, opened),
    ...checkedNonce(parts, nonce),
    ...refusals(settings, new Date(identity.startedAt)).map(
      (reason): Finding => ({ code: 'uncertifiable', says: reason.message }),
    ),
    ...altered,
    ...forged(report, shown, share),
    ...differing,
    ...(await checkedRenderings(report, opened)),
  ];
  return {
    shown,
    findings,
    right: [
      ...(altered.length === 0
        ? [`${exchanges.length} exchanges: none is missing, and every request is one that the suite sends`]
        : []),
      ...(differing.length === 0 ? [`${shown.requirements.length} rows recomputed: all match the report`] : []),
    ],
    notes: [...nonceNotes(parts.settings, nonce), ...unsignedNotes(shown, share), ...callerNotes(settings)],
  };
}

function checkedConfig({ evidence: { head }, settings, report }: Parts, { manifest, text }: OpenedPackage): Finding[] {
  const findings: Finding[] = [];
  if (sha256(text(packageFiles.config)!) !== manifest.config.digest) {
    findings.push({
      code: 'config-changed',
      says: `${packageFiles.config} does not have the digest in the manifest`,
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
    if (claim !== fact) findings.push({ code: 'run-other', says: `${name} differs from that of the run` });
  }
  return findings;
}

/** Seed and run id must be derived from the nonce; without a nonce the sender has chosen both. */
function checkedNonce({ settings, evidence: { head } }: Parts, nonce: string | null): Finding[] {
  const wrong = (says: string): Finding[] => [{ code: 'nonce-other', says }];
  const own = settings.nonce;
  if (nonce !== null && own !== nonce) {
    return wrong(own === null ? 'the run was made without a nonce' : 'the run was made with another nonce');
  }
  if (own === null) return [];
  if (head.run.nonce !== own) return wrong('the exchanges were recorded with another nonce');
  if (settings.seed !== seedOf(own)) return wrong('the seed is not derived from the nonce');
  const attempt = settings.attempt ?? 0;
  return head.run.id === idOf(own, attempt)
    ? []
    : wrong(`the run id is not derived from the nonce and attempt ${attempt}`);
}

function nonceNotes({ nonce: own, attempt }: RunSettings, nonce: string | null): string[] {
  const count = own !== null && attempt ? [`attempt ${attempt} with this nonce, according to the sender`] : [];
  if (own !== null && nonce === null) return [...count, 'the nonce was not compared: add --nonce'];
  return own === null ? ['made without a nonce: the sender chose the seed'] : count;
}

/** Exchanges of a caller are numbered consecutively: a gap shows that one was removed. */
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
    return { code: 'exchange-dropped', says: `the suite sends ${probe} (${says}), but no such exchange is recorded` };
  if (kind === 'added') return { code: 'exchange-added', says: `exchange ${id} ${says}` };
  return { code: 'request-altered', says: `the request of ${id} ${says}` };
}

/** A wrong signature that the report mentions is a fault of the target; otherwise it is a forgery. */
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
    `the ${what === 'answers' ? 'answer' : 'request'} of ${id} is not signed correctly by the subject, and the report does not mention it`;
  return wrong.map((id): Finding => ({ code: 'answer-forged', says: says(id) }));
}

async function checkedRenderings(report: Report, { text }: OpenedPackage): Promise<Finding[]> {
  return Object.entries(await renderFiles(report)).flatMap(([name, rendered]): Finding[] => {
    const content = text(name);
    if (name === 'report.json' || content === null || content === rendered) return [];
    return [{ code: 'rendering-edited', says: `${name} does not match report.json` }];
  });
}

function unsignedNotes(shown: Report, share: SignedShare): string[] {
  const { what, count, signed } = share;
  const unsigned = count - signed.size;
  if (unsigned === 0) return [];
  const resting = restingOnUnsigned(shown, share);
  const examples = resting.slice(0, 3).join(', ');
  return [
    `${signed.size} of ${count} ${what} are signed by the subject; ${unsigned} are not and are weaker evidence: anyone with access to the file could have written them`,
    ...(resting.length > 0
      ? [
          `${plural(resting.length, 'passed row')} ${resting.length === 1 ? 'rests' : 'rest'} on unsigned ${what} only: ${examples}${resting.length > 3 ? ', …' : ''}`,
        ]
      : []),
  ];
}

function callerNotes({ role }: RunSettings): string[] {
  if (role !== 'mpp-client') return [];
  return ['the requests of a caller cannot be predicted: only their numbering shows that none is missing'];
}
