/** `conformance certify`: what it refuses and why, and when a run makes no package. */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ledgerFile } from '../../cli/certify/ledger.ts';
import { packageFiles } from '../../cli/certify/manifest.ts';
import { idOf } from '../../cli/certify/nonce.ts';
import { type ReferenceAlipayPlus, startReferenceAlipayPlus, startReferenceMpp } from '../../reference/index.ts';
import { commandLine, type Ran } from '../support/command-line.ts';
import { sharedKeys } from '../support/judged.ts';
import { freshDirectory, signerKeys } from '../support/packages.ts';

const run = commandLine();

/** The config of a reference as anybody may change it. */
// biome-ignore lint/suspicious/noExplicitAny: a test changes what it likes.
type Loose = any;

function written(config: object): string {
  const path = join(freshDirectory(), 'config.json');
  writeFileSync(path, JSON.stringify(config));
  return path;
}

const place = freshDirectory();
const signer = signerKeys(place);
let packages = 0;
const newPackage = () => {
  packages += 1;
  return join(place, String(packages), 'package');
};

/** Certifies with a config; what follows replaces the options that are given by default. */
async function certified(config: object | null, ...options: string[]): Promise<Ran & { directory: string }> {
  const directory = newPackage();
  const source = config === null ? [] : ['--config', written(config)];
  const ran = await run('certify', '--sign-key', signer.privateFile, '--report-dir', directory, ...source, ...options);
  return { ...ran, directory };
}

const lines = (told: string) =>
  told
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^conformance: /, ''));

