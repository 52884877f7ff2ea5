/** `conformance list`: all requirements with level and basis, per API. */
import { type Command, Option } from 'commander';
import type { Role } from '../../engine/report.ts';
import type { ListOptions } from '../options.ts';
import { knownName } from '../terminal/did-you-mean.ts';

const help = `
Examples:
  conformance list --role mpp
  conformance list --api sendOTP --json`;

const roles: readonly Role[] = ['mpp', 'alipayplus', 'mpp-client'];

/** Adds the options of `list` and what it does. */
export function define(command: Command): void {
  command
    .description('Lists the requirements that a run tests.')
    .addOption(
      new Option('--role <role>', 'only requirements of this role: mpp, alipayplus or mpp-client').argParser(role),
    )
    .addOption(new Option('--api <name...>', 'only requirements of these APIs'))
    .option(
      '--config <file>',
      'config file whose specs and facts are listed too (./conformance.config.yaml, .yml or .json)',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(async (options: ListOptions) => {
      const [{ listText: listed }, { useSpecsIfAny }, { print, screenWidth }] = await Promise.all([
        import('../explain/list-text.ts'),
        import('../explain/specs-of-config.ts'),
        import('../terminal/output.ts'),
      ]);
      await useSpecsIfAny(options.config, process.env);
      await print(listed(options, screenWidth(process.stdout)));
    });
}

function role(text: string): Role {
  return knownName('role', 'Roles', text, roles);
}
