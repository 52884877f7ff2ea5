/** The matrix of the HTML report: kinds of constraint against APIs, so that failures stand out. */
import type { Outcome, Report, RequirementRow } from '../../engine/report.ts';
import { quote } from '../escape.ts';
import { isSum, outcomeOrder } from '../findings.ts';
import { glyphs } from './glyphs.ts';
import { BreakableName, type Page } from './parts.tsx';

/** Kinds in processing order: fields of the request, signature, then the answer; others follow by name. */
const fieldKinds = [
  'required',
  'null',
  'empty',
  'optional',
  'type',
  'minLength',
  'maxLength',
  'enum',
  'format',
  'range',
];
const knownKinds = [
  ...fieldKinds,
  'encoding',
  'body',
  'signature',
  'http',
  'method',
  'path',
  'mediaType',
  'result',
  'scenario',
  'behaviour',
  ...fieldKinds.map((kind) => `answer ${kind}`),
];

/** Which outcome a cell shows where rows differ: the one that needs attention first. */
const bySeverity: readonly Outcome[] = outcomeOrder;

/** Rows judged themselves; rows that only summarise others, or have nothing to summarise here, are left out. */
function shownRows(report: Report): RequirementRow[] {
  return report.requirements.filter(
    (row) => !isSum(row, report) && !(row.kind === 'group' && row.outcome === 'not-applicable'),
  );
}

/** The kinds of constraint that occur, in the order of the matrix. */
export function kindsOf(report: Report): string[] {
  const place = (kind: string) => (knownKinds.includes(kind) ? knownKinds.indexOf(kind) : knownKinds.length);
  const kinds = new Set(shownRows(report).map((row) => row.kind));
  return [...kinds].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** The APIs that occur, each once: those of the run first, in its order. */
export function operationsOf(report: Report): string[] {
  const all = new Set(report.requirements.map((row) => row.operation));
  return [...new Set([...report.run.apis.filter((api) => all.has(api)), ...all])];
}

/** Kinds of constraint by API; each cell links to the row that decides it. */
export function Matrix({ page }: { page: Page }) {
  const { report } = page;
  const operations = operationsOf(report);
  const cells = new Map<string, RequirementRow[]>();
  for (const row of shownRows(report)) {
    const place = `${row.operation} ${row.kind}`;
    cells.set(place, [...(cells.get(place) ?? []), row]);
  }
  return (
    <section aria-labelledby="matrix" class="matrix">
      <h2 id="matrix">Results by constraint and API</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Constraint</th>
            {operations.map((operation) => (
              <th scope="col" class="api">
                <span>
                  <BreakableName name={operation} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kindsOf(report).map((kind) => (
            <tr>
              <th scope="row">
                <BreakableName name={kind} />
              </th>
              {operations.map((operation) => (
                <Cell page={page} place={`${operation}, ${kind}`} rows={cells.get(`${operation} ${kind}`) ?? []} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="legend">
        Each cell shows its most serious outcome and the number of rows with it; the bar below shows all outcomes.
      </p>
    </section>
  );
}

function Cell({ page, place, rows }: { page: Page; place: string; rows: RequirementRow[] }) {
  const counts = bySeverity
    .map((outcome) => ({ outcome, count: rows.filter((row) => row.outcome === outcome).length }))
    .filter(({ count }) => count > 0);
  const loud = counts[0];
  if (!loud) return <td class="empty" />;
  const row = rows.find((one) => one.outcome === loud.outcome)!;
  const says = `${quote(place, 160)}: ${counts.map(({ outcome, count }) => `${count} ${outcome}`).join(', ')}`;
  return (
    <td>
      <a class={`cell o-${loud.outcome}`} href={`#${page.anchors.get(row.key)}`} title={says}>
        <span class="unseen">{says}</span>
        <span aria-hidden="true">
          <span class="glyph">{glyphs[loud.outcome]}</span> {loud.count}
        </span>
        {counts.length > 1 ? <Shares counts={counts} all={rows.length} /> : null}
      </a>
    </td>
  );
}

/** All outcomes of a cell as one bar. */
function Shares({ counts, all }: { counts: readonly { outcome: Outcome; count: number }[]; all: number }) {
  let start = 0;
  return (
    <svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {counts.map(({ outcome, count }) => {
        const width = (100 * count) / all;
        const x = start;
        start += width;
        return <rect class={`o-${outcome}`} x={x.toFixed(1)} y="0" width={width.toFixed(1)} height="4" />;
      })}
    </svg>
  );
}
