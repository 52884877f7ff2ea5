/** Alipay+ servers with exactly one fault each, and the requirement that it breaks. */
import { setTimeout as pause } from 'node:timers/promises';
import { checking, clamped, guarding, pass, resulting, unchecked } from '../../alipayplus/alterations.ts';
import type { Behaviour, Call, Patch, PaymentCode } from '../../alipayplus/behaviour.ts';
import { timeText } from '../../signing.ts';
import type { Fault } from '../fault.ts';
import { field, rowsFor } from '../rows.ts';
import { fieldFaults } from './fields.ts';

/** A fault of the reference Alipay+. */
export interface AlipayPlusFault extends Fault {
  readonly role: 'alipayplus';
  readonly alter: Patch;
}

/** One row of the table. */
const fault = rowsFor('alipayplus')<Patch>;

const listing =
  (change: (codes: PaymentCode[], customerId: unknown) => PaymentCode[]): Patch =>
  (b) => ({ ...b, codes: (count, customerId, startMs) => change(b.codes(count, customerId, startMs), customerId) });

const withoutHeader =
  (name: string): Patch =>
  (b) => ({ ...b, send: (reply) => ({ ...reply, headers: reply.headers.filter(([key]) => key !== name) }) });

/** Lets a request pass unverified where the rule says so. */
const lenient =
  (trusts: (call: Call) => boolean): Patch =>
  (b) =>
    guarding({
      signature: (behaviour, call) => {
        if (!trusts(call)) return b.guards.signature(behaviour, call);
        call.authenticated = true;
        return null;
      },
    })(b);

const addressFaults: readonly AlipayPlusFault[] = [
  fault('any-method', 'It serves whatever method comes.', 'G-10', guarding({ method: pass })),
  fault('any-path', 'It serves every path as if it were its own.', 'G-11', guarding({ path: pass })),
  fault(
    'path-by-prefix',
    'It serves every path that begins like its own.',
    'G-11',
    guarding({ path: (b, call) => (call.path.startsWith(b.path) ? null : 'NO_INTERFACE_DEF') }),
  ),
  fault('any-media-type', 'It takes bodies of any media type for JSON.', 'G-12', (b) => ({
    ...b,
    guards: {
      ...b.guards,
      media: pass,
      body: (behaviour, call) => (b.guards.body(behaviour, call) ? readAnyhow(call) : null),
    },
  })),
  fault('content-type-required', 'It refuses a request without a Content-Type.', 'G-13', (b) =>
    guarding({
      media: (behaviour, call) =>
        call.headers['content-type'] ? b.guards.media(behaviour, call) : 'MEDIA_TYPE_NOT_ACCEPTABLE',
    })(b),
  ),
];

/** Makes an acceptable request of a body that is not JSON, like a server that also reads forms and XML. */
function readAnyhow(call: Call): string | null {
  if (/json/.test(call.headers['content-type'] ?? 'json')) return 'PARAM_ILLEGAL';
  call.request = { customerId: 'from the form', env: {} };
  return null;
}

const authenticationFaults: readonly AlipayPlusFault[] = [
  fault('any-client', 'It serves every Client-Id.', 'G-14', guarding({ client: pass })),
  fault('any-key-version', 'It serves every key version.', 'G-14', (b) => ({
    ...b,
    signatureParts: (header) => ({ ...b.signatureParts(header), keyversion: b.keyVersion }),
  })),
  fault('signature-unchecked', 'It reads the Signature header but verifies nothing.', 'G-08', (b) => ({
    ...b,
    verify: b.verify && (async () => true),
  })),
  fault(
    'signature-when-present',
    'It verifies a signature only where there is one.',
    'G-08',
    lenient((call) => !call.headers.signature),
  ),
  fault(
    'signature-over-reprinted-json',
    'It verifies the signature over JSON that it prints anew.',
    ['G-08', 'G-09'],
    (b) => ({
      ...b,
      requestText: (call, client, time) => b.requestText({ ...call, body: reprinted(call.body) }, client, time),
    }),
  ),
  fault('signature-remembered', 'It takes a signature for good once it was right.', 'G-08', (b) => {
    const known = new Set<string>();
    return {
      ...b,
      verify:
        b.verify &&
        (async (text, signature) => known.has(signature) || (await verifiedOnce(b, known, text, signature))),
    };
  }),
  fault('verifies-at-first', 'It stops verifying after forty requests.', ['G-08', 'G-14'], lenientAfter(40)),
  fault('comma-without-space', 'It cannot read a Signature header with a space after each comma.', 'G-09', (b) => ({
    ...b,
    signatureParts: (header) =>
      Object.fromEntries(
        header.split(',').map((part) => [(part.split('=')[0] ?? '').toLowerCase(), part.replace(/^[^=]*=/, '')]),
      ),
  })),
  fault('header-case-sensitive', 'It finds headers only in the spelling of the documentation.', 'G-09', (b) => ({
    ...b,
    header: (call, name) => {
      const at = call.rawHeaders.indexOf(name);
      return at < 0 ? undefined : call.rawHeaders[at + 1];
    },
  })),
];

