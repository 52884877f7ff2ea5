/** Prepares the request of a replay: as recorded, or with a new time and signature. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { RunSettings } from '../../engine/settings.ts';
import { header } from '../../engine/wire/answer.ts';
import type { WireRequest } from '../../engine/wire/exchange.ts';
import {
  isoTime,
  readSignatureHeader,
  sign,
  signatureReadings,
  signedContent,
  verifies,
} from '../../engine/wire/signing.ts';

/** A request to send, and how it was changed, as the end of a sentence. */
export interface Refreshed {
  readonly request: WireRequest;
  readonly says: string;
}

/** The recorded request for a target; replaces the path prefix if it differs. */
export function aimed(request: WireRequest, before: string, target: string): WireRequest {
  const prefix = (url: string) => new URL(url).pathname.replace(/\/+$/, '');
  if (!request.path.startsWith(prefix(before))) return request;
  return { ...request, path: prefix(target) + request.path.slice(prefix(before).length) };
}

/** Gives a correctly signed request a new time and signature; one that was wrong on purpose is not changed. */
export async function refreshed(
  request: WireRequest,
  recorded: WireRequest,
  { signing }: Pick<RunSettings, 'signing'>,
  asRecorded: boolean,
): Promise<Refreshed> {
  const signature = header(recorded.headers, 'Signature');
  if (asRecorded) return { request, says: 'as recorded' };
  if (signature === null) return { request, says: 'as recorded: unsigned' };
  if (signing.privateKey === null) return { request, says: 'as recorded: the config has no key to sign it again' };
  if (!isRight(recorded, signature, signing.privateKey)) {
    return { request, says: 'as recorded: its signature is from another key, or wrong on purpose' };
  }
  const time = isoTime(Date.now());
  const { method, path, headers, body } = request;
  const clientId = header(headers, 'Client-Id') ?? '';
  const bytes = await sign(signedContent({ method, path, clientId, time, body }), createPrivateKey(signing.privateKey));
  const text = encodeURIComponent(bytes.toString('base64'));
  const fresh = headers.map(([name, value]) => {
    if (/^request-time$/i.test(name)) return [name, time] as const;
    // The other parts and their spelling stay, because they may be under test.
    if (/^signature$/i.test(name)) return [name, value.replace(/(signature\s*=\s*)[^,\s]+/i, `$1${text}`)] as const;
    return [name, value] as const;
  });
  return { request: { ...request, headers: fresh }, says: 'with a new Request-Time and signature' };
}

function isRight({ method, path, headers, body }: WireRequest, value: string, privateKey: string): boolean {
  const parts = readSignatureHeader(value);
  if (!parts) return false;
  const key = createPublicKey(privateKey);
  const clientId = header(headers, 'Client-Id') ?? '';
  const content = signedContent({ method, path, clientId, time: header(headers, 'Request-Time') ?? '', body });
  return signatureReadings(parts.signature, key).some(({ bytes }) => verifies(content, key, bytes));
}
