/** Examines a TLS handshake: the certificate of the server, and whether it requires a client certificate. */
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { checkServerIdentity, connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { Diagnosis } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';

/** The result of a handshake. */
export interface Handshake {
  /** Null where the handshake failed. */
  readonly socket: TLSSocket | null;
  /** The error that ended it. */
  readonly error: NodeJS.ErrnoException | null;
  /** Why the certificate is not trusted; null where it is. */
  readonly distrust: string | null;
  readonly certificate: PeerCertificate | null;
}

/** Inputs of a handshake. */
export interface TlsOptions {
  readonly host: string;
  readonly tls: RunSettings['tls'];
  readonly timeoutMs: number;
}

/** Performs a handshake on an open connection without rejecting the certificate, so that its fault can be reported. */
export function performHandshake(
  raw: Duplex,
  { host, tls, timeoutMs }: TlsOptions,
  newestVersion: 'TLSv1.2' | 'TLSv1.3' = 'TLSv1.3',
): Promise<Handshake> {
  const named = /^[\d.]+$|:/.test(host) ? undefined : host;
  return new Promise((done) => {
    const socket = connect({
      socket: raw,
      servername: named,
      host,
      ca: tls.ca ?? undefined,
      cert: tls.cert ?? undefined,
      key: tls.key ?? undefined,
      passphrase: tls.passphrase ?? undefined,
      rejectUnauthorized: false,
      maxVersion: newestVersion,
      ALPNProtocols: ['http/1.1'],
    });
    const fail = (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      socket.destroy();
      done({ socket: null, error, distrust: null, certificate: null });
    };
    const timer = setTimeout(() => fail(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })), timeoutMs);
    socket.once('error', fail);
    socket.once('close', () => fail(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    socket.once('secureConnect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('close');
      socket.removeListener('error', fail);
      socket.on('error', () => {});
      const certificate = socket.getPeerCertificate(true);
      const error = socket.authorizationError as unknown;
      const code = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : error;
      done({ socket, error: null, certificate, distrust: code ? String(code) : nameFault(host, certificate) });
    });
  });
}

function nameFault(host: string, certificate: PeerCertificate): string | null {
  return checkServerIdentity(host, certificate) ? 'ERR_TLS_CERT_ALTNAME_INVALID' : null;
}

/**
 * Whether the server asks for a client certificate. TLS 1.3 encrypts that message, so this looks for it in a handshake of TLS 1.2, where it
 * is not encrypted; false where the server supports only TLS 1.3.
 */
export async function asksForCertificate(raw: Socket, greeting: TlsOptions): Promise<boolean> {
  const seen: Buffer[] = [];
  const { socket } = await performHandshake(copyIncoming(raw, seen), greeting, 'TLSv1.2');
  socket?.destroy();
  raw.destroy();
  return handshakeTypes(Buffer.concat(seen)).includes(certificateRequest);
}

/** The connection, with a copy of the incoming bytes in `seen`. */
function copyIncoming(raw: Socket, seen: Buffer[]): Duplex {
  const copy = new Duplex({
    read: () => {},
    write: (chunk, _, done) => {
      raw.write(chunk, () => done());
    },
    final: (done) => {
      raw.end(() => done());
    },
  });
  raw.on('data', (chunk: Buffer) => {
    seen.push(chunk);
    copy.push(chunk);
  });
  raw.on('end', () => copy.push(null));
  raw.on('error', (error) => copy.destroy(error));
  raw.on('close', () => copy.destroy());
  return copy;
}

const handshakeRecord = 22;
const changeCipherSpec = 20;
const certificateRequest = 13;