async function verifiedOnce(b: Behaviour, known: Set<string>, text: Buffer, signature: string): Promise<boolean> {
  const good = b.verify ? await b.verify(text, signature) : false;
  if (good) known.add(signature);
  return good;
}

function lenientAfter(count: number): Patch {
  return lenient((call) => call.n > count);
}

function reprinted(body: Buffer): Buffer {
  try {
    return Buffer.from(JSON.stringify(JSON.parse(body.toString())));
  } catch {
    return body;
  }
}

const signedAnswerFaults: readonly AlipayPlusFault[] = [
  fault('answers-unsigned', 'It signs no answer.', 'G-07', (b) => ({ ...b, signs: () => false })),
  fault('answers-without-time', 'It signs, but sends no Response-Time.', 'G-07', withoutHeader('Response-Time')),
  fault('answers-without-signature', 'It sends Response-Time, but no Signature.', 'G-07', withoutHeader('Signature')),
  fault('signs-request-time', 'It signs its answer with the time of the request.', 'G-07', (b) => ({
    ...b,
    answerText: (call, client, _, body) => b.answerText(call, client, call.headers['request-time'] ?? '', body),
  })),
  fault('signs-other-path', 'It signs each answer for one fixed path.', 'G-07', (b) => ({
    ...b,
    answerText: (call, ...rest) => b.answerText({ ...call, target: '/aps/api/v1/payments/pay' }, ...rest),
  })),
  fault('signs-compact-sends-indented', 'It signs compact JSON and sends it indented.', 'G-07', (b) => ({
    ...b,
    send: (reply) => ({ ...reply, body: JSON.stringify(JSON.parse(reply.body), null, 2) }),
  })),
  fault(
    'signature-base64url',
    'It writes signatures as base64url.',
    'G-07',
    (b) => ({
      ...b,
      encode: (signature) => Buffer.from(decodeURIComponent(signature), 'base64').toString('base64url'),
    }),
    'warned',
  ),
  fault('signature-raw-base64', 'It writes signatures as base64 that is not URL-encoded.', 'G-07', (b) => ({
    ...b,
    encode: (signature) => decodeURIComponent(signature),
  })),
];

