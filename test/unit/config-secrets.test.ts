/** What may be a secret is never repeated: keys in forms that are slightly wrong, passwords and tokens in a mistyped target. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isShowablePath, shownUrl } from '../../cli/config/secrets.ts';
import { commandLine } from '../support/command-line.ts';

const run = commandLine();
afterEach(() => vi.unstubAllEnvs());

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const publicPem = theirs.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const bare = (text: string) => text.replace(/-----.*-----/g, '').replace(/\s/g, '');
const edwards = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const base64 = bare(pem);
const ofPem = Buffer.from(pem).toString('base64');

/** Forms that are not the key itself: each is read, or refused without a part of it. */
const forms: readonly (readonly [string, string, 'read' | 'refused'])[] = [
  ['quoted base64', `"${base64}"`, 'read'],
  ['quoted PEM', `'${pem}'`, 'read'],
  ['one quote only', `"${base64}`, 'read'],
  ['base64: in front', `base64:${base64}`, 'read'],
  ['base64: in front of base64 of PEM', `base64:${ofPem}`, 'read'],
  ['base64 of PEM', ofPem, 'read'],
  ['base64 of PEM in lines', ofPem.replace(/.{76}/g, '$&\n'), 'read'],
  ['literal \\n in PEM', pem.replaceAll('\n', '\\n'), 'read'],
  ['literal \\n in base64', base64.replace(/.{64}/g, '$&\\n'), 'read'],
  ['quoted with literal \\n', `"${pem.replaceAll('\n', '\\n')}"`, 'read'],
  ['JSON', JSON.stringify({ key: base64 }), 'refused'],
  ['JSON of PEM', JSON.stringify({ key: pem }), 'refused'],
  ['percent-encoded', encodeURIComponent(base64), 'refused'],
  ['percent-encoded PEM', encodeURIComponent(pem), 'refused'],
  ['150 characters', base64.slice(0, 150), 'refused'],
  ['60 characters', base64.slice(0, 60), 'refused'],
  ['39 characters', base64.slice(0, 39), 'refused'],
  ['without its beginning', base64.slice(100), 'refused'],
  ['PEM that is cut off', pem.slice(0, 400), 'refused'],
  ['Ed25519', bare(edwards), 'refused'],
  ['Ed25519 as PEM', edwards, 'refused'],
  ['with a stray character', `${base64}!`, 'refused'],
  ['a file name behind it', `${base64.slice(0, 200)}.pem`, 'refused'],
  ['hexadecimal', Buffer.from(base64, 'base64').toString('hex'), 'refused'],
];

/** The longest part of a secret that a text repeats, of 12 characters or more; null where there is none. */
function repeated(text: string, secret: string): string | null {
  const plain = text.replaceAll('\n', '');
  for (const part of new Set([secret, bare(secret), base64, bare(edwards)])) {
    const steps = part.replaceAll('\n', '');
    for (let i = 0; i + 12 <= steps.length; i += 6) {
      const piece = steps.slice(i, i + 12);
      if (!/BEGIN|PRIVATE|PUBLIC|END |-----/.test(piece) && plain.includes(piece)) return piece;
    }
  }
  return null;
}

const place = mkdtempSync(join(tmpdir(), 'conformance-secrets-'));

function configFile(config: object): string {
  const path = join(place, 'conformance.config.json');
  writeFileSync(path, JSON.stringify(config));
  return path;
}

const aimed = { target: 'http://127.0.0.1:9', clientId: 'TEST_1' };

/** Plans a run with this config; one requirement is enough, since only what is said of the config counts. */
const planned = (config: object) =>
  run('--dry-run', '--only', 'OTP-03', '--config', configFile({ ...aimed, ...config }));

describe('a private key', () => {
  test.each(forms)('in CONFORMANCE_PRIVATE_KEY, %s', async (_, form, how) => {
    vi.stubEnv('CONFORMANCE_PRIVATE_KEY', form);
    const { printed, told, code } = await planned({ signing: { publicKey: publicPem } });
    expect(repeated(printed + told, form)).toBe(null);
    expect({ code, told: told.length < 400 }, told).toEqual({ code: how === 'read' ? 0 : 2, told: true });
    if (how === 'refused') expect(told).toMatch(/^conformance: CONFORMANCE_PRIVATE_KEY: th(is|e) /);
  });

  test.each(forms)('in signing.privateKey and signing.publicKey of a file, %s', async (_, form, how) => {
    const first = await planned({ signing: { privateKey: form, publicKey: publicPem } });
    expect(repeated(first.printed + first.told, form)).toBe(null);
    expect(first.code, first.told).toBe(how === 'read' ? 0 : 2);
    const second = await planned({ signing: { privateKey: pem, publicKey: form } });
    expect(repeated(second.printed + second.told, form)).toBe(null);
    expect(second.code).toBe(2);
  });

  test.each(forms)('in tls.key and tls.cert, %s', async (_, form) => {
    const { printed, told, code } = await planned({ tls: { key: form, cert: form } });
    expect(repeated(printed + told, form)).toBe(null);
    expect(code).toBe(2);
  });

  test.each(forms)('where the path of a config or of a signing key belongs, %s', async (_, form) => {
    for (const args of [
      ['--config', form],
      ['certify', '--sign-key', form],
      ['verify', place, '--public-key', form],
    ]) {
      const { printed, told, code } = await run(...args);
      expect(repeated(printed + told, form)).toBe(null);
      expect(code).toBe(2);
    }
    vi.stubEnv('CONFORMANCE_CONFIG', form);
    const { printed, told, code } = await run('--dry-run');
    expect(repeated(printed + told, form)).toBe(null);
    expect(code).toBe(2);
  });
});

