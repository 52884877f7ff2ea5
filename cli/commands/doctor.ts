/** `conformance doctor`: examines everything that a run needs, and names what stands in its way. */
import type { Command } from 'commander';
import type { DoctorOptions } from '../options.ts';
import { addRunOptions } from '../run/run-options.ts';

/** Options of a run that mean nothing before it. */
const notForDoctor = [
  '--only',
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
Exit codes: 0 all is well, 2 a fault of the configuration or at the target,
3 the target was not reached.`;

/** Adds the options of `doctor` and what it does. */
export function define(command: Command): void {
  command.description(
    'Examines keys, network, clock, paths and users before a run: one line per finding, with the cure.',
  );
  addRunOptions(command, notForDoctor)
    .option('--no-messages', 'leave out the calls that reach a person')
    .option('--json', 'as JSON')
    .addHelpText('after', help)
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import('../doctor/doctor.ts');
      await doctor(options, process.env);
    });
}
