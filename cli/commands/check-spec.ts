/** `conformance check-spec FILE…`: checks specs of further APIs, and shows the rows that come of them. */
import type { Command } from 'commander';
import type { CheckSpecOptions } from '../options.ts';

const help = `
A spec is an OpenAPI 3.1 file in the dialect of spec/README.md; docs/own-apis.md
shows how one is written. Nothing is sent.

Examples:
  conformance check-spec verify-otp.yaml
  conformance check-spec specs/*.yaml --json

Exit codes: 0 no mistakes, 1 mistakes, 2 usage.`;

/** Adds the arguments and options of `check-spec` and what it does. */
export function define(command: Command): void {
  command
    .description('Checks specs of further APIs: dialect, examples, result codes, and a proof for every requirement.')
    .argument('<file...>', 'OpenAPI 3.1 files, as in specs of the config')
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(async (files: string[], options: CheckSpecOptions) => {
      const { checkSpecs } = await import('../check-spec/check-spec.ts');
      await checkSpecs(files, options);
    });
}
