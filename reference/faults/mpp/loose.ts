/** Faults of loose code: tokens compared inexactly, wrong codes, columns that are too short, values that crash, form bodies, unreadable signatures that pass. */
import type { Behaviour, Call, Json, Patch } from '../../mpp/behaviour.ts';
import { isObject } from '../../mpp/body.ts';
import { hasLegalFields } from '../../mpp/fields.ts';
import { hasMedia, isAuthentic, isReadable } from '../../mpp/guards.ts';
import { activeTokens, customers, tokenHolders } from '../../mpp/users.ts';
import { type MppFault, mustFault, rowKeys, rowKeysOfAllApis, shouldFault } from '../fault.ts';
import { both, droppedConnections, guarded, isForm, onDecision } from './alterations.ts';

/** Finds the holder of an access token by another comparison than equality. */
function comparing(isSame: (given: string, known: string) => boolean): Patch {
  return onDecision('sendOTP', (next) => (b, request, call) => {
    const given = String(request.accessToken);
    const known = tokenHolders.has(given) ? given : [...activeTokens].find((token) => isSame(given, token));
    return next(b, known === undefined ? request : { ...request, accessToken: known }, call);
  });
}

const credentials: readonly MppFault[] = [
  mustFault(
    'token-compared-by-prefix',
    'Takes an access token for the one that begins with it.',
    rowKeys('sendOTP', 'OTP-09', '*'),
    comparing((given, known) => given.length > 8 && known.startsWith(given)),
  ),
  mustFault(
    'token-compared-to-32-characters',
    'Compares the first 32 characters of an access token.',
    rowKeys('sendOTP', 'OTP-09', '*'),
    comparing((given, known) => given.slice(0, 32) === known.slice(0, 32)),
  ),
  mustFault(
    'token-last-character-ignored',
    'Compares all but the last character of an access token.',
    rowKeys('sendOTP', 'OTP-09', '*'),
    comparing((given, known) => given.slice(0, -1) === known.slice(0, -1)),
  ),
  shouldFault(
    'token-compared-in-any-case',
    'Compares access tokens by a collation that ignores case.',
    rowKeys('sendOTP', 'OTP-09'),
    comparing((given, known) => given.toLowerCase() === known.toLowerCase()),
  ),
  shouldFault(
    'token-compared-after-normalisation',
    'Normalises an access token before it is compared.',
    rowKeys('sendOTP', 'OTP-09'),
    comparing((given, known) => given.normalize('NFKC') === known),
  ),
  shouldFault(
    'token-trimmed-before-lookup',
    'Trims an access token before it is looked up.',
    rowKeys('sendOTP', 'OTP-09'),
    comparing((given, known) => given.trim() === known),
  ),
  mustFault(
    'notification-customer-compared-by-its-beginning',
    'Takes the customer of a notification for the one whose id begins it.',
    rowKeys('tokenActivationNotification', 'TAN-12', 'customerId.maxLength'),
    onDecision('tokenActivationNotification', (next) => (b, request, call) => {
      const known = [...customers.keys()].find((id) => String(request.customerId).startsWith(id));
      return next(b, known === undefined ? request : { ...request, customerId: known }, call);
    }),
  ),
];

/** Calls that end in the wrong code. */
const wrongCodes: readonly MppFault[] = [
  mustFault(
    'otp-always-unknown',
    'Ends every good sendOTP as UNKNOWN_EXCEPTION.',
    rowKeys('sendOTP', 'OTP-15', '*'),
    onDecision('sendOTP', (next) => async (b, request, call) => {
      const answer = await next(b, request, call);
      return answer.result.resultCode === 'SUCCESS' ? { result: b.result('UNKNOWN_EXCEPTION') } : answer;
    }),
  ),
  mustFault(
    'otp-limit-as-traffic',
    'Answers REQUEST_TRAFFIC_EXCEED_LIMIT where no further OTP may be sent.',
    rowKeys('sendOTP', 'OTP-12'),
    onDecision('sendOTP', (next) => async (b, request, call) => {
      const answer = await next(b, request, call);
      const isLimit = answer.result.resultCode === 'OTP_SEND_TIMES_EXCEED_LIMIT';
      return isLimit ? { result: b.result('REQUEST_TRAFFIC_EXCEED_LIMIT') } : answer;
    }),
  ),
];

/** Keeps tokens in a column of 32 characters. */
const shortColumn: Patch = (b) => {
  const stored = new Set<string>();
  const lookedUp = (api: 'sendActivationCode' | 'tokenActivationNotification') =>
    onDecision(api, (next) => (c, request, call) => {
      const id = String(request.tokenReferenceId);
      const isCut = id.length > 32 && stored.has(id.slice(0, 32));
      return isCut && request.customerId == null ? { result: c.result('PROCESS_FAIL') } : next(c, request, call);
    });
  const storing = onDecision('tokenDigitizeDecision', (next) => (c, request, call) => {
    stored.add(String(request.tokenReferenceId).slice(0, 32));
    return next(c, request, call);
  });
  return both(storing, lookedUp('sendActivationCode'), lookedUp('tokenActivationNotification'))(b);
};

