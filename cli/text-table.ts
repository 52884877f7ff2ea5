/** Columns of text that line up. */

/** Lines of cells, each column as wide as its widest cell; the last one is wrapped to the width of the screen. */
export function table(rows: readonly (readonly string[])[], screenWidth: number, gap = '  '): string[] {
  const last = Math.max(0, ...rows.map((row) => row.length - 1));
  const widths = Array.from({ length: last }, (_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const indent = widths.reduce((sum, width) => sum + width + gap.length, 0);
  return rows.flatMap((row) => {
    const head = widths.map((width, i) => (row[i] ?? '').padEnd(width) + gap).join('');
    const [first = '', ...more] = wrapped(row[last] ?? '', screenWidth - indent);
    return [(head + first).trimEnd(), ...more.map((line) => ' '.repeat(indent) + line)];
  });
}

/** Breaks at spaces; a column under 30 is not worth breaking. */
export function wrapped(text: string, width: number): string[] {
  if (width < 30 || text.length <= width) return [text];
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
