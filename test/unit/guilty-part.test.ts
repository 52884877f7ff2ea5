/** The guilty part of a request, whatever it is that departs from a good one. */
import { expect, test } from 'vitest';
import { guiltyPart } from '../../engine/request/guilty-part.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';

const place = (spec: Partial<RequestSpec>) => guiltyPart({ base: 'full', ...spec });

test('is the field that was broken, whatever else there is', () => {
  expect(place({ violates: { path: ['a', 'b/c'], keyword: 'maxLength' }, tamper: 'key' })).toBe('/a/b~1c');
});

/** What does not fit a signature any more, by how it was tampered with; a new way does not compile without its place. */
const tampered: Readonly<Record<NonNullable<RequestSpec['tamper']>, string>> = {
  value: 'body',
  'white-space': 'body',
  reformatted: 'body',
  time: 'header:Request-Time',
  path: 'path',
  method: 'method',
  key: 'header:Signature',
  'no-base64': 'header:Signature',
  'odd-characters': 'header:Signature',
  'broken-escape': 'header:Signature',
  'empty-part': 'header:Signature',
  'no-part': 'header:Signature',
  blank: 'header:Signature',
  short: 'header:Signature',
  'no-algorithm': 'header:Signature',
  replayed: 'header:Signature',
  algorithm: 'header:Signature',
  reordered: 'header:Signature',
};

test('is where a signature was tampered with', () => {
  const places = Object.keys(tampered).map((tamper) => [tamper, place({ tamper: tamper as RequestSpec['tamper'] })]);
  expect(Object.fromEntries(places)).toEqual(tampered);
});

test.each<[string, Partial<RequestSpec>]>([
  ['header:Request-Time', { wire: { omit: ['Request-Time'] } }],
  ['method', { wire: { method: 'GET' } }],
  ['path', { wire: { pathSuffix: '/' } }],
  ['header:Content-Type', { wire: { contentType: null } }],
  ['header:Accept', { wire: { accept: 'text/html' } }],
  ['header:Accept-Encoding', { wire: { acceptEncoding: 'gzip' } }],
  ['path', { wire: { path: '/x' } }],
  ['header:Client-Id', { wire: { clientId: 'X' } }],
  ['header:Signature', { wire: { keyVersion: '9' } }],
  ['body', { encoding: 'pretty' }],
  ['/a', { edits: [{ path: ['a'], set: null }] }],
  [
    '',
    {
      edits: [
        { path: ['a'], set: null },
        { path: ['b'], set: null },
      ],
    },
  ],
  ['', { encoding: 'compact' }],
  ['', {}],
])('%s of %j', (expected, spec) => {
  expect(place(spec)).toBe(expected);
});
