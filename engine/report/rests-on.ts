/** What the verdict of a certification rests on: which messages of the subject are signed, and which passed checks have none that is. */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { readAnswerSignature } from '../diagnosis/answer-signature.ts';
import type { RestsOn, UnsignedChecks } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import { header } from '../wire/answer.ts';
import type { Exchange } from '../wire/exchange.ts';
import { isLoopback } from '../wire/loopback.ts';
import { readSignatureHeader, signatureReadings, signedContent, verifies } from '../wire/signing.ts';
import type { JudgedRow } from './judged-rows.ts';

/** The messages of the subject, and which of them are signed. */
export interface SignedShare {
  /** Which part of an exchange comes from the subject. */
  readonly what: 'answers' | 'requests';
  readonly count: number;
  /** Ids of exchanges with a valid signature of the subject. */
  readonly signed: ReadonlySet<string>;
  /** Ids of exchanges with an invalid signature. */
  readonly wrong: readonly string[];
}

/** Reads every signature of the subject. */
export function signedShare(settings: RunSettings, exchanges: readonly Exchange[]): SignedShare {
  const { publicKey } = settings.signing;
  const key = publicKey ? createPublicKey(publicKey) : null;
  const caller = settings.role === 'mpp-client';
  const own = exchanges.filter(({ marker, response, operation }) =>
    caller ? marker === '' && operation !== 'trigger' : response !== null,
  );
  const state = (exchange: Exchange) => {
    if (key === null) return 'absent';
    return caller ? requestSignature(exchange, key) : readAnswerSignature(exchange, key, settings.clientId).state;
  };
  const read = own.map((exchange) => ({ id: exchange.id, state: state(exchange) }));
  return {
    what: caller ? 'requests' : 'answers',
    count: own.length,
    signed: new Set(read.filter((one) => one.state === 'right').map(({ id }) => id)),
    wrong: read.filter((one) => one.state === 'wrong').map(({ id }) => id),
  };
}

function requestSignature({ request }: Exchange, key: KeyObject): 'absent' | 'right' | 'wrong' {
  const parts = readSignatureHeader(header(request.headers, 'Signature') ?? '');
  if (!parts) return 'absent';
  const { method, path, headers, body } = request;
  const clientId = header(headers, 'Client-Id') ?? '';
  const content = signedContent({ method, path, clientId, time: header(headers, 'Request-Time') ?? '', body });
  const right = signatureReadings(parts.signature, key).some(({ bytes }) => verifies(content, key, bytes));
  return right ? 'right' : 'wrong';
}

/** What the verdict on these rows rests on. */
export function restsOnOf(rows: readonly JudgedRow[], exchanges: readonly Exchange[], settings: RunSettings): RestsOn {
  const share = signedShare(settings, exchanges);
  return {
    of: share.what,
    count: share.count,
    signed: share.signed.size,
    subjectKey: settings.signing.publicKey ? keyDigest(createPublicKey(settings.signing.publicKey)) : '',
    privateMachine: isPrivateMachine(settings.target),
    unsigned: rows.flatMap((row) => unsignedChecks(row, share)).sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

/** SHA-256 of the SPKI encoding of a public key, in hex. */
export function keyDigest(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** Whether an address leads to the machine on which the suite runs; an address that cannot be read names no host elsewhere. */
export function isPrivateMachine(target: string): boolean {
  if (!URL.canParse(target)) return true;
  const { hostname } = new URL(target);
  return isLoopback(hostname) || ['0.0.0.0', '[::]'].includes(hostname);
}

/** The passed checks of a row by their evidence; what an invariant saw counts with all its messages. */
function unsignedChecks({ planned, checks }: JudgedRow, { signed }: SignedShare): UnsignedChecks[] {
  const shown = checks
    .filter(({ outcome, finding }) => outcome === 'passed' && finding.exchanges.length > 0)
    .map(({ finding }) => finding.exchanges.filter(({ id }) => signed.has(id)).length / finding.exchanges.length);
  const alone = shown.filter((share) => share === 0).length;
  const partly = shown.filter((share) => share > 0 && share < 1).length;
  return alone + partly === 0 ? [] : [{ key: planned.key, of: shown.length, alone, partly }];
}
