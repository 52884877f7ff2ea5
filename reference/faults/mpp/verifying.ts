/** Faults of verifying the request's signature: wrong, too strict, or missing. */

import type { Behaviour, Call, Patch } from '../../mpp/behaviour.ts';
import { isAuthentic, paths } from '../../mpp/guards.ts';
import { textToSign } from '../../signing.ts';
import { type MppFault, mustFault, rowKeys, rowKeysOfAllApis, shouldFault } from '../fault.ts';
import { guarded } from './alterations.ts';

/** Verifies again over other texts when the right one does not fit. */
function alsoOver(others: (call: Call, b: Behaviour) => readonly Buffer[]): Patch {
  return (b) => ({
    ...b,
    verify: async (c, content, signature, call) => {
      if (await b.verify(c, content, signature, call)) return true;
      for (const other of others(call, c)) if (await b.verify(c, other, signature, call)) return true;
      return false;
    },
  });
}

const client = (call: Call): string => call.headers['client-id'] ?? '';
const time = (call: Call): string => call.headers['request-time'] ?? '';

/** The body's meaning written anew; as it is where it has none. */
function rewritten(call: Call, write: (value: unknown) => string): Buffer {
  try {
    return Buffer.from(write(JSON.parse(call.body.toString())));
  } catch {
    return call.body;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, child]) => [key, sorted(child)]),
  );
}

/** Times within a few seconds in the same zone, as a server that tolerates slow clocks would try them. */
function* neighbours(text: string): Generator<string> {
  const base = Date.parse(text);
  for (let second = -120; second <= 120; second += 1) {
    const moment = base + second * 1000;
    const zone = /(Z|[+-]\d\d:\d\d)$/.exec(text)?.[1] ?? 'Z';
    const minutes = zone === 'Z' ? 0 : Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
    const local = new Date(moment + minutes * 60_000).toISOString();
    yield text.includes('.') ? local.replace('Z', zone) : `${local.slice(0, 19)}${zone}`;
  }
}

/** Skips the signature check for some calls. */
function trusting(when: (call: Call) => boolean): Patch {
  return guarded(isAuthentic, (next) => (b, call) => (when(call) ? null : next(b, call)));
}

/** Looks at headers only where they are spelt in one way. */
function spelt(spell: (name: string) => string): Patch {
  return (b) => ({
    ...b,
    header: (call, name) => {
      const index = call.rawHeaders.findIndex((raw, i) => i % 2 === 0 && raw === spell(name));
      return index < 0 ? undefined : call.rawHeaders[index + 1];
    },
  });
}

/** Answers another code where one is due to the signature check. */
function saying(code: string, instead: string): Patch {
  return guarded(isAuthentic, (next) => async (b, call) => {
    const refused = await next(b, call);
    return refused === code ? instead : refused;
  });
}

/** Splits the header at a separator and leaves spaces where they are. */
function splitAt(separator: string): Patch {
  return (b) => ({
    ...b,
    parseSignature: (header) =>
      Object.fromEntries(
        header.split(separator).map((part) => {
          const [name = '', ...value] = part.split('=');
          return [name.toLowerCase(), value.join('=')];
        }),
      ),
  });
}

