/** `certify --since PACKAGE`: what an earlier package covers, and what must be judged again. */

import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { freshDirectory, type MadePackage, madePackage, OpenPackage } from '../support/packages.ts';

const run = commandLine();
let made: MadePackage;
let privateKey: string;

beforeAll(async () => {
  made = await madePackage('one-code-only');
  privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
});

/** A config like that of the package; only the private key of the suite is another one. */
function configLike(edit: Record<string, unknown> = {}): string {
  const { settings } = JSON.parse(readFileSync(join(made.directory, 'config.json'), 'utf8'));
  const users = settings.requests.getPaymentCode.map(({ body }: { body: unknown }) => body);
  const scenarios = settings.scenarios.getPaymentCode.map(({ code, body }: { code: string; body: unknown }) => [
    code,
    body,
  ]);
  const path = join(freshDirectory(), 'config.json');
  const config = {
    role: 'alipayplus',
    target: settings.target,
    clientId: settings.clientId,
    signing: { mode: 'required', keyVersion: '1', privateKey, publicKey: settings.signing.publicKey },
    requests: { getPaymentCode: users },
    scenarios: { getPaymentCode: Object.fromEntries(scenarios) },
    ...edit,
  };
  writeFileSync(path, JSON.stringify(config));
  return path;
}

async function since(directory: string, config: string) {
  const { printed, told, code } = await run('certify', '--since', directory, '--config', config);
  return { said: printed.replace(/\s+/g, ' '), told, code: code ?? 0 };
}

test('what failed must be judged again; the rest is covered', async () => {
  const { said, told, code } = await since(made.directory, configLike());
  expect(code, told).toBe(0);
  expect(said).toMatch(
    /1 requirement must be judged again; nothing was sent\. it was failed \(1\): getPaymentCode\/GPC-05/,
  );
  expect(said).toMatch(/\d\d requirements covered by the evidence of \S+, manifest SHA-256 [0-9a-f]{64}\./);
});

test('after another version of the product nothing is covered', async () => {
  const { said } = await since(made.directory, configLike({ subject: { version: '2.0' } }));
  expect(said).toContain('the version of the product differs (');
  expect(said).toContain('0 requirements covered');
});

test('a package that its evidence does not confirm is no base', async () => {
  const pack = new OpenPackage(made);
  pack.editReport(({ totals }) => Object.assign(totals, { passed: 1 }));
  const { told, code } = await since(pack.directory, configLike());
  expect(told.replace(/\s+/g, ' ')).toContain('is not confirmed by its evidence');
  expect(code).toBe(2);
});
