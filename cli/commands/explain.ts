/** `conformance explain ID`: one requirement with its source, interpretation, probes and faults; or an ambiguity, a diagnosis, a reason. */
import type { Command } from 'commander';

const help = `
Examples:
  conformance explain OTP-03
  conformance explain sendOTP/G-08
  conformance explain 6.16
  conformance explain path-not-found`;

/** Adds the argument of `explain` and what it does. */
export function define(command: Command): void {
  command
    .description(
      'Explains one requirement (its source, how it is tested, which faults break it), an ambiguity, a diagnosis or a reason.',
    )
    .argument(
      '<id>',
      'an id (OTP-03), a constraint (sendOTP.accessToken.maxLength), a key (sendOTP/G-08), an ambiguity (6.16), or a word of a report (path-not-found, no-control)',
    )
    .option(
      '--config <file>',
      'config file whose specs and facts are explained too (./conformance.config.yaml, .yml or .json)',
    )
    .addHelpText('after', help)
    .action(async (id: string, options: { config?: string }) => {
      const [{ explainText: explained }, { useSpecsIfAny }, { print, screenWidth }] = await Promise.all([
        import('../explain/explain-text.ts'),
        import('../explain/specs-of-config.ts'),
        import('../terminal/output.ts'),
      ]);
      await useSpecsIfAny(options.config, process.env);
      await print(await explained(id, screenWidth(process.stdout)));
    });
}
