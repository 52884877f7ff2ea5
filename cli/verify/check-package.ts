/** Checks a package: the suite that made it, its nonce, its exchanges, every verdict, and the files rendered from the report. */
import { specificationInUse } from '../../contract/apis.ts';
import { suiteName, suiteVersion } from '../../engine/identity.ts';
import { recordOf } from '../../engine/record/evidence.ts';
import { type SignedShare, signedShare } from '../../engine/report/rests-on.ts';
import type { Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { quote } from '../../reporters/escape.ts';
import { restored } from '../certify/config-copy.ts';
import { requirementsDigest, suiteDigest } from '../certify/digests.ts';
import { type Manifest, packageFiles } from '../certify/manifest.ts';
import { refusals } from '../certify/refusals.ts';
import { compiledSpecs, withApis } from '../config/own-specs.ts';
import { renderFiles } from '../run/publish.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { checkedClaims, checkedNonce } from './check-claims.ts';
import { implausibleEndings, repeatedEntries } from './check-record.ts';
import { checkedTimes } from './check-times.ts';
import { compared } from './compare-reports.ts';
import type { Mismatch } from './expected-requests.ts';
import type { Finding, Verified } from './findings.ts';
import { type OpenedPackage, openPackage } from './open-package.ts';
import { isOtherVersion, judgedByThisVersion, settingsOfSameSet } from './other-version.ts';
import { type Parts, readParts } from './read-parts.ts';
import { checkedTargetKey, type Recipient } from './recipient.ts';
import { recomputed } from './recompute.ts';
import { strengthNotes } from './strength-notes.ts';

/** The result of checking a package. */
export interface CheckedPackage extends Verified {
  readonly manifest: Manifest;
  /** The report recomputed from the evidence; null where that was not possible. */
  readonly shown: Report | null;
}

/** Checks a package against what its recipient knows. */
export async function checkedPackage(directory: string, recipient: Recipient): Promise<CheckedPackage> {
  const opened = await openPackage(directory, recipient.signer);
  const parts = readParts(opened);
  const own = await usingSpecs('code' in parts ? {} : parts.settings);
  try {
    return await checkedWith(opened, own.finding ?? parts, recipient);
  } finally {
    own.release();
  }
}

/** Compiles the specs in a package and uses their APIs; what does not compile is no spec that a run was judged by. */
async function usingSpecs({
  specs = [],
  facts = [],
}: Partial<Pick<RunSettings, 'specs' | 'facts'>>): Promise<{ release(): void; finding?: Finding }> {
  try {
    return { release: withApis(await compiledSpecs({ specs, facts })) };
  } catch (error) {
    const says = `a spec or fact file in ${packageFiles.config} does not compile: ${quote((error as Error).message, 200)}`;
    return { release: () => {}, finding: { code: 'spec-other', says } };
  }
}

async function checkedWith(
  opened: OpenedPackage,
  parts: Parts | Finding,
  recipient: Recipient,
): Promise<CheckedPackage> {
  const older = 'code' in parts || !isOtherVersion(opened.manifest) ? null : settingsOfSameSet(parts.settings);
  const maker = older ? { findings: [], right: [], notes: [] } : checkedMaker(opened.manifest);
  // Another version may judge differently for good reasons.
  const isComparable = !maker.findings.some(({ code }) => code === 'suite-version');
  const judged = 'code' in parts || !isComparable ? null : await judgedSafely(parts, opened, recipient, older);
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
  const isOurs = suite.name === suiteName && /^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(suite.version);
  if (suite.version !== suiteVersion || !isOurs) {
    const says = `the package was made by ${isOurs ? `version ${suite.version}` : `another suite than ${suiteName}`}, but this is version ${suiteVersion}; only the version that made it can recompute it, since they share no requirement set`;
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
  if (JSON.stringify(spec.facts ?? []) !== JSON.stringify(inUse.facts ?? []))
    findings.push({ code: 'spec-other', says: `the facts of the manifest are not those in ${packageFiles.config}` });
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
  const own = (spec.own ?? []).map(
    ({ file, digest, apis }) => `${apis.join(', ')} judged by the sender's own spec ${file}, SHA-256 ${digest}`,
  );
  const facts = (spec.facts ?? []).flatMap(({ file, digest, replaces }) => [
    `judged by the sender's facts ${quote(file, 200)}, SHA-256 ${quote(digest, 64)}`,
    ...replaces.map(
      ({ what, documented, stated, reason }) =>
        `${quote(file, 200)} replaces ${quote(what, 200)}, documented as ${quote(documented, 200)}, by ${quote(stated, 200)}: ${quote(reason, 400)}`,
    ),
  ]);
  return [...own, ...facts];
}

type Judged = Verified & { readonly shown: Report | null };

/** Judges a package again, with `older` settings by its recorded plan; one that no run can have written ends in a sentence. */
async function judgedSafely(
  parts: Parts,
  opened: OpenedPackage,
  recipient: Recipient,
  older: RunSettings | null,
): Promise<Judged> {
  try {
    if (older) return await judgedByThisVersion(parts, opened, recipient, older);
    return await judgedAgain(parts, opened, recipient);
  } catch (error) {
    const why = error instanceof UsageError ? error.sentence : (error as Error).message;
    const says = `the package cannot be judged: ${quote(String(why), 200)}`;
    return { shown: null, findings: [{ code: 'package-malformed', says }], right: [], notes: [] };
  }
}

async function judgedAgain(parts: Parts, opened: OpenedPackage, recipient: Recipient): Promise<Judged> {
  const { evidence, report } = parts;
  const { exchanges } = evidence;
  const settings = restored(parts.settings, exchanges);
  const record = recordOf(evidence);
  const { report: shown, mismatches } = await recomputed(settings, record);
  const share = signedShare(settings, exchanges);
  const differing = compared(report, shown);
  const key = checkedTargetKey(settings, recipient.targetKey);
  const times = checkedTimes(share, exchanges);
  const altered = [
    ...gaps(settings, exchanges),
    ...mismatches.map(exchangeFinding),
    ...repeatedEntries(record),
    ...implausibleEndings(record, settings),
  ];
  const { startedAt } = record.identity;
  return {
    shown,
    findings: [
      ...checkedClaims(parts, shown, opened),
      ...checkedNonce(parts, opened.manifest, recipient.nonce),
      ...refusals(settings, new Date(startedAt)).map(
        (reason): Finding => ({ code: 'uncertifiable', says: reason.message }),
      ),
      ...key.findings,
      ...altered,
      ...times.findings,
      ...forged(report, shown, share),
      ...differing,
      ...(await checkedRenderings(report, opened)),
    ],
    right: [
      ...key.right,
      ...(altered.length === 0 ? [exchangesRight(settings, exchanges.length)] : []),
      ...times.right,
      ...(differing.length === 0 ? [`${shown.requirements.length} rows recomputed: all match the report`] : []),
    ],
    notes: [
      ...times.notes,
      ...nonceNotes(parts.settings, recipient.nonce),
      ...callerNotes(settings),
      ...strengthNotes(report, shown),
    ],
  };
}

function exchangesRight({ role }: RunSettings, count: number): string {
  return role === 'mpp-client'
    ? `${count} exchanges: their numbers have no gap`
    : `${count} exchanges: none is missing, and every request is one that the suite sends`;
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
    // A number far beyond their count would make a list without end.
    const highest = Math.min(Math.max(0, ...have), exchanges.length + 100);
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
    if (content === null || content === rendered) return [];
    const says =
      name === 'report.json' ? 'has a key twice, or is not written as certify writes it' : 'does not match report.json';
    return [{ code: 'rendering-edited', says: `${name} ${says}` }];
  });
}

function callerNotes({ role }: RunSettings): string[] {
  if (role !== 'mpp-client') return [];
  return ['the requests of a caller cannot be predicted: only their numbering shows that none is missing'];
}
