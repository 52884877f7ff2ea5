/** How the reference MPP answers: results with their status, signed, as JSON over HTTP 200. */
import type { ServerResponse } from 'node:http';
import { textToSign } from '../signing.ts';
import type { Answer, Behaviour, Call, Reply, Result } from './behaviour.ts';

/** Every result code of the four tables with its status and a message of our own. */
export const results: Readonly<Record<string, readonly [status: 'S' | 'F' | 'U', message: string]>> = {
  SUCCESS: ['S', 'Done.'],
  ACCESS_DENIED: ['F', 'This call is not open to you.'],
  INVALID_CLIENT: ['F', 'The Client-Id is not known here.'],
  INVALID_SIGNATURE: ['F', 'The signature does not fit the request.'],
  KEY_NOT_FOUND: ['F', 'There is no key of that version.'],
  MEDIA_TYPE_NOT_ACCEPTABLE: ['F', 'Only application/json is spoken here.'],
  METHOD_NOT_SUPPORTED: ['F', 'Only POST is served.'],
  NO_INTERFACE_DEF: ['F', 'No API has this path.'],
  PARAM_ILLEGAL: ['F', 'A parameter is missing or not as documented.'],
  PROCESS_FAIL: ['F', 'It could not be done.'],
  ACTIVATION_METHOD_NOT_SUPPORTED: ['F', 'This way of activation is not served.'],
  OTP_SEND_TIMES_EXCEED_LIMIT: ['F', 'No further message to this user today.'],
  USER_NO_ACTIVATE_METHOD: ['F', 'The user has no way of activation.'],
  EXPIRED_ACCESS_TOKEN: ['F', 'The access token is out of date.'],
  INVALID_TOKEN: ['F', 'The access token is unknown or not meant for this.'],
  USER_NOT_EXIST: ['F', 'There is no such user.'],
  USER_STATUS_ABNORMAL: ['F', 'The account of this user is not in order.'],
  REQUEST_TRAFFIC_EXCEED_LIMIT: ['U', 'Too many calls, slow down.'],
  UNKNOWN_EXCEPTION: ['U', 'Something went wrong on our side.'],
};

/** The result object for a code. */
export function resultOf(code: string): Result {
  const [resultStatus, resultMessage] = results[code] ?? ['F', ''];
  return { resultCode: code, resultStatus, resultMessage };
}

/** What the signature of an answer covers: the method and path that were called, the answer's own time and body. */
export function answerContent(call: Call, clientId: string, time: string, body: string): Buffer {
  return textToSign(call.method, call.target, clientId, time, Buffer.from(body));
}

/** Writes a Signature header in the spelling of the documented sample. */
export function writeSignature(keyVersion: string, value: string): string {
  return `algorithm=RSA256, keyVersion=${keyVersion}, signature=${value}`;
}

/** Prints and signs an answer. */
export async function reply(b: Behaviour, call: Call, answer: Answer): Promise<Reply> {
  const body = b.print(b.finish(answer, call), call);
  const headers: Reply['headers'] = [['Content-Type', 'application/json; charset=UTF-8']];
  if (b.ownKey && b.signs(call, answer)) {
    const time = b.now();
    const signature = await b.sign(b, b.answerContent(call, b.clientId, time, body), call);
    headers.push(['Client-Id', b.clientId], ['Response-Time', time]);
    headers.push(['Signature', b.writeSignature(b.keyVersion, signature)]);
  }
  return { status: b.httpStatus(call, answer), headers, body };
}

/** Sends a reply in one piece. */
export function deliver(response: ServerResponse, { status, headers, body }: Reply): void {
  const bytes = Buffer.from(body);
  // As flat raw headers, so that the spelling of the names is the reply's own.
  response.writeHead(status, [...headers, ['Content-Length', String(bytes.length)]].flat());
  response.end(bytes);
}
