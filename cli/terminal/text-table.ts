/** Text tables with aligned columns. */

/** Rows of cells with aligned columns; the last column is wrapped to the width of the screen. */
export function table(rows: readonly (readonly string[])[], screenWidth: number, gap = '  '): string[] {
  const last = Math.max(0, ...rows.map((row) => row.length - 1));
  const widths = Array.from({ length: last }, (_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const indent = widths.reduce((sum, width) => sum + width + gap.length, 0);
  return rows.flatMap((row) => {
    const head = widths.map((width, i) => (row[i] ?? '').padEnd(width) + gap).join('');
    if (screenWidth - indent < narrowestColumn) {
      return [
        head.trimEnd(),
        ...wrapText(row[last] ?? '', screenWidth - indentBelow).map((line) => ' '.repeat(indentBelow) + line),
      ];
    }
    const [first = '', ...more] = wrapText(row[last] ?? '', screenWidth - indent);
    return [(head + first).trimEnd(), ...more.map((line) => ' '.repeat(indent) + line)];
  });
}

/** A narrower last column is printed below the others. */
const narrowestColumn = 30;
/** Its indentation there. */
const indentBelow = 6;

/** Wraps at spaces; for a very small width the text is not wrapped. */
export function wrapText(text: string, width: number): string[] {
  if (width < narrowestColumn || text.length <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
