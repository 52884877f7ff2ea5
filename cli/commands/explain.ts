/** `conformance explain ID`: one requirement with its source, interpretation, probes, and the faults that break it. */
import type { Command } from 'commander';

const help = `
Examples:
  conformance explain OTP-03
  conformance explain sendOTP/G-08`;

/** Adds the argument of `explain` and what it does. */
export function define(command: Command): void {
  command
    .description('Explains one requirement: its source, how it is tested, and which faults break it.')
    .argument('<id>', 'an id (OTP-03), a constraint (sendOTP.accessToken.maxLength) or a key (sendOTP/G-08)')
    .addHelpText('after', help)
    .action(async (id: string) => {
      const [{ explainText: explained }, { print, screenWidth }] = await Promise.all([
        import('../explain/explain-text.ts'),
        import('../terminal/output.ts'),
      ]);
      await print(await explained(id, screenWidth(process.stdout)));
    });
}
