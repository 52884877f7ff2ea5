/** Where a request departs from a good one, so that a finding can name the guilty part even where it is no field of the body. */

import { pointer } from '../wire/json.ts';
import type { RequestSpec } from './request-spec.ts';

/** Which part a tampered signature does not fit: what was changed after signing, or the signature itself. */
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

/** A JSON pointer into the body, `header:NAME`, `method`, `path` or `body`; empty where the request is a good one. */
export function guiltyPart({ violates: breaks, tamper, wire = {}, encoding: writing, edits }: RequestSpec): string {
  if (breaks) return pointer(breaks.path);
  if (tamper) return tampered[tamper];
  if (wire.omit?.[0]) return `header:${wire.omit[0]}`;
  if (wire.method) return 'method';
  if (wire.path || wire.pathSuffix) return 'path';
  if (wire.contentType !== undefined) return 'header:Content-Type';
  if (wire.accept) return 'header:Accept';
  if (wire.acceptEncoding) return 'header:Accept-Encoding';
  if (wire.clientId) return 'header:Client-Id';
  if (wire.keyVersion || wire.spelling) return 'header:Signature';
  if (writing !== undefined && writing !== 'compact') return 'body';
  return edits?.length === 1 ? pointer(edits[0]!.path) : '';
}
