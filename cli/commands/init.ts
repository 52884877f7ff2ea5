/** `conformance init`: writes a config file with a comment for each key. */
import { type Command, Option } from 'commander';
import type { Role } from '../../engine/report.ts';
import type { InitOptions } from '../options.ts';
import { knownName } from '../terminal/did-you-mean.ts';

const roles: readonly Role[] = ['mpp', 'alipayplus', 'mpp-client'];

/** Adds the options of `init` and what it does. */
export function define(command: Command): void {
  command
    .description('Writes a config file, by these options or by asking on a terminal.')
    .option('--target <url>', 'base URL of the server under test')
    .addOption(new Option('--role <role>', 'mpp, alipayplus or mpp-client').argParser(role))
    .addOption(new Option('--api <name...>', 'the APIs that the target offers'))
    .option('--client-id <id>', 'Client-Id of the requests')
    .option('--private-key <file>', 'our private key')
    .option('--public-key <file>', 'the target’s public key')
    .option('--trigger <url>', 'what sets the caller going (role mpp-client)')
    .option('--config <file>', 'file to write', 'conformance.config.yaml')
    .option('--force', 'overwrite the file if it exists')
    .action(async (options: InitOptions) => {
      const { initialise } = await import('../init/init.ts');
      await initialise(options);
    });
}

function role(text: string): Role {
  return knownName('role', 'Roles', text, roles);
}
