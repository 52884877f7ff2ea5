/** Every fault of the reference Alipay+ is found by the requirement that it names, and by none that it does not own up to. */
import { describe, expect, test } from 'vitest';
import { alipayplusFaults } from '../../reference/index.ts';
import { caught, judgeFault, verdictOn } from '../support/judged-fault.ts';

describe('an Alipay+ with the fault', () => {
  test.each(alipayplusFaults)('$name: $says', { timeout: 120_000 }, async (fault) => {
    expect(verdictOn(fault, await judgeFault(fault))).toEqual(caught(fault));
  });
});
