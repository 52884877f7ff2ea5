/** The correct Alipay+, composed of its steps. */
import { deliver } from '../mpp/answers.ts';
import { isObject, readBody } from '../mpp/body.ts';
import { acceptsMedia } from '../mpp/guards.ts';
import { type Keys, signatureParts, signer, textToSign, timeText, verifier } from '../signing.ts';
import type { Answer, Behaviour, Call, Guard, Reply } from './behaviour.ts';
import { codesFrom } from './codes.ts';
import { quantityOf, requestChecks } from './fields.ts';
import { customerCodes } from './users.ts';

/** The address of the one API. */
export const paymentCodePath = '/aps/api/v1/codes/getPaymentCode';

const results: Readonly<Record<string, readonly [status: 'S' | 'F' | 'U', message: string]>> = {
  SUCCESS: ['S', 'Here are the codes.'],
  ACCESS_DENIED: ['F', 'This is not for you.'],
  INVALID_CLIENT: ['F', 'No such Client-Id.'],
  INVALID_SIGNATURE: ['F', 'The signature is wrong.'],
  KEY_NOT_FOUND: ['F', 'No key of this version.'],
  MEDIA_TYPE_NOT_ACCEPTABLE: ['F', 'JSON in, JSON out, nothing else.'],
  METHOD_NOT_SUPPORTED: ['F', 'Nothing but POST.'],
  NO_INTERFACE_DEF: ['F', 'There is no API here.'],
  PARAM_ILLEGAL: ['F', 'A parameter is wrong.'],
  PROCESS_FAIL: ['F', 'No codes this time.'],
  REQUEST_TRAFFIC_EXCEED_LIMIT: ['U', 'Less often, please.'],
  UNKNOWN_EXCEPTION: ['U', 'Something broke.'],
};

/** Codes for unauthenticated calls, whose answers are not signed. */
const authenticationCodes = new Set(['INVALID_CLIENT', 'INVALID_SIGNATURE', 'KEY_NOT_FOUND']);

const mayServe: Guard = async (b, call) => {
  if (!b.verify) return null;
  const client = b.header(call, 'Client-Id');
  if (!client) return 'PARAM_ILLEGAL';
  return client === b.clientId ? null : 'INVALID_CLIENT';
};

const isAuthentic: Guard = async (b, call) => {
  if (b.verify) {
    const client = b.header(call, 'Client-Id') ?? '';
    const time = b.header(call, 'Request-Time');
    const header = b.header(call, 'Signature');
    if (!time) return 'PARAM_ILLEGAL';
    if (!header) return 'INVALID_SIGNATURE';
    const { algorithm, keyversion, signature } = b.signatureParts(header);
    // Samples of the documentation show both 0 and 1; without one it is the newest key.
    if (keyversion !== undefined && !['0', '1', b.keyVersion].includes(keyversion)) return 'KEY_NOT_FOUND';
    if (!signature || (algorithm ?? 'RSA256').toUpperCase() !== 'RSA256') return 'INVALID_SIGNATURE';
    if (!(await b.verify(b.requestText(call, client, time), signature))) return 'INVALID_SIGNATURE';
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(time)) return 'PARAM_ILLEGAL';
  }
  call.authenticated = true;
  return null;
};

const isReadable: Guard = (_, call) => {
  const request = readBody(call);
  if (!request) return 'PARAM_ILLEGAL';
  call.request = request;
  return null;
};

/** The behaviour of an Alipay+ that keeps every rule; `keys` null for one that neither signs nor verifies. */
export function correctBehaviour(keys: Keys | null): Behaviour {
  return {
    clientId: 'TEST_5Y00000000000000',
    keyVersion: '1',
    path: paymentCodePath,
    verify: keys && verifier(keys.mpp.publicKey),
    sign: keys && signer(keys.alipayplus.privateKey),

    guards: {
      path: (b, call) => (call.path === b.path ? null : 'NO_INTERFACE_DEF'),
      method: (_, call) => (call.method === 'POST' ? null : 'METHOD_NOT_SUPPORTED'),
      media: (_, call) => (acceptsMedia(call) ? null : 'MEDIA_TYPE_NOT_ACCEPTABLE'),
      client: mayServe,
      signature: isAuthentic,
      body: isReadable,
      fields: (b, call) => (Object.values(b.checks).every((holds) => holds(call.request)) ? null : 'PARAM_ILLEGAL'),
      customer: (_, call) => customerCodes[String(call.request.customerId)] ?? null,
    },
    header: (call, name) => call.headers[name.toLowerCase()],
    signatureParts,
    requestText: (call, client, time) => textToSign(call.method, call.target, client, time, call.body),
    checks: requestChecks,

    quantity: quantityOf,
    codes: (count, _, startMs) => codesFrom(startMs, count),
    result: (code) => {
      const [resultStatus, resultMessage] = results[code] ?? ['U', ''];
      return { resultCode: code, resultStatus, resultMessage };
    },
    finish: (answer) => answer,
    print: (answer) => JSON.stringify(answer),
    httpStatus: () => 200,
    time: timeText,
    signs: (_, answer) => !authenticationCodes.has(String(answer.result.resultCode)),
    answerText: (call, client, time, body) => textToSign(call.method, call.target, client, time, Buffer.from(body)),
    encode: (signature) => signature,
    signatureHeader: (keyVersion, value) => `algorithm=RSA256,keyVersion=${keyVersion},signature=${value}`,
    send: (reply) => reply,
    deliver,
  };
}

/** Runs all steps of a behaviour for a call and returns its reply. */
export async function answerCall(b: Behaviour, call: Call): Promise<Reply> {
  let answer: Answer;
  try {
    answer = await consider(b, call);
  } catch {
    answer = { result: b.result('UNKNOWN_EXCEPTION') };
  }
  const body = b.print(b.finish(answer, call));
  const headers: Reply['headers'] = [['Content-Type', 'application/json; charset=UTF-8']];
  if (b.sign && b.signs(call, answer)) {
    const time = b.time(Date.now());
    const signature = b.encode(await b.sign(b.answerText(call, b.clientId, time, body)));
    headers.push(['Client-Id', b.clientId], ['Response-Time', time]);
    headers.push(['Signature', b.signatureHeader(b.keyVersion, signature)]);
  }
  return b.send({ status: b.httpStatus(answer), headers, body }, call);
}

async function consider(b: Behaviour, call: Call): Promise<Answer> {
  for (const guard of Object.values(b.guards)) {
    const code = await guard(b, call);
    if (code) return { result: b.result(code) };
  }
  const { customerId } = isObject(call.request) ? call.request : {};
  return {
    result: b.result('SUCCESS'),
    paymentCodeInfoList: b.codes(b.quantity(call.request), customerId, Date.now()),
  };
}
