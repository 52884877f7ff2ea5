/** The error of a spec that does not compile: a sentence with the file, the line and what to change. */

/** Where something stands in a spec file. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A mistake in a spec file; `message` begins with `file:line` and ends with the cure. */
export class ContractError extends Error {
  readonly file: string;
  readonly line: number;

  constructor({ file, line }: Place, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = 'ContractError';
    this.file = file;
    this.line = line;
  }
}
