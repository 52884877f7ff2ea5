/** How much of the evidence is signed by the subject; unsigned parts could be written by anyone with access to the file. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { readAnswerSignature } from '../../engine/diagnosis/answer-signature.ts';
import type { Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { header } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { readSignatureHeader, signatureReadings, signedContent, verifies } from '../../engine/wire/signing.ts';

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

/** Keys of passed rows that rest only on exchanges without a signature of the subject. */
export function restingOnUnsigned({ requirements }: Report, { signed }: SignedShare): string[] {
  return requirements
    .filter(({ outcome, checks }) => {
      const shown = checks.flatMap(({ exchanges }) => exchanges);
      return outcome === 'passed' && shown.length > 0 && !shown.some((id) => signed.has(id));
    })
    .map(({ key }) => key);
}
