/** Head of the HTML report: verdict, counts, diagnosis, and the findings in brief. */
import type { Report } from '../../engine/report.ts';
import { quote, thousands } from '../escape.ts';
import { outcomeOrder } from '../findings.ts';
import { proofWords } from '../proof-lines.ts';
import {
  rehearsal,
  signatureShare,
  signingNote,
  subjectOf,
  verdictHeadline,
  verdictOutcome,
  verdictReason,
} from '../verdict.ts';
import { Glance } from './glance.tsx';
import { glyphs } from './glyphs.ts';
import { Mark, type Page, Words } from './parts.tsx';

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
        <Words text={subjectOf(report)} />
      </p>
      <p class="legend">{[rehearsal, signatureShare(report)].filter(Boolean).join(' ')}</p>
      {report.proof ? (
        <p class="legend">
          <Words text={proofWords(report.proof)} />
        </p>
      ) : null}
      {signing ? <p class="note">{signing}</p> : null}
      <Counts report={report} />
      <Diagnoses report={report} />
      <Glance page={page} />
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
