/** Servers with one mistake in what all their APIs share, each as a front of the reference: what frameworks and gateways do by default. */
import { createPublicKey, sign, verify } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Altering, Asked, Ready } from './altered.ts';

type Json = Record<string, unknown>;

export function jsonIn(body: Buffer): Json {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === 'object' && value !== null ? (value as Json) : {};
  } catch {
    return {};
  }
}

export function codeOf({ body }: Ready): unknown {
  return (jsonIn(body).result as Json | undefined)?.resultCode;
}

/** An answer of a layer before the application: unsigned. */
function plainAnswer(status: number, type: string, body: string): Ready {
  return { status, headers: { 'content-type': type, date: new Date().toUTCString() }, body: Buffer.from(body) };
}

/** What a framework answers by itself to a body that its validation refuses, and to a path or method that it does not know. */
function framework(refused: (asked: Asked) => Ready, unknown: (asked: Asked) => Ready): Altering {
  return {
    answer: (ready, asked) => {
      const code = codeOf(ready);
      if (code === 'PARAM_ILLEGAL' || code === 'MEDIA_TYPE_NOT_ACCEPTABLE') return refused(asked);
      return code === 'NO_INTERFACE_DEF' || code === 'METHOD_NOT_SUPPORTED' ? unknown(asked) : ready;
    },
  };
}

function page(status: number, title: string, server: string): Ready {
  const body = `<center><h1>${status} ${title}</h1></center>\r\n<hr><center>${server}</center>`;
  const text = `<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body>\r\n${body}\r\n</body>\r\n</html>\r\n`;
  const ready = plainAnswer(status, 'text/html', text);
  return { ...ready, headers: { ...ready.headers, server } };
}

function expressPage(says: string): string {
  const head = '<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>';
  return `<!DOCTYPE html>\n<html lang="en">\n${head}\n<body>\n<pre>${says}</pre>\n</body>\n</html>\n`;
}

const json = 'application/json';

export const frameworks: Readonly<Record<string, Altering>> = {
  spring: framework(
    ({ path }) =>
      plainAnswer(
        400,
        json,
        JSON.stringify({ timestamp: new Date().toISOString(), status: 400, error: 'Bad Request', path }),
      ),
    ({ path }) =>
      plainAnswer(
        404,
        json,
        JSON.stringify({ timestamp: new Date().toISOString(), status: 404, error: 'Not Found', path }),
      ),
  ),
  express: framework(
    () => plainAnswer(400, 'text/html; charset=utf-8', expressPage('BadRequestError: Bad Request')),
    ({ method, path }) => plainAnswer(404, 'text/html; charset=utf-8', expressPage(`Cannot ${method} ${path}`)),
  ),
  fastapi: framework(
    ({ body }) => {
      const [field = 'body'] = Object.keys(jsonIn(body));
      const detail = [{ type: 'missing', loc: ['body', field], msg: 'Field required', input: {} }];
      return plainAnswer(422, json, JSON.stringify({ detail }));
    },
    () => plainAnswer(404, json, '{"detail":"Not Found"}'),
  ),
  django: framework(
    ({ body }) => {
      const [field = 'non_field_errors'] = Object.keys(jsonIn(body));
      return plainAnswer(400, json, JSON.stringify({ [field]: ['This field is required.'] }));
    },
    () =>
      plainAnswer(
        404,
        'text/html; charset=utf-8',
        '\n<!doctype html>\n<html lang="en">\n<head><title>Not Found</title></head>\n<body><h1>Not Found</h1></body>\n</html>\n',
      ),
  ),
  rails: framework(
    () => plainAnswer(400, json, '{"status":400,"error":"Bad Request"}'),
    () => plainAnswer(404, json, '{"status":404,"error":"Not Found"}'),
  ),
  'asp.net': framework(
    ({ body }) => {
      const [field = '$'] = Object.keys(jsonIn(body));
      const problem = {
        type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
        title: 'One or more validation errors occurred.',
        status: 400,
        errors: { [field]: [`The ${field} field is required.`] },
        traceId: `00-${Math.random().toString(16).slice(2)}-00`,
      };
      return plainAnswer(400, 'application/problem+json; charset=utf-8', JSON.stringify(problem));
    },
    () => plainAnswer(404, json, ''),
  ),
  laravel: framework(
    ({ body }) => {
      const [field = 'body'] = Object.keys(jsonIn(body));
      const message = `The ${field} field is required.`;
      return plainAnswer(422, json, JSON.stringify({ message, errors: { [field]: [message] } }));
    },
    ({ path }) => plainAnswer(404, json, JSON.stringify({ message: `The route ${path} could not be found.` })),
  ),
  nestjs: framework(
    ({ body }) => {
      const [field = 'body'] = Object.keys(jsonIn(body));
      const message = [`${field} should not be empty`, `${field} must be a string`];
      return plainAnswer(400, json, JSON.stringify({ message, error: 'Bad Request', statusCode: 400 }));
    },
    ({ method, path }) =>
      plainAnswer(
        404,
        json,
        JSON.stringify({ message: `Cannot ${method} ${path}`, error: 'Not Found', statusCode: 404 }),
      ),
  ),
  /** FastAPI gives back what it was sent. */
  echoing: framework(
    ({ body }) =>
      plainAnswer(422, json, JSON.stringify({ detail: [{ type: 'missing', loc: ['body'], input: jsonIn(body) }] })),
    () => plainAnswer(404, json, '{"detail":"Not Found"}'),
  ),
};

