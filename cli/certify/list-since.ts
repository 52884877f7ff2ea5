/** Executes `certify --since PACKAGE`: checks the earlier package, and lists what it no longer covers. */

import type { CertifyOptions } from '../options.ts';
import { prepareRun } from '../run/prepare.ts';
import { requestOf } from '../run/run-options.ts';
import { print } from '../terminal/output.ts';
import { checkedPackage } from '../verify/check-package.ts';
import { openPackage } from '../verify/open-package.ts';
import { readParts } from '../verify/read-parts.ts';
import { sha256 } from './digests.ts';
import { packageFiles } from './manifest.ts';
import { requirementSetFor } from './requirement-set.ts';
import { coverageOf, coverageText, unconfirmed } from './since.ts';

/** Lists what must be judged again since a package; sends nothing. */
export async function listSince(directory: string, options: CertifyOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const { findings } = await checkedPackage(directory, { signer: null, targetKey: null, nonce: null });
  if (findings.length > 0) throw unconfirmed(directory, findings.length);
  const opened = await openPackage(directory, null);
  const parts = readParts(opened);
  if ('code' in parts) throw unconfirmed(directory, 1);
  const request = await requestOf(options, { ...env, CI: undefined });
  const prepared = await prepareRun({ ...request, keepsExpired: true });
  try {
    const { settings: own } = prepared;
    const now = { ...own, profile: 'certify', requirementSet: requirementSetFor(own.role, options.set) } as const;
    const coverage = await coverageOf(parts.report, parts.settings, now);
    await print(coverageText(coverage, directory, sha256(opened.text(packageFiles.manifest)!)));
  } finally {
    await prepared.close();
  }
}
