/** Markdown tables, and text escaped for their cells. */

/** A table; cells may hold Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Plain text as a cell. */
export function cell(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replace(/\s+/g, ' ')
    .replace(/([<*_])/g, '\\$1');
}

/** Text as code in a cell. */
export function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}
