/** Corporate reality: proxies, own authorities, client certificates, IPv6, prefixes, and machines that forbid things. */
import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type ReferenceMpp, startReferenceMpp } from '../../reference/index.ts';
import { type Certificates, hasOpenssl, makeCertificates } from '../support/certificates.ts';
import { type Front, type Fronting, startFront, startProxy } from '../support/fronts.ts';

const root = join(import.meta.dirname, '../..');
const patient = { timeout: 120_000 };
const few = ['--profile', 'smoke', '--seed', '1'];

let place = '';
let certificates: Certificates;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'conformance-corporate-'));
  if (hasOpenssl) certificates = makeCertificates();
}, 60_000);

afterAll(async () => {
  await Promise.all(open.map((server) => server.close()));
  if (place) await rm(place, { recursive: true, force: true });
});

/** A reference of its own for each run: an MPP counts the messages of a day. */
async function newMpp(more: { host?: string; fault?: string } = {}): Promise<ReferenceMpp> {
  const started = await startReferenceMpp({ signing: false, apis: ['sendOTP'], ...more });
  open.push(started);
  return started;
}

async function portOfNew(): Promise<number> {
  return Number(new URL((await newMpp()).url).port);
}

interface How {
  readonly env?: Record<string, string | undefined>;
  readonly cwd?: string;
  readonly bin?: string;
  /** Run by a user without rights. */
  readonly uid?: number;
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const ownVariables =
  /^(https?_proxy|no_proxy|all_proxy|CONFORMANCE_|GITHUB_|FORCE_COLOR|NO_COLOR|LC_|LANG|NODE_EXTRA)/i;

/** Runs the command as it was built; both outputs are pipes. */
function conformance(args: readonly string[], { env = {}, cwd = place, bin = root, uid }: How = {}): Promise<Ended> {
  const plain = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ownVariables.test(name)));
  const child = spawn(process.execPath, [join(bin, 'bin/conformance.js'), ...args], {
    cwd,
    env: { ...plain, ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code: code ?? -1, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

/** Writes a config for the reference behind something, and gives its path. */
async function configFor(name: string, target: string, more: object = {}): Promise<string> {
  const path = join(place, `${name}.yaml`);
  const { config } = await newMpp();
  await writeFile(path, stringify({ ...config, target, apis: ['sendOTP'], ...more }));
  return path;
}

async function front(fronting: Fronting): Promise<Front> {
  const started = await startFront(await portOfNew(), fronting);
  open.push(started);
  return started;
}

async function passes(config: string, how: How = {}): Promise<Ended> {
  const ended = await conformance(['--config', config, ...few], how);
  expect(ended.code, ended.stdout + ended.stderr).toBe(0);
  return ended;
}

describe('the way to the target', () => {
  test('a proxy is asked for hosts that are not this machine, in plain text as a whole', patient, async () => {
    const proxy = await startProxy(await portOfNew());
    open.push(proxy);
    const env = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}` };
    await passes(await configFor('proxied', 'http://mpp.example.test'), { env });
    expect(proxy.asked.length).toBeGreaterThan(20);
    expect(proxy.asked.filter((line) => line.startsWith('CONNECT'))).toEqual([]);
    expect(proxy.asked[0]).toMatch(/^POST http:\/\/mpp\.example\.test\/aps\//);
  });

  test('NO_PROXY is heard, and this machine never needs a proxy', patient, async () => {
    const proxy = await startProxy(await portOfNew());
    open.push(proxy);
    const env = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: 'other.test,.example.test' };
    const past = await conformance(['--config', await configFor('past', 'http://mpp.example.test'), ...few], { env });
    expect(past.code).toBe(3);
    await passes(await configFor('loopback', (await newMpp()).url), { env });
    expect(proxy.asked).toEqual([]);
  });

  test('a dead proxy ends with 3 and not with a wait', patient, async () => {
    const env = { https_proxy: 'http://127.0.0.1:9', http_proxy: 'http://127.0.0.1:9' };
    const { code, stdout } = await conformance(
      ['--config', await configFor('dead', 'http://mpp.example.test'), ...few],
      { env },
    );
    expect(code, stdout).toBe(3);
  });

  test('a path prefix of the base URL stands before every path', patient, async () => {
    const { port } = await front({ prefix: '/gateway/v1' });
    await passes(await configFor('prefix', `http://127.0.0.1:${port}/gateway/v1/`));
  });

  test('a server that closes every connection after one answer', patient, async () => {
    const { port } = await front({ closes: true });
    await passes(await configFor('closing', `http://127.0.0.1:${port}`));
  });

  const hasIpv6 = Object.values(networkInterfaces())
    .flat()
    .some((address) => address?.address === '::1');
  test.skipIf(!hasIpv6)('IPv6 (needs ::1)', patient, async () => {
    const six = await newMpp({ host: '::1' });
    const port = new URL(six.url.replace('//::1:', '//[::1]:')).port;
    await passes(await configFor('six', `http://[::1]:${port}`));
  });
});

describe.skipIf(!hasOpenssl)('TLS (needs openssl)', () => {
  test('an authority of the company is trusted when the config names it, or NODE_EXTRA_CA_CERTS', patient, async () => {
    const { port } = await front({ tls: certificates.server });
    await writeFile(join(place, 'authority.pem'), certificates.authority);
    const trusting = { tls: { ca: 'authority.pem' } };
    await passes(await configFor('authority', `https://localhost:${port}`, trusting));
    const env = { NODE_EXTRA_CA_CERTS: join(place, 'authority.pem') };
    const another = await front({ tls: certificates.server });
    await passes(await configFor('extra', `https://localhost:${another.port}`), { env });
  });

  test('behind a proxy it is the target whose certificate counts', patient, async () => {
    const { port } = await front({ tls: certificates.elsewhere });
    const proxy = await startProxy(port);
    open.push(proxy);
    const config = await configFor('tunnel', 'https://mpp.example.com', { tls: { ca: certificates.authority } });
    await passes(config, { env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` } });
    expect(new Set(proxy.asked)).toEqual(new Set(['CONNECT mpp.example.com:443']));
  });

  test('a client certificate opens the door, and without one the door stays shut', patient, async () => {
    const { port } = await front({
      tls: { ...certificates.server, ca: certificates.authority, requestCert: true, rejectUnauthorized: true },
    });
    const target = `https://localhost:${port}`;
    const { cert, key } = certificates.client;
    await passes(await configFor('mutual', target, { tls: { ca: certificates.authority, cert, key } }));
    const shut = await configFor('shut', target, { tls: { ca: certificates.authority } });
    expect((await conformance(['--config', shut, ...few])).code).toBe(3);
  });

  test('a self-signed certificate: a sentence with the cure', patient, async () => {
    const { port } = await front({ tls: certificates.selfSigned });
    const config = await configFor('alone', `https://localhost:${port}`);
    const { code, stdout, stderr } = await conformance(['--config', config, ...few]);
    expect(code).toBe(3);
    expect(stdout + stderr).toContain('(tls-self-signed)');
    expect((stdout + stderr).replace(/\s+/g, ' ')).toContain('Set tls.ca to');
  });
});

describe('the machine', () => {
  test('needs no home directory', patient, async () => {
    const env = { HOME: join(place, 'nowhere'), XDG_CONFIG_HOME: undefined, USERPROFILE: undefined };
    await passes(await configFor('homeless', (await newMpp()).url), { env });
  });

  const isRoot = process.getuid?.() === 0;
  test.skipIf(!isRoot)(
    'runs from a read-only checkout, as a user without rights (needs root to become one)',
    patient,
    async () => {
      const checkout = join(place, 'checkout');
      await mkdir(checkout);
      for (const name of ['bin', 'dist', 'generated', 'package.json']) {
        await cp(join(root, name), join(checkout, name), { recursive: true });
      }
      await symlink(join(root, 'node_modules'), join(checkout, 'node_modules'));
      const before = await readdir(checkout, { recursive: true });
      await chmod(place, 0o755);
      const nobody = { uid: 65534, cwd: checkout, bin: checkout, env: { HOME: '/nonexistent' } };
      const ended = await conformance([...few, '--embedded', '--api', 'sendOTP'], nobody);
      expect(ended.code, ended.stdout + ended.stderr).toBe(0);
      expect((await readdir(checkout, { recursive: true })).sort()).toEqual(before.sort());
      const refused = await conformance([...few, '--embedded', '--api', 'sendOTP', '--report-dir', 'out'], nobody);
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr.replace(/\s+/g, ' ')).toMatch(/writing there is not permitted.*--report-dir/);
    },
  );

  test('writes ASCII where the terminal knows no UTF-8, and no control characters into a pipe', patient, async () => {
    const faulty = await newMpp({ fault: 'otp-long-verify-request-id' });
    const config = await configFor('plain', faulty.url);
    const { code, stdout, stderr } = await conformance(['--config', config, ...few], {
      env: { LANG: 'C', LC_ALL: 'C' },
    });
    expect(code).toBe(1);
    expect(stdout).toContain('FAILED');
    expect((stdout + stderr).match(/[^\n\x20-\x7e]/g)).toBeNull();
    const utf8 = await conformance(['--config', config, ...few], { env: { LANG: 'C.UTF-8' } });
    expect((utf8.stdout + utf8.stderr).match(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/g)).toBeNull();
  });

  test('files are UTF-8 whatever the terminal knows', patient, async () => {
    const config = await configFor('utf8', (await newMpp()).url);
    const env = { LANG: 'C', LC_ALL: 'C' };
    await conformance(['--config', config, ...few, '--report-dir', join(place, 'out')], { env });
    const html = await readFile(join(place, 'out/report.html'));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(html)).not.toThrow();
  });
});
