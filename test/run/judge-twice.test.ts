/** The judge is pure: the record of a whole run gives the same findings twice, whatever the order of its requests. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { newIdentity, planFor, runConformance } from '../../cli/run/run-conformance.ts';
import { judge } from '../../engine/judge/judge.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { sharedKeys } from '../support/judged.ts';

let settings: RunSettings;
let plan: Plan;
let record: RunRecord;
let close = async () => {};

// One short run against a target with a fault, so that there is something to find.
beforeAll(async () => {
  const reference = await startReferenceMpp({ fault: 'otp-id-constant', variant: null, keys: await sharedKeys() });
  const config = { ...reference.config, apis: ['sendOTP'], run: { seed: 1 } };
  const prepared = await prepareRun({ config: config as never });
  close = async () => {
    await prepared.close();
    await reference.close();
  };
  settings = prepared.settings;
  plan = await planFor(settings);
  await runConformance(settings, { onEnd: (ended) => (record = ended) }, newIdentity());
});
afterAll(() => close());

/** Findings without what only says how to find a cause. */
const findingsOf = (one: RunRecord, by: RunSettings = settings) =>
  judge(plan, one, by).checks.map(({ row, ordinal, finding: { diagnose: _, ...finding } }) => ({
    key: row.key,
    ordinal,
    finding,
  }));

test('the same record gives the same findings', () => {
  const once = findingsOf(record);
  expect(once.length).toBeGreaterThan(100);
  expect(once.some(({ finding }) => finding.verdict === 'violated')).toBe(true);
  expect(findingsOf(record)).toEqual(once);
});

test('the order in which requests ended and answers came makes no difference', () => {
  const { requests, exchanges } = record;
  const turned = { ...record, requests: [...requests].reverse(), exchanges: [...exchanges].reverse() };
  expect(findingsOf(turned)).toEqual(findingsOf(record));
});

test('what one key showed is not taken for what another one shows', async () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const withOther: RunSettings = { ...settings, signing: { ...settings.signing, publicKey: pem } };
  const once = findingsOf(record);
  const other = findingsOf(record, withOther);
  expect(other).not.toEqual(once);
  expect(other.filter(({ finding }) => finding.verdict === 'satisfied').length).toBeLessThan(20);
  expect(findingsOf(record)).toEqual(once);
  expect(findingsOf(record, withOther)).toEqual(other);
});
