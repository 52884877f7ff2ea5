/** Planted misconfigurations: the doctor names each exactly, and a run on it ends with that diagnosis and judges nothing. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { examine } from '../../cli/doctor/doctor.ts';
import { exitCodeOf, type Finding } from '../../cli/doctor/finding.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import { UsageError } from '../../cli/terminal/usage-error.ts';
import { type Keys, newKeys, type ReferenceMpp, startReferenceMpp } from '../../reference/index.ts';
import { type Certificates, hasOpenssl, makeCertificates } from '../support/certificates.ts';
import {
  answering,
  answeringBodies,
  closedPort,
  result,
  type StandIn,
  speaking,
  tlsBefore,
} from '../support/stand-ins.ts';

type Json = Record<string, unknown>;

let reference: ReferenceMpp;
let keys: Keys;
let certificates: Certificates | null = null;

beforeAll(async () => {
  keys = await newKeys();
  reference = await startReferenceMpp({ keys });
  if (hasOpenssl) certificates = makeCertificates();
});
afterAll(() => reference.close());

const open: StandIn[] = [];
const proxyVariables = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];
const before = Object.fromEntries(proxyVariables.map((name) => [name, process.env[name]]));
afterEach(async () => {
  await Promise.all(open.splice(0).map((standIn) => standIn.close()));
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

async function standIn(starting: Promise<StandIn>): Promise<string> {
  const started = await starting;
  open.push(started);
  return started.url;
}

const rsa = (modulusLength: number) =>
  generateKeyPairSync('rsa', {
    modulusLength,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

/** The config that fits the reference, one API, with changes. */
function config(changes: Json = {}, signing: Json = {}): Json {
  const right = reference.config as Json & { signing: Json };
  const run = { seed: 1, timeoutMs: 1500 };
  return { ...right, apis: ['sendOTP'], run, ...changes, signing: { ...right.signing, ...signing } };
}

interface Plant {
  readonly name: string;
  readonly plant: () => Json | Promise<Json>;
  /** The fault that must be named first. */
  readonly code: string;
  /** Exit code of the doctor and of a run. */
  readonly exit: 2 | 3;
}

const bare = (pem: string) => pem.replace(/-----.*-----|\s/g, '');

const keyFiles: readonly Plant[] = [
  {
    name: 'the two keys swapped',
    plant: () => config({}, { privateKey: keys.mpp.publicKey, publicKey: keys.alipayplus.privateKey }),
    code: 'key-swapped',
    exit: 2,
  },
  {
    name: 'bare base64 of a public key where the private one belongs',
    plant: () => config({}, { privateKey: bare(keys.mpp.publicKey) }),
    code: 'key-swapped',
    exit: 2,
  },
  {
    name: 'a key file that is not there',
    plant: () => config({}, { privateKey: 'keys/none.pem' }),
    code: 'key-file-missing',
    exit: 2,
  },
  {
    name: 'a key cut off',
    plant: () => config({}, { privateKey: keys.alipayplus.privateKey.slice(0, 700) }),
    code: 'key-cut-off',
    exit: 2,
  },
  {
    name: 'an encrypted key',
    plant: () => {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const locked = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' });
      return config({}, { privateKey: locked.toString() });
    },
    code: 'key-encrypted',
    exit: 2,
  },
  {
    name: 'a key of an elliptic curve',
    plant: () => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return config({}, { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() });
    },
    code: 'key-not-rsa',
    exit: 2,
  },
  {
    name: 'our own public key in the place of theirs',
    plant: () => config({}, { publicKey: keys.alipayplus.publicKey }),
    code: 'keys-one-pair',
    exit: 2,
  },
  {
    name: 'a key of 512 bits',
    plant: () => config({}, { privateKey: rsa(512).privateKey }),
    code: 'key-too-short',
    exit: 2,
  },
];

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
    plant: () => config({ target: reference.url.replace('http:', 'https:') }),
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
  return standIn(tlsBefore(reference.port, { ...certificates![name], ...options }));
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

const identity: readonly Plant[] = [
  {
    name: 'a private key of nobody',
    plant: () => config({}, { privateKey: rsa(2048).privateKey }),
    code: 'our-signature-refused',
    exit: 2,
  },
  {
    name: 'a public key of nobody',
    plant: () => config({}, { publicKey: rsa(2048).publicKey }),
    code: 'wrong-public-key',
    exit: 2,
  },
  {
    name: 'an unknown client id',
    plant: () => config({ clientId: 'TEST_NOBODY' }),
    code: 'client-id-refused',
    exit: 2,
  },
  { name: 'an unknown keyVersion', plant: () => config({}, { keyVersion: '7' }), code: 'key-version-refused', exit: 2 },
  {
    name: 'no signing where it is wanted',
    plant: () => ({ ...config(), signing: { mode: 'off' } }),
    code: 'signature-wanted',
    exit: 2,
  },
  {
    name: 'a clock that is an hour ahead',
    plant: async () => {
      const late = answering((_, response) => {
        response.setHeader('Date', new Date(Date.now() + 3_600_000).toUTCString());
        result(response, 'F', 'INVALID_SIGNATURE');
      });
      return config({ target: await standIn(late) });
    },
    code: 'clock-difference',
    exit: 2,
  },
  {
    name: 'a path that is not there',
    plant: () => config({ paths: { sendOTP: '/elsewhere/sendOTP' } }),
    code: 'path-not-found',
    exit: 2,
  },
  {
    name: 'a target signing with our key',
    plant: async () => {
      const mixed = await startReferenceMpp({ keys: { mpp: keys.alipayplus, alipayplus: keys.alipayplus } });
      open.push(mixed);
      return config({ target: mixed.url });
    },
    code: 'signed-with-our-key',
    exit: 2,
  },
];

