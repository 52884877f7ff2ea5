/** Small parts that every section of the HTML report uses: marks, foreign text, links, copyable lines. */
import type { Child } from 'hono/jsx';
import type { Outcome, Report, ReportExchange } from '../../engine/report.ts';
import { cut, oneLine, quote, visible } from '../escape.ts';

/** What every section is given. */
export interface Page {
  report: Report;
  /** Anchor of each requirement by key. */
  anchors: Map<string, string>;
  /** Anchor of each exchange by id. */
  exchangeAnchors: Map<string, string>;
  exchangesById: Map<string, ReportExchange>;
}

/** An outcome as shape and word; the style sheet brings the shape, since there are hundreds of marks. */
export function Mark({ outcome }: { outcome: Outcome }) {
  return <span class={`mark o-${outcome}`}>{outcome}</span>;
}

/** Foreign text on one line, cut. */
export function Words({ text, limit = 600 }: { text: string; limit?: number }) {
  return <bdi>{oneLine(cut(text, limit))}</bdi>;
}

/** A camel-case name that may be broken between its parts. */
export function BreakableName({ name }: { name: string }) {
  const parts = oneLine(cut(name, 120)).split(/(?<=[a-z])(?=[A-Z])|(?<=[./])/);
  return (
    <>
      {parts.map((part, at) => (
        <>
          {at > 0 ? <wbr /> : null}
          {part}
        </>
      ))}
    </>
  );
}

/** A link where the text is a web address, else the text alone: a report may name anything as its source. */
export function WebLink({ address, children }: { address: string; children?: Child }) {
  const shown = children ?? <Words text={address} limit={300} />;
  if (!/^https?:\/\/[^\s"<>]{1,1000}$/.test(address) || visible(address) !== address) return <>{shown}</>;
  return <a href={address}>{shown}</a>;
}

/** A line to copy: a command, a config. The script puts a button beside it. */
export function Copyable({ text, limit = 8000, label }: { text: string; limit?: number; label: string }) {
  return (
    <pre class="copyable" data-label={label}>
      <code>{visible(cut(text, limit))}</code>
    </pre>
  );
}

/** One line of a definition list; nothing where there is nothing to say. */
export function Fact({ name, when = true, children }: { name: string; when?: boolean; children?: Child }) {
  if (!when) return null;
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Anchors for a list of names: readable, safe in an address, each once. */
export function anchorsOf(prefix: string, names: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const anchors = new Map<string, string>();
  for (const name of names) {
    const plain = `${prefix}${name.slice(0, 120).replace(/[^A-Za-z0-9.-]/g, '_')}`;
    let anchor = plain;
    for (let again = 2; taken.has(anchor); again += 1) anchor = `${plain}_${again}`;
    taken.add(anchor);
    anchors.set(name, anchor);
  }
  return anchors;
}

/** A link to a requirement of this page. */
export function RowLink({ page, rowKey }: { page: Page; rowKey: string }) {
  const anchor = page.anchors.get(rowKey);
  const shown = quote(rowKey, 160);
  return anchor ? (
    <a class="key" href={`#${anchor}`}>
      {shown}
    </a>
  ) : (
    <span class="key">{shown}</span>
  );
}

/** The first items of a list, and how many were left out. */
export function capped<T>(items: readonly T[], limit: number): { shown: readonly T[]; more: number } {
  return { shown: items.slice(0, limit), more: Math.max(0, items.length - limit) };
}
