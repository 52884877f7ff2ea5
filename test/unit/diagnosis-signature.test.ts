/** Every known way to sign wrongly is planted and named; right signatures and unknown faults are never taken for one. */
import { constants, createHash, type KeyObject, privateEncrypt, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SignatureCode } from '../../engine/diagnosis/deviations.ts';
import { diagnoseSignature } from '../../engine/diagnosis/signature.ts';
import {
  body,
  clientId,
  ours,
  type Plant,
  path,
  planted,
  randomText,
  requestBody,
  requestTime,
  seeded,
  stranger,
  textOf,
  time,
  value,
} from '../support/planted-signature.ts';

const sortedBody =
  '{"amount":"1","gone":null,"result":{"resultCode":"SUCCESS","resultStatus":"S"},"verifyRequestId":"a/b=<é\'>"}';
const pss = (digest: string, saltLength: number) => (content: Buffer, key: KeyObject) =>
  sign(digest, content, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });
const over = (part: Parameters<typeof textOf>[0]): Plant => ({ content: textOf(part) });
const asText = (text: string) => ({ content: Buffer.from(text) });
const spaced = body.replaceAll('":', '": ').replaceAll(',"', ', "');

/** What is planted, and the codes that must come out, in this order. */
const plants: readonly (readonly [string, Plant, ...SignatureCode[]])[] = [
  ['Request-Time', over({ time: requestTime }), 'signed-over-request-time'],
  ['Date', over({ time: 'Fri, 20 Nov 2026 08:00:00 GMT' }), 'signed-over-other-time'],
  ['no time', over({ time: '' }), 'signed-without-time'],
  ['null for the time', over({ time: 'null' }), 'signed-without-time'],
  ['the time in UTC', over({ time: '2026-11-20T08:00:00Z' }), 'signed-over-other-time'],
  ['the time in milliseconds', over({ time: String(Date.parse(time)) }), 'signed-over-other-time'],
  ['the clock read twice', over({ time: '2026-11-20T16:00:01+08:00' }), 'signed-over-other-time'],
  [
    'the clock read twice in milliseconds',
    { ...over({ time: '2026-11-20T16:00:00.123Z' }), time: '2026-11-20T16:00:00.130Z' },
    'signed-over-other-time',
  ],
  ['path without query', over({ path: path.slice(0, -4) }), 'signed-over-path-without-query'],
  ['scheme and host', over({ path: `http://127.0.0.1:8080${path}` }), 'signed-over-url-with-host'],
  ['host', over({ path: `127.0.0.1:8080${path}` }), 'signed-over-url-with-host'],
  ['another constant path', over({ path: '/aps/api/v1/payments/pay' }), 'signed-over-constant-path'],
  ['the default path', over({ path: '/aps/api/v1/users/sendOTP' }), 'signed-over-constant-path'],
  ['a slash at the end', over({ path: path.replace('?', '/?') }), 'signed-over-path-with-slash'],
  ['without prefix', over({ path: path.slice(3) }), 'signed-over-path-without-prefix'],
  ['the last step of the path', over({ path: '/sendOTP?x=1' }), 'signed-over-path-without-prefix'],
  ['no slash at the beginning', over({ path: path.slice(1) }), 'signed-over-path-without-slash'],
  ['path in lower case', over({ path: path.toLowerCase() }), 'signed-over-path-in-lower-case'],
  ['no path', over({ path: '' }), 'signed-without-path'],
  ['small method', over({ method: 'post' }), 'signed-over-method-in-lower-case'],
  ['another method', over({ method: 'GET' }), 'signed-over-other-method'],
  ['no method', asText(`${path}\n${clientId}.${time}.${body}`), 'signed-without-method'],
  ['no line feed', asText(`POST ${path}${clientId}.${time}.${body}`), 'signed-without-line-feed'],
  ['a space for the line feed', asText(`POST ${path} ${clientId}.${time}.${body}`), 'signed-over-other-line-end'],
  ['CR LF', asText(`POST ${path}\r\n${clientId}.${time}.${body}`), 'signed-over-other-line-end'],
  ['backslash n', asText(`POST ${path}\\n${clientId}.${time}.${body}`), 'signed-over-other-line-end'],
  ['our client id', over({ client: 'SANDBOX_OURS' }), 'signed-for-other-client'],
  ['no client id', over({ client: '' }), 'signed-without-client'],
  ['colons', asText(`POST ${path}\n${clientId}:${time}:${body}`), 'signed-with-other-separators'],
  ['no dots', asText(`POST ${path}\n${clientId}${time}${body}`), 'signed-without-separators'],
  ['no last dot', asText(`POST ${path}\n${clientId}.${time}${body}`), 'signed-without-separators'],
  ['the body alone', asText(body), 'signed-over-body-alone'],
  ['no first line', asText(`${clientId}.${time}.${body}`), 'signed-without-first-line'],
  ['time before client', asText(`POST ${path}\n${time}.${clientId}.${body}`), 'signed-with-time-before-client'],
  ['body of the request', over({ body: requestBody }), 'signed-over-request-body'],
  ['no body', over({ body: '' }), 'signed-over-empty-body'],
  ['sorted keys', over({ body: sortedBody }), 'signed-over-sorted-body'],
  ['compact, sent pretty', { ...over({}), body: JSON.stringify(value, null, 2) }, 'signed-over-rewritten-body'],
  ['two spaces', over({ body: JSON.stringify(value, null, 2) }), 'signed-over-indented-body'],
  ['four spaces', over({ body: JSON.stringify(value, null, 4) }), 'signed-over-indented-body'],
  ['tabs', over({ body: JSON.stringify(value, null, '\t') }), 'signed-over-indented-body'],
  ['Python', over({ body: spaced }), 'signed-over-spaced-body'],
  [
    'pretty with CR LF',
    {
      body: JSON.stringify(value, null, 2),
      ...over({ body: JSON.stringify(value, null, 2).replaceAll('\n', '\r\n') }),
    },
    'signed-over-other-line-ends',
  ],
  ['a line end behind the body', over({ body: `${body}\n` }), 'signed-over-body-with-line-end'],
  ['a line end sent, not signed', { ...over({}), body: `${body}\n` }, 'signed-over-trimmed-body'],
  ['é as an escape', over({ body: body.replace('é', '\\u00e9') }), 'signed-over-escaped-body'],
  ['an escape sent as é', { ...over({}), body: body.replace('é', '\\u00e9') }, 'signed-over-rewritten-body'],
  ['slashes escaped', over({ body: body.replace('/', '\\/') }), 'signed-over-escaped-body'],
  ['the body as a string', over({ body: JSON.stringify(body) }), 'signed-over-quoted-body'],
  ['the base64 of the body', over({ body: Buffer.from(body).toString('base64') }), 'signed-over-encoded-body'],
  ['Latin-1', over({ body: Buffer.from(body, 'latin1') }), 'signed-over-latin1-body'],
  ['nulls left out', over({ body: body.replace(',"gone":null', '') }), 'signed-over-body-without-nulls'],
  ['hex digest', asText(createHash('sha256').update(textOf()).digest('hex')), 'signed-over-digest'],
  ['digest', { content: createHash('sha256').update(textOf()).digest() }, 'signed-over-digest'],
  ['MD5', { digest: 'md5' }, 'signed-with-md5'],
  ['SHA-1', { digest: 'sha1' }, 'signed-with-sha1'],
  ['SHA-224', { digest: 'sha224' }, 'signed-with-sha224'],
  ['SHA-384', { digest: 'sha384' }, 'signed-with-sha384'],
  ['SHA-512', { digest: 'sha512' }, 'signed-with-sha512'],
  ['PSS, salt of the digest', { sign: pss('sha256', constants.RSA_PSS_SALTLEN_DIGEST) }, 'signed-with-pss'],
  ['PSS, the longest salt', { sign: pss('sha256', constants.RSA_PSS_SALTLEN_MAX_SIGN) }, 'signed-with-pss'],
  ['PSS, no salt', { sign: pss('sha512', 0) }, 'signed-with-pss'],
  [
    'a digest without its name',
    { sign: (content, key) => privateEncrypt(key, createHash('sha256').update(content).digest()) },
    'signed-without-digest-name',
  ],
  ['our key', { key: ours.privateKey }, 'signed-with-our-key'],
  ['a third key', { key: stranger.privateKey }, 'signed-with-other-key'],
  ['raw base64', { write: (base64) => base64 }, 'signature-as-base64'],
  ['base64url', { write: (base64) => Buffer.from(base64, 'base64').toString('base64url') }, 'signature-as-base64url'],
  ['hex', { write: (base64) => Buffer.from(base64, 'base64').toString('hex') }, 'signature-as-hex'],
  ['encoded twice', { write: (base64) => encodeURIComponent(encodeURIComponent(base64)) }, 'signature-encoded-twice'],
  ['lines', { write: (base64) => encodeURIComponent(base64.replace(/.{76}/g, '$&\r\n')) }, 'signature-in-lines'],
  ['quotes', { header: (text) => `algorithm=RSA256, keyVersion=1, signature="${text}"` }, 'signature-in-quotes'],
  ['no names of parts', { header: (text) => text }, 'signature-without-part-names'],
  ['a placeholder', { write: () => '****' }, 'signature-unreadable'],
  ['something else', asText('something else'), 'signed-over-unknown-text'],
  // Two at once, and with the scheme, the form and the key.
  [
    'Request-Time and sorted',
    over({ time: requestTime, body: sortedBody }),
    'signed-over-request-time',
    'signed-over-sorted-body',
  ],
  [
    'without prefix, our client id',
    over({ path: path.slice(3), client: 'SANDBOX_OURS' }),
    'signed-over-path-without-prefix',
    'signed-for-other-client',
  ],
  [
    'SHA-1 over the request body in hex',
    { ...over({ body: requestBody }), digest: 'sha1', write: (b) => Buffer.from(b, 'base64').toString('hex') },
    'signed-over-request-body',
    'signed-with-sha1',
    'signature-as-hex',
  ],
  [
    'our key over the Request-Time',
    { ...over({ time: requestTime }), key: ours.privateKey },
    'signed-with-our-key',
    'signed-over-request-time',
  ],
];

