/** Signatures of answers: present where they must be, complete, over what was really sent, with a time that both sides read alike. */
import { invariant } from '../../engine/check/check.ts';
import type { AnswerSignatureState, Fact } from '../../engine/check/facts.ts';
import { type Extra, type Finding, shown } from '../../engine/check/finding.ts';
import type { ObservedExchange } from '../../engine/check/observed-exchange.ts';
import { type AnswerSignature, readAnswerSignature } from '../../engine/diagnosis/answer-signature.ts';
import { diagnoseAnswer } from '../../engine/diagnosis/signature-cases.ts';
import { foreignSize } from '../../engine/diagnosis/signature-text.ts';
import { header } from '../../engine/wire/answer.ts';
import { readSignatureHeader } from '../../engine/wire/signing.ts';
import { verifiersReading } from './published-verifiers.ts';
import { clockMinutes, isoWithZone, writtenTimeFault } from './written-time.ts';

/** Codes of answers that may go unsigned: the sender could not be told apart, or no operation was reached (ambiguity 6.24). */
const mayBeUnsigned = new Set([
  'INVALID_SIGNATURE',
  'INVALID_CLIENT',
  'KEY_NOT_FOUND',
  'ACCESS_DENIED',
  'NO_INTERFACE_DEF',
  'METHOD_NOT_SUPPORTED',
  'MEDIA_TYPE_NOT_ACCEPTABLE',
  'REQUEST_TRAFFIC_EXCEED_LIMIT',
  'UNKNOWN_EXCEPTION',
]);

/** Every answer is signed where it must be, completely, over what was really sent. */
export const signedAnswers = invariant('every answer that must be signed carries a right signature', judgeSignature, {
  signing: true,
});

/** As the spec has it, to the second: the sister platform asks the same of this header. A leap second is a moment too. */
function isMoment(time: string): boolean {
  return isoWithZone.test(time) && !Number.isNaN(Date.parse(time.replace(/:60(?=[.Z+-])/, ':59')));
}

/** Response-Time is a date, `T`, a time and a zone, so that both sides read the same moment. */
export const zonedResponseTime = invariant('every Response-Time is an ISO 8601 time with a zone', ({ answer }) => {
  const time = answer.exchange.response && header(answer.exchange.response.headers, 'Response-Time');
  if (time === null) return null;
  const received: Fact = { is: 'header', name: 'Response-Time', value: time };
  const place = 'response:header:Response-Time';
  const verdict = isMoment(time) ? 'satisfied' : 'violated';
  return shown(verdict, { is: 'note', note: 'iso-time-with-zone' }, received, [answer.exchange], { place });
});

/** Response-Time is the moment of the answer: advice where it is not, with the likely cause. */
export const currentResponseTime = invariant('every Response-Time is the time of its answer', ({ answer }) => {
  const { response, startedAt, durationMs } = answer.exchange;
  const name = 'Response-Time';
  const time = response && header(response.headers, name);
  if (!response || time === null || !isMoment(time)) return null;
  const moment = { from: startedAt, until: startedAt + durationMs };
  const fault = writtenTimeFault(name, time, moment, header(response.headers, 'Date'));
  const expected: Fact = { is: 'close-to-our-clock', name, minutes: clockMinutes };
  const received: Fact = fault ?? { is: 'header', name, value: time };
  const place = `response:header:${name}`;
  return shown(fault ? 'advisory' : 'satisfied', expected, received, [answer.exchange], { place });
});

/** Judges the signature of one answer with a result; null where it may be missing, and where the request named no client that could be signed. */
function judgeSignature(observed: ObservedExchange): Finding | null {
  const { answer, publicKey, settings } = observed;
  const { request, response } = answer.exchange;
  if (!publicKey || !response || !answer.result || !header(request.headers, 'Client-Id')) return null;
  const reading = readAnswerSignature(answer.exchange, publicKey, settings.clientId);
  if (reading.state === 'absent' && mayBeAbsent(observed)) return null;
  const received = signatureFact(reading, observed);
  const diagnose = () => diagnoseAnswer(answer.exchange, settings);
  switch (received.state) {
    case 'signed':
      return judged(observed, 'satisfied', received);
    case 'no-client-id':
      return judged(observed, 'advisory', received, { place: 'response:header:Client-Id' });
    case 'plain-base64':
      return judged(observed, 'violated', received);
    case 'other-form':
      // The formula of the page names base64url, its sample does not.
      return received.form === 'base64url'
        ? judged(observed, 'advisory', received)
        : judged(observed, 'violated', received, { diagnose });
    case 'no-response-time':
      return judged(observed, 'violated', received, { place: 'response:header:Response-Time' });
    case 'unsigned':
    case 'no-signature':
      return judged(observed, 'violated', received);
    default:
      return judged(observed, 'violated', received, { diagnose });
  }
}

function judged(
  { answer }: ObservedExchange,
  verdict: 'satisfied' | 'violated' | 'advisory',
  received: Fact,
  extra: Extra = {},
): Finding {
  return shown(verdict, { is: 'signed-answer' }, received, [answer.exchange], {
    place: 'response:header:Signature',
    ...extra,
  });
}

/** An answer to a sender that cannot be told, or to a body that need not be read whole: its size or depth is beyond what any page speaks of (ambiguity 6.40). */
function mayBeAbsent({ authenticated, ordinary, answer, spec }: ObservedExchange): boolean {
  // Frameworks read JSON before they look at who sent it.
  if (!ordinary && answer.kind === 'F') return true;
  return (
    !authenticated ||
    spec.beyondSpec === true ||
    answer.http === 413 ||
    mayBeUnsigned.has(answer.code) ||
    answer.kind === 'bare'
  );
}

type SignatureFact = Extract<Fact, { is: 'answer-signature' }>;

/** What a signature was read as, as a fact. */
function signatureFact(reading: AnswerSignature, { answer, publicKey }: ObservedExchange): SignatureFact {
  const { headers } = answer.exchange.response!;
  const value = header(headers, 'Signature');
  const fact = (state: AnswerSignatureState, more: Partial<SignatureFact> = {}): SignatureFact => ({
    is: 'answer-signature',
    state,
    ...more,
  });
  if (reading.state === 'absent') return fact('unsigned');
  if (reading.state === 'half') return fact(value === null ? 'no-signature' : 'no-response-time');
  if (reading.state === 'right') {
    const readBy = verifiersReading(reading.form, readSignatureHeader(value!)!.signature);
    if (reading.form === 'base64') return fact('plain-base64', { readBy });
    if (reading.form !== 'url-base64') return fact('other-form', { form: reading.form, readBy });
    return fact(header(headers, 'Client-Id') ? 'signed' : 'no-client-id');
  }
  if (reading.key === 'ours') return fact('other-content');
  if (reading.key === 'unreadable') return fact(readSignatureHeader(value!) ? 'unreadable' : 'no-signature-part');
  const bits = foreignSize(value!, publicKey!);
  return fact('other-key', bits === null ? {} : { bits });
}
