/** Small changes of a behaviour that faults and variants are composed of. */
import {
  type Answer,
  type Behaviour,
  type Call,
  type Field,
  type Guard,
  type Json,
  type MppApi,
  mppApis,
  type Patch,
  type Reply,
  type Result,
} from '../../mpp/behaviour.ts';

/** One change after the other. */
export function both(...alters: readonly Patch[]): Patch {
  return (b) => alters.reduce((changed, alter) => alter(changed), b);
}

/** Changes the rule of one field of one API. */
export function onField(api: MppApi, name: string, change: Partial<Field>): Patch {
  return onFields((field, of) => (of === api && field.name === name ? { ...field, ...change } : field));
}

/** Changes the rules of any fields. */
export function onFields(change: (field: Field, api: MppApi) => Field): Patch {
  return (b) => {
    const fields = { ...b.fields };
    for (const api of mppApis) fields[api] = fields[api].map((field) => change(field, api));
    return { ...b, fields };
  };
}

/** Takes values that one field of one API must not have. */
export function takes(api: MppApi, name: string, wrong: (value: unknown) => boolean): Patch {
  return onField(api, name, { check: (value, legal) => wrong(value) || legal(value) });
}

/** Refuses values that one field of one API may have. */
export function refuses(api: MppApi, name: string, right: (value: unknown) => boolean): Patch {
  return onField(api, name, { check: (value, legal) => !right(value) && legal(value) });
}

/** Throws at certain values of one field of one API, as code does that never thought of them. */
export function stumbles(api: MppApi, name: string, over: (value: unknown) => boolean): Patch {
  return onField(api, name, {
    check: (value, legal) => {
      if (over(value)) throw new TypeError(`Cannot read properties of ${name}`);
      return legal(value);
    },
  });
}

/** Changes answers, after they are decided and before they are printed. */
export function onAnswer(change: (answer: Answer, call: Call) => unknown): Patch {
  return (b) => ({ ...b, finish: (answer, call) => change(b.finish(answer, call) as Answer, call) });
}

/** Changes the answers of one API that carry one result code. */
export function onCode(api: MppApi | null, code: string, change: (answer: Answer, call: Call) => unknown): Patch {
  return onAnswer((answer, call) => {
    const applies = (api === null || call.api === api) && answer.result?.resultCode === code;
    return applies ? change(answer, call) : answer;
  });
}

/** The same answer with other values in its result. */
export function withResult(answer: Answer, values: Json | Partial<Result>): Answer {
  return { ...answer, result: { ...answer.result, ...values } };
}

type Decide = Behaviour['decide'][MppApi];

/** Stands around what one API decides. */
export function onDecision(
  api: MppApi,
  around: (next: Decide) => (...args: Parameters<Decide>) => Answer | Promise<Answer>,
): Patch {
  return (b) => ({ ...b, decide: { ...b.decide, [api]: around(b.decide[api]) } });
}

/** Gives another code than the one that is due. */
export function recoded(api: MppApi, from: string, to: string): Patch {
  return onDecision(api, (next) => async (b, request, call) => {
    const answer = await next(b, request, call);
    return answer.result.resultCode === from ? { result: b.result(to) } : answer;
  });
}

/** Puts another guard in the place of one. */
export function guarded(old: Guard, around: (next: Guard) => Guard): Patch {
  return (b) => ({ ...b, guards: b.guards.map((guard) => (guard === old ? around(guard) : guard)) });
}

/** Changes replies as a whole: status, headers and text. */
export function onReply(change: (reply: Reply, call: Call, answer: Answer) => Reply | Promise<Reply>): Patch {
  return (b) => ({ ...b, reply: async (c, call, answer) => change(await b.reply(c, call, answer), call, answer) });
}

/** A reply that is a web server's own error page. */
export function errorPage(status: number, title: string): Reply {
  const body = `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return { status, headers: [['Content-Type', 'text/html; charset=utf-8']], body };
}

/** Unexpected errors end as an error page. */
export const errorPages: Patch = (b) => ({ ...b, crash: async () => errorPage(500, '500 Internal Server Error') });

/** Unexpected errors end as a broken connection. */
export const droppedConnections: Patch = (b) => ({
  ...b,
  crash: async () => ({ status: 0, headers: [], body: '' }),
  deliver: (response, reply, call) => {
    if (reply.status === 0) response.socket?.destroy();
    else return b.deliver(response, reply, call);
  },
});

/** True for a value that was sent and is not null. */
export const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** True for a call whose body is said to be a form. */
export const isForm = (call: Call): boolean => (call.headers['content-type'] ?? '').includes('x-www-form-urlencoded');

/** True for an object or an array. */
export const isComposite = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** A reply without some of its headers. */
export function withoutHeaders(reply: Reply, ...names: readonly string[]): Reply {
  return { ...reply, headers: reply.headers.filter(([name]) => !names.includes(name)) };
}

/** A success without any action. */
export async function emptySuccess(b: Behaviour, call: Call): Promise<Answer> {
  const answer: Answer = { result: b.result('SUCCESS') };
  if (call.api === 'sendOTP') answer.verifyRequestId = await b.newId(b, call);
  if (call.api === 'tokenDigitizeDecision') answer.decision = 'DECLINED';
  return answer;
}

/** Serves a user who must get another code. */
export const served = (api: MppApi, code: string, when: (request: Json) => boolean = () => true): Patch =>
  onDecision(api, (next) => async (b, request, call) => {
    const answer = await next(b, request, call);
    return answer.result.resultCode === code && when(request) ? emptySuccess(b, call) : answer;
  });