const resultFaults: readonly AlipayPlusFault[] = [
  fault('no-result', 'It answers S without the result object.', [field('response.result.required'), 'GPC-16'], (b) => ({
    ...b,
    finish: ({ result, ...answer }) => (result.resultStatus === 'S' ? answer : { result }),
  })),
  fault(
    'status-and-code-swapped',
    'It puts the code into resultStatus and the status into resultCode.',
    ['G-16', field('response.result.resultStatus.enum'), 'GPC-11', 'GPC-16'],
    resulting((result) => ({ ...result, resultCode: result.resultStatus, resultStatus: result.resultCode })),
  ),
  fault(
    'unknown-as-failed',
    'It gives UNKNOWN_EXCEPTION the status F.',
    ['G-16', 'G-24'],
    resulting((result, code) => (code === 'UNKNOWN_EXCEPTION' ? { ...result, resultStatus: 'F' } : result)),
  ),
  fault(
    'trailing-space',
    'It writes UNKNOWN_EXCEPTION with a space behind it.',
    ['G-16', 'G-24', 'GPC-11'],
    resulting((result, code) => (code === 'UNKNOWN_EXCEPTION' ? { ...result, resultCode: `${code} ` } : result)),
  ),
  fault(
    'own-code',
    'It answers OK where the table says SUCCESS.',
    ['G-16', 'GPC-11'],
    resulting((result, code) => (code === 'SUCCESS' ? { ...result, resultCode: 'OK' } : result)),
  ),
  fault(
    'http-status-for-failures',
    'It answers F with HTTP 400.',
    'G-22',
    (b) => ({ ...b, httpStatus: (answer) => (answer.result.resultStatus === 'F' ? 400 : 200) }),
    'warned',
  ),
  fault(
    'page-on-failure',
    'It answers HTTP 500 with a page where a required parameter is missing.',
    [field('customerId.required'), field('env.required'), field('body.*'), 'G-24'],
    (b) => ({
      ...b,
      send: (reply, call) =>
        call.authenticated && !('customerId' in call.request && 'env' in call.request)
          ? { status: 500, headers: [['Content-Type', 'text/html']], body: '<h1>Internal Server Error</h1>' }
          : reply,
    }),
  ),
  fault(
    'code-as-number',
    'It writes the code of a payment code as a JSON number.',
    field('response.paymentCodeInfoList.type'),
    listing(asNumbers),
  ),
  fault(
    'extra-fields-refused',
    'It refuses fields that it does not know.',
    'G-21',
    checking('nothing-else', (request) =>
      Object.keys(request).every((key) => ['customerId', 'env', 'region', 'codeQuantity'].includes(key)),
    ),
    'warned',
  ),
  fault(
    'slow',
    'It takes six seconds for four answers in a row.',
    'G-23',
    (b) => ({
      ...b,
      deliver: async (response, reply, call) => {
        if (call.n >= 40 && call.n < 44) await pause(6000);
        await b.deliver(response, reply, call);
      },
    }),
    'warned',
  ),
];

function asNumbers(codes: PaymentCode[]): PaymentCode[] {
  return codes.map((code) => ({ ...code, paymentCode: Number(String(code.paymentCode).slice(0, 15)) }));
}

const requestFaults: readonly AlipayPlusFault[] = [
  ...(['customerId', 'env'] as const).flatMap((name) => [
    fault(
      `${name}-not-required`,
      `It serves requests without ${name}.`,
      field(`${name}.required`),
      unchecked(`${name}.required`),
    ),
    fault(
      `${name}-may-be-null`,
      `It serves requests whose ${name} is null.`,
      field(`${name}.null`),
      unchecked(`${name}.null`),
    ),
    fault(
      `${name}-of-any-type`,
      `It serves requests whose ${name} has the wrong JSON type.`,
      field(`${name}.type`),
      unchecked(`${name}.type`),
    ),
  ]),
  fault(
    'customerId-may-be-empty',
    'It serves an empty customerId.',
    field('customerId.empty'),
    unchecked('customerId.empty'),
  ),
  fault(
    'customerId-too-long',
    'It serves a customerId of any length.',
    field('customerId.maxLength'),
    unchecked('customerId.maxLength'),
  ),
  fault(
    'customerId-one-short',
    'It refuses a customerId of 64 characters.',
    field('customerId.maxLength'),
    checking('customerId.maxLength', (request) => String(request.customerId).length < 64),
  ),
  fault(
    'region-alpha-3',
    'It takes regions of three letters.',
    field('region.maxLength'),
    unchecked('region.maxLength'),
  ),
  fault(
    'region-one-letter',
    'It takes regions of one letter.',
    field('region.minLength'),
    unchecked('region.minLength'),
  ),
  fault(
    'region-null-refused',
    'It refuses a region that is null.',
    field('region.optional'),
    checking('region.null', (request) => request.region !== null),
  ),
  fault(
    'quantity-zero',
    'It takes 0 and less for codeQuantity.',
    field('codeQuantity.range'),
    clamped('codeQuantity.least'),
  ),
  fault(
    'quantity-eleven',
    'It gives more than ten codes at a time.',
    field('codeQuantity.range'),
    unchecked('codeQuantity.most'),
  ),
  fault(
    'quantity-in-words',
    'It takes a codeQuantity that is not a number.',
    field('codeQuantity.range'),
    clamped('codeQuantity.digits'),
  ),
  fault(
    'quantity-null-refused',
    'It refuses a codeQuantity that is null.',
    field('codeQuantity.optional'),
    checking('codeQuantity.null', (request) => request.codeQuantity !== null),
  ),
  fault(
    'too-long-is-denied',
    'It answers ACCESS_DENIED where a customerId is too long.',
    field('customerId.maxLength'),
    (b) =>
      guarding({
        fields: (behaviour, call) =>
          String(call.request.customerId).length > 64 ? 'ACCESS_DENIED' : b.guards.fields(behaviour, call),
      })(b),
  ),
];

