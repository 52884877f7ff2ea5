/** A reference MPP with keys for tests of the doctor, and how a planted misconfiguration is checked: by the doctor, and by a run. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { examine } from '../../cli/doctor/doctor.ts';
import { exitCodeOf, type Finding } from '../../cli/doctor/finding.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import { UsageError } from '../../cli/terminal/usage-error.ts';
import { type Keys, newKeys, type ReferenceMpp, startReferenceMpp } from '../../reference/index.ts';
import type { StandIn } from './stand-ins.ts';

/** A config before it is checked. */
export type Json = Record<string, unknown>;

/** The server that configs point to, and the keys that it was started with; set before the first test. */
export const served = {} as { reference: ReferenceMpp; keys: Keys };

/** Servers that are closed after each test. */
export const open: { close(): Promise<void> }[] = [];

const proxyVariables = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];

/** Starts the reference for the tests of a file, and cleans up after each of them. */
export function useReference(): void {
  const before = Object.fromEntries(proxyVariables.map((name) => [name, process.env[name]]));
  beforeAll(async () => {
    served.keys = await newKeys();
    served.reference = await startReferenceMpp({ keys: served.keys });
  });
  afterAll(() => served.reference.close());
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.close()));
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
}

/** URL of a server that is closed after the test. */
export async function standIn(starting: Promise<StandIn>): Promise<string> {
  const started = await starting;
  open.push(started);
  return started.url;
}

/** A new RSA key pair as PEM. */
export const rsa = (modulusLength: number) =>
  generateKeyPairSync('rsa', {
    modulusLength,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

/** The config that fits the reference, one API, with changes. */
export function config(changes: Json = {}, signing: Json = {}): Json {
  const right = served.reference.config as Json & { signing: Json };
  const run = { seed: 1, timeoutMs: 1500 };
  return { ...right, apis: ['sendOTP'], run, ...changes, signing: { ...right.signing, ...signing } };
}

/** A misconfiguration and what it must be called. */
export interface Plant {
  readonly name: string;
  readonly plant: () => Json | Promise<Json>;
  /** The fault that must be named first. */
  readonly code: string;
  /** Exit code of the doctor and of a run. */
  readonly exit: 2 | 3;
}

/** Checks that the doctor names the planted fault first, and that a run ends with the same diagnosis and judges nothing. */
export async function isNamed({ plant, code, exit }: Plant): Promise<void> {
  const planted = await plant();
  const findings = await examine({ config: planted as never }, process.env);
  const faults = findings.filter(({ level }) => level === 'fault');
  expect(faults.map((fault) => fault.code).slice(0, 1)).toEqual([code]);
  expect(exitCodeOf(findings)).toBe(exit);
  expect(faults.every(hasSentences)).toBe(true);
  expect(await endOfRun(planted)).toEqual({ exit, code, failed: 0 });
}

function hasSentences({ says, cure }: Finding): boolean {
  return /\S[.?!]$/.test(says) && /^[A-Z“"`].*/.test(cure);
}

/** How a run ends: its exit code, its first diagnosis, and how many requirements it calls failed. */
export async function endOfRun(planted: Json): Promise<{ exit: number; code: string | undefined; failed: number }> {
  try {
    const prepared = await prepareRun({ config: planted as never });
    const report = await runConformance(prepared.settings, {});
    return { exit: report.run.exitCode, code: report.diagnosis[0]?.code, failed: report.totals.failed };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { exit: 2, code: 'faults' in error ? 'several' : error.code, failed: 0 };
  }
}
