/** `conformance [run]`: judges a target, prints the report and writes its files. */
import type { Command } from 'commander';
import { suiteVersion } from '../../engine/identity.ts';
import { commandsText } from '../commands.ts';
import { addRunOptions, type RunOptions } from '../run/run-options.ts';
import { print } from '../terminal/output.ts';

const help = () => `
Commands:
${commandsText()}

Examples:
  conformance --embedded                      judge the built-in reference
  conformance --target http://localhost:8080  judge an MPP's server
  conformance --role mpp-client               judge an MPP's caller
  conformance --only OTP-03 --seed 1          judge one requirement

Exit codes: 0 conformant, 1 not conformant, 2 usage or configuration,
3 target not reached, 4 incomplete, 5 fault of the suite, 130 interrupted.`;

/** Adds the options of a run and what it does. */
export function define(command: Command): void {
  command
    .description('Judges an Alipay+ integration against the documented rules of five APIs.')
    .usage('[command] [options]');
  addRunOptions(command).option('-V, --version', 'print the version').addHelpText('after', help);
  command.action(async (options: RunOptions & { version?: boolean }) => {
    if (options.version === true) return print(suiteVersion);
    const { runCommand: judge } = await import('../run/run-command.ts');
    await judge(options, process.env);
  });
}
