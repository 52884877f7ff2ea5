/** The first screen of the HTML report: one line for each finding, worst first, and one for what was not judged. */
import type { Outcome, Report } from '../../engine/report.ts';
import { quote, thousands } from '../escape.ts';
import { type Finding, findings, harmWords, headline, judgedCounts, plural, reasons, shortKey } from '../findings.ts';
import { capped, Mark, type Page, Words } from './parts.tsx';

const limits = { lines: 12, reasons: 5 };

/** What needs attention first. */
const listed: readonly Outcome[] = ['failed', 'harness-error', 'inconclusive', 'warned', 'waived'];

/** Every finding in a line, and what is open. */
export function Glance({ page }: { page: Page }) {
  const all = listed.flatMap((outcome) => findings(page.report, outcome));
  const { shown, more } = capped(all, limits.lines);
  return (
    <section class="glance" aria-label="Findings in brief">
      {all.length > 0 ? (
        <ol>
          {shown.map((finding) => (
            <Line page={page} finding={finding} />
          ))}
        </ol>
      ) : null}
      {more > 0 ? (
        <p>
          <a href="#findings">… and {plural(more, 'more finding')}</a>
        </p>
      ) : null}
      <NotJudged report={page.report} />
    </section>
  );
}

function Line({ page, finding }: { page: Page; finding: Finding }) {
  const { row, consequences } = finding;
  const isCard = row.outcome === 'failed' || row.outcome === 'harness-error';
  const says =
    row.outcome === 'waived' ? `until ${row.waiver?.until ?? ''}, ${row.waiver?.owner ?? ''}` : headline(finding);
  return (
    <li class={`o-${row.outcome}`}>
      <Mark outcome={row.outcome} />
      <p>
        {isCard ? (
          <a class="key" href={`#f-${page.anchors.get(row.key)}`}>
            {quote(shortKey(row), 120)}
          </a>
        ) : (
          <a class="key" href={`#${page.anchors.get(row.key)}`}>
            {quote(shortKey(row), 120)}
          </a>
        )}{' '}
        {row.outcome === 'failed' ? <strong>{harmWords[row.harm]}: </strong> : null}
        <Words text={says} limit={2000} />
        {consequences.length > 0 ? <span class="quiet"> and {plural(consequences.length, 'consequence')}</span> : null}
      </p>
    </li>
  );
}

/** How much is open, why, and whether config lines would change that. */
function NotJudged({ report }: { report: Report }) {
  const { judged, judgeable, withTodo } = judgedCounts(report);
  const open = judgeable - judged;
  if (open <= 0)
    return <p class="open quiet">All {thousands(judgeable)} requirements that can be seen from outside were judged.</p>;
  const why = reasons(report, 'not-run')
    .slice(0, limits.reasons)
    .map(([reason, rows]) => `${quote(reason, 60)} ${rows}`);
  return (
    <p class="open">
      <a href="#next">
        {thousands(open)} of {thousands(judgeable)} requirements not judged
      </a>
      {why.length > 0 ? `: ${why.join(', ')}` : ''}.
      {withTodo > judged ? ` The config lines below let ${thousands(withTodo)} be judged.` : ''}
    </p>
  );
}