describe('a private key in a config file', () => {
  test.each([
    ['unquoted, as the value of a wrong key', `privatekey: ${base64}`],
    ['as a key', `signing:\n  ${base64}: x`],
    ['as an alias', `signing: { privateKey: *${base64} }`],
    ['in a flow mapping', `signing: { privateKey: {"key": "${base64}"} }`],
    ['in a template that was not filled', `signing: { privateKey: {{ ${base64} }} }`],
    ['as a block header', `signing: { mode: off }\nx: |${base64}\n y`],
    ['as mode', `signing: { mode: ${base64} }`],
    ['as role', `role: ${base64}`],
    ['as an API', `apis: [${base64}]`],
    ['as the name of a header', `headers: { "${base64} ": x }`],
    ['as a path', `paths: { sendOTP: ${base64.replace(/^/, 'x')} }`],
    ['as the whole file', pem],
    ['as the whole file, bare', base64],
  ])('%s', async (_, text) => {
    const path = join(place, 'c.yaml');
    writeFileSync(path, text.startsWith('-----') || text === base64 ? text : `target: http://127.0.0.1:9\n${text}\n`);
    const { printed, told, code } = await run('--dry-run', '--config', path);
    expect(repeated(printed + told, base64)).toBe(null);
    expect(code).toBe(2);
  });
});

describe('a path', () => {
  test('is repeated where it helps: the file exists, or it looks like the name of one', async () => {
    expect(isShowablePath('keys/suite.pem', '/nowhere')).toBe(true);
    expect(isShowablePath(place, '/')).toBe(true);
    expect(isShowablePath('hunter2', '/nowhere')).toBe(false);
    const missing = await run(
      '--dry-run',
      '--config',
      configFile({ ...aimed, signing: { privateKey: 'no.pem', publicKey: publicPem } }),
    );
    expect(missing.told).toContain(
      `signing.privateKey: ${join(place, 'no.pem')} cannot be read: there is no such file.`,
    );
  });

  test('that exists is read even where it is made of the characters of base64', async () => {
    const name = `a-directory-or-file-with-a-name-longer-than-forty-characters/${'x'.repeat(4)}`.replace('/', '-');
    writeFileSync(join(place, name), pem);
    const signing = { privateKey: name, publicKey: publicPem };
    expect((await planned({ signing })).code).toBe(0);
  });
});

describe('a mistyped target', () => {
  test.each([
    'htps://user:hunter2@a.example/x',
    '//user:hunter2@a.example',
    'http://user:hunter2@a.example:99999',
    'http://user:hun/ter2/hunter2@::1:80',
    'user:hunter2@a.example',
    'http://user:hunter2@a.example',
    'htps://a.example/x?token=hunter2',
    'http://a.example/x?token=hunter2',
    'http://a.example:99999/?token=hunter2#hunter2',
    'http://[::1/#token=hunter2',
    'http://user:hunter2@',
  ])('%s', async (target) => {
    const { printed, told, code } = await run('--dry-run', '--target', target);
    expect(printed + told).not.toMatch(/hunter2|user:/);
    expect(code).toBe(2);
    vi.stubEnv('CONFORMANCE_TARGET', target);
    const again = await run('--dry-run');
    expect(again.printed + again.told).not.toContain('hunter2');
    expect(again.code).toBe(2);
    vi.unstubAllEnvs();
    const config = { ...aimed, target: undefined, role: 'mpp-client', client: { trigger: { url: target } } };
    const third = await run('--dry-run', '--config', configFile(config));
    expect(third.printed + third.told).not.toContain('hunter2');
  });

  test('without --target, and a key without an option', async () => {
    const { told, code } = await run('https://user:hunter2@a.example/?token=hunter2');
    expect(told).toBe(
      'conformance: "https://a.example/" is not a command. Did you mean --target https://a.example/?\n',
    );
    expect(code).toBe(2);
    expect(repeated((await run(base64)).told, base64)).toBe(null);
    expect(repeated((await run('list', base64)).told, base64)).toBe(null);
  });

  test.each([
    'https://user:hunter2#rest@a.example',
    'https://user:hunter2?rest@a.example',
    'https://user:hunter2%40a.example',
    'https://user:hunter2 a.example',
    'https://a.example:hunter2',
    'Bearer hunter2',
    '::hunter2',
    'https://a.example/;jsessionid=hunter2',
  ])('%s', (text) => {
    expect(shownUrl(text)).not.toContain('hunter2');
  });

  test('keeps what helps to correct it', () => {
    expect(shownUrl('htps://u:p@a.example/base?x=1')).toBe('htps://a.example/base');
    expect(shownUrl('localhost:8080')).toBe('localhost:8080');
  });
});

test('a key of 1024 bits is a warning, and the run goes on', async () => {
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const privateKey = short.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const { told, code } = await planned({ signing: { privateKey, publicKey: publicPem } });
  expect(told).toBe(
    'conformance: Warning: signing.privateKey has 1024 bits, but Alipay+ keys have 2048. Create a new pair with: npx conformance keys\n',
  );
  expect(code).toBe(0);
});
