/** Which requests a failed row was seen on. */
import { requestNameOf } from '../wire/exchange.ts';
import { failedChecks, type JudgedRow } from './judged-rows.ts';

/** What a failed row was seen on: every request that showed it, and the decisive one of each of its checks. */
export interface Evidence {
  readonly all: ReadonlySet<string>;
  readonly decisive: ReadonlySet<string>;
}

export function evidenceOf(row: JudgedRow): Evidence {
  const findings = failedChecks(row).map(({ finding }) => finding);
  const all = findings.flatMap(({ allEvidence, exchanges }) => allEvidence ?? exchanges);
  const decisive = findings.flatMap(({ allEvidence, exchanges }) => allEvidence ?? exchanges.slice(0, 1));
  return { all: new Set(all.map(requestNameOf)), decisive: new Set(decisive.map(requestNameOf)) };
}

/** Whether one set of requests holds all of another. */
export function covers(root: ReadonlySet<string>, part: ReadonlySet<string>): boolean {
  return [...part].every((request) => root.has(request));
}
