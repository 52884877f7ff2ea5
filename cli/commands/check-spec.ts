/** `conformance check-spec FILE…`: checks specs of further APIs and overlays of facts, and shows the rows that come of them. */
import type { Command } from 'commander';
import type { CheckSpecOptions } from '../options.ts';

const help = `
A spec is an OpenAPI 3.1 file in the dialect of spec/README.md, a fact file an
OpenAPI Overlay 1.0; docs/own-apis.md shows how both are written. Nothing is
sent.

Examples:
  conformance check-spec verify-otp.yaml
  conformance check-spec specs/*.yaml --json
  conformance check-spec pay.yaml partner.overlay.yaml

Exit codes: 0 no mistakes, 1 mistakes, 2 usage.`;

/** Adds the arguments and options of `check-spec` and what it does. */
export function define(command: Command): void {
  command
    .description(
      'Checks specs of further APIs and facts of partners: dialect, examples, result codes, proofs, and contradictions.',
    )
    .argument('<file...>', 'OpenAPI 3.1 files or overlays, as in specs and facts of the config')
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(async (files: string[], options: CheckSpecOptions) => {
      const { checkSpecs } = await import('../check-spec/check-spec.ts');
      await checkSpecs(files, options);
    });
}
