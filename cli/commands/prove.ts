/** `conformance prove DIR`: says which faults the configuration of a recorded run would notice. */
import type { Command } from 'commander';
import type { ProveOptions } from '../options.ts';

const help = `
The recorded run is judged again with altered answers, one fault at a time, and
nothing is sent. In role mpp-client the requests of the caller are altered. A
fault is noticed if a row fails or warns that did not before, or if the run
would not end with exit code 0. For each gap the config lines that close it are
printed. A report directory needs full evidence: run with --full-evidence.

Examples:
  conformance prove reports          a report directory with full evidence
  conformance prove package --json   every fault and the rows that notice it

Exit codes: 0 the result was printed, whatever it is, 2 usage or no full
evidence.`;

/** Adds the argument and options of `prove` and what it does. */
export function define(command: Command): void {
  command
    .description('Says which faults the configuration of a recorded run would notice; sends nothing.')
    .argument('<dir>', 'report directory with full evidence, or certification package')
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(async (directory: string, options: ProveOptions) => {
      const { prove } = await import('../prove/prove.ts');
      await prove(directory, options, process.env);
    });
}
