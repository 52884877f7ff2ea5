/** The rows of the other party of recorded traffic, apart from those of the subject. */
import type { Report } from '../../engine/report.ts';
import { counterparty, readingToCheck } from '../counterparty.ts';
import { quote } from '../escape.ts';

/** What the other party breaks, and what to check then. */
export function OtherParty({ report }: { report: Report }) {
  const other = counterparty(report);
  if (!other) return null;
  return (
    <section aria-labelledby="other-party">
      <h2 id="other-party">{quote(other.heading, 80)}</h2>
      <p class="quiet">
        {quote(other.note, 300)} {quote(other.counts, 200)}.
      </p>
      <ul class="brief">
        {other.findings.map((finding) => (
          <li>
            {finding.row.outcome}: <code class="key">{quote(finding.row.key, 120)}</code> {quote(finding.row.says, 600)}
            {finding.check ? (
              <>
                {' '}
                Expected {quote(finding.check.expected, 400)}; received {quote(finding.check.received, 400)} in{' '}
                {quote(finding.check.exchanges.slice(0, 6).join(', '), 200)}.
              </>
            ) : null}{' '}
            {quote(readingToCheck(finding), 400)}
          </li>
        ))}
      </ul>
    </section>
  );
}
