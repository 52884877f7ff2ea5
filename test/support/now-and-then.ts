/** Targets that break a rule every so often, or in what all their APIs share: each as a front of the reference that counts its requests. */
import { sign } from 'node:crypto';
import type { Altering, Asked, Ready } from './altered.ts';
import { codeOf, jsonIn, type KeyPair, withResult } from './one-mistake.ts';

/** Alters each n-th answer. */
export function every(n: number, change: (ready: Ready, asked: Asked) => Ready): Altering {
  let count = 0;
  return {
    answer: (ready, asked) => {
      count += 1;
      return count % n === 0 ? change(ready, asked) : ready;
    },
  };
}

/** Another result, signed by the target. */
export function resultOf(keys: KeyPair, status: string, code: string) {
  return (ready: Ready, asked: Asked): Ready => withResult(keys, ready, asked, status, code);
}

/** A page of the web server in place of an answer. */
export function pageOf(status: number, title: string) {
  return (): Ready => ({
    status,
    headers: { 'content-type': 'text/html', date: new Date().toUTCString() },
    body: Buffer.from(`<html><head><title>${status} ${title}</title></head><body><h1>${title}</h1></body></html>`),
  });
}

export function unsigned(ready: Ready): Ready {
  const { signature: _, ...headers } = ready.headers;
  return { ...ready, headers };
}

export function withType(type: string) {
  return (ready: Ready): Ready => ({ ...ready, headers: { ...ready.headers, 'content-type': type } });
}

/** A member that is null, or this one, ends in HTTP 500 without a result. */
export function crashesOnNull(field?: string): Altering {
  const crash = pageOf(500, 'Internal Server Error');
  const read = new Set<unknown>(['SUCCESS', 'PROCESS_FAIL', 'USER_NOT_EXIST', 'INVALID_TOKEN']);
  return {
    answer: (ready, asked) => (read.has(codeOf(ready)) && nullIn(asked, field) ? crash() : ready),
  };
}

function nullIn({ body }: Asked, field?: string): boolean {
  const json = jsonIn(body);
  return field === undefined ? Object.values(json).includes(null) : json[field] === null;
}

/** A result that a variable holds for all requests: each n-th answer is that of the request before. */
export function resultOfTheOneBefore(n: number, keys: KeyPair): Altering {
  let before = { status: 'S', code: 'SUCCESS' };
  let count = 0;
  return {
    answer: (ready, asked) => {
      count += 1;
      const { resultStatus, resultCode } = (jsonIn(ready.body).result ?? {}) as Record<string, unknown>;
      const last = before;
      before = { status: String(resultStatus), code: String(resultCode) };
      return count % n === 0 ? withResult(keys, ready, asked, last.status, last.code) : ready;
    },
  };
}

/** Verifies no signature but each n-th: the others get a right one in front of a target that verifies. */
export function trusting(n: number, { alipayplus }: { readonly alipayplus: KeyPair }): Altering {
  let count = 0;
  return {
    asked: (asked) => {
      count += 1;
      const { method, path, headers, body } = asked;
      if (count % n === 0 || typeof headers.signature !== 'string') return asked;
      const text = Buffer.concat([
        Buffer.from(`${method} ${path}\n${headers['client-id']}.${headers['request-time']}.`),
        body,
      ]);
      const value = encodeURIComponent(sign('sha256', text, alipayplus.privateKey).toString('base64'));
      const signature = `algorithm=RSA256, keyVersion=1, signature=${value}`;
      return { ...asked, headers: { ...headers, signature } };
    },
  };
}

/** One of so many workers, which take such requests in turn, runs an older version: another code for a token request without one field. */
export function olderWorker(workers: number, field: string, keys: KeyPair): Altering {
  let count = 0;
  return {
    answer: (ready, asked) => {
      const body = jsonIn(asked.body);
      const lacksIt = Object.keys(body).length > 0 && !(field in body);
      if (codeOf(ready) !== 'PARAM_ILLEGAL' || !lacksIt || !asked.path.includes('/tokens/')) return ready;
      count += 1;
      return count % workers === 0 ? withResult(keys, ready, asked, 'F', 'PROCESS_FAIL') : ready;
    },
  };
}
