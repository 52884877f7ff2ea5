/** The addresses of the proxy: where it listens and where it passes traffic on to. */
import { isIP } from 'node:net';
import type { RunSettings } from '../../engine/settings.ts';
import { baseUrl } from '../config/target.ts';
import { UsageError } from '../terminal/usage-error.ts';
import type { Upstream } from './tunnel.ts';

/** The upstream of a URL; its path is no part of it, since requests are passed on as they are. */
export function upstreamOf(written: string, tls: RunSettings['tls']): Upstream {
  const url = new URL(baseUrl(written, '--upstream'));
  if (url.pathname !== '/') {
    throw new UsageError(
      `--upstream has the path ${url.pathname}, but the proxy never changes a path`,
      `Write only scheme, host and port: ${url.origin}`,
    );
  }
  const isTls = url.protocol === 'https:';
  const { ca, cert, key, passphrase } = tls;
  const options = {
    ...(ca === null ? {} : { ca }),
    ...(cert === null ? {} : { cert }),
    ...(key === null ? {} : { key }),
    ...(passphrase === null ? {} : { passphrase }),
  };
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (isTls ? 443 : 80)),
    tls: isTls ? options : null,
  };
}

/** An address to listen at. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
  /** As it is written for people, with the port that was really taken. */
  shown(port: number): string;
}

/** Reads `127.0.0.1:9100`, `[::1]:9100` or `9100`; a port alone is one of loopback. */
export function listenAddress(written: string): ListenAddress {
  const [, bracketed, plain, port] = /^(?:(?:\[([^\]]+)\]|([^:]*)):)?(\d{1,5})$/.exec(written) ?? [];
  const host = bracketed ?? (plain || '127.0.0.1');
  if (port === undefined || Number(port) > 65_535) {
    throw new UsageError(`--listen "${written}" is not an address and a port`, 'Write it like 127.0.0.1:9100');
  }
  const name = isIP(host) === 6 ? `[${host}]` : host;
  return { host, port: Number(port), shown: (taken) => `${name}:${taken}` };
}
