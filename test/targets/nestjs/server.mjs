/** A wallet on NestJS (Express) with its stock ValidationPipe, error pages and body limit; refuses wallets and requestors it does not know. */
import { createSign, createVerify, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

// Frameworks are installed outside this repository, in the directory that TARGETS_DEPS names.
const require = createRequire(`${process.env.TARGETS_DEPS}/package.json`);
require('reflect-metadata');
const nest = require('@nestjs/common');
const { NestFactory } = require('@nestjs/core');
const { IsIn, IsISO8601, IsNotEmpty, IsObject, IsOptional, IsString, MaxLength } = require('class-validator');

const slip = process.env.SLIP ?? '';
const users = JSON.parse(readFileSync(new URL('../users.json', import.meta.url), 'utf8'));
const ownKey = readFileSync(process.env.WALLET_KEY, 'utf8');
const alipayKey = readFileSync(process.env.ALIPAY_KEY, 'utf8');
const tokenReferences = new Map(Object.entries(users.tokenReferences));

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

/** A class whose properties carry these decorators, as a DTO written in TypeScript would. */
function dto(name, fields) {
  const type = { [name]: class {} }[name];
  for (const [field, decorators] of Object.entries(fields)) {
    for (const decorate of decorators) decorate(type.prototype, field);
  }
  return type;
}

const text = (length) => [IsString(), IsNotEmpty(), MaxLength(length)];
const optional = (...decorators) => [IsOptional(), ...decorators];
const date = [IsString(), IsISO8601({ strict: true, strictSeparator: true })];
const source = optional(IsIn(SOURCES));

const BODIES = {
  sendOTP: dto('SendOtp', {
    acquirerId: text(64),
    pspId: text(64),
    accessToken: text(128),
    verifyType: optional(IsIn(['MOBILE', 'EMAIL'])),
  }),
  sendActivationCode: dto('SendActivationCode', {
    tokenReferenceId: text(64),
    customerId: optional(IsString(), MaxLength(64)),
    activation: [IsObject()],
    expiryTime: date,
  }),
  tokenActivationNotification: dto('TokenActivation', {
    tokenReferenceId: text(64),
    customerId: optional(IsString(), MaxLength(64)),
    walletId: optional(IsString(), MaxLength(16)),
    tokenRequestorId: optional(IsString(), MaxLength(16)),
    secureElementId: optional(IsString(), MaxLength(128)),
    accountSource: source,
    serviceRequestTime: date,
    tokenActivatedTime: date,
    tokenData: [IsObject()],
  }),
  tokenDigitizeDecision: dto('TokenDigitize', {
    tokenReferenceId: text(64),
    customerId: optional(IsString(), MaxLength(64)),
    tokenType: [IsIn(['EMBEDDED_SE', 'CLOUD', 'STATIC'])],
    walletId: optional(IsString(), MaxLength(16)),
    tokenRequestorId: optional(IsString(), MaxLength(16)),
    consumerFacingEntityName: optional(IsString(), MaxLength(128)),
    paymentAppInstanceId: optional(IsString(), MaxLength(64)),
    accountSource: source,
    accountHolder: optional(IsObject()),
    accountIdHash: optional(IsString(), MaxLength(64)),
    mobileNumberSuffix: optional(IsString(), MaxLength(32)),
    walletProviderDecisioningInfo: optional(IsObject()),
    deviceInfo: optional(IsObject()),
    associatedToken: optional(IsObject()),
    aplusDecisioningInfo: optional(IsObject()),
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

/** Wallets and requestors are agreed on when a partner is set up; others are refused, as is an empty optional text. */
function partnersOf({ walletId, tokenRequestorId }) {
  if (slip === 'pair-of-nulls' && walletId === null) tokenRequestorId.trim();
  if (walletId != null && !users.walletIds.includes(walletId)) throw new Refusal('PROCESS_FAIL');
  if (tokenRequestorId != null && !users.tokenRequestorIds.includes(tokenRequestorId))
    throw new Refusal('PROCESS_FAIL');
}

let lastRequestId = '';

function newRequestId() {
  if (slip !== 'id-of-the-second') return randomBytes(16).toString('hex');
  lastRequestId = `V${Math.floor(Date.now() / 1000)}`;
  return lastRequestId;
}

function tokenOf(accessToken) {
  if (slip === 'token-prefix') {
    const key = Object.keys(users.accessTokens).find((each) => each.slice(0, 32) === accessToken.slice(0, 32));
    return users.accessTokens[key];
  }
  return users.accessTokens[accessToken];
}

class Wallet {
  sendOTP({ accessToken, verifyType }) {
    const token = tokenOf(accessToken);
    if (token?.scope !== 'OTP') throw new Refusal('INVALID_TOKEN');
    if (token.state === 'EXPIRED') throw new Refusal('EXPIRED_ACCESS_TOKEN');
    const customer = customerOf(token.customerId);
    stateOf(customer);
    if (!(verifyType === 'EMAIL' ? customer.email : customer.mobile)) throw new Refusal('PROCESS_FAIL');
    return { verifyRequestId: newRequestId() };
  }

  sendActivationCode({ tokenReferenceId, customerId, activation }) {
    const customer = customerOf(customerId ?? tokenReferences.get(tokenReferenceId));
    stateOf(customer);
    const type = activation.activationMethod?.type ?? activation.type;
    if (type === 'CARDHOLDER_TO_CALL_MANNED_NUMBER') throw new Refusal('ACTIVATION_METHOD_NOT_SUPPORTED');
    return {};
  }

  tokenActivationNotification(body) {
    partnersOf(body);
    const customer = users.customers[body.customerId ?? tokenReferences.get(body.tokenReferenceId)];
    if (customer) stateOf(customer, ['USER_STATUS_ABNORMAL', 'OTP_SEND_TIMES_EXCEED_LIMIT']);
    return {};
  }

  tokenDigitizeDecision(body) {
    partnersOf(body);
    if (body.customerId == null) return { decision: 'DECLINED' };
    const customer = customerOf(body.customerId);
    stateOf(customer, ['OTP_SEND_TIMES_EXCEED_LIMIT']);
    const decision = { LOW: 'APPROVED', HIGH: 'DECLINED' }[customer.risk] ?? 'REQUIRE_ADDITIONAL_AUTHENTICATION';
    const activationMethods = [];
    if (customer.mobile) activationMethods.push({ type: 'TEXT_TO_CARDHOLDER_NUMBER', value: '******1234' });
    if (customer.email) activationMethods.push({ type: 'EMAIL_TO_CARDHOLDER_ADDRESS', value: 'u***@example.org' });
    if (decision !== 'REQUIRE_ADDITIONAL_AUTHENTICATION') return { decision };
    if (activationMethods.length === 0) throw new Refusal('USER_NO_ACTIVATE_METHOD');
    tokenReferences.set(body.tokenReferenceId, body.customerId);
    return { decision, activationMethods };
  }
}

const isAfternoon = (time) => time.slice(11, 13) === '00' || time.slice(11, 13) > '12';

/** The slip writes the hour from 1 to 12, in a zone where that is wrong at the moment. */
function responseTime() {
  const at = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString();
  if (slip !== 'twelve-hour-clock') return `${at(8).slice(0, 23)}+08:00`;
  const [hours, zone] = isAfternoon(at(8)) ? [8, '+08:00'] : [-4, '-04:00'];
  const hour = String(Number(at(hours).slice(11, 13)) % 12 || 12).padStart(2, '0');
  return `${at(hours).slice(0, 11)}${hour}${at(hours).slice(13, 19)}${zone}`;
}

function answer(request, response, code, more = {}) {
  const status = { SUCCESS: 'S', REQUEST_TRAFFIC_EXCEED_LIMIT: 'U', UNKNOWN_EXCEPTION: 'U' }[code] ?? 'F';
  const body = JSON.stringify({ result: { resultCode: code, resultStatus: status, resultMessage: code }, ...more });
  response.status(200).set('Content-Type', 'application/json; charset=utf-8');
  if (request.authenticated) {
    const time = responseTime();
    const signer = createSign('RSA-SHA256').update(`POST ${request.originalUrl}\n${users.clientId}.${time}.${body}`);
    const value = encodeURIComponent(signer.sign(ownKey, 'base64'));
    response.set({ 'Client-Id': users.clientId, 'Response-Time': time });
    response.set('Signature', `algorithm=RSA256, keyVersion=1, signature=${value}`);
  }
  if (slip === 'gzip-unasked') response.set('Content-Encoding', 'gzip').end(gzipSync(body));
  else response.end(body);
}

class SignatureGuard {
  canActivate(context) {
    const request = context.switchToHttp().getRequest();
    const { signature, 'client-id': client, 'request-time': time, 'content-type': type } = request.headers;
    if (type && !type.toLowerCase().startsWith('application/json')) throw new Refusal('MEDIA_TYPE_NOT_ACCEPTABLE');
    if (!signature || !client || !time) throw new Refusal('PARAM_ILLEGAL');
    if (client !== users.clientId) throw new Refusal('KEY_NOT_FOUND');
    const parts = new Map(signature.split(',').map((part) => part.trim().split(/=(.*)/s)));
    if (Number(parts.get('keyVersion') ?? 1) > 1) throw new Refusal('KEY_NOT_FOUND');
    const head = `POST ${request.originalUrl}\n${client}.${time}.`;
    const body = request.rawBody ?? Buffer.alloc(0);
    const verifier = createVerify('RSA-SHA256').update(head);
    verifier.update(slip === 'normalised-text' ? body.toString('utf8').normalize('NFKC') : body);
    let value = Buffer.alloc(0);
    try {
      value = Buffer.from(decodeURIComponent(parts.get('signature')), 'base64');
    } catch {}
    if (!verifier.verify(alipayKey, value)) throw new Refusal('INVALID_SIGNATURE');
    request.authenticated = true;
    return true;
  }
}

class RefusalFilter {
  catch(error, host) {
    const [request, response] = [host.switchToHttp().getRequest(), host.switchToHttp().getResponse()];
    if (error instanceof Refusal) return answer(request, response, error.code);
    // Routing stays with the framework: its own 404 page.
    if (error instanceof nest.NotFoundException) return response.status(404).json(error.getResponse());
    const isClientError = error instanceof nest.HttpException && error.getStatus() < 500;
    return answer(
      request,
      response,
      isClientError || error.type?.startsWith('entity.') ? 'PARAM_ILLEGAL' : 'UNKNOWN_EXCEPTION',
    );
  }
}
nest.Catch()(RefusalFilter);

class WalletController {
  wallet = new Wallet();
}
for (const [operation, body] of Object.entries(BODIES)) {
  const { prototype } = WalletController;
  prototype[operation] = function (value, request, response) {
    answer(request, response, 'SUCCESS', this.wallet[operation](value));
  };
  Reflect.defineMetadata('design:paramtypes', [body, Object, Object], prototype, operation);
  nest.Body()(prototype, operation, 0);
  nest.Req()(prototype, operation, 1);
  nest.Res()(prototype, operation, 2);
  const descriptor = Object.getOwnPropertyDescriptor(prototype, operation);
  nest.Post(operation === 'sendOTP' ? 'users/sendOTP' : `tokens/${operation}`)(prototype, operation, descriptor);
}
nest.Controller('aps/api/v1')(WalletController);
nest.UseGuards(SignatureGuard)(WalletController);
class AppModule {}
nest.Module({ controllers: [WalletController] })(AppModule);

const app = await NestFactory.create(AppModule, { rawBody: true, logger: ['error'] });
// Without a Content-Type the body is JSON all the same.
app.use((request, _, next) => {
  request.headers['content-type'] ??= 'application/json';
  next();
});
app.useGlobalPipes(new nest.ValidationPipe());
app.useGlobalFilters(new RefusalFilter());
await app.listen(Number(process.env.PORT), '127.0.0.1');
