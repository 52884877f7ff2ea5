/** MPP callers with exactly one fault each, and the requirement that it breaks. */
import type { Asked, Behaviour, Json, Patch, Reading } from '../../caller/behaviour.ts';
import { isObject } from '../../mpp/body.ts';
import type { Fault } from '../fault.ts';
import { field, rowsFor } from '../rows.ts';
import { fieldFaults } from './fields.ts';

/** A fault of the reference caller. */
export interface CallerFault extends Fault {
  readonly role: 'mpp-client';
  readonly alter: Patch;
}

/** One row of the table. */
const fault = rowsFor('mpp-client')<Patch>;

/** Both rows that speak of repeating: the one of every API and the one of this API. */
const repeating = ['GPC-12', 'G-25'];

const sending =
  (change: (body: Json, asked: Asked, attempt: number) => Json): Patch =>
  (b) => ({ ...b, body: (asked, attempt) => change(b.body(asked, attempt), asked, attempt) });

const envOf = ({ env }: Json): Json => (isObject(env) ? env : {});

const heading =
  (change: (headers: Record<string, string>) => Record<string, string>): Patch =>
  (b) => ({ ...b, headers: (headers) => change(b.headers(headers)) });

const without = (headers: Record<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));

/** Repeats by a rule of its own. */
const repeatsWhen =
  (rule: (reading: Reading, correct: boolean) => boolean): Patch =>
  (b) => ({ ...b, repeats: (reading, attempt) => rule(reading, b.repeats(reading, attempt)) });

const trusting =
  (trusts: Behaviour['trusts']): Patch =>
  (b) => ({
    ...b,
    trusts: async (behaviour, received) => (await trusts(behaviour, received)) || b.trusts(behaviour, received),
  });

const addressFaults: readonly CallerFault[] = [
  fault('calls-with-put', 'It calls with PUT.', ['GPC-01', 'G-01'], (b) => ({ ...b, method: 'PUT' })),
  fault('calls-other-path', 'It calls a path of another family.', ['GPC-01', 'G-01'], (b) => ({
    ...b,
    path: '/aps/api/v1/payments/getPaymentCode',
  })),
  fault('calls-with-slash', 'It calls the path with a slash at its end.', ['GPC-01', 'G-01'], (b) => ({
    ...b,
    path: `${b.path}/`,
  })),
  fault(
    'sends-no-client',
    'It sends no Client-Id.',
    'G-02',
    heading((headers) => without(headers, 'Client-Id')),
  ),
  fault(
    'sends-no-time',
    'It sends no Request-Time.',
    'G-02',
    heading((headers) => without(headers, 'Request-Time')),
  ),
  fault(
    'sends-no-signature',
    'It signs nothing.',
    'G-02',
    heading((headers) => without(headers, 'Signature')),
  ),
  fault('signature-bare', 'It sends the signature without algorithm and key version.', 'G-03', (b) => ({
    ...b,
    signatureHeader: (_, signature) => `signature=${signature}`,
  })),
  fault('signature-with-semicolons', 'It parts the Signature header by semicolons.', 'G-03', (b) => ({
    ...b,
    signatureHeader: (...parts) => b.signatureHeader(...parts).replaceAll(',', ';'),
  })),
  fault(
    'sends-form-type',
    'It calls its JSON a form.',
    'G-06',
    heading((headers) => ({ ...headers, 'Content-Type': 'application/x-www-form-urlencoded' })),
  ),
  fault(
    'sends-latin-1',
    'It names ISO-8859-1 as the character set.',
    'G-06',
    heading((headers) => ({ ...headers, 'Content-Type': 'application/json; charset=ISO-8859-1' })),
  ),
];

const isoOf = (epochMs: number): string => new Date(epochMs).toISOString();

