/** What `verify` can find: a closed list of codes, each with its sentence. */

/** What stands against a package. */
export type FindingCode =
  | 'file-missing'
  | 'file-changed'
  | 'manifest-changed'
  | 'signature-missing'
  | 'signature-broken'
  | 'signature-foreign'
  | 'suite-version'
  | 'suite-other'
  | 'spec-other'
  | 'requirements-other'
  | 'config-changed'
  | 'nonce-other'
  | 'uncertifiable'
  | 'evidence-unreadable'
  | 'run-other'
  | 'exchange-dropped'
  | 'exchange-added'
  | 'request-altered'
  | 'answer-forged'
  | 'row-dropped'
  | 'row-added'
  | 'outcome-edited'
  | 'row-edited'
  | 'verdict-edited'
  | 'totals-edited'
  | 'report-edited'
  | 'rendering-edited';

/** One thing that is not as it should be. */
export interface Finding {
  readonly code: FindingCode;
  /** One sentence, without its full stop. */
  readonly says: string;
}

/** What a package shows beside its findings. */
export interface Verified {
  readonly findings: readonly Finding[];
  /** What was checked and is right, one line each. */
  readonly right: readonly string[];
  /** What is neither right nor wrong, but weighs: unsigned answers, files that nobody named, keys that nobody vouched for. */
  readonly notes: readonly string[];
}
