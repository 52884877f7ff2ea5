/** The findings of `verify`: a closed list of codes. */

/** Code of a finding. */
export type FindingCode =
  | 'file-missing'
  | 'file-changed'
  | 'file-foreign'
  | 'file-too-large'
  | 'manifest-changed'
  | 'statement-edited'
  | 'signature-missing'
  | 'signature-broken'
  | 'signature-foreign'
  | 'suite-version'
  | 'suite-other'
  | 'spec-other'
  | 'requirements-other'
  | 'config-changed'
  | 'nonce-other'
  | 'attempts-other'
  | 'target-key-other'
  | 'uncertifiable'
  | 'evidence-unreadable'
  | 'package-malformed'
  | 'run-other'
  | 'exchange-dropped'
  | 'exchange-added'
  | 'request-altered'
  | 'entry-repeated'
  | 'ending-implausible'
  | 'answer-forged'
  | 'answer-time'
  | 'answer-repeated'
  | 'row-not-recomputed'
  | 'row-dropped'
  | 'row-added'
  | 'outcome-edited'
  | 'row-edited'
  | 'verdict-edited'
  | 'totals-edited'
  | 'report-edited'
  | 'rendering-edited';

/** One fault of a package. */
export interface Finding {
  readonly code: FindingCode;
  /** One sentence, without full stop. */
  readonly says: string;
}

/** Findings, confirmed facts and notes. */
export interface Verified {
  readonly findings: readonly Finding[];
  /** What was checked and is correct, one line each. */
  readonly right: readonly string[];
  /** What limits the evidence without being a fault: unverified keys, own specs, clocks. */
  readonly notes: readonly string[];
}
