/** How a requirement is tested: the titles of its checks in the suites. */
import type { PlannedRow } from '../../engine/plan/plan.ts';
import type { CatalogueRow } from './catalogue.ts';

/** Titles of the checks that prove a row, in every role. */
export async function probesOf({ operation, id }: CatalogueRow): Promise<string[]> {
  const [{ planRun }, { suiteSet }, { plannedRows, titlesOf }] = await Promise.all([
    import('../../engine/plan/plan.ts'),
    import('../../suites/index.ts'),
    import('../../suites/caller/rows.ts'),
  ]);
  const settings = { apis: [operation], selected: [operation], only: null, scenarios: {} };
  const isAsked = ({ row }: PlannedRow) => row.operation === operation && row.id === id;
  const [served] = (['mpp', 'alipayplus'] as const).flatMap((role) =>
    planRun({ ...settings, role }, suiteSet).filter(isAsked),
  );
  const ofServers = served
    ? [
        ...[...served.probes, ...served.invariants, ...served.overalls].map(({ title }) => title),
        ...served.missingScenarios.map((code) => `the scenario ${code} ends in ${code}`),
      ]
    : [];
  const ofCallers = plannedRows(settings).filter(isAsked).flatMap(titlesOf);
  return [...ofServers, ...ofCallers.map((title) => `for a caller: ${title}`)];
}
