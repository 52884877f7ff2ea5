/** Every requirement in the HTML report as one expandable entry: sentence, source, checks, evidence. */
import type { CheckResult, RequirementRow } from '../../engine/report.ts';
import { quote } from '../escape.ts';
import { compact, isSum, members, outcomeOrder, plural } from '../findings.ts';
import { Exchange } from './exchange.tsx';
import { operationsOf } from './matrix.tsx';
import { BreakableName, Copyable, capped, Fact, Mark, type Page, RowLink, WebLink, Words } from './parts.tsx';

const limits = { checks: 24, evidence: 2, exchanges: 30, members: 30 };

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
        <code class="key">
          <BreakableName name={row.id} />
        </code>
        <span class="says">
          <Words text={row.says} />
          <Aside page={page} row={row} />
        </span>
        <span class="level">
          {row.level} · {row.basis}
        </span>
      </summary>
      <div class="entry" id={page.anchors.get(row.key)}>
        <RowFacts page={page} row={row} />
        <Checks page={page} row={row} />
      </div>
    </details>
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

function RowFacts({ page, row }: { page: Page; row: RequirementRow }) {
  const summed = members(row, page.report);
  const { shown, more } = capped(summed, limits.members);
  return (
    <dl class="facts">
      <Fact name="Source">
        <WebLink address={row.source.page} />
        {row.source.words ? (
          <>
            {': '}
            <Words text={row.source.words} limit={1000} />
          </>
        ) : null}
      </Fact>
      <Fact name="Ambiguity" when={row.ambiguity !== null}>
        {quote(row.ambiguity ?? '', 40)}
        {row.basis === 'position' ? ': the documentation leaves this open, so that the suite only warns' : null}
      </Fact>
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
        {shown.map((member) => (
          <span class="member">
            <Mark outcome={member.outcome} /> <RowLink page={page} rowKey={member.key} />{' '}
          </span>
        ))}
        {more > 0 ? `… and ${more} more` : ''}
      </Fact>
    </dl>
  );
}

/** Checks that did not pass first; long lists of passed checks are cut. */
function Checks({ page, row }: { page: Page; row: RequirementRow }) {
  const order = (check: CheckResult) => outcomeOrder.indexOf(check.outcome);
  const { shown, more } = capped(
    [...row.checks].sort((a, b) => order(a) - order(b)),
    limits.checks,
  );
  return (
    <>
      {shown.map((check) =>
        check.outcome === 'passed' ? (
          <PassedChecks page={page} check={check} />
        ) : (
          <DecisiveChecks page={page} check={check} rowReason={row.reason} />
        ),
      )}
      {more > 0 ? <p class="quiet">… and {more} more checks in report.json.</p> : null}
    </>
  );
}

function PassedChecks({ page, check }: { page: Page; check: CheckResult }) {
  return (
    <p class="good">
      <Mark outcome={check.outcome} /> <Words text={check.title} limit={300} />
      <span class="quiet">
        {check.received ? ` received ${quote(check.received, 200)}` : ''}
        {check.seen ? ` (seen ${quote(check.seen, 40)})` : ''} <ExchangeIds page={page} ids={check.exchanges} />
      </span>
    </p>
  );
}

function DecisiveChecks({ page, check, rowReason }: { page: Page; check: CheckResult; rowReason: string }) {
  const byId = page.exchangesById;
  const evidence = check.exchanges.slice(0, limits.evidence).flatMap((id) => byId.get(id) ?? []);
  return (
    <div class="check">
      <h4>
        <Mark outcome={check.outcome} /> <Words text={check.title} limit={300} />
      </h4>
      <CheckFacts page={page} check={check} rowReason={rowReason} />
      {evidence.map((exchange) => (
        <Exchange page={page} exchange={exchange} field={check.field} />
      ))}
    </div>
  );
}

/** Expected, received, field, counterexample, replay of one check; its reason where it is not that of the row. */
export function CheckFacts({ page, check, rowReason }: { page: Page; check: CheckResult; rowReason: string }) {
  const counterexample = compact(check.counterexample, 400);
  return (
    <dl class="facts">
      <Fact name="Expected" when={check.expected !== ''}>
        <Words text={check.expected} limit={800} />
      </Fact>
      <Fact name="Received" when={check.received !== ''}>
        <strong>
          <Words text={check.received} limit={800} />
        </strong>
        {check.seen ? `, seen ${quote(check.seen, 40)}` : ''}
      </Fact>
      <Fact name="Reason" when={check.reason !== '' && check.reason !== rowReason}>
        <Words text={check.reason} limit={300} />
      </Fact>
      <Fact name="Field" when={check.field !== ''}>
        <mark>
          <code>{quote(check.field, 200)}</code>
        </mark>
      </Fact>
      <Fact name="Smallest request body" when={counterexample !== ''}>
        <Copyable text={counterexample} limit={2000} label="smallest failing request body" />
      </Fact>
      <Fact name="Replay" when={check.replay !== ''}>
        <Copyable text={check.replay} limit={2000} label="command that repeats it" />
      </Fact>
      <Fact name="Exchanges" when={check.exchanges.length > 0}>
        <ExchangeIds page={page} ids={check.exchanges} />
      </Fact>
    </dl>
  );
}

function ExchangeIds({ page, ids }: { page: Page; ids: string[] }) {
  const { shown, more } = capped(ids, limits.exchanges);
  return (
    <>
      {shown.map((id, at) => {
        const anchor = page.exchangeAnchors.get(id);
        return (
          <>
            {at > 0 ? ', ' : ''}
            {anchor ? <a href={`#${anchor}`}>{quote(id, 40)}</a> : quote(id, 40)}
          </>
        );
      })}
      {more > 0 ? ` … and ${more} more` : ''}
    </>
  );
}