const untouched: readonly MppFault[] = [
  mustFault(
    'signature-never-checked',
    'Reads the Signature header and never verifies it.',
    rowKeysOfAllApis('G-08'),
    (b) => ({
      ...b,
      verify: async () => true,
    }),
  ),
  mustFault(
    'signature-only-measured',
    'Takes any signature that is base64 of 256 bytes.',
    rowKeysOfAllApis('G-08'),
    (b) => ({
      ...b,
      verify: async (_b, _content, signature) => Buffer.from(unescaped(signature), 'base64').length === 256,
    }),
  ),
  mustFault(
    'signature-checked-when-present',
    'Verifies a signature that is there and trusts a request without one.',
    rowKeysOfAllApis('G-08'),
    trusting((call) => call.headers.signature === undefined),
  ),
  mustFault(
    'signature-part-not-required',
    'Trusts a request whose Signature header names an algorithm and a key, and carries no signature.',
    rowKeysOfAllApis('G-08'),
    trusting(
      (call) =>
        /algorithm/i.test(`${call.headers.signature}`) && !/signature=[^,\s]/i.test(`${call.headers.signature}`),
    ),
  ),
  mustFault(
    'signature-too-short-trusted',
    'Verifies signatures of 256 bytes, and takes what is shorter for none that matters.',
    rowKeysOfAllApis('G-08'),
    trusting((call) => /signature=[\w+/]{1,80}(?:%3D|=)*$/i.test(`${call.headers.signature}`)),
  ),
  mustFault(
    'request-time-not-required',
    'Trusts a request without Request-Time, since there is nothing to verify against.',
    rowKeysOfAllApis('G-08'),
    trusting((call) => call.headers['request-time'] === undefined),
  ),
  mustFault(
    'client-id-not-required',
    'Takes a request without Client-Id for one of the client that it knows.',
    rowKeysOfAllApis('G-08'),
    trusting((call) => call.headers['client-id'] === undefined),
  ),
  mustFault(
    'notification-not-verified',
    'Verifies signatures everywhere but at tokenActivationNotification, which was added later.',
    rowKeys('tokenActivationNotification', 'G-08', 'G-14'),
    trusting((call) => call.api === 'tokenActivationNotification'),
  ),
  mustFault(
    'signature-remembered',
    'Keeps right signatures in a cache and lets them pass with any other body.',
    rowKeysOfAllApis('G-08'),
    (b) => {
      const known = new Set<string>();
      return {
        ...b,
        verify: async (c, content, signature, call) => {
          if (known.has(signature)) return true;
          const right = await b.verify(c, content, signature, call);
          if (right) known.add(signature);
          return right;
        },
      };
    },
  ),
  mustFault(
    'signature-checked-every-other-time',
    'Verifies one request and trusts the next, to save time.',
    rowKeysOfAllApis('G-08'),
    (b) => {
      let count = 0;
      return {
        ...b,
        verify: async (c, content, signature, call) => {
          count += 1;
          return count % 2 === 0 || b.verify(c, content, signature, call);
        },
      };
    },
  ),
  mustFault(
    'verification-stops-after-200-requests',
    'Verifies signatures until a cache is full, then no longer.',
    rowKeysOfAllApis('G-08', 'G-14'),
    (b) => ({
      ...b,
      verify: async (c, content, signature, call) => call.n > 200 || b.verify(c, content, signature, call),
    }),
  ),
];

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

const otherTexts: readonly MppFault[] = [
  mustFault(
    'signature-over-reserialised-json',
    'Verifies over the body parsed and written again, so that white space and layout are not covered.',
    rowKeysOfAllApis('G-08', 'G-09'),
    (b) => ({
      ...b,
      requestContent: (call, id, at) =>
        textToSign(
          'POST',
          call.target,
          id,
          at,
          rewritten(call, (v) => JSON.stringify(v)),
        ),
    }),
  ),
  mustFault(
    'signature-second-chance-sorted',
    'Verifies over the raw body and, when that fails, again over the same JSON compact and with sorted keys.',
    rowKeysOfAllApis('G-08'),
    alsoOver((call) =>
      [sorted, (v: unknown) => v].map((order) =>
        textToSign(
          'POST',
          call.target,
          client(call),
          time(call),
          rewritten(call, (v) => JSON.stringify(order(v))),
        ),
      ),
    ),
  ),
  mustFault(
    'signature-over-trimmed-body',
    'Trims the body before it verifies.',
    rowKeysOfAllApis('G-08'),
    alsoOver((call) => [
      textToSign('POST', call.target, client(call), time(call), Buffer.from(call.body.toString().trim())),
    ]),
  ),
  mustFault(
    'request-time-not-covered',
    'Tries every second around Request-Time until the signature fits, to be kind to slow clocks.',
    rowKeysOfAllApis('G-08'),
    alsoOver((call) =>
      [...neighbours(time(call))].map((moment) => textToSign('POST', call.target, client(call), moment, call.body)),
    ),
  ),
  mustFault(
    'path-not-covered',
    'Takes a signature that was made for any of its paths.',
    rowKeysOfAllApis('G-08'),
    alsoOver((call) =>
      Object.values(paths).map((path) => textToSign('POST', path, client(call), time(call), call.body)),
    ),
  ),
];

const narrow: readonly MppFault[] = [
  mustFault(
    'header-names-case-sensitive',
    'Finds Signature, Client-Id and Request-Time only when they are spelt with these capitals.',
    rowKeysOfAllApis('G-09'),
    spelt((name) => name),
  ),
  mustFault(
    'header-names-lower-case-only',
    'Finds the headers only when their names are in lower case.',
    rowKeysOfAllApis('G-09', 'G-08'),
    spelt((name) => name.toLowerCase()),
  ),
  mustFault(
    'signature-needs-comma-and-space',
    'Splits the Signature header at a comma with a space behind it.',
    rowKeysOfAllApis('G-09', 'G-08'),
    splitAt(', '),
  ),
  mustFault(
    'signature-lost-behind-a-space',
    'Splits the Signature header at commas without trimming, so that a space behind a comma loses the signature.',
    rowKeysOfAllApis('G-09', 'G-08'),
    splitAt(','),
  ),
  mustFault(
    'pretty-printed-body-refused',
    'Takes a body with a line break for one that was tampered with.',
    rowKeysOfAllApis('G-09', 'G-08'),
    (b) => ({
      ...b,
      verify: async (c, content, signature, call) => !call.body.includes('\n') && b.verify(c, content, signature, call),
    }),
  ),
];