const codeFaults: readonly AlipayPlusFault[] = [
  fault(
    'letters-in-codes',
    'It writes letters into its codes.',
    'GPC-17',
    listing((codes) => codes.map((code) => ({ ...code, paymentCode: `A${String(code.paymentCode).slice(1)}` }))),
  ),
  fault(
    'codes-of-twelve-digits',
    'It gives codes of twelve digits.',
    'GPC-17',
    listing((codes) => codes.map((code) => ({ ...code, paymentCode: String(code.paymentCode).slice(-12) }))),
  ),
  fault(
    'one-code-only',
    'It gives one code whatever the quantity.',
    'GPC-05',
    listing((codes) => codes.slice(0, 1)),
  ),
  fault(
    'nine-at-most',
    'It gives nine codes where ten are asked for.',
    'GPC-05',
    listing((codes) => codes.slice(0, 9)),
  ),
  fault(
    'empty-list',
    'It answers S with an empty list.',
    ['GPC-05', 'GPC-06'],
    listing(() => []),
  ),
  fault(
    'no-list',
    'It answers S without the list.',
    [field('response.paymentCodeInfoList.required'), 'GPC-05', 'GPC-06'],
    (b) => ({ ...b, finish: ({ paymentCodeInfoList: _, ...answer }) => answer }),
  ),
  fault('two-by-default', 'It gives two codes where no quantity is given.', 'GPC-06', (b) => ({
    ...b,
    quantity: (request) => (request.codeQuantity == null ? 2 : b.quantity(request)),
  })),
  fault(
    'same-code-twice',
    'It gives the same code twice in one list.',
    'GPC-10',
    listing((codes) => codes.map((code, index) => ({ ...code, paymentCode: codes[index - (index % 2)]?.paymentCode }))),
  ),
  fault('same-code-for-all', 'It gives every customer the same codes.', 'GPC-10', listing(numbered)),
  fault(
    'codes-live-an-hour',
    'It gives codes that live an hour.',
    'GPC-09',
    listing(living(3_600_000, 30_000)),
    'warned',
  ),
  fault(
    'codes-without-overlap',
    'It starts a code when the one before it ends.',
    'GPC-09',
    listing(living(60_000, 60_000)),
    'warned',
  ),
  fault(
    'refuses-valid',
    'It answers PROCESS_FAIL to customers in order.',
    'GPC-16',
    guarding({ customer: () => 'PROCESS_FAIL' }),
  ),
];

function numbered(codes: PaymentCode[]): PaymentCode[] {
  return codes.map((code, index) => ({ ...code, paymentCode: `28000000000000000${index}` }));
}

function living(lifetimeMs: number, stepMs: number): (codes: PaymentCode[]) => PaymentCode[] {
  return (codes) => {
    const startMs = Date.now();
    return codes.map((code, index) => ({
      ...code,
      codeValidityStartTime: timeText(startMs + index * stepMs),
      codeExpiryTime: timeText(startMs + index * stepMs + lifetimeMs),
    }));
  };
}

/** Every fault that the reference Alipay+ can be started with. */
export const alipayplusFaults: readonly AlipayPlusFault[] = [
  ...addressFaults,
  ...authenticationFaults,
  ...signedAnswerFaults,
  ...resultFaults,
  ...requestFaults,
  ...codeFaults,
  ...fieldFaults,
];
