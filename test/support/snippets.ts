/** The code blocks of a Markdown file, and what their fences say is to be done with them. */

export interface Snippet {
  /** First word of the fence: `sh`, `ts`, `yaml`, … */
  readonly language: string;
  /** The rest of the fence: `in=project`, `config`, `no-run: why`. */
  readonly info: string;
  readonly text: string;
  readonly line: number;
}

/** The code blocks of a text, in order. */
export function snippetsOf(markdown: string): Snippet[] {
  const found: Snippet[] = [];
  let open: { language: string; info: string; line: number; lines: string[] } | null = null;
  for (const [i, line] of markdown.split('\n').entries()) {
    const fence = /^```(\S*)\s*(.*)$/.exec(line);
    if (!fence) open?.lines.push(line);
    else if (open) {
      found.push({ ...open, text: `${open.lines.join('\n')}\n` });
      open = null;
    } else open = { language: fence[1]!, info: fence[2]!.trim(), line: i + 1, lines: [] };
  }
  if (open) throw new Error(`The code block of line ${open.line} has no end.`);
  return found;
}

/** Why a snippet is not run; null where it is. */
export function excuseOf({ info }: Snippet): string | null {
  const said = /(?:^|\s)no-run(?::\s*(.+))?$/.exec(info);
  return said ? (said[1] ?? 'it changes this installation') : null;
}
