/** Planted faults between here and the target: the doctor names each exactly, and a run on it ends with that diagnosis and judges nothing. */
import { describe, expect, test } from 'vitest';
import { examine } from '../../cli/doctor/doctor.ts';
import { type Certificates, hasOpenssl, makeCertificates } from '../support/certificates.ts';
import { config, isNamed, type Json, type Plant, served, standIn, useReference } from '../support/misconfigured.ts';
import { answering, closedPort, speaking, tlsBefore } from '../support/stand-ins.ts';

useReference();
const certificates: Certificates | null = hasOpenssl ? makeCertificates() : null;

const network: readonly Plant[] = [
  {
    name: 'a host that nobody has',
    plant: () => config({ target: 'http://no-such-host.invalid' }),
    code: 'name-unknown',
    exit: 3,
  },
  {
    name: 'a port on which nothing listens',
    plant: async () => config({ target: `http://127.0.0.1:${await closedPort()}` }),
    code: 'connection-refused',
    exit: 3,
  },
  {
    name: 'https on a port of plain HTTP',
    plant: () => config({ target: served.reference.url.replace('http:', 'https:') }),
    code: 'tls-on-http-port',
    exit: 3,
  },
  {
    name: 'a port of another protocol',
    plant: async () => config({ target: await standIn(speaking((socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n'))) }),
    code: 'not-http',
    exit: 3,
  },
  {
    name: 'a server that never answers',
    plant: async () => config({ target: await standIn(speaking(() => {})), run: { seed: 1, timeoutMs: 300 } }),
    code: 'http-silent',
    exit: 3,
  },
  {
    name: 'a proxy that is not there',
    plant: async () => {
      process.env.HTTP_PROXY = `http://127.0.0.1:${await closedPort()}`;
      return config({ target: 'http://mpp.test:8080' });
    },
    code: 'proxy-unreachable',
    exit: 3,
  },
  {
    name: 'a proxy that wants a login',
    plant: async () => {
      const refusing = (socket: import('node:net').Socket) =>
        socket.once('data', () =>
          socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n'),
        );
      process.env.HTTP_PROXY = await standIn(speaking(refusing));
      return config({ target: 'http://mpp.test:8080' });
    },
    code: 'proxy-authentication',
    exit: 3,
  },
  {
    name: 'a proxy that cannot reach the target, in plain',
    plant: async () => {
      const failing = (socket: import('node:net').Socket) =>
        socket.once('data', () => socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'));
      process.env.HTTP_PROXY = await standIn(speaking(failing));
      return config({ target: 'http://mpp.test:8080' });
    },
    code: 'proxy-answers',
    exit: 2,
  },
  {
    name: 'a proxy that connects to nobody',
    plant: async () => {
      const failing = (socket: import('node:net').Socket) =>
        socket.once('data', () => socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'));
      process.env.HTTPS_PROXY = await standIn(speaking(failing));
      return config({ target: 'https://mpp.test' });
    },
    code: 'proxy-refuses',
    exit: 3,
  },
];

const overTls: readonly Plant[] = [
  {
    name: 'http on a port of TLS',
    plant: async () => config({ target: (await tlsUrl('server')).replace('https:', 'http:') }),
    code: 'http-on-tls-port',
    exit: 3,
  },
  {
    name: 'an expired certificate',
    plant: async () => secured(await tlsUrl('expired')),
    code: 'tls-certificate-expired',
    exit: 3,
  },
  {
    name: 'a certificate of another host',
    plant: async () => secured(await tlsUrl('elsewhere')),
    code: 'tls-name-mismatch',
    exit: 3,
  },
  {
    name: 'an authority that nobody knows',
    plant: async () => config({ target: await tlsUrl('server') }),
    code: 'tls-authority-unknown',
    exit: 3,
  },
  {
    name: 'a self-signed certificate',
    plant: async () => secured(await tlsUrl('selfSigned')),
    code: 'tls-self-signed',
    exit: 3,
  },
  {
    name: 'a client certificate demanded, TLS 1.3',
    plant: async () => secured(await tlsUrl('server', demanding())),
    code: 'tls-client-certificate-demanded',
    exit: 3,
  },
  {
    name: 'a client certificate demanded, TLS 1.2',
    plant: async () => secured(await tlsUrl('server', { ...demanding(), maxVersion: 'TLSv1.2' })),
    code: 'tls-client-certificate-demanded',
    exit: 3,
  },
  {
    name: 'a client certificate of a stranger',
    plant: async () => secured(await tlsUrl('server', demanding()), certificates!.stranger),
    code: 'tls-client-certificate-refused',
    exit: 3,
  },
  {
    name: 'certificate and key of different pairs',
    plant: () => config({ tls: { cert: certificates!.client.cert, key: certificates!.stranger.key } }),
    code: 'tls-wrong-pair',
    exit: 2,
  },
];

const demanding = () => ({ requestCert: true, rejectUnauthorized: true, ca: certificates!.authority });

async function tlsUrl(name: 'server' | 'expired' | 'elsewhere' | 'selfSigned', options: object = {}): Promise<string> {
  return standIn(tlsBefore(served.reference.port, { ...certificates![name], ...options }));
}

function secured(target: string, client?: { cert: string; key: string }): Json {
  return config({ target, tls: { ca: certificates!.authority, ...client } });
}

const ofOthers: readonly Plant[] = [
  {
    name: 'a redirect',
    plant: async () =>
      config({
        target: await standIn(
          answering((_, response) => response.writeHead(301, { Location: 'https://x.test/' }).end()),
        ),
      }),
    code: 'redirected',
    exit: 2,
  },
  {
    name: 'a gateway that wants a password',
    plant: async () => config({ target: await standIn(answering((_, response) => response.writeHead(401).end('no'))) }),
    code: 'gateway-refuses',
    exit: 2,
  },
  {
    name: 'a web page',
    plant: async () =>
      config({ target: await standIn(answering((_, response) => response.end('<!doctype html><p>Hello'))) }),
    code: 'web-page',
    exit: 2,
  },
  {
    name: 'a proxy that answers by itself',
    plant: async () =>
      config({
        target: await standIn(answering((_, response) => response.writeHead(502, { Via: '1.1 squid' }).end())),
      }),
    code: 'proxy-answers',
    exit: 2,
  },
];

describe('the network', () => {
  test.each(network)('$name: $code', isNamed);
});

describe.skipIf(!hasOpenssl)('TLS (needs openssl)', () => {
  test.each(overTls)('$name: $code', isNamed);

  test('a right certificate on either side is fine', async () => {
    const target = await tlsUrl('server', demanding());
    const findings = await examine({ config: secured(target, certificates!.client) as never }, {});
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([
      expect.objectContaining({ code: 'tls-certificate-soon-expired' }),
    ]);
  });
});

describe('somebody else who answers', () => {
  test.each(ofOthers)('$name: $code', isNamed);
});
