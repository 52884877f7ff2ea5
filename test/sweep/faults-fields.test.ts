/** Every fault of one field, of a request or of an answer, is found by the requirement that it names, and by none that it does not own up to. */
import { describe, expect, test } from 'vitest';
import { mppFaults, plantedFaults } from '../../reference/index.ts';
import { caught, judgeFault, verdictOn } from '../support/judged-fault.ts';

const planted = new Set(plantedFaults.map(({ name }) => name));
const faultsOfFields = mppFaults.filter(({ name }) => !planted.has(name));

describe('an MPP with the fault', () => {
  test.each(faultsOfFields)('$name: $says', { timeout: 120_000 }, async (fault) => {
    expect(verdictOn(fault, await judgeFault(fault))).toEqual(caught(fault));
  });
});
