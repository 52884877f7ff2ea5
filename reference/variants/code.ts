/** Conforming choices of result codes and of unsigned answers. */
import { guarded, onDecision, onFields, onReply } from '../faults/mpp/alterations.ts';
import type { Patch, Reply } from '../mpp/behaviour.ts';
import { hasLegalFields } from '../mpp/fields.ts';
import { hasMedia, hasMethod, isAuthentic, isReadable } from '../mpp/guards.ts';
import { customers, tokenHolders } from '../mpp/users.ts';
import type { Variant } from './variant.ts';

const unauthenticated = ['INVALID_SIGNATURE', 'INVALID_CLIENT', 'KEY_NOT_FOUND'];
const unrouted = ['NO_INTERFACE_DEF', 'METHOD_NOT_SUPPORTED', 'MEDIA_TYPE_NOT_ACCEPTABLE'];
const overloaded = ['REQUEST_TRAFFIC_EXCEED_LIMIT', 'UNKNOWN_EXCEPTION'];

const unsigned = (...codes: readonly string[]): Patch => {
  return (b) => ({
    ...b,
    signs: (call, answer) => !codes.includes(String(answer.result.resultCode)) && b.signs(call, answer),
  });
};

const httpStatuses: Readonly<Record<string, number>> = {
  NO_INTERFACE_DEF: 404,
  METHOD_NOT_SUPPORTED: 405,
  MEDIA_TYPE_NOT_ACCEPTABLE: 415,
};

const bare = (codes: Readonly<Record<string, number>>): Patch =>
  onReply((reply, _call, answer): Reply => {
    const status = codes[String(answer.result.resultCode)];
    return status === undefined ? reply : { status, headers: [['Content-Type', 'text/plain']], body: '' };
  });

