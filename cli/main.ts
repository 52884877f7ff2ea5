/** The command line: finds the command, loads only that one, and turns errors into exit codes. */
import { Command, CommanderError } from 'commander';
import { faultText } from '../engine/fault-text.ts';
import { visible } from '../reporters/escape.ts';
import { commandSummaries, isCommand } from './command-names.ts';
import { commands } from './commands.ts';
import { shownUrl, unlessSecret } from './config/secrets.ts';
import { didYouMean, knownName, suggestion } from './terminal/did-you-mean.ts';
import { shortageIn } from './terminal/machine-faults.ts';
import { printError, printFault, screenWidth, surviveLostOutput } from './terminal/output.ts';
import { UsageError, UsageErrors } from './terminal/usage-error.ts';

/** Runs one command line, without node and script; sets the exit code. */
export async function main(args: readonly string[]): Promise<void> {
  surviveLostOutput();
  process.exitCode = undefined;
  try {
    await runCommand(args);
  } catch (error) {
    const code = reportError(error);
    // A verdict that is no success stays, whatever went wrong after it.
    process.exitCode ||= code;
  }
}

async function runCommand(args: readonly string[]): Promise<void> {
  const [first = '', ...rest] = args;
  if (first === 'help') return runCommand([...knownCommand(rest[0]), '--help']);
  refuseEmpty(args);
  const name = isCommand(first) ? first : 'run';
  const command = new Command(first === name ? `conformance ${name}` : 'conformance');
  command
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .helpOption('-h, --help', 'show this help')
    .configureHelp({ helpWidth: Math.min(screenWidth(process.stdout), 80), showGlobalOptions: false });
  const { define } = await commands[name]();
  define(command);
  refuseMissingValue(args, command);
  try {
    await command.parseAsync([...(isCommand(first) ? rest : args)], { from: 'user' });
  } catch (error) {
    throw error instanceof CommanderError ? (usageError(error, command, first) ?? error) : error;
  }
}

function knownCommand(name: string | undefined): string[] {
  return name === undefined
    ? []
    : [knownName('command', 'Commands', name, Object.keys(commandSummaries), 'See: npx conformance --help')];
}

/** An empty argument usually comes from a variable that is not set; it must not select nothing, or the working directory. */
function refuseEmpty(args: readonly string[]): void {
  const at = args.findIndex((arg) => /^(--[^=\s]+=)?\s*$/.test(arg));
  if (at === -1) return;
  const before = args[at - 1] ?? '';
  const option = args[at]!.split('=')[0]!.trim() || (before.startsWith('-') ? before : '');
  throw new UsageError(
    option === '' ? 'An argument is empty' : `The value of ${option} is empty`,
    'Check that the variable on the command line is set.',
  );
}

/** An option in place of a value, as in `--report-dir --strict`, means that the value was forgotten. */
function refuseMissingValue(args: readonly string[], command: Command): void {
  const named = (arg: string | undefined) => command.options.find(({ long, short }) => arg === long || arg === short);
  args.forEach((arg, i) => {
    const option = named(arg);
    if (option?.required !== true || named(args[i + 1]) === undefined) return;
    throw new UsageError(`The option ${option.flags} needs a value`, `See: npx ${command.name()} --help`);
  });
}

/** Prints an error and returns its exit code. */
function reportError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode;
  if (error instanceof UsageError) {
    for (const fault of error instanceof UsageErrors ? error.faults : [error]) printFault(fault.sentence, fault.cure);
    return 2;
  }
  const shortage = shortageIn(error);
  if (shortage) {
    printFault(...shortage);
    return 5;
  }
  process.stderr.write(`${visible(faultText(error))}\n`);
  printError('This is a bug in the suite, not in the target. Please report it with the lines above.');
  return 5;
}

/** A commander error as a sentence with a hint; null where it is not an error, such as after --help. */
function usageError(error: CommanderError, command: Command, first: string): UsageError | null {
  const written = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const help = `See: npx ${command.name()} --help`;
  switch (error.code) {
    case 'commander.unknownOption': {
      const flag = written.split('=')[0]!;
      const near = didYouMean(flag, ['--help', '--version', ...command.options.map((option) => option.long ?? '')]);
      return new UsageError(`There is no option ${flag}`, near === null ? help : `Did you mean ${near}?`);
    }
    case 'commander.optionMissingArgument':
      return new UsageError(`The option ${written} needs a value`, help);
    case 'commander.missingArgument':
      return new UsageError(`${command.name()} needs ${written === '' ? 'an argument' : `<${written}>`}`, help);
    case 'commander.excessArguments':
      return excess(command, first);
    default:
      return error.exitCode === 0 ? null : new UsageError(error.message.replace(/^error: /, ''), help);
  }
}

/** An address may hold a password or a token, however it is mistyped. */
function shownArgument(text: string): string {
  return /[@?#]/.test(text) ? shownUrl(text) : unlessSecret(text);
}

function excess(command: Command, first: string): UsageError {
  const names = Object.keys(commandSummaries);
  const [stray = first] = command.args.slice(command.registeredArguments.length);
  if (/^https?:\/\//.test(stray)) {
    return new UsageError(`"${shownUrl(stray)}" is not a command`, `Did you mean --target ${shownUrl(stray)}?`);
  }
  if (isCommand(stray)) return new UsageError('The command must come first', `Write: npx conformance ${stray} …`);
  if (command.name() !== 'conformance')
    return new UsageError(`Unexpected argument "${shownArgument(stray)}"`, `See: npx ${command.name()} --help`);
  return new UsageError(
    `No command is named "${shownArgument(stray)}"`,
    suggestion(stray, names, 'Commands') || 'See: npx conformance --help',
  );
}