const values: readonly MppFault[] = [
  mustFault(
    'token-column-of-32',
    'Cuts a tokenReferenceId to 32 characters when it stores it, and looks for the whole one.',
    rowKeys('tokenDigitizeDecision', 'tokenReferenceId.maxLength').concat(rowKeys('sendActivationCode', '*')),
    shortColumn,
  ),
  mustFault(
    'token-column-of-32-in-strict-mode',
    'Ends a digitization as UNKNOWN_EXCEPTION when its tokenReferenceId does not fit a column of 32 characters.',
    rowKeys('tokenDigitizeDecision', 'tokenReferenceId.maxLength', '*'),
    onDecision('tokenDigitizeDecision', (next) => (b, request, call) => {
      if (String(request.tokenReferenceId).length > 32) throw new Error('Data too long for column');
      return next(b, request, call);
    }),
  ),
  mustFault(
    'zero-taken-for-missing',
    'Takes "0" in a required parameter for nothing.',
    rowKeys('sendOTP', 'acquirerId.maxLength', 'pspId.maxLength', 'accessToken.maxLength').concat('*/*.maxLength'),
    guarded(hasLegalFields, (next) => (b, call) => {
      const fields = call.api ? b.fields[call.api] : [];
      const isEmpty = fields.some(({ name, required }) => required && call.request[name] === '0');
      return isEmpty ? 'PARAM_ILLEGAL' : next(b, call);
    }),
  ),
  mustFault(
    'two-nulls-drop-connection',
    'Breaks the connection when walletId and tokenRequestorId are both null.',
    rowKeys('tokenDigitizeDecision', 'G-24', '*'),
    both(
      onDecision('tokenDigitizeDecision', (next) => (b, request, call) => {
        if (request.walletId === null && request.tokenRequestorId === null) throw new TypeError('both are null');
        return next(b, request, call);
      }),
      droppedConnections,
    ),
  ),
  mustFault(
    'nul-in-customer-drops-connection',
    'Breaks the connection when customerId has a NUL in it.',
    rowKeys('tokenActivationNotification', 'G-24', '*'),
    both(
      onDecision('tokenActivationNotification', (next) => (b, request, call) => {
        if (String(request.customerId).includes('\u0000')) throw new TypeError('a NUL');
        return next(b, request, call);
      }),
      droppedConnections,
    ),
  ),
];

/** The fields of a form, objects in bracket notation. */
function formFields(call: Call): Json {
  const body: Json = {};
  for (const [name, value] of new URLSearchParams(call.body.toString())) {
    const steps = name.replaceAll(']', '').split('[');
    let here = body;
    for (const step of steps.slice(0, -1)) {
      const inner = here[step];
      const next = isObject(inner) ? inner : {};
      here[step] = next;
      here = next;
    }
    here[steps.at(-1)!] = value;
  }
  return body;
}

const media: readonly MppFault[] = [
  mustFault(
    'form-with-fields-served',
    'Reads a form body like a JSON body.',
    rowKeysOfAllApis('G-12'),
    (b: Behaviour) =>
      both(
        guarded(hasMedia, (next) => (c, call) => (isForm(call) ? null : next(c, call))),
        guarded(isReadable, (next) => (c, call) => {
          if (!isForm(call)) return next(c, call);
          call.request = formFields(call);
          return null;
        }),
      )(b),
  ),
];

const partOf = (call: Call): string => /signature=([^,]*)/.exec(call.headers.signature ?? '')?.[1] ?? '';

/** Lets a request pass where its signature cannot even be decoded. */
const passing = (isUnreadable: (text: string) => boolean): Patch =>
  guarded(isAuthentic, (next) => async (b, call) => {
    const refused = await next(b, call);
    return refused === 'INVALID_SIGNATURE' && isUnreadable(partOf(call)) ? null : refused;
  });

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const unread: readonly MppFault[] = [
  mustFault(
    'undecodable-base64-verified',
    'Takes a signature that base64 cannot decode for verified.',
    rowKeysOfAllApis('G-08'),
    passing((text) => text !== '' && decoded(text) !== null && !/^[A-Za-z0-9+/]+=*$/.test(decoded(text)!)),
  ),
  mustFault(
    'broken-escape-verified',
    'Takes a signature with a broken percent escape for verified.',
    rowKeysOfAllApis('G-08'),
    passing((text) => text.startsWith('A') && decoded(text) === null),
  ),
  mustFault(
    'body-verified-as-ascii',
    'Verifies a signature over the ASCII characters of a body.',
    [...rowKeysOfAllApis('G-09', 'G-08'), ...rowKeys('tokenDigitizeDecision', 'consumerFacingEntityName.maxLength')],
    (b) => ({
      ...b,
      requestContent: (call, client, time) =>
        Buffer.from(b.requestContent(call, client, time).map((byte) => (byte > 0x7f ? 0x3f : byte))),
    }),
  ),
];

/** Faults of loose code. */
export const looseFaults: readonly MppFault[] = [...credentials, ...wrongCodes, ...values, ...media, ...unread];
