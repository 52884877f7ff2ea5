/** Lies about the signature of the answer: left out, halved, over something else, or written in another form. */
import { constants, sign } from 'node:crypto';
import type { Alter, Behaviour, Call } from '../../mpp/behaviour.ts';
import { textToSign } from '../../signing.ts';
import { at, everywhere, flaw, lie, type MppFault } from '../fault.ts';
import { both, onReply, withoutHeaders } from './alterations.ts';

const technical = ['INVALID_SIGNATURE', 'INVALID_CLIENT', 'KEY_NOT_FOUND'];

/** Leaves answers unsigned. */
function unsigned(when: (code: string, call: Call) => boolean): Alter {
  return (b) => ({
    ...b,
    signs: (call, answer) => b.signs(call, answer) && !when(String(answer.result.resultCode), call),
  });
}

/** Signs another text than the one that is due. */
function signing(content: (call: Call, clientId: string, time: string, body: string) => Buffer): Alter {
  return (b) => ({ ...b, answerContent: content });
}

/** Writes the signature's text in another form. */
function written(form: (base64: string) => string): Alter {
  return (b) => ({ ...b, sign: async (c, content, call) => form(decodeURIComponent(await b.sign(c, content, call))) });
}

/** Signs with the right key by another scheme. */
function scheme(digest: string, padding: number): Alter {
  return (b) => ({
    ...b,
    sign: async (c: Behaviour, content: Buffer) =>
      encodeURIComponent(sign(digest, content, { key: c.ownKey ?? '', padding }).toString('base64')),
  });
}

const clock = (write: (iso: string) => string): Alter => {
  return (b) => ({ ...b, now: () => write(b.now()) });
};

const left: readonly MppFault[] = [
  lie(
    'answers-unsigned',
    'Signs nothing.',
    everywhere('G-07'),
    unsigned(() => true),
  ),
  lie(
    'success-unsigned',
    'Signs failures only.',
    everywhere('G-07'),
    unsigned((code) => code === 'SUCCESS'),
  ),
  lie(
    'illegal-parameter-unsigned',
    'Answers PARAM_ILLEGAL before the answer could be signed.',
    everywhere('G-07'),
    unsigned((code) => code === 'PARAM_ILLEGAL'),
  ),
  lie(
    'business-failure-unsigned',
    'Leaves the answer about an unknown token or user unsigned.',
    at('sendOTP', 'G-07').concat(at('sendActivationCode', 'G-07'), at('tokenDigitizeDecision', 'G-07')),
    unsigned((code) => code === 'INVALID_TOKEN' || code === 'USER_NOT_EXIST'),
  ),
  lie(
    'notification-answer-unsigned',
    'Takes the answer to a notification for a mere acknowledgement and does not sign it.',
    at('tokenActivationNotification', 'G-07'),
    unsigned((_code, call) => call.api === 'tokenActivationNotification'),
  ),
  lie(
    'signature-without-response-time',
    'Forgets Response-Time on answers to requests that it could not authenticate.',
    everywhere('G-07'),
    onReply((reply, _call, answer) =>
      technical.includes(String(answer.result.resultCode)) ? withoutHeaders(reply, 'Response-Time') : reply,
    ),
  ),
  lie(
    'response-time-without-signature',
    'Puts Response-Time on answers that it does not sign.',
    everywhere('G-07'),
    onReply((reply, _call, answer) =>
      technical.includes(String(answer.result.resultCode)) ? withoutHeaders(reply, 'Signature') : reply,
    ),
  ),
  flaw(
    'answer-without-client-id',
    'Signs its answers and does not say under which Client-Id.',
    everywhere('G-07'),
    onReply((reply) => withoutHeaders(reply, 'Client-Id')),
  ),
  lie('every-fifth-answer-unsigned', 'Leaves every fifth answer unsigned.', everywhere('G-07'), (b) => ({
    ...b,
    signs: (call, answer) => call.n % 5 !== 0 && b.signs(call, answer),
  })),
  lie(
    'signature-header-bare',
    'Puts the signature into its header without the names of its parts.',
    everywhere('G-07'),
    (b) => ({ ...b, writeSignature: (_version, value) => value }),
  ),
];

