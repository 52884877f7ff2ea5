/** Reads CSV with every cell in quotation marks, and throws where the text is something else. */

/** Lines of cells. */
export function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  const cell = /"((?:[^"]|"")*)"(,|\n)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const [, content, end] = cell.exec(text) ?? [];
    if (content === undefined) throw new Error(`no cell at ${at}: ${text.slice(at, at + 60)}`);
    cells.push(content.replaceAll('""', '"'));
    if (end !== '\n') continue;
    lines.push(cells);
    cells = [];
  }
  if (cells.length > 0) throw new Error('the last line has no end');
  return lines;
}
