/** A user who is called fresh and has got all messages of the day, as in a second run on one day: that is not held against the target. */
import { expect, test } from 'vitest';
import { startReferenceMpp } from '../../reference/index.ts';
import { judgeStarted, sharedKeys } from '../support/judged.ts';

test('the row about the first sends of a day is not run, and asks for another user', async () => {
  const reference = await startReferenceMpp({ fault: null, variant: null, keys: await sharedKeys() });
  const { requests, scenarios } = reference.config as unknown as {
    requests: { sendOTP: { fresh?: boolean }[] };
    scenarios: { sendOTP: { OTP_SEND_TIMES_EXCEED_LIMIT: object } };
  };
  const usedUp = scenarios.sendOTP.OTP_SEND_TIMES_EXCEED_LIMIT;
  const sendOTP = requests.sendOTP.map((one) => (one.fresh ? { ...usedUp, fresh: true } : one));
  const report = await judgeStarted(reference, {
    config: { apis: ['sendOTP'], requests: { ...requests, sendOTP } },
  });
  const { outcome, reason, checks } = report.requirements.find(({ id }) => id === 'OTP-12')!;
  expect({ outcome, reason, says: checks[0]?.received }).toEqual({
    outcome: 'not-run',
    reason: 'no-fixture',
    says: 'the user with fresh: true has received OTPs already; name another one',
  });
  expect(report.run.exitCode).toBe(0);
});
