/** Answers that no API of the house gave: a redirect, a login, a proxy, a web page, or the wrong kind of port. */

import type { Diagnosis } from '../report.ts';
import { answerOf, header } from '../wire/answer.ts';
import type { Exchange, WireResponse } from '../wire/exchange.ts';

interface Sign {
  readonly shows: (response: WireResponse, text: string) => boolean;
  readonly diagnosis: (response: WireResponse, exchange: Exchange) => Diagnosis;
}

/** What servers and proxies say when somebody speaks plain HTTP to a TLS port. */
export const plainToTls =
  /plain HTTP request was sent to HTTPS port|HTTP request to an HTTPS server|speaking plain HTTP to an SSL/i;
/** What servers say when a client certificate is missing. */
export const wantsCertificate =
  /no required ssl certificate was sent|client certificate (is )?required|ssl certificate error/i;
const proxyHeaders = ['Via', 'X-Squid-Error', 'X-Cache', 'CF-Ray', 'X-Amz-Cf-Id', 'X-Served-By', 'Proxy-Status'];

const signs: readonly Sign[] = [
  {
    shows: ({ status }, text) => status === 400 && plainToTls.test(text),
    diagnosis: () => ({
      code: 'http-on-tls-port',
      says: 'The target reports plain HTTP on its TLS port.',
      cure: 'Write target with https://.',
    }),
  },
  {
    shows: ({ status }, text) => status >= 400 && wantsCertificate.test(text),
    diagnosis: () => ({
      code: 'tls-client-certificate-demanded',
      says: 'The target requires a client certificate, and none was sent.',
      cure: 'Set tls.cert to a certificate that the target accepts, and tls.key to its key.',
    }),
  },
  {
    shows: ({ status, headers }) => status >= 300 && status < 400 && header(headers, 'Location') !== null,
    diagnosis: ({ status, headers }) => ({
      code: 'redirected',
      says: `The target answers HTTP ${status} and points to ${shownPlace(header(headers, 'Location')!)}; redirects are not followed, because the path is signed.`,
      cure: 'Set target and paths to the address of the API itself.',
    }),
  },
  {
    shows: ({ status }) => status === 407,
    diagnosis: () => ({
      code: 'proxy-authentication',
      says: 'A proxy requires a user name and password (HTTP 407).',
      cure: 'Put them into HTTPS_PROXY (http://user:password@proxy:port), or reach the target directly with NO_PROXY.',
    }),
  },
  {
    shows: ({ status }) => status === 401 || status === 403,
    diagnosis: ({ status }) => ({
      code: 'gateway-refuses',
      says: `A gateway in front of the API refuses the call with HTTP ${status}, without a result of the API.`,
      cure: 'Set the headers that it requires under headers: { … } in the config, or allow this machine there.',
    }),
  },
  {
    // An application does not say of itself that it cannot be reached; where it says so to every call, nothing else can be told of it.
    shows: ({ status, headers }) => [502, 503, 504].includes(status) || (status >= 500 && proxyIn(headers) !== null),
    diagnosis: ({ status, headers }) => ({
      code: 'proxy-answers',
      says: `A proxy or gateway answers HTTP ${status} instead of the target${shownProxy(headers)}.`,
      cure: 'Check that the target runs behind this proxy, or bypass it with NO_PROXY.',
    }),
  },
  {
    shows: ({ status, headers }, text) =>
      status < 300 && (/html/i.test(header(headers, 'Content-Type') ?? '') || /^\s*<(!doctype|html)/i.test(text)),
    diagnosis: (_, { request }) => ({
      code: 'web-page',
      says: `The target answers with a web page at ${request.path}.`,
      cure: 'Set target to the base URL of the API, not of a site or a login page.',
    }),
  },
];

/** What an answer without a result shows about who gave it; null where it shows nothing certain. */
export function foreignAnswer(exchange: Exchange): Diagnosis | null {
  const { response } = exchange;
  if (!response || answerOf(exchange).result) return null;
  const text = Buffer.from(response.body).subarray(0, 4096).toString('latin1');
  return signs.find(({ shows }) => shows(response, text))?.diagnosis(response, exchange) ?? null;
}

/** An answer that was encoded although no request asked for it, so that no caller reads it; null for any other. */
export function encodedUnasked({ request, response }: Exchange): Diagnosis | null {
  const encoding = response && header(response.headers, 'Content-Encoding');
  if (!encoding || /^\s*identity\s*$/i.test(encoding) || header(request.headers, 'Accept-Encoding') !== null)
    return null;
  return {
    code: 'encoded-unasked',
    says: `The answer is sent with Content-Encoding: ${encoding.slice(0, 40)}, which no request asks for: the caller cannot read it.`,
    cure: 'Compress only for requests with an Accept-Encoding header, in the application and in the gateway before it.',
  };
}

/** The header by which a proxy shows itself; null where none does. */
export function proxyIn(headers: WireResponse['headers']): string | null {
  for (const name of proxyHeaders) {
    const value = header(headers, name);
    if (value !== null) return `${name}: ${value.slice(0, 60)}`;
  }
  return null;
}

function shownProxy(headers: WireResponse['headers']): string {
  const shown = proxyIn(headers);
  return shown === null ? '' : ` (${shown})`;
}

/** A place without its query, which may carry a secret. */
function shownPlace(location: string): string {
  return location.split('?')[0]!.slice(0, 120);
}
