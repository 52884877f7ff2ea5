/** `conformance certify`: what a package holds, and what a nonce fixes. */
import { createHash, verify as verified } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { certify } from '../../cli/certify/certify.ts';
import { requirementsDigest, suiteDigest } from '../../cli/certify/digests.ts';
import { packageFiles } from '../../cli/certify/manifest.ts';
import { idOf, seedOf } from '../../cli/certify/nonce.ts';
import { sourceDigest, sourceFolders } from '../../cli/certify/source-digest.ts';
import { readEvidence } from '../../engine/record/evidence.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { startReferenceAlipayPlus } from '../../reference/index.ts';
import { reporters } from '../../reporters/index.ts';
import { commandLine } from '../support/command-line.ts';
import { readCsv } from '../support/csv.ts';
import { sharedKeys } from '../support/judged.ts';
import { freshDirectory, gatewaySecret, type MadePackage, madePackage, signerKeys } from '../support/packages.ts';

const run = commandLine();

/** The files of the report that a package holds. */
const renderings = Object.values(reporters).flatMap(({ file }) => file ?? []);

/** What is written to stderr meanwhile; the streams are not caught before the first test. */
async function toldBy(step: () => Promise<void>): Promise<string> {
  let told = '';
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation(((text: string) => {
    told += text;
    return true;
  }) as never);
  await step();
  spy.mockRestore();
  process.exitCode = 0;
  return told;
}

// biome-ignore lint/suspicious/noExplicitAny: what JSON holds.
type Parsed = any;

