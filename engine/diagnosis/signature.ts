/** Why a signature does not verify: tries the known wrong constructions and names the one that fits, with its cure. */
import type { KeyObject } from 'node:crypto';
import type { Diagnosis } from '../report.ts';
import { bodyDeviations } from './body-forms.ts';
import { type Deviation, deviationsThatFit, type SignatureCode, type SignedText, writtenText } from './deviations.ts';
import { contentTest, isCertain, type Opened, openSignature } from './signature-block.ts';
import { foreignSize, formCure, forms, isJwt, type Reading, readingsOf } from './signature-text.ts';
import { type Surroundings, textDeviations } from './text-forms.ts';

/** A signed message with all that may have found its way into its signature by mistake. */
export interface SignatureCase extends Surroundings {
  readonly method: string;
  /** Path and query as requested. */
  readonly path: string;
  /** The client id that it has to be signed for. */
  readonly clientId: string;
  /** The time header that belongs to the message, as sent. */
  readonly time: string;
  readonly body: Uint8Array;
  /** Body of the request that an answer answers; null for a request. */
  readonly requestBody: Uint8Array | null;
  /** The Signature header. */
  readonly signature: string;
  /** The key that should verify it. */
  readonly publicKey: KeyObject;
  /** The public half of our own key. */
  readonly ourPublicKey: KeyObject | null;
}

/** What is wrong with a signature. */
export interface SignatureDiagnosis extends Diagnosis {
  readonly code: SignatureCode;
  /** Every deviation that was needed to make it fit, the one that gave the code first. */
  readonly form: readonly SignatureCode[];
}

interface Flaw {
  readonly code: SignatureCode;
  /** Completes "The signature of the answer is …". */
  readonly says: string;
  readonly cure: string;
}

/** Names what is wrong with a signature; null where nothing is. */
export function diagnoseSignature(signed: SignatureCase): SignatureDiagnosis | null {
  const flaws = flawsOf(signed);
  const [first] = flaws;
  if (first === undefined) return null;
  const says = listed(flaws.map((flaw) => flaw.says));
  const cures = [...new Set(flaws.map(({ cure }) => cure))];
  return {
    code: first.code,
    says: `The signature of the ${signed.side} is ${says}.`,
    cure: cures.join(' '),
    form: flaws.map(({ code }) => code),
  };
}

function listed(phrases: readonly string[]): string {
  const last = phrases.at(-1)!;
  return phrases.length === 1 ? last : `${phrases.slice(0, -1).join(', ')} and ${last}`;
}

function flawsOf(signed: SignatureCase): Flaw[] {
  const text = rightText(signed);
  const keys = [signed.publicKey, ...(signed.ourPublicKey ? [signed.ourPublicKey] : [])];
  const opened = keys.flatMap((key) =>
    readingsOf(signed.signature, key).flatMap((reading) =>
      openSignature(key, reading.bytes).map((inside) => ({ key, reading, inside, fits: contentTest(inside) })),
    ),
  );
  // The right text first: most signatures are right, and a scheme or form may be all that is wrong.
  const exact = opened.find(({ fits }) => fits(writtenText(text)));
  if (exact !== undefined)
    return [...keyFlaw(signed, exact.key), ...schemeFlaw(exact.inside), ...formFlaws(exact.reading)];
  const known = [...textDeviations(text, signed), ...requestBodies(signed), ...bodyDeviations(text.body)];
  for (const { key, reading, inside, fits } of opened) {
    const deviations = deviationsThatFit(text, known, fits);
    if (deviations === null) continue;
    return [...keyFlaw(signed, key), ...deviations, ...schemeFlaw(inside), ...formFlaws(reading)];
  }
  const certain = opened.find(({ inside }) => isCertain(inside));
  if (certain === undefined) return [withoutKey(signed)];
  const { key, reading, inside } = certain;
  const unknown = key === signed.publicKey ? [unknownText(signed)] : keyFlaw(signed, key);
  return [...unknown, ...schemeFlaw(inside), ...formFlaws(reading)];
}

