/** Parts of a report that stand apart from its rows: what a certification rests on, facts of partners, strength and proof. */
export type { OwnFactsFile as FactsFile } from '../contract/apis.ts';

/** Something that a person looked at, because no test over HTTP can see it. */
export interface ReportReview {
  /** Key of the row; null for a step of an acceptance. */
  requirement: string | null;
  /** Name of the step; empty for a requirement. */
  step: string;
  result: string;
  reviewer: string;
  /** Day, `2026-11-20`. */
  on: string;
  file: string | null;
  /** Digest of the file in hex. */
  sha256: string | null;
}

/** How many passed checks of a row rest on messages of the subject that carry no valid signature of it. */
export interface UnsignedChecks {
  /** Key of the row. */
  key: string;
  /** Checks of the row that passed on at least one message. */
  of: number;
  /** Of them, those without any signed message. */
  alone: number;
  /** Of them, those with signed and unsigned messages. */
  partly: number;
}

/** What the verdict of a certification rests on, besides the word of who made the run. */
export interface RestsOn {
  /** Messages of the subject: its answers or, where it is a caller, its requests. */
  of: 'answers' | 'requests';
  count: number;
  /** Messages with a valid signature of the subject. */
  signed: number;
  /** SHA-256 of the subject's public key (SPKI) in hex; empty without a key. */
  subjectKey: string;
  /** The address of the target is that of the machine on which the suite ran. */
  privateMachine: boolean;
  /** Rows with a passed check that rests on unsigned messages, sorted by key. */
  unsigned: UnsignedChecks[];
}

/** How hard a run tried. */
export interface Strength {
  /** Accepted good requests per operation. */
  controls: Record<string, number>;
  /** Different values of each constrained field of a request that were answered: in requests that break nothing, and those that break this. */
  constraints: { key: string; legal: number; illegal: number }[];
  /**
   * Properties that were tried with random cases, and how many failed. `atMost`: the share of such cases that fails at most, with a confidence of
   * 95 %, where none of these did; null where they were too few or one failed.
   */
  properties: { key: string; title: string; cases: number; failed: number; atMost: number | null }[];
}

/** Faults that a run would not have noticed, for one reason. */
export interface ProofGap {
  /** Why they stay unnoticed, `no scenario for DECLINED (tokenDigitizeDecision)`. */
  says: string;
  /** What the subject could do wrong without being noticed, a sentence each. */
  faults: string[];
  /** Keys of the rows that would judge them. */
  rows: string[];
  /** The YAML that closes the gap; empty where no line of the config does. */
  config: string;
}

/** Which faults of the subject the configuration of a run would notice: its record judged again with one fault at a time. */
export interface ProofSection {
  /** Faults that were tried. */
  faults: number;
  /** Those that would be noticed: `failed` by a row that fails, `ended` by another exit code than 0, `warned` by advice alone. */
  noticed: number;
  failed: number;
  ended: number;
  warned: number;
  gaps: ProofGap[];
}
