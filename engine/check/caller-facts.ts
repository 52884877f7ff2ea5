/** Facts about a caller under test: what it sent, how often, when, and what its trigger reported. */

/** Why the trigger of a caller did not do its part. */
export type TriggerFault =
  | { readonly kind: 'no-answer'; readonly says: string }
  | { readonly kind: 'http-status'; readonly status: number }
  | { readonly kind: 'exit-code'; readonly code: string };

/** How a signature that does not fit its request was made or written. */
export type SignatureFault =
  /** Right, in base64 without URL encoding. */
  | 'plain-base64'
  /** Right, in base64url. */
  | 'base64url'
  /** Right, in another text form. */
  | 'other-form'
  /** Made with the configured key over something else than was sent. */
  | 'other-content'
  | 'other-key'
  | 'unreadable';

/** A field that a body has to have. */
export interface BodyMember {
  readonly field: string;
  readonly kind: 'string' | 'object';
  readonly maxLength?: number;
}

/** Facts about callers with their members. */
export interface CallerFactShapes {
  'request-line': { readonly method: string; readonly path: string };
  /** Headers that a request has. */
  headers: { readonly names: readonly string[] };
  'headers-missing': { readonly names: readonly string[] };
  /** Parts of a Signature header that are not there, and its algorithm. */
  'signature-parts': { readonly missing: readonly string[]; readonly algorithm: string | null };
  'signature-fault': { readonly fault: SignatureFault };
  'body-members': { readonly members: readonly BodyMember[] };
  /** A whole number in a string, null or nothing. */
  'number-or-absent': { readonly field: string; readonly min: number; readonly max: number };
  /** Two capital letters of ISO 3166-1, null or nothing. */
  'country-or-absent': { readonly field: string };
  /** A field as the trigger gives it. */
  'as-asked': { readonly field: string };
  'other-than-asked': { readonly field: string; readonly asked: unknown; readonly sent: unknown };
  /** A repeat that differs from the first request. */
  'changed-repeat': { readonly field: string };
  /** The same request again although this result ended the action. */
  'repeat-after': { readonly status: string; readonly code: string };
  'count-at-most': { readonly n: number; readonly of: 'repeats' };
  'between-ms': { readonly min: number; readonly max: number };
  'wait-ms': { readonly ms: number };
  /** Pauses after REQUEST_TRAFFIC_EXCEED_LIMIT and the usual ones. */
  pauses: { readonly ms: number; readonly usualMs: number };
  /** Outcomes that a trigger may report; after which result. */
  outcome: {
    readonly outcomes: readonly string[];
    readonly after?: { readonly status: string; readonly code: string };
  };
  'trigger-fault': { readonly fault: TriggerFault };
}

/** Notes about callers. */
export type CallerNote =
  | 'other-client-id'
  | 'signature-over-request'
  | 'json-utf8-or-none'
  | 'iso-time-with-zone'
  | 'body-not-object'
  | 'country-unassigned'
  | 'same-request-again'
  | 'no-repeat'
  | 'no-repeat-while-watched'
  | 'no-further-call'
  | 'longer-pause'
  | 'too-few-pauses'
  | 'no-request-shows-it'
  | 'caller-silent'
  | 'no-outcome-reported'
  | 'no-success'
  | 'codes-of-distrusted-answer'
  | 'success-not-delivered'
  | 'success-delivered-late'
  | 'codes-as-sent'
  | 'codes-not-sent';
