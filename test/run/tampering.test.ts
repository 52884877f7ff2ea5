/** The tampering table: each way to tamper with a package is named by `verify`, or listed as what cannot be detected, and then not claimed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { planFor } from '../../cli/run/run-conformance.ts';
import { commandLine } from '../support/command-line.ts';
import { type MadePackage, madePackage, OpenPackage } from '../support/packages.ts';
import {
  answers,
  files,
  record,
  settings,
  stalling,
  statements,
  type Tampering,
  wordOfSender,
} from '../support/tamperings.ts';

const run = commandLine();

let made: MadePackage;
let targetKey: string;

beforeAll(async () => {
  made = await madePackage();
  const { settings: own } = JSON.parse(readFileSync(join(made.directory, 'config.json'), 'utf8'));
  targetKey = `${made.directory}.target.pem`;
  writeFileSync(targetKey, own.signing.publicKey);
});

/** What is printed, on one line, and the exit code. */
async function verified({ directory }: OpenPackage): Promise<{ said: string; told: string; code: number }> {
  const options = ['--public-key', made.keys.publicFile, '--nonce', made.nonce, '--target-key', targetKey];
  const { printed, told, code } = await run('verify', directory, ...options);
  return { said: printed.replace(/\s+/g, ' '), told, code: code! };
}

async function tampered({ does, seals }: Tampering): Promise<OpenPackage> {
  const pack = new OpenPackage(made);
  await does(pack);
  if (seals === 'recomputed') await pack.recompute();
  if (seals === 'again' || seals === 'recomputed') await pack.sealAgain(made.keys);
  return pack;
}

const tables = { answers, 'the word of the sender': wordOfSender, settings, record, statements, files, stalling };

test('the table is long enough, and the untouched package is verified', async () => {
  const all = Object.values(tables).flat();
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(stalling.length).toBeGreaterThanOrEqual(10);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(
    await planFor({ ...JSON.parse(readFileSync(join(made.directory, 'config.json'), 'utf8')).settings }),
  ).not.toEqual([]);
  const { said, code } = await verified(new OpenPackage(made));
  expect(code, said).toBe(0);
  expect(said).not.toContain('vouches for itself');
});

for (const [name, table] of Object.entries(tables))
  describe(name, () => {
    test.each(table)('$name', async (tampering) => {
      const { said, told, code } = await verified(await tampered(tampering));
      const { found, says } = tampering;
      if (says) expect(said).toMatch(says);
      expect(said + told).not.toMatch(/\u001b|\u0007|npx evil|npx \S+@/);
      if (found === 'usage') expect(told).toMatch(/^conformance: .* (is not a package|and is not a package)/);
      else if (found !== 'printed' && found !== 'undetectable') expect(said).toContain(`✗ ${found}: `);
      if (found === 'undetectable') expect(said).toContain("sender's word: ");
      else if (found !== 'printed') expect(code).toBeGreaterThan(0);
    });
  });

test('what cannot be detected is listed in the documentation', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/certification.md'), 'utf8');
  const hidden = Object.values(tables)
    .flat()
    .filter(({ found }) => found === 'undetectable');
  expect(hidden.length).toBeGreaterThan(5);
  for (const { name } of hidden) expect(docs).toContain(`| ${name} |`);
});
