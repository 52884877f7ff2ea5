/** From an Ask and a body to the signed bytes of a request. */
import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { JsonObject } from '../settings.ts';
import type { WireRequest } from '../wire/exchange.ts';
import { isObject } from '../wire/json.ts';
import { isoTime, sign, signatureHeader, signedContent } from '../wire/signing.ts';
import type { Encoding, RequestSpec, Spelling, Tamper } from './request-spec.ts';

/** Whose key signs: ours, or one that nobody knows. */
export type Signer = 'us' | 'stranger';

/** What composing needs to know of the run. */
export interface ComposeContext {
  readonly clientId: string;
  readonly keyVersion: string;
  /** Raw signature bytes over a content, made with our key or a stranger's; null with signing off: no Signature header is sent. */
  readonly sign: ((content: Buffer, by: Signer) => Promise<Uint8Array>) | null;
  /** Path prefix of the target's base URL, without a trailing slash. */
  readonly prefix: string;
  readonly spelling: Spelling;
  readonly extraHeaders: Readonly<Record<string, string>>;
  readonly now: () => number;
  /** Path of another operation, for signatures over the wrong one. */
  readonly otherPath: string;
  /** Signature and time of a request that was accepted before. */
  readonly accepted: { signature: string; time: string } | null;
}

/** The body's bytes as they will be sent. */
export function writeBody(body: JsonObject, writing: Encoding = 'compact'): Buffer {
  if (writing === 'compact') return Buffer.from(JSON.stringify(body));
  if (writing === 'pretty') return Buffer.from(JSON.stringify(body, null, 2));
  if (writing === 'reversed') return Buffer.from(JSON.stringify(reversed(body)));
  if ('text' in writing) return Buffer.from(writing.text);
  if ('base64' in writing) return Buffer.from(writing.base64, 'base64');
  return Buffer.from(`${writing.before ?? ''}${JSON.stringify(body)}${writing.after ?? ''}`);
}

function reversed(body: JsonObject): JsonObject {
  const entries = Object.entries(body).reverse();
  return Object.fromEntries(entries.map(([key, value]) => [key, isObject(value) ? reversed(value) : value]));
}

/** A signed request. `marker` becomes X-Conformance-Request. */
export async function compose(
  context: ComposeContext,
  ask: RequestSpec,
  path: string,
  body: JsonObject,
  marker: string,
): Promise<WireRequest> {
  const { wire = {}, tamper } = ask;
  const method = wire.method ?? 'POST';
  const sentPath = context.prefix + (wire.path ?? path + (wire.pathSuffix ?? ''));
  const bytes = sentBytes(body, ask);
  const clientId = wire.clientId ?? context.clientId;
  const signedTime = isoTime(context.now());
  const replay = tamper === 'replayed' ? context.accepted : null;
  const time = replay?.time ?? (tamper === 'time' ? isoTime(context.now() + 1000) : signedTime);
  const headers: [string, string][] = [
    ['Client-Id', clientId],
    ['Request-Time', time],
  ];
  if (context.sign) {
    const content = signedContent({
      method: wire.signedMethod ?? (tamper === 'method' ? 'PUT' : method),
      path: tamper === 'path' ? context.prefix + context.otherPath : sentPath,
      clientId,
      time: signedTime,
      body: signedBytes(body, bytes, tamper),
    });
    headers.push(['Signature', replay?.signature ?? (await signature(context, ask, content))]);
  }
  const contentType = wire.contentType === undefined ? 'application/json; charset=UTF-8' : wire.contentType;
  if (contentType !== null) headers.push(['Content-Type', contentType]);
  if (wire.accept) headers.push(['Accept', wire.accept]);
  const kept = headers.filter(([name]) => !wire.omit?.includes(name));
  const spelled = kept.map(([name, value]) => [spellName(name, spellingOf(context, ask)), value] as const);
  const extra = Object.entries(context.extraHeaders);
  return { method, path: sentPath, headers: [...spelled, ...extra, ['X-Conformance-Request', marker]], body: bytes };
}

function spellingOf(context: ComposeContext, ask: RequestSpec): Spelling {
  return { ...context.spelling, ...ask.wire?.spelling };
}

function spellName(name: string, spelling: Spelling): string {
  if (spelling.names === 'lower') return name.toLowerCase();
  return spelling.names === 'upper' ? name.toUpperCase() : name;
}

async function signature(context: ComposeContext, ask: RequestSpec, content: Buffer): Promise<string> {
  const { comma } = spellingOf(context, ask);
  const keyVersion = ask.wire?.keyVersion ?? context.keyVersion;
  const unsigned = ask.tamper && unsignedParts[ask.tamper];
  if (unsigned) return unsigned(keyVersion).join(comma);
  const bytes = await context.sign!(content, ask.tamper === 'key' ? 'stranger' : 'us');
  const value = signatureHeader(bytes, keyVersion, comma);
  if (ask.tamper === 'algorithm') return value.replace('RSA256', 'RSA512');
  return ask.tamper === 'reordered' ? value.split(comma).reverse().join(comma) : value;
}

/** Signature headers with nothing in them that could be verified. */
const unsignedParts: Partial<Record<Tamper, (keyVersion: string) => string[]>> = {
  'no-base64': (version) => ['algorithm=RSA256', `keyVersion=${version}`, 'signature=%%%not-base64%%%'],
  'empty-part': (version) => ['algorithm=RSA256', `keyVersion=${version}`, 'signature='],
  'no-part': (version) => ['algorithm=RSA256', `keyVersion=${version}`],
  blank: () => [''],
  short: (version) => ['algorithm=RSA256', `keyVersion=${version}`, 'signature=AAAA'],
  'no-algorithm': (version) => ['algorithm=none', `keyVersion=${version}`, 'signature=AAAA'],
};

/** What is sent: for `white-space` and `reformatted` it is the signed body, written otherwise. */
function sentBytes(body: JsonObject, ask: RequestSpec): Buffer {
  if (ask.tamper === 'white-space') return Buffer.from(` ${JSON.stringify(body)}\n`);
  return ask.tamper === 'reformatted' ? writeBody(body, 'pretty') : writeBody(body, ask.encoding);
}

/** What is signed: for tampered bodies what the sender meant before somebody changed it on the way. */
function signedBytes(body: JsonObject, sent: Buffer, tamper: Tamper | undefined): Buffer {
  if (tamper === 'white-space' || tamper === 'reformatted') return writeBody(body);
  return tamper === 'value' ? writeBody(beforeTampering(body)) : sent;
}

/** The same body with another last character in its first string: what was signed before the value was changed. */
function beforeTampering(body: JsonObject): JsonObject {
  const [key, value] = Object.entries(body).find(([, v]) => typeof v === 'string' && v !== '') ?? [];
  if (key === undefined) return { ...body, added: 'value' };
  const text = value as string;
  return { ...body, [key]: text.slice(0, -1) + (text.endsWith('0') ? '1' : '0') };
}

/** Signs with our key, or with one that nobody knows. */
export function signingWith(privateKey: KeyObject): NonNullable<ComposeContext['sign']> {
  return async (content, by) => sign(content, by === 'us' ? privateKey : await strangersKey());
}

let stranger: Promise<KeyObject> | null = null;

/** A key that nobody knows, made once per process; on the thread pool, since it takes as long as a hundred requests. */
function strangersKey(): Promise<KeyObject> {
  stranger ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 }).then(({ privateKey }) => privateKey);
  return stranger;
}
