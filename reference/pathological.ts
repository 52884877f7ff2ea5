/** Pathological servers: the same answer for every call, or no usable answer at all. No requirement can be judged on them. */
import type { ServerResponse } from 'node:http';
import { emptySuccess, errorPage, onReply } from './faults/mpp/alterations.ts';
import type { Patch, Reply } from './mpp/behaviour.ts';
import { hasInterface } from './mpp/guards.ts';
import type { Variant } from './variants/variant.ts';

/** The same code for whatever is asked. */
const always = (code: string): Patch => {
  return (b) => ({ ...b, guards: [() => code] });
};

/** A server that never answers. */
const silent = (treat: (response: ServerResponse) => void): Patch => {
  return (b) => ({ ...b, deliver: treat });
};

const alwaysSucceeds: Patch = (b) => ({
  ...b,
  guards: [
    async (c, call) => {
      // The path still decides what an S looks like.
      if (await hasInterface(c, call)) call.api = c.apis[0] ?? null;
      return null;
    },
  ],
  decide: {
    sendOTP: (c, _request, call) => emptySuccess(c, call),
    sendActivationCode: (c, _request, call) => emptySuccess(c, call),
    tokenActivationNotification: (c, _request, call) => emptySuccess(c, call),
    tokenDigitizeDecision: (c, _request, call) => emptySuccess(c, call),
  },
});

const cut = (reply: Reply): Reply => ({ ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) });

/** Servers that a run must report in one clear sentence. */
export const mppPathological: readonly Variant[] = [
  { name: 'always-succeeds', says: 'Answers S to whatever is asked.', alter: alwaysSucceeds },
  { name: 'always-refuses', says: 'Answers PROCESS_FAIL to whatever is asked.', alter: always('PROCESS_FAIL') },
  { name: 'always-illegal', says: 'Answers PARAM_ILLEGAL to whatever is asked.', alter: always('PARAM_ILLEGAL') },
  {
    name: 'always-mistrusts',
    says: 'Answers INVALID_SIGNATURE to whatever is asked.',
    alter: always('INVALID_SIGNATURE'),
  },
  {
    name: 'always-unknown',
    says: 'Answers UNKNOWN_EXCEPTION to whatever is asked.',
    alter: always('UNKNOWN_EXCEPTION'),
  },
  {
    name: 'always-throttled',
    says: 'Answers REQUEST_TRAFFIC_EXCEED_LIMIT to whatever is asked.',
    alter: always('REQUEST_TRAFFIC_EXCEED_LIMIT'),
  },
  {
    name: 'always-html',
    says: 'Answers HTTP 200 with an HTML page.',
    alter: onReply(() => errorPage(200, 'It works!')),
  },
  { name: 'truncated-json', says: 'Sends the first half of its JSON.', alter: onReply(cut) },
  {
    name: 'ten-megabytes',
    says: 'Sends ten megabytes of white space before its JSON.',
    alter: onReply((reply) => ({ ...reply, body: ' '.repeat(10 * 1024 * 1024) + reply.body })),
  },
  {
    name: 'redirects',
    says: 'Redirects every call to another path.',
    alter: onReply((reply) => ({ ...reply, status: 307, headers: [...reply.headers, ['Location', '/elsewhere']] })),
  },
  { name: 'never-answers', says: 'Reads every request and never answers.', alter: silent(() => {}) },
  { name: 'always-resets', says: 'Breaks every connection.', alter: silent((response) => response.socket?.destroy()) },
  {
    name: 'one-in-five-http-500',
    says: 'Answers one call in five with HTTP 500 and no result.',
    alter: onReply((reply, call) => (call.n % 5 === 0 ? errorPage(500, '500 Internal Server Error') : reply)),
  },
];
