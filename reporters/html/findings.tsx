/** The findings of the HTML report: failures in full, other outcomes in brief, the to-do list, messages sent and ids created. */
import type { Report } from '../../engine/report.ts';
import { oneLine, quote, thousands } from '../escape.ts';
import { decisiveExchange } from '../evidence.ts';
import { factLines } from '../facts.ts';
import { type Finding, findings, harmWords, headline, judgedCounts, plural, reasons } from '../findings.ts';
import { explained } from '../reasons.ts';
import { todoIntro, todoLines } from '../todo-lines.ts';
import { CheckFacts } from './checks.tsx';
import { Exchange } from './exchange.tsx';
import { Copyable, capped, Fact, Mark, type Page, RowLink, Words } from './parts.tsx';
import { SourceFacts } from './source.tsx';

const limits = { findings: 60, brief: 80, consequences: 12, others: 6, introduced: 1000 };

/** Failures in full, then what is inconclusive, warned and waived, a line each. */
export function Findings({ page }: { page: Page }) {
  const full = [...findings(page.report, 'failed'), ...findings(page.report, 'harness-error')];
  const brief = (['inconclusive', 'warned', 'waived'] as const).flatMap((outcome) => findings(page.report, outcome));
  const inFull = capped(full, limits.findings);
  const inBrief = capped(brief, limits.brief);
  return (
    <section aria-labelledby="findings" class="findings">
      <h2 id="findings">Root findings</h2>
      {full.length === 0 ? <p class="quiet">{noneSeen(page.report)}</p> : null}
      {inFull.shown.map((finding) => (
        <FindingCard page={page} finding={finding} />
      ))}
      {inFull.more > 0 ? <p class="quiet">… and {inFull.more} more under “Every requirement”.</p> : null}
      {brief.length > 0 ? (
        <>
          <h3>Inconclusive, warned, waived</h3>
          <ul class="brief">
            {inBrief.shown.map((finding) => (
              <Brief page={page} finding={finding} />
            ))}
          </ul>
          {inBrief.more > 0 ? <p class="quiet">… and {inBrief.more} more under “Every requirement”.</p> : null}
        </>
      ) : null}
    </section>
  );
}

/** No finding says little where little was judged. */
function noneSeen(report: Report): string {
  const { judged, judgeable } = judgedCounts(report);
  return judged === judgeable
    ? 'None.'
    : `None in the ${judged} of ${plural(judgeable, 'requirement')} that were judged.`;
}

/** Where the documents are silent: what this target does. */
export function Facts({ page }: { page: Page }) {
  const lines = factLines(page.report);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Facts where the documents are silent</h2>
      <ul class="brief">
        {lines.map((text) => (
          <li>{quote(text, 400)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What was sent, what came back, and why that is wrong. */
function FindingCard({ page, finding }: { page: Page; finding: Finding }) {
  const { row, check } = finding;
  const exchange = decisiveExchange(page.report, check);
  return (
    <article class={`finding o-${row.outcome}`} id={`f-${page.anchors.get(row.key)}`}>
      <p class="finding-head">
        <Mark outcome={row.outcome} /> <RowLink page={page} rowKey={row.key} />{' '}
        <span class="level">
          {row.level} · {row.basis}
        </span>
        {row.outcome === 'failed' ? <strong class="harm">{harmWords[row.harm]}</strong> : null}
      </p>
      <h3>
        <Words text={row.says} />
      </h3>
      <p class="done">
        <Words text={check ? headline(finding) : row.reason} limit={2000} />
      </p>
      {exchange ? <Exchange page={page} exchange={exchange} field={check?.field} /> : null}
      <CardFacts page={page} finding={finding} />
    </article>
  );
}

/** Source, replay line and what else belongs to a finding. */
function CardFacts({ page, finding: { row, check, others, consequences } }: { page: Page; finding: Finding }) {
  const { shown, more } = capped(consequences, limits.consequences);
  const also = capped(others, limits.others);
  return (
    <dl class="facts">
      <SourceFacts row={row} />
      {check ? <CheckFacts page={page} check={check} rowReason={row.reason} brief /> : null}
      <Fact name="Also" when={others.length > 0}>
        <Words text={also.shown.map(({ done, title }) => done || title).join('; ')} limit={1000} />
        {also.more > 0 ? ` … and ${plural(also.more, 'more check')}` : ''}
      </Fact>
      <Fact name="Consequences" when={consequences.length > 0}>
        {shown.map((one, at) => (
          <>
            {at > 0 ? ', ' : ''}
            <RowLink page={page} rowKey={one.key} />
          </>
        ))}
        {more > 0 ? ` … and ${more} more` : ''}
      </Fact>
    </dl>
  );
}

function Brief({ page, finding }: { page: Page; finding: Finding }) {
  const { row } = finding;
  return (
    <li>
      <Mark outcome={row.outcome} /> <RowLink page={page} rowKey={row.key} />{' '}
      {row.outcome === 'waived' && row.waiver ? (
        <>
          until {quote(row.waiver.until, 40)}, <Words text={row.waiver.owner} limit={120} />:{' '}
          <Words text={row.waiver.reason} limit={300} />
        </>
      ) : (
        <Words text={headline(finding)} limit={2000} />
      )}
    </li>
  );
}

/** The config lines to add and how many requirements each allows to judge; then why rows did not run. */
export function NextSteps({ page }: { page: Page }) {
  const { report } = page;
  const why = (['not-run', 'inconclusive', 'not-observable', 'not-applicable'] as const).flatMap((outcome) =>
    reasons(report, outcome).map(([reason, rows]) => ({ outcome, reason, rows })),
  );
  if (report.todo.length === 0 && why.length === 0) return null;
  return (
    <section aria-labelledby="next" class="next">
      <h2 id="next">Not judged, and why</h2>
      <p>
        <Words text={todoIntro(report)} limit={400} />
      </p>
      {report.todo.length > 0 ? (
        <div class="todo">
          <Copyable text={todoText(report)} limit={20_000} label="lines for the config file" />
        </div>
      ) : null}
      <ul class="brief">
        {why.map(({ outcome, reason, rows }) => (
          <li>
            <Mark outcome={outcome} /> {plural(rows, 'row')}: <Words text={explained(reason)} limit={300} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the run leaves at the target: messages to people, ids. The ids are for a search in a log: not opened, and not printed. */
export function LeftBehind({ page }: { page: Page }) {
  const { run } = page.report;
  const sent = Object.entries(run.sent);
  const { shown, more } = capped(run.introduced, limits.introduced);
  return (
    <section aria-labelledby="left" class="left">
      <h2 id="left">Appendix: messages sent and ids created</h2>
      <dl class="facts">
        <Fact name="Messages to people">
          {sent.length === 0
            ? 'none'
            : sent.map(([operation, count]) => `${quote(operation, 80)} ${thousands(count)}`).join(', ')}
        </Fact>
        <Fact name="Ids introduced at the target">
          {run.introduced.length === 0 ? (
            'none'
          ) : (
            <details class="ids">
              <summary>{thousands(run.introduced.length)}, listed in report.json</summary>
              <code>{shown.map((id) => quote(id, 80)).join(' ')}</code>
              {more > 0 ? ` … and ${more} more` : ''}
            </details>
          )}
        </Fact>
      </dl>
    </section>
  );
}

/** The entries as one piece of YAML; a line break within an entry stays one within the comment. */
function todoText(report: Report): string {
  return todoLines(report.todo)
    .map(({ indent, text, says }) => `${' '.repeat(indent)}${says ? '# ' : ''}${oneLine(text)}`)
    .join('\n');
}
