/** The options that `judge` and `proxy` share. */
import { type Command, Option } from 'commander';
import { reporterNames } from '../../reporters/names.ts';
import { listOption, roleOption } from '../run/run-options.ts';

/** Adds them to a command. */
export function addTrafficOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--role <role>', 'only the APIs of this role, and whose rows decide (mpp)').argParser(roleOption),
    )
    .option('--mpp-key <file>', "the MPP's public key (default: signing.publicKey of the config)")
    .option('--alipayplus-key <file>', "Alipay+'s public key")
    .option('--learn <file>', 'write what was seen of undocumented fields, as a draft overlay')
    .option('--config <file>', 'config file (./conformance.config.yaml, .yml or .json)')
    .option('--report-dir <dir>', 'write the report files to this directory')
    .addOption(
      new Option('--reporter <name...>', `what to print (console): ${reporterNames.join(', ')}`).argParser(
        listOption('--reporter'),
      ),
    );
}
