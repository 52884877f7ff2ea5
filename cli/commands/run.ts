/** `conformance [run]`: tests a target, prints the report and writes its files. */
import type { Command } from 'commander';
import { suiteVersion } from '../../engine/identity.ts';
import { commandsText } from '../command-names.ts';
import type { RunOptions } from '../options.ts';
import { addRunOptions } from '../run/run-options.ts';
import { print } from '../terminal/output.ts';

const exitCodes = `
Exit codes: 0 conformant, 1 not conformant, 2 usage or configuration,
3 no HTTP answer from the target, 4 incomplete, 5 error in the suite,
130 interrupted.`;

const examples = `
Examples:
  conformance --embedded                      test the built-in reference MPP
  conformance --target http://localhost:8080  test an MPP server
  conformance --role mpp-client               test an MPP caller
  conformance --only OTP-09 --seed 1          test one requirement
${exitCodes}`;

const examplesOfRun = `
Examples:
  conformance run --target http://localhost:8080 --report-dir reports
  conformance run --api sendOTP --profile smoke
  conformance run --only-failed reports/report.json
  conformance run --reporter console junit --seed 1
  conformance run --dry-run
${exitCodes}`;

/** The main page: commands first, then the options of a run, which need no command. */
function mainHelp(command: Command): void {
  command
    .description(
      `Tests an Alipay+ integration against the documented rules of five APIs.\n\nCommands:\n${commandsText()}\n\nOptions of one: conformance COMMAND --help. Without a command it runs.`,
    )
    .usage('[command] [options]')
    .addHelpText('after', examples);
}

/** Adds the options of a run and what it does; without the word `run` it is the main page. */
export function define(command: Command): void {
  addRunOptions(command);
  if (command.name() === 'conformance') mainHelp(command);
  else
    command
      .description('Runs the suite against a server or a caller and reports the result.')
      .addHelpText('after', examplesOfRun);
  command.option('-V, --version', 'print the version');
  command.action(async (options: RunOptions & { version?: boolean }) => {
    if (options.version === true) return print(suiteVersion);
    const { runCommand: judge } = await import('../run/run-command.ts');
    await judge(options, process.env);
  });
}
