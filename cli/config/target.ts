/** Which servers a run may talk to: a base URL that is one, and no production host by accident. */
import { UsageError } from '../terminal/usage-error.ts';
import { shownUrl } from './secrets.ts';

/** A base URL without trailing slash; what is none is refused with the cure. */
export function baseUrl(text: string, name: string): string {
  const url = httpUrl(text, name, null);
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      `${name} carries a user name or password`,
      'Put it into headers: { Authorization: … } instead.',
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw new UsageError(
      `${name} "${shownUrl(text)}" has a query or fragment`,
      `Write the base alone: ${url.origin}${plainPath(url)}`,
    );
  }
  return `${url.origin}${plainPath(url)}`;
}

/** URL of the trigger of a caller: it belongs to the caller's side, never to Alipay+. */
export function triggerUrl(text: string): string {
  const name = 'client.trigger.url';
  const { hostname } = httpUrl(text, name, 'http://127.0.0.1:8080/trigger');
  if (!isAlipayPlus(hostname)) return text;
  throw new UsageError(
    `${name} is at ${hostname}, a host of Alipay+, and the trigger is a server of your own`,
    'Name the URL that starts your caller, like http://127.0.0.1:8080/trigger',
  );
}

/** An http or https URL; without an example the cure is what was probably meant. */
function httpUrl(text: string, name: string, example: string | null): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '') return url;
  // Neither a mistyped password nor a token in the query may get into a log.
  const shown = shownUrl(text);
  const bare = shown.replace(/^[a-z]*:?\/+/i, '');
  refuseOddHost(bare, shown, name);
  const scheme = /^(localhost|127\.|\[::1\])/.test(bare) ? 'http' : 'https';
  const meant = `${scheme}://${bare}`;
  const like = example ?? (bare !== '' && URL.canParse(meant) ? meant : 'http://localhost:8080');
  throw new UsageError(`${name} "${shown}" is not an http or https URL`, `Write it like ${like}`);
}

function refuseOddHost(bare: string, shown: string, name: string): void {
  const authority = bare.split('/')[0]!;
  const port = /^(?:\[[^\]]*\]|[^:]*):(\d+)$/.exec(authority)?.[1];
  if (port !== undefined && Number(port) > 65_535) {
    throw new UsageError(`${name} "${shown}" has port ${port}, and ports end at 65535`, 'Correct the port.');
  }
  if (/^[0-9a-f:.]+$/i.test(authority) && authority.split(':').length > 2 && /[0-9a-f]/i.test(authority)) {
    throw new UsageError(
      `${name} "${shown}" has an IPv6 address without brackets`,
      'Write the address in brackets, then the port: http://[::1]:8080',
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

/** Refuses a host of Alipay+ itself unless the client id is one of the sandbox, or the host is named a second time. */
export function refuseProduction(target: string, clientId: string | undefined, confirmedHost: string | null): void {
  const host = plainHost(new URL(target).hostname);
  if (confirmedHost !== null && plainHost(confirmedHost) !== host) {
    throw new UsageError(
      `--yes-production names ${confirmedHost}, but the target's host is ${host}`,
      'Name the same host in both.',
    );
  }
  if (!isAlipayPlus(host)) return;
  if (confirmedHost !== null || /^(SANDBOX|TEST)_/.test(clientId ?? '')) return;
  throw new UsageError(
    `${host} belongs to Alipay+, and ${clientId === undefined ? 'no client id is given' : 'the client id is not one of the sandbox'}; nothing was sent`,
    `Use a client id that starts with SANDBOX_ or TEST_, or name the host again: --yes-production ${host}`,
  );
}
