/** The keys of the built-in reference, kept between runs in the user's cache: making them takes as long as a third of a run. */
import { createPublicKey, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Keys } from '../../reference/index.ts';

/** The file of the keys, in the cache folder of this user. They sign between two parts of one process, and nothing else. */
export function keysFile(env: NodeJS.ProcessEnv = process.env): string {
  const caches = env.XDG_CACHE_HOME || env.LOCALAPPDATA || join(homedir() || tmpdir(), '.cache');
  return join(caches, 'alipayplus-conformance', 'embedded-keys.json');
}

/** The keys of the last run, or new ones where there are none that can be read; a cache that cannot be written is no fault. */
export async function embeddedKeys(create: () => Promise<Keys>, file: string = keysFile()): Promise<Keys> {
  const kept = await readKeys(file);
  if (kept !== null) return kept;
  const keys = await create();
  await keep(keys, file).catch(() => {});
  return keys;
}

async function readKeys(file: string): Promise<Keys | null> {
  try {
    const { mpp, alipayplus } = JSON.parse(await readFile(file, 'utf8')) as Keys;
    return { mpp: checked(mpp.privateKey), alipayplus: checked(alipayplus.privateKey) };
  } catch {
    return null;
  }
}

/** A pair from its private half; throws for what is no RSA key of 2048 bits. */
function checked(privateKey: string): Keys['mpp'] {
  const key = createPublicKey(privateKey);
  if (key.asymmetricKeyDetails?.modulusLength !== 2048) throw new Error('no key of this suite');
  return { privateKey, publicKey: key.export({ type: 'spki', format: 'pem' }).toString() };
}

/** Written beside and renamed, so that a run that starts meanwhile reads all or nothing. */
async function keep(keys: Keys, file: string): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, JSON.stringify(keys), { mode: 0o600, flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
