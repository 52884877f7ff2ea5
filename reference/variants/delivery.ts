/** Lawful ways for answers to travel, and lawful limits to sending. */
import type { ServerResponse } from 'node:http';
import { onReply } from '../faults/change.ts';
import type { Alter, Guard, Reply } from '../mpp/behaviour.ts';
import type { Variant } from './variant.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Peculiarities of delivery. */
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
  { name: 'short-otp-ids', says: 'Numbers its OTPs in one to six digits.', alter: (b) => numbered(b) },
];

function numbered(b: Parameters<Alter>[0]): ReturnType<Alter> {
  let last = 0;
  const newId = () => {
    last += 1;
    return String(last);
  };
  return { ...b, newId };
}

function rateLimited(b: Parameters<Alter>[0]): ReturnType<Alter> {
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