const signingFaults: readonly CallerFault[] = [
  fault('signs-reprinted-json', 'It signs its JSON indented and sends it compact.', 'G-04', (b) => ({
    ...b,
    requestText: (method, path, client, time, body) =>
      b.requestText(method, path, client, time, JSON.stringify(JSON.parse(body), null, 2)),
  })),
  fault('signs-other-path', 'It signs for one fixed path.', 'G-04', (b) => ({
    ...b,
    requestText: (method, _, ...rest) => b.requestText(method, '/aps/api/v1/payments/pay', ...rest),
  })),
  fault('signs-other-time', 'It signs a time one second off the one it sends.', 'G-04', (b) => ({
    ...b,
    requestText: (method, path, client, time, body) =>
      b.requestText(method, path, client, b.time(Date.parse(time) + 1000), body),
  })),
  fault('signs-only-at-first', 'It sends the signature of the first attempt with every repeat.', 'G-04', signsOnce),
  fault(
    'signature-base64url',
    'It writes signatures as base64url.',
    'G-04',
    (b) => ({
      ...b,
      encode: (signature) => Buffer.from(decodeURIComponent(signature), 'base64').toString('base64url'),
    }),
    'warned',
  ),
  fault('signature-raw-base64', 'It writes signatures as base64 that is not URL-encoded.', 'G-04', (b) => ({
    ...b,
    encode: (signature) => decodeURIComponent(signature),
  })),
  fault(
    'time-utc-labelled-local',
    'It writes the time in UTC as Request-Time, with +08:00 behind it.',
    'G-05',
    (b) => ({ ...b, time: (epochMs) => `${isoOf(epochMs).slice(0, 19)}+08:00` }),
    'warned',
  ),
  fault('time-in-basic-form', 'It writes Request-Time without separators.', 'G-05', (b) => ({
    ...b,
    time: (epochMs) => `${isoOf(epochMs).slice(0, 19).replace(/[-:T]/g, '')}+0000`,
  })),
  fault('time-in-milliseconds', 'It writes Request-Time as milliseconds since 1970.', 'G-05', (b) => ({
    ...b,
    time: (epochMs) => String(epochMs),
  })),
  fault('time-without-zone', 'It writes Request-Time without a zone.', 'G-05', (b) => ({
    ...b,
    time: (epochMs) => isoOf(epochMs).slice(0, 19),
  })),
];

/** Reuses the signature of the first call: repeats have a new time and the old signature. */
function signsOnce(b: Behaviour): Behaviour {
  const kept = new Map<string, string>();
  let bodyNow = '';
  let attemptNow = 1;
  return {
    ...b,
    body: (asked, attempt) => {
      attemptNow = attempt;
      return b.body(asked, attempt);
    },
    // Its clock runs ahead by the attempt, so that two attempts within a second differ in their time as well.
    time: (epochMs) => b.time(epochMs + attemptNow * 1000),
    requestText: (method, path, client, time, body) => {
      bodyNow = body;
      return b.requestText(method, path, client, time, body);
    },
    encode: (signature) => {
      if (attemptNow === 1) kept.set(bodyNow, signature);
      return kept.get(bodyNow) ?? signature;
    },
  };
}

