/** Signatures of requests: which must be refused, and in which spellings they must be accepted. */
import type { Phase, Probe } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import type { RefusalRule } from '../../engine/check/finding.ts';
import { accepts, type Change, refuses, set, unset } from '../../engine/check/verbs/index.ts';
import type { Tamper, WireChange } from '../../engine/request/request-spec.ts';
import { madeUp } from '../../engine/request/values.ts';
import type { Edit } from '../../engine/wire/json.ts';

interface Forgery {
  readonly tamper: Tamper;
  readonly says: string;
  readonly rule: RefusalRule;
}

const mustNotice: RefusalRule = { codes: ['INVALID_SIGNATURE'] };

const forgeries: readonly Forgery[] = [
  { tamper: 'value', says: 'a value was changed after signing', rule: mustNotice },
  { tamper: 'white-space', says: 'white space was added around the signed body', rule: mustNotice },
  { tamper: 'reformatted', says: 'the body was reformatted after signing', rule: mustNotice },
  { tamper: 'time', says: 'Request-Time is another valid time than the signed one', rule: mustNotice },
  { tamper: 'path', says: 'the signature was made for the path of another operation', rule: mustNotice },
  { tamper: 'key', says: 'the signature was made with an unknown key', rule: mustNotice },
  { tamper: 'no-base64', says: 'the signature is not base64', rule: mustNotice },
  {
    tamper: 'replayed',
    says: 'the signature belongs to a request that was accepted before',
    rule: { codes: [], otherCode: 'satisfied' },
  },
];

/** Nothing to verify: never accepted; which code is open (ambiguity 6.21). */
const nothingToVerify: RefusalRule = { codes: ['INVALID_SIGNATURE', 'PARAM_ILLEGAL'], otherCode: 'advisory' };

const unsigned: readonly Forgery[] = [
  { tamper: 'empty-part', says: 'the signature part is empty', rule: nothingToVerify },
  { tamper: 'no-part', says: 'the Signature header has no signature part', rule: nothingToVerify },
  { tamper: 'blank', says: 'the Signature header is empty', rule: nothingToVerify },
  { tamper: 'no-algorithm', says: 'the Signature header names the algorithm none', rule: nothingToVerify },
];

const noBase64: RefusalRule = { codes: ['INVALID_SIGNATURE'], earlier: ['PARAM_ILLEGAL'], ambiguity: '6.21' };

/** Values that are not the base64 of a signature, each in one way alone: what cannot be decoded must not count as verified. */
const unreadable: readonly Forgery[] = [
  {
    tamper: 'short',
    says: 'the signature has three bytes',
    rule: { codes: ['INVALID_SIGNATURE'], otherCode: 'advisory' },
  },
  { tamper: 'odd-characters', says: 'the signature is well URL-encoded and not base64', rule: noBase64 },
  { tamper: 'broken-escape', says: 'the signature is base64 with a broken percent escape', rule: noBase64 },
];

/** Each forgery is refused, at the start of the run and again at its end; certify asks once more in between. */
export function tampering(): Probe[] {
  const twice = (['first', 'last'] as const).flatMap((phase) => forgeries.map((forgery) => forged(forgery, phase)));
  const again = forgeries.map((forgery) => ({ ...forged(forgery, 'refusal'), profiles: ['certify' as const] }));
  return [...twice, ...[...unreadable, ...unsigned].map((forgery) => forged(forgery, 'first')), ...again];
}

/** Forged requests that certify sends to each API at least: one node in ten that checks no signature is met with 95 %. */
export const forgedInCertify = 3 * forgeries.length + unreadable.length + unsigned.length;

function forged({ tamper, says, rule }: Forgery, phase: Phase): Probe {
  const when = { last: ', at the end of the run', refusal: ', during the run' }[String(phase)] ?? '';
  const change: Change = {
    tamper,
    ...(tamper === 'replayed' ? { edit: anotherParty, skipSelfCheck: true } : {}),
    ...(phase === 'first' ? {} : { occurrence: phase }),
  };
  return refuses(`${says}${when}`, change, rule, { phase, signing: true });
}

/** The replayed signature goes with another body: it names another party, by an id that resembles no real one. */
function anotherParty(context: CheckContext): readonly Edit[] {
  const body = context.body({ base: 'full' });
  const identities = context.op.request.filter((field) => field.identity).map((field) => field.path[0]!);
  const texts = identities.flatMap((name) => {
    const text = body[name];
    return typeof text === 'string' ? [{ name, text }] : [];
  });
  return texts.slice(0, 1).map(({ name, text }) => set(name, madeUp('replayed', text.length, text)));
}

