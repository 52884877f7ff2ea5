/** Faults of answer fields, one for each constraint on each field. */
import { type Answer, type Json, type MppApi, mppApis, type Patch } from '../../mpp/behaviour.ts';
import { type MppFault, mustFault, rowKeys, shouldFault } from '../fault.ts';
import { onCode, withResult } from './alterations.ts';
import { shortNames } from './short-names.ts';

/** One way in which a field of an answer can be wrong. */
interface Shape {
  /** Path of the field and keyword of the constraint. */
  readonly breaks: string;
  readonly name: string;
  readonly says: string;
  /** Code of the answers that are wrong. */
  readonly on: 'SUCCESS' | 'PROCESS_FAIL';
  readonly change: (answer: Answer) => unknown;
  readonly warns?: boolean;
  /** Catalogue rows that fall too. */
  readonly also?: readonly string[];
}

const result = (values: Json) => (answer: Answer) => withResult(answer, values);
const field = (values: Json) => (answer: Answer) => ({ ...answer, ...values });

/** The result object, the same for all APIs. */
const resultShapes: readonly Shape[] = [
  {
    breaks: 'result.required',
    name: 'no-result',
    says: 'puts code and status beside the answer, without a result',
    on: 'PROCESS_FAIL',
    change: (answer) => ({ ...answer.result }),
  },
  {
    breaks: 'result.type',
    name: 'result-as-text',
    says: 'writes the result as text',
    on: 'PROCESS_FAIL',
    change: (answer) => ({ ...answer, result: JSON.stringify(answer.result) }),
  },
  {
    breaks: 'result.resultCode.required',
    name: 'no-result-code',
    says: 'leaves out resultCode',
    on: 'SUCCESS',
    change: result({ resultCode: undefined }),
  },
  {
    breaks: 'result.resultCode.type',
    name: 'numeric-result-code',
    says: 'writes resultCode as the number 0',
    on: 'SUCCESS',
    change: result({ resultCode: 0 }),
  },
  {
    breaks: 'result.resultCode.maxLength',
    name: 'long-result-code',
    says: 'writes a sentence of 70 letters as resultCode',
    on: 'SUCCESS',
    change: result({ resultCode: 'SUCCESS_'.padEnd(70, 'X') }),
  },
  {
    breaks: 'result.resultStatus.required',
    name: 'no-result-status',
    says: 'leaves out resultStatus',
    on: 'PROCESS_FAIL',
    change: result({ resultStatus: undefined }),
  },
  {
    breaks: 'result.resultStatus.type',
    name: 'boolean-result-status',
    says: 'writes resultStatus as false',
    on: 'PROCESS_FAIL',
    change: result({ resultStatus: false }),
  },
  {
    breaks: 'result.resultStatus.enum',
    name: 'spelt-out-result-status',
    says: 'writes FAILED as resultStatus',
    on: 'PROCESS_FAIL',
    change: result({ resultStatus: 'FAILED' }),
  },
  {
    breaks: 'result.resultMessage.type',
    name: 'message-as-object',
    says: 'writes resultMessage as an object of languages',
    on: 'SUCCESS',
    change: result({ resultMessage: { en: 'Done.' } }),
  },
  {
    breaks: 'result.resultMessage.empty',
    name: 'empty-message',
    says: 'writes "" as resultMessage',
    on: 'SUCCESS',
    change: result({ resultMessage: '' }),
    warns: true,
  },
  {
    breaks: 'result.resultMessage.maxLength',
    name: 'long-message',
    says: 'writes a resultMessage of 257 characters',
    on: 'SUCCESS',
    change: result({ resultMessage: 'm'.repeat(257) }),
    warns: true,
  },
];