const bodyFaults: readonly CallerFault[] = [
  fault(
    'no-customer',
    'It leaves customerId out.',
    [field('customerId.required'), 'GPC-02'],
    sending(({ customerId: _, ...body }) => body),
  ),
  fault(
    'customer-null',
    'It sends null for customerId.',
    [field('customerId.null'), 'GPC-02'],
    sending((body) => ({ ...body, customerId: null })),
  ),
  fault(
    'customer-too-long',
    'It sends a customerId of 65 characters.',
    [field('customerId.maxLength'), 'GPC-02'],
    sending((body) => ({ ...body, customerId: String(body.customerId).padEnd(65, '0') })),
  ),
  fault(
    'customer-as-object',
    'It sends customerId as an object.',
    [field('customerId.type'), 'GPC-02'],
    sending((body) => ({ ...body, customerId: { id: body.customerId } })),
  ),
  fault(
    'no-env',
    'It leaves env out.',
    [field('env.required'), 'GPC-02'],
    sending(({ env: _, ...body }) => body),
  ),
  fault(
    'env-as-text',
    'It sends env as text.',
    [field('env.type'), 'GPC-02'],
    sending((body) => ({ ...body, env: JSON.stringify(body.env) })),
  ),
  fault(
    'env-with-numbers',
    'It sends a number inside env.',
    field('env.type'),
    sending((body) => ({ ...body, env: { ...envOf(body), storeTerminalId: 17 } })),
  ),
  fault(
    'quantity-as-number',
    'It sends codeQuantity as a JSON number.',
    [field('codeQuantity.type'), 'GPC-04'],
    sending((body) => ('codeQuantity' in body ? { ...body, codeQuantity: Number(body.codeQuantity) } : body)),
  ),
  fault(
    'quantity-padded',
    'It sends codeQuantity with a leading zero.',
    'GPC-04',
    sending((body) =>
      'codeQuantity' in body ? { ...body, codeQuantity: String(body.codeQuantity).padStart(2, '0') } : body,
    ),
  ),
  fault(
    'quantity-beyond-ten',
    'It asks for twelve codes where it should ask for ten.',
    [field('codeQuantity.range'), 'GPC-04'],
    sending((body) => (body.codeQuantity === '10' ? { ...body, codeQuantity: '12' } : body)),
  ),
  fault(
    'quantity-empty',
    'It sends the empty string where no quantity is asked for.',
    [field('codeQuantity.empty'), 'GPC-04'],
    sending((body) => ({ codeQuantity: '', ...body })),
  ),
  fault(
    'quantity-forgotten',
    'It asks for one code whatever is wanted.',
    'GPC-04',
    sending(({ codeQuantity: _, ...body }) => body),
  ),
  fault(
    'region-empty',
    'It sends the empty string where no region is chosen.',
    [field('region.empty'), 'GPC-03'],
    sending((body) => ({ region: '', ...body })),
  ),
  fault(
    'region-alpha-3',
    'It sends regions of three letters.',
    [field('region.maxLength'), 'GPC-03'],
    sending((body) => (body.region === 'JP' ? { ...body, region: 'JPN' } : body)),
  ),
  fault(
    'china-unnamed',
    'It leaves the region out where it is China.',
    'GPC-03',
    sending(({ region, ...body }) => (region && region !== 'CN' ? { region, ...body } : body)),
  ),
];

