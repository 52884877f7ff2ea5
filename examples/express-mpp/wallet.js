/** The wallet behind the APIs: demonstration users, and one decision for each API. Replace this file with your own. */
import { randomUUID } from 'node:crypto';

const SENDS_PER_DAY = 1000; // at least 3 OTPs per access token and day are owed; high here, so that a day of testing fits in

// Maps, not plain objects: an object would also find a user named "constructor".
const mobile = { type: 'TEXT_TO_CARDHOLDER_NUMBER', value: '*******1234' }; // the children are an assumption
const users = new Map([
  ['user-approved', { decision: 'APPROVED' }],
  ['user-declined', { decision: 'DECLINED' }],
  ['user-to-ask', { decision: 'REQUIRE_ADDITIONAL_AUTHENTICATION', methods: [mobile] }],
  ['user-unreachable', { decision: 'REQUIRE_ADDITIONAL_AUTHENTICATION', methods: [] }],
  ['user-frozen', { frozen: true }],
  ['user-tired', { decision: 'APPROVED', sendsPerDay: 0 }],
]);
const accessTokens = new Map([
  ['access-token-1', { user: 'user-approved' }],
  ['access-token-2', { user: 'user-to-ask' }],
  ['access-token-fresh', { user: 'user-declined' }],
  ['access-token-expired', { user: 'user-approved', expired: true }],
  ['access-token-narrow', { user: 'user-approved', scopes: ['PAY'] }],
  ['access-token-deleted-user', { user: 'user-deleted' }],
  ['access-token-frozen-user', { user: 'user-frozen' }],
  ['access-token-tired-user', { user: 'user-tired' }],
]);
const tokenOwners = new Map([['token-reference-1', 'user-to-ask']]); // device token → user, as the digitization said
const activated = new Map(); // device token → when
const sends = new Map(); // receiver and day → count

/** Returns the result code for a user who cannot be served, or null. */
function troubleWith(user) {
  if (!user) return 'USER_NOT_EXIST';
  return user.frozen ? 'USER_STATUS_ABNORMAL' : null;
}

/** Counts a message to a user's phone and says whether it may still go out. */
function maySend(to, user) {
  const key = `${new Date().toISOString().slice(0, 10)} ${to}`;
  sends.set(key, (sends.get(key) ?? 0) + 1);
  return sends.get(key) <= (user.sendsPerDay ?? SENDS_PER_DAY);
}

/** Sends a one-time password to the user of an access token. */
function sendOTP({ accessToken }) {
  const token = accessTokens.get(accessToken);
  if (!token || !(token.scopes ?? ['OTP']).includes('OTP')) return ['INVALID_TOKEN'];
  if (token.expired) return ['EXPIRED_ACCESS_TOKEN'];
  const user = users.get(token.user);
  if (troubleWith(user)) return [troubleWith(user)];
  if (!maySend(accessToken, user)) return ['OTP_SEND_TIMES_EXCEED_LIMIT'];
  // Here a real wallet sends the password, to the verifyType asked for or else to MOBILE.
  return ['SUCCESS', { verifyRequestId: randomUUID() }];
}

/** Passes on the activation code of a device token; without a customerId the token's owner gets it. */
function sendActivationCode({ tokenReferenceId, customerId, activation }) {
  const receiver = customerId ?? tokenOwners.get(tokenReferenceId);
  const user = users.get(receiver);
  if (troubleWith(user)) return [troubleWith(user)];
  if (activation.activationMethod?.type === 'CARDHOLDER_TO_VISIT_WEBSITE') return ['ACTIVATION_METHOD_NOT_SUPPORTED'];
  return maySend(receiver, user) ? ['SUCCESS'] : ['OTP_SEND_TIMES_EXCEED_LIMIT'];
}

/** Notes that a device token is ready; hearing it twice changes nothing. */
function tokenActivationNotification({ tokenReferenceId, tokenActivatedTime }) {
  if (!activated.has(tokenReferenceId)) activated.set(tokenReferenceId, tokenActivatedTime);
  return ['SUCCESS'];
}

/** Decides whether a user's account may become a device token. A refusal is a decision, not a failure. */
function tokenDigitizeDecision({ tokenReferenceId, customerId }) {
  if (!customerId) return ['SUCCESS', { decision: 'DECLINED' }]; // nobody to vouch for
  const user = users.get(customerId);
  if (troubleWith(user)) return [troubleWith(user)];
  tokenOwners.set(tokenReferenceId, customerId);
  if (user.decision !== 'REQUIRE_ADDITIONAL_AUTHENTICATION') return ['SUCCESS', { decision: user.decision }];
  if (user.methods.length === 0) return ['USER_NO_ACTIVATE_METHOD'];
  return ['SUCCESS', { decision: user.decision, activationMethods: user.methods }];
}

/** One decision for each API: from legal parameters to a result code and what else the answer carries. */
export const decisions = { sendOTP, sendActivationCode, tokenActivationNotification, tokenDigitizeDecision };
