/** Scenarios: exactly their code while others are served; another user's scenario is never judged on a token that is not that user's. */
import { describe, expect, test } from 'vitest';
import type { Check } from '../../engine/check/check.ts';
import { operations } from '../../generated/operations.ts';
import sendOTP from '../../suites/send-otp.ts';
import { scenarioProbe } from '../../suites/shared/scenarios.ts';
import { MemoryRun, type MemoryTarget, type Reply } from '../support/memory-target.ts';

const scenarioOf = (code: string, body: Record<string, unknown>) => ({ code, variant: '', body });

describe('a limit', () => {
  const limit = scenarioProbe(operations.sendOTP, scenarioOf('OTP_SEND_TIMES_EXCEED_LIMIT', { accessToken: 'spent' }));
  const target = (spent: Reply, others: Reply): MemoryTarget => {
    return ({ body, spec }) =>
      body.accessToken === 'spent' ? spent : spec.occurrence === 'opening' ? 'S/SUCCESS' : others;
  };
  test.each([
    ['F/OTP_SEND_TIMES_EXCEED_LIMIT', 'S/SUCCESS', 'satisfied'],
    ['U/REQUEST_TRAFFIC_EXCEED_LIMIT', 'S/SUCCESS', 'violated'],
    ['U/REQUEST_TRAFFIC_EXCEED_LIMIT', 'U/REQUEST_TRAFFIC_EXCEED_LIMIT', 'inconclusive'],
    [{ http: 429 }, 'S/SUCCESS', 'inconclusive'],
    ['F/PROCESS_FAIL', 'S/SUCCESS', 'violated'],
  ] as const)('answered %j while others get %s is %s', (spent, others, verdict) => {
    expect(new MemoryRun(target(spent, others)).judge('sendOTP', limit).verdict).toBe(verdict);
  });
});

describe('a scenario of another user', () => {
  const frozen = scenarioProbe(
    operations.sendActivationCode,
    scenarioOf('USER_STATUS_ABNORMAL', { customerId: 'frozen' }),
  );
  const requests = { sendActivationCode: [{ body: { customerId: 'fine' }, fresh: false }] };
  const judged = (target: MemoryTarget) => new MemoryRun(target, { requests }).judge('sendActivationCode', frozen);

  test('is open, with the line to add, where the target looks at whose token it is', () => {
    const finding = judged(({ operation, body, spec }) => {
      if (operation === 'tokenDigitizeDecision')
        return body.customerId === 'frozen' ? 'F/USER_STATUS_ABNORMAL' : 'S/SUCCESS';
      return spec.occurrence === 'opening' ? 'S/SUCCESS' : 'F/PROCESS_FAIL';
    });
    expect([finding.verdict, finding.reason, finding.missing]).toEqual(['not-run', 'no-scenario', 'own-token']);
    expect(finding.received).toMatchObject({ field: 'tokenReferenceId', scenario: 'USER_STATUS_ABNORMAL' });
  });

  test('fails where any token does, or where the user has one', () => {
    const anyToken = judged(({ operation, body }) => {
      if (operation === 'tokenDigitizeDecision')
        return body.customerId === 'frozen' ? 'F/USER_STATUS_ABNORMAL' : 'S/SUCCESS';
      return body.customerId === 'frozen' ? 'F/PROCESS_FAIL' : 'S/SUCCESS';
    });
    const ownToken = judged(({ operation, spec }) =>
      operation === 'tokenDigitizeDecision' || spec.occurrence === 'opening' ? 'S/SUCCESS' : 'F/PROCESS_FAIL',
    );
    expect([anyToken.verdict, ownToken.verdict]).toEqual(['violated', 'violated']);
  });
});

describe('what a request without verifyType is taken for', () => {
  const checks = [...sendOTP.checks.get('OTP-05')!].filter(
    (check: Check) => check.kind === 'probe' && check.title.startsWith('a scenario'),
  );
  const target = (byDefault: string): MemoryTarget => {
    return ({ body }) => {
      const type = body.verifyType ?? byDefault;
      return body.accessToken === 'no-mailbox' && type === 'EMAIL' ? 'F/PROCESS_FAIL' : 'S/SUCCESS';
    };
  };
  const verdicts = (byDefault: string, scenarios: object) => {
    const run = new MemoryRun(target(byDefault), { scenarios } as never);
    return checks.map((check) => run.judge('sendOTP', check).verdict);
  };
  const email = { sendOTP: [scenarioOf('PROCESS_FAIL', { accessToken: 'no-mailbox', verifyType: 'EMAIL' })] };

  test('shows by a scenario that names EMAIL', () => {
    expect(verdicts('MOBILE', email)).toEqual(['satisfied', 'satisfied']);
    expect(verdicts('EMAIL', email)).toEqual(['violated', 'violated']);
  });
  test('is not run without a scenario that tells', () => {
    expect(verdicts('EMAIL', {})).toEqual(['not-run', 'not-run']);
    const blind = { sendOTP: [scenarioOf('INVALID_TOKEN', { accessToken: 'other', verifyType: 'EMAIL' })] };
    expect(verdicts('EMAIL', blind)).toEqual(['not-run', 'not-run']);
  });

  // A gateway may have too much to do for a while: its answers say nothing about the field.
  const named = { MOBILE: 'no-phone', EMAIL: 'no-mailbox' };
  test.each([
    ['MOBILE', 'the first request'],
    ['MOBILE', 'the second request'],
    ['EMAIL', 'the first request'],
    ['EMAIL', 'the second request'],
    ['EMAIL', 'both requests'],
    ['MOBILE', 'both requests'],
  ] as const)('a limit that is not the scenario named %s is told apart at %s', (verifyType, which) => {
    const scenarios = { sendOTP: [scenarioOf('PROCESS_FAIL', { accessToken: named[verifyType], verifyType })] };
    for (const check of checks) {
      let calls = 0;
      const limited: MemoryTarget = ({ body }) => {
        if (body.accessToken !== named[verifyType]) return 'S/SUCCESS';
        calls += 1;
        const isLimited = which === 'both requests' ? calls <= 2 : calls === (which === 'the first request' ? 1 : 2);
        if (isLimited) return 'U/REQUEST_TRAFFIC_EXCEED_LIMIT';
        return (body.verifyType ?? 'MOBILE') === verifyType ? 'F/PROCESS_FAIL' : 'S/SUCCESS';
      };
      const run = new MemoryRun(limited, { scenarios } as never);
      expect(run.judge('sendOTP', check)).toMatchObject({ verdict: 'not-run', reason: 'throttled' });
    }
  });
});