const repeatFaults: readonly CallerFault[] = [
  fault(
    'never-repeats',
    'It never calls again.',
    repeating,
    repeatsWhen(() => false),
  ),
  fault(
    'no-repeat-after-unknown',
    'It does not repeat after U.',
    repeating,
    repeatsWhen(({ status }, correct) => correct && status !== 'U'),
  ),
  fault(
    'no-repeat-after-new-code',
    'It repeats after the two documented codes of status U only.',
    repeating,
    repeatsWhen(({ status, code }, correct) => correct && (status !== 'U' || /^(UNKNOWN_EXC|REQUEST_TR)/.test(code))),
  ),
  fault(
    'no-repeat-after-silence',
    'It does not repeat after a time-out.',
    repeating,
    repeatsWhen(({ why }, correct) => correct && why !== 'silence'),
  ),
  fault(
    'no-repeat-after-reset',
    'It does not repeat after a broken connection.',
    repeating,
    repeatsWhen(({ why }, correct) => correct && why !== 'reset'),
  ),
  fault(
    'no-repeat-after-500',
    'It does not repeat after HTTP 500.',
    repeating,
    repeatsWhen(({ why }, correct) => correct && why !== 'http'),
  ),
  fault(
    'repeats-process-fail',
    'It repeats after PROCESS_FAIL.',
    repeating,
    repeatsWhen(({ code }, correct) => correct || code === 'PROCESS_FAIL'),
  ),
  fault(
    'repeats-other-failures',
    'It repeats after every F but PROCESS_FAIL.',
    repeating,
    repeatsWhen(({ status, code }, correct) => correct || (status === 'F' && code !== 'PROCESS_FAIL')),
    'warned',
  ),
  fault(
    'repeats-for-more',
    'It asks for one more code when it repeats.',
    repeating,
    sending((body, { codeQuantity }, attempt) =>
      attempt > 1 ? { ...body, codeQuantity: String(Math.min(10, Number(codeQuantity ?? '1') + 1)) } : body,
    ),
  ),
  fault(
    'repeats-for-another',
    'It repeats for another customer.',
    repeating,
    sending((body, _, attempt) => (attempt > 1 ? { ...body, customerId: `${body.customerId}x` } : body)),
  ),
  fault(
    'repeats-without-region',
    'It leaves the region out when it repeats.',
    repeating,
    sending(({ region, ...body }, _, attempt) => (region && attempt === 1 ? { region, ...body } : body)),
  ),
  fault(
    'repeats-with-other-env',
    'It sends another env when it repeats.',
    repeating,
    sending((body, _, attempt) => ({ ...body, env: { ...envOf(body), deviceTokenId: `dev-${attempt}` } })),
    'warned',
  ),
  fault('storms', 'It repeats at once when there is too much traffic.', 'GPC-14', (b) => ({
    ...b,
    pause: (behaviour, reading, attempt) =>
      reading.code === 'REQUEST_TRAFFIC_EXCEED_LIMIT' ? 0 : b.pause(behaviour, reading, attempt),
  })),
  fault(
    'gives-up-early',
    'It waits a tenth of its time-out.',
    // On a slow machine it misses answers as well.
    ['GPC-13', ...repeating, 'G-26'],
    (b) => ({ ...b, timeoutMs: b.timeoutMs / 10 }),
    'warned',
  ),
  fault(
    'waits-forever',
    'It waits ten times its time-out.',
    'GPC-13',
    (b) => ({ ...b, timeoutMs: b.timeoutMs * 10 }),
    'warned',
  ),
  fault(
    'calls-after-success',
    'It calls once more after S.',
    repeating,
    (b) => ({
      ...b,
      afterwards: async (reading, callAgain) => {
        if (reading.status === 'S') await callAgain();
      },
    }),
    'warned',
  ),
  fault(
    'never-stops',
    'It repeats fifteen times.',
    repeating,
    (b) => ({ ...b, attempts: 16, pauseMs: b.pauseMs / 10 }),
    'warned',
  ),
];

const trustFaults: readonly CallerFault[] = [
  fault(
    'trusts-unsigned',
    'It takes an unsigned S for a success.',
    'G-26',
    trusting(async (_, { headers }) => !headers.signature && !headers['response-time']),
  ),
  fault(
    'trusts-signature-alone',
    'It does not miss the Response-Time.',
    'G-26',
    trusting(async (_, { headers }) => !headers['response-time'] && !!headers.signature),
  ),
  fault(
    'trusts-time-alone',
    'It does not miss the Signature.',
    'G-26',
    trusting(async (_, { headers }) => !headers.signature && !!headers['response-time']),
  ),
  fault(
    'trusts-any-signature',
    'It looks whether there is a signature, not whether it is right.',
    'G-26',
    trusting(async (_, { headers }) => !!headers.signature && !!headers['response-time']),
  ),
  fault(
    'trusts-other-paths',
    'It takes answers that were signed for another call.',
    'G-26',
    trusting((b, received) => anyPath(b, received.headers, received.body)),
  ),
  fault(
    'trusts-other-client',
    'It verifies with whatever client the answer was signed for.',
    'G-26',
    trusting((b, received) => anyClient(b, received.headers, received.body)),
  ),
  fault(
    'refuses-indented',
    'It verifies the signature over JSON that it prints anew.',
    ['G-26', ...repeating],
    (b) => ({
      ...b,
      answerText: (method, path, client, time, body) => b.answerText(method, path, client, time, reprinted(body)),
    }),
  ),
  fault(
    'refuses-spaced',
    'It cannot read a Signature header with a space after each comma.',
    ['G-26', ...repeating],
    (b) => ({
      ...b,
      signatureParts: (header) =>
        Object.fromEntries(header.split(',').map((part) => [part.split('=')[0] ?? '', part.replace(/^[^=]*=/, '')])),
    }),
  ),
  fault(
    'refuses-new-fields',
    'It cannot read an answer with fields that it does not know.',
    ['G-26', ...repeating],
    (b) => ({
      ...b,
      read: async (behaviour, received) => {
        const reading = await b.read(behaviour, received);
        const known = /^\{"result":\{[^{}]*\},"paymentCodeInfoList":\[(?:\{[^{}]*\},?)*\]\}$/;
        const text = received.body.toString().replaceAll(/\s/g, '');
        return reading.status !== 'S' || known.test(text)
          ? reading
          : { ...reading, status: 'nothing', why: 'unreadable' };
      },
    }),
  ),
];

