/** The signatures of a caller's requests: their parts, whether they fit what was sent, and how a wrong one came to be. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { CallerRecord, CallerTurn } from '../../engine/check/caller-check.ts';
import type { SignatureFault } from '../../engine/check/caller-facts.ts';
import { note } from '../../engine/check/facts.ts';
import { madeWith } from '../../engine/diagnosis/answer-signature.ts';
import { diagnoseRequest, usedTwice } from '../../engine/diagnosis/signature-cases.ts';
import { foreignSize } from '../../engine/diagnosis/signature-text.ts';
import type { Diagnosis } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { header } from '../../engine/wire/answer.ts';
import {
  readSignatureHeader,
  type SignatureText,
  signatureReadings,
  signedContent,
  verifies,
} from '../../engine/wire/signing.ts';
import { advisory, everyRequest, ok, violation } from './request-rule.ts';
import { headersOf, neededHeaders } from './requests.ts';

const algorithm = 'RSA256';

/** Algorithm, keyVersion and signature. */
export const signatureParts = everyRequest(
  'every Signature header has algorithm, keyVersion and signature',
  { is: 'signature-parts', missing: [], algorithm },
  (turn) => {
    const value = header(headersOf(turn), 'Signature');
    if (!value) return null;
    const parts = readSignatureHeader(value);
    if (!parts) return violation({ is: 'signature-parts', missing: ['signature'], algorithm: null });
    const missing = (['algorithm', 'keyVersion'] as const).filter((name) => !parts[name]);
    const right = missing.length === 0 && parts.algorithm?.toUpperCase() === algorithm;
    return right ? ok : violation({ is: 'signature-parts', missing, algorithm: parts.algorithm ?? null });
  },
  { signing: true },
);

/** What is wrong with a right signature in each text form. */
const faultOfForm: Readonly<Record<SignatureText, SignatureFault | 'none'>> = {
  'url-base64': 'none',
  base64: 'plain-base64',
  base64url: 'base64url',
  hex: 'other-form',
  'double-encoded': 'other-form',
};

/** What is wrong with a signature, read with the caller's public key; `none` where nothing is, null where a header is missing. */
function signatureFault(turn: CallerTurn, key: KeyObject): SignatureFault | 'none' | null {
  const { method, path, body } = turn.exchange.request;
  const [value, clientId, time] = neededHeaders.map((name) => header(headersOf(turn), name));
  if (!value || !clientId || !time) return null;
  const parts = readSignatureHeader(value);
  if (!parts) return null;
  const readings = signatureReadings(parts.signature, key);
  if (readings.length === 0) return foreignSize(value, key) === null ? 'unreadable' : 'other-key';
  const content = signedContent({ method, path, clientId, time, body });
  const right = readings.find(({ bytes }) => verifies(content, key, bytes));
  if (right) return faultOfForm[right.form];
  return readings.some(({ bytes }) => madeWith(key, bytes, content)) ? 'other-content' : 'other-key';
}

/** Right for the bytes that were sent. */
export const signature = everyRequest(
  'every signature is right for the bytes that were sent',
  note('signature-over-request'),
  (turn, _, record) => {
    const fault = signatureFault(turn, publicKeyOf(record.settings)!);
    if (fault === null) return null;
    if (fault === 'none') return ok;
    // The formula of the page names base64url, its sample does not.
    const make = fault === 'base64url' ? advisory : violation;
    return { ...make({ is: 'signature-fault', fault }), extra: { diagnose: () => causeOf(turn, record) } };
  },
  { signing: true },
);

function publicKeyOf({ signing }: Pick<RunSettings, 'signing'>): KeyObject | null {
  return signing.mode === 'off' || signing.publicKey === null ? null : createPublicKey(signing.publicKey);
}

/** Requests that can be evidence: one that was cut off before its body was read has a signature over what nobody knows. */
function turnsRead({ runs }: CallerRecord): CallerTurn[] {
  return runs.flatMap(({ turns }) => turns.filter(({ wasRead }) => wasRead));
}

/** Whether the configured public key made none of the signatures: then the config is wrong, not the caller. */
export function isSignedByOtherKey(record: CallerRecord): boolean {
  const key = publicKeyOf(record.settings);
  if (!key) return false;
  const faults = turnsRead(record).map((turn) => signatureFault(turn, key));
  return (
    faults.includes('other-key') && faults.every((one) => one === 'other-key' || one === null || one === 'unreadable')
  );
}

/** How the first wrongly signed request came to be so; null where all are right, or not signed at all. */
export function wrongSignature(record: CallerRecord): Diagnosis | null {
  const key = publicKeyOf(record.settings);
  if (!key) return null;
  const wrong = turnsRead(record).find((turn) => {
    const fault = signatureFault(turn, key);
    return fault !== null && fault !== 'none' && fault !== 'base64url';
  });
  return wrong ? causeOf(wrong, record) : null;
}

function causeOf({ exchange }: CallerTurn, record: CallerRecord): Diagnosis | null {
  const { settings } = record;
  const found = diagnoseRequest(exchange, { ...settings, target: `http://${settings.client.listen}` });
  const all = turnsRead(record).map((turn) => turn.exchange);
  return found && (usedTwice(found, exchange, all, 'request') ?? found);
}
