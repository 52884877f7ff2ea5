/** The test customers of the reference Alipay+, and its config. */
import type { Keys } from '../signing.ts';
import type { Behaviour, Json } from './behaviour.ts';

/** Customers in order; Alipay+ takes any id that an MPP gives, these are for the configuration. */
const customers = ['mppUser0000000000001', 'mppUser0000000000002', 'mppUser0000000000003'];

/** Customers who always get one code other than SUCCESS. */
export const customerCodes: Readonly<Record<string, string>> = {
  mppUserDenied0000000: 'ACCESS_DENIED',
  mppUserRefused000000: 'PROCESS_FAIL',
  mppUserThrottled0000: 'REQUEST_TRAFFIC_EXCEED_LIMIT',
  mppUserUnlucky000000: 'UNKNOWN_EXCEPTION',
};

/** What a conformance.config.yaml for this server says; keys null where nothing is signed. */
export function configFor(b: Behaviour, url: string, keys: Keys | null): Json {
  return {
    target: url,
    role: 'alipayplus',
    apis: ['getPaymentCode'],
    clientId: b.clientId,
    signing: keys
      ? {
          mode: 'required',
          keyVersion: b.keyVersion,
          privateKey: keys.mpp.privateKey,
          publicKey: keys.alipayplus.publicKey,
        }
      : { mode: 'off' },
    requests: { getPaymentCode: customers.map((customerId) => ({ customerId })) },
    scenarios: {
      getPaymentCode: Object.fromEntries(
        Object.entries(customerCodes).map(([customerId, code]) => [code, { customerId }]),
      ),
    },
  };
}
