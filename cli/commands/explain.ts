/** `conformance explain ID`: one requirement with its source, its reading, its probes, and the faults that break it. */
import type { Command } from 'commander';

/** Adds the argument of `explain` and what it does. */
export function define(command: Command): void {
  command
    .description('Explains one requirement: what it rests on, how it is probed, and what breaks it.')
    .argument('<id>', 'an id (OTP-03), a constraint (sendOTP.accessToken.maxLength) or a key (sendOTP/G-08)')
    .action(async (id: string) => {
      const [{ explainText: explained }, { print: say }] = await Promise.all([
        import('../explain/explain-text.ts'),
        import('../terminal/output.ts'),
      ]);
      await say(await explained(id, process.stdout.isTTY ? process.stdout.columns || 80 : 100));
    });
}
