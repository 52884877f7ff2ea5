/** The correct MPP, composed of its steps. */
import { randomUUID } from 'node:crypto';
import { type Keys, signatureParts, signer, textToSign, timeText, verifier } from '../signing.ts';
import { answerContent, deliver, reply, resultOf, writeSignature } from './answers.ts';
import type { Answer, Behaviour, Call, MppApi, Reply } from './behaviour.ts';
import { readBody } from './body.ts';
import * as decisions from './decisions.ts';
import { hasLegalFields, requestFields } from './fields.ts';
import { acceptsMedia, findApi, hasInterface, hasMedia, hasMethod, isAuthentic, isReadable } from './guards.ts';

/** The Client-Id under which both sides sign: the MPP's own. */
export const clientId = 'TEST_5Y00000000000000';

/** The behaviour of an MPP that follows every rule; `keys` null for one that neither signs nor verifies. */
export function correctBehaviour(keys: Keys | null, apis: readonly MppApi[]): Behaviour {
  const check = keys && verifier(keys.alipayplus.publicKey);
  const sign = keys && signer(keys.mpp.privateKey);
  return {
    state: { sent: new Map(), tokens: new Set() },
    clientId,
    keyVersion: '1',
    callerKey: keys?.alipayplus.publicKey ?? null,
    ownKey: keys?.mpp.privateKey ?? null,
    apis,
    sending: { perDay: 20, spacingMs: 0 },
    parties: null,
    knownTokensOnly: false,

    guards: [hasInterface, hasMethod, hasMedia, isAuthentic, isReadable, hasLegalFields],
    findApi,
    allowsMethod: (method) => method === 'POST',
    acceptsMedia,

    header: (call, name) => call.headers[name.toLowerCase()],
    parseSignature: signatureParts,
    requestContent: (call, client, time) => textToSign('POST', call.target, client, time, call.body),
    verify: async (_b, content, signature) => (check ? check(content, signature) : false),

    readBody,
    fields: requestFields,

    decide: {
      sendOTP: decisions.sendOTP,
      sendActivationCode: decisions.sendActivationCode,
      tokenActivationNotification: decisions.tokenActivationNotification,
      tokenDigitizeDecision: decisions.tokenDigitizeDecision,
    },
    newId: () => `otp-${randomUUID()}`,
    result: resultOf,

    finish: (answer) => answer,
    print: (answer) => JSON.stringify(answer),
    httpStatus: () => 200,
    now: timeText,
    signs: () => true,
    answerContent,
    sign: async (_b, content) => (sign ? sign(content) : ''),
    writeSignature,
    reply,
    crash: (b, call) => b.reply(b, call, decisions.plainAnswer(b, 'UNKNOWN_EXCEPTION')),
    deliver,
  };
}

/** Runs all steps of a behaviour for a call and returns its reply. */
export async function answerCall(b: Behaviour, call: Call): Promise<Reply> {
  try {
    return await b.reply(b, call, await considerCall(b, call));
  } catch (error) {
    return b.crash(b, call, error);
  }
}

async function considerCall(b: Behaviour, call: Call): Promise<Answer> {
  for (const guard of b.guards) {
    const code = await guard(b, call);
    if (code) return decisions.plainAnswer(b, code);
  }
  if (!call.api) throw new Error('The guards let a call pass without an API: the behaviour has lost its first guard.');
  return b.decide[call.api](b, call.request, call);
}
