/** `conformance send`: one signed call, its answer, what was signed and how the answer's signature was read. */
import { execFile } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readSignatureHeader, signatureReadings, verifies } from '../../engine/wire/signing.ts';
import { startReferenceAlipayPlus, startReferenceMpp } from '../../reference/index.ts';
import { commandLine } from '../support/command-line.ts';
import { sharedKeys } from '../support/judged.ts';
import { freshDirectory } from '../support/packages.ts';
import { closedPort } from '../support/stand-ins.ts';

const run = commandLine();

// biome-ignore lint/suspicious/noExplicitAny: a test changes what it likes.
type Loose = any;

/** A config file, changed from one that fits. */
function written(config: Loose): string {
  const path = join(freshDirectory(), 'config.json');
  writeFileSync(path, JSON.stringify(config));
  return path;
}

/** Serves the reference MPP while `use` runs with its config. */
async function withMpp(use: (config: Loose) => Promise<void>, fault: readonly string[] = []): Promise<void> {
  const reference = await startReferenceMpp({ apis: ['sendOTP'], fault, keys: await sharedKeys() });
  try {
    await use(reference.config);
  } finally {
    await reference.close();
  }
}

/** The lines of a part of the text, without their indentation. */
function part(text: string, title: string): string[] {
  const [, after = ''] = text.split(`\n${title}\n`);
  return (after.split('\n\n')[0] ?? '').split('\n').map((line) => line.slice(2));
}

describe('one call', () => {
  test('is signed over the text that is shown, and its answer verifies', () =>
    withMpp(async (config) => {
      const { printed, code } = await run('send', 'sendOTP', '--config', written(config), '--unredacted');
      expect(code).toBe(0);
      const value = /^ {2}Signature: (.*)$/m.exec(printed)![1]!;
      const content = Buffer.from(part(printed, 'Signed text').join('\n'));
      const key = createPublicKey(config.signing.privateKey);
      const [reading] = signatureReadings(readSignatureHeader(value)!.signature, key);
      expect(verifies(content, key, reading!.bytes)).toBe(true);
      expect(part(printed, 'Answer')[0]).toMatch(/^S\/SUCCESS \(HTTP 200, \d+ ms\)$/);
      expect(part(printed, 'Signature of the answer')).toEqual([
        'It verifies with signing.publicKey; written as base64, URL-encoded.',
      ]);
      expect(printed).toContain('This call may have reached a person: messages sent to people: sendOTP 1.');
    }));

  test('has a curl line that the target accepts as it stands', () =>
    withMpp(async (config) => {
      const { printed } = await run('send', 'sendOTP', '--config', written(config), '--unredacted');
      const line = printed.trimEnd().split('\n').at(-1)!.trim();
      const { stdout } = await promisify(execFile)('bash', ['-c', line]);
      expect(stdout).toContain('"resultCode":"SUCCESS"');
    }));

  test('shows no token, id or signature by default, those of the command line included', () =>
    withMpp(async (config) => {
      const args = ['--set', 'accessToken=a-token-of-mine', '--set', 'acquirerId:=null'];
      const { printed } = await run('send', 'sendOTP', '--config', written(config), ...args);
      expect(printed).toContain('"acquirerId":null');
      expect(printed).toContain('‹accessToken:');
      for (const secret of ['a-token-of-mine', config.clientId]) expect(printed).not.toContain(secret);
      expect(printed).not.toMatch(/[\w+/%]{200}/);
      expect(printed).toContain('this one was not accepted');
    }));
});

describe('one call, as the options describe it,', () => {
  test('is that of a scenario, or of another user, and has the fields that are set', () =>
    withMpp(async (config) => {
      const path = written(config);
      const scenario = await run('send', 'sendOTP', '--config', path, '--scenario', 'USER_NOT_EXIST');
      expect(part(scenario.printed, 'Answer')[0]).toMatch(/^F\/USER_NOT_EXIST /);
      const { printed } = await run('send', 'sendOTP', '--config', path, '--user', '1', '--unredacted');
      expect(printed).toContain(JSON.stringify(config.requests.sendOTP[1].accessToken));
      const typed = await run('send', 'sendOTP', '--config', path, '--set', 'verifyType:={"a":1}', '--set', 'x.y=2');
      expect(typed.printed).toContain('"verifyType":{"a":1},"x":{"y":"2"}');
      expect(part(typed.printed, 'Answer')[0]).toMatch(/^F\/PARAM_ILLEGAL /);
      expect(typed.code).toBe(0);
    }));

  test('of getPaymentCode goes to Alipay+, and of a token API follows the call that introduces its token', async () => {
    const reference = await startReferenceAlipayPlus({ keys: await sharedKeys() });
    const { printed } = await run('send', 'getPaymentCode', '--config', written(reference.config));
    await reference.close();
    expect(part(printed, 'Answer')[0]).toMatch(/^S\/SUCCESS /);
    expect(printed).not.toContain('may have reached a person');
    const { printed: token, code } = await run('send', 'tokenActivationNotification', '--embedded');
    expect(token).toMatch(/^tokenActivationNotification to the built-in reference.*\nafter \d+ calls? that introduced/);
    expect(part(token, 'Answer')[0]).toMatch(/^S\/SUCCESS /);
    expect(code).toBe(0);
    const set = ['--set', 'tokenReferenceId=mine'];
    expect((await run('send', 'tokenActivationNotification', '--embedded', ...set)).printed).not.toContain(
      'introduced',
    );
  });
});

