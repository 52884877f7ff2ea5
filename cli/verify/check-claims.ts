/** Checks what a package says of itself against its evidence: manifest, config, head of the evidence, nonce and attempts. */
import { type EvidenceHead, recordOf } from '../../engine/record/evidence.ts';
import type { Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { quote } from '../../reporters/escape.ts';
import { sha256 } from '../certify/digests.ts';
import { readEnvelope } from '../certify/envelope.ts';
import { type Manifest, packageFiles } from '../certify/manifest.ts';
import { idOf, seedOf } from '../certify/nonce.ts';
import { requirementSetFor, setNames } from '../certify/requirement-set.ts';
import { statementOf } from '../certify/statement.ts';
import { firstDifference } from './compare-reports.ts';
import type { Finding } from './findings.ts';
import type { OpenedPackage } from './open-package.ts';
import type { Parts } from './read-parts.ts';

/** The same settings as in the config of the package, unless that is named already; earlier versions wrote none. */
function configExpected({ config }: EvidenceHead, own: unknown): { config?: unknown } {
  return config === undefined ? {} : { config: own ?? config };
}

/** Everything that the manifest and the head of the evidence say, against config and recomputed report. */
export function checkedClaims(parts: Parts, shown: Report, { manifest, text }: OpenedPackage): Finding[] {
  const { settings, evidence } = parts;
  const findings: Finding[] = [];
  if (sha256(text(packageFiles.config)!) !== manifest.config.digest) {
    findings.push({
      code: 'config-changed',
      says: `${packageFiles.config} does not have the digest in the manifest`,
    });
  }
  const places = [
    ...differences('the manifest', told(manifest), told(manifestExpected(shown, parts))),
    ...differences('the head of the evidence', evidence.head, {
      ...headExpected(settings, evidence.head, shown),
      ...configExpected(evidence.head, findings.length === 0 ? JSON.parse(text(packageFiles.config)!) : null),
    }),
  ];
  return [
    ...findings,
    ...places.map((says): Finding => ({ code: 'run-other', says })),
    ...setFault(parts),
    ...statementFault(manifest, parts, text),
    ...profileFault(parts),
  ];
}

type Told = Pick<Manifest, 'target' | 'run'> & { suite: Report['suite']; spec: Pick<Report['spec'], 'version'> };

/** The part of a manifest that the evidence decides; digests are compared on their own. */
function told({ suite, spec, target, run }: Told): Told {
  return { suite: { name: suite.name, version: suite.version }, spec: { version: spec.version }, target, run };
}

/** What the manifest must say; verdict and exit code are compared with report.json, which has findings of its own. */
function manifestExpected({ suite, spec, target, run }: Report, { report }: Parts): Told {
  const { id, seed, startedAt, nonce } = run;
  const { url, role } = target;
  return {
    suite,
    spec: { version: spec.version },
    target: { url, role },
    run: { id, seed, startedAt, nonce, verdict: report.verdict, exitCode: report.run.exitCode },
  };
}

/** The head that a run with these settings writes; its id and start are those of the record. */
function headExpected(settings: RunSettings, { format, run }: EvidenceHead, { suite, spec }: Report): object {
  const { seed, profile, nonce, target: url, role, embedded } = settings;
  const { id, startedAt } = run;
  return {
    format,
    suite,
    spec,
    target: { url, role, embedded },
    run: { id, startedAt, seed, profile, nonce, attempt: settings.attempt ?? null },
  };
}

/** Each member that differs, as a sentence. */
function differences(what: string, said: object, expected: object): string[] {
  const [one, other] = [said, expected].map((value) => value as Record<string, unknown>);
  const names = new Set([...Object.keys(one!), ...Object.keys(other!)]);
  return [...names].flatMap((name) => {
    // Members without a name of their own would be taken for measurements of a report.
    const place = firstDifference(one![name], other![name], `${name} `);
    return place === null ? [] : [`${what} has a different ${quote(place.replace(' ', ''), 80)} than the run`];
  });
}

/** The rows that count follow from the name of the set. */
function setFault({ settings: { role, requirementSet: own } }: Parts): Finding[] {
  const wrong = (says: string): Finding[] => [{ code: 'requirements-other', says }];
  if (!own) return wrong('the config names no requirement set');
  if (!setNames.includes(own.name)) return wrong(`the requirement set ${quote(own.name, 40)} is not known`);
  const place = firstDifference(own, requirementSetFor(role, own.name), '');
  return place === null ? [] : wrong(`the requirement set ${own.name} has a different ${quote(place, 80)} here`);
}

/** What is signed must be what manifest and report say. */
function statementFault(manifest: Manifest, { report }: Parts, text: OpenedPackage['text']): Finding[] {
  const envelope = readEnvelope(text(packageFiles.envelope) ?? '');
  // Without an envelope there is a finding already.
  if (!envelope) return [];
  const signed = Buffer.from(envelope.payload, 'base64').toString('utf8');
  const expected = JSON.stringify(statementOf(text(packageFiles.manifest)!, manifest, report));
  if (signed === expected) return [];
  return [
    { code: 'statement-edited', says: `the signed statement is not that of ${packageFiles.manifest} and report.json` },
  ];
}

function profileFault({ settings }: Parts): Finding[] {
  if (settings.profile === 'certify') return [];
  const says = `the run had the profile ${settings.profile}, which asks less than certify`;
  return [{ code: 'uncertifiable', says }];
}

/** Seed and run id must be derived from the nonce; without a nonce the sender has chosen both. */
export function checkedNonce(parts: Parts, { attempts }: Pick<Manifest, 'attempts'>, nonce: string | null): Finding[] {
  const { settings } = parts;
  const { id, startedAt } = recordOf(parts.evidence).identity;
  const wrong = (says: string): Finding[] => [{ code: 'nonce-other', says }];
  const own = settings.nonce;
  if (nonce !== null && own !== nonce) {
    return wrong(own === null ? 'the run was made without a nonce' : 'the run was made with another nonce');
  }
  if (own === null) {
    return attempts.length === 0 ? [] : [{ code: 'attempts-other', says: 'the manifest has attempts without a nonce' }];
  }
  if (parts.evidence.head.run.nonce !== own) return wrong('the exchanges were recorded with another nonce');
  if (settings.seed !== seedOf(own)) return wrong('the seed is not derived from the nonce');
  const attempt = settings.attempt ?? 0;
  if (id !== idOf(own, attempt)) return wrong(`the run id is not derived from the nonce and attempt ${attempt}`);
  return attemptFaults(attempts, own, attempt, startedAt);
}

/** The list of attempts: the run ids follow from the nonce, the last one is this run, and each began after the one before. */
function attemptFaults(attempts: Manifest['attempts'], nonce: string, attempt: number, startedAt: number): Finding[] {
  const wrong = (says: string): Finding[] => [{ code: 'attempts-other', says }];
  if (attempts.length !== attempt)
    return wrong(`the manifest lists ${attempts.length} attempts, but the run is attempt ${attempt}`);
  const stranger = attempts.findIndex((one, at) => one.attempt !== at + 1 || one.runId !== idOf(nonce, at + 1));
  if (stranger !== -1) return wrong(`attempt ${stranger + 1} of the manifest has a run id that is not of the nonce`);
  const times = attempts.map((one) => Date.parse(one.startedAt));
  const isOrdered = times.every((time, at) => !Number.isNaN(time) && time >= (times[at - 1] ?? 0));
  if (!isOrdered || times.at(-1)! !== startedAt)
    return wrong('the attempts of the manifest have other times than the run');
  return [];
}
