/** Words for facts about a caller under test. */
import type { BodyMember, CallerFactShapes, CallerNote, SignatureFault } from '../../check/caller-facts.ts';
import { triggerFaultText } from '../../diagnosis/trigger-fault.ts';

/** One function per kind of fact. */
export const callerWords: { readonly [K in keyof CallerFactShapes]: (fact: CallerFactShapes[K]) => string } = {
  'request-line': ({ method, path }) => `${method} ${path}`,
  headers: ({ names }) => names.join(', '),
  'headers-missing': ({ names }) => `no ${names.join(', no ')}`,
  'signature-parts': signatureParts,
  'signature-fault': ({ fault }) => signatureFaults[fault],
  'body-members': ({ members }) => members.map(memberText).join(', '),
  'number-or-absent': ({ min, max }) => `"${min}" to "${max}", null or omitted`,
  'country-or-absent': () => 'two capital letters of ISO 3166, null or omitted',
  'as-asked': ({ field }) => `${field} as the trigger gives it`,
  'other-than-asked': ({ field, asked, sent }) => `${field}: ${shown(sent)} instead of ${shown(asked)}`,
  'changed-repeat': ({ field }) => `a repeat with another ${field || 'body'}`,
  'repeat-after': ({ status, code }) => `the same request again after ${status === 'S' ? 'S' : `${status}/${code}`}`,
  'count-at-most': ({ n }) => `at most ${n} repeats of one request`,
  'between-ms': ({ min, max }) => `between ${min} and ${max} ms`,
  'wait-ms': ({ ms }) => `${ms} ms`,
  pauses: ({ ms, usualMs }) => `pauses of ${ms} ms, where ${usualMs} ms is usual`,
  outcome: ({ outcomes, after }) =>
    `outcome ${outcomes.join(' or ')}${after ? ` after ${after.status}/${after.code}` : ''}`,
  'trigger-fault': ({ fault }) => triggerFaultText(fault),
};

/** Words for notes about callers. */
export const callerNotes: Readonly<Record<CallerNote, (value: string) => string>> = {
  'other-client-id': () => 'a Client-Id other than clientId of the config',
  'signature-over-request': () =>
    'RSA with SHA-256 over POST, path, Client-Id, Request-Time and the body as sent, URL-encoded base64',
  'json-utf8-or-none': () => 'application/json; charset=UTF-8, or no Content-Type',
  'iso-time-with-zone': () => 'a time like 2026-01-31T08:00:00+08:00',
  'body-not-object': () => 'a body that is not a JSON object',
  'country-unassigned': (value) => `${value}, which ISO 3166 does not assign`,
  'same-request-again': () => 'the same request again',
  'no-repeat': () => 'no repeat',
  'no-repeat-while-watched': () =>
    'no repeat while the suite watched: how long it has to watch is not known (client.retryWindowMs)',
  'no-further-call': () => 'no further call',
  'longer-pause': () => 'a longer pause, at least not a shorter one',
  'too-few-pauses': () => 'there are too few pauses to compare',
  'no-request-shows-it': () => 'no request of this run shows it',
  'caller-silent': () => 'the caller sent no request',
  'no-outcome-reported': () => 'the trigger reports no outcome, and the caller sent no further request',
  'no-success': () => 'no success',
  'codes-of-distrusted-answer': () => 'the codes of that answer in the outcome',
  'success-not-delivered': () => 'no S reached the caller',
  'success-delivered-late': () => 'S came so late that the caller may have timed out',
  'codes-as-sent': () => 'the codes that were sent',
  'codes-not-sent': () => 'codes that were not sent',
};

const signatureFaults: Readonly<Record<SignatureFault, string>> = {
  'plain-base64':
    'a signature in base64 that is not URL-encoded: of the five verifiers that Ant has published only PHP reads it, and Java where it has no plus sign',
  base64url: 'a correct signature in base64url: of the five verifiers that Ant has published only Java reads it',
  'other-form': 'a correct signature that is not written as URL-encoded base64',
  'other-content': 'a signature made with the right key over other content than was sent',
  'other-key': 'a signature made with another key than signing.publicKey',
  unreadable: 'a signature that is not base64 of the size of the key',
};

function signatureParts({ missing, algorithm }: CallerFactShapes['signature-parts']): string {
  if (missing.includes('signature')) return 'a Signature header without a readable signature part';
  if (missing.length > 0) return `a Signature header without ${missing.join(' and ')}`;
  return `algorithm=${algorithm}, keyVersion=…, signature=…`;
}

function memberText({ field, kind, maxLength }: BodyMember): string {
  return maxLength === undefined ? `${field} as an ${kind}` : `${field} of 1 to ${maxLength} characters`;
}

/** A JSON value, cut where it is long. */
function shown(value: unknown): string {
  const text = value === undefined || value === null ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
