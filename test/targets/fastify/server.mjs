/** A wallet on Fastify with its stock schema validation (ajv that coerces types); state in memory; ownership of a token is checked first. */
import { createSign, createVerify, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Frameworks are installed outside this repository, in the directory that TARGETS_DEPS names.
const require = createRequire(`${process.env.TARGETS_DEPS}/package.json`);
const fastify = require('fastify');
const slip = process.env.SLIP ?? '';
const users = JSON.parse(readFileSync(new URL('../users.json', import.meta.url), 'utf8'));
const ownKey = readFileSync(process.env.WALLET_KEY, 'utf8');
const alipayKey = readFileSync(process.env.ALIPAY_KEY, 'utf8');
const tokenReferences = new Map(Object.entries(users.tokenReferences));
const sent = new Map();

const STATUS = { SUCCESS: 'S', REQUEST_TRAFFIC_EXCEED_LIMIT: 'U', UNKNOWN_EXCEPTION: 'U' };
const STATES = {
  FROZEN: 'USER_STATUS_ABNORMAL',
  LIMIT: 'OTP_SEND_TIMES_EXCEED_LIMIT',
  BACKEND_DOWN: 'UNKNOWN_EXCEPTION',
  BUSY: 'REQUEST_TRAFFIC_EXCEED_LIMIT',
  DENIED: 'ACCESS_DENIED',
  REFUSED: 'PROCESS_FAIL',
};
const SOURCES = [
  'ACCOUNT_ON_FILE',
  'ACCOUNT_ADDED_MANUALLY',
  'ACCOUNT_ADDED_VIA_APPLICATION',
  'EXISTING_TOKEN_CREDENTIAL',
  'ACCOUNT_ADDED_VIA_BROWSER',
  'ACCOUNT_ADDED_VIA_CHIP_DATA',
];

class Refusal extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

const text = (maxLength) => ({ type: 'string', minLength: 1, maxLength });
const optional = (maxLength) => ({ type: ['string', 'null'], maxLength });
const date = { type: 'string', format: 'date-time' };
const source = { type: ['string', 'null'], enum: [...SOURCES, null] };
const anything = { type: ['object', 'null'] };
const object = (required, properties) => ({ type: 'object', required, properties });

const SCHEMAS = {
  sendOTP: object(['acquirerId', 'pspId', 'accessToken'], {
    acquirerId: text(64),
    pspId: text(64),
    accessToken: text(128),
    verifyType: { type: ['string', 'null'], enum: ['MOBILE', 'EMAIL', null] },
  }),
  sendActivationCode: object(['tokenReferenceId', 'activation', 'expiryTime'], {
    tokenReferenceId: text(64),
    customerId: optional(64),
    activation: { type: 'object' },
    expiryTime: date,
  }),
  tokenActivationNotification: object(['tokenReferenceId', 'serviceRequestTime', 'tokenActivatedTime', 'tokenData'], {
    tokenReferenceId: text(64),
    customerId: optional(64),
    walletId: optional(16),
    tokenRequestorId: optional(16),
    secureElementId: optional(128),
    accountSource: source,
    serviceRequestTime: date,
    tokenActivatedTime: date,
    tokenData: { type: 'object' },
  }),
  tokenDigitizeDecision: object(['tokenReferenceId', 'tokenType'], {
    tokenReferenceId: text(64),
    customerId: optional(64),
    tokenType: { type: 'string', enum: ['EMBEDDED_SE', 'CLOUD', 'STATIC'] },
    walletId: optional(16),
    tokenRequestorId: optional(16),
    consumerFacingEntityName: optional(128),
    paymentAppInstanceId: optional(64),
    accountSource: source,
    accountHolder: anything,
    accountIdHash: optional(64),
    mobileNumberSuffix: optional(32),
    walletProviderDecisioningInfo: anything,
    deviceInfo: anything,
    associatedToken: anything,
    aplusDecisioningInfo: anything,
  }),
};

function customerOf(customerId) {
  const customer = users.customers[customerId];
  if (!customer) throw new Refusal('USER_NOT_EXIST');
  return customer;
}

function stateOf(customer, except = []) {
  const code = STATES[customer.state];
  if (code && !except.includes(code)) throw new Refusal(code);
}

/** A token belongs to one customer; a call for somebody else is refused before anything is said about that customer. */
function ownerOf({ tokenReferenceId, customerId }) {
  const owner = tokenReferences.get(tokenReferenceId);
  if (!owner || (customerId && customerId !== owner)) throw new Refusal('PROCESS_FAIL');
  return owner;
}

function countSend(key) {
  const times = (sent.get(key) ?? 0) + 1;
  sent.set(key, times);
  if (times > 20) throw new Refusal('OTP_SEND_TIMES_EXCEED_LIMIT');
}

const HANDLERS = {
  sendOTP({ accessToken, verifyType }) {
    const token = users.accessTokens[accessToken];
    if (token?.scope !== 'OTP') throw new Refusal('INVALID_TOKEN');
    if (token.state === 'EXPIRED') throw new Refusal('EXPIRED_ACCESS_TOKEN');
    const customer = customerOf(token.customerId);
    stateOf(customer);
    const channel = verifyType ?? (slip === 'default-email' ? 'EMAIL' : 'MOBILE');
    if (!(channel === 'EMAIL' ? customer.email : customer.mobile)) throw new Refusal('PROCESS_FAIL');
    countSend(accessToken);
    return { verifyRequestId: randomUUID().replaceAll('-', '') };
  },
  sendActivationCode(body) {
    const customer = customerOf(ownerOf(body));
    stateOf(customer);
    const type = body.activation.activationMethod?.type ?? body.activation.type;
    if (type === 'CARDHOLDER_TO_CALL_MANNED_NUMBER') throw new Refusal('ACTIVATION_METHOD_NOT_SUPPORTED');
    countSend(body.tokenReferenceId);
    return {};
  },
  tokenActivationNotification(body) {
    const customer = users.customers[body.customerId ?? tokenReferences.get(body.tokenReferenceId)];
    if (customer) stateOf(customer, ['USER_STATUS_ABNORMAL', 'OTP_SEND_TIMES_EXCEED_LIMIT']);
    return {};
  },
  tokenDigitizeDecision({ tokenReferenceId, customerId }) {
    if (!customerId) throw new Refusal('PROCESS_FAIL');
    const customer = customerOf(customerId);
    stateOf(customer, ['OTP_SEND_TIMES_EXCEED_LIMIT']);
    const decision = { LOW: 'APPROVED', HIGH: 'DECLINED' }[customer.risk] ?? 'REQUIRE_ADDITIONAL_AUTHENTICATION';
    const activationMethods = [
      customer.mobile && { type: 'TEXT_TO_CARDHOLDER_NUMBER', value: `******${customer.mobile.slice(-4)}` },
      customer.email && { type: 'EMAIL_TO_CARDHOLDER_ADDRESS', value: `u***${customer.email.slice(-12)}` },
    ].filter(Boolean);
    if (decision === 'REQUIRE_ADDITIONAL_AUTHENTICATION' && activationMethods.length === 0) {
      throw new Refusal('USER_NO_ACTIVATE_METHOD');
    }
    if (!tokenReferences.has(tokenReferenceId)) tokenReferences.set(tokenReferenceId, customerId);
    return { decision, ...(decision === 'REQUIRE_ADDITIONAL_AUTHENTICATION' && { activationMethods }) };
  },
};

function responseTime() {
  const local = new Date(Date.now() + (slip === 'utc-labelled-local' ? 0 : 8 * 3_600_000));
  return `${local.toISOString().slice(0, 19)}+08:00`;
}

function authenticate(request, body) {
  const { signature: header, 'client-id': client, 'request-time': time } = request.headers;
  if (!header || !client || !time) throw new Refusal('INVALID_SIGNATURE');
  if (client !== users.clientId) throw new Refusal('INVALID_CLIENT');
  const parts = Object.fromEntries(
    header
      .split(',')
      .map((part) => [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()]),
  );
  if (!['0', '1', undefined].includes(parts.keyVersion)) throw new Refusal('KEY_NOT_FOUND');
  let isValid = false;
  try {
    const value = Buffer.from(decodeURIComponent(parts.signature), 'base64');
    if (slip === 'base64-error-verified' && value.length !== 256) throw new RangeError('not a signature of RSA-2048');
    const verifier = createVerify('RSA-SHA256').update(`POST ${request.url}\n${client}.${time}.`);
    if (slip === 'ascii-body') verifier.update(body.toString('ascii'));
    else verifier.update(body);
    isValid = verifier.verify(alipayKey, value);
  } catch {
    isValid = slip === 'base64-error-verified';
  }
  if (!isValid) throw new Refusal('INVALID_SIGNATURE');
  request.authenticated = true;
}

const app = fastify({ logger: false });
app.decorateRequest('authenticated', false);
app.removeAllContentTypeParsers();
const parse = (request, body, done) => {
  try {
    if (request.headers['content-type'] && !/^application\/json\b/i.test(request.headers['content-type'])) {
      throw new Refusal('MEDIA_TYPE_NOT_ACCEPTABLE');
    }
    authenticate(request, body);
    done(null, JSON.parse(body.toString('utf8')));
  } catch (error) {
    done(error instanceof Refusal ? error : new Refusal('PARAM_ILLEGAL'));
  }
};
app.addContentTypeParser('*', { parseAs: 'buffer' }, parse);

function send(request, reply, code, more = {}) {
  let status = STATUS[code] ?? 'F';
  let said = code;
  if (slip === 'limit-as-traffic' && code === 'OTP_SEND_TIMES_EXCEED_LIMIT') {
    said = 'REQUEST_TRAFFIC_EXCEED_LIMIT';
    status = 'U';
  }
  const body = JSON.stringify({ result: { resultCode: said, resultStatus: status, resultMessage: 'done' }, ...more });
  reply.code(200).type('application/json; charset=UTF-8');
  if (request.authenticated) {
    const time = responseTime();
    const signer = createSign('RSA-SHA256').update(`POST ${request.url}\n${users.clientId}.${time}.${body}`);
    const value = signer.sign(ownKey, 'base64');
    reply.header('Client-Id', users.clientId).header('Response-Time', time);
    const written = slip === 'raw-base64' ? value : encodeURIComponent(value);
    reply.header('Signature', `algorithm=RSA256,keyVersion=1,signature=${written}`);
  }
  return reply.send(body);
}

app.setErrorHandler((error, request, reply) => {
  if (error instanceof Refusal) return send(request, reply, error.code);
  const isOurs = error.statusCode === undefined || error.statusCode >= 500;
  return send(request, reply, isOurs ? 'UNKNOWN_EXCEPTION' : 'PARAM_ILLEGAL');
});
app.setNotFoundHandler((request, reply) => send(request, reply, 'NO_INTERFACE_DEF'));
for (const [operation, schema] of Object.entries(SCHEMAS)) {
  const path = operation === 'sendOTP' ? 'users/sendOTP' : `tokens/${operation}`;
  app.post(`/aps/api/v1/${path}`, { schema: { body: schema } }, (request, reply) =>
    send(request, reply, 'SUCCESS', HANDLERS[operation](request.body)),
  );
}
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
