/** An answer to a caller that takes compressed ones: the signature is right for the content, whoever compressed it. */
import { createPublicKey } from 'node:crypto';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Probe } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import type { Fact } from '../../engine/check/facts.ts';
import { advisory, type Finding, notApplicable, satisfied } from '../../engine/check/finding.ts';
import { type Steps, send } from '../../engine/check/steps.ts';
import { sequence, specOf } from '../../engine/check/verbs/index.ts';
import { readAnswerSignature } from '../../engine/diagnosis/answer-signature.ts';
import { header } from '../../engine/wire/answer.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';

const title = 'an answer to Accept-Encoding: gzip verifies after decoding';

/** Asked once for each API; no more than advice, since no caller is known that asks for it. */
export function compressedAnswer(): Probe {
  return sequence(title, asked, { phase: 'observation', signing: true, profiles: ['gate', 'certify'] });
}

function* asked(context: CheckContext): Steps<Finding> {
  const { op, settings } = context;
  const spec = specOf(context, { user: 'free', wire: { acceptEncoding: 'gzip' } });
  const settled = yield* send(op.id, spec, title);
  const { response } = settled.answer.exchange;
  const expected: Fact = { is: 'signed-answer' };
  if (!response || !settings.signing.publicKey) return notApplicable('precondition', { is: 'no-result', http: 0 });
  const encoding = header(response.headers, 'Content-Encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity') {
    const received: Fact = { is: 'encoded-answer', encoding, verifies: true };
    return satisfied(settled, expected, { received });
  }
  const body = decoded(response.body, encoding);
  const exchange: Exchange = {
    ...plain(settled.answer.exchange),
    response: { ...response, body: body ?? response.body },
  };
  const reading = readAnswerSignature(exchange, createPublicKey(settings.signing.publicKey), settings.clientId);
  const verifies = body !== null && (reading.state === 'right' || reading.state === 'absent');
  const received: Fact = { is: 'encoded-answer', encoding, verifies };
  return verifies
    ? satisfied(settled, expected, { received })
    : advisory(settled, expected, { received, place: 'response:header:Signature' });
}

/** The members of an exchange as they are, whatever keeps them. */
function plain({ id, operation, probe, title, marker, startedAt, durationMs, request, noAnswer }: Exchange) {
  return { id, operation, probe, title, marker, startedAt, durationMs, request, noAnswer };
}

/** A body without its content encoding; null where it is not what it says. */
function decoded(body: Uint8Array, encoding: string): Uint8Array | null {
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(body);
    if (encoding === 'deflate') return inflateSync(body);
    return encoding === 'br' ? brotliDecompressSync(body) : null;
  } catch {
    return null;
  }
}
