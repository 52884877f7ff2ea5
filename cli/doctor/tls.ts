/** A TLS handshake, looked at closely: who the server says it is, whom it trusts, and what it demands of us. */
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { checkServerIdentity, connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { Diagnosis } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';

/** How a handshake ended. */
export interface Handshake {
  /** Null where there was none. */
  readonly socket: TLSSocket | null;
  /** The error that ended it. */
  readonly error: NodeJS.ErrnoException | null;
  /** Why the certificate is not to be trusted; null where it is. */
  readonly distrust: string | null;
  readonly certificate: PeerCertificate | null;
}

/** What a handshake needs. */
export interface TlsOptions {
  readonly host: string;
  readonly tls: RunSettings['tls'];
  readonly timeoutMs: number;
}

/** Shakes hands over an open connection, and believes no certificate on the way: what is wrong with it is told after. */
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
 * Whether the server asks for a client certificate. TLS 1.3 hides the question, so it is looked for in a handshake of TLS 1.2, where it
 * goes in the clear; false where the server speaks nothing older.
 */
export async function asksForCertificate(raw: Socket, greeting: TlsOptions): Promise<boolean> {
  const seen: Buffer[] = [];
  const { socket } = await performHandshake(copyIncoming(raw, seen), greeting, 'TLSv1.2');
  socket?.destroy();
  raw.destroy();
  return handshakeTypes(Buffer.concat(seen)).includes(certificateRequest);
}

/** The connection, with a copy kept of what comes in. */
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

/** What an untrusted certificate means, with its cure. */
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
        says: `The certificate of the target was valid until ${certificate?.valid_to}.`,
        cure: 'Renew it at the target; if it is valid there, set the clock of this machine.',
      };
    case 'CERT_NOT_YET_VALID':
      return {
        code: 'tls-certificate-not-yet-valid',
        says: `The certificate of the target is valid from ${certificate?.valid_from} only.`,
        cure: 'Set the clock of this machine, or wait.',
      };
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return {
        code: 'tls-name-mismatch',
        says: `The certificate of the target is for ${namesOf(certificate)}, not for ${host}.`,
        cure: 'Use one of those names in target, or give the target a certificate for this one.',
      };
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return {
        code: 'tls-self-signed',
        says: 'The certificate of the target is signed by nobody but itself.',
        cure: 'Set tls.ca to that certificate if it is yours.',
      };
    default:
      return {
        code: 'tls-authority-unknown',
        says: `The certificate of the target is issued by ${issuer}, which ${ownAuthority ? 'tls.ca does not lead to' : 'this machine does not know'} (${distrust}).`,
        cure: 'Set tls.ca to the certificate of that authority; if it is an intermediate one, let the target send its whole chain.',
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
      cure: 'Have it signed by the authority that the target trusts, or register it there.',
    },
  ],
  [
    /protocol.version|unsupported.protocol|inappropriate.fallback/i,
    {
      code: 'tls-version',
      says: 'The target and this machine share no version of TLS: 1.2 and 1.3 are spoken here.',
      cure: 'Let the target speak TLS 1.2 or 1.3.',
    },
  ],
  [
    /unrecognized.name/i,
    {
      code: 'tls-name-unknown',
      says: 'The target has no certificate for the host name of target.',
      cure: 'Correct the host name, or give the target a certificate for it.',
    },
  ],
];

/** What an error in the handshake means; null where it tells nothing certain. */
export function handshakeFault(error: NodeJS.ErrnoException): Diagnosis | null {
  const text = `${error.code ?? ''} ${error.message}`;
  return alerts.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The server wants a client certificate and gets none. */
export const certificateDemanded: Diagnosis = {
  code: 'tls-client-certificate-demanded',
  says: 'The target demands a client certificate, and none was sent.',
  cure: 'Set tls.cert and tls.key to the certificate that the target knows, and to its key.',
};
