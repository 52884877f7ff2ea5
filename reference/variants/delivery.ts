/** Conforming ways to deliver answers, and conforming limits for sending. */
import type { ServerResponse } from 'node:http';
import { onDecision, onReply } from '../faults/mpp/alterations.ts';
import type { Guard, Patch, Reply } from '../mpp/behaviour.ts';
import { isAuthentic } from '../mpp/guards.ts';
import type { Variant } from './variant.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Variants of delivery. */
export const deliveryVariants: readonly Variant[] = [
  { name: 'chunked', says: 'Sends its body in chunks of a few bytes.', alter: (b) => ({ ...b, deliver: chunked }) },
  {
    name: 'jitter',
    says: 'Takes between 0 and 100 ms over each answer.',
    alter: (b) => ({
      ...b,
      deliver: async (response, reply, call) => {
        await pause(Math.random() * 100);
        return b.deliver(response, reply, call);
      },
    }),
  },
  {
    name: 'connection-closed',
    says: 'Closes the connection after each answer.',
    alter: onReply((reply) => ({ ...reply, headers: [...reply.headers, ['Connection', 'close']] })),
  },
  {
    name: 'three-otps-a-day',
    says: 'Sends three messages per user and day, then answers OTP_SEND_TIMES_EXCEED_LIMIT.',
    alter: (b) => ({ ...b, sending: { perDay: 3, spacingMs: 0 } }),
  },
  {
    name: 'thirty-seconds-apart',
    says: 'Wants thirty seconds between two messages to one user, else REQUEST_TRAFFIC_EXCEED_LIMIT.',
    alter: (b) => ({ ...b, sending: { perDay: 3, spacingMs: 30_000 } }),
  },
  {
    name: 'rate-limited',
    says: 'Serves two hundred requests a second, and answers REQUEST_TRAFFIC_EXCEED_LIMIT to more.',
    alter: rateLimited,
  },
  {
    name: 'hears-nothing-twice',
    says: 'Refuses a signature that it has accepted before, as one that was overheard.',
    alter: heardOnce,
  },
  {
    name: 'tokens-have-owners',
    says: 'Knows nothing of a token where another user is named than the one that it was decided for.',
    alter: owned,
  },
  {
    name: 'notified-once',
    says: 'Takes the same notification again, and answers PROCESS_FAIL to one that contradicts it.',
    alter: notifiedOnce,
  },
  { name: 'short-otp-ids', says: 'Numbers its OTPs in one to six digits.', alter: (b) => numbered(b) },
];

function heardOnce(b: Parameters<Patch>[0]): ReturnType<Patch> {
  const heard = new Set<unknown>();
  const once: Guard = (_, call) => {
    const { signature } = call.headers;
    if (signature === undefined || !heard.has(signature)) {
      heard.add(signature);
      return null;
    }
    return 'INVALID_SIGNATURE';
  };
  return { ...b, guards: b.guards.flatMap((guard) => (guard === isAuthentic ? [guard, once] : [guard])) };
}

function owned(b: Parameters<Patch>[0]): ReturnType<Patch> {
  const owners = new Map<unknown, unknown>();
  const decided = onDecision('tokenDigitizeDecision', (next) => async (c, request, call) => {
    const answer = await next(c, request, call);
    if (answer.result.resultStatus === 'S') owners.set(request.tokenReferenceId, request.customerId ?? null);
    return answer;
  });
  const byOwner = (api: 'sendActivationCode' | 'tokenActivationNotification', code: string) =>
    onDecision(api, (next) => async (c, request, call) => {
      const owner = owners.get(request.tokenReferenceId);
      const stranger = owner != null && request.customerId != null && request.customerId !== owner;
      return stranger ? { result: c.result(code) } : next(c, request, call);
    });
  return [
    decided,
    byOwner('sendActivationCode', 'USER_NOT_EXIST'),
    byOwner('tokenActivationNotification', 'PROCESS_FAIL'),
  ].reduce((changed, alter) => alter(changed), b);
}

function notifiedOnce(b: Parameters<Patch>[0]): ReturnType<Patch> {
  const seen = new Map<unknown, string>();
  return onDecision('tokenActivationNotification', (next) => async (c, request, call) => {
    const text = JSON.stringify(request);
    const before = seen.get(request.tokenReferenceId);
    if (before !== undefined && before !== text) return { result: c.result('PROCESS_FAIL') };
    const answer = await next(c, request, call);
    if (answer.result.resultStatus === 'S') seen.set(request.tokenReferenceId, text);
    return answer;
  })(b);
}

function numbered(b: Parameters<Patch>[0]): ReturnType<Patch> {
  let last = 0;
  const newId = () => {
    last += 1;
    return String(last);
  };
  return { ...b, newId };
}

function rateLimited(b: Parameters<Patch>[0]): ReturnType<Patch> {
  let second = 0;
  let count = 0;
  const limit: Guard = () => {
    const now = Math.floor(Date.now() / 1000);
    count = now === second ? count + 1 : 1;
    second = now;
    return count > 200 ? 'REQUEST_TRAFFIC_EXCEED_LIMIT' : null;
  };
  return { ...b, guards: [limit, ...b.guards] };
}

async function chunked(response: ServerResponse, { status, headers: list, body }: Reply): Promise<void> {
  response.writeHead(status, list.flat());
  const bytes = Buffer.from(body);
  for (let at = 0; at < bytes.length; at += 16) {
    response.write(bytes.subarray(at, at + 16));
    if (at % 64 === 0) await pause(1);
  }
  response.end();
}