describe('the signature of the answer', () => {
  test.each<[string, RegExp]>([
    ['answer-signature-raw-base64', /^It verifies .* not URL-encoded: G-07 fails\.$/],
    ['answer-signed-over-request-body', /^The signature of the answer is made over the body of the request.*/],
    ['answer-signed-without-line-feed', /^The signature of the answer is made with.*|.*line feed/],
    ['answers-unsigned', /^The answer is not signed\.$/],
    ['response-time-without-signature', /^It cannot be verified: Response-Time without Signature\.$/],
  ])('with %s is read: %s', (fault, says) =>
    withMpp(
      async (config) => {
        // That one signs what it answers to a client whom it knows.
        const stranger = fault === 'response-time-without-signature' ? { clientId: 'TEST_STRANGER' } : {};
        const { printed, code } = await run('send', 'sendOTP', '--config', written({ ...config, ...stranger }));
        expect(part(printed, 'Signature of the answer')[0]).toMatch(says);
        expect(code).toBe(0);
      },
      [fault],
    ),
  );

  test('with another key, or none of ours, is told', () =>
    withMpp(async (config) => {
      const { signing } = config;
      const other = createPublicKey(signing.privateKey).export({ type: 'spki', format: 'pem' });
      const wrong = { ...config, signing: { ...signing, publicKey: other } };
      expect(await run('send', 'sendOTP', '--config', written(wrong))).toMatchObject({ code: 2 });
      const off = await run('send', 'sendOTP', '--config', written({ ...config, signing: { mode: 'off' } }));
      expect(part(off.printed, 'Signed text')).toEqual(['Nothing: signing is off.']);
      expect(part(off.printed, 'Answer')[0]).toMatch(/^F\/INVALID_SIGNATURE/);
      expect(off.code).toBe(0);
    }));
});

describe('what is not sent', () => {
  test('has one sentence and exit code 2', () =>
    withMpp(async (config) => {
      const path = written(config);
      const none = written({ ...config, limits: { sendOTP: { perFixture: 3, restMs: 0, maxSends: 0 } } });
      for (const [args, says] of [
        [['sendOtp', '--config', path], 'No API is named "sendOtp". Did you mean "sendOTP"?'],
        [['sendOTP'], 'There is no target to send sendOTP to.'],
        [['sendOTP', '--config', path, '--scenario', 'USER_NOT'], 'The config has no scenario USER_NOT for sendOTP.'],
        [['sendOTP', '--config', path, '--user', '99'], 'There is no user 99 in requests.sendOTP.'],
        [['sendOTP', '--config', path, '--set', 'accessToke=1'], 'sendOTP has no field "accessToke". Did you mean'],
        [['sendOTP', '--config', path, '--set', 'verifyType:=x'], '--set verifyType:= needs JSON.'],
        [['sendOTP', '--config', path, '--set', 'verifyType'], '--set needs a field and a value.'],
        [['sendOTP', '--config', none], 'limits.sendOTP allows no message to this user.'],
      ] as const) {
        const { printed, told, code } = await run('send', ...args);
        expect({ printed, code }, says).toEqual({ printed: '', code: 2 });
        expect(told).toContain(says);
      }
    }));

  test('to a production host is refused before anything is sent', async () => {
    const target = 'https://open.alipayplus.com';
    const { told, code } = await run('send', 'getPaymentCode', '--target', target);
    expect(code).toBe(2);
    expect(told).toContain('open.alipayplus.com is a host of Alipay+');
  });

  test('because nobody listens ends with exit code 3', async () => {
    const { printed, code } = await run('send', 'sendOTP', '--target', `http://127.0.0.1:${await closedPort()}`);
    expect(part(printed, 'Answer')[0]).toMatch(/^None: refused, /);
    expect(code).toBe(3);
  });
});
