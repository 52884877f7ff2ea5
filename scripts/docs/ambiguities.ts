/** docs/ambiguities.md: where the published pages are silent or contradict each other, and which position the suite takes. */
import { ambiguities, requirements } from '../../generated/requirements.ts';
import { cell, table } from './table.ts';

/** The page. */
export function ambiguitiesPage(): string {
  const rows = ambiguities.map(({ id, issue, position }) => [
    `<a id="${id}"></a>${id}`,
    cell(issue),
    cell(position),
    requirements
      .filter(({ ambiguity }) => ambiguity === id)
      .map((requirement) => `[${requirement.id}](requirements.md#${requirement.id.toLowerCase()})`)
      .join(' '),
  ]);
  return `# Ambiguities

The public pages of the five APIs leave ${ambiguities.length} questions open. For each, the suite takes a position. A requirement that rests only on a
position (basis \`position\`) can warn and never fails a run; the report shows the number of the ambiguity beside it. If Alipay+ told you
otherwise, follow Alipay+: waive the row, or ignore the warning.

${table(['no.', 'open question', 'position of the suite', 'requirements'], rows)}
`;
}
