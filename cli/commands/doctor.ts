/** `conformance doctor`: checks everything that a run needs and reports problems. */
import type { Command } from 'commander';
import type { DoctorOptions } from '../options.ts';
import { addRunOptions } from '../run/run-options.ts';

/** Options of a run that `doctor` does not use. */
const notForDoctor = [
  '--only',
  '--with',
  '--only-failed',
  '--profile',
  '--strict',
  '--bail',
  '--dry-run',
  '--seed',
  '--path',
  '--runs',
  '--concurrency',
  '--report-dir',
  '--full-evidence',
  '--reporter',
];

const help = `
Examples:
  conformance doctor --target http://localhost:8080
  conformance doctor --config conformance.config.yaml --no-messages

Exit codes: 0 no faults (notes do not count), 2 a fault in the configuration or
at the target, 3 the target cannot be reached.`;

/** Adds the options of `doctor` and what it does. */
export function define(command: Command): void {
  command.description('Checks keys, network, clock, paths and users before a run: one line per finding, with the fix.');
  addRunOptions(command, notForDoctor)
    .option('--no-messages', 'skip calls that send a message to a person')
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import('../doctor/doctor.ts');
      await doctor(options, process.env);
    });
}
