/** The plan of judging traffic that somebody else sent: the rows of one party, with what can be judged without a request of our own. */
import type { Operation, Party, Requirement } from '../../contract/types.ts';
import type { Check } from '../check/check.ts';
import type { Plan, PlannedRow, SuiteSet } from './plan.ts';
import { type RowPlan, rowsOf } from './rows.ts';

/** Which end of the calls a row binds. */
export type Side = 'server' | 'caller';

/** Checks of the rows of one side, as far as traffic shows them. */
export type TrafficSuite = Pick<SuiteSet, 'catalogue' | 'request' | 'response'>;

/** The party of the spec at one end of an operation. */
export function partyOf({ server }: Pick<Operation, 'server'>, side: Side): Party {
  const other = server === 'mpp' ? 'alipayplus' : 'mpp';
  return side === 'server' ? `${server}-server` : `${other}-caller`;
}

/** Rows of the operations that bind one side, in the words for that side. */
export function planTraffic(operations: readonly Operation[], side: Side, suite: TrafficSuite): Plan {
  return operations.flatMap((op) =>
    rowsOf(op, side === 'caller' ? 'mpp-client' : 'mpp')
      .filter((row) => bindsSide(row, side))
      .map((row) => planRow(row, side, suite)),
  );
}

function bindsSide({ op, constraint, requirement }: RowPlan, side: Side): boolean {
  if (requirement) return requirement.binds.includes(partyOf(op, side));
  return side === 'server' || constraint!.rule.sent !== null;
}

function planRow(row: RowPlan, side: Side, suite: TrafficSuite): PlannedRow {
  const requirement = row.requirement && summedUp(row.requirement, side);
  const checks = checksOf(row, suite).filter(isPassive);
  const isGroup = requirement?.members != null;
  const excused =
    requirement?.observable === false ? 'not-observable' : checks.length === 0 && !isGroup ? 'passive' : null;
  return {
    ...row,
    requirement,
    checks,
    probes: [],
    invariants: checks.filter((check) => check.kind === 'invariant'),
    runInvariants: checks.filter((check) => check.kind === 'run-invariant'),
    missingScenarios: [],
    excused,
    givesEvidence: false,
  };
}

/** The members of a group are those of its side. */
function summedUp(requirement: Requirement, side: Side): Requirement {
  return side === 'caller' ? { ...requirement, members: requirement.callerMembers } : requirement;
}

function checksOf({ op, constraint, requirement }: RowPlan, suite: TrafficSuite): readonly Check[] {
  if (requirement) return suite.catalogue(op, requirement);
  const { side, field, rule } = constraint!;
  if (side === 'body') return [];
  return side === 'request' ? suite.request(op, field!, rule) : suite.response(op, field!, rule);
}

const passiveKinds: ReadonlySet<Check['kind']> = new Set([
  'invariant',
  'run-invariant',
  'caller-invariant',
  'caller-run-invariant',
]);

function isPassive({ kind }: Check): boolean {
  return passiveKinds.has(kind);
}
