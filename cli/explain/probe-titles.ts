/** How a requirement is tested: the titles of its checks in the suites. */
import type { Check } from '../../engine/check/check.ts';
import type { Plan, PlannedRow } from '../../engine/plan/plan.ts';
import type { CatalogueRow } from './catalogue.ts';

/** Titles of the checks of a row, in every role. */
export async function probesOf({ operation, id }: CatalogueRow): Promise<string[]> {
  const [{ planRun }, { suiteSet }, { callerSuiteSet }] = await Promise.all([
    import('../../engine/plan/plan.ts'),
    import('../../suites/index.ts'),
    import('../../suites/caller/index.ts'),
  ]);
  const settings = { apis: [operation], selected: [operation], only: null, scenarios: {} };
  const asked = (plan: Plan) => plan.find((row) => row.operation === operation && row.id === id);
  const served = (['mpp', 'alipayplus'] as const).flatMap(
    (role) => asked(planRun({ ...settings, role }, suiteSet)) ?? [],
  );
  const called = asked(planRun({ ...settings, role: 'mpp-client' }, callerSuiteSet(neutralCaller)));
  return [
    ...served.slice(0, 1).flatMap(titlesOf),
    ...(called ? [...new Set(called.checks.map(callerTitle))].map((title) => `for a caller: ${title}`) : []),
  ];
}

/** Settings of a caller without any configuration: every action is run. */
export const neutralCaller = {
  requests: {},
  signing: { mode: 'required', keyVersion: '1', privateKey: null, publicKey: null },
  profile: 'gate',
  only: null,
} as const;

function titlesOf(row: PlannedRow): string[] {
  return [
    ...[...row.probes, ...row.invariants, ...row.runInvariants].map(({ title }) => title),
    ...row.missingScenarios.map((code) => `the scenario ${code} ends in ${code}`),
  ];
}

/** The title of a check of a caller; a rule that holds for every action has one title for all of them. */
function callerTitle(check: Check): string {
  if (check.kind === 'caller-action') return check.rule;
  return 'title' in check ? check.title : '';
}