async function named({ plant, code, exit }: Plant): Promise<void> {
  const planted = await plant();
  const findings = await examine({ config: planted as never }, process.env);
  const faults = findings.filter(({ level }) => level === 'fault');
  expect(faults.map((fault) => fault.code).slice(0, 1)).toEqual([code]);
  expect(exitCodeOf(findings)).toBe(exit);
  expect(faults.every(hasSentences)).toBe(true);
  expect(await ended(planted)).toEqual({ exit, code, failed: 0 });
}

function hasSentences({ says, cure }: Finding): boolean {
  return /\S[.?!]$/.test(says) && /^[A-Z“"`].*/.test(cure);
}

/** How a run ends: its exit code, its first diagnosis, and how many requirements it calls failed. */
async function ended(planted: Json): Promise<{ exit: number; code: string | undefined; failed: number }> {
  try {
    const prepared = await prepareRun({ config: planted as never });
    const report = await runConformance(prepared.settings, {});
    return { exit: report.run.exitCode, code: report.diagnosis[0]?.code, failed: report.totals.failed };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { exit: 2, code: 'faults' in error ? 'several' : error.code, failed: 0 };
  }
}

describe('keys', () => {
  test.each(keyFiles)('$name: $code', named);

  test('forms that people have are no fault', async () => {
    const forms = { privateKey: bare(keys.alipayplus.privateKey), publicKey: bare(keys.mpp.publicKey) };
    expect(exitCodeOf(await examine({ config: config({}, forms) as never }, {}))).toBe(0);
  });

  test('a key of 1024 bits is noted, and ends nothing', async () => {
    const findings = await examine(
      { config: config({ target: 'http://127.0.0.1:1' }, { publicKey: rsa(1024).publicKey }) as never },
      {},
    );
    expect(findings.find(({ code }) => code === 'key-too-short')?.level).toBe('note');
  });

  test('with faulty keys the network is examined all the same', async () => {
    const planted = config({ target: `http://127.0.0.1:${await closedPort()}` }, { privateKey: 'none.pem' });
    const findings = await examine({ config: planted as never }, {});
    expect(findings.filter(({ level }) => level === 'fault').map(({ code }) => code)).toEqual([
      'key-file-missing',
      'connection-refused',
    ]);
    expect(exitCodeOf(findings)).toBe(2);
  });
});

describe('the network', () => {
  test.each(network)('$name: $code', named);
});

describe.skipIf(!hasOpenssl)('TLS (needs openssl)', () => {
  test.each(overTls)('$name: $code', named);

  test('a right certificate on either side is fine', async () => {
    const target = await tlsUrl('server', demanding());
    const findings = await examine({ config: secured(target, certificates!.client) as never }, {});
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([
      expect.objectContaining({ code: 'tls-certificate-soon-expired' }),
    ]);
  });
});

describe('somebody else who answers', () => {
  test.each(ofOthers)('$name: $code', named);
});

describe('who signs for whom', () => {
  test.each(identity)('$name: $code', named);

  test('a target that verifies another text is told which', async () => {
    const faulty = await startReferenceMpp({ keys, fault: 'header-names-lower-case-only' });
    open.push(faulty);
    const findings = await examine({ config: config({ target: faulty.url }) as never }, {});
    expect(findings.filter(({ level }) => level !== 'ok').map(({ code }) => code)).toEqual(['header-spelling']);
  });

  test('a user whom the target does not know', async () => {
    const planted = config({ requests: { sendOTP: [{ accessToken: 'nobody-knows-me' }] } });
    const findings = await examine({ config: planted as never }, {});
    expect(findings.filter(({ level }) => level === 'fault').map(({ code }) => code)).toEqual(['fixture-unknown']);
    // The config vouches for its users, so that the run is red; it says why.
    expect(await ended(planted)).toMatchObject({ exit: 1, code: 'fixture-unknown' });
  });
});

describe('a right configuration', () => {
  test('a server that answers POST alone is no silent one', { timeout: 30_000 }, async () => {
    const quiet = answeringBodies((request, response) => {
      if (request.method === 'POST') result(response, 'F', 'USER_STATUS_ABNORMAL');
    });
    const base = config({ target: await standIn(quiet), run: { seed: 1, timeoutMs: 300 } });
    const planted = { ...base, signing: { mode: 'off' } };
    const findings = await examine({ config: planted as never }, {});
    expect(findings.filter(({ level }) => level === 'fault').map(({ code }) => code)).toEqual(['fixture-refused']);
  });

  test('all is well, without a call that reaches a person too', async () => {
    const all = { config: config({ apis: undefined }) as never };
    for (const messages of [true, false]) {
      const findings = await examine(all, {}, messages);
      expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
    }
  });
});
