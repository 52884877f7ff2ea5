/** What the user can put right: said in one sentence with the cure, and ended with exit code 2. */

/** A fault of usage or configuration; `message` is the sentence, `cure` what to do about it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly cure: string;
  /** A word of docs/diagnosis.md; `configuration` where none is more exact. */
  readonly code: string;

  constructor(says: string, cure = '', code = 'configuration') {
    super(says);
    this.cure = cure;
    this.code = code;
  }

  /** Sentence and cure, as they are printed after `conformance: `. */
  get text(): string {
    const sentence = /[.?!]$/.test(this.message) ? this.message : `${this.message}.`;
    return this.cure === '' ? sentence : `${sentence} ${this.cure}`;
  }
}

/** Several faults that are told together, one line each. */
export class UsageErrors extends UsageError {
  readonly faults: readonly UsageError[];

  constructor(faults: readonly UsageError[]) {
    super(faults.map((fault) => fault.text).join('\n'));
    this.faults = faults;
  }

  override get text(): string {
    return this.message;
  }
}

/** Throws what was found, if anything was. */
export function throwFaults(faults: readonly UsageError[]): void {
  if (faults.length === 1) throw faults[0];
  if (faults.length > 1) throw new UsageErrors(faults);
}
