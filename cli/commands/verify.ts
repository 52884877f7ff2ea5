/** `conformance verify DIR`: checks a certification package offline, every verdict recomputed from its exchanges. */
import type { Command } from 'commander';
import type { VerifyOptions } from '../options.ts';

const help = `
Nothing is sent. The suite is run again with the recorded answers, and what it
finds is compared with the report.

Exit codes: 0 the evidence shows what the report says (whichever verdict that
is), 1 it does not, 2 usage, or a package of another version of the suite.`;

/** Adds the argument and options of `verify` and what it does. */
export function define(command: Command): void {
  command
    .description('Checks a package of conformance certify: digests, signature, and every verdict recomputed.')
    .argument('<dir>', 'directory of the package')
    .option('--public-key <file>', "the signer's Ed25519 public key, PEM")
    .option('--nonce <text>', 'the nonce that you gave')
    .addHelpText('after', help)
    .action(async (directory: string, options: VerifyOptions) => {
      const { verify } = await import('../verify/verify.ts');
      await verify(directory, options, process.env);
    });
}
