/** The findings of a run that fail the gate, in the order of its probes. */
import type { Finding } from '../check/finding.ts';
import { failsGate } from './gate.ts';
import type { Job } from './schedule.ts';

/** `findingOf` gives what a probe came to, nothing where it was not put. */
export function failingOf(
  jobs: readonly Job[],
  findingOf: (job: Job) => Finding | null | undefined,
  strict: boolean,
): readonly Finding[] {
  return jobs.flatMap((job) => {
    const finding = job.row.excused === null ? findingOf(job) : null;
    return finding && failsGate(job.row, finding, strict) ? [finding] : [];
  });
}
