/** `conformance certify`: a run for a third party that ends in a signed package, which anyone can verify. */
import type { Command } from 'commander';
import type { CertifyOptions } from '../options.ts';
import { addRunOptions } from '../run/run-options.ts';

/** Options of a run that `certify` sets itself. */
const settled = ['--with', '--profile', '--bail', '--dry-run', '--path', '--runs', '--full-evidence', '--embedded'];

/** Help texts of options that differ from those of a run. */
const meanings: Readonly<Record<string, string>> = {
  '--target': 'base URL of the server under test',
  '--report-dir': 'directory of the package (./conformance-package)',
};

/** Options that are accepted by the parser so that they can be refused with a reason. */
const refused: readonly string[] = ['--api', '--only', '--only-failed'];

const help = `
The package contains the report, the unredacted exchanges (file mode 600: they
contain tokens of your test users), the config without secrets, and a signed
manifest of these files. The recipient checks it with:
  npx conformance verify DIR --public-key FILE

Examples:
  conformance certify --sign-key signer.pem
  conformance certify --sign-key signer.pem --nonce 4f1c-22 --report-dir package
  conformance certify --since package

Exit codes: as for a run; 2 also if certification is refused before sending.`;

/** Adds the options of `certify` and what it does. */
export function define(command: Command): void {
  command.description('Tests your server for a third party and writes a signed package.');
  addRunOptions(command, settled)
    .option('--sign-key <file>', 'your Ed25519 private key (PEM), which signs the package')
    .option('--nonce <text>', 'nonce issued by the certifier; seed, run id and order are derived from it')
    .option('--set <name>', 'frozen requirement set, such as 2026-11 (the newest)')
    .option('--since <package>', 'list what an earlier package no longer covers; sends nothing')
    .addHelpText('after', help);
  for (const option of command.options) {
    option.description = meanings[option.long ?? ''] ?? option.description;
    option.hidden = refused.includes(option.long ?? '');
  }
  command.action(async (options: CertifyOptions) => {
    if (options.since !== undefined) {
      const { listSince } = await import('../certify/list-since.ts');
      return await listSince(options.since, options, process.env);
    }
    const { certify } = await import('../certify/certify.ts');
    await certify(options, process.env);
  });
}
