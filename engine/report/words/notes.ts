/** Words for notes: situations that need no further values. */
import type { NoteName } from '../../check/facts.ts';
import { callerNotes } from './caller.ts';
import { lifecycleNotes } from './lifecycle.ts';

/** One function for each note. */
export const noteWords: Readonly<Record<NoteName, (value: string) => string>> = {
  'signing-off': () => 'signing is off',
  'no-control': (operation) => `no good request to ${operation || 'this API'} was accepted`,
  'run-ended': () => 'the run ended before this check',
  'request-cut-off': () => 'the run ended while this request was under way',
  'not-in-record': () => 'the record has no answer to this request',
  'part-of-run': () => 'the requests that were sent keep it; whether it is kept throughout shows without --only',
  'operation-dead': () => 'the operation stopped answering',
  'no-evidence': () => 'no answer that shows it',
  'no-request': () => 'no request was sent',
  'no-scenario': (code) => `no scenario ${code} is configured`,
  'no-second-user': () => 'a second user is needed',
  'no-fresh-user': () => 'a fixture with fresh: true is needed',
  'not-fresh': () => 'the user with fresh: true has received OTPs already; name another one',
  'limit-per-user': (messages) => `it takes ${messages} messages to one user, which limits (perFixture) forbids`,
  'path-unknown': (operation) => `the path of ${operation} is not known; set paths.${operation}`,
  'user-unnamed': (operation) => `no user is configured; add one under requests.${operation}`,
  'self-check': (says) => says,
  harness: (says) => says,
  'own-requests-keep-it': () => 'requests of the suite comply',
  'own-request-wrong': (says) => says,
  'target-absent': () => 'the target did not answer',
  'calls-lost': () => 'calls without an answer used up the limit of messages',
  'needs-spacing': () => 'the target may want time between sends',
  'changes-from-time-to-time': () =>
    'the answer to one request changes from time to time, one by one too: what it is due to cannot be told',
  'stack-trace': () => 'a stack trace in the body',
  'no-stack-trace': () => 'no stack trace',
  'credential-echoed': () => 'the credential of the request',
  'no-credential': () => 'no credential in an answer',
  'no-two-optional-fields': () => 'fewer than two optional fields',
  'no-mobile-scenario': () => 'no scenario has a verifyType that its user does not have',
  'one-at-a-time': () => 'the run sends one request at a time',
  ...callerNotes,
  ...lifecycleNotes,
};
