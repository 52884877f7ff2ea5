/** `conformance keys`: two pairs that fit each other, private ones for the owner alone, and nothing ever overwritten. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { commandLine } from '../support/command-line.ts';

const run = commandLine();
let place = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'conformance-keys-'));
  vi.spyOn(process, 'cwd').mockReturnValue(place);
});

const files = ['suite-public.pem', 'suite.pem', 'target-public.pem', 'target.pem'];
const halves = (directory: string, name: string) =>
  [
    createPublicKey(createPrivateKey(readFileSync(join(directory, `${name}.pem`), 'utf8'))),
    createPublicKey(readFileSync(join(directory, `${name}-public.pem`), 'utf8')),
  ] as const;

test('makes two different pairs of 2048 bits, and no file is readable by others that must not be', async () => {
  const { code, told } = await run('keys', join(place, 'a/b'));
  expect({ code, told }).toEqual({ code: 0, told: '' });
  expect(readdirSync(join(place, 'a/b')).sort()).toEqual(files);
  const [suite, target] = ['suite', 'target'].map((name) => halves(join(place, 'a/b'), name));
  for (const [own, shown] of [suite!, target!]) {
    expect(own.equals(shown)).toBe(true);
    expect(own.asymmetricKeyDetails?.modulusLength).toBe(2048);
  }
  expect(suite![0].equals(target![0])).toBe(false);
  for (const name of ['suite.pem', 'target.pem']) expect(statSync(join(place, 'a/b', name)).mode & 0o777).toBe(0o600);
});

test('says which half goes to whom, and the lines to paste are a config that loads them', async () => {
  const { printed } = await run('keys');
  for (const [name, who] of [
    ['suite.pem', 'keep here and secret'],
    ['suite-public.pem', 'give to the side under test'],
    ['target.pem', 'give to the side under test, keep secret'],
    ['target-public.pem', 'keep here'],
  ]) {
    expect(printed).toMatch(new RegExp(`^  ${name} +${who}`, 'm'));
  }
  const yaml = /^clientId[\s\S]*?(?=\n\n)/m.exec(printed)?.[0] ?? '';
  expect(parse(yaml).signing).toMatchObject({ privateKey: 'keys/suite.pem', publicKey: 'keys/target-public.pem' });
  writeFileSync(join(place, 'conformance.config.yaml'), `target: http://127.0.0.1:9\n${yaml}\n`);
  const planned = await run('--dry-run', '--only', 'OTP-03', '--config', join(place, 'conformance.config.yaml'));
  expect(planned).toMatchObject({ code: 0, told: '' });
  expect(printed).not.toContain('-----BEGIN');
});

test.each(files)('overwrites nothing: %s exists', async (name) => {
  mkdirSync(join(place, 'keys'));
  writeFileSync(join(place, 'keys', name), 'mine');
  expect(await run('keys')).toEqual({
    printed: '',
    told: `conformance: keys already has ${name}, and keys are never overwritten. Choose another directory: npx conformance keys DIR\n`,
    code: 2,
  });
  expect(readdirSync(join(place, 'keys'))).toEqual([name]);
  expect(readFileSync(join(place, 'keys', name), 'utf8')).toBe('mine');
});

test('a directory that is a file is a sentence', async () => {
  writeFileSync(join(place, 'keys'), '');
  expect(await run('keys')).toEqual({
    printed: '',
    told: 'conformance: The keys cannot be written to keys: it is a file, or it is inside one. Choose another directory: npx conformance keys DIR\n',
    code: 2,
  });
});

test('what was written is taken away again where the rest cannot be', async () => {
  mkdirSync(join(place, 'keys'), { recursive: true });
  // A dangling link is no file yet, and no file can be made through it.
  symlinkSync(join(place, 'nowhere/x'), join(place, 'keys/target.pem'));
  const { code, told } = await run('keys');
  expect(code).toBe(2);
  expect(told).toMatch(/^conformance: The keys cannot be written to keys: /);
  expect(existsSync(join(place, 'keys/suite.pem'))).toBe(false);
});
