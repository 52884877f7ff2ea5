/** From a request spec and a body to the signed bytes of a request. */
import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { operationIds, operations } from '../../contract/apis.ts';
import type { Operation } from '../../contract/types.ts';
import type { JsonObject, RunSettings } from '../settings.ts';
import type { WireRequest } from '../wire/exchange.ts';
import { isObject } from '../wire/json.ts';
import { isoTime, sign, signatureHeader, signedContent } from '../wire/signing.ts';
import type { Encoding, RequestSpec, Spelling, Tamper } from './request-spec.ts';

/** Whose key signs: ours, or one that no target knows. */
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
  /** Which requests carry X-Conformance-Request: a target may treat those that do in another way. */
  readonly marked: 'all' | 'every-second' | 'none';
  readonly now: () => number;
  /** Path of another operation, for signatures over the wrong one. */
  readonly otherPath: string;
  /** Signature and time of a request that was accepted before. */
  readonly accepted: { signature: string; time: string } | null;
}

/** The part of the context that settings alone give. */
export function composeBasics(
  settings: RunSettings,
  op: Operation,
): Pick<ComposeContext, 'clientId' | 'keyVersion' | 'prefix' | 'extraHeaders' | 'marked' | 'otherPath'> {
  const other = operationIds.find((id) => id !== op.id)!;
  return {
    clientId: settings.clientId,
    keyVersion: settings.signing.keyVersion,
    prefix: new URL(settings.target).pathname.replace(/\/+$/, ''),
    extraHeaders: settings.headers,
    marked: settings.marker === false ? 'none' : settings.profile === 'certify' ? 'every-second' : 'all',
    otherPath: settings.paths[other] ?? operations[other].path,
  };
}

/** The body's bytes as they will be sent. */
export function writeBody(body: JsonObject, encoding: Encoding = 'compact'): Buffer {
  if (encoding === 'compact') return Buffer.from(JSON.stringify(body));
  if (encoding === 'pretty') return Buffer.from(JSON.stringify(body, null, 2));
  if (encoding === 'reversed') return Buffer.from(JSON.stringify(reversed(body)));
  if ('spacedTo' in encoding) return spaced(body, encoding.spacedTo);
  if ('text' in encoding) return Buffer.from(encoding.text);
  if ('base64' in encoding) return Buffer.from(encoding.base64, 'base64');
  if ('firstMembers' in encoding) return Buffer.from(JSON.stringify(body).replace('{', `{${encoding.firstMembers},`));
  if ('lastMembers' in encoding || 'lastBase64' in encoding) return withLastMembers(body, encoding);
  return Buffer.from(`${encoding.before ?? ''}${JSON.stringify(body)}${encoding.after ?? ''}`);
}

/** White space stands where JSON allows it, lines end as on Windows, and the last byte is the closing brace. */
function spaced(body: JsonObject, bytes: number): Buffer {
  const written = JSON.stringify(body, null, '\t').replaceAll('\n', '\r\n');
  const spaces = ' '.repeat(Math.max(0, bytes - Buffer.byteLength(written)));
  return Buffer.from(`${written.slice(0, -1)}${spaces}}`);
}

function withLastMembers(body: JsonObject, more: { lastMembers: string } | { lastBase64: string }): Buffer {
  const added = 'lastMembers' in more ? Buffer.from(more.lastMembers) : Buffer.from(more.lastBase64, 'base64');
  return Buffer.concat([Buffer.from(JSON.stringify(body).slice(0, -1)), Buffer.from(','), added, Buffer.from('}')]);
}

function reversed(body: JsonObject): JsonObject {
  const entries = Object.entries(body).reverse();
  return Object.fromEntries(entries.map(([key, value]) => [key, isObject(value) ? reversed(value) : value]));
}

/** A signed request. `marker` becomes X-Conformance-Request, where the request carries one. */
export async function compose(
  context: ComposeContext,
  spec: RequestSpec,
  path: string,
  body: JsonObject,
  marker: string,
): Promise<WireRequest> {
  const { wire = {}, tamper } = spec;
  const method = wire.method ?? 'POST';
  const sentPath = context.prefix + (wire.path ?? path + (wire.pathSuffix ?? ''));
  const bytes = sentBytes(body, spec);
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
    headers.push(['Signature', replay?.signature ?? (await signature(context, spec, content))]);
  }
  const contentType = wire.contentType === undefined ? 'application/json; charset=UTF-8' : wire.contentType;
  if (contentType !== null) headers.push(['Content-Type', contentType]);
  if (wire.accept) headers.push(['Accept', wire.accept]);
  if (wire.acceptEncoding) headers.push(['Accept-Encoding', wire.acceptEncoding]);
  const kept = headers.filter(([name]) => !wire.omit?.includes(name));
  const spelled = kept.map(([name, value]) => [spellName(name, spellingOf(context, spec)), value] as const);
  const extra = Object.entries(context.extraHeaders);
  const mark = isMarked(context, marker) ? [['X-Conformance-Request', marker] as const] : [];
  return { method, path: sentPath, headers: [...spelled, ...extra, ...mark], body: bytes };
}

