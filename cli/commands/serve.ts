/** `conformance serve mpp|alipayplus`: the reference as a local server, right or wrong in one way. */
import { type Command, Option } from 'commander';
import { whole } from '../config/numbers.ts';
import type { ServeOptions } from '../options.ts';

/** Adds the options of `serve` and what it does. */
export function define(command: Command): void {
  command
    .description('Serves the reference until Ctrl-C, and prints the config that fits it.')
    .argument('<party>', 'mpp or alipayplus')
    .addOption(
      new Option('--port <n>', 'port to listen on (default: a free one)').argParser(whole('--port', 0, 65_535)),
    )
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addOption(
      new Option('--fault <name>', 'wrong in one way, or in several if repeated; "list" shows all').argParser(added),
    )
    .option('--variant <name>', 'right in another lawful way; "list" shows all')
    .option('--script <file>', 'answers to play one after another (alipayplus)')
    .option('--unsigned', 'neither sign nor verify')
    .addOption(new Option('--api <name...>', 'offer only these APIs (mpp)'))
    .action(async (party: string, options: ServeOptions) => {
      const { serve } = await import('../serve/serve.ts');
      await serve(party, options);
    });
}

function added(name: string, before: string[] | undefined): string[] {
  return [...(before ?? []), name];
}
