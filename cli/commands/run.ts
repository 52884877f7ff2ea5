/** `conformance [run]`: tests a target, prints the report and writes its files. */
import type { Command } from 'commander';
import { suiteVersion } from '../../engine/identity.ts';
import { commandsText } from '../command-names.ts';
import type { RunOptions } from '../options.ts';
import { addRunOptions } from '../run/run-options.ts';
import { print } from '../terminal/output.ts';

const help = () => `
Commands:
${commandsText()}

Examples:
  conformance --embedded                      test the built-in reference MPP
  conformance --target http://localhost:8080  test an MPP server
  conformance --role mpp-client               test an MPP caller
  conformance --only OTP-03 --seed 1          test one requirement

Exit codes: 0 conformant, 1 not conformant, 2 usage or configuration,
3 no HTTP answer from the target, 4 incomplete, 5 error in the suite,
130 interrupted.`;

/** Adds the options of a run and what it does. */
export function define(command: Command): void {
  command
    .description('Tests an Alipay+ integration against the documented rules of five APIs.')
    .usage('[command] [options]');
  addRunOptions(command).option('-V, --version', 'print the version').addHelpText('after', help);
  command.action(async (options: RunOptions & { version?: boolean }) => {
    if (options.version === true) return print(suiteVersion);
    const { runCommand: judge } = await import('../run/run-command.ts');
    await judge(options, process.env);
  });
}
