/** Keys of the built-in reference: made once, read by the next run, never readable by others, and made anew where the file is no good. */
import { createPublicKey } from 'node:crypto';
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { embeddedKeys, keysFile } from '../../cli/run/embedded-keys.ts';
import { newKeys } from '../../reference/index.ts';

const folder = () => mkdtemp(join(tmpdir(), 'embedded-keys-'));
const never = () => Promise.reject(new Error('made anew'));

test('are made once and read again by the next run', async () => {
  const file = join(await folder(), 'cache', 'keys.json');
  const made = await embeddedKeys(newKeys, file);
  expect(await embeddedKeys(never, file)).toEqual(made);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(createPublicKey(made.mpp.privateKey).export({ type: 'spki', format: 'pem' })).toBe(made.mpp.publicKey);
});

test.each([
  ['no JSON', '{'],
  ['JSON null', 'null'],
  ['keys that are no keys', JSON.stringify({ mpp: { privateKey: 'x' }, alipayplus: { privateKey: 'x' } })],
  ['one key only', null],
])('are made anew for a file with %s', async (_name, text) => {
  const file = join(await folder(), 'keys.json');
  const old = await newKeys();
  await writeFile(file, text ?? JSON.stringify({ mpp: old.mpp }));
  const made = await embeddedKeys(newKeys, file);
  expect(made.mpp).not.toEqual(old.mpp);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(made);
});

test('are used although they cannot be kept', async () => {
  const inTheWay = join(await folder(), 'file');
  await writeFile(inTheWay, '');
  const made = await embeddedKeys(newKeys, join(inTheWay, 'cache', 'keys.json'));
  expect(made.mpp.privateKey).toContain('PRIVATE KEY');
});

test('stand in the cache folder that the environment names', () => {
  expect(keysFile({ XDG_CACHE_HOME: '/caches' })).toBe(join('/caches', 'alipayplus-conformance', 'embedded-keys.json'));
});
