/** Tells each violation when it happens, one line each; the report counts those that are not told. */
import type { Finding } from '../../engine/check/finding.ts';
import { violationOutcome } from '../../engine/plan/gate.ts';
import type { PlannedRow } from '../../engine/plan/plan.ts';
import { isPublic } from '../../engine/report/public-words.ts';
import { createRedactor } from '../../engine/report/redact.ts';
import { wordsOf } from '../../engine/report/words.ts';
import type { Party } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { quote } from '../../reporters/escape.ts';
import type { Tell } from '../traffic/traffic-judge.ts';

const partyNames: Readonly<Record<Party, string>> = { mpp: 'the MPP', alipayplus: 'Alipay+' };

/** So many violations of one row are told one by one. */
const toldPerRow = 3;

/** Prints what breaks a MUST. */
export function createLiveLines(settings: RunSettings, print: (line: string) => void): Tell {
  const told = new Map<string, number>();
  return (party, row, finding) => {
    if (finding.verdict !== 'violated' || violationOutcome(row, false) !== 'failed') return;
    const key = `${party} ${row.key}`;
    const count = (told.get(key) ?? 0) + 1;
    told.set(key, count);
    if (count <= toldPerRow) print(lineOf(party, row, finding, settings, count === toldPerRow));
  };
}

function lineOf(party: Party, row: PlannedRow, finding: Finding, settings: RunSettings, isLast: boolean): string {
  const [exchange] = finding.exchanges;
  const redactor = createRedactor(settings, isPublic);
  redactor.learn(exchange!);
  const said = (fact: Finding['expected']) => quote(redactor.text(wordsOf(fact)), 200);
  const more = isLast ? ' (further ones are counted in the report)' : '';
  return `${exchange!.id} ${partyNames[party]} breaks ${row.key}: expected ${said(finding.expected)}; received ${said(finding.received)}${more}`;
}
