/** The suite of callers as the planner needs it: the checks of each row of an operation that the subject calls. */
import type { SuiteSet } from '../../engine/plan/plan.ts';
import { sentConstraint } from './constraints.ts';
import { type CallerSuiteSettings, callerChecks } from './get-payment-code.ts';

/** The operation whose callers are judged. */
const calledOperation = 'getPaymentCode';

/** The suite for the actions that these settings lead to. */
export function callerSuiteSet(settings: CallerSuiteSettings): SuiteSet {
  const checks = callerChecks(settings);
  return {
    catalogue: (op, { id }) => (op.id === calledOperation ? (checks.get(id) ?? []) : []),
    request: (op, field, rule) => (op.id === calledOperation ? sentConstraint(field, rule) : []),
    // The answers that a caller gets are those of the suite.
    body: () => [],
    response: () => [],
    scenario: (op, { code }) => {
      throw new Error(`the caller of ${op.id} has no scenario ${code}: its answers are scripted`);
    },
    prepare: async () => {},
    otherScenarios: '',
  };
}
