/**
 * A package of another version of the suite: its recorded plan is judged by this version under the same requirement set. Every row must have
 * the outcome of the report; what this version cannot recompute is named, row by row.
 */
import { suiteName, suiteVersion } from '../../engine/identity.ts';
import { recordOf } from '../../engine/record/evidence.ts';
import { signedShare } from '../../engine/report/rests-on.ts';
import type { Report, RequirementRow } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { quote } from '../../reporters/escape.ts';
import { reportFiles } from '../../reporters/names.ts';
import { restored } from '../certify/config-copy.ts';
import type { Manifest } from '../certify/manifest.ts';
import { refusals } from '../certify/refusals.ts';
import { requirementSetFor, setNames } from '../certify/requirement-set.ts';
import { checkedClaims, checkedNonce } from './check-claims.ts';
import { implausibleEndings, repeatedEntries } from './check-record.ts';
import { checkedTimes } from './check-times.ts';
import { totals, verdict } from './compare-reports.ts';
import type { Mismatch } from './expected-requests.ts';
import type { Finding, Verified } from './findings.ts';
import type { OpenedPackage } from './open-package.ts';
import type { Parts } from './read-parts.ts';
import { checkedTargetKey, type Recipient } from './recipient.ts';
import { recomputed } from './recompute.ts';

/** Whether a manifest names another version of this suite. */
export function isOtherVersion({ suite }: Pick<Manifest, 'suite'>): boolean {
  return (
    suite.name === suiteName && /^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(suite.version) && suite.version !== suiteVersion
  );
}

/** Settings under the same set as this version knows it; null where it does not know the set of the package. */
export function settingsOfSameSet(settings: RunSettings): RunSettings | null {
  const own = settings.requirementSet;
  if (!own || !setNames.includes(own.name)) return null;
  const requirementSet = requirementSetFor(settings.role, own.name);
  return requirementSet.digest === own.digest ? { ...settings, requirementSet } : null;
}

/** Judges the recorded plan of a package of another version. */
export async function judgedByThisVersion(
  parts: Parts,
  opened: OpenedPackage,
  recipient: Recipient,
  settings: RunSettings,
): Promise<Verified & { shown: Report }> {
  const { evidence, report } = parts;
  const { suite, spec, attempts } = opened.manifest;
  const complete = restored(settings, evidence.exchanges);
  const record = recordOf(evidence);
  const { report: shown, mismatches } = await recomputed(complete, record);
  const times = checkedTimes(signedShare(complete, evidence.exchanges), evidence.exchanges);
  const key = checkedTargetKey(complete, recipient.targetKey);
  const otherwise = [...otherRows(report, shown), ...unsent(mismatches)];
  const findings: Finding[] = [
    ...checkedClaims(
      { ...parts, settings },
      { ...shown, suite: { name: suite.name, version: suite.version }, spec },
      opened,
    ),
    ...checkedNonce(parts, { attempts }, recipient.nonce),
    ...refusals(complete, new Date(record.identity.startedAt)).map(
      (reason): Finding => ({ code: 'uncertifiable', says: reason.message }),
    ),
    ...key.findings,
    ...repeatedEntries(record),
    ...implausibleEndings(record, complete),
    ...times.findings,
    ...altered(mismatches),
    ...otherwise,
    ...(otherwise.length > 0 ? [] : [...verdict(report, shown), ...totals(report, shown)]),
  ];
  const count = shown.requirements.length;
  const right = `${count} rows recomputed by version ${suiteVersion} under set ${settings.requirementSet!.name}: all have the outcome of the report`;
  return {
    shown,
    findings,
    right: [...key.right, ...times.right, ...(findings.length === 0 ? [right] : [])],
    notes: [...times.notes, ...versionNotes(suite.version, mismatches)],
  };
}

/** Requests that this version would compose differently: what was answered is not what this version asks. */
function altered(mismatches: readonly Mismatch[]): Finding[] {
  return mismatches
    .filter(({ kind }) => kind === 'altered')
    .map(({ id, says }): Finding => ({ code: 'request-altered', says: `the request of ${id} ${says}` }));
}

/** Rows for which this version sends a request that the package does not have: one may as well have been taken out. */
function unsent(mismatches: readonly Mismatch[]): Finding[] {
  const dropped = mismatches.filter(({ kind }) => kind === 'dropped');
  const rows = new Set(dropped.flatMap(({ rows = [] }) => (rows.length > 0 ? rows : ['a control'])));
  return [...rows].sort().map((key) => ({
    code: 'row-not-recomputed',
    says: `${key} needs a request of this version that the package does not have`,
  }));
}

function versionNotes(version: string, mismatches: readonly Mismatch[]): string[] {
  const added = mismatches.filter(({ kind }) => kind === 'added').length;
  const files = Object.values(reportFiles).filter((name) => name !== reportFiles.json);
  return [
    `made by version ${version} and recomputed by version ${suiteVersion}: only outcomes, totals and verdict of report.json were compared, not its words, nor ${files.join(', ')}`,
    ...(added > 0 ? [`${added} exchanges are not part of the plan of this version, and were not looked at`] : []),
  ];
}

/** Rows of the report whose outcome this version does not come to, and rows that only one of the two has. */
function otherRows({ requirements: said }: Report, { requirements: shown }: Report): Finding[] {
  const own = new Map(shown.map((row) => [row.key, row]));
  const names = new Set(said.map(({ key }) => key));
  const wrong = (says: string): Finding => ({ code: 'row-not-recomputed', says });
  return [
    ...said.flatMap((row) => {
      const found = own.get(row.key);
      if (!found) return [wrong(`${quote(row.key, 80)} is not a row of this version`)];
      return found.outcome === row.outcome
        ? []
        : [wrong(`${row.key} is ${quote(row.outcome, 20)} in report.json, ${why(found)}`)];
    }),
    // A row that is newer than the set does not count.
    ...shown
      .filter(({ key, reason }) => !names.has(key) && reason !== 'unscored')
      .map(({ key }) => wrong(`${key} is a row of this version alone`)),
  ];
}

function why({ outcome, reason }: RequirementRow): string {
  return reason === 'not-replayed'
    ? 'and this version sends requests for it that the package does not have'
    : `and this version comes to ${outcome}${reason && ` (${reason})`}`;
}
