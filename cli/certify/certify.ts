/** Certifies: refuses what cannot be certified, runs, and writes the package. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../engine/report.ts';
import type { RunIdentity } from '../../engine/request/request-spec.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { CertifyOptions } from '../commands/certify.ts';
import { shortKeyWarnings } from '../config/key-text.ts';
import { prepareRun } from '../run/prepare.ts';
import { publish, renderedFiles, reportersNamed } from '../run/publish.ts';
import { prepareReportDir, writeWhole } from '../run/report-dir.ts';
import { observed } from '../run/run-command.ts';
import { requestOf } from '../run/run-options.ts';
import { tell } from '../terminal/output.ts';
import { UsageError, UsageErrors } from '../terminal/usage-error.ts';
import { suiteDigest } from './digests.ts';
import { signKeyAt } from './envelope.ts';
import { type Attempt, attemptsWith, ledgerBeside, noteBegin, noteEnd } from './ledger.ts';
import { idOf, seedOf } from './nonce.ts';
import { packageFiles, writePackage } from './package.ts';
import { refusals } from './refusals.ts';

/** Where a package goes when nobody says. */
const defaultDirectory = 'conformance-package';

/** Does what the options of `certify` ask for. */
export async function certify(options: CertifyOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const printed = await reportersNamed(options.reporter ?? ['console']);
  const nonce = nonceOf(options);
  if (options.signKey === undefined) throw withoutKey;
  const signer = signKeyAt(options.signKey);
  // Named now: in a checkout the sources may be changed while the run goes on.
  suiteDigest();
  const directory = await emptyPackage(options.reportDir ?? defaultDirectory);
  // Certifying refuses the embedded reference by itself, with all other reasons.
  const request = await requestOf(options, { ...env, CI: undefined });
  // Certified is what settings say after all reasons against it were told together.
  const overrides = { ...request.overrides, run: { ...request.overrides?.run, profile: 'gate' as const } };
  const prepared = await prepareRun({ ...request, overrides, keepsExpired: true });
  try {
    refuseUnfit(prepared.settings);
    for (const warning of shortKeyWarnings(prepared.settings)) tell(warning);
    const start = await begun(prepared.settings, nonce, ledgerBeside(directory));
    const { report, evidenceFault } = await observed(start.settings, env, directory, start.identity);
    process.exitCode = report.run.exitCode;
    await publish(report, { printed, directory: null, env });
    const attempts = await start.ended(report);
    if (evidenceFault) throw evidenceFault;
    if (!judged.includes(report.run.exitCode)) return await writeLoose(report, directory);
    await writePackage({ directory, settings: start.settings, report, attempts, signer });
    tell(
      `Package written to ${directory}${attempts.length > 1 ? `, attempt ${attempts.length} with this nonce` : ''}. Check it with: conformance verify ${directory}`,
    );
  } finally {
    await prepared.close();
  }
}

const withoutKey = new UsageError(
  '--sign-key is missing: the Ed25519 key that signs the package',
  'Make one with: openssl genpkey -algorithm ed25519 -out signer.pem',
);

function nonceOf({ nonce, seed }: CertifyOptions): string | null {
  if (nonce === undefined) return null;
  if (nonce.trim() === '') throw new UsageError('--nonce is empty', 'Give the text that the certifier gave you.');
  if (seed !== undefined) throw new UsageError('--nonce fixes the seed', 'Leave --seed out.');
  return nonce;
}

/** A package is never written over: it may be the only proof of an earlier attempt. */
async function emptyPackage(named: string): Promise<string> {
  const directory = await prepareReportDir(named);
  if (!existsSync(join(directory, packageFiles.envelope))) return directory;
  throw new UsageError(`${directory} holds a package already`, 'Name another with --report-dir, or move it away.');
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
  /** The attempts with the nonce so far, this one ended. */
  ended(report: Report): Promise<Attempt[]>;
}

/** What a nonce fixes, and the count of attempts with it. */
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

/** Exit codes of a run that says something about the target: it was not broken off, misconfigured, or left unanswered. */
const judged: readonly number[] = [0, 1, 4, 5];

async function writeLoose(report: Report, directory: string): Promise<void> {
  for (const [name, text] of Object.entries(await renderedFiles(report))) await writeWhole(join(directory, name), text);
  const why = report.run.interrupted ? 'the run was interrupted' : 'see the diagnosis in the report';
  tell(`The report is in ${directory}, but it is not a package: ${why}.`);
}
