/** A signed request as a curl command. */
import { createPrivateKey } from 'node:crypto';
import { isoTime, sign, signatureHeader, signedContent } from '../engine/wire/signing.ts';

export interface CurlOptions {
  readonly url: string;
  readonly path: string;
  readonly clientId: string;
  readonly keyVersion?: string;
  /** The caller's private key, PEM; null for an unsigned request. */
  readonly privateKey: string | null;
  readonly body: unknown;
}

/** A curl command that sends the body, signed now; the signature does not expire. */
export async function signedCurl({
  url,
  path,
  clientId,
  keyVersion = '1',
  privateKey,
  body,
}: CurlOptions): Promise<string> {
  const text = JSON.stringify(body);
  const time = isoTime(Date.now());
  const headers = ['Content-Type: application/json; charset=UTF-8', `Client-Id: ${clientId}`, `Request-Time: ${time}`];
  if (privateKey !== null) {
    const content = signedContent({ method: 'POST', path, clientId, time, body: Buffer.from(text) });
    const signature = await sign(content, createPrivateKey(privateKey));
    headers.push(`Signature: ${signatureHeader(signature, keyVersion, ', ')}`);
  }
  const parts = headers.map((header) => `-H ${quoted(header)}`);
  return ['curl -sS', ...parts, `--data-binary ${quoted(text)}`, quoted(url + path)].join(' ');
}

/** A word for a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
