/** `conformance replay`: sends a recorded request once more, and shows both answers side by side. */
import { type Command, Option } from 'commander';
import { whole } from '../config/numbers.ts';
import type { ReplayOptions } from '../options.ts';

const help = `
The request must stand in a file of full evidence, since a report alone is
redacted: conformance --report-dir DIR --full-evidence
A request that was rightly signed gets a fresh Request-Time and signature when
the config has the key; one that was wrong on purpose stays as it was.

Examples:
  conformance replay reports x12               exchange x12 of that directory
  conformance replay x12 --report-dir reports  the same
  conformance replay one-exchange.ndjson       the only exchange of a file

Exit codes: 0 the same answer (ids and times may differ), 1 another, 2 usage,
3 no answer now.`;

/** Adds the arguments and options of `replay` and what it does. */
export function define(command: Command): void {
  command
    .description('Sends a recorded request again, and compares the answers.')
    .argument('<file>', 'full-evidence.ndjson, a report directory, or an id like x12 with --report-dir')
    .argument('[id]', 'id of the exchange, like x12')
    .option('--report-dir <dir>', 'report directory of the id')
    .option('--target <url>', 'send it there (default: where it was sent)')
    .option('--config <file>', 'config file with the key (./conformance.config.yaml, .yml or .json)')
    .option('--as-recorded', 'keep Request-Time and signature as they were')
    .addOption(
      new Option('--timeout <ms>', 'how long to wait for an answer (15000)').argParser(whole('--timeout', 1, 600_000)),
    )
    .option('--yes-production <host>', 'name a host under alipayplus.com a second time')
    .addHelpText('after', help)
    .action(async (file: string, id: string | undefined, options: ReplayOptions) => {
      const { replay } = await import('../replay/replay.ts');
      await replay(file, id, options, process.env);
    });
}
