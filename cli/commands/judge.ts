/** `conformance judge FILE…`: judges recorded traffic of both parties without sending anything. */
import type { Command } from 'commander';
import type { TrafficOptions } from '../options.ts';
import { addTrafficOptions } from '../traffic/traffic-options.ts';

const help = `
FILE is an HTTP Archive (HAR 1.2) of a browser or a proxy, a
full-evidence.ndjson of this suite, or a directory that has one. Calls are found
by the paths of the APIs. Both parties are judged; only the rows of the party
under test decide the exit code.

Examples:
  conformance judge traffic.har --mpp-key keys/target-public.pem
  conformance judge monday.har tuesday.har --report-dir report

Exit codes: 0 no violation seen, 1 a MUST is broken, 2 usage, 4 nothing could
be judged.`;

/** Adds the arguments and options of `judge` and what it does. */
export function define(command: Command): void {
  addTrafficOptions(
    command
      .description('Judges recorded traffic without sending anything.')
      .argument('<file...>', 'HAR or full-evidence.ndjson'),
  )
    .addHelpText('after', help)
    .action(async (files: string[], options: TrafficOptions) => {
      const { judgeFiles } = await import('../traffic/judge-files.ts');
      await judgeFiles(files, options, process.env);
    });
}