describe('certify refuses', () => {
  let asked = 0;
  let fit: Loose;
  const counter = createServer((_, response) => {
    asked += 1;
    response.end();
  });

  beforeAll(async () => {
    await new Promise<void>((done) => counter.listen(0, '127.0.0.1', done));
    const reference = await startReferenceMpp({ keys: await sharedKeys() });
    await reference.close();
    fit = { ...reference.config, target: `http://127.0.0.1:${(counter.address() as AddressInfo).port}` };
  });
  afterAll(() => counter.close());

  /** The sentences of a refusal; nothing was sent, counted or written. */
  async function reasons(change: (config: Loose) => void, ...options: string[]): Promise<string[]> {
    const config = structuredClone(fit);
    change(config);
    const before = asked;
    const { printed, told, code, directory } = await certified(config, '--nonce', 'n', ...options);
    expect({ printed, code, asked }).toEqual({ printed: '', code: 2, asked: before });
    expect(existsSync(join(dirname(directory), ledgerFile))).toBe(false);
    expect(readdirSync(directory)).toEqual([]);
    return lines(told);
  }

  const one = 'This cannot be certified, for one reason; nothing was sent.';

  test('signing that is off', async () => {
    expect(await reasons((config) => delete config.signing)).toEqual([
      one,
      'Signing is off, so that the answers cannot be attributed to the target. Set clientId, signing.privateKey and signing.publicKey.',
    ]);
  });

  test('a result code without its scenario', async () => {
    expect(await reasons(({ scenarios }) => delete scenarios.sendOTP.USER_NOT_EXIST)).toEqual([
      one,
      'scenarios.sendOTP lacks USER_NOT_EXIST. Add values for which the target returns them: scenarios: { sendOTP: { USER_NOT_EXIST: { … }, … } }; or add the requirement to declared if the product never returns them.',
    ]);
  });

  test('a code of any row, unless the row is declared', async () => {
    const without = (config: Loose) => {
      for (const code of ['UNKNOWN_EXCEPTION', 'REQUEST_TRAFFIC_EXCEED_LIMIT', 'EXPIRED_ACCESS_TOKEN']) {
        delete config.scenarios.sendOTP[code];
      }
    };
    const [, lacks] = await reasons(without);
    expect(lacks).toMatch(
      /^scenarios\.sendOTP lacks EXPIRED_ACCESS_TOKEN, REQUEST_TRAFFIC_EXCEED_LIMIT, UNKNOWN_EXCEPTION\. /,
    );
    const [, rest] = await reasons((config) => {
      without(config);
      config.declared = [{ requirement: 'sendOTP/G-24', reason: 'never overloaded', owner: 'o' }];
    });
    expect(rest).toMatch(/^scenarios\.sendOTP lacks EXPIRED_ACCESS_TOKEN\. /);
  });

  test('a waiver that holds longer than a year', async () => {
    const until = `${new Date().getUTCFullYear() + 2}-01-01`;
    const waiver = { requirement: 'OTP-12', owner: 'the OTP team', reason: 'r', until };
    const [, reason] = await reasons((config) => Object.assign(config, { waivers: [waiver] }));
    expect(reason).toContain(`The waiver of sendOTP/OTP-12 ends on ${until}, more than a year ahead.`);
  });

  test('decisions, and whatever a MUST cannot be judged without', async () => {
    const [head, decisions, otp, ...rest] = await reasons(({ scenarios }) => {
      delete scenarios.sendOTP['INVALID_TOKEN:scope'];
      delete scenarios.tokenDigitizeDecision.APPROVED;
      delete scenarios.tokenDigitizeDecision.DECLINED;
    });
    expect(head).toBe('This cannot be certified, for 2 reasons; nothing was sent.');
    expect([decisions, otp].sort()).toEqual([
      'scenarios.sendOTP lacks INVALID_TOKEN:scope. Add values for which the target returns them: scenarios: { sendOTP: { "INVALID_TOKEN:scope": { … }, … } }; or add the requirement to declared if the product never returns them.',
      'scenarios.tokenDigitizeDecision lacks APPROVED, DECLINED. Add values for which the target returns them: scenarios: { tokenDigitizeDecision: { APPROVED: { … }, … } }; or add the requirement to declared if the product never returns them.',
    ]);
    expect(rest).toEqual([]);
  });

  test('less than the config says that the target offers', async () => {
    expect(await reasons(() => {}, '--api', 'sendOTP,sendActivationCode')).toEqual([
      one,
      '--api leaves out tokenActivationNotification, tokenDigitizeDecision, which apis in the config lists. Remove --api.',
    ]);
    expect(await reasons(() => {}, '--only', 'OTP-03')).toEqual([
      one,
      'Only some requirements are selected. Remove --only and --only-failed.',
    ]);
  });

  test('an expired waiver', async () => {
    const waiver = { requirement: 'OTP-12', owner: 'the OTP team', reason: 'r', until: '2020-01-31' };
    expect(await reasons((config) => Object.assign(config, { waivers: [waiver] }))).toEqual([
      one,
      'The waiver of sendOTP/OTP-12 expired on 2020-01-31 (owner: the OTP team). Remove it, or agree on a new date with its owner.',
    ]);
  });

  test('the embedded reference', async () => {
    const { printed, told, code } = await certified({ run: { seed: 1 } });
    expect({ printed, code }).toEqual({ printed: '', code: 2 });
    expect(lines(told)).toEqual([
      one,
      'No target is configured, and the built-in reference cannot be certified. Set target in the config, or use --target.',
    ]);
  });

  test('all of that at once, each with its reason', async () => {
    const told = await reasons(
      (config) => {
        delete config.signing;
        delete config.scenarios.sendOTP.USER_NOT_EXIST;
        config.waivers = ['OTP-12', 'OTP-04'].map((requirement) => {
          return { requirement, owner: 'o', reason: 'r', until: '2020-01-31' };
        });
      },
      ...['--api', 'sendOTP', '--only', 'OTP-03'],
    );
    expect(told[0]).toBe('This cannot be certified, for 6 reasons; nothing was sent.');
    expect(told).toHaveLength(7);
  });

  test.each([
    [['--sign-key'], 'The option --sign-key <file> needs a value. See: npx conformance certify --help'],
    [
      ['--sign-key', '/nowhere.pem'],
      /^--sign-key \/nowhere\.pem cannot be read: .+\. Create one with: openssl genpkey /,
    ],
    [
      ['--sign-key', signer.publicFile],
      /signer\.pub\.pem is not a private key in PEM format\. Create one with: openssl/,
    ],
    [['--nonce', ' '], 'The value of --nonce is empty. Check that the variable on the command line is set.'],
    [['--nonce', 'n', '--seed', '4'], '--nonce determines the seed. Remove --seed.'],
    [['--profile', 'smoke'], 'There is no option --profile. See: npx conformance certify --help'],
    [['--runs', '1'], 'There is no option --runs. See: npx conformance certify --help'],
  ])('%j', async (options, sentence) => {
    const { told, code } = await certified(fit, ...options);
    expect(code).toBe(2);
    expect(lines(told)).toEqual([typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)]);
  });

  test('to sign without a key, or with one of another kind', async () => {
    expect((await run('certify', '--report-dir', newPackage())).told).toBe(
      'conformance: --sign-key is missing: the Ed25519 key that signs the package. Create one with: openssl genpkey -algorithm ed25519 -out signer.pem\n',
    );
    const rsa = join(freshDirectory(), 'rsa.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(rsa, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect((await certified(fit, '--sign-key', rsa)).told).toMatch(
      /is a key of type rsa, but Ed25519 is required\. Create/,
    );
  });
});

