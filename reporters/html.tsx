/** report.html: one self-contained page that is complete without script and network, and prints as a document. */
import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { Report } from '../engine/report.ts';
import { cut, oneLine, quote } from './escape.ts';
import { findings } from './findings.ts';
import { Certificate } from './html/certificate.tsx';
import { Exchange } from './html/exchange.tsx';
import { Facts, Findings, LeftBehind, NextSteps } from './html/findings.tsx';
import { Latency } from './html/latency.tsx';
import { Masthead } from './html/masthead.tsx';
import { Matrix } from './html/matrix.tsx';
import { OtherParty } from './html/other-party.tsx';
import { PartnerFactsSection } from './html/partner-facts.tsx';
import { anchorsOf, type Page } from './html/parts.tsx';
import { Requirements } from './html/requirements.tsx';
import { RunFacts } from './html/run-facts.tsx';
import { script } from './html/script.ts';
import { HowHard } from './html/strength.tsx';
import { style } from './html/style.ts';
import type { Reporter } from './reporter.ts';
import { addressOf, rehearsal, verdictHeadline } from './verdict.ts';

/** How many exchanges the page shows: those of checks that did not pass, then some of the others. */
const most = { telling: 300, others: 20 };

/** A report as one HTML page. */
export const html: Reporter = (report) => {
  const page: Page = {
    report,
    anchors: anchorsOf(
      'r-',
      report.requirements.map((row) => row.key),
    ),
    exchangeAnchors: anchorsOf(
      'x-',
      shownExchanges(report).shown.map((exchange) => exchange.id),
    ),
    exchangesById: new Map(report.exchanges.map((exchange) => [exchange.id, exchange])),
  };
  return `<!doctype html>\n${String(<Document page={page} />)}\n`;
};

/**
 * Only this page's own style and script may act: should any foreign text ever escape its quotes, the browser still
 * runs none of it and loads nothing.
 */
const policy = `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'`;

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function Document({ page }: { page: Page }) {
  const { report } = page;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${oneLine(cut(verdictHeadline(report), 200))}: ${report.target.embedded ? 'built-in reference' : oneLine(cut(addressOf(report), 120))}`}</title>
        <style>{raw(style)}</style>
      </head>
      <body>
        <Masthead page={page} />
        <nav aria-label="Sections">
          <a href="#findings">Findings ({findings(report, 'failed').length})</a> <a href="#next">Not judged</a>{' '}
          <a href="#run">Run</a> <a href="#matrix">Matrix</a> <a href="#requirements">Requirements</a>{' '}
          <a href="#exchanges">Exchanges</a> <a href="#left">Appendix</a>
        </nav>
        <main>
          <Certificate report={report} />
          {report.restsOn ? <RunFacts page={page} /> : null}
          <Findings page={page} />
          <NextSteps page={page} />
          <Facts page={page} />
          {report.restsOn ? null : <RunFacts page={page} />}
          <PartnerFactsSection page={page} />
          <HowHard report={report} />
          <div class="pictures">
            <Matrix page={page} />
            <Latency report={report} />
          </div>
          <OtherParty report={report} />
          <Requirements page={page} />
          <Exchanges page={page} />
          <LeftBehind page={page} />
        </main>
        <footer>
          <p>
            {rehearsal} Run {quote(report.run.id, 80)}, {quote(report.suite.name, 80)} {quote(report.suite.version, 40)}
            . Counts are the same as in report.json.
          </p>
        </footer>
        <script>{raw(script)}</script>
      </body>
    </html>
  );
}

/** The exchanges of the page: all of checks that did not pass, and some of the others, in the order of the run. */
function shownExchanges(report: Report) {
  const telling = new Set(
    report.requirements.flatMap((row) =>
      row.checks.filter((check) => check.outcome !== 'passed').flatMap((check) => check.exchanges),
    ),
  );
  const chosen = [
    ...report.exchanges.filter(({ id }) => telling.has(id)).slice(0, most.telling),
    ...report.exchanges.filter(({ id }) => !telling.has(id)).slice(0, most.others),
  ];
  const kept = new Set(chosen.map((exchange) => exchange.id));
  return {
    shown: report.exchanges.filter((exchange) => kept.has(exchange.id)),
    more: report.exchanges.length - chosen.length,
  };
}

function Exchanges({ page }: { page: Page }) {
  const { shown, more } = shownExchanges(page.report);
  return (
    <section aria-labelledby="exchanges" class="exchanges">
      <h2 id="exchanges">Recorded exchanges</h2>
      <p class="quiet">
        Redacted. Bodies are formatted for reading; the exact text is in report.json and evidence.har
        {more > 0 ? `, which also hold ${more} more exchanges` : ''}.
      </p>
      {shown.map((exchange) => (
        <details class="row">
          <summary>
            <code class="key">{quote(exchange.id, 40)}</code>
            <span class="says">
              {quote(exchange.operation, 80)}: {quote(exchange.title, 200)}
            </span>
            <span class="level">{exchange.response ? `HTTP ${exchange.response.status}` : 'no answer'}</span>
          </summary>
          <div class="entry" id={page.exchangeAnchors.get(exchange.id)}>
            <Exchange page={page} exchange={exchange} />
          </div>
        </details>
      ))}
    </section>
  );
}
