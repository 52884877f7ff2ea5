/** The alterations of a run against a server: every fault that its configuration could be asked to notice, per API, from the contract. */
import type { Operation } from '../../contract/types.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import type { ServerAlteration } from '../../engine/prove/alteration.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { answerFieldAlterations } from './answer-fields.ts';
import { constraintAlterations } from './constraints.ts';
import { ownAlterations } from './own.ts';
import { authenticationAlterations, protocolAlterations } from './protocol.ts';
import { resultAlterations, scenarioAlterations } from './results.ts';
import { httpAlterations, serviceAlterations } from './service.ts';
import { signatureAlterations } from './signatures.ts';

/** The row that configured scenarios without a row of their own belong to. */
const otherScenarios = 'G-16';

/** Rows of a valid call. */
const validCalls: Readonly<Record<string, string>> = {
  sendOTP: 'OTP-15',
  sendActivationCode: 'SAC-05',
  tokenActivationNotification: 'TAN-05',
  tokenDigitizeDecision: 'TDD-14',
  getPaymentCode: 'GPC-16',
};

/** The alterations of every API of a plan that was not left out; those of rows that were judged or should have been. */
export function serverAlterations(plan: Plan, settings: RunSettings): ServerAlteration[] {
  const ops = [...new Set(plan.filter(({ excused }) => excused !== 'not-offered').map(({ op }) => op))];
  return ops.flatMap((op) => ofApi(op, plan, settings));
}

function ofApi(op: Operation, plan: Plan, settings: RunSettings): ServerAlteration[] {
  const keys = new Set(plan.filter((row) => row.op.id === op.id).map(({ key }) => key));
  const valid = validCalls[op.id] ?? otherScenarios;
  return [
    ...constraintAlterations(op),
    ...authenticationAlterations(op),
    ...protocolAlterations(op),
    ...resultAlterations(op),
    ...scenarioAlterations(op, plan, settings, otherScenarios),
    ...answerFieldAlterations(op),
    ...signatureAlterations(op),
    ...httpAlterations(op),
    ...ownAlterations(op),
    ...serviceAlterations(op, valid),
  ].filter(({ rows }) => rows.some((key) => keys.has(key)));
}
