/** Lawful habits of frameworks and of careful wallets: what is refused earlier, unsigned, or for another reason than usual. */
import { errorPage, guarded, onDecision } from '../faults/mpp/alterations.ts';
import type { Behaviour, Call, MppApi, Patch } from '../mpp/behaviour.ts';
import { hasLegalFields } from '../mpp/fields.ts';
import { hasInterface, hasMethod } from '../mpp/guards.ts';
import type { Variant } from './variant.ts';

/** Answers a bare HTTP page where a guard refuses. */
const barely = (codes: Readonly<Record<string, number>>): Patch => {
  return (b) => ({
    ...b,
    reply: async (c, call, answer) => {
      const status = call.authenticated ? undefined : codes[String(answer.result.resultCode)];
      return status === undefined ? b.reply(c, call, answer) : errorPage(status, 'refused');
    },
  });
};

/** Refuses calls of the token APIs that name nobody. */
const namingSomebody: Patch = (b) => {
  const apis: readonly MppApi[] = ['sendActivationCode', 'tokenActivationNotification', 'tokenDigitizeDecision'];
  return apis.reduce<Behaviour>(
    (c, api) =>
      onDecision(
        api,
        (next) => (d, request, call) =>
          request.customerId == null ? { result: d.result('PROCESS_FAIL') } : next(d, request, call),
      )(c),
    b,
  );
};

/** Remembers whose token each is, and looks at that before it looks at the customer. */
const owning: Patch = (b) => {
  const owners = new Map<string, unknown>();
  const checked = (api: 'sendActivationCode' | 'tokenActivationNotification') =>
    onDecision(api, (next) => (c, request, call) => {
      const owner = owners.get(String(request.tokenReferenceId));
      const isOthers = request.customerId != null && owner !== request.customerId;
      return isOthers ? { result: c.result('PROCESS_FAIL') } : next(c, request, call);
    });
  const kept = onDecision('tokenDigitizeDecision', (next) => async (c, request, call) => {
    const answer = await next(c, request, call);
    if (answer.result.resultStatus === 'S') owners.set(String(request.tokenReferenceId), request.customerId);
    return answer;
  });
  return checked('tokenActivationNotification')(checked('sendActivationCode')(kept(b)));
};

/** Takes a list of one text for the text. */
const coercing: Patch = guarded(hasLegalFields, (next) => (b, call) => {
  const texts = new Set(
    (call.api ? b.fields[call.api] : []).filter(({ kind }) => kind !== 'object').map(({ name }) => name),
  );
  call.request = Object.fromEntries(
    Object.entries(call.request).map(([name, value]) => [
      name,
      texts.has(name) && Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' ? value[0] : value,
    ]),
  );
  return next(b, call);
});

const isUnread = (call: Call): boolean => {
  if (call.body.length > 100_000) return true;
  try {
    return typeof JSON.parse(call.body.toString()) !== 'object';
  } catch {
    return true;
  }
};

/** Peculiarities of what is refused, when and how. */
export const habitVariants: readonly Variant[] = [
  {
    name: 'unread-bodies-unsigned',
    says: 'Answers PARAM_ILLEGAL, unsigned, to a body that its framework cannot read or does not read whole.',
    alter: (b) => {
      const early = guarded(hasInterface, (next) => async (c, call) => {
        const refused = await next(c, call);
        return refused ?? (call.method === 'POST' && isUnread(call) ? 'PARAM_ILLEGAL' : null);
      })(b);
      return { ...early, signs: (call, answer) => !isUnread(call) && b.signs(call, answer) };
    },
  },
  {
    name: 'other-methods-have-no-interface',
    says: 'Answers NO_INTERFACE_DEF to another method.',
    alter: guarded(hasMethod, (next) => async (b, call) => ((await next(b, call)) ? 'NO_INTERFACE_DEF' : null)),
  },
  {
    name: 'bare-http-refusals',
    says: 'Leaves unknown paths, other methods and other media types to its framework: bare 404, 405 and 415.',
    alter: barely({ NO_INTERFACE_DEF: 404, METHOD_NOT_SUPPORTED: 405, MEDIA_TYPE_NOT_ACCEPTABLE: 415 }),
  },
  {
    name: 'nobody-named-process-fail',
    says: 'Answers PROCESS_FAIL to a call that names nobody.',
    alter: namingSomebody,
  },
  { name: 'token-ownership-first', says: 'Looks at whose token it is before anything else.', alter: owning },
  { name: 'lists-of-one-coerced', says: 'Takes a list of one text for the text.', alter: coercing },
  {
    name: 'empty-optional-is-an-id',
    says: 'Takes "" in an optional customerId for an id, which it does not know.',
    alter: guarded(hasLegalFields, (next) => async (b, call) => {
      if (call.request.customerId !== '') return next(b, call);
      const { customerId: _, ...rest } = call.request;
      call.request = rest;
      const refused = await next(b, call);
      call.request = { ...rest, customerId: 'empty' };
      return refused;
    }),
  },
  {
    name: 'media-types-ignored',
    says: 'Never looks at Content-Type or Accept: what is not JSON is illegal.',
    alter: (b) => ({ ...b, acceptsMedia: () => true }),
  },
];
