/** The checks of either side that traffic can show without a request of the suite. */

import type { CallerCheck } from '../../engine/check/caller-check.ts';
import type { TrafficSuite } from '../../engine/plan/traffic-plan.ts';
import { sentConstraint } from '../caller/constraints.ts';
import { callerChecks } from '../caller/get-payment-code.ts';
import { address } from '../caller/requests.ts';
import { suiteSet } from '../index.ts';
import { noCrash } from '../shared/result-invariants.ts';
import { addressBelowPrefix } from './address.ts';
import { callerRows } from './caller-rows.ts';
import { seenCrash } from './crashes.ts';
import { repeats } from './repeats.ts';

/** What the answers show. */
export const serverSuite: TrafficSuite = {
  catalogue: (op, requirement) =>
    suiteSet.catalogue(op, requirement).map((check) => (check === noCrash ? seenCrash : check)),
  request: () => [],
  response: suiteSet.response,
};

const ruleOfRequest = callerChecks({ requests: {}, signing: signingOf(), profile: 'gate', only: null });

/** Every request may be signed; whether it is looked at, the settings of the judgement say. */
function signingOf() {
  return { mode: 'required', keyVersion: '1', privateKey: null, publicKey: null } as const;
}

/** What the requests show. */
export const callerSuite: TrafficSuite = {
  catalogue: (op, { id, operation }) => {
    if (id === 'G-25' || id === 'GPC-12') return repeats;
    const isOwn = operation === null || operation === op.id;
    return isOwn ? (callerRows.get(id) ?? (ruleOfRequest.get(id) ?? []).flatMap(shownByTraffic)) : [];
  },
  request: (_, field, rule) => sentConstraint(field, rule),
  response: () => [],
};

/** Nobody knows what the caller was asked for; the path may have a prefix. */
function shownByTraffic(check: CallerCheck): CallerCheck[] {
  if (check === address) return [addressBelowPrefix];
  return check.kind === 'caller-invariant' && !check.ofTrigger ? [check] : [];
}
