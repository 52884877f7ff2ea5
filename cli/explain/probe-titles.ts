/** How a requirement is probed, in words: the titles of its checks as the suites hold them. */
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
    ...(called ? [...new Set(called.checks.map(callerTitle))].map((title) => `of a caller: ${title}`) : []),
  ];
}

/** A caller about whom nothing is configured. */
const neutralCaller = {
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

/** Rules for the runs of actions stand once for all actions. */
function callerTitle(check: Check): string {
  if (check.kind === 'caller-action') return check.rule;
  return 'title' in check ? check.title : '';
}
