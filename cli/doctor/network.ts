/** Checks the way to the target from DNS to the first HTTP answer: one finding per step, up to the first that fails. */
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { plainToTls, wantsCertificate } from '../../engine/diagnosis/intermediaries.ts';
import type { Diagnosis } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { Environment } from '../terminal/environment.ts';
import { type Finding, okFinding, problem } from './finding.ts';
import { findRoute, hostPortOf, wantsLogin } from './route.ts';
import { StartOfAnswer } from './start-of-answer.ts';
import {
  asksForCertificate,
  certificateDemanded,
  type Handshake,
  handshakeFault,
  performHandshake,
  type TlsOptions,
  untrustedCertificate,
} from './tls.ts';

/** Time limit for one step: a slower network is not usable for a run. */
const longestStepMs = 5000;

/** Time limit for the rest of an answer after its headers. */
const restMs = 150;

type NetworkSettings = Pick<RunSettings, 'target' | 'tls' | 'timeoutMs'>;

/** Findings on the way to an HTTP answer of the target. */
export async function examineNetwork(settings: NetworkSettings, env: Environment): Promise<Finding[]> {
  const target = new URL(settings.target);
  const timeoutMs = Math.min(settings.timeoutMs, longestStepMs);
  const route = await findRoute(target, env, timeoutMs);
  if (route.open === null) return [...route.findings];
  const greeting: TlsOptions = { host: hostPortOf(target).host, tls: settings.tls, timeoutMs };
  const more = route.viaProxy
    ? await examineViaProxy(route.open, greeting, route.viaProxy)
    : await (target.protocol === 'https:' ? examineTls : examinePlain)(route.open, greeting);
  return [...route.findings, ...more];
}

type Open = () => Promise<Socket>;

async function examinePlain(open: Open, greeting: TlsOptions): Promise<Finding[]> {
  const { bytes } = await askHttp(await open(), greeting);
  const text = bytes.toString('latin1');
  if (/^HTTP\/\d/.test(text) && !plainToTls.test(text))
    return [okFinding('http', `The target speaks HTTP: ${firstLine(text)}`)];
  const { socket } = await performHandshake(await open(), greeting);
  socket?.destroy();
  if (socket || text.startsWith('HTTP/')) return [problem('http', 'fault', httpOnTlsPort)];
  return [problem('http', 'fault', noHttp(bytes))];
}

/** Checks only that there is an answer; whether it comes from the proxy or the target is left to the calls. */
async function examineViaProxy(
  open: Open,
  greeting: TlsOptions,
  { origin, login }: { readonly origin: string; readonly login: string },
): Promise<Finding[]> {
  const { bytes } = await askHttp(await open(), greeting, `GET ${origin}/ HTTP/1.1\r\n${login}`);
  const text = bytes.toString('latin1');
  if (/^HTTP\/1\.\d 407/.test(text)) return [problem('proxy', 'fault', wantsLogin)];
  if (/^HTTP\/\d/.test(text)) return [okFinding('http', `The proxy answers: ${firstLine(text)}`)];
  return [problem('http', 'fault', noHttp(bytes))];
}

const httpOnTlsPort: Diagnosis = {
  code: 'http-on-tls-port',
  says: 'The port of the target speaks TLS, but the URL begins with http://.',
  cure: 'Change the URL of the target to https://.',
};

async function examineTls(open: Open, greeting: TlsOptions): Promise<Finding[]> {
  const handshake = await performHandshake(await open(), greeting);
  const { socket, certificate, distrust } = handshake;
  if (socket === null) return [problem('tls', 'fault', await failedHandshake(handshake, open, greeting))];
  if (distrust !== null) {
    socket.destroy();
    return [problem('tls', 'fault', untrustedCertificate(handshake, greeting.host, greeting.tls.ca !== null))];
  }
  const trusted = okFinding(
    'tls',
    `${socket.getProtocol()}; the certificate is trusted, for ${greeting.host}, and valid until ${certificate?.valid_to}.`,
  );
  const { bytes, error } = await askHttp(socket, greeting);
  const text = bytes.toString('latin1');
  if (wantsCertificate.test(text)) return [trusted, problem('tls', 'fault', certificateDemanded)];
  if (/^HTTP\/\d/.test(text))
    return [
      trusted,
      ...soonExpired(certificate?.valid_to),
      okFinding('http', `The target speaks HTTP: ${firstLine(text)}`),
    ];
  // A server that requires a client certificate closes the connection only after the handshake.
  const asked = bytes.length === 0 && (await asksForCertificate(await open(), greeting));
  const fault = (error && handshakeFault(error)) ?? (asked ? handshakeFault(new Error('bad certificate')) : null);
  return [
    trusted,
    fault ? problem('tls', 'fault', asDemandedOrRefused(fault, greeting)) : problem('http', 'fault', noHttp(bytes)),
  ];
}

