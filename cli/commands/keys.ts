/** `conformance keys`: makes the two RSA key pairs of a test setup and says which half goes to whom. */
import type { Command } from 'commander';

const help = `
Two pairs: one for the suite, one for your side. Each side keeps its own private
key and gets the public key of the other. Files that exist are never changed.

Examples:
  conformance keys           writes into ./keys
  conformance keys test/pki  writes into test/pki

Exit codes: 0 written, 2 nothing was written.`;

/** Adds the argument of `keys` and what it does. */
export function define(command: Command): void {
  command
    .description('Makes the two RSA key pairs of a test setup: one for the suite, one for your side.')
    .argument('[dir]', 'directory to write to', 'keys')
    .addHelpText('after', help)
    .action(async (directory: string) => {
      const { makeKeys } = await import('../keys/keys.ts');
      await makeKeys(directory);
    });
}
