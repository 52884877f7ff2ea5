/** Where a requirement is written, for its row and for the card of its finding. */
import type { RequirementRow } from '../../engine/report.ts';
import { quote } from '../escape.ts';
import { Fact, WebLink, Words } from './parts.tsx';

/** The page, and what it says in our words. */
export function SourceText({ row: { source } }: { row: RequirementRow }) {
  return (
    <>
      <WebLink address={source.page}>
        <Words text={shortAddress(source.page)} limit={300} />
      </WebLink>
      {source.words ? ': ' : ''}
      {source.words ? <Words text={source.words} limit={1000} /> : null}
    </>
  );
}

/** Where a requirement is written, and whether the documents leave it open. */
export function SourceFacts({ row }: { row: RequirementRow }) {
  return (
    <>
      <Fact name="Source">
        <SourceText row={row} />
      </Fact>
      <Fact name="Ambiguity" when={row.ambiguity !== null}>
        {quote(row.ambiguity ?? '', 40)}
        {row.basis === 'position' ? ': the documentation leaves this open, so that the suite only warns' : null}
      </Fact>
    </>
  );
}

/** The last two steps of a web address, which tell pages apart; anything else as it is. */
function shortAddress(address: string): string {
  const match = /^https?:\/\/[^/]+\/.*?([^/]+\/[^/]+)$/.exec(address);
  return match ? match[1]! : address;
}
