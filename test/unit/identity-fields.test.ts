/** A field that names somebody says what is answered to a value that the target does not know. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundledApis } from '../../contract/apis.ts';
import { compileOwnSpecs } from '../../contract/own-specs.ts';
import { edited } from '../support/small-spec.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('without x-identity the spec is refused', () => {
  const mark = '          x-identity: { of: user, unknown: [INVALID_TOKEN, EXPIRED_ACCESS_TOKEN, USER_NOT_EXIST] }\n';
  const text = edited(read('examples/specs/verify-otp.yaml'), mark, '');
  expect(() => compileOwnSpecs([{ file: 'verify-otp.yaml', text }], read('spec/common.yaml'), bundledApis)).toThrow(
    /^verify-otp\.yaml:\d+: x-probing of verifyOTP says that accessToken names somebody, but the field has no x-identity: .* Add x-identity to it\.$/,
  );
});
