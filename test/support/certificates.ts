/** Certificates of a test authority, made with openssl at test time; null where that is not installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate and its private key, PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

export interface Certificates {
  readonly authority: string;
  readonly server: Identity;
  readonly expired: Identity;
  readonly elsewhere: Identity;
  readonly selfSigned: Identity;
  readonly client: Identity;
  /** Signed by another authority. */
  readonly stranger: Identity;
}

/** Whether openssl can be called here. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** Makes them all; a second or two. */
export function makeCertificates(): Certificates {
  const directory = mkdtempSync(join(tmpdir(), 'conformance-tls-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: directory, stdio: 'pipe' });
  const read = (name: string) => readFileSync(join(directory, name), 'utf8');
  const newKey = ['-newkey', 'rsa:2048', '-nodes', '-keyout'];
  const selfSigned = (name: string, subject: string): Identity => {
    const names = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    openssl(
      'req',
      '-x509',
      ...newKey,
      `${name}.key`,
      '-out',
      `${name}.pem`,
      '-subj',
      `/CN=${subject}`,
      '-days',
      '2',
      ...names,
    );
    return { cert: read(`${name}.pem`), key: read(`${name}.key`) };
  };
  const signed = (name: string, by: string, names: string, days = '2'): Identity => {
    writeFileSync(join(directory, `${name}.ext`), `subjectAltName=${names}`);
    openssl('req', ...newKey, `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    const authority = ['-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial'];
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...authority,
      '-days',
      days,
      '-extfile',
      `${name}.ext`,
      '-out',
      `${name}.pem`,
    );
    return { cert: read(`${name}.pem`), key: read(`${name}.key`) };
  };
  const authority = selfSigned('authority', 'Test Authority').cert;
  selfSigned('other', 'Other Authority');
  const here = 'DNS:localhost,IP:127.0.0.1';
  return {
    authority,
    server: signed('server', 'authority', here),
    expired: signed('expired', 'authority', here, '-1'),
    elsewhere: signed('elsewhere', 'authority', 'DNS:mpp.example.com'),
    selfSigned: selfSigned('alone', 'Alone'),
    client: signed('client', 'authority', 'DNS:client'),
    stranger: signed('stranger', 'other', 'DNS:stranger'),
  };
}
