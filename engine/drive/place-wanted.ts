/** What place in the limits a request needs: who it is for, and what it is there for. */
import type { RequestSpec } from '../request/request-spec.ts';
import type { PlaceWanted } from './budget.ts';

/** The place that a request needs; `except` and `people` are the caller's. */
export function placeFor(spec: RequestSpec): Omit<PlaceWanted, 'except' | 'people'> {
  return {
    user: spec.user ?? 'fixture',
    purpose: spec.mayReachPerson ? purposeOf(spec) : 'probe',
    ...(spec.fixture === undefined ? {} : { preferred: spec.fixture }),
    ...(spec.pinned ? { pinned: true } : {}),
  };
}

function purposeOf({ base, occurrence = '' }: RequestSpec): PlaceWanted['purpose'] {
  if (occurrence === 'closing') return 'closing';
  return occurrence === 'spelling' || (base === 'full' && occurrence.startsWith('opening')) ? 'opening' : 'accepted';
}
