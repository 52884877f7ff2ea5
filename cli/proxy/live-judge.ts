/** Judges calls as they pass and tells each violation when it happens; the same judgement as at the end, on one exchange at a time. */
import type { JudgedCheck } from '../../engine/judge/judge.ts';
import { violationOutcome } from '../../engine/plan/gate.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import type { TrafficRecord } from '../../engine/record/traffic.ts';
import { isPublic } from '../../engine/report/public-words.ts';
import { createRedactor } from '../../engine/report/redact.ts';
import { wordsOf } from '../../engine/report/words.ts';
import type { Party } from '../../engine/report.ts';
import { quote } from '../../reporters/escape.ts';
import {
  judgeParty,
  operationsIn,
  type PartyPlan,
  planParty,
  type TrafficSettings,
} from '../../suites/traffic/judge-traffic.ts';

const partyNames: Readonly<Record<Party, string>> = { mpp: 'the MPP', alipayplus: 'Alipay+' };

/** So many violations of one row are told one by one; the report counts the others. */
const toldPerRow = 3;

/** Tells what one exchange breaks; `tell` gets one line per violation. */
export function createLiveJudge(settings: TrafficSettings, tell: (line: string) => void) {
  const told = new Map<string, number>();
  const violations = new Set<string>();
  const plans = new Map<string, PartyPlan>();
  const planOf = (record: TrafficRecord, party: Party): PartyPlan => {
    const operations = operationsIn(record);
    const key = `${party} ${operations.map(({ id }) => id).join()}`;
    const plan = plans.get(key) ?? ofOneCall(planParty(operations, party));
    plans.set(key, plan);
    return plan;
  };
  return {
    /** Rows of which a violation was seen. */
    get violations(): number {
      return violations.size;
    },
    judge(record: TrafficRecord): void {
      for (const party of ['mpp', 'alipayplus'] as const) {
        const { checks } = judgeParty(record, settings, party, planOf(record, party));
        for (const check of checks) {
          if (check.finding.verdict !== 'violated' || violationOutcome(check.row, false) !== 'failed') continue;
          const key = `${party} ${check.row.key}`;
          violations.add(key);
          const count = (told.get(key) ?? 0) + 1;
          told.set(key, count);
          if (count <= toldPerRow) tell(lineOf(check, party, record, settings, count === toldPerRow));
        }
      }
    },
  };
}

/** What one call alone can break. */
function ofOneCall({ answers, requests }: PartyPlan): PartyPlan {
  const narrowed = (plan: Plan) =>
    plan
      .filter(({ excused }) => excused === null)
      .map((row) => ({
        ...row,
        checks: row.checks.filter(({ kind }) => kind === 'invariant' || kind === 'caller-invariant'),
        runInvariants: [],
      }))
      .filter(({ checks }) => checks.length > 0);
  return { answers: narrowed(answers), requests: narrowed(requests) };
}

function lineOf(
  { row, finding }: JudgedCheck,
  party: Party,
  { exchanges: [exchange] }: TrafficRecord,
  { run }: TrafficSettings,
  isLast: boolean,
): string {
  const redactor = createRedactor(run, isPublic);
  redactor.learn(exchange!);
  const said = (fact: typeof finding.expected) => quote(redactor.text(wordsOf(fact)), 200);
  const more = isLast ? ' (further ones are counted in the report)' : '';
  return `${exchange!.id} ${partyNames[party]} breaks ${row.key}: expected ${said(finding.expected)}; received ${said(finding.received)}${more}`;
}
