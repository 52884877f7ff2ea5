/** The lifecycle of tokens and codes: calls of several users in any order and at the same moment, as probes for the suites. */

import type { Probe } from '../../engine/check/check.ts';
import { sequence } from '../../engine/check/verbs/index.ts';
import { type Invariant, notifiedAgain, ownAnswers, ownIds, secondCode } from './lifecycle/invariants.ts';
import type { LifeCall } from './lifecycle/model.ts';
import { judgeInvariant } from './lifecycle/search.ts';
import { judgeSideBySide, judgeTwoAtOnce } from './lifecycle/side-by-side.ts';
import { answersOneByOne } from './one-by-one.ts';

/** Lists of calls in any order, shrunk to the fewest calls that violate the invariant. */
function inAnyOrder(says: string, invariant: Invariant): Probe {
  return sequence(`in any order of calls ${says}`, (context) => judgeInvariant(context, invariant), {
    did: '',
    phase: 'observation',
    profiles: ['gate', 'certify'],
    isLong: true,
  });
}

/** The answers to a user do not depend on who else is served, at the same moment or before. */
export function ownAnswer(call: LifeCall): Probe[] {
  return [
    ...besideOthers(),
    inAnyOrder('each user gets the answers that they get without the calls of others', ownAnswers(call)),
  ];
}

/** The answers to a user do not depend on who else is served at the same moment. */
export function besideOthers(): Probe[] {
  return [
    answersOneByOne(),
    sequence('users get the same answers to concurrent calls as to sequential ones', judgeSideBySide),
  ];
}

/** Two OTPs at the same moment, and OTPs among other calls; equal ids are found over the whole run as well. */
export function ownId(): Probe[] {
  return [
    sequence('an OTP for each of two users at the same time is accepted', judgeTwoAtOnce, {
      needs: ['second-user'],
    }),
    inAnyOrder('no two users get the same verifyRequestId', ownIds),
  ];
}

/** A notification that was accepted once is accepted again. */
export function repeatedNotification(): Probe {
  return inAnyOrder('a repeated notification is answered S', notifiedAgain);
}

/** A second activation code for one token is sent, or comes too soon. */
export function repeatedCode(): Probe {
  return inAnyOrder('a second activation code for one token is S or a throttle', secondCode);
}