/** Servers before the application that answer refusals with a page of their own. */
export const gateways: Readonly<Record<string, Altering>> = {
  nginx: framework(
    () => page(400, 'Bad Request', 'nginx/1.24.0'),
    () => page(404, 'Not Found', 'nginx/1.24.0'),
  ),
  'Apache with HTTP 500': framework(
    () => page(500, 'Internal Server Error', 'Apache/2.4.58'),
    () => page(404, 'Not Found', 'Apache/2.4.58'),
  ),
};

/** A firewall for web applications that lets no angle bracket, NUL or character beyond ASCII pass. */
export const blockedCharacters: Altering = {
  answer: (ready, { body }) => {
    const isOdd = body.some((byte) => byte > 0x7e || byte === 0x3c || byte === 0) || body.includes('\\u0000');
    return isOdd ? plainAnswer(403, 'text/html', '<html><body><h1>403 Forbidden</h1></body></html>') : ready;
  },
};

/** Changes the value of the signature of each answer, which is given as base64. */
function signatures(change: (base64: string) => string): Altering {
  return {
    answer: (ready) => {
      const { signature } = ready.headers;
      if (typeof signature !== 'string') return ready;
      const changed = signature.replace(/signature=(.*)/, (_, value: string) => {
        return `signature=${change(decodeURIComponent(value))}`;
      });
      return { ...ready, headers: { ...ready.headers, signature: changed } };
    },
  };
}

const base64url = (text: string) => Buffer.from(text).toString('base64url');

export const otherMistakes: Readonly<Record<string, Altering>> = {
  'gzip that nobody asked for': {
    answer: (ready) => ({
      ...ready,
      headers: { ...ready.headers, 'content-encoding': 'gzip' },
      body: gzipSync(ready.body),
    }),
  },
  'a JWT in place of the signature': signatures(
    (value) => `${base64url('{"alg":"RS256","typ":"JWT"}')}.${base64url('{"iss":"wallet"}')}.${base64url(value)}`,
  ),
  'base64 in lines of 76 characters': signatures((value) => encodeURIComponent(value.match(/.{1,76}/g)!.join('\r\n'))),
  'a wrapped answer': {
    answer: (ready) => {
      const { signature: _, ...headers } = ready.headers;
      return { ...ready, headers, body: Buffer.from(JSON.stringify({ ok: true, data: jsonIn(ready.body) })) };
    },
  },
  'a path prefix that a proxy strips': {
    asked: (asked) => ({ ...asked, path: asked.path.replace(/^\/wallet/, '') }),
  },
  'an answer envelope': {
    answer: (ready) => {
      const { result, ...fields } = jsonIn(ready.body) as { result?: Json };
      if (!result) return ready;
      const envelope = { resultCode: result.resultCode, resultValue: fields, message: result.resultMessage };
      const { signature: _, ...headers } = ready.headers;
      return { ...ready, headers, body: Buffer.from(JSON.stringify(envelope)) };
    },
  },
};

export interface KeyPair {
  readonly privateKey: string;
}

/** The answer of the target with another result, signed by it. */
export function withResult({ privateKey }: KeyPair, ready: Ready, asked: Asked, status: string, code: string): Ready {
  const body = JSON.stringify({ result: { resultStatus: status, resultCode: code, resultMessage: code } });
  const text = `${asked.method} ${asked.path}\n${ready.headers['client-id']}.${ready.headers['response-time']}.${body}`;
  const value = encodeURIComponent(sign('sha256', Buffer.from(text), privateKey).toString('base64'));
  const signature = `algorithm=RSA256, keyVersion=1, signature=${value}`;
  return { ...ready, headers: { ...ready.headers, signature }, body: Buffer.from(body) };
}

/** Codes of answers to requests that were read as a call. */
const ofCalls = ['SUCCESS', 'PROCESS_FAIL', 'USER_NOT_EXIST', 'INVALID_TOKEN'];

/** Refuses a member that is null, as an own answer of the target. */
export function nullRefused(keys: KeyPair): Altering {
  return {
    answer: (ready, asked) => {
      const isRead = ofCalls.includes(String(codeOf(ready)));
      const hasNull = Object.values(jsonIn(asked.body)).includes(null);
      return isRead && hasNull ? withResult(keys, ready, asked, 'F', 'PARAM_ILLEGAL') : ready;
    },
  };
}

/** A proxy that strips /wallet before an application that verifies the whole path, and signs its answers over what is left. */
export function strippedForAnswers({ alipayplus }: { readonly alipayplus: { readonly privateKey: string } }): Altering {
  const ours = createPublicKey(alipayplus.privateKey);
  return {
    asked: (asked) => {
      const { method, path, headers, body } = asked;
      const rest = path.replace(/^\/wallet/, '');
      const [, head = '', value = ''] = /^(.*signature=)(.*)$/.exec(String(headers.signature)) ?? [];
      const text = (place: string) =>
        Buffer.concat([Buffer.from(`${method} ${place}\n${headers['client-id']}.${headers['request-time']}.`), body]);
      const bytes = /^[\w%.-]+$/.test(value) && !/%(?![0-9A-F]{2})/i.test(value) ? decodeURIComponent(value) : '';
      if (!verify('sha256', text(path), ours, Buffer.from(bytes, 'base64'))) return { ...asked, path: rest };
      const again = sign('sha256', text(rest), alipayplus.privateKey).toString('base64');
      return { ...asked, path: rest, headers: { ...headers, signature: `${head}${encodeURIComponent(again)}` } };
    },
  };
}