/** Types of the handshake messages in the records of a server, up to where they are encrypted. */
function handshakeTypes(bytes: Buffer): number[] {
  const messages: Buffer[] = [];
  for (let at = 0; at + 5 <= bytes.length; ) {
    const type = bytes[at]!;
    const length = bytes.readUInt16BE(at + 3);
    if (type === changeCipherSpec) break;
    if (type === handshakeRecord) messages.push(bytes.subarray(at + 5, at + 5 + length));
    at += 5 + length;
  }
  const flight = Buffer.concat(messages);
  const types: number[] = [];
  for (let at = 0; at + 4 <= flight.length; at += 4 + flight.readUIntBE(at + 1, 3)) types.push(flight[at]!);
  return types;
}

/** The diagnosis of an untrusted certificate. */
export function untrustedCertificate(
  { distrust, certificate }: Handshake,
  host: string,
  ownAuthority: boolean,
): Diagnosis {
  const issuer = nameOf(certificate?.issuer) || 'itself';
  switch (distrust) {
    case 'CERT_HAS_EXPIRED':
      return {
        code: 'tls-certificate-expired',
        says: `The certificate of the target expired on ${certificate?.valid_to}.`,
        cure: 'Renew it at the target; if it is not expired, correct the clock of this machine.',
      };
    case 'CERT_NOT_YET_VALID':
      return {
        code: 'tls-certificate-not-yet-valid',
        says: `The certificate of the target is not valid before ${certificate?.valid_from}.`,
        cure: 'Correct the clock of this machine, or wait.',
      };
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return {
        code: 'tls-name-mismatch',
        says: `The certificate of the target is for ${namesOf(certificate)}, not for ${host}.`,
        cure: 'Use one of those names in the URL of the target, or install a certificate for this name at the target.',
      };
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return {
        code: 'tls-self-signed',
        says: 'The certificate of the target is self-signed.',
        cure: 'Set tls.ca to that certificate if it is yours.',
      };
    default:
      return {
        code: 'tls-authority-unknown',
        says: `The certificate of the target is issued by ${issuer}, which ${ownAuthority ? 'tls.ca does not contain' : 'this machine does not trust'} (${distrust}).`,
        cure: 'Set tls.ca to the certificate of that authority; if it is an intermediate one, configure the target to send its whole chain.',
      };
  }
}

function nameOf(subject: PeerCertificate['issuer'] | undefined): string {
  const name = subject?.CN ?? subject?.O ?? '';
  return Array.isArray(name) ? name.join(', ') : name;
}

function namesOf(certificate: PeerCertificate | null): string {
  const names = (certificate?.subjectaltname ?? '').split(', ').map((name) => name.replace(/^[^:]*:/, ''));
  return names[0] ? names.slice(0, 5).join(', ') : nameOf(certificate?.subject) || 'no name';
}

const alerts: readonly (readonly [RegExp, Diagnosis])[] = [
  [
    /certificate.required|handshake.failure|bad.certificate|certificate.unknown|unknown.ca|certificate.revoked|certificate.expired/i,
    {
      code: 'tls-client-certificate-refused',
      says: 'The target refuses the client certificate of tls.cert.',
      cure: 'Use a certificate signed by an authority that the target trusts, or register it at the target.',
    },
  ],
  [
    /protocol.version|unsupported.protocol|inappropriate.fallback/i,
    {
      code: 'tls-version',
      says: 'The target supports neither TLS 1.2 nor TLS 1.3.',
      cure: 'Enable TLS 1.2 or 1.3 at the target.',
    },
  ],
  [
    /unrecognized.name/i,
    {
      code: 'tls-name-unknown',
      says: 'The target has no certificate for the host name in its URL.',
      cure: 'Correct the host name, or install a certificate for it at the target.',
    },
  ],
];

/** The diagnosis of a handshake error; null where the error is ambiguous. */
export function handshakeFault(error: NodeJS.ErrnoException): Diagnosis | null {
  const text = `${error.code ?? ''} ${error.message}`;
  return alerts.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The server requires a client certificate and none was sent. */
export const certificateDemanded: Diagnosis = {
  code: 'tls-client-certificate-demanded',
  says: 'The target requires a client certificate, and none was sent.',
  cure: 'Set tls.cert and tls.key to a certificate that the target accepts, and its private key.',
};
