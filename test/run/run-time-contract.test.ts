/** The bundled APIs compiled at run time, by the path of the user's own specs: the same contract, and the same report. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsOf } from '../../cli/config/settings.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import { type OwnApis, useApis } from '../../contract/apis.ts';
import { compileApis } from '../../contract/own-specs.ts';
import { readSpecFiles } from '../../contract/read-spec-files.ts';
import type { Report, Role } from '../../engine/report.ts';
import { operations } from '../../generated/operations.ts';
import { requirements, specDigest } from '../../generated/requirements.ts';
import { startReferenceAlipayPlus, startReferenceMpp } from '../../reference/index.ts';
import { sharedKeys } from '../support/judged.ts';
import { differences, lasting } from '../support/lasting-report.ts';

const specFolder = fileURLToPath(new URL('../../spec/', import.meta.url));
let compiled: OwnApis;

beforeAll(() => {
  compiled = { ...compileApis(readSpecFiles(specFolder), null), specs: [], facts: [] };
});

afterAll(() => useApis(null)());

test('the contract is that of the bundled one', () => {
  expect(compiled.operations).toEqual(Object.values(operations));
  expect(compiled.requirements).toEqual(requirements);
  expect(compiled.digest).toBe(specDigest);
});

async function judged(role: Exclude<Role, 'mpp-client'>, apis: OwnApis | null): Promise<Report> {
  const keys = await sharedKeys();
  const reference = role === 'mpp' ? await startReferenceMpp({ keys }) : await startReferenceAlipayPlus({ keys });
  const release = useApis(apis);
  try {
    const origin = { directory: '/', workingDirectory: '/', named: {} };
    const settings = settingsOf({ ...reference.config, role, run: { seed: 7 } }, {}, origin, true);
    return await runConformance(settings, {});
  } finally {
    release();
    await reference.close();
  }
}

describe('the report', () => {
  test.each(['mpp', 'alipayplus'] as const)('of role %s is the same', { timeout: 180_000 }, async (role) => {
    const [ahead, atRunTime] = [await judged(role, null), await judged(role, compiled)];
    expect(atRunTime.requirements.length).toBeGreaterThan(50);
    expect(ahead.run.id).not.toBe(atRunTime.run.id);
    expect(differences(lasting(ahead), lasting(atRunTime))).toEqual([]);
  });
});
