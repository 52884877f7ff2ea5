/** Faults of the answer's signature: missing, incomplete, over another text, or in another format. */
import { constants, sign } from 'node:crypto';
import type { Behaviour, Call, Patch } from '../../mpp/behaviour.ts';
import { textToSign } from '../../signing.ts';
import { type MppFault, mustFault, rowKeys, rowKeysOfAllApis, shouldFault } from '../fault.ts';
import { both, onReply, withoutHeaders } from './alterations.ts';

const technical = ['INVALID_SIGNATURE', 'INVALID_CLIENT', 'KEY_NOT_FOUND'];

/** Leaves answers unsigned. */
function unsigned(when: (code: string, call: Call) => boolean): Patch {
  return (b) => ({
    ...b,
    signs: (call, answer) => b.signs(call, answer) && !when(String(answer.result.resultCode), call),
  });
}

/** Signs another text than the required one. */
function signing(content: (call: Call, clientId: string, time: string, body: string) => Buffer): Patch {
  return (b) => ({ ...b, answerContent: content });
}

/** Writes the signature's text in another form. */
function written(form: (base64: string) => string): Patch {
  return (b) => ({ ...b, sign: async (c, content, call) => form(decodeURIComponent(await b.sign(c, content, call))) });
}

/** Signs with the right key by another scheme. */
function scheme(digest: string, padding: number): Patch {
  return (b) => ({
    ...b,
    sign: async (c: Behaviour, content: Buffer) =>
      encodeURIComponent(sign(digest, content, { key: c.ownKey ?? '', padding }).toString('base64')),
  });
}

const clock = (write: (iso: string) => string): Patch => {
  return (b) => ({ ...b, now: () => write(b.now()) });
};

const left: readonly MppFault[] = [
  mustFault(
    'answers-unsigned',
    'Signs nothing.',
    rowKeysOfAllApis('G-07'),
    unsigned(() => true),
  ),
  mustFault(
    'success-unsigned',
    'Signs failures only.',
    rowKeysOfAllApis('G-07'),
    unsigned((code) => code === 'SUCCESS'),
  ),
  mustFault(
    'illegal-parameter-unsigned',
    'Answers PARAM_ILLEGAL before the answer could be signed.',
    rowKeysOfAllApis('G-07'),
    unsigned((code) => code === 'PARAM_ILLEGAL'),
  ),
  mustFault(
    'business-failure-unsigned',
    'Leaves the answer about an unknown token or user unsigned.',
    rowKeys('sendOTP', 'G-07').concat(rowKeys('sendActivationCode', 'G-07'), rowKeys('tokenDigitizeDecision', 'G-07')),
    unsigned((code) => code === 'INVALID_TOKEN' || code === 'USER_NOT_EXIST'),
  ),
  mustFault(
    'notification-answer-unsigned',
    'Takes the answer to a notification for a mere acknowledgement and does not sign it.',
    rowKeys('tokenActivationNotification', 'G-07'),
    unsigned((_code, call) => call.api === 'tokenActivationNotification'),
  ),
  mustFault(
    'signature-without-response-time',
    'Forgets Response-Time on answers to requests that it could not authenticate.',
    rowKeysOfAllApis('G-07'),
    onReply((reply, _call, answer) =>
      technical.includes(String(answer.result.resultCode)) ? withoutHeaders(reply, 'Response-Time') : reply,
    ),
  ),
  mustFault(
    'response-time-without-signature',
    'Puts Response-Time on answers that it does not sign.',
    rowKeysOfAllApis('G-07'),
    onReply((reply, _call, answer) =>
      technical.includes(String(answer.result.resultCode)) ? withoutHeaders(reply, 'Signature') : reply,
    ),
  ),
  shouldFault(
    'answer-without-client-id',
    'Signs its answers and does not say under which Client-Id.',
    rowKeysOfAllApis('G-07'),
    onReply((reply) => withoutHeaders(reply, 'Client-Id')),
  ),
  mustFault('every-fifth-answer-unsigned', 'Leaves every fifth answer unsigned.', rowKeysOfAllApis('G-07'), (b) => ({
    ...b,
    signs: (call, answer) => call.n % 5 !== 0 && b.signs(call, answer),
  })),
  mustFault(
    'signature-header-bare',
    'Puts the signature into its header without the names of its parts.',
    rowKeysOfAllApis('G-07'),
    (b) => ({ ...b, writeSignature: (_version, value) => value }),
  ),
];

