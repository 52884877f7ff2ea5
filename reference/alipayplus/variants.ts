/** Conforming variants of Alipay+: they follow every rule in an unusual way, and must never cause a failure. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Behaviour, Json, Patch } from './behaviour.ts';

/** One conforming variant of Alipay+. */
export interface AlipayPlusVariant {
  /** Kebab-case. */
  readonly name: string;
  /** What it does differently, in one sentence. */
  readonly says: string;
  readonly alter: Patch;
}

const withResult =
  (change: (result: Json) => Json): Patch =>
  (b) => ({ ...b, result: (code) => change(b.result(code)) });

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, sorted(child)]),
  );
};

const isoAt = (epochMs: number, offsetMinutes: number, zone: string): string =>
  new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, 19) + zone;

const timesAs = (time: Behaviour['time']): Patch => {
  return (b) => ({
    ...b,
    time,
    codes: (count, customerId, startMs) =>
      b.codes(count, customerId, startMs).map((code) => ({
        ...code,
        codeValidityStartTime: time(Date.parse(String(code.codeValidityStartTime))),
        codeExpiryTime: time(Date.parse(String(code.codeExpiryTime))),
      })),
  });
};

/** All conforming variants of the reference Alipay+. */
export const alipayplusVariants: readonly AlipayPlusVariant[] = [
  {
    name: 'indented',
    says: 'It prints its JSON over several lines.',
    alter: (b) => ({ ...b, print: (answer) => JSON.stringify(answer, null, 2) }),
  },
  {
    name: 'sorted-keys',
    says: 'It sorts the keys of its JSON.',
    alter: (b) => ({ ...b, print: (answer) => JSON.stringify(sorted(answer)) }),
  },
  {
    name: 'extra-fields',
    says: 'It answers with fields that no page mentions.',
    alter: (b) => ({
      ...b,
      finish: (answer) => ({ ...answer, traceId: 'a1b2', hints: { cache: 'no', list: ['x'] } }),
    }),
  },
  {
    name: 'codes-only',
    says: 'It says nothing about the lifetime of a code.',
    alter: (b) => ({
      ...b,
      codes: (...order) => b.codes(...order).map(({ paymentCode }) => ({ paymentCode })),
    }),
  },
  {
    name: 'lower-case-headers',
    says: 'It writes header names in lower case.',
    alter: (b) => ({
      ...b,
      send: (reply) => ({ ...reply, headers: reply.headers.map(([name, value]) => [name.toLowerCase(), value]) }),
    }),
  },
  {
    name: 'spaced-signature',
    says: 'It puts a space behind each comma of the Signature header.',
    alter: (b) => ({
      ...b,
      signatureHeader: (version, value) => b.signatureHeader(version, value).replaceAll(',', ', '),
    }),
  },
  { name: 'utc', says: 'It writes times with Z.', alter: timesAs((epochMs) => isoAt(epochMs, 0, 'Z')) },
  {
    name: 'fractions',
    says: 'It writes times with two fraction digits.',
    alter: timesAs((epochMs) => `${new Date(epochMs).toISOString().slice(0, 22)}Z`),
  },
  {
    name: 'west-of-greenwich',
    says: 'It writes times with a negative offset.',
    alter: timesAs((epochMs) => isoAt(epochMs, -210, '-03:30')),
  },
  {
    name: 'null-list-on-failure',
    says: 'It sends null for the list where there are no codes.',
    alter: (b) => ({ ...b, finish: (answer) => ({ paymentCodeInfoList: null, ...answer }) }),
  },
  {
    name: 'no-message',
    says: 'It leaves resultMessage out.',
    alter: withResult(({ resultMessage: _, ...result }) => result),
  },
  {
    name: 'other-script',
    says: 'It writes resultMessage in Chinese.',
    alter: withResult((result) => ({ ...result, resultMessage: '请求已处理。' })),
  },
  {
    name: 'signs-everything',
    says: 'It signs answers to calls that it could not authenticate, too.',
    alter: (b) => ({ ...b, signs: () => true }),
  },
  {
    name: 'signs-authenticated-only',
    says: 'It leaves every answer unsigned that it gives before the signature is found right.',
    alter: (b) => ({
      ...b,
      signs: (call, answer: Answer) => call.authenticated && answer.result.resultCode !== 'UNKNOWN_EXCEPTION',
    }),
  },
  {
    name: 'signature-before-path',
    says: 'It checks client and signature before it looks at path and media type.',
    alter: (b) => {
      const { method, client, signature, ...others } = b.guards;
      return { ...b, guards: { method, client, signature, ...others } };
    },
  },
  {
    name: 'chunked',
    says: 'It sends its answer in chunks without a length.',
    alter: (b) => ({
      ...b,
      deliver: async (response, { status, headers, body }) => {
        response.writeHead(status, headers.flat());
        const half = Math.floor(body.length / 2);
        response.write(body.slice(0, half));
        await pause(5);
        response.end(body.slice(half));
      },
    }),
  },
  {
    name: 'jitter',
    says: 'It takes up to a tenth of a second longer, no two calls alike.',
    alter: (b) => ({
      ...b,
      deliver: async (response, reply, call) => {
        await pause((call.n * 37) % 100);
        await b.deliver(response, reply, call);
      },
    }),
  },
];
