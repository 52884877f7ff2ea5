/** What the reference MPP does with a legal request: looks up the user, sends or decides. */
import type { Answer, Behaviour, Call, Json } from './behaviour.ts';
import { isObject } from './body.ts';
import { customers, tokenHolders } from './users.ts';

/** Sends an OTP to the holder of the access token. */
export async function sendOTP(b: Behaviour, request: Json, call: Call): Promise<Answer> {
  const { parties } = b;
  const isOpen = !parties || (request.acquirerId === parties.acquirerId && request.pspId === parties.pspId);
  if (!isOpen) return plainAnswer(b, 'ACCESS_DENIED');
  const token = request.accessToken;
  const holder = typeof token === 'string' ? tokenHolders.get(token) : undefined;
  if (!holder) return plainAnswer(b, 'INVALID_TOKEN');
  if (holder.code) return plainAnswer(b, holder.code);
  const reachable = (request.verifyType ?? 'MOBILE') === 'EMAIL' ? holder.email : holder.mobile;
  if (!reachable) return plainAnswer(b, 'PROCESS_FAIL');
  const throttled = send(b, `sendOTP ${token}`);
  if (throttled) return plainAnswer(b, throttled);
  return { result: b.result('SUCCESS'), verifyRequestId: await b.newId(b, call) };
}

/** Activation methods that this MPP does not support. */
const unservedMethods = ['CARDHOLDER_TO_CALL_MANNED_NUMBER', 'ISSUER_TO_CALL_CARDHOLDER_NUMBER'];

/** Delivers an activation code to the customer. */
export function sendActivationCode(b: Behaviour, request: Json): Answer {
  const id = request.customerId;
  if (isStranger(b, request)) return plainAnswer(b, 'PROCESS_FAIL');
  // Without a customerId the user is found by the token, which Alipay+ issues: there is no user to look up.
  const customer = typeof id === 'string' ? customers.get(id) : null;
  if (customer === undefined) return plainAnswer(b, 'USER_NOT_EXIST');
  if (customer?.code && customer.code !== 'USER_NO_ACTIVATE_METHOD') return plainAnswer(b, customer.code);
  const method = isObject(request.activation) ? request.activation.activationMethod : null;
  if (isObject(method) && unservedMethods.includes(String(method.type))) {
    return plainAnswer(b, 'ACTIVATION_METHOD_NOT_SUPPORTED');
  }
  const throttled = customer ? send(b, `sendActivationCode ${id}`) : null;
  return throttled ? plainAnswer(b, throttled) : { result: b.result('SUCCESS') };
}

/** Records that a token is active; its table has no code for an unknown user. */
export function tokenActivationNotification(b: Behaviour, request: Json): Answer {
  const id = request.customerId;
  const customer = typeof id === 'string' ? customers.get(id) : null;
  if (customer === undefined || isStranger(b, request)) return plainAnswer(b, 'PROCESS_FAIL');
  return plainAnswer(b, customer?.code && generalCodes.includes(customer.code) ? customer.code : 'SUCCESS');
}

const generalCodes = ['REQUEST_TRAFFIC_EXCEED_LIMIT', 'UNKNOWN_EXCEPTION', 'PROCESS_FAIL', 'ACCESS_DENIED'];

/** Decides on a digitization request; without a customerId there is no known user. */
export function tokenDigitizeDecision(b: Behaviour, request: Json): Answer {
  const id = request.customerId;
  const customer = typeof id === 'string' ? customers.get(id) : null;
  if (customer === undefined) return plainAnswer(b, 'USER_NOT_EXIST');
  if (customer?.code && customer.code !== 'OTP_SEND_TIMES_EXCEED_LIMIT') return plainAnswer(b, customer.code);
  if (b.knownTokensOnly) b.state.tokens.add(request.tokenReferenceId);
  const decision = customer?.decision ?? 'DECLINED';
  const answer: Answer = { result: b.result('SUCCESS'), decision };
  if (decision === 'REQUIRE_ADDITIONAL_AUTHENTICATION') answer.activationMethods = activationMethods();
  return answer;
}

/** Whether a token is one that was never asked about. */
function isStranger(b: Behaviour, request: Json): boolean {
  return b.knownTokensOnly && !b.state.tokens.has(request.tokenReferenceId);
}

/** The ways in which a customer can prove themselves, in the shape of the card scheme's own API. */
function activationMethods(): Json[] {
  return [
    { type: 'TEXT_TO_CARDHOLDER_NUMBER', value: '+65 **** 1234' },
    { type: 'EMAIL_TO_CARDHOLDER_ADDRESS', value: 'm***@example.com' },
  ];
}

/** Counts one message to a user, or names the code that keeps it from being sent. */
function send(b: Behaviour, user: string): string | null {
  const now = Date.now();
  const day = new Date(now).toISOString().slice(0, 10);
  const before = b.state.sent.get(user);
  const count = before?.day === day ? before.count : 0;
  if (count >= b.sending.perDay) return 'OTP_SEND_TIMES_EXCEED_LIMIT';
  if (before && now - before.lastAt < b.sending.spacingMs) return 'REQUEST_TRAFFIC_EXCEED_LIMIT';
  b.state.sent.set(user, { day, count: count + 1, lastAt: now });
  return null;
}

/** An answer that carries nothing but a result. */
export function plainAnswer(b: Behaviour, code: string): Answer {
  return { result: b.result(code) };
}
