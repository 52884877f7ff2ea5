/** Certification packages for tests: made against the reference, copied, altered, and sealed again by a dishonest sender. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certify } from '../../cli/certify/certify.ts';
import { type ConfigCopy, readConfigCopy, restored } from '../../cli/certify/config-copy.ts';
import { sealed } from '../../cli/certify/envelope.ts';
import { type Manifest, manifestOf, packageFiles, readManifest } from '../../cli/certify/manifest.ts';
import { seal } from '../../cli/certify/package.ts';
import { renderFiles } from '../../cli/run/publish.ts';
import { recomputed } from '../../cli/verify/recompute.ts';
import { readEvidence, recordOf } from '../../engine/record/evidence.ts';
import type { Report } from '../../engine/report.ts';
import { startReferenceAlipayPlus } from '../../reference/index.ts';
import { json } from '../../reporters/json.ts';

/** A new directory of its own. */
export function freshDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'conformance-'));
}

/** The key pair of whoever signs, as files too. */
export interface SignerKeys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly privateFile: string;
  readonly publicFile: string;
}

/** Makes Ed25519 keys and writes them into a directory. */
export function signerKeys(directory: string, name = 'signer'): SignerKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const privateFile = join(directory, `${name}.pem`);
  const publicFile = join(directory, `${name}.pub.pem`);
  writeFileSync(privateFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(publicFile, publicKey.export({ type: 'spki', format: 'pem' }));
  return { privateKey, publicKey, privateFile, publicFile };
}

/** A package and what its reader knows from elsewhere. */
export interface MadePackage {
  readonly directory: string;
  readonly keys: SignerKeys;
  readonly nonce: string;
}

/** The value of a header that the config of the package adds: a secret of the sender. */
export const gatewaySecret = 'gateway-secret-0815';

/** Certifies the reference Alipay+ with a nonce; it is gone when the package is there. */
export async function madePackage(fault: string | null = null): Promise<MadePackage> {
  const place = freshDirectory();
  const keys = signerKeys(place);
  const directory = join(place, 'package');
  const nonce = 'from the certifier';
  const reference = await startReferenceAlipayPlus({ fault, variant: fault ? null : 'signs-authenticated-only' });
  const config = join(place, 'config.json');
  writeFileSync(
    config,
    JSON.stringify({ ...reference.config, headers: { 'X-Gateway': gatewaySecret }, run: { runs: 2 } }),
  );
  try {
    await certify({ config, nonce, signKey: keys.privateFile, reportDir: directory, reporter: [] }, {});
  } finally {
    await reference.close();
    process.exitCode = 0;
  }
  return { directory, keys, nonce };
}

/** Full evidence as a forger sees it: nothing of it has a type that is kept. */
export interface LooseRecord {
  // biome-ignore lint/suspicious/noExplicitAny: a forger minds no types.
  readonly head: any;
  // biome-ignore lint/suspicious/noExplicitAny: a forger minds no types.
  readonly exchanges: any[];
  // biome-ignore lint/suspicious/noExplicitAny: a forger minds no types.
  readonly requests: any[];
}

/** A value with members of another one laid over it; lists are replaced. */
function merged(value: unknown, edit: unknown): unknown {
  const isTree = (one: unknown): one is object => typeof one === 'object' && one !== null && !Array.isArray(one);
  if (!isTree(value) || !isTree(edit)) return edit;
  const members = Object.entries(edit).map(([name, own]) => [name, merged((value as Loose)[name], own)]);
  return { ...value, ...Object.fromEntries(members) };
}

// biome-ignore lint/suspicious/noExplicitAny: a forger minds no types.
type Loose = any;

/** A package under somebody's hands. */
export class OpenPackage {
  readonly directory: string;

  constructor(private readonly made: MadePackage) {
    this.directory = join(freshDirectory(), 'package');
    cpSync(made.directory, this.directory, { recursive: true });
  }