/** By the number in the marker, so that whoever composes the request again comes to the same. */
function isMarked({ marked }: ComposeContext, marker: string): boolean {
  if (marked !== 'every-second') return marked === 'all';
  const number = Number(marker.slice(marker.lastIndexOf('/') + 1));
  return Number.isNaN(number) || number % 2 === 1;
}

function spellingOf(context: ComposeContext, spec: RequestSpec): Spelling {
  return { ...context.spelling, ...spec.wire?.spelling };
}

function spellName(name: string, spelling: Spelling): string {
  if (spelling.names === 'lower') return name.toLowerCase();
  return spelling.names === 'upper' ? name.toUpperCase() : name;
}

async function signature(context: ComposeContext, spec: RequestSpec, content: Buffer): Promise<string> {
  const { comma } = spellingOf(context, spec);
  const keyVersion = spec.wire?.keyVersion ?? context.keyVersion;
  const unsigned = spec.tamper && unsignedParts[spec.tamper];
  if (unsigned) return unsigned(keyVersion).join(comma);
  const bytes = await context.sign!(content, spec.tamper === 'key' ? 'stranger' : 'us');
  const value = signatureHeader(bytes, keyVersion, comma);
  if (spec.tamper === 'algorithm') return value.replace('RSA256', 'RSA512');
  return spec.tamper === 'reordered' ? value.split(comma).reverse().join(comma) : value;
}

/** Signature headers with nothing in them that could be verified. */
const unsignedParts: Partial<Record<Tamper, (keyVersion: string) => string[]>> = {
  'no-base64': (version) => ['algorithm=RSA256', `keyVersion=${version}`, 'signature=%%%not-base64%%%'],
  'odd-characters': (version) => ['algorithm=RSA256', `keyVersion=${version}`, 'signature=%21not%20base64%21'],
  'broken-escape': (version) => ['algorithm=RSA256', `keyVersion=${version}`, `signature=${'A'.repeat(342)}%3D%3`],
  'empty-part': (version) => ['algorithm=RSA256', `keyVersion=${version}`, 'signature='],
  'no-part': (version) => ['algorithm=RSA256', `keyVersion=${version}`],
  blank: () => [''],
  short: (version) => ['algorithm=RSA256', `keyVersion=${version}`, 'signature=AAAA'],
  'no-algorithm': (version) => ['algorithm=none', `keyVersion=${version}`, 'signature=AAAA'],
};

/** What is sent: for `white-space` and `reformatted` it is the signed body, written otherwise. */
function sentBytes(body: JsonObject, spec: RequestSpec): Buffer {
  if (spec.tamper === 'white-space') return Buffer.from(` ${JSON.stringify(body)}\n`);
  return spec.tamper === 'reformatted' ? writeBody(body, 'pretty') : writeBody(body, spec.encoding);
}

/** What is signed: for tampered bodies what the sender meant before somebody changed it on the way. */
function signedBytes(body: JsonObject, sent: Buffer, tamper: Tamper | undefined): Buffer {
  if (tamper === 'white-space' || tamper === 'reformatted') return writeBody(body);
  return tamper === 'value' ? writeBody(beforeTampering(body)) : sent;
}

/** The same body with another last character in its first string: what was signed before the value was changed. */
function beforeTampering(body: JsonObject): JsonObject {
  for (const [key, value] of Object.entries(body))
    if (typeof value === 'string' && value !== '')
      return { ...body, [key]: value.slice(0, -1) + (value.endsWith('0') ? '1' : '0') };
  return { ...body, added: 'value' };
}

/** Signs with our key, or with one that no target knows. */
export function signingWith(privateKey: KeyObject): NonNullable<ComposeContext['sign']> {
  return async (content, by) => sign(content, by === 'us' ? privateKey : await strangersKey());
}

let stranger: Promise<KeyObject> | null = null;

/** A key that no target knows, made once per process; on the thread pool, since it takes as long as a hundred requests. */
function strangersKey(): Promise<KeyObject> {
  stranger ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 }).then(({ privateKey }) => privateKey);
  return stranger;
}
