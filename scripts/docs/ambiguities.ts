/** docs/ambiguities.md: where the published pages are silent or contradict each other, and how the suite reads them. */
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

The public pages of the five APIs leave ${ambiguities.length} questions open. For each the suite takes a position. A requirement that rests on nothing
but a position (basis \`position\`) advises and never fails a run; the report names the number of the ambiguity beside it.
If Alipay+ told you otherwise, its word counts: waive the row, or leave it as the warning that it is.

${table(['no.', 'what is open', 'how the suite reads it', 'requirements'], rows)}
`;
}
