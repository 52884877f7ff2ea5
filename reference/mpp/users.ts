/** The test users of the reference MPP: who they are and what they get. */

/** A user behind an access token of sendOTP. */
export interface TokenHolder {
  /** The code that this token always gets; null for a token in order. */
  readonly code: string | null;
  readonly mobile: boolean;
  readonly email: boolean;
}

/** What a digitization request may end in. */
const decisions = ['REQUIRE_ADDITIONAL_AUTHENTICATION', 'APPROVED', 'DECLINED'] as const;

/** A user known by customerId to the three token APIs. */
export interface Customer {
  /** The code that this customer always gets; null for one in order. */
  readonly code: string | null;
  readonly decision: (typeof decisions)[number];
}

/** Access tokens have 32 characters. */
export const accessToken = (name: string): string => name.padEnd(32, '0');

/** Customer ids have 20 characters. */
export const customerId = (name: string): string => name.padEnd(20, '0');

const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}${String(index + 1).padStart(2, '0')}`);

/** Tokens of users who can be sent OTPs; the last one is kept for the daily limit. */
export const activeTokens = numbered('tokActive', 12).map(accessToken);

/** The codes that a special token gets, by the name of its user. */
export const tokenCodes = {
  tokExpired: 'EXPIRED_ACCESS_TOKEN',
  tokNarrowScope: 'INVALID_TOKEN',
  tokUserGone: 'USER_NOT_EXIST',
  tokUserFrozen: 'USER_STATUS_ABNORMAL',
  tokExhausted: 'OTP_SEND_TIMES_EXCEED_LIMIT',
  tokThrottled: 'REQUEST_TRAFFIC_EXCEED_LIMIT',
  tokUnlucky: 'UNKNOWN_EXCEPTION',
  tokRefused: 'PROCESS_FAIL',
  tokDenied: 'ACCESS_DENIED',
} as const;

/** A user who can be reached by e-mail only, and one by mobile phone only. */
export const emailOnlyToken = accessToken('tokEmailOnly');
export const mobileOnlyToken = accessToken('tokMobileOnly');

/** Everybody who can be named by an access token. */
export const tokenHolders: ReadonlyMap<string, TokenHolder> = new Map<string, TokenHolder>([
  ...activeTokens.map((token) => [token, { code: null, mobile: true, email: true }] as const),
  ...Object.entries(tokenCodes).map(
    ([name, code]) => [accessToken(name), { code, mobile: true, email: true }] as const,
  ),
  [emailOnlyToken, { code: null, mobile: false, email: true }],
  [mobileOnlyToken, { code: null, mobile: true, email: false }],
]);

/** Customers in order, by the decision that a digitization request of theirs gets. */
export const customersByDecision: Readonly<Record<Customer['decision'], readonly string[]>> = {
  REQUIRE_ADDITIONAL_AUTHENTICATION: numbered('custCareful', 12).map(customerId),
  APPROVED: numbered('custTrusted', 4).map(customerId),
  DECLINED: numbered('custBlocked', 4).map(customerId),
};

/** The codes that a special customer gets, by name; USER codes are for the APIs whose table has them. */
export const customerCodes = {
  custGone: 'USER_NOT_EXIST',
  custFrozen: 'USER_STATUS_ABNORMAL',
  custNoMethod: 'USER_NO_ACTIVATE_METHOD',
  custExhausted: 'OTP_SEND_TIMES_EXCEED_LIMIT',
  custThrottled: 'REQUEST_TRAFFIC_EXCEED_LIMIT',
  custUnlucky: 'UNKNOWN_EXCEPTION',
  custRefused: 'PROCESS_FAIL',
  custDenied: 'ACCESS_DENIED',
} as const;

/** Everybody who can be named by a customerId. */
export const customers: ReadonlyMap<string, Customer> = new Map<string, Customer>([
  ...decisions.flatMap((decision) =>
    customersByDecision[decision].map((id) => [id, { code: null, decision }] as const),
  ),
  ...Object.entries(customerCodes).map(
    ([name, code]) => [customerId(name), { code, decision: 'DECLINED' as const }] as const,
  ),
]);
