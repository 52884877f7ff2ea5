/** `conformance certify`: a run for a third party, and a signed package that anyone can check. */
import type { Command } from 'commander';
import { addRunOptions, type RunOptions } from '../run/run-options.ts';

/** Values of the options of `certify`. */
export interface CertifyOptions extends RunOptions {
  signKey?: string;
  nonce?: string;
}

/** Options of a run that certifying settles itself. */
const settled = ['--profile', '--bail', '--dry-run', '--path', '--runs', '--full-evidence', '--embedded'];

/** What an option of a run means here, where that is something else. */
const meanings: Readonly<Record<string, string>> = {
  '--target': 'base URL of the server under test',
  '--report-dir': 'directory of the package (./conformance-package)',
};

/** Options that are understood in order to be refused with the reason. */
const refused: readonly string[] = ['--api', '--only', '--only-failed'];

const help = `
The package holds the report, the unredacted exchanges (readable by you alone:
they carry tokens of your test users), the config without secrets, and a
manifest of all of them, signed.
Whoever gets it runs: conformance verify DIR --public-key FILE

Exit codes: those of a run. Refused before anything is sent: 2.`;

/** Adds the options of `certify` and what it does. */
export function define(command: Command): void {
  command.description('Judges your server for a third party, and writes a signed package.');
  addRunOptions(command, settled)
    .option('--sign-key <file>', 'your Ed25519 private key, PEM: signs the package')
    .option('--nonce <text>', "the certifier's text, from which seed, run id and order follow")
    .addHelpText('after', help);
  for (const option of command.options) {
    option.description = meanings[option.long ?? ''] ?? option.description;
    option.hidden = refused.includes(option.long ?? '');
  }
  command.action(async (options: CertifyOptions) => {
    const { certify } = await import('../certify/certify.ts');
    await certify(options, process.env);
  });
}
