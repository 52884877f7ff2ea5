/** Head of the HTML report: verdict, counts, diagnosis, and the title block of the printed document. */
import type { Report } from '../../engine/report.ts';
import { oneLine, quote, thousands } from '../escape.ts';
import { duration, outcomeOrder } from '../findings.ts';
import { selectedApis, selectionOf, signingNote, verdictHeadline, verdictOutcome, verdictReason } from '../verdict.ts';
import { Fact, glyphs, Mark, type Page, WebLink, Words } from './parts.tsx';

const roles: Record<Report['target']['role'], string> = {
  mpp: 'an MPP server; the suite acts as Alipay+',
  alipayplus: 'Alipay+; the suite acts as an MPP',
  'mpp-client': 'an MPP caller; the suite acts as Alipay+',
};

/** The verdict first, then its reasons. */
export function Masthead({ page }: { page: Page }) {
  const { report } = page;
  const signing = signingNote(report);
  const outcome = verdictOutcome(report);
  return (
    <header class="masthead">
      <p class="kicker">Alipay+ conformance report</p>
      <h1 class={`verdict o-${outcome}`}>
        <span class="seal" aria-hidden="true">
          {glyphs[outcome]}
        </span>
        <Words text={verdictHeadline(report)} />
      </h1>
      <p class="sentence">
        <Words text={verdictReason(report)} /> Exit code {report.run.exitCode}.
      </p>
      <p class="subject">
        {report.target.embedded ? (
          'The built-in reference (a demonstration)'
        ) : (
          <Words text={report.target.url} limit={300} />
        )}
      </p>
      {signing ? <p class="note">{signing}</p> : null}
      <Counts report={report} />
      <Diagnoses report={report} />
      <TitleBlock page={page} />
    </header>
  );
}

function Counts({ report }: { report: Report }) {
  const total = outcomeOrder.reduce((sum, outcome) => sum + report.totals[outcome], 0);
  let start = 0;
  return (
    <div class="counts">
      <svg class="share" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {outcomeOrder.map((outcome) => {
          const width = total === 0 ? 0 : (1000 * report.totals[outcome]) / total;
          const x = start;
          start += width;
          return width > 0 ? (
            <rect
              class={`o-${outcome}`}
              x={x.toFixed(1)}
              y="0"
              width={Math.max(width - 1.5, 1).toFixed(1)}
              height="12"
            />
          ) : null;
        })}
      </svg>
      <ul>
        {outcomeOrder.map((outcome) => (
          <li class={report.totals[outcome] === 0 ? 'none' : ''}>
            <strong data-count={outcome}>{thousands(report.totals[outcome])}</strong> <Mark outcome={outcome} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Diagnoses({ report }: { report: Report }) {
  if (report.diagnosis.length === 0) return null;
  return (
    <section class="diagnosis" aria-labelledby="diagnosis">
      <h2 id="diagnosis">Diagnosis</h2>
      {report.diagnosis.map(({ code, says, cure }) => (
        <div>
          <p>
            <Words text={says} /> <code>{quote(code, 80)}</code>
          </p>
          <p>
            <strong>Fix:</strong> <Words text={cure} />
          </p>
        </div>
      ))}
    </section>
  );
}

/** What the config says of the system under test, or a place to write it by hand. */
function Named({ name, value }: { name: string; value: string | undefined }) {
  return value ? (
    <Fact name={name}>
      <Words text={value} limit={200} />
    </Fact>
  ) : (
    <Blank name={name} />
  );
}

function TitleBlock({ page }: { page: Page }) {
  const { report } = page;
  const { run, suite, spec, target } = report;
  const selection = selectionOf(report);
  return (
    <dl class="facts title-block">
      {target.subject?.organisation && <Named name="Organisation" value={target.subject.organisation} />}
      <Named name="Product" value={target.subject?.product} />
      <Named name="Product version" value={target.subject?.version} />
      <Fact name="Under test">{roles[target.role]}</Fact>
      <Fact name="Address">{target.embedded ? 'built-in reference' : <WebLink address={target.url} />}</Fact>
      {target.subject?.environment && <Named name="Environment" value={target.subject.environment} />}
      {target.subject?.contact && <Named name="Contact" value={target.subject.contact} />}
      <Fact name="APIs">
        {selectedApis(report)
          .map((api) => quote(api, 80))
          .join(', ')}
      </Fact>
      <Fact name="Specification">
        <Words text={spec.version} limit={80} />{' '}
        <span class="digest on-screen">{quote(spec.digest.slice(0, 16), 20)}…</span>
        <span class="digest on-paper">{quote(spec.digest, 100)}</span>
      </Fact>
      <Fact name="Suite">
        <Words text={`${suite.name} ${suite.version}`} limit={120} />
      </Fact>
      <Fact name="Profile">
        {[
          run.profile,
          run.strict && 'strict',
          selection && `${selection} requirements`,
          run.interrupted && 'interrupted',
        ]
          .filter(Boolean)
          .join(', ')}
      </Fact>
      <Fact name="Seed">{String(run.seed)}</Fact>
      <Fact name="Nonce" when={run.nonce !== null}>
        <Words text={run.nonce ?? ''} limit={120} />
        {run.attempt ? `, attempt ${run.attempt}` : ''}
      </Fact>
      <Fact name="Signing">{run.signing === 'required' ? 'required, both ways' : 'off'}</Fact>
      <Fact name="Time">
        <Words text={when(run.startedAt)} limit={60} />, <span class="whole">{duration(run.durationMs)}</span>
      </Fact>
      <Fact name="Run">
        <Words text={run.id} limit={80} />: {thousands(run.requests)} requests, peak {thousands(run.peakMemoryMb)} MB
      </Fact>
      <Fact name="Verdict">
        <strong>{report.verdict}</strong> (exit code {run.exitCode})
      </Fact>
      <Blank name="Author" />
      <Blank name="Date, signature" />
    </dl>
  );
}

/** A line to fill in by hand; printed only. */
function Blank({ name }: { name: string }) {
  return (
    <div class="fact on-paper">
      <dt>{name}</dt>
      <dd>
        <span class="blank" />
      </dd>
    </div>
  );
}

/** `2026-08-02 03:04:05 UTC` from an ISO time in UTC; anything else as it is. */
function when(iso: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(iso);
  return match ? `${match[1]} ${match[2]} UTC` : oneLine(iso);
}
