/** The part of the to-do list about users of the test environment: all that are missing at once, and how many messages they may get. */
import type { Operation } from '../../contract/types.ts';
import { ordinaryFixtures } from '../check/context.ts';
import type { Todo } from '../report.ts';
import type { RunSettings } from '../settings.ts';
import { block, hasReason, keysWith, listed, partnerFields, userFields } from './config-lines.ts';
import { type JudgedRow, misses } from './judged-rows.ts';

/** Users of an operation, and the limit of their messages. */
export function forUsers(op: Operation, own: readonly JudgedRow[], settings: RunSettings): Todo[] {
  const uncontrolled = keysWith(own, (row) => hasReason(row, 'no-control'));
  if (uncontrolled.length === 0) return [...moreUsers(op, own, settings), ...moreMessages(op, own, settings)];
  // Beside a user whom the target refuses another one would change nothing: that refusal is the finding.
  if ((settings.requests[op.id] ?? []).length > 0) return [];
  return firstUsers(op, own, settings, uncontrolled);
}

/** Lines for so many users, and a fresh one. */
function usersBlock(op: Operation, { apis }: RunSettings, ordinary: number, hasFresh: boolean): string {
  const body = userFields(op, apis).map((name) => `${name}: …`);
  const user = (...more: string[]) => `  - { ${[...body, ...more].join(', ')} }`;
  const lines = Array.from({ length: ordinary }, () => user());
  return block('requests', `${op.id}:`, ...lines, ...(hasFresh ? [user('fresh: true')] : []));
}

/** Accepted calls of a user that are enough for every check, on a server that accepts too much as well. */
const enoughMessages = 30;
/** Users that are enough with the default of three messages each. */
const enoughUsers = 6;

/** Everything that the checks of an operation need, since a run for each user would be a run too many. */
function firstUsers(op: Operation, own: readonly JudgedRow[], settings: RunSettings, unlocks: string[]): Todo[] {
  const needs = (user: 'fresh-user' | 'second-user') =>
    own.some(({ planned }) => planned.probes.some((probe) => probe.needs?.includes(user)));
  const hasFresh = needs('fresh-user');
  const reaches = op.effect !== null;
  const partners = partnerFields(op);
  const says = [
    `Users whom the target accepts in ${op.id}${hasFresh ? '; the fresh one got no message today' : ''}.`,
    ...(partners.length > 0 ? [`Add ${listed(partners)} if it looks at them.`] : []),
  ];
  const limit: Todo = {
    config: block('limits', `${op.id}:`, '  perFixture: …'),
    says: `Messages that one user may get in a run: 3 if they reach a person (then name ${enoughUsers} users), ${enoughMessages} if your test environment sends none.`,
    unlocks,
  };
  const users = usersBlock(op, settings, reaches || needs('second-user') ? 2 : 1, hasFresh);
  return [{ config: users, says: says.join(' '), unlocks }, ...(reaches ? [limit] : [])];
}

/** Users beside those of the config. */
function moreUsers(op: Operation, own: readonly JudgedRow[], settings: RunSettings): Todo[] {
  const throttled = keysWith(own, (row) => hasReason(row, 'throttled') && !misses(row, 'rate', 'spacing'));
  const second = keysWith(own, (row) => misses(row, 'second-user'));
  const fresh = keysWith(own, (row) => misses(row, 'fresh-user'));
  const says = [
    ...(throttled.length > 0 ? [moreBeside(ordinaryFixtures(settings.requests[op.id] ?? []).length)] : []),
    ...(second.length > 0 ? ['A second user, to be called at the same moment as the first.'] : []),
    ...(fresh.length > 0 ? ['A fresh user, who got no message today, for the daily limit.'] : []),
  ];
  const ordinary = throttled.length + second.length > 0 ? 1 : 0;
  return [
    {
      config: usersBlock(op, settings, ordinary, fresh.length > 0),
      says: says.join(' '),
      unlocks: [...new Set([...throttled, ...second, ...fresh])],
    },
  ];
}

/** How many users are enough beside so many, all of whom were throttled: one line of the config shows how each is written. */
function moreBeside(users: number): string {
  const more = Math.max(1, enoughUsers - users);
  const who = more === 1 ? 'Another user' : `${more} more users, a line for each`;
  return `${who}: calls for those of the config were throttled.`;
}

/** Time between two messages to one user, where a second one was throttled. */
export function forSpacing(op: Operation, own: readonly JudgedRow[]): Todo[] {
  return [
    {
      config: block('limits', `${op.id}:`, '  restMs: …'),
      says: 'Milliseconds between two messages to one user, as the target wants them: the next message to one user was throttled. A run waits for at most one second, and `certify` for as long as this says.',
      unlocks: keysWith(own, (row) => hasReason(row, 'throttled') && misses(row, 'spacing')),
    },
  ];
}

/** A higher limit of messages, or the users who make it unnecessary. */
function moreMessages(op: Operation, own: readonly JudgedRow[], { limits, requests }: RunSettings): Todo[] {
  const limit = limits[op.id];
  const unlocks = keysWith(own, (row) => hasReason(row, 'budget'));
  if (!limit || unlocks.length === 0) return [];
  const users = Math.max(1, ordinaryFixtures(requests[op.id] ?? []).length);
  const { perFixture, maxSends } = limit;
  if (maxSends !== null && maxSends <= users * perFixture) {
    return [
      {
        config: block('limits', `${op.id}:`, '  maxSends: …'),
        says: `Messages of one run, for all users; ${maxSends} were too few. Raise it if nobody is disturbed by them.`,
        unlocks,
      },
    ];
  }
  const more = Math.max(1, enoughUsers - users);
  return [
    {
      config: block('limits', `${op.id}:`, '  perFixture: …'),
      says: `Messages that one user may get in a run; ${perFixture} were too few. Set ${Math.max(enoughMessages, 2 * perFixture)} if your test environment sends none to a person, else remove this line and name ${more} more ${more === 1 ? 'user' : 'users'}.`,
      unlocks,
    },
  ];
}