/** Missing authentication headers: never accepted; which code is open (ambiguity 6.21). */
export function missingHeaders(): Probe[] {
  return ['Signature', 'Request-Time', 'Client-Id'].map((name) => {
    const codes = ['PARAM_ILLEGAL', 'INVALID_SIGNATURE', ...(name === 'Client-Id' ? ['INVALID_CLIENT'] : [])];
    const did = `the ${name} header is missing`;
    return refuses(did, { wire: { omit: [name] } }, { codes, otherCode: 'advisory' }, { signing: true });
  });
}

/** A request that is wrong twice: it is never accepted; that the signature is named first is our reading (ambiguity 6.22). */
export function wrongTwice(): Probe {
  const required = ({ op }: CheckContext) => op.request.find((field) => field.required)!.path;
  return refuses(
    'a bad signature on a body without a required field',
    {
      tamper: 'key',
      edit: (context) => [unset(required(context))],
      violates: (context) => ({ path: required(context), keyword: 'required' }),
    },
    { codes: ['INVALID_SIGNATURE'], otherCode: 'advisory' },
    { signing: true },
  );
}

/** What the page does not speak of: a name of the only algorithm that is ignored is a fact, a signature for another method is advice. */
export function oddSignatures(): Probe[] {
  const odd = [
    { tamper: 'algorithm', says: 'the Signature header names another algorithm', accepted: 'fact' },
    { tamper: 'method', says: 'the signature was made for another method', accepted: 'advisory' },
  ] as const;
  return odd.map(({ tamper, says, accepted }) =>
    refuses(
      says,
      { tamper },
      { codes: ['INVALID_SIGNATURE'], accepted, otherCode: accepted, bare: 'advisory', ambiguity: '6.25' },
      { signing: true },
    ),
  );
}

/** Unknown client or key: the sets of ambiguity 6.20. */
export function strangers(): Probe[] {
  const unknown = (did: string, wire: WireChange, codes: readonly string[]) =>
    refuses(did, { wire }, { codes }, { signing: true });
  return [
    unknown('an unknown Client-Id', { clientId: 'SANDBOX_5Y00UNKNOWN00000' }, [
      'INVALID_CLIENT',
      'KEY_NOT_FOUND',
      'INVALID_SIGNATURE',
      'ACCESS_DENIED',
    ]),
    unknown('keyVersion 9999', { keyVersion: '9999' }, ['KEY_NOT_FOUND', 'INVALID_SIGNATURE']),
  ];
}

/** Less than the documented fields come to at their greatest lengths; buffers and columns of 400 and 1000 bytes are met in the wild. */
const longBytes = 1100;
/** More than the smallest limits that servers come with. */
const largeBytes = 4500;

/** Ways to write one and the same body that must be accepted: what is signed are its bytes, not its meaning. */
export function writings(): Probe[] {
  return [
    acceptedSpelling('a pretty-printed body', { encoding: 'pretty' }),
    acceptedSpelling('a body with its keys in another order', { encoding: 'reversed' }),
    acceptedSpelling(`a body of ${longBytes} bytes, filled up with white space`, { encoding: { spacedTo: longBytes } }),
    // In a field that nobody knows, so that every API can be asked; who refuses unknown fields refuses it in ASCII too.
    acceptedSpelling(
      'a body with characters that are not ASCII',
      // The last letter in its composed and in its decomposed form: a text that is normalised before it is verified is another one.
      extraText('电子钱包 – caf\u00e9 cafe\u0301'),
      false,
      extraText('extra'),
    ),
  ];
}

/** No page says how much a server must read, so that a refusal of a body of this size is advice. */
export function largeBody(): Probe {
  const says = `a body of ${largeBytes} bytes, filled up with white space`;
  return acceptedSpelling(says, { encoding: { spacedTo: largeBytes } }, true);
}

/** Spellings of the headers of one and the same request that must be accepted. */
export function spellings(): Probe[] {
  return [
    acceptedSpelling('header names in lower case', { wire: { spelling: { names: 'lower' } } }),
    acceptedSpelling('header names in UPPER case', { wire: { spelling: { names: 'upper' } } }),
    acceptedSpelling('a Signature header without spaces after its commas', { wire: { spelling: { comma: ',' } } }),
    acceptedSpelling('a Signature header with a space after each comma', { wire: { spelling: { comma: ', ' } } }),
    acceptedSpelling('the parts of the Signature header in another order', { tamper: 'reordered' }, true),
  ];
}

function extraText(text: string): Change {
  return { edit: [set('xConformanceExtra', text)] };
}

function acceptedSpelling(says: string, change: Change, advice = false, unlessAlso?: Change): Probe {
  return accepts(
    says,
    change,
    {
      noticedBy: { tamper: 'value' },
      code: 'INVALID_SIGNATURE',
      live: 'if-needed',
      advice,
      ...(unlessAlso ? { unlessAlso } : {}),
    },
    { signing: true },
  );
}
