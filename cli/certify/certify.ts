/** `conformance certify`: refuses settings that cannot be certified, runs the suite, and writes the package. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../engine/report.ts';
import type { RunIdentity } from '../../engine/request/request-spec.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { shortKeyWarnings } from '../config/key-text.ts';
import type { CertifyOptions } from '../options.ts';
import { withProof } from '../prove/prove.ts';
import { interruptSignal } from '../run/interrupt.ts';
import { prepareRun } from '../run/prepare.ts';
import { publish, renderFiles, reportersNamed } from '../run/publish.ts';
import { prepareReportDir, writeWhole } from '../run/report-dir.ts';
import { holdingReportDirs } from '../run/report-lock.ts';
import { runWithProgress } from '../run/run-command.ts';
import { requestOf } from '../run/run-options.ts';
import { uncheckedCertificates } from '../terminal/environment.ts';
import { printError } from '../terminal/output.ts';
import { UsageError, UsageErrors } from '../terminal/usage-error.ts';
import { suiteDigest } from './digests.ts';
import { signKeyAt } from './envelope.ts';
import { type Attempt, attemptsWith, ledgerBeside, noteBegin, noteEnd } from './ledger.ts';
import { packageFiles } from './manifest.ts';
import { idOf, seedOf } from './nonce.ts';
import { writePackage } from './package.ts';
import { refusals } from './refusals.ts';
import { requirementSetFor } from './requirement-set.ts';

/** Directory of the package where none is given. */
const defaultDirectory = 'conformance-package';

/** Executes the `certify` command. */
export async function certify(options: CertifyOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const printed = await reportersNamed(options.reporter ?? ['console']);
  const nonce = nonceOf(options);
  if (options.signKey === undefined) throw withoutKey;
  const signer = signKeyAt(options.signKey);
  // Computed now, because in a checkout the sources may change during the run.
  suiteDigest();
  const directory = await emptyPackage(options.reportDir ?? defaultDirectory);
  await holdingReportDirs([directory], () => certifyInto(directory, { printed, nonce, signer }, options, env));
}

interface Certifying {
  readonly printed: readonly string[];
  readonly nonce: string | null;
  readonly signer: ReturnType<typeof signKeyAt>;
}

async function certifyInto(
  directory: string,
  { printed, nonce, signer }: Certifying,
  options: CertifyOptions,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  // The built-in reference is refused below, together with all other reasons.
  const request = await requestOf(options, { ...env, CI: undefined });
  // The profile is set to certify after all reasons for a refusal have been reported together.
  const overrides = { ...request.overrides, run: { ...request.overrides?.run, profile: 'gate' as const } };
  const prepared = await prepareRun({ ...request, overrides, keepsExpired: true });
  try {
    const settings = { ...prepared.settings, requirementSet: requirementSetFor(prepared.settings.role, options.set) };
    refuseUnfit(settings);
    for (const warning of [...shortKeyWarnings(settings), ...uncheckedCertificates(env)]) printError(warning);
    const start = await begun(settings, nonce, ledgerBeside(directory));
    const { report: ran, evidenceFault } = await runWithProgress(start.settings, env, directory, start.identity);
    const interrupt = interruptSignal('writing the package without the faults that it would have noticed');
    try {
      const isProved = evidenceFault === null && proved.includes(ran.run.exitCode);
      const report = isProved ? await withProof(ran, directory, interrupt.signal) : ran;
      process.exitCode = report.run.exitCode;
      await publish(report, { printed, directory: null, env });
      await finished({ report, evidenceFault, start, signer, directory });
    } finally {
      interrupt.release();
    }
  } finally {
    await prepared.close();
  }
}

interface Finished {
  readonly report: Report;
  readonly evidenceFault: Error | null;
  readonly start: Start;
  readonly signer: ReturnType<typeof signKeyAt>;
  readonly directory: string;
}