/** Fields of one API's own. */
const ownShapes: Readonly<Partial<Record<MppApi, readonly Shape[]>>> = {
  sendOTP: [
    {
      breaks: 'verifyRequestId.required',
      name: 'no-verify-request-id',
      says: 'leaves out verifyRequestId',
      on: 'SUCCESS',
      change: field({ verifyRequestId: undefined }),
      also: ['OTP-03', 'OTP-04'],
    },
    {
      breaks: 'verifyRequestId.type',
      name: 'numeric-verify-request-id',
      says: 'writes verifyRequestId as a number',
      on: 'SUCCESS',
      change: (answer) => ({ ...answer, verifyRequestId: Math.floor(Math.random() * 2 ** 50) }),
      also: ['OTP-03', 'OTP-04'],
    },
    {
      breaks: 'verifyRequestId.empty',
      name: 'empty-verify-request-id',
      says: 'writes "" as verifyRequestId',
      on: 'SUCCESS',
      change: field({ verifyRequestId: '' }),
      also: ['OTP-03', 'OTP-04', 'response.verifyRequestId.required'],
    },
    {
      breaks: 'verifyRequestId.maxLength',
      name: 'long-verify-request-id',
      says: 'writes a verifyRequestId of 65 characters',
      on: 'SUCCESS',
      change: (answer) => ({ ...answer, verifyRequestId: String(answer.verifyRequestId).padEnd(65, '0') }),
      also: ['OTP-03'],
    },
  ],
  tokenDigitizeDecision: [
    {
      breaks: 'decision.required',
      name: 'no-decision',
      says: 'leaves out decision',
      on: 'SUCCESS',
      change: field({ decision: undefined }),
      also: ['TDD-04', 'TDD-05', 'TDD-07'],
    },
    {
      breaks: 'decision.type',
      name: 'decision-as-object',
      says: 'writes decision as an object with a value',
      on: 'SUCCESS',
      change: (answer) => ({ ...answer, decision: { value: answer.decision } }),
      also: ['TDD-04', 'TDD-05', 'TDD-07'],
    },
    {
      breaks: 'decision.empty',
      name: 'empty-decision',
      says: 'writes "" as decision',
      on: 'SUCCESS',
      change: field({ decision: '' }),
      also: ['TDD-04', 'TDD-05', 'TDD-07', 'response.decision.required', 'response.decision.enum'],
    },
    {
      breaks: 'decision.enum',
      name: 'decision-denied',
      says: 'writes DENIED where DECLINED is due',
      on: 'SUCCESS',
      change: (answer) => (answer.decision === 'DECLINED' ? { ...answer, decision: 'DENIED' } : answer),
      also: ['TDD-04', 'TDD-05', 'TDD-07'],
    },
    {
      breaks: 'activationMethods.type',
      name: 'activation-methods-as-text',
      says: 'writes activationMethods as JSON in a string',
      on: 'SUCCESS',
      change: (answer) =>
        answer.activationMethods ? { ...answer, activationMethods: JSON.stringify(answer.activationMethods) } : answer,
      also: ['TDD-05', 'TDD-06', 'TDD-04'],
    },
    {
      breaks: 'activationMethods.required',
      name: 'no-activation-methods',
      says: 'requires additional authentication and names no way',
      on: 'SUCCESS',
      change: field({ activationMethods: undefined }),
      warns: true,
      also: ['TDD-05'],
    },
  ],
};

/** Rows in which the code of a success is judged. */
const codeRows: Readonly<Record<MppApi, readonly string[]>> = {
  sendOTP: ['G-16', 'OTP-15'],
  sendActivationCode: ['G-16', 'SAC-05'],
  tokenActivationNotification: ['G-16', 'TAN-05'],
  tokenDigitizeDecision: ['G-16', 'TDD-14', 'TDD-04'],
};

function faultOf(api: MppApi, shape: Shape): MppFault {
  const { on, warns, also = [] } = shape;
  // The scenario of a general failure, and the code of a success, are judged in these rows too.
  const withIt = on === 'PROCESS_FAIL' ? ['G-16'] : shape.breaks.includes('resultCode') ? codeRows[api] : [];
  const rows = rowKeys(api, `response.${shape.breaks}`, ...withIt, ...also);
  const alter: Patch = onCode(api, on, shape.change);
  const write = warns ? shouldFault : mustFault;
  const when = on === 'SUCCESS' ? 'success' : 'business failure';
  return write(`${shortNames[api]}-${shape.name}`, `In the ${when} of ${api} it ${shape.says}.`, rows, alter);
}

/** Faults of answer fields. */
export const shapeFaults: readonly MppFault[] = mppApis.flatMap((api) =>
  [...resultShapes, ...(ownShapes[api] ?? [])].map((shape) => faultOf(api, shape)),
);