/** Variants of result codes. */
export const codeVariants: readonly Variant[] = [
  {
    name: 'unsigned-authentication-failures',
    says: 'Leaves answers to requests that it could not authenticate unsigned.',
    alter: unsigned(...unauthenticated),
  },
  {
    name: 'unsigned-routing-failures',
    says: 'Leaves answers about path, method and media type unsigned.',
    alter: unsigned(...unrouted),
  },
  {
    name: 'unsigned-technical-answers',
    says: 'Signs nothing that comes from its gateway: routing, authentication, overload.',
    alter: unsigned(...unauthenticated, ...unrouted, ...overloaded),
  },
  {
    name: 'http-statuses',
    says: 'Answers wrong paths, methods and media types as HTTP 404, 405 and 415, with a JSON result.',
    alter: (b) => ({ ...b, httpStatus: (_call, answer) => httpStatuses[String(answer.result.resultCode)] ?? 200 }),
  },
  {
    name: 'bare-not-found',
    says: 'Answers unknown paths as HTTP 404 without a body.',
    alter: bare({ NO_INTERFACE_DEF: 404 }),
  },
  {
    name: 'bare-gateway',
    says: 'Answers wrong paths, methods and media types as HTTP 404, 405 and 415 without a body.',
    alter: bare(httpStatuses),
  },
  {
    name: 'unknown-client-as-invalid-signature',
    says: 'Answers INVALID_SIGNATURE to an unknown Client-Id and an unknown key.',
    alter: guarded(isAuthentic, (next) => async (b, call) => ((await next(b, call)) ? 'INVALID_SIGNATURE' : null)),
  },
  {
    name: 'unknown-client-as-key-not-found',
    says: 'Answers KEY_NOT_FOUND to an unknown Client-Id.',
    alter: recoding('INVALID_CLIENT', 'KEY_NOT_FOUND'),
  },
  {
    name: 'unknown-client-as-access-denied',
    says: 'Answers ACCESS_DENIED to an unknown Client-Id.',
    alter: recoding('INVALID_CLIENT', 'ACCESS_DENIED'),
  },
  {
    name: 'missing-header-as-illegal-parameter',
    says: 'Answers PARAM_ILLEGAL where Signature, Client-Id or Request-Time is missing.',
    alter: guarded(isAuthentic, (next) => (b, call) => {
      const missing = ['Signature', 'Client-Id', 'Request-Time'].some((name) => !b.header(call, name));
      return missing ? 'PARAM_ILLEGAL' : next(b, call);
    }),
  },
  {
    name: 'missing-client-as-invalid-client',
    says: 'Answers INVALID_CLIENT where Client-Id is missing.',
    alter: guarded(
      isAuthentic,
      (next) => (b, call) => (b.header(call, 'Client-Id') ? next(b, call) : 'INVALID_CLIENT'),
    ),
  },
  {
    name: 'signature-before-method',
    says: 'Verifies the signature before it looks at method and media type.',
    alter: (b) => ({ ...b, guards: [isAuthentic, ...b.guards.filter((guard) => guard !== isAuthentic)] }),
  },
  {
    name: 'media-type-after-parsing',
    says: 'Looks at the media type once the body could be parsed.',
    alter: (b) => ({
      ...b,
      guards: [...b.guards.filter((guard) => guard !== hasMedia && guard !== hasLegalFields), hasMedia, hasLegalFields],
    }),
  },
  {
    name: 'method-after-media-type',
    says: 'Looks at the media type before the method.',
    alter: (b) => ({
      ...b,
      guards: b.guards.map((guard) => (guard === hasMethod ? hasMedia : guard === hasMedia ? hasMethod : guard)),
    }),
  },
  {
    name: 'parameters-before-signature',
    says: 'Answers PARAM_ILLEGAL to a bad body before it verifies the signature.',
    alter: (b) => ({ ...b, guards: [...b.guards.filter((guard) => guard !== isAuthentic), isAuthentic] }),
  },
  {
    name: 'token-looked-up-first',
    says: 'Answers INVALID_TOKEN to an unknown access token before it checks the other parameters.',
    alter: guarded(hasLegalFields, (next) => (b, call) => {
      const token = call.request.accessToken;
      const unknown =
        call.api === 'sendOTP' &&
        typeof token === 'string' &&
        token !== '' &&
        token.length <= 128 &&
        !tokenHolders.has(token);
      return unknown ? 'INVALID_TOKEN' : next(b, call);
    }),
  },
  {
    name: 'long-token-as-unknown-token',
    says: 'Answers INVALID_TOKEN to an access token that is too long to be known.',
    alter: onFields((field, api) =>
      api === 'sendOTP' && field.name === 'accessToken' ? { ...field, max: Number.POSITIVE_INFINITY } : field,
    ),
  },
  {
    name: 'long-customer-as-unknown-user',
    says: 'Answers USER_NOT_EXIST to a customerId that is too long to be known.',
    alter: onFields((field, api) =>
      field.name === 'customerId' && api !== 'tokenActivationNotification'
        ? { ...field, max: Number.POSITIVE_INFINITY }
        : field,
    ),
  },
  {
    name: 'unknown-acquirer-refused',
    says: 'Serves sendOTP to one acquirer for one pspId, and answers ACCESS_DENIED to others.',
    alter: (b) => ({ ...b, parties: { acquirerId: 'ACQP0000000000000001', pspId: 'MPP00000000000000001' } }),
  },
  {
    name: 'known-tokens-only',
    says: 'Takes activation codes and notifications for tokens only that it was asked about before.',
    alter: (b) => ({ ...b, knownTokensOnly: true }),
  },
  {
    name: 'notification-for-anybody',
    says: 'Takes notifications about customers whom it does not know.',
    alter: onDecision('tokenActivationNotification', (next) => (b, request, call) => {
      const unknown = typeof request.customerId === 'string' && !customers.has(request.customerId);
      return next(b, unknown ? { ...request, customerId: null } : request, call);
    }),
  },
  {
    name: 'nobody-approved',
    says: 'Approves a digitization that names no customer.',
    alter: onDecision('tokenDigitizeDecision', (next) => async (b, request, call) => {
      const answer = await next(b, request, call);
      const approved = answer.result.resultStatus === 'S' && request.customerId == null;
      return approved ? { result: answer.result, decision: 'APPROVED' } : answer;
    }),
  },
  {
    name: 'malformed-body-process-fail',
    says: 'Answers PROCESS_FAIL to a body that is not a JSON object.',
    alter: guarded(isReadable, (next) => async (b, call) => ((await next(b, call)) ? 'PROCESS_FAIL' : null)),
  },
];

function recoding(from: string, to: string): Patch {
  return guarded(isAuthentic, (next) => async (b, call) => {
    const code = await next(b, call);
    return code === from ? to : code;
  });
}