describe('the digest of the suite', () => {
  const checkout = () => {
    const root = freshDirectory();
    for (const folder of sourceFolders) {
      mkdirSync(join(root, folder, 'deep'), { recursive: true });
      writeFileSync(join(root, folder, 'deep/a.ts'), 'one\ntwo\n');
    }
    writeFileSync(join(root, 'README.md'), '');
    return root;
  };

  test('is that of every folder with code, and of nothing else', () => {
    const digest = sourceDigest(checkout());
    expect(sourceDigest(checkout())).toBe(digest);
    for (const folder of sourceFolders) {
      for (const name of ['deep/a.ts', 'b.ts', 'c.tsx', 'd.js', 'e.json', 'f.mjs', 'g.cjs', 'h.mts']) {
        const root = checkout();
        writeFileSync(join(root, folder, name), 'another');
        expect(sourceDigest(root), `${folder}/${name}`).not.toBe(digest);
      }
    }
    const root = checkout();
    writeFileSync(join(root, 'README.md'), 'another');
    expect(sourceDigest(root)).toBe(digest);
  });

  test('does not depend on line ends, and a folder that is not there is none', () => {
    const [unix, windows] = [checkout(), checkout()];
    writeFileSync(join(windows, 'cli/deep/a.ts'), 'one\r\ntwo\r\n');
    expect(sourceDigest(windows)).toBe(sourceDigest(unix));
    rmSync(join(unix, 'contract'), { recursive: true });
    expect(sourceDigest(unix)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('covers the code that every verdict comes from', () => {
    expect(sourceFolders).toEqual(
      expect.arrayContaining(['cli', 'contract', 'engine', 'generated', 'reporters', 'simulator', 'suites']),
    );
    expect(suiteDigest()).toBe(sourceDigest(join(import.meta.dirname, '../..')));
  });
});

describe('a package', () => {
  let made: MadePackage;
  let read: (name: string) => string;
  let manifest: Parsed;

  beforeAll(async () => {
    made = await madePackage();
    read = (name) => readFileSync(join(made.directory, name), 'utf8');
    manifest = JSON.parse(read(packageFiles.manifest));
  });

  test('holds report, full evidence and config, and nothing that its manifest does not name', () => {
    const named = ['config.json', 'full-evidence.ndjson', ...renderings].sort();
    expect(Object.keys(manifest.files).sort()).toEqual(named);
    expect(readdirSync(made.directory).sort()).toEqual([...named, packageFiles.manifest, packageFiles.envelope].sort());
  });

  test('names the digest of each of them, of suite, specification, requirements and config', () => {
    const digest = (name: string) =>
      createHash('sha256')
        .update(readFileSync(join(made.directory, name)))
        .digest('hex');
    for (const [name, { bytes, sha256 }] of Object.entries<Parsed>(manifest.files)) {
      expect({ name, bytes, sha256 }).toEqual({
        name,
        bytes: statSync(join(made.directory, name)).size,
        sha256: digest(name),
      });
    }
    const report = JSON.parse(read('report.json'));
    expect(manifest).toMatchObject({
      suite: { ...report.suite, digest: suiteDigest() },
      spec: report.spec,
      requirements: { digest: requirementsDigest() },
      config: { digest: digest('config.json') },
      run: { id: report.run.id, seed: report.run.seed, nonce: made.nonce, verdict: 'conformant', exitCode: 0 },
    });
  });

  test('is signed in a DSSE envelope that anyone can check with a few lines', () => {
    const envelope = JSON.parse(read(packageFiles.envelope));
    const payload = Buffer.from(envelope.payload, 'base64');
    expect(envelope.payloadType).toBe('application/vnd.in-toto+json');
    const signed = Buffer.concat([Buffer.from(`DSSEv1 28 application/vnd.in-toto+json ${payload.length} `), payload]);
    const [{ sig }] = envelope.signatures;
    expect(verified(null, signed, made.keys.publicKey, Buffer.from(sig, 'base64'))).toBe(true);
  });

  test('signs an in-toto statement with the test-result predicate, which any reader of in-toto understands', () => {
    const statement = JSON.parse(Buffer.from(JSON.parse(read(packageFiles.envelope)).payload, 'base64').toString());
    const digest = createHash('sha256').update(read(packageFiles.manifest)).digest('hex');
    expect(Object.keys(statement)).toEqual(['_type', 'subject', 'predicateType', 'predicate']);
    expect(statement).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'manifest.json', digest: { sha256: digest } }],
      predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
      predicate: { result: 'PASSED', warnedTests: [], failedTests: [], url: manifest.target.url },
    });
    const { configuration, passedTests } = statement.predicate;
    expect(passedTests).toHaveLength(JSON.parse(read('report.json')).totals.passed);
    expect(configuration.map(({ name }: Parsed) => name)).toEqual([
      'config.json',
      'alipayplus-conformance@0.1.0',
      'specification 1.0.0',
      'requirements',
    ]);
    for (const one of configuration) expect(one.digest.sha256).toMatch(/^[0-9a-f]+$/);
  });

  test('has a table of all cases for a spreadsheet, most with their request and answer', () => {
    const [head, ...lines] = readCsv(read('evidence.csv'));
    const { requirements } = JSON.parse(read('report.json'));
    expect(lines).toHaveLength(
      requirements.reduce((sum: number, { checks }: Parsed) => sum + Math.max(1, checks.length), 0),
    );
    const judged = lines.filter((cells) => cells[head!.indexOf('exchange')] !== '');
    const shown = judged.filter((cells) => /^POST \/.*HTTP 200/.test(cells.slice(8, 10).join(' ')));
    expect(shown.length).toBeGreaterThan(judged.length / 2);
  });

  test('shows its unredacted part to its owner alone', () => {
    const mode = (name: string) => statSync(join(made.directory, name)).mode & 0o777;
    expect([mode(packageFiles.evidence), mode(packageFiles.config)]).toEqual([0o600, 0o600]);
    const user = 'mppUser0000000000001';
    const { exchanges } = readEvidence(read(packageFiles.evidence));
    expect(exchanges).toHaveLength(JSON.parse(read('report.json')).run.requests);
    expect(exchanges.some(({ request }) => Buffer.from(request.body).includes(user))).toBe(true);
    expect(renderings).toContain('report.html');
    for (const name of renderings) expect(read(name)).not.toContain(user);
  });

  test('has a config without secrets of the suite', () => {
    const { settings } = JSON.parse(read(packageFiles.config));
    expect(settings.headers).toEqual({ 'X-Gateway': '(withheld)' });
    expect(settings.signing.privateKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    for (const name of readdirSync(made.directory)) {
      expect(read(name)).not.toContain('PRIVATE KEY');
      if (name !== packageFiles.evidence) expect(read(name)).not.toContain(gatewaySecret);
    }
  });

  test('is never written over', async () => {
    const { told, code } = await run(
      ...['certify', '--sign-key', made.keys.privateFile, '--report-dir', made.directory],
    );
    expect(told).toBe(
      `conformance: ${made.directory} already contains a package. Choose another directory with --report-dir, or move the package.\n`,
    );
    expect(code).toBe(2);
  });

  test('without a signature on any answer is called weaker evidence', async () => {
    const unsigned = await madePackage('answers-unsigned');
    const { printed, code } = await run('verify', unsigned.directory, '--public-key', unsigned.keys.publicFile);
    expect(code).toBe(0);
    expect(printed.replace(/\s+/g, ' ')).toMatch(
      /signed answers: 0 of (\d+), with the key SHA-256 [0-9a-f]{64} unsigned answers: \1: they are weaker evidence, because anyone with access to the file could have written them/,
    );
  });
});

