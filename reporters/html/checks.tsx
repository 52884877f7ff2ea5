/** The checks of a requirement in the HTML report: what was expected and received, and the exchange that decides. */
import type { CheckResult, RequirementRow } from '../../engine/report.ts';
import { quote } from '../escape.ts';
import { decisiveExchange } from '../evidence.ts';
import { compact, outcomeOrder } from '../findings.ts';
import { wrapCommand } from '../terminal.ts';
import { commandWidth, Exchange } from './exchange.tsx';
import { Copyable, capped, Fact, Mark, type Page, Words } from './parts.tsx';

const limits = { checks: 12, evidence: 2, exchanges: 30 };

/** Checks that did not pass first; long lists of passed checks are cut. */
export function Checks({ page, row }: { page: Page; row: RequirementRow }) {
  const order = (check: CheckResult) => outcomeOrder.indexOf(check.outcome);
  const { shown, more } = capped(
    [...row.checks].sort((a, b) => order(a) - order(b)),
    limits.checks,
  );
  const open = shown.filter(({ outcome }) => outcome !== 'passed');
  return (
    <>
      {open.map((check, at) => (
        <DecisiveChecks page={page} check={check} rowReason={row.reason} isShown={at < limits.evidence} />
      ))}
      <PassedChecks checks={shown.filter(({ outcome }) => outcome === 'passed')} />
      {more > 0 ? <p class="quiet">… and {more} more checks in report.json.</p> : null}
    </>
  );
}

/** A line each: there are a thousand of them, so the markup is as short as can be. */
function PassedChecks({ checks }: { checks: readonly CheckResult[] }) {
  if (checks.length === 0) return null;
  return (
    <ul class="good">
      {checks.map(({ title, received }) => (
        <li>{[quote(title, 300), quote(received, 200)].filter(Boolean).join(' → ')}</li>
      ))}
    </ul>
  );
}

function DecisiveChecks(props: { page: Page; check: CheckResult; rowReason: string; isShown: boolean }) {
  const { page, check, rowReason, isShown } = props;
  const exchange = isShown ? decisiveExchange(page.report, check) : null;
  return (
    <div class="check">
      <h4>
        <Mark outcome={check.outcome} /> <Words text={check.title} limit={300} />
      </h4>
      <dl class="facts">
        <CheckFacts page={page} check={check} rowReason={rowReason} />
      </dl>
      {exchange ? <Exchange page={page} exchange={exchange} field={check.field} /> : null}
    </div>
  );
}

/** Expected, received, field, body, replay of one check; its reason where it is not that of the row. `brief` where a headline and the exchange say the rest. */
export function CheckFacts(props: { page: Page; check: CheckResult; rowReason: string; brief?: boolean }) {
  const { page, check, rowReason, brief = false } = props;
  const counterexample = decisiveExchange(page.report, check) ? '' : compact(check.counterexample, 400);
  return (
    <>
      <Fact name="Expected" when={!brief && check.expected !== ''}>
        <Words text={check.expected} limit={800} />
      </Fact>
      <Fact name="Received" when={!brief && check.received !== ''}>
        <strong>
          <Words text={check.received} limit={2000} />
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
        <Copyable
          text={wrapCommand(check.replay, commandWidth - 20).join('\n')}
          limit={2000}
          label="command that repeats it"
        />
      </Fact>
      <Fact name="Exchanges" when={check.exchanges.length > 0}>
        <ExchangeIds page={page} ids={check.exchanges} />
      </Fact>
    </>
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