describe('no package is made', () => {
  let reference: ReferenceAlipayPlus;
  beforeAll(async () => {
    reference = await startReferenceAlipayPlus({ keys: await sharedKeys() });
  });
  afterAll(() => reference.close());

  const attempts = (directory: string) =>
    readFileSync(join(dirname(directory), ledgerFile), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  test('where nobody answers: exit code 3, and the attempt counts', async () => {
    const config = { ...reference.config, target: 'http://127.0.0.1:9', run: { startMs: 100 } };
    const { told, code, directory } = await certified(config, '--nonce', 'n');
    expect(code).toBe(3);
    expect(told).toBe(
      `conformance: The report is in ${directory}, but it is not a package: see the diagnosis in the report.\n`,
    );
    expect(readdirSync(directory)).toContain('report.json');
    expect(readdirSync(directory)).not.toContain(packageFiles.envelope);
    expect(attempts(directory)).toMatchObject([
      { nonce: 'n', runId: idOf('n', 1) },
      { nonce: 'n', runId: idOf('n', 1), verdict: 'incomplete' },
    ]);
  });

  test('where keys do not fit: exit code 2', async () => {
    const { signing } = reference.config as Loose;
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const stranger = publicKey.export({ type: 'spki', format: 'pem' });
    const config = { ...reference.config, signing: { ...signing, publicKey: stranger } };
    const { printed, code, directory } = await certified(config);
    expect(code).toBe(2);
    expect(printed).toContain('signing.publicKey');
    expect(existsSync(join(directory, packageFiles.envelope))).toBe(false);
  });

  test('where the run is interrupted: exit code 130, and the attempt counts', async () => {
    const broken = createServer(() => process.emit('SIGINT'));
    await new Promise<void>((done) => broken.listen(0, '127.0.0.1', done));
    const target = `http://127.0.0.1:${(broken.address() as AddressInfo).port}`;
    const { told, code, directory } = await certified(
      { ...reference.config, target },
      '--nonce',
      'n',
      '--timeout',
      '500',
    );
    broken.closeAllConnections();
    broken.close();
    expect(code).toBe(130);
    expect(lines(told)).toEqual([
      'Interrupted: writing a partial report. Press Ctrl-C again to quit at once.',
      `The report is in ${directory}, but it is not a package: the run was interrupted.`,
    ]);
    expect(attempts(directory).at(-1)).toMatchObject({ verdict: 'interrupted' });
  });
});