const otherContent: readonly MppFault[] = [
  lie(
    'answer-signed-over-constant-path',
    'Signs every answer over the path of another API, from a constant.',
    everywhere('G-07'),
    signing((_call, id, time, body) => textToSign('POST', '/aps/api/v1/payments/pay', id, time, Buffer.from(body))),
  ),
  lie(
    'answer-signed-over-path-without-version',
    'Signs over the path without the prefix that its gateway strips.',
    everywhere('G-07'),
    signing((call, id, time, body) =>
      textToSign('POST', call.target.replace('/aps/api/v1', ''), id, time, Buffer.from(body)),
    ),
  ),
  lie(
    'answer-signed-over-full-url',
    'Signs over the URL with scheme and host.',
    everywhere('G-07'),
    signing((call, id, time, body) =>
      textToSign('POST', `http://${call.headers.host ?? ''}${call.target}`, id, time, Buffer.from(body)),
    ),
  ),
  lie(
    'answer-signed-over-request-time',
    'Signs over the Request-Time of the request instead of its own Response-Time.',
    everywhere('G-07'),
    signing((call, id, _time, body) =>
      textToSign('POST', call.target, id, call.headers['request-time'] ?? '', Buffer.from(body)),
    ),
  ),
  lie(
    'answer-signed-over-request-body',
    'Signs the body that it received instead of the one that it sends.',
    everywhere('G-07'),
    signing((call, id, time) => textToSign('POST', call.target, id, time, call.body)),
  ),
  lie(
    'answer-printed-twice',
    'Signs the compact body and sends it pretty-printed by another serialiser.',
    everywhere('G-07'),
    onReply((reply) => ({ ...reply, body: JSON.stringify(JSON.parse(reply.body), null, 2) })),
  ),
  lie(
    'answer-signed-before-line-end',
    'Appends a line end to the body after signing it.',
    everywhere('G-07'),
    onReply((reply) => ({ ...reply, body: `${reply.body}\n` })),
  ),
  lie(
    'answer-signed-without-line-feed',
    'Joins path and Client-Id by a space where a line feed belongs.',
    everywhere('G-07'),
    signing((call, id, time, body) => Buffer.from(`POST ${call.target} ${id}.${time}.${body}`)),
  ),
  lie(
    'answer-signed-without-method',
    'Leaves the method out of what it signs.',
    everywhere('G-07'),
    signing((call, id, time, body) => Buffer.from(`${call.target}\n${id}.${time}.${body}`)),
  ),
  lie(
    'answer-signed-for-another-client',
    'Signs over an internal client id and shows the documented one.',
    everywhere('G-07'),
    signing((call, _id, time, body) => textToSign('POST', call.target, 'mpp-internal', time, Buffer.from(body))),
  ),
  lie('first-signature-reused', 'Computes one signature and puts it under every answer.', everywhere('G-07'), (b) => {
    let first: Promise<string> | null = null;
    return {
      ...b,
      sign: (c, content, call) => {
        first ??= b.sign(c, content, call);
        return first;
      },
    };
  }),
];

const otherForms: readonly MppFault[] = [
  lie(
    'answer-signature-raw-base64',
    'Writes the signature as base64 that is not URL-encoded.',
    everywhere('G-07'),
    written((base64) => base64),
  ),
  flaw(
    'answer-signature-base64url',
    'Writes the signature as base64url without padding.',
    everywhere('G-07'),
    written((base64) => Buffer.from(base64, 'base64').toString('base64url')),
  ),
  lie(
    'answer-signature-hex',
    'Writes the signature as hexadecimal digits.',
    everywhere('G-07'),
    written((base64) => Buffer.from(base64, 'base64').toString('hex')),
  ),
  lie(
    'answer-signature-encoded-twice',
    'URL-encodes the signature twice.',
    everywhere('G-07'),
    written((base64) => encodeURIComponent(encodeURIComponent(base64))),
  ),
  lie('answer-signed-with-sha1', 'Signs with SHA-1.', everywhere('G-07'), scheme('sha1', constants.RSA_PKCS1_PADDING)),
  lie(
    'answer-signed-with-sha512',
    'Signs with SHA-512.',
    everywhere('G-07'),
    scheme('sha512', constants.RSA_PKCS1_PADDING),
  ),
  lie(
    'answer-signed-with-pss',
    'Signs with RSA-PSS.',
    everywhere('G-07'),
    scheme('sha256', constants.RSA_PKCS1_PSS_PADDING),
  ),
  lie(
    'response-time-compact',
    'Writes Response-Time without separators, as 20300101120000+0800.',
    everywhere('G-07'),
    clock((iso) => `${iso.slice(0, 19).replace(/[-:T]/g, '')}+0800`),
  ),
  lie(
    'response-time-epoch',
    'Writes Response-Time as milliseconds since 1970.',
    everywhere('G-07'),
    clock((iso) => String(Date.parse(iso))),
  ),
  lie(
    'response-time-without-zone',
    'Writes Response-Time without a zone.',
    everywhere('G-07'),
    clock((iso) => iso.slice(0, 19)),
  ),
  lie(
    'response-time-without-seconds',
    'Writes Response-Time to the minute.',
    everywhere('G-07'),
    clock((iso) => iso.replace(/:\d\d(?=[+-]\d\d:\d\d$)/, '')),
  ),
  lie(
    'response-time-with-space',
    'Writes Response-Time with a space where a T belongs.',
    everywhere('G-07'),
    clock((iso) => iso.replace('T', ' ')),
  ),
];

/** What every failure looks like at an MPP that takes HTTP for the protocol. */
const httpFailures = lie(
  'failures-as-unsigned-http-400',
  'Answers failures as HTTP 400 and does not sign them.',
  everywhere('G-07', 'G-22'),
  both(
    unsigned((code) => code !== 'SUCCESS'),
    (b) => ({ ...b, httpStatus: (_call, answer) => (answer.result.resultStatus === 'S' ? 200 : 400) }),
  ),
);

/** Faults of signed answers. */
export const signingFaults: readonly MppFault[] = [...left, ...otherContent, ...otherForms, httpFailures];