type Headers = Readonly<Record<string, string | undefined>>;

/** Calls that the house makes as well: a caller that keeps no account of them cannot tell their answers apart. */
const paths = ['/aps/api/v1/payments/pay', '/aps/api/v1/payments/inquiryPayment'];

/** Clients of the same house: a caller that tries them all cannot tell whom an answer was meant for. */
const clients = ['TEST_5Y00000000000001', 'TEST_5Y00000000000002'];

async function anyPath(b: Behaviour, headers: Headers, body: Buffer): Promise<boolean> {
  return oneIsRight(
    b,
    headers,
    paths.map((path) => [path, b.clientId] as const),
    body,
  );
}

async function anyClient(b: Behaviour, headers: Headers, body: Buffer): Promise<boolean> {
  return oneIsRight(
    b,
    headers,
    clients.map((client) => [b.path, client] as const),
    body,
  );
}

async function oneIsRight(
  b: Behaviour,
  headers: Headers,
  readings: readonly (readonly [path: string, client: string])[],
  body: Buffer,
): Promise<boolean> {
  const { signature = '' } = b.signatureParts(headers.signature ?? '');
  const time = headers['response-time'] ?? '';
  const checks = readings.map(([path, client]) =>
    b.verify(b.answerText(b.method, path, client, time, body), signature),
  );
  return (await Promise.all(checks)).includes(true);
}

function reprinted(body: Buffer): Buffer {
  try {
    return Buffer.from(JSON.stringify(JSON.parse(body.toString())));
  } catch {
    return body;
  }
}

const concluding =
  (
    change: (
      outcome: ReturnType<Behaviour['conclude']>,
      reading: Reading,
    ) => Partial<ReturnType<Behaviour['conclude']>>,
  ): Patch =>
  (b) => ({ ...b, conclude: (reading) => ({ ...b.conclude(reading), ...change(b.conclude(reading), reading) }) });

const outcomeFaults: readonly CallerFault[] = [
  fault(
    'unknown-is-success',
    'It calls an action a success that ended in U.',
    repeating,
    concluding((_, { status }) => (status === 'U' ? { outcome: 'success' } : {})),
  ),
  fault(
    'failure-is-success',
    'It calls an action a success that ended in F.',
    'GPC-12',
    concluding((_, { status }) => (status === 'F' ? { outcome: 'success' } : {})),
  ),
  fault(
    'failure-is-unknown',
    'It calls the outcome unknown after F.',
    'GPC-12',
    concluding((_, { status }) => (status === 'F' ? { outcome: 'unknown' } : {})),
    'warned',
  ),
  fault(
    'success-is-unknown',
    'It calls the outcome unknown after S.',
    'G-26',
    concluding((_, { status }) => (status === 'S' ? { outcome: 'unknown' } : {})),
  ),
  fault(
    'shows-other-codes',
    'It shows codes that it did not receive.',
    'G-26',
    concluding(({ codes }) => ({ codes: codes.map((_, index) => `2800${index}`) })),
    'warned',
  ),
];

/** Every fault that the reference caller can be started with. */
export const callerFaults: readonly CallerFault[] = [
  ...addressFaults,
  ...signingFaults,
  ...bodyFaults,
  ...fieldFaults,
  ...repeatFaults,
  ...trustFaults,
  ...outcomeFaults,
];
