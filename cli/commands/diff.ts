/** `conformance diff A B`: what got worse or better between two reports. */
import type { Command } from 'commander';

const help = `
Outcomes from best to worst: passed, warned, waived, not-run, inconclusive,
failed. A row that was passed and is now warned or waived is listed as worse but
does not count as a regression, because neither fails a run.

Examples:
  conformance diff reports/before reports/after
  conformance diff main/report.json branch/report.json

Exit codes: 0 no regression, 1 regression, 2 usage.`;

/** Adds the arguments of `diff` and what it does. */
export function define(command: Command): void {
  command
    .description('Compares two reports requirement by requirement.')
    .argument('<before>', 'a report.json, or a directory that contains one')
    .argument('<after>', 'the later report')
    .addHelpText('after', help)
    .action(async (before: string, after: string) => {
      const { diff } = await import('../diff/diff.ts');
      await diff(before, after, process.env);
    });
}