describe('a planted mistake is named', () => {
  const rows = plants.map(([name, plant, ...codes]) => ({ name, plant, codes }));

  test.each(rows)('$name', ({ plant, codes }) => {
    const diagnosis = diagnoseSignature(planted(plant));
    expect(diagnosis?.form).toEqual(codes);
    expect(diagnosis?.code).toBe(codes[0]);
    expect(diagnosis?.says).toMatch(/^The signature of the answer is .+\.$/s);
    expect(diagnosis?.cure).toMatch(/^[A-Z].+/);
  });

  test('in one sentence with the cure', () => {
    const { code, says, cure } = diagnoseSignature(planted(over({ time: requestTime })))!;
    expect({ code, says, cure }).toEqual({
      code: 'signed-over-request-time',
      says: 'The signature of the answer is made over the Request-Time instead of the Response-Time.',
      cure: 'Generate the time once, and use the same text in Response-Time and in the signed text.',
    });
  });
});

describe('what is no mistake', () => {
  const random = seeded(7);

  test('texts that nobody knows are called unknown', { timeout: 20_000 }, () => {
    for (let n = 0; n < 20; n += 1) {
      const diagnosis = diagnoseSignature(planted({ content: randomText(random, 200 + random(100)) }));
      expect(diagnosis?.form).toEqual(['signed-over-unknown-text']);
    }
  });

  test('a body of 1 MiB is searched to its end', { timeout: 60_000 }, () => {
    const large = JSON.stringify({ text: 'x'.repeat(1024 * 1024 - 20) });
    expect(diagnoseSignature(planted({ content: 'x', body: large }))?.code).toBe('signed-over-unknown-text');
    expect(diagnoseSignature(planted({ ...over({ time: requestTime, body: large }), body: large }))?.code).toBe(
      'signed-over-request-time',
    );
  });
});
