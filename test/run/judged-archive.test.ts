/** The redacted archive that a run writes, judged as traffic: what was replaced in it is no evidence against anybody. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import { readHar } from '../../engine/record/har-file.ts';
import type { Report } from '../../engine/report.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { har } from '../../reporters/har.ts';
import { rowsWith, sharedKeys } from '../support/judged.ts';
import { judgingOf, reportOf } from '../support/traffic.ts';

let judged: Report;
let close: () => Promise<void>;

beforeAll(async () => {
  const reference = await startReferenceMpp({ keys: await sharedKeys() });
  const prepared = await prepareRun({ config: { ...reference.config, run: { seed: 12 } } as never });
  close = async () => {
    await prepared.close();
    await reference.close();
  };
  const archive = har(await runConformance(prepared.settings, {}));
  judged = reportOf(readHar(JSON.parse(archive), 'evidence.har'), judgingOf(prepared.settings));
});

afterAll(() => close());

test('fails nobody, and leaves the signatures open', () => {
  expect(rowsWith(judged, 'failed')).toEqual([]);
  expect(judged.diagnosis).toEqual([]);
  const signed = rowsWith(judged, 'inconclusive');
  expect(signed.map(({ id }) => id)).toContain('G-07');
  expect(new Set(signed.map(({ reason }) => reason))).toEqual(new Set(['rewritten']));
  expect(judged.run.exitCode).toBe(0);
});
