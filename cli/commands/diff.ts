/** `conformance diff A B`: what got worse or better between two reports. */
import type { Command } from 'commander';

const help = `
From good to bad: passed, warned, waived, not run, inconclusive, failed. A row
that was passed and is warned or waived now is listed as worse, but is no
regression: neither fails a run.

Exit codes: 0 no regression, 1 a regression, 2 usage.`;

/** Adds the arguments of `diff` and what it does. */
export function define(command: Command): void {
  command
    .description('Compares two reports, row by row.')
    .argument('<before>', 'a report.json, or a directory that holds one')
    .argument('<after>', 'the later one')
    .addHelpText('after', help)
    .action(async (before: string, after: string) => {
      const { diff } = await import('../diff/diff.ts');
      await diff(before, after, process.env);
    });
}
