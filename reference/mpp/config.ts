/** The config for the reference MPP, as a user would write it. */
import type { Keys } from '../signing.ts';
import type { Behaviour, Json, MppApi } from './behaviour.ts';
import {
  accessToken,
  activeTokens,
  customerCodes,
  customerId,
  customersByDecision,
  emailOnlyToken,
  mobileOnlyToken,
  tokenCodes,
} from './users.ts';

const asCustomer = (id: string): Json => ({ customerId: id });
const careful = customersByDecision.REQUIRE_ADDITIONAL_AUTHENTICATION;

/** One fixture per user: who may be called about without harm. */
const requests: Readonly<Record<MppApi, Json[]>> = {
  sendOTP: activeTokens.map((token, index) => ({
    accessToken: token,
    ...(index === activeTokens.length - 1 ? { fresh: true } : {}),
  })),
  sendActivationCode: careful.map(asCustomer),
  tokenActivationNotification: careful.slice(0, 4).map(asCustomer),
  tokenDigitizeDecision: careful.slice(0, 4).map(asCustomer),
};

/** Customers whose code is in the table of an API. */
function customerScenarios(...codes: string[]): Json {
  const entries = Object.entries(customerCodes).filter(([, code]) => codes.includes(code));
  return Object.fromEntries(entries.map(([name, code]) => [code, asCustomer(customerId(name))]));
}

const general = ['ACCESS_DENIED', 'PROCESS_FAIL', 'REQUEST_TRAFFIC_EXCEED_LIMIT', 'UNKNOWN_EXCEPTION'];
const aboutUsers = ['USER_NOT_EXIST', 'USER_STATUS_ABNORMAL'];

const scenarios: Readonly<Record<MppApi, Json>> = {
  sendOTP: {
    ...Object.fromEntries(Object.entries(tokenCodes).map(([name, code]) => [code, { accessToken: accessToken(name) }])),
    INVALID_TOKEN: { accessToken: accessToken('tokMadeUp') },
    'INVALID_TOKEN:scope': { accessToken: accessToken('tokNarrowScope') },
    'PROCESS_FAIL:no-mobile': { accessToken: emailOnlyToken, verifyType: 'MOBILE' },
    'PROCESS_FAIL:no-email': { accessToken: mobileOnlyToken, verifyType: 'EMAIL' },
  },
  sendActivationCode: {
    ...customerScenarios(...general, ...aboutUsers, 'OTP_SEND_TIMES_EXCEED_LIMIT'),
    ACTIVATION_METHOD_NOT_SUPPORTED: {
      activation: { activationMethod: { type: 'CARDHOLDER_TO_CALL_MANNED_NUMBER', value: '+6560000000' } },
    },
  },
  tokenActivationNotification: customerScenarios(...general),
  tokenDigitizeDecision: {
    ...customerScenarios(...general, ...aboutUsers, 'USER_NO_ACTIVATE_METHOD'),
    ...Object.fromEntries(
      Object.entries(customersByDecision).map(([decision, [id]]) => [decision, asCustomer(id ?? '')]),
    ),
  },
};

/** Names the acquirer and the MPP in the fixtures of sendOTP where others are refused. */
function withParties(pools: Record<string, Json[]>, parties: Behaviour['parties']): Record<string, Json[]> {
  const { sendOTP } = pools;
  return sendOTP && parties ? { ...pools, sendOTP: sendOTP.map((user) => ({ ...user, ...parties })) } : pools;
}

/** Messages that a user may be sent on one day. */
const owedPerDay = 3;

/** What a conformance.config.yaml for this server says. */
export function configFor(b: Behaviour, url: string, keys: Keys | null): Json {
  const offered = <T>(table: Readonly<Record<MppApi, T>>) =>
    Object.fromEntries(b.apis.map((api) => [api, structuredClone(table[api])]));
  // Three a day are owed to everybody, whatever this server sends.
  const limit = { perFixture: Math.max(owedPerDay, b.sending.perDay), restMs: b.sending.spacingMs };
  return {
    target: url,
    role: 'mpp',
    apis: [...b.apis],
    clientId: b.clientId,
    signing: keys
      ? {
          mode: 'required',
          keyVersion: b.keyVersion,
          privateKey: keys.alipayplus.privateKey,
          publicKey: keys.mpp.publicKey,
        }
      : { mode: 'off' },
    requests: withParties(offered(requests), b.parties),
    scenarios: offered(scenarios),
    limits: Object.fromEntries(b.apis.filter((api) => api.startsWith('send')).map((api) => [api, { ...limit }])),
  };
}