/** A certificate can only be refused where one was sent. */
function asDemandedOrRefused(fault: Diagnosis, { tls }: TlsOptions): Diagnosis {
  return fault.code === 'tls-client-certificate-refused' && tls.cert === null ? certificateDemanded : fault;
}

async function failedHandshake({ error }: Handshake, open: Open, greeting: TlsOptions): Promise<Diagnosis> {
  const { bytes } = await askHttp(await open(), greeting);
  const text = bytes.toString('latin1');
  if (/^HTTP\/\d/.test(text) && !plainToTls.test(text)) {
    return {
      code: 'tls-on-http-port',
      says: 'The port of the target speaks plain HTTP, but the URL begins with https://.',
      cure: 'Change the URL of the target to http://, or use its TLS port.',
    };
  }
  const fault = error && handshakeFault(error);
  if (fault?.code === 'tls-client-certificate-refused' && greeting.tls.cert === null) {
    // If the server does not ask for a certificate, the failed handshake has another cause.
    if (await asksForCertificate(await open(), greeting)) return certificateDemanded;
  } else if (fault) return fault;
  return {
    code: 'tls-handshake',
    says: `The TLS handshake with the target fails: ${(error?.message ?? '').replace(/\s+/g, ' ').slice(0, 160)}.`,
    cure: 'Check the TLS settings of the target (certificate, key, cipher suites); openssl s_client shows details.',
  };
}

function soonExpired(validTo: string | undefined): Finding[] {
  const days = Math.floor((Date.parse(validTo ?? '') - Date.now()) / 86_400_000);
  if (Number.isNaN(days) || days >= 14) return [];
  const says = `The certificate of the target expires in ${days} days.`;
  return [problem('tls', 'note', { code: 'tls-certificate-soon-expired', says, cure: 'Renew it at the target.' })];
}

/** Requests the start page and returns the first bytes of the answer, HTTP or not: no more than `mostBytes`, and not for ever. */
function askHttp(
  socket: Duplex,
  { host, timeoutMs }: TlsOptions,
  begin = 'GET / HTTP/1.1\r\n',
): Promise<{ bytes: Buffer; error: NodeJS.ErrnoException | null }> {
  return new Promise((done) => {
    const reading = new StartOfAnswer();
    const timers: NodeJS.Timeout[] = [];
    const finish = (error: NodeJS.ErrnoException | null) => {
      for (const timer of timers.splice(0)) clearTimeout(timer);
      done({ bytes: reading.bytes, error });
      socket.destroy();
    };
    timers.push(setTimeout(() => finish(null), timeoutMs));
    socket.on('error', finish);
    socket.once('close', () => finish(null));
    socket.on('data', (chunk: Buffer) => {
      const state = reading.add(chunk);
      if (state === 'over') finish(null);
      else if (state === 'head' && timers.length === 1) timers.push(setTimeout(() => finish(null), restMs));
    });
    socket.write(`${begin}Host: ${host}\r\nAccept: application/json\r\nConnection: close\r\n\r\n`);
  });
}

function firstLine(text: string): string {
  return `${text
    .split('\r\n')[0]!
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 60)}.`;
}

function noHttp(bytes: Buffer): Diagnosis {
  if (bytes.length === 0) {
    return {
      code: 'http-silent',
      says: 'The target accepts the connection but gives no HTTP answer.',
      cure: 'Check the log of the target: it may hang, or another program uses the port.',
    };
  }
  const shown = bytes
    .subarray(0, 40)
    .toString('latin1')
    .replace(/[^\x20-\x7e]/g, '.');
  return {
    code: 'not-http',
    says: `The port of the target does not speak HTTP/1.1; it answers "${shown}".`,
    cure: 'Correct the port of the target; an HTTP/2-only server must offer HTTP/1.1 too.',
  };
}
