/** Errors that the user can correct: one sentence with a hint, and exit code 2. */
import { printable } from '../config/secrets.ts';

/** A usage or configuration error; `message` is the sentence, `cure` says what to do. Neither can contain a key. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly cure: string;
  /** A code of docs/diagnosis.md; `configuration` where no other code applies. */
  readonly code: string;

  constructor(says: string, cure = '', code = 'configuration') {
    super(printable(says));
    this.cure = printable(cure);
    this.code = code;
  }

  /** The sentence with its full stop. */
  get sentence(): string {
    return /[.?!]$/.test(this.message) ? this.message : `${this.message}.`;
  }

  /** Sentence and hint. */
  get text(): string {
    return this.cure === '' ? this.sentence : `${this.sentence} ${this.cure}`;
  }
}

/** Several errors that are reported together, one line each. */
export class UsageErrors extends UsageError {
  readonly faults: readonly UsageError[];

  constructor(faults: readonly UsageError[]) {
    super('');
    this.message = faults.map((fault) => fault.text).join('\n');
    this.faults = faults;
  }

  override get text(): string {
    return this.message;
  }
}

/** Throws the errors, if there are any. */
export function throwFaults(faults: readonly UsageError[]): void {
  if (faults.length === 1) throw faults[0];
  if (faults.length > 1) throw new UsageErrors(faults);
}