const otherContent: readonly MppFault[] = [
  mustFault(
    'answer-signed-over-constant-path',
    'Signs every answer over the path of another API, from a constant.',
    rowKeysOfAllApis('G-07'),
    signing((_call, id, time, body) => textToSign('POST', '/aps/api/v1/payments/pay', id, time, Buffer.from(body))),
  ),
  mustFault(
    'answer-signed-over-path-without-version',
    'Signs over the path without the prefix that its gateway strips.',
    rowKeysOfAllApis('G-07'),
    signing((call, id, time, body) =>
      textToSign('POST', call.target.replace('/aps/api/v1', ''), id, time, Buffer.from(body)),
    ),
  ),
  mustFault(
    'answer-signed-over-full-url',
    'Signs over the URL with scheme and host.',
    rowKeysOfAllApis('G-07'),
    signing((call, id, time, body) =>
      textToSign('POST', `http://${call.headers.host ?? ''}${call.target}`, id, time, Buffer.from(body)),
    ),
  ),
  mustFault(
    'answer-signed-over-request-time',
    'Signs over the Request-Time of the request instead of its own Response-Time.',
    rowKeysOfAllApis('G-07'),
    signing((call, id, _time, body) =>
      textToSign('POST', call.target, id, call.headers['request-time'] ?? '', Buffer.from(body)),
    ),
  ),
  mustFault(
    'answer-signed-over-request-body',
    'Signs the body that it received instead of the one that it sends.',
    rowKeysOfAllApis('G-07'),
    signing((call, id, time) => textToSign('POST', call.target, id, time, call.body)),
  ),
  mustFault(
    'answer-printed-twice',
    'Signs the compact body and sends it pretty-printed by another serialiser.',
    rowKeysOfAllApis('G-07'),
    onReply((reply) => ({ ...reply, body: JSON.stringify(JSON.parse(reply.body), null, 2) })),
  ),
  mustFault(
    'answer-signed-before-line-end',
    'Appends a line end to the body after signing it.',
    rowKeysOfAllApis('G-07'),
    onReply((reply) => ({ ...reply, body: `${reply.body}\n` })),
  ),
  mustFault(
    'answer-signed-without-line-feed',
    'Joins path and Client-Id by a space where a line feed belongs.',
    rowKeysOfAllApis('G-07'),
    signing((call, id, time, body) => Buffer.from(`POST ${call.target} ${id}.${time}.${body}`)),
  ),
  mustFault(
    'answer-signed-without-method',
    'Leaves the method out of what it signs.',
    rowKeysOfAllApis('G-07'),
    signing((call, id, time, body) => Buffer.from(`${call.target}\n${id}.${time}.${body}`)),
  ),
  mustFault(
    'answer-signed-for-another-client',
    'Signs over an internal client id and shows the documented one.',
    rowKeysOfAllApis('G-07'),
    signing((call, _id, time, body) => textToSign('POST', call.target, 'mpp-internal', time, Buffer.from(body))),
  ),
  mustFault(
    'first-signature-reused',
    'Computes one signature and puts it under every answer.',
    rowKeysOfAllApis('G-07'),
    (b) => {
      let first: Promise<string> | null = null;
      return {
        ...b,
        sign: (c, content, call) => {
          first ??= b.sign(c, content, call);
          return first;
        },
      };
    },
  ),
];

const otherForms: readonly MppFault[] = [
  mustFault(
    'answer-signature-raw-base64',
    'Writes the signature as base64 that is not URL-encoded.',
    rowKeysOfAllApis('G-07'),
    written((base64) => base64),
  ),
  shouldFault(
    'answer-signature-base64url',
    'Writes the signature as base64url without padding.',
    rowKeysOfAllApis('G-07'),
    written((base64) => Buffer.from(base64, 'base64').toString('base64url')),
  ),
  mustFault(
    'answer-signature-hex',
    'Writes the signature as hexadecimal digits.',
    rowKeysOfAllApis('G-07'),
    written((base64) => Buffer.from(base64, 'base64').toString('hex')),
  ),
  mustFault(
    'answer-signature-encoded-twice',
    'URL-encodes the signature twice.',
    rowKeysOfAllApis('G-07'),
    written((base64) => encodeURIComponent(encodeURIComponent(base64))),
  ),
  mustFault(
    'answer-signed-with-sha1',
    'Signs with SHA-1.',
    rowKeysOfAllApis('G-07'),
    scheme('sha1', constants.RSA_PKCS1_PADDING),
  ),
  mustFault(
    'answer-signed-with-sha512',
    'Signs with SHA-512.',
    rowKeysOfAllApis('G-07'),
    scheme('sha512', constants.RSA_PKCS1_PADDING),
  ),
  mustFault(
    'answer-signed-with-pss',
    'Signs with RSA-PSS.',
    rowKeysOfAllApis('G-07'),
    scheme('sha256', constants.RSA_PKCS1_PSS_PADDING),
  ),
  mustFault(
    'response-time-compact',
    'Writes Response-Time without separators, as 20300101120000+0800.',
    rowKeysOfAllApis('G-07'),
    clock((iso) => `${iso.slice(0, 19).replace(/[-:T]/g, '')}+0800`),
  ),
  mustFault(
    'response-time-epoch',
    'Writes Response-Time as milliseconds since 1970.',
    rowKeysOfAllApis('G-07'),
    clock((iso) => String(Date.parse(iso))),
  ),
  mustFault(
    'response-time-without-zone',
    'Writes Response-Time without a zone.',
    rowKeysOfAllApis('G-07'),
    clock((iso) => iso.slice(0, 19)),
  ),
  mustFault(
    'response-time-without-seconds',
    'Writes Response-Time to the minute.',
    rowKeysOfAllApis('G-07'),
    clock((iso) => iso.replace(/:\d\d(?=[+-]\d\d:\d\d$)/, '')),
  ),
  mustFault(
    'response-time-with-space',
    'Writes Response-Time with a space where a T belongs.',
    rowKeysOfAllApis('G-07'),
    clock((iso) => iso.replace('T', ' ')),
  ),
];

/** Failures as HTTP status codes. */
const httpFailures = mustFault(
  'failures-as-unsigned-http-400',
  'Answers failures as HTTP 400 and does not sign them.',
  rowKeysOfAllApis('G-07', 'G-22'),
  both(
    unsigned((code) => code !== 'SUCCESS'),
    (b) => ({ ...b, httpStatus: (_call, answer) => (answer.result.resultStatus === 'S' ? 200 : 400) }),
  ),
);

/** Faults of signed answers. */
export const signingFaults: readonly MppFault[] = [...left, ...otherContent, ...otherForms, httpFailures];
