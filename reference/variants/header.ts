/** Conforming ways to sign, date and label an answer. */
import { onReply } from '../faults/mpp/alterations.ts';
import type { Patch } from '../mpp/behaviour.ts';
import type { Variant } from './variant.ts';

const renaming = (spell: (name: string) => string): Patch =>
  onReply((reply) => ({ ...reply, headers: reply.headers.map(([name, value]) => [spell(name), value]) }));

const clock = (write: (ms: number) => string): Patch => {
  return (b) => ({ ...b, now: () => write(Date.now()) });
};

const withOffset = (ms: number, zone: string): string => {
  const minutes = Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  return new Date(ms + minutes * 60_000).toISOString().slice(0, 19) + zone;
};

/** Variants of headers. */
export const headerVariants: readonly Variant[] = [
  {
    name: 'lower-case-headers',
    says: 'Writes header names in lower case.',
    alter: renaming((name) => name.toLowerCase()),
  },
  {
    name: 'upper-case-headers',
    says: 'Writes header names in UPPER case.',
    alter: renaming((name) => name.toUpperCase()),
  },
  {
    name: 'signature-parts-close',
    says: 'Writes no spaces into the Signature header.',
    alter: (b) => ({
      ...b,
      writeSignature: (version, value) => `algorithm=RSA256,keyVersion=${version},signature=${value}`,
    }),
  },
  {
    name: 'signature-parts-spaced',
    says: 'Writes spaces on both sides of the commas of the Signature header.',
    alter: (b) => ({
      ...b,
      writeSignature: (version, value) => `algorithm=RSA256 , keyVersion=${version} ,  signature=${value}`,
    }),
  },
  {
    name: 'signature-parts-reordered',
    says: 'Writes the signature first into the Signature header.',
    alter: (b) => ({
      ...b,
      writeSignature: (version, value) => `signature=${value}, keyVersion=${version}, algorithm=RSA256`,
    }),
  },
  {
    name: 'key-version-zero',
    says: 'Signs under keyVersion 0.',
    alter: (b) => ({ ...b, writeSignature: (_version, value) => `algorithm=RSA256, keyVersion=0, signature=${value}` }),
  },
  {
    name: 'key-version-left-out',
    says: 'Leaves keyVersion out of its Signature header.',
    alter: (b) => ({ ...b, writeSignature: (_version, value) => `algorithm=RSA256, signature=${value}` }),
  },
  {
    name: 'percent-escapes-in-lower-case',
    says: 'Writes the percent escapes of its signature in lower case.',
    alter: (b) => ({
      ...b,
      sign: async (c, content, call) => (await b.sign(c, content, call)).replace(/%../g, (code) => code.toLowerCase()),
    }),
  },
  {
    name: 'response-time-utc',
    says: 'Writes Response-Time in UTC with a Z.',
    alter: clock((ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`),
  },
  {
    name: 'response-time-milliseconds',
    says: 'Writes Response-Time with milliseconds.',
    alter: clock((ms) => new Date(ms).toISOString()),
  },
  {
    name: 'response-time-hundredths',
    says: 'Writes Response-Time with two fraction digits, as a sample does.',
    alter: clock((ms) => `${new Date(ms).toISOString().slice(0, 22)}Z`),
  },
  {
    name: 'response-time-nanoseconds',
    says: 'Writes Response-Time with nine fraction digits and an offset.',
    alter: clock((ms) => withOffset(ms, '+08:00').replace('+', '.123456789+')),
  },
  {
    name: 'response-time-west',
    says: 'Writes Response-Time with the offset of New York.',
    alter: clock((ms) => withOffset(ms, '-05:00')),
  },
  {
    name: 'response-time-half-hour',
    says: 'Writes Response-Time with the offset of India.',
    alter: clock((ms) => withOffset(ms, '+05:30')),
  },
  {
    name: 'json-without-charset',
    says: 'Labels its answers application/json without a charset.',
    alter: relabelled('application/json'),
  },
  {
    name: 'extra-headers',
    says: 'Sends headers of its own.',
    alter: onReply((reply) => ({
      ...reply,
      headers: [...reply.headers, ['X-Request-Id', 'abc'], ['Cache-Control', 'no-store'], ['Vary', 'Accept']],
    })),
  },
];

function relabelled(type: string): Patch {
  return onReply((reply) => ({
    ...reply,
    headers: reply.headers.map(([name, value]) => [name, name === 'Content-Type' ? type : value]),
  }));
}
