/** What each reason of the closed list means, in the words of docs/outcomes.md; those that only repeat their outcome are left out. */
export const meanings: Readonly<Record<string, string>> = {
  broken: 'the answer breaks the requirement',
  advice: 'a hint; not a failure',
  'no-fixture': 'a user of the test environment is missing in requests',
  'no-scenario': 'scenarios has no entry for this code',
  'no-control': 'no correct request was accepted, so a refusal proves nothing',
  'control-lost': 'the closing control request was refused, so earlier refusals prove nothing',
  throttled: 'the target answered "too often"; it needs more users or a lower rate',
  budget: 'the limit of messages to people was reached',
  'not-selected': 'left out by --api, --only or the profile',
  'signing-off': 'it needs signing, which is disabled',
  unstable: 'equal requests got different answers, or some got none',
  'no-answer': 'the target did not answer',
  absent: 'the whole target did not answer at that time (outage, restart), so nothing is known about this request',
  'no-evidence': 'no exchange of the run shows it',
  'not-replayed':
    'a part of a run cannot show that it is kept: it is judged on every answer, or at the end of a run. Run without --only',
  precondition: 'its condition does not hold here',
  interrupted: 'the run was ended with Ctrl-C',
  stopped: 'the run was ended by --bail',
  misconfigured: 'the run ended with a diagnosis of keys or configuration',
  'other-role': 'it binds the other side',
  'not-offered': 'the API is not in apis',
  'needs-retry-window': 'set client.retryWindowMs to have it judged',
  trigger: 'the trigger of the caller failed or did not end',
  'probe-wrong': 'a fault of the suite; please report it',
  suite: 'it binds the requests of the suite itself, not the target',
  declared: 'the config declares that it cannot occur at this target',
  unscored: 'it is newer than the requirement set of the certification; it was judged and does not count',
  passive: 'only a request of the suite can show it, and recorded traffic has none',
  rewritten: 'a tool decoded or redacted the messages, so a signature or value in them proves nothing',
};

/** A reason with what it means. */
export function explained(reason: string): string {
  return Object.hasOwn(meanings, reason) ? `${reason}: ${meanings[reason]}` : reason;
}
