/** The guilty part of a request, whatever it is that departs from a good one. */
import { expect, test } from 'vitest';
import { guiltyPart } from '../../engine/request/guilty-part.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';

const place = (spec: Partial<RequestSpec>) => guiltyPart({ base: 'full', ...spec });

test('is the field that was broken, whatever else there is', () => {
  expect(place({ violates: { path: ['a', 'b/c'], keyword: 'maxLength' }, tamper: 'key' })).toBe('/a/b~1c');
});

test.each<[string, Partial<RequestSpec>]>([
  ['body', { tamper: 'value' }],
  ['path', { tamper: 'path' }],
  ['header:Request-Time', { tamper: 'time' }],
  ['header:Signature', { tamper: 'key' }],
  ['header:Request-Time', { wire: { omit: ['Request-Time'] } }],
  ['method', { wire: { method: 'GET' } }],
  ['path', { wire: { pathSuffix: '/' } }],
  ['header:Content-Type', { wire: { contentType: null } }],
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
