/** verifyOTP from a spec alone: a correct wallet passes with every seed, and each mistake in it fails the row that is about it. */
import { describe, expect, test } from 'vitest';
import { run as judge } from '../../cli/index.ts';
import type { Report } from '../../engine/report.ts';
import { hasPython, type Mutation, startWallet } from '../support/verify-otp-server.ts';

/** The rows that fail, or only warn. */
function broken({ requirements }: Report): string[] {
  return (
    requirements
      .filter(({ outcome, checks }) => (outcome === 'failed' || outcome === 'warned') && checks.length > 0)
      // How soon an answer comes is the machine's doing.
      .filter(({ id }) => id !== 'G-23')
      .map(({ id }) => id)
  );
}

/** A line more in the loop over the fields of a request. */
const loop = '        value = request.get(name)\n';
const inLoop = (line: string): Mutation => [loop, `${loop}        ${line}\n`];

const fields = ['acquirerId', 'pspId', 'accessToken', 'verifyRequestId', 'otpCode'];

/** Mistakes about one field, each with the row that is about it. */
const ofFields = fields.flatMap((field): [string, Mutation][] => [
  [`verifyOTP.${field}.required`, inLoop(`if name == "${field}" and name not in request: return "SUCCESS"`)],
  [`verifyOTP.${field}.null`, inLoop(`if name == "${field}" and name in request and value is None: return "SUCCESS"`)],
  [`verifyOTP.${field}.empty`, inLoop(`if name == "${field}" and value == "": return "SUCCESS"`)],
  [`verifyOTP.${field}.type`, inLoop(`if name == "${field}" and isinstance(value, (list, dict)): return "SUCCESS"`)],
  [
    `verifyOTP.${field}.maxLength`,
    inLoop(`if name == "${field}" and isinstance(value, str) and len(value) > longest: return "SUCCESS"`),
  ],
]);

/** Mistakes about the results, the answers, the protocol and the signatures. */
const others: [string, Mutation][] = [
  [
    'VOT-02',
    ['return "SUCCESS" if request["otpCode"] == password', 'return "PROCESS_FAIL" if request["otpCode"] == password'],
  ],
  ['VOT-03', ['request["otpCode"] == password', 'request["otpCode"]']],
  ['VOT-04', ['return "EXPIRED_CODE"', 'return "INVALID_OTP"']],
  ['VOT-05', ['return "INVALID_TOKEN"', 'return "SUCCESS"']],
  ['VOT-06', ['"token-that-expired-000001": "EXPIRED_ACCESS_TOKEN"', '"token-that-expired-000001": "INVALID_TOKEN"']],
  ['VOT-07', ['"token-of-nobody-now-00001": "USER_NOT_EXIST"', '"token-of-nobody-now-00001": "INVALID_TOKEN"']],
  ['VOT-07', ['"token-of-a-blocked-user-1": "USER_STATUS_ABNORMAL"', '"token-of-a-blocked-user-1": None']],
  [
    'verifyOTP.body.type',
    ['if isinstance(request, dict) else "PARAM_ILLEGAL"', 'if isinstance(request, dict) else "SUCCESS"'],
  ],
  ['verifyOTP.response.result.required', ['json.dumps({"result": result})', 'json.dumps({"outcome": result})']],
  ['verifyOTP.response.result.resultCode.type', ['"resultCode": code', '"resultCode": len(code)']],
  ['verifyOTP.response.result.resultStatus.enum', ['status = "S" if', 'status = "OK" if']],
  [
    'G-16',
    [
      'status = "S" if code == "SUCCESS" else "U" if',
      'status = "S" if code == "SUCCESS" else "U" if code == "INVALID_OTP" or',
    ],
  ],
  ['G-07', ['self.keys.sign(signed_text(self.command', 'self.keys.sign(signed_text("PUT"']],
  ['G-08', ['return None if genuine and', 'return None if']],
  ['G-10', ['if self.command != "POST":', 'if False:']],
  ['G-12', ['return "MEDIA_TYPE_NOT_ACCEPTABLE"', 'return "SUCCESS"']],
  ['G-14', ['if client != CLIENT_ID:', 'if False:']],
  [
    'G-24',
    [
      'except (ValueError, RecursionError):\n            return "PARAM_ILLEGAL"',
      'except ZeroDivisionError:\n            return "PARAM_ILLEGAL"',
    ],
  ],
];

describe.skipIf(!hasPython)('a wallet in Python (skipped without python3)', () => {
  test('is conformant with 20 seeds', { timeout: 900_000 }, async () => {
    const wallet = await startWallet();
    try {
      for (let seed = 1; seed <= 20; seed += 1) {
        const report = await judge({ ...wallet.config, run: { seed } });
        expect([seed, report.verdict, broken(report)]).toEqual([seed, 'conformant', []]);
      }
    } finally {
      await wallet.close();
    }
  });

  test.each([...ofFields, ...others])('fails %s (mistake %#)', { timeout: 240_000 }, async (row, mutation) => {
    const isSigned = ['G-07', 'G-08', 'G-14'].includes(row);
    const wallet = await startWallet(mutation, isSigned);
    try {
      const report = await judge({ ...wallet.config, run: { seed: 1 } });
      expect(broken(report)).toContain(row);
    } finally {
      await wallet.close();
    }
  });
});
