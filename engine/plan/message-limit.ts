/** The most messages that a run may send to people through one operation, whatever the target answers: hard, and known before it starts. */
import type { Phase } from '../check/check.ts';
import type { RunSettings } from '../settings.ts';
import type { Job } from './schedule.ts';

/** Requests per check: most send one or two, and one that was wrongly accepted is sent again on fewer fields. */
const requestsPerCheck = 1.25;
/** A check that sends lists of calls, shrinks a list and confirms it. */
const requestsPerLongCheck = 30;
/** Controls, and requests that no check sends. */
const requestsBeside = 30;

/** `limits.maxSends`; where there is none, as on loopback, as many as the checks of the run have requests to send. */
export function messageLimit(
  operation: string,
  schedule: ReadonlyMap<Phase, readonly Job[]>,
  { limits }: Pick<RunSettings, 'limits'>,
): number {
  const own = [...schedule.values()]
    .flat()
    .filter(({ row, probe }) => row.op.id === operation || probe.spans?.some((id) => id === operation));
  const long = own.filter(({ probe }) => probe.isLong).length;
  const requests = requestsBeside + Math.ceil(own.length * requestsPerCheck) + long * requestsPerLongCheck;
  return Math.min(limits[operation]?.maxSends ?? requests, requests);
}
