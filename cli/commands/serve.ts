/** `conformance serve mpp|alipayplus`: the reference implementation as a local server, correct or with faults. */
import { type Command, Option } from 'commander';
import { whole } from '../config/numbers.ts';
import type { ServeOptions } from '../options.ts';

const help = `
Examples:
  conformance serve mpp --port 8080 > conformance.config.yaml
  conformance serve mpp --fault list
  conformance serve alipayplus --script answers.yaml`;

/** Adds the options of `serve` and what it does. */
export function define(command: Command): void {
  command
    .description('Runs the reference implementation as a local server and prints a matching config.')
    .argument('<party>', 'mpp or alipayplus')
    .addOption(
      new Option('--port <n>', 'port to listen on (default: a free one)').argParser(whole('--port', 0, 65_535)),
    )
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addOption(new Option('--fault <name>', 'inject this fault (repeatable); "list" shows all').argParser(added))
    .option('--variant <name>', 'use this conforming variant; "list" shows all')
    .option('--script <file>', 'answers to give, one after another (alipayplus only)')
    .option('--unsigned', 'do not sign or verify')
    .addOption(new Option('--api <name...>', 'offer only these APIs (mpp only)'))
    .addHelpText('after', help)
    .action(async (party: string, options: ServeOptions) => {
      const { serve } = await import('../serve/serve.ts');
      await serve(party, options);
    });
}

function added(name: string, before: string[] | undefined): string[] {
  return [...(before ?? []), name];
}
