/** One HTTP call with a time limit from the first byte of the request to the last byte of the answer. */
import { request } from 'node:http';
import { headersOf } from '../http-server.ts';
import type { Received } from './behaviour.ts';

/** Size limit of an answer. */
const maxBytes = 1024 * 1024;

/** Sends a request and reads the answer; without a complete one it says whether nothing came or the connection broke. */
export function post(
  method: string,
  url: URL,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
): Promise<Received | 'silence' | 'reset'> {
  return new Promise((resolve) => {
    const bytes = Buffer.from(body);
    const outgoing = request(url, {
      method,
      agent: false,
      headers: { ...headers, 'Content-Length': String(bytes.length) },
    });
    const end = (result: Received | 'silence' | 'reset') => {
      clearTimeout(deadline);
      resolve(result);
      outgoing.destroy();
    };
    const deadline = setTimeout(() => end('silence'), timeoutMs);
    outgoing.on('error', () => end('reset'));
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxBytes) end('reset');
        chunks.push(chunk);
      });
      response.on('error', () => end('reset'));
      response.on('end', () =>
        end({
          status: response.statusCode ?? 0,
          headers: headersOf(response),
          body: Buffer.concat(chunks),
        }),
      );
    });
    outgoing.end(bytes);
  });
}