/** Writes the package of a run that judged the target, and the report alone of any other. */
async function finished({ report, evidenceFault, start, signer, directory }: Finished): Promise<void> {
  const attempts = await start.ended(report);
  if (evidenceFault) throw evidenceFault;
  if (start.settings.role === 'mpp') printError(await forgeryNote());
  if (!judged.includes(report.run.exitCode)) return await writeLoose(report, directory);
  await writePackage({ directory, settings: start.settings, report, attempts, signer });
  printError(
    `Package written to ${directory}${attempts.length > 1 ? `, attempt ${attempts.length} with this nonce` : ''}. Check it with: npx conformance verify ${directory}`,
  );
}

/** How often a security probe was sent, and what that shows of a target with several nodes. */
async function forgeryNote(): Promise<string> {
  const { forgedInCertify: count } = await import('../../suites/shared/signatures.ts');
  const share = Math.floor((1 - 0.9 ** count) * 100);
  return `Each API gets at least ${count} forged requests, every second one without X-Conformance-Request: one node in ten that checks no signature is met with ${share} %.`;
}

const withoutKey = new UsageError(
  '--sign-key is missing: the Ed25519 key that signs the package',
  'Create one with: openssl genpkey -algorithm ed25519 -out signer.pem',
);

function nonceOf({ nonce, seed }: CertifyOptions): string | null {
  if (nonce === undefined) return null;
  if (seed !== undefined) throw new UsageError('--nonce determines the seed', 'Remove --seed.');
  return nonce;
}

/** An existing package is never overwritten: it may be the only proof of an earlier attempt. */
async function emptyPackage(named: string): Promise<string> {
  const directory = await prepareReportDir(named);
  if (!existsSync(join(directory, packageFiles.envelope))) return directory;
  throw new UsageError(
    `${directory} already contains a package`,
    'Choose another directory with --report-dir, or move the package.',
  );
}

function refuseUnfit(settings: RunSettings): void {
  const reasons = refusals(settings, new Date());
  if (reasons.length === 0) return;
  const count = reasons.length === 1 ? 'one reason' : `${reasons.length} reasons`;
  throw new UsageErrors([new UsageError(`This cannot be certified, for ${count}; nothing was sent`), ...reasons]);
}

interface Start {
  readonly settings: RunSettings;
  readonly identity?: RunIdentity;
  /** Records the end of this attempt and returns all attempts with the nonce. */
  ended(report: Report): Promise<Attempt[]>;
}

/** Derives seed and run id from the nonce, and records the attempt. */
async function begun(prepared: RunSettings, nonce: string | null, ledger: string): Promise<Start> {
  const settings = { ...prepared, profile: 'certify' } as const;
  if (nonce === null) return { settings, ended: async () => [] };
  const attempt = (await attemptsWith(ledger, nonce)).length + 1;
  const identity = { id: idOf(nonce, attempt), startedAt: Date.now() };
  await noteBegin(ledger, nonce, identity.id, new Date(identity.startedAt));
  return {
    settings: { ...settings, nonce, attempt, seed: seedOf(nonce) },
    identity,
    ended: async ({ run, verdict }) => {
      await noteEnd(ledger, nonce, identity.id, run.interrupted ? 'interrupted' : verdict);
      return attemptsWith(ledger, nonce);
    },
  };
}

/** Exit codes of a run that says which faults it would have noticed. */
const proved: readonly number[] = [0, 1, 4];

/** Exit codes of a run that judged the target: not interrupted, misconfigured or unanswered. */
const judged: readonly number[] = [0, 1, 4, 5];

async function writeLoose(report: Report, directory: string): Promise<void> {
  for (const [name, text] of Object.entries(await renderFiles(report))) await writeWhole(join(directory, name), text);
  const why = report.run.interrupted ? 'the run was interrupted' : 'see the diagnosis in the report';
  printError(`The report is in ${directory}, but it is not a package: ${why}.`);
}