/** Sees a body as it is after this change when it verifies. */
const verifiedOver = (change: (body: Buffer) => Buffer): Patch => {
  return (b) => ({
    ...b,
    requestContent: (call, ...rest) => b.requestContent({ ...call, body: change(call.body) }, ...rest),
  });
};

/** Keeps so many bytes of a body. */
const buffer =
  (bytes: number) =>
  (body: Buffer): Buffer =>
    body.subarray(0, bytes);

const buffers: readonly MppFault[] = [
  mustFault(
    'body-verified-in-a-buffer-of-1000-bytes',
    'Verifies the first 1000 bytes of a body.',
    rowKeysOfAllApis('G-08', 'G-09').concat(rowKeys('tokenDigitizeDecision', '*')),
    verifiedOver(buffer(1000)),
  ),
  mustFault(
    'body-read-into-400-bytes',
    'Reads the first 400 bytes of a body, whose signature it has verified as a whole.',
    rowKeys('sendOTP', 'G-08', 'G-09').concat(rowKeys('sendActivationCode', 'G-08', 'G-09', '*')),
    (b) => ({
      ...b,
      readBody: (call) => b.readBody({ ...call, body: buffer(call.api?.startsWith('send') ? 400 : 1e9)(call.body) }),
    }),
  ),
  mustFault(
    'body-normalised-before-it-is-verified',
    'Verifies the composed form of a body.',
    rowKeysOfAllApis('G-08', 'G-09'),
    verifiedOver((body) => Buffer.from(body.toString().normalize('NFC'))),
  ),
];

const codes: readonly MppFault[] = [
  shouldFault(
    'short-signature-illegal-parameter',
    'Answers PARAM_ILLEGAL to a signature of another length than the key has.',
    rowKeysOfAllApis('G-08'),
    guarded(isAuthentic, (next) => async (b, call) => {
      const part = /signature=([^,]*)/.exec(call.headers.signature ?? '')?.[1] ?? '';
      const bytes = /^[A-Za-z0-9%]+$/.test(part) ? Buffer.from(part, 'base64').length : 256;
      const refused = await next(b, call);
      return refused === 'INVALID_SIGNATURE' && bytes < 100 ? 'PARAM_ILLEGAL' : refused;
    }),
  ),
  mustFault(
    'unknown-client-accepted',
    'Verifies the signature of any Client-Id with the one key that it has.',
    rowKeysOfAllApis('G-14'),
    guarded(isAuthentic, () => knowingEverybody),
  ),
  mustFault(
    'unknown-client-illegal-parameter',
    'Answers PARAM_ILLEGAL to an unknown Client-Id.',
    rowKeysOfAllApis('G-14'),
    saying('INVALID_CLIENT', 'PARAM_ILLEGAL'),
  ),
  mustFault('unknown-key-version-accepted', 'Ignores keyVersion.', rowKeysOfAllApis('G-14'), (b) => ({
    ...b,
    parseSignature: (header) => ({ ...b.parseSignature(header), keyversion: undefined }),
  })),
  mustFault(
    'unknown-key-version-process-fail',
    'Answers PROCESS_FAIL to an unknown keyVersion.',
    rowKeysOfAllApis('G-14'),
    saying('KEY_NOT_FOUND', 'PROCESS_FAIL'),
  ),
  mustFault(
    'bad-signature-access-denied',
    'Answers ACCESS_DENIED to a wrong signature.',
    rowKeysOfAllApis('G-08'),
    saying('INVALID_SIGNATURE', 'ACCESS_DENIED'),
  ),
  mustFault(
    'bad-signature-unknown-exception',
    'Lets a failed verification end as UNKNOWN_EXCEPTION.',
    rowKeysOfAllApis('G-08', 'G-14'),
    saying('INVALID_SIGNATURE', 'UNKNOWN_EXCEPTION'),
  ),
];

/** Accepts any Client-Id. */
async function knowingEverybody(b: Behaviour, call: Call): Promise<string | null> {
  return isAuthentic({ ...b, clientId: client(call) }, call);
}

/** Faults of the signature check. */
export const verifyingFaults: readonly MppFault[] = [...untouched, ...otherTexts, ...narrow, ...buffers, ...codes];
