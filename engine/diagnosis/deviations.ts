/** The text under a signature in parts, and what it means to write one part of it otherwise. */
import { digestOf } from './signature-block.ts';

/** `METHOD path LF client.time.body`, every piece of it on its own. */
export interface SignedText {
  readonly method: string;
  /** Between method and path. */
  readonly gap: string;
  readonly path: string;
  readonly lineEnd: string;
  readonly clientId: string;
  /** Behind the client id. */
  readonly dot: string;
  readonly time: string;
  /** Before the body. */
  readonly lastDot: string;
  readonly body: Buffer;
  /** The digest of the text stands for the text. */
  readonly digested: 'hex' | 'HEX' | 'base64' | 'bytes' | null;
}

/** One known way to write the text wrongly. */
export interface Deviation {
  /** Two deviations of one part exclude each other. */
  readonly part: 'method' | 'path' | 'line-end' | 'client' | 'separators' | 'time' | 'body' | 'layout' | 'digest';
  readonly code: SignatureCode;
  /** Completes "The signature of the answer is …". */
  readonly says: string;
  readonly cure: string;
  readonly set: Partial<SignedText>;
  /** Too rare to be tried together with others. */
  readonly rare?: boolean;
}

/** The bytes that are signed. */
export function writtenText(text: SignedText): Buffer {
  const { method, gap, path, lineEnd, clientId, dot, time, lastDot, body, digested } = text;
  const head = Buffer.from(`${method}${gap}${path}${lineEnd}${clientId}${dot}${time}${lastDot}`);
  const whole = Buffer.concat([head, body]);
  if (digested === null) return whole;
  const digest = digestOf('sha256', whole)!;
  if (digested === 'bytes') return digest;
  const printed = digest.toString(digested === 'base64' ? 'base64' : 'hex');
  return Buffer.from(digested === 'HEX' ? printed.toUpperCase() : printed);
}

/** Bytes that one search may digest; a body of 1 MiB is not tried in a thousand ways. */
const searchBytes = 48 * 1024 * 1024;

/** The fewest deviations under which a text fits, one or two together; null where no known ones do. */
export function deviationsThatFit(
  right: SignedText,
  known: readonly Deviation[],
  fits: (content: Buffer) => boolean,
): readonly Deviation[] | null {
  let left = searchBytes;
  const tried = (set: Partial<SignedText>): boolean => {
    const content = writtenText({ ...right, ...set });
    left -= content.length + 256;
    return fits(content);
  };
  for (const one of known) if (left > 0 && tried(one.set)) return [one];
  const common = known.filter(({ rare }) => !rare);
  for (const [i, one] of common.entries()) {
    for (const other of common.slice(i + 1)) {
      if (left <= 0) return null;
      if (one.part !== other.part && tried({ ...one.set, ...other.set })) return [one, other];
    }
  }
  return null;
}

/** Every code that names what is wrong with a signature: docs/diagnosis.md explains them. */
export const signatureCodes = [
  'signed-over-request-time',
  'signed-over-other-time',
  'signed-without-time',
  'signed-over-path-without-query',
  'signed-over-url-with-host',
  'signed-over-constant-path',
  'signed-over-path-with-slash',
  'signed-over-path-without-slash',
  'signed-over-path-without-prefix',
  'signed-over-path-in-lower-case',
  'signed-over-decoded-path',
  'signed-without-path',
  'signed-over-method-in-lower-case',
  'signed-over-other-method',
  'signed-without-method',
  'signed-without-line-feed',
  'signed-over-other-line-end',
  'signed-for-other-client',
  'signed-without-client',
  'signed-with-other-separators',
  'signed-without-separators',
  'signed-over-body-alone',
  'signed-without-first-line',
  'signed-with-time-before-client',
  'signed-over-request-body',
  'signed-over-empty-body',
  'signed-over-rewritten-body',
  'signed-over-sorted-body',
  'signed-over-indented-body',
  'signed-over-spaced-body',
  'signed-over-other-line-ends',
  'signed-over-trimmed-body',
  'signed-over-body-with-line-end',
  'signed-over-escaped-body',
  'signed-over-unescaped-body',
  'signed-over-quoted-body',
  'signed-over-encoded-body',
  'signed-over-latin1-body',
  'signed-over-body-without-nulls',
  'signed-over-digest',
  'signed-over-unknown-text',
  'signed-with-md5',
  'signed-with-sha1',
  'signed-with-sha224',
  'signed-with-sha384',
  'signed-with-sha512',
  'signed-with-pss',
  'signed-without-digest-name',
  'signed-with-our-key',
  'signed-with-other-key',
  'signature-as-base64',
  'signature-as-base64url',
  'signature-as-hex',
  'signature-as-jwt',
  'signature-encoded-twice',
  'signature-in-lines',
  'signature-with-spaces',
  'signature-in-quotes',
  'signature-without-part-names',
  'signature-unreadable',
  'signature-used-twice',
] as const;

/** What is wrong with a signature, in a word. */
export type SignatureCode = (typeof signatureCodes)[number];
