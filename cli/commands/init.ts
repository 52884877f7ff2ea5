/** `conformance init`: writes a config file with a comment for each key. */
import { type Command, Option } from 'commander';
import type { Role } from '../../engine/report.ts';
import type { InitOptions } from '../options.ts';
import { knownName } from '../terminal/did-you-mean.ts';

const help = `
Examples:
  conformance init
  conformance init --from reports/report.json
  conformance init --target http://localhost:8080 --api sendOTP
  conformance init --role mpp-client --trigger http://localhost:8080/trigger`;

const roles: readonly Role[] = ['mpp', 'alipayplus', 'mpp-client'];

/** Adds the options of `init` and what it does. */
export function define(command: Command): void {
  command
    .description('Writes a config file from options, or asks questions on a terminal.')
    .option('--target <url>', 'base URL of the server under test')
    .addOption(new Option('--role <role>', 'mpp, alipayplus or mpp-client').argParser(role))
    .addOption(new Option('--api <name...>', 'APIs that the target offers'))
    .option('--spec <file...>', 'specs of further APIs that the target offers')
    .option('--client-id <id>', 'Client-Id that the suite sends')
    .option('--private-key <file>', 'private key of the suite: it signs the requests')
    .option('--public-key <file>', 'public key of the target: it verifies the answers')
    .option('--trigger <url>', 'URL that starts a call of your caller (role mpp-client)')
    .option('--from <report>', 'add the to-do list of this report.json to the config file')
    .option('--config <file>', 'file to write (conformance.config.yaml)')
    .option('--force', 'overwrite the file if it exists')
    .addHelpText('after', help)
    .action(async (options: InitOptions) => {
      const { initialise } = await import('../init/init.ts');
      await initialise(options);
    });
}

function role(text: string): Role {
  return knownName('role', 'Roles', text, roles);
}
