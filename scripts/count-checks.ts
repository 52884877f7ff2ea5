/** Counts the checks of a plan by the verb or kind that makes them, per role: `npm run count-checks`. */
import type { Check } from '../engine/check/check.ts';
import type { Role } from '../engine/report.ts';
import { planOf, roles } from './kill-matrix/matrix.ts';

/** What makes a check: the verb of a probe, the kind of any other. */
function makerOf(check: Check): string {
  return check.kind === 'probe' ? check.verb : check.kind;
}

/** Checks of all rows of a role that are about its subject, without scenarios of a config. */
function checksOf(role: Role): Check[] {
  return planOf(role)
    .filter(({ excused }) => excused !== 'other-role' && excused !== 'not-offered')
    .flatMap(({ checks }) => checks);
}

const order = [
  ...['refuses', 'accepts', 'alike', 'sequence', 'invariant', 'run-invariant', 'scenario', 'suite-obligation'],
  ...['caller-invariant', 'caller-action', 'caller-run-invariant', 'not-observable'],
];

/** Numbers of a column by maker. */
function countsOf(role: Role): Map<string, number> {
  const counts = new Map<string, number>();
  for (const maker of checksOf(role).map(makerOf)) counts.set(maker, (counts.get(maker) ?? 0) + 1);
  return counts;
}

const columns = roles.map(countsOf);
const line = (name: string, numbers: readonly (string | number)[]) =>
  name.padEnd(22) + numbers.map((number) => String(number).padStart(12)).join('');

console.log(line('checks made by', roles));
for (const maker of order.filter((one) => columns.some((counts) => counts.has(one))))
  console.log(
    line(
      maker,
      columns.map((counts) => counts.get(maker) ?? 0),
    ),
  );
console.log(
  line(
    'all',
    columns.map((counts) => [...counts.values()].reduce((sum, n) => sum + n, 0)),
  ),
);
