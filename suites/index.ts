/** All suites as one set: what the engine plans a run from. */
import type { Suite } from '../engine/check/check.ts';
import type { SuiteSet } from '../engine/plan/plan.ts';
import type { OperationId } from '../generated/operations.ts';
import { suiteOf } from './by-operation.ts';
import everyApi from './every-api.ts';
import { ownChecks } from './own-apis.ts';
import { constraintProbes } from './shared/constraints.ts';
import { loadFastCheck } from './shared/fast-check.ts';
import { bodyProbes } from './shared/http.ts';
import { answerInvariant } from './shared/response-fields.ts';
import { scenarioProbe } from './shared/scenarios.ts';

/** The table of every API, and one per API. */
export const suites: { readonly every: Suite<'every'> } & { readonly [O in OperationId]: Suite<O> } = {
  every: everyApi,
  ...suiteOf,
};

export const suiteSet: SuiteSet = {
  catalogue: (op, requirement) => {
    const { operation, id, proofs } = requirement;
    if (proofs) return ownChecks(op, requirement);
    return suites[operation ?? 'every'].checks.get(id) ?? [];
  },
  request: constraintProbes,
  body: bodyProbes,
  response: (op, field, rule) => [answerInvariant(op, field, rule)],
  scenario: scenarioProbe,
  prepare: async (profile) => {
    if (profile !== 'smoke') await loadFastCheck();
  },
  otherScenarios: 'G-16',
};
