/** What a target verifies that refuses our right signature: it is asked with wrong ones until it takes one. */
import { constants, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { operationNamed } from '../../contract/apis.ts';
import type { Diagnosis } from '../report.ts';
import { madeUp } from '../request/values.ts';
import type { RunSettings } from '../settings.ts';
import { answerOf } from '../wire/answer.ts';
import type { Exchange, WireRequest } from '../wire/exchange.ts';
import { isObject } from '../wire/json.ts';
import { isoTime } from '../wire/signing.ts';
import type { Transport } from '../wire/transport.ts';
import { bodyDeviations } from './body-forms.ts';
import { type SignedText, writtenText } from './deviations.ts';
import { pathsNear } from './signature-cases.ts';
import { ofPrefix, textDeviations } from './text-forms.ts';

/** One wrong way to sign a request; completes "a request whose signature is …". */
interface Way {
  readonly says: string;
  readonly set?: Partial<SignedText>;
  readonly make?: (content: Buffer, key: KeyObject) => Buffer;
  readonly write?: (signature: Buffer) => string;
  readonly keyVersion?: string;
  /** What to do besides. */
  readonly cure?: string;
}

const documented = (signature: Buffer) => encodeURIComponent(signature.toString('base64'));
const withDigest = (digest: string) => (content: Buffer, key: KeyObject) => sign(digest, content, key);

const otherSchemes: readonly Way[] = [
  { says: 'written as base64 that is not URL-encoded', write: (signature) => signature.toString('base64') },
  { says: 'written as base64url', write: (signature) => signature.toString('base64url') },
  { says: 'written in hexadecimal digits', write: (signature) => signature.toString('hex') },
  { says: 'URL-encoded twice', write: (signature) => encodeURIComponent(documented(signature)) },
  { says: 'made with SHA-1', make: withDigest('sha1') },
  { says: 'made with SHA-512', make: withDigest('sha512') },
  {
    says: 'made with RSA-PSS',
    make: (content, key) => sign('sha256', content, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
  },
];

/** Past this a search is given up: the key is the likelier cause. */
const longestMs = 20_000;

type VerifiedSettings = Pick<RunSettings, 'target' | 'clientId' | 'paths' | 'signing' | 'seed'>;

/** Asks again with signatures that are wrong in a known way, and says which one is taken; null where none is. */
export async function whatItVerifies(
  refused: Exchange,
  settings: VerifiedSettings,
  transport: Transport,
): Promise<Diagnosis | null> {
  const { privateKey, keyVersion } = settings.signing;
  if (privateKey === null) return null;
  const asking = { settings, transport, key: createPrivateKey(privateKey) };
  const request = await harmless(refused.request, refused.operation, asking);
  const begun = performance.now();
  for (const [n, way] of waysFor(request, answerOf(refused).code, settings).entries()) {
    if (performance.now() - begun > longestMs) return null;
    const code = await codeFor(signedSo(request, way, asking, `w${n}`), asking);
    if (code === null) return null;
    if (doubts.has(code)) continue;
    if (way.keyVersion !== undefined) {
      return {
        code: 'key-version-refused',
        says: `The target knows our key as keyVersion ${way.keyVersion}, but signing.keyVersion is ${keyVersion}.`,
        cure: `Set signing.keyVersion to "${way.keyVersion}".`,
      };
    }
    return {
      code: 'target-verifies-otherwise',
      says: `The target accepts a request whose signature is ${way.says} (${code}), but refuses the documented signature.`,
      cure: `The target must verify POST ${request.path}, line feed, Client-Id.Request-Time.body with SHA256withRSA, and URL-decode the signature once.${way.cure ?? ''}`,
    };
  }
  return null;
}

/** Codes that leave it open whether the signature was taken. */
const doubts = new Set([
  '',
  'INVALID_SIGNATURE',
  'INVALID_CLIENT',
  'KEY_NOT_FOUND',
  'UNKNOWN_EXCEPTION',
  'ACCESS_DENIED',
]);

interface Asking {
  readonly settings: VerifiedSettings;
  readonly transport: Transport;
  readonly key: KeyObject;
}

function waysFor({ path, body, method }: WireRequest, code: string, settings: VerifiedSettings): readonly Way[] {
  if (code === 'KEY_NOT_FOUND') return ['0', '1', '2', '3'].map((keyVersion) => ({ says: '', keyVersion }));
  const near = { side: 'request', ...pathsNear(path, null, settings), otherTimes: [], otherClientIds: [] } as const;
  const text = textOf({ method, path, body }, settings.clientId, isoTime(Date.now()));
  const known = [...textDeviations(text, near), ...bodyDeviations(text.body)];
  // A time in another form is another text each second: these are described by their place in the list alone.
  const ways = known
    .filter(({ rare, part }) => !rare && part !== 'time')
    .map(
      ({ code, says, set }): Way => ({
        says,
        set,
        ...(code === 'signed-over-path-without-prefix'
          ? { cure: ` ${ofPrefix(path.slice(0, path.length - set.path!.length))}` }
          : {}),
      }),
    );
  return [
    ...ways.slice(0, 12),
    ...otherSchemes,
    ...ways.slice(12),
    { says: 'made without the time', set: { time: '' } },
  ];
}

function textOf(request: Pick<WireRequest, 'method' | 'path' | 'body'>, clientId: string, time: string): SignedText {
  const { method, path } = request;
  return {
    method,
    gap: ' ',
    path,
    lineEnd: '\n',
    clientId,
    dot: '.',
    time,
    lastDot: '.',
    body: Buffer.from(request.body),
    digested: null,
  };
}

function signedSo(request: WireRequest, way: Way, { settings, key }: Asking, mark: string): WireRequest {
  const time = isoTime(Date.now());
  const text = { ...textOf(request, settings.clientId, time), ...way.set };
  const bytes = (way.make ?? withDigest('sha256'))(writtenText(text), key);
  const keyVersion = way.keyVersion ?? settings.signing.keyVersion;
  const fresh: Readonly<Record<string, string>> = {
    'request-time': time,
    signature: `algorithm=RSA256, keyVersion=${keyVersion}, signature=${(way.write ?? documented)(bytes)}`,
  };
  const headers = request.headers.map(([name, value]) => {
    const marked = name.toLowerCase() === 'x-conformance-request' ? `${value}-${mark}` : value;
    return [name, fresh[name.toLowerCase()] ?? marked] as const;
  });
  return { ...request, headers };
}

/** The code of the answer; null where none came. */
async function codeFor(request: WireRequest, { transport }: Asking): Promise<string | null> {
  const delivery = await transport.send(request, 'what-it-verifies');
  if (!delivery.response) return null;
  return answerOf({ id: '', operation: '', probe: '', title: '', marker: '', request, ...delivery }).code;
}

/** The same request for a made-up user, so that nobody gets a message; as it was where the target asks for the user first. */
async function harmless(request: WireRequest, operation: string, asking: Asking): Promise<WireRequest> {
  const nobody = operationNamed(operation)?.probing.nobody;
  const value: unknown = nobody ? JSON.parse(Buffer.from(request.body).toString('utf8')) : null;
  if (!nobody || !isObject(value)) return request;
  const like = String(value[nobody] ?? '');
  const body = Buffer.from(JSON.stringify({ ...value, [nobody]: madeUp(`nobody/${asking.settings.seed}`, 20, like) }));
  const other = { ...request, body };
  const code = await codeFor(signedSo(other, { says: '' }, asking, 'w'), asking);
  return code === 'INVALID_SIGNATURE' || code === 'KEY_NOT_FOUND' ? other : request;
}
