/** The first start: makes two key pairs for trying things out, and a configuration of the suite that fits this wallet. */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CLIENT_ID, KEYS } from './signing.js';

/** Writes a key pair. In earnest each side makes its own and hands over only the public half. */
function makeKeys(owner) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  writeFileSync(new URL(`${owner}-private.pem`, KEYS), privateKey);
  writeFileSync(new URL(`${owner}-public.pem`, KEYS), publicKey);
}

/** Says in the suite's words where this wallet is, how it signs, and which of its users are good for what. */
function configuration(port, paths, keys) {
  return `# Written by first-start.js; delete this file to have it written again.
target: http://127.0.0.1:${port}
role: mpp
clientId: ${CLIENT_ID}
signing:
  mode: required
  keyVersion: "1"
  privateKey: ${keys}alipayplus-private.pem # the suite signs as Alipay+
  publicKey: ${keys}mpp-public.pem # the wallet's answers are checked with this
paths: ${JSON.stringify(paths)}
requests:
  sendOTP:
    - { accessToken: access-token-1 }
    - { accessToken: access-token-2 }
    - { accessToken: access-token-fresh, fresh: true }
  sendActivationCode: { customerId: user-to-ask, tokenReferenceId: token-reference-1 }
  tokenActivationNotification: { customerId: user-to-ask, tokenReferenceId: token-reference-1 }
  tokenDigitizeDecision: { customerId: user-approved }
scenarios:
  sendOTP:
    INVALID_TOKEN: { accessToken: access-token-unknown }
    "INVALID_TOKEN:scope": { accessToken: access-token-narrow }
    EXPIRED_ACCESS_TOKEN: { accessToken: access-token-expired }
    USER_NOT_EXIST: { accessToken: access-token-deleted-user }
    USER_STATUS_ABNORMAL: { accessToken: access-token-frozen-user }
    OTP_SEND_TIMES_EXCEED_LIMIT: { accessToken: access-token-tired-user }
  sendActivationCode:
    USER_NOT_EXIST: { customerId: user-unknown }
    USER_STATUS_ABNORMAL: { customerId: user-frozen }
    OTP_SEND_TIMES_EXCEED_LIMIT: { customerId: user-tired }
    ACTIVATION_METHOD_NOT_SUPPORTED:
      activation: { activationMethod: { type: CARDHOLDER_TO_VISIT_WEBSITE, value: "https://wallet.example" } }
  tokenDigitizeDecision:
    APPROVED: { customerId: user-approved }
    DECLINED: { customerId: user-declined }
    REQUIRE_ADDITIONAL_AUTHENTICATION: { customerId: user-to-ask }
    USER_NO_ACTIVATE_METHOD: { customerId: user-unreachable }
    USER_NOT_EXIST: { customerId: user-unknown }
    USER_STATUS_ABNORMAL: { customerId: user-frozen }
limits: # nobody's phone rings here, so nothing has to be spared
  sendOTP: { perFixture: 100, restMs: 100 }
  sendActivationCode: { perFixture: 100, restMs: 100 }
`;
}

/** Makes what is missing and returns where the configuration is. */
export function prepare(port, paths) {
  mkdirSync(KEYS, { recursive: true, mode: 0o700 });
  for (const owner of ['mpp', 'alipayplus']) {
    if (!existsSync(new URL(`${owner}-private.pem`, KEYS))) makeKeys(owner);
  }
  const config = new URL('conformance.config.yaml', import.meta.url);
  if (!existsSync(config)) writeFileSync(config, configuration(port, paths, fileURLToPath(KEYS)));
  return fileURLToPath(config);
}
