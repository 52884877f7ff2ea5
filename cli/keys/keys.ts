/** Writes two RSA key pairs into a directory, and prints which side gets which file. */
import { generateKeyPair } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { makeDirectory } from '../run/report-dir.ts';
import { whyNotWritable } from '../terminal/machine-faults.ts';
import { print } from '../terminal/output.ts';
import { UsageError } from '../terminal/usage-error.ts';

const generated = promisify(generateKeyPair);

/** Key size in all examples of Alipay+. */
const bits = 2048;

/** The files: `suite` for the suite, `target` for the side under test. */
const names = ['suite.pem', 'suite-public.pem', 'target.pem', 'target-public.pem'] as const;

/** Creates both pairs; if one of the files already exists, nothing is written. */
export async function makeKeys(directory: string): Promise<void> {
  const path = resolve(directory);
  const taken = names.filter((name) => existsSync(join(path, name)));
  if (taken.length > 0) {
    throw new UsageError(
      `${directory} already has ${taken.join(', ')}, and keys are never overwritten`,
      'Choose another directory: npx conformance keys DIR',
    );
  }
  const [suite, target] = await Promise.all([newPair(), newPair()]);
  await written(path, directory, [
    ['suite.pem', suite.privateKey, 0o600],
    ['suite-public.pem', suite.publicKey, 0o644],
    ['target.pem', target.privateKey, 0o600],
    ['target-public.pem', target.publicKey, 0o644],
  ]);
  await print(guide(directory));
}

interface PemPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

function newPair(): Promise<PemPair> {
  return generated('rsa', {
    modulusLength: bits,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

type KeyFile = readonly [name: (typeof names)[number], text: string, mode: number];

/** Writes all files or none. */
async function written(path: string, directory: string, files: readonly KeyFile[]): Promise<void> {
  const done: string[] = [];
  try {
    await makeDirectory(path);
    for (const [name, text, mode] of files) {
      await writeFile(join(path, name), text, { mode, flag: 'wx' });
      done.push(join(path, name));
    }
  } catch (error) {
    for (const file of done) await rm(file, { force: true });
    throw new UsageError(
      `The keys cannot be written to ${directory}: ${whyNotWritable((error as NodeJS.ErrnoException).code)}`,
      'Choose another directory: npx conformance keys DIR',
    );
  }
}

/** Text that says which side gets which file, with the config lines that use them. */
function guide(directory: string): string {
  const here = relative(process.cwd(), resolve(directory)) || '.';
  const inConfig = (name: string) => stringify(join(here, name).replaceAll('\\', '/')).trim();
  const files = [
    ['suite.pem', 'keep here and secret: the suite signs requests with it'],
    ['suite-public.pem', 'give to the side under test: it verifies these requests with it'],
    ['target.pem', 'give to the side under test, keep secret: it signs its answers with it'],
    ['target-public.pem', 'keep here: the suite verifies the answers with it'],
  ] as const;
  const width = Math.max(...names.map((name) => name.length));
  return [
    `Wrote two RSA key pairs of ${bits} bits to ${here}:`,
    ...files.map(([name, says]) => `  ${name.padEnd(width)}  ${says}`),
    '',
    'Add to conformance.config.yaml (paths are relative to that file):',
    '',
    'clientId: TEST_CONFORMANCE_SUITE   # the side under test knows suite-public.pem by this id',
    'signing:',
    '  mode: required',
    '  keyVersion: "1"',
    `  privateKey: ${inConfig('suite.pem')}`,
    `  publicKey: ${inConfig('target-public.pem')}`,
    '',
    'If the side under test has its own key pair, ignore both target files and set',
    'signing.publicKey to its public key. Keep private keys out of version control.',
  ].join('\n');
}
