/** Checks the URLs of a run: each must be an http or https URL, and a production host must be confirmed. */
import { isLoopback } from '../../engine/wire/loopback.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { shownUrl } from './secrets.ts';

/** A base URL without trailing slash; another text is a usage error with a hint. */
export function baseUrl(text: string, name: string): string {
  const url = httpUrl(text, name, null);
  // A simulator may listen at a free port; a target is called.
  if (url.port === '0' && name !== 'client.listen')
    throw new UsageError(`${name} "${shownUrl(text)}" has port 0`, 'Correct the port.');
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(`${name} contains a user name or password`, 'Use headers: { Authorization: … } instead.');
  }
  if (url.search !== '' || url.hash !== '') {
    throw new UsageError(
      `${name} "${shownUrl(text)}" has a query or fragment`,
      `Write only the base URL: ${url.origin}${plainPath(url)}`,
    );
  }
  return `${url.origin}${plainPath(url)}`;
}

/** Refuses a target that already has the path of an API, to which that path would be appended once more. */
export function refuseApiPath(target: string, name: string, paths: Readonly<Record<string, string>>): void {
  for (const [operation, path] of Object.entries(paths)) {
    if (path === '/' || !target.endsWith(path)) continue;
    throw new UsageError(
      `${name} "${target}" ends with the path of ${operation}, but it is the base URL of all APIs`,
      `Write it like ${target.slice(0, -path.length)}`,
    );
  }
}

/** URL of the trigger of a caller, which is never a host of Alipay+. */
export function triggerUrl(text: string): string {
  const name = 'client.trigger.url';
  const { hostname } = httpUrl(text, name, 'http://127.0.0.1:8080/trigger');
  if (!isAlipayPlus(hostname)) return text;
  throw new UsageError(
    `${name} is at ${hostname}, a host of Alipay+, but the trigger must be your own server`,
    'Give the URL that starts a call of your caller, like http://127.0.0.1:8080/trigger',
  );
}

/** An http or https URL; without an example, the hint is the probable URL. */
function httpUrl(text: string, name: string, example: string | null): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '') return url;
  // Neither a mistyped password nor a token in the query may appear in a log.
  const shown = shownUrl(text);
  const bare = shown.replace(/^[a-z]*:?\/+/i, '');
  refuseOddHost(bare, shown, name);
  const scheme = /^(localhost|127\.|\[::1\])/.test(bare) ? 'http' : 'https';
  const meant = /^\d+$/.test(bare) ? `http://localhost:${bare}` : `${scheme}://${bare}`;
  const like = example ?? (bare !== '' && URL.canParse(meant) ? meant : 'http://localhost:8080');
  throw new UsageError(`${name} "${shown}" is not an http or https URL`, `Write it like ${like}`);
}

function refuseOddHost(bare: string, shown: string, name: string): void {
  const authority = bare.split('/')[0]!;
  const port = /^(?:\[[^\]]*\]|[^:]*):(\d+)$/.exec(authority)?.[1];
  if (port !== undefined && Number(port) > 65_535) {
    throw new UsageError(`${name} "${shown}" has port ${port}, but the highest port is 65535`, 'Correct the port.');
  }
  if (/^[0-9a-f:.]+$/i.test(authority) && authority.split(':').length > 2 && /[0-9a-f]/i.test(authority)) {
    throw new UsageError(
      `${name} "${shown}" has an IPv6 address without brackets`,
      'Put the address in brackets, followed by the port: http://[::1]:8080',
    );
  }
}

function plainPath(url: URL): string {
  return url.pathname.replace(/\/+$/, '');
}

function isAlipayPlus(hostname: string): boolean {
  const host = plainHost(hostname);
  return host === 'alipayplus.com' || host.endsWith('.alipayplus.com');
}

function plainHost(hostname: string): string {
  return hostname.toLowerCase().replace(/\.+$/, '');
}

/** Refuses a host of Alipay+ unless the client id is a sandbox id or the host is confirmed. */
export function refuseProduction(target: string, clientId: string | undefined, confirmedHost: string | null): void {
  const host = plainHost(new URL(target).hostname);
  if (confirmedHost !== null && plainHost(confirmedHost) !== host) {
    throw new UsageError(
      `--yes-production is ${confirmedHost}, but the host of the target is ${host}`,
      'Give the same host in both.',
    );
  }
  if (!isAlipayPlus(host)) return;
  if (confirmedHost !== null || /^(SANDBOX|TEST)_/.test(clientId ?? '')) return;
  throw new UsageError(
    `${host} is a host of Alipay+, but ${clientId === undefined ? 'no client id is configured' : 'the client id is not a sandbox id'}; nothing was sent`,
    `Use a client id that starts with SANDBOX_ or TEST_, or confirm the host: --yes-production ${host}`,
  );
}

/** Refuses a proxy variable that is not a URL: requests to a target on another machine go through it. */
export function refuseOddProxy(target: string, env: Readonly<Record<string, string | undefined>>): void {
  if (isLoopback(new URL(target).hostname)) return;
  for (const [name, value] of Object.entries(env)) {
    if (!value || !/^https?_proxy$/i.test(name)) continue;
    if (URL.canParse(value) && /^(https?|socks5?):$/.test(new URL(value).protocol)) continue;
    throw new UsageError(
      `${name} is "${shownUrl(value)}", which is not the URL of a proxy`,
      'Write it like http://proxy.example:3128, or unset it.',
    );
  }
}
