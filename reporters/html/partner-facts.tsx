/** The facts of a partner, apart from those of public pages: each overlay with its digest, its rows and what it replaces. */
import { quote } from '../escape.ts';
import { partnerFacts } from '../partner-facts.ts';
import { type Page, Words } from './parts.tsx';

/** A list of rows for each overlay; nothing where there are none. */
export function PartnerFactsSection({ page }: { page: Page }) {
  const overlays = partnerFacts(page.report);
  if (overlays.length === 0) return null;
  return (
    <section aria-labelledby="partner-facts">
      <h2 id="partner-facts">Facts of a partner</h2>
      {overlays.map(({ file, digest, counts, rows, replaces }) => (
        <>
          <p class="quiet">
            <Words text={file} limit={400} />: {counts}. No public page says this. SHA-256{' '}
            <span class="digest">{quote(digest, 100)}</span>
          </p>
          <ul class="brief">
            {replaces.map((one) => (
              <li>
                replaced: <Words text={one} limit={1000} />
              </li>
            ))}
            {rows.map((row) => (
              <li>
                {row.outcome}: <a href={`#${page.anchors.get(row.key) ?? ''}`}>{quote(row.key, 200)}</a>{' '}
                {quote(row.says, 600)} <Words text={row.source.page} limit={300} />
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}
