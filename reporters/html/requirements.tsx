/** Every requirement in the HTML report as one expandable entry: sentence, source, checks, evidence. */
import type { RequirementRow } from '../../engine/report.ts';
import { quote } from '../escape.ts';
import { isSum, members, outcomeOrder, plural } from '../findings.ts';
import { Checks } from './checks.tsx';
import { operationsOf } from './matrix.tsx';
import { capped, Fact, Mark, type Page, RowLink, Words } from './parts.tsx';
import { SourceFacts, SourceText } from './source.tsx';

const limits = { members: 30 };

/** All rows by API, with the (scripted) filter above them. */
export function Requirements({ page }: { page: Page }) {
  const { report } = page;
  return (
    <section aria-labelledby="requirements" class="requirements">
      <h2 id="requirements">Every requirement</h2>
      <Toolbar page={page} />
      {operationsOf(report).map((operation, at) => (
        <section class="api-rows" data-api={String(at)}>
          <h3>
            <Words text={operation} limit={120} />
          </h3>
          {report.requirements
            .filter((row) => row.operation === operation)
            .map((row) => (
              <Row page={page} row={row} />
            ))}
        </section>
      ))}
      <p id="nothing" class="quiet" hidden>
        No requirement matches this filter.
      </p>
    </section>
  );
}

/** Hidden until the script shows it; without script the whole list is visible. */
function Toolbar({ page }: { page: Page }) {
  const { report } = page;
  return (
    <form id="toolbar" class="toolbar" hidden>
      <label class="search">
        <span>Search</span>
        <input type="search" id="search" placeholder="id, field, word, exchange" autocomplete="off" />
      </label>
      <label>
        <span>API</span>
        <select id="api">
          <option value="">all</option>
          {operationsOf(report).map((operation, at) => (
            <option value={String(at)}>{quote(operation, 80)}</option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>Outcome</legend>
        {outcomeOrder
          .filter((outcome) => report.totals[outcome] > 0)
          .map((outcome) => (
            <label class="chip">
              <input type="checkbox" name="outcome" value={outcome} /> <Mark outcome={outcome} />
            </label>
          ))}
      </fieldset>
      <p>
        <button type="button" id="open-all">
          Open all shown
        </button>{' '}
        <button type="reset">Clear</button> <output id="shown" aria-live="polite" />
      </p>
    </form>
  );
}

function Row({ page, row }: { page: Page; row: RequirementRow }) {
  return (
    <details class="row" data-outcome={row.outcome}>
      <summary>
        <Mark outcome={row.outcome} />
        <Id row={row} />
        <span class="says">
          {quote(row.says, 600)}
          <Aside page={page} row={row} />
        </span>
        <span class="level">
          {row.level} · {row.basis}
        </span>
      </summary>
      <div class="entry" id={page.anchors.get(row.key)}>
        {row.outcome === 'passed' && row.waiver === null ? (
          <PassedFacts page={page} row={row} />
        ) : (
          <RowFacts page={page} row={row} />
        )}
        <Checks page={page} row={row} />
      </div>
    </details>
  );
}

/** On paper without the name of the API, which heads the list. */
function Id({ row: { id, operation } }: { row: RequirementRow }) {
  const prefix = `${operation}.`;
  if (!id.startsWith(prefix)) return <code class="key">{quote(id, 120)}</code>;
  return (
    <code class="key">
      <span class="on-screen">{quote(prefix, 120)}</span>
      {quote(id.slice(prefix.length), 120)}
    </code>
  );
}

/** The reason of an outcome, where the line alone would mislead. */
function Aside({ page, row }: { page: Page; row: RequirementRow }) {
  const sums = isSum(row, page.report) ? `summarises ${plural(members(row, page.report).length, 'row')}` : '';
  const follows = row.consequenceOf ? `consequence of ${quote(row.consequenceOf, 120)}` : '';
  const judged = row.outcome === 'failed' || row.outcome === 'warned';
  const notes = [judged ? '' : quote(row.reason, 200), follows, sums].filter(Boolean);
  return notes.length > 0 ? <span class="quiet"> ({notes.join('; ')})</span> : null;
}

/** What stands with a requirement that passed, in one paragraph: there are hundreds of them. */
function PassedFacts({ page, row }: { page: Page; row: RequirementRow }) {
  const count = members(row, page.report).length;
  return (
    <p class="quiet">
      Source: <SourceText row={row} />
      {row.ambiguity === null ? '' : `. Ambiguity ${quote(row.ambiguity, 40)}`}
      {row.group.length > 0 ? `. Part of ${quote(row.group.join(', '), 200)}` : ''}
      {count > 0 ? `. Summarises ${plural(count, 'row')}` : ''}
    </p>
  );
}

function RowFacts({ page, row }: { page: Page; row: RequirementRow }) {
  const summed = members(row, page.report);
  const { shown, more } = capped(summed, limits.members);
  return (
    <dl class="facts">
      <SourceFacts row={row} />
      <Fact name="Reason" when={row.reason !== ''}>
        <Words text={row.reason} limit={300} />
      </Fact>
      <Fact name="Waiver" when={row.waiver !== null}>
        until <Words text={row.waiver?.until ?? ''} limit={40} />, <Words text={row.waiver?.owner ?? ''} limit={120} />:{' '}
        <Words text={row.waiver?.reason ?? ''} />
      </Fact>
      <Fact name="Consequence of" when={row.consequenceOf !== null}>
        <RowLink page={page} rowKey={row.consequenceOf ?? ''} />
      </Fact>
      <Fact name="Part of" when={row.group.length > 0}>
        {row.group.map((group, at) => (
          <>
            {at > 0 ? ', ' : ''}
            <RowLink page={page} rowKey={`${row.operation}/${group}`} />
          </>
        ))}
      </Fact>
      <Fact name={isSum(row, page.report) ? 'Summarises' : 'Members'} when={summed.length > 0}>
        <Members page={page} rows={shown} />
        {more > 0 ? `… and ${more} more` : ''}
      </Fact>
    </dl>
  );
}

/** Rows by outcome, what needs attention first; those that passed are counted. */
function Members({ page, rows }: { page: Page; rows: readonly RequirementRow[] }) {
  const groups = outcomeOrder.map((outcome) => ({ outcome, own: rows.filter((row) => row.outcome === outcome) }));
  return (
    <>
      {groups
        .filter(({ own }) => own.length > 0)
        .map(({ outcome, own }) => (
          <span class="member">
            <Mark outcome={outcome} /> {outcome === 'passed' ? own.length : <RowLinks page={page} rows={own} />}{' '}
          </span>
        ))}
    </>
  );
}

function RowLinks({ page, rows }: { page: Page; rows: readonly RequirementRow[] }) {
  return (
    <>
      {rows.map((row, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <RowLink page={page} rowKey={row.key} />
        </>
      ))}
    </>
  );
}
