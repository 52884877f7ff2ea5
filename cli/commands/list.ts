/** `conformance list`: every requirement, with level and basis, per operation. */
import { type Command, Option } from 'commander';
import type { Role } from '../../engine/report.ts';
import type { ListOptions } from '../options.ts';
import { knownName } from '../terminal/did-you-mean.ts';

const roles: readonly Role[] = ['mpp', 'alipayplus', 'mpp-client'];

/** Adds the options of `list` and what it does. */
export function define(command: Command): void {
  command
    .description('Lists the requirements that a run judges.')
    .addOption(new Option('--role <role>', 'only those of a role: mpp, alipayplus or mpp-client').argParser(role))
    .addOption(new Option('--api <name...>', 'only those of these APIs'))
    .option('--json', 'as JSON')
    .action(async (options: ListOptions) => {
      const [{ listText: listed }, { print: say }] = await Promise.all([
        import('../explain/list-text.ts'),
        import('../terminal/output.ts'),
      ]);
      await say(listed(options, process.stdout.isTTY ? process.stdout.columns || 80 : Number.POSITIVE_INFINITY));
    });
}

function role(text: string): Role {
  return knownName('role', 'Roles', text, roles);
}
