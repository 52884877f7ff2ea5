/** Which servers a run may talk to: a base URL that is one, and no production host by accident. */
import { UsageError } from '../terminal/usage-error.ts';

/** A base URL without trailing slash; what is none is refused with the cure. */
export function baseUrl(text: string, name: string): string {
  const url = parsed(text, name);
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      `${name} carries a user name or password`,
      'Put it into headers: { Authorization: … } instead.',
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw new UsageError(
      `${name} "${text}" has a query or fragment`,
      `Write the base alone: ${url.origin}${plainPath(url)}`,
    );
  }
  return `${url.origin}${plainPath(url)}`;
}

function parsed(text: string, name: string): URL {
  let url: URL | null = null;
  try {
    url = new URL(text);
  } catch {
    // Told below: a missing scheme is the usual reason.
  }
  if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '') return url;
  const bare = text.replace(/^[a-z]*:?\/+/i, '');
  const scheme = /^(localhost|127\.|\[::1\])/.test(bare) ? 'http' : 'https';
  const meant = `${scheme}://${bare}`;
  const cure = bare !== '' && URL.canParse(meant) ? `Write it like ${meant}` : 'Write it like http://localhost:8080';
  throw new UsageError(`${name} "${text}" is no http or https URL`, cure);
}

function plainPath(url: URL): string {
  return url.pathname.replace(/\/+$/, '');
}

/** Whether a URL leads to this machine. */
export function isLoopback(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Refuses a host of Alipay+ itself unless the client id is one of the sandbox, or the host is named a second time. */
export function refuseProduction(target: string, clientId: string | undefined, confirmedHost: string | null): void {
  const host = new URL(target).hostname.replace(/\.$/, '').toLowerCase();
  if (confirmedHost !== null && confirmedHost.toLowerCase() !== host) {
    throw new UsageError(
      `--yes-production names ${confirmedHost}, but the target's host is ${host}`,
      'Name the same host in both.',
    );
  }
  if (host !== 'alipayplus.com' && !host.endsWith('.alipayplus.com')) return;
  if (confirmedHost !== null || /^(SANDBOX|TEST)_/.test(clientId ?? '')) return;
  throw new UsageError(
    `${host} belongs to Alipay+, and ${clientId === undefined ? 'no client id is given' : 'the client id is not one of the sandbox'}; nothing was sent`,
    `Use a client id that starts with SANDBOX_ or TEST_, or name the host again: --yes-production ${host}`,
  );
}
