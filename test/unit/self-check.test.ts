/** The self-check: each request of the suite is held to what it claims to be. */
import { describe, expect, test } from 'vitest';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import { selfCheck } from '../../engine/request/self-check.ts';
import type { JsonObject } from '../../engine/settings.ts';
import { operations } from '../../generated/operations.ts';

const { sendOTP } = operations;

describe('a wrong request', () => {
  const good = sendOTP.requestExample as JsonObject;
  const says = (spec: Partial<RequestSpec>, body: JsonObject) => selfCheck(sendOTP, { base: 'full', ...spec }, body);
  const breaks = { path: ['accessToken'], keyword: 'maxLength' };
  const { accessToken: _, ...without } = good;

  test('is ours where a valid request breaks the spec', () => {
    expect(says({}, good)).toBe(null);
    expect(says({}, { ...good, accessToken: '' })).toBe(
      'a valid request breaks the spec: /accessToken must NOT have fewer than 1 characters',
    );
  });

  test('is one that does not break what it claims to', () => {
    expect(says({ violates: breaks }, { ...good, accessToken: 'x'.repeat(129) })).toBe(null);
    expect(says({ violates: breaks }, without)).toBe(null);
    const words = 'a request meant to break maxLength of /accessToken does not';
    expect(says({ violates: breaks }, good)).toBe(words);
    expect(says({ violates: breaks }, { ...good, pspId: '' })).toBe(words);
    // A fixture may be odd in itself: what the request claims is broken, and that is enough.
    expect(says({ violates: breaks }, { ...good, accessToken: '', pspId: '' })).toBe(null);
  });

  test('is not looked for where the body is outside the schema', () => {
    expect(says({ skipSelfCheck: true }, {})).toBe(null);
    expect(says({ encoding: { text: '{' } }, {})).toBe(null);
    expect(says({ encoding: 'pretty' }, {})).not.toBe(null);
    expect(says({ skipSelfCheck: true, violates: breaks }, good)).toBe(null);
  });
});