describe('a nonce', () => {
  const nonce = 'drawn by the certifier';
  const directories: string[] = [];
  const told: string[] = [];

  beforeAll(async () => {
    const reference = await startReferenceAlipayPlus({ keys: await sharedKeys() });
    const place = freshDirectory();
    const signKey = signerKeys(place).privateFile;
    const config = join(place, 'config.json');
    writeFileSync(config, JSON.stringify({ ...reference.config, run: { runs: 2, concurrency: 1 } }));
    for (const name of ['first', 'second']) {
      const reportDir = join(place, name);
      directories.push(reportDir);
      told.push(await toldBy(() => certify({ config, nonce, signKey, reportDir, reporter: [] }, {})));
    }
    await reference.close();
  });

  const opened = (directory: string) => ({
    manifest: JSON.parse(readFileSync(join(directory, packageFiles.manifest), 'utf8')),
    exchanges: readEvidence(readFileSync(join(directory, packageFiles.evidence), 'utf8')).exchanges,
  });

  test('fixes seed, run id and every request in its order', () => {
    const [first, second] = directories.map(opened);
    expect([first!.manifest.run, second!.manifest.run]).toMatchObject([
      { seed: seedOf(nonce), id: idOf(nonce, 1) },
      { seed: seedOf(nonce), id: idOf(nonce, 2) },
    ]);
    expect(first!.exchanges.length).toBeGreaterThan(100);
    const sent = ({ exchanges, manifest }: typeof first & {}) => exchanges.map((one) => timeless(one, manifest.run.id));
    expect(sent(second!)).toEqual(sent(first!));
  });

  test('counts the attempts, and shows them', async () => {
    expect(told.map((text) => text)).toEqual([
      `conformance: Package written to ${directories[0]}. Check it with: npx conformance verify ${directories[0]}\n`,
      `conformance: Package written to ${directories[1]}, attempt 2 with this nonce. Check it with: npx conformance verify ${directories[1]}\n`,
    ]);
    expect(opened(directories[1]!).manifest.attempts).toEqual([
      { attempt: 1, runId: idOf(nonce, 1), startedAt: expect.any(String), verdict: 'conformant' },
      { attempt: 2, runId: idOf(nonce, 2), startedAt: expect.any(String), verdict: 'conformant' },
    ]);
    const { printed, code } = await run('verify', directories[1]!, '--nonce', nonce);
    expect(printed).toContain(`  nonce ${nonce}, attempt 2\n`);
    expect(printed).toContain('attempt 2 with this nonce, according to the sender');
    expect(code).toBe(0);
  });

  /** What a request is but for its time, signature and run id. */
  function timeless({ operation, request }: Exchange, id: string): unknown {
    const text = (value: string | Uint8Array) =>
      Buffer.from(value as string)
        .toString('latin1')
        .replaceAll(id, 'RUN');
    const headers = request.headers.filter(([name]) => !/^(signature|request-time)$/i.test(name));
    return [
      operation,
      request.method,
      request.path,
      headers.map(([name, value]) => [name, text(value)]),
      text(request.body),
    ];
  }
});