function rightText({ method, path, clientId, time, body }: SignatureCase): SignedText {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return { method, gap: ' ', path, lineEnd: '\n', clientId, dot: '.', time, lastDot: '.', body: bytes, digested: null };
}

function requestBodies({ requestBody, body }: SignatureCase): Deviation[] {
  if (requestBody === null || Buffer.from(requestBody).equals(body)) return [];
  const set = { body: Buffer.from(requestBody) };
  const says = 'made over the body of the request instead of the body of the answer';
  return [{ part: 'body', code: 'signed-over-request-body', says, cure: 'Sign the body of the answer.', set }];
}

function keyFlaw({ side, publicKey }: SignatureCase, key: KeyObject): Flaw[] {
  if (key === publicKey) return [];
  const cure =
    side === 'answer'
      ? 'The target must sign with its own private key; set signing.publicKey to the public key of that pair.'
      : 'The caller must sign with its own private key; set signing.publicKey to the public key of that pair.';
  return [{ code: 'signed-with-our-key', says: 'made with signing.privateKey, which is ours', cure }];
}

function schemeFlaw(inside: Opened): Flaw[] {
  const cure = 'Sign with RSASSA-PKCS1-v1_5 and SHA-256 (SHA256withRSA).';
  const names = {
    md5: 'MD5',
    sha1: 'SHA-1',
    sha224: 'SHA-224',
    sha384: 'SHA-384',
    sha512: 'SHA-512',
    sha256: 'SHA-256',
  };
  if (inside.scheme === 'bare') {
    return [
      {
        code: 'signed-without-digest-name',
        says: 'made with RSA over a digest without its algorithm identifier',
        cure,
      },
    ];
  }
  if (inside.scheme === 'pss') {
    const digest = inside.digest === 'sha256' ? '' : ` and ${names[inside.digest]}`;
    return [{ code: 'signed-with-pss', says: `made with RSA-PSS${digest} instead of PKCS#1 v1.5`, cure }];
  }
  if (inside.digest === 'sha256') return [];
  return [{ code: `signed-with-${inside.digest}`, says: `made with ${names[inside.digest]} instead of SHA-256`, cure }];
}

function formFlaws({ codes }: Reading): Flaw[] {
  return codes.map((code) => ({ code, says: forms[code], cure: formCure }));
}

function unknownText({ side, path, method }: SignatureCase): Flaw {
  const time = side === 'answer' ? 'Response-Time' : 'Request-Time';
  return {
    code: 'signed-over-unknown-text',
    says: 'made with the right key over another text than was sent; the difference is not a known one',
    cure: `Log the text before it is signed and compare it byte by byte with: ${method} ${path}, line feed, Client-Id.${time}.body`,
  };
}

/** Neither key opens it: another key made it, or it is no signature at all. */
function withoutKey(signed: SignatureCase): Flaw {
  const bits = foreignSize(signed.signature, signed.publicKey);
  const own = signed.publicKey.asymmetricKeyDetails?.modulusLength;
  if (isJwt(signed.signature)) {
    return {
      code: 'signature-as-jwt',
      says: 'a JSON Web Token (JWT), which signs a text of its own',
      cure: `Sign the text of the documentation itself with RSASSA-PKCS1-v1_5 and SHA-256 (SHA256withRSA). ${formCure}`,
    };
  }
  if (bits === null && readingsOf(signed.signature, signed.publicKey).length === 0) {
    return {
      code: 'signature-unreadable',
      says: `not base64 of ${own} bits, the size of signing.publicKey`,
      cure: formCure,
    };
  }
  const size = bits === null ? '' : `: it has ${bits} bits, and that key has ${own}`;
  const owner = signed.side === 'answer' ? 'target' : 'caller';
  return {
    code: 'signed-with-other-key',
    says: `made with another key than the one of signing.publicKey${size}`,
    cure: `Set signing.publicKey to the public key of the ${owner}.`,
  };
}
