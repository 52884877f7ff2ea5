/** `conformance replay`: sends a recorded request again and shows both answers side by side. */
import { type Command, Option } from 'commander';
import { whole } from '../config/numbers.ts';
import type { ReplayOptions } from '../options.ts';

const help = `
The request is read from full-evidence.ndjson, because report.json is redacted.
A run writes it with: conformance --report-dir DIR --full-evidence
A correctly signed request gets a new Request-Time and signature if the config
has the key; a request with a deliberate signature error is sent unchanged.

Examples:
  conformance replay reports x4238ho               exchange x4238ho in ./reports
  conformance replay x4238ho --report-dir reports  the same
  conformance replay one-exchange.ndjson           the only exchange in it

Exit codes: 0 same answer (ids and times may differ), 1 different answer,
2 usage, 3 no answer.`;

/** Adds the arguments and options of `replay` and what it does. */
export function define(command: Command): void {
  command
    .description('Sends a recorded request again and compares the answers.')
    .argument('<file>', 'full-evidence.ndjson, a report directory, or an id such as x4238ho with --report-dir')
    .argument('[id]', 'id of the exchange, such as x4238ho')
    .option('--report-dir <dir>', 'report directory that contains the exchange')
    .option('--target <url>', 'base URL to send to (default: the recorded one)')
    .option('--config <file>', 'config file with the key (./conformance.config.yaml, .yml or .json)')
    .option('--as-recorded', 'keep the recorded Request-Time and signature')
    .addOption(
      new Option('--timeout <ms>', 'time limit for an answer (15000)').argParser(whole('--timeout', 1, 600_000)),
    )
    .option('--yes-production <host>', 'confirm a host under alipayplus.com by repeating its name')
    .addHelpText('after', help)
    .action(async (file: string, id: string | undefined, options: ReplayOptions) => {
      const { replay } = await import('../replay/replay.ts');
      await replay(file, id, options, process.env);
    });
}
