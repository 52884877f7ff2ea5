/** `conformance verify DIR`: checks a certification package offline and recomputes every verdict from its exchanges. */
import type { Command } from 'commander';
import type { VerifyOptions } from '../options.ts';

const help = `
Nothing is sent: every verdict is recomputed from the recorded answers and
compared with the report. It prints what the verdict is, then what it rests on:
signed answers, unsigned answers, and the word of the sender. Without both keys
the package vouches for itself.

Examples:
  conformance verify package --public-key signer.pub.pem
  conformance verify package --public-key signer.pub.pem --target-key mpp.pem
  conformance verify package --public-key signer.pub.pem --nonce 4f1c-22

Exit codes: 0 the evidence confirms the report (whatever its verdict), 1 it does
not, 2 usage, or a package written by another version of the suite.`;

/** Adds the argument and options of `verify` and what it does. */
export function define(command: Command): void {
  command
    .description('Checks a package of `conformance certify` offline: digests, signature, and recomputed verdicts.')
    .argument('<dir>', 'directory of the package')
    .option('--public-key <file>', "the signer's Ed25519 public key (PEM)")
    .option('--target-key <file>', 'the public RSA key of the target, from its owner (PEM)')
    .option('--nonce <text>', 'the nonce that you issued')
    .addHelpText('after', help)
    .action(async (directory: string, options: VerifyOptions) => {
      const { verify } = await import('../verify/verify.ts');
      await verify(directory, options, process.env);
    });
}