  path(name: string): string {
    return join(this.directory, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  write(name: string, text: string): void {
    writeFileSync(this.path(name), text);
  }

  get manifest(): Manifest {
    return readManifest(this.read(packageFiles.manifest))!;
  }

  get report(): Report {
    return JSON.parse(this.read('report.json')) as Report;
  }

  /** Changes report.json and nothing else. */
  editReport(edit: (report: Report) => void): void {
    const { report } = this;
    edit(report);
    this.write('report.json', json(report));
  }

  editConfig(edit: (settings: Record<string, unknown>) => void): void {
    const copy = JSON.parse(this.read(packageFiles.config)) as ConfigCopy;
    edit(copy.settings as unknown as Record<string, unknown>);
    this.write(packageFiles.config, `${JSON.stringify(copy, null, 2)}\n`);
  }

  /** Changes the exchanges and the head of full evidence; the lines about requests and the end stay. */
  // biome-ignore lint/suspicious/noExplicitAny: a forger minds no types.
  editEvidence(edit: (lines: any[], head: any) => unknown): void {
    this.editRecord(({ exchanges, head }) => edit(exchanges, head));
  }

  /** Changes anything in full evidence. */
  editRecord(edit: (record: LooseRecord) => unknown): void {
    const [head, ...lines] = this.read(packageFiles.evidence)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
    const isRequest = (line: { id?: string; request?: unknown }) => line.id === undefined && line.request !== undefined;
    const record: LooseRecord = {
      head,
      exchanges: lines.filter(({ id }) => id !== undefined),
      requests: lines.filter(isRequest).map(({ request }) => request),
    };
    const others = lines.filter((line) => line.id === undefined && !isRequest(line));
    edit(record);
    const requests = record.requests.map((request) => ({ request }));
    this.write(
      packageFiles.evidence,
      [head, ...record.exchanges, ...requests, ...others].map((line) => `${JSON.stringify(line)}\n`).join(''),
    );
  }

  /** What a dishonest sender does who holds the key: all files made of the report anew, new digests, a right signature. */
  async sealAgain({ privateKey }: SignerKeys): Promise<void> {
    const { report, manifest } = this;
    for (const [name, text] of Object.entries(await renderFiles(report))) {
      if (name !== 'report.json') this.write(name, text);
    }
    await this.sealOnly(
      privateKey,
      manifestOf({ report, attempts: manifest.attempts, signer: privateKey }, this.contents()),
    );
  }

  /** Writes the report that the suite makes of config and evidence as they are now: what a sender with the code of the suite can do. */
  async recompute(): Promise<void> {
    const evidence = readEvidence(this.read(packageFiles.evidence));
    const settings = readConfigCopy(this.read(packageFiles.config))!;
    const { report } = await recomputed(restored(settings, evidence.exchanges), recordOf(evidence));
    this.write('report.json', json(report));
  }

  /** Seals the manifest of the files as they are, with other members here and there. */
  async sealEdited(edit: object): Promise<void> {
    const { keys } = this.made;
    const own = { report: this.report, attempts: this.manifest.attempts, signer: keys.privateKey };
    await this.sealOnly(keys.privateKey, merged(manifestOf(own, this.contents()), edit) as Manifest);
  }

  /** Says in all parts that another version of the suite made it, as that version would have written it. */
  async madeBy(version: string, set: string | null = null): Promise<void> {
    this.editReport(({ suite }) => Object.assign(suite, { version }));
    this.editEvidence((_, { suite }) => Object.assign(suite, { version }));
    if (set) this.editConfig(({ requirementSet }) => Object.assign(requirementSet as object, { name: set }));
    await this.sealAgain(this.made.keys);
  }

  /** Seals the statement of the package with an edit. */
  async sealStatement(edit: (statement: Loose) => unknown): Promise<void> {
    const { payload } = JSON.parse(this.read(packageFiles.envelope));
    const statement = JSON.parse(Buffer.from(payload, 'base64').toString());
    edit(statement);
    const envelope = sealed(Buffer.from(JSON.stringify(statement)), this.made.keys.privateKey);
    this.write(packageFiles.envelope, `${JSON.stringify(envelope, null, 2)}\n`);
  }

  /** Seals a manifest as it is. */
  async sealOnly(privateKey: KeyObject, manifest: Manifest): Promise<void> {
    await seal(this.directory, manifest, this.report, privateKey);
  }

  contents(): Record<string, Buffer> {
    return Object.fromEntries(Object.keys(this.manifest.files).map((name) => [name, readFileSync(this.path(name))]));
  }
}
