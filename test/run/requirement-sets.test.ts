/** An older requirement set: what is newer is judged, shown and does not count, whatever it shows. */
import { describe, expect, test } from 'vitest';
import { requirementSetFor } from '../../cli/certify/requirement-set.ts';
import type { Config } from '../../cli/config/shape.ts';
import { prepareRun } from '../../cli/run/prepare.ts';
import type { Report } from '../../engine/report.ts';
import { startReferenceAlipayPlus } from '../../reference/index.ts';
import { judgeWith, rowOf, sharedKeys } from '../support/judged.ts';

/** Rows that the older set does not have. */
const newer = ['getPaymentCode/GPC-05', 'getPaymentCode/GPC-10', 'getPaymentCode/G-13'];

/** A run under the present set, or one that has no row of `newer`. */
async function judged(of: { fault?: string; variant?: string }, older: boolean): Promise<Report> {
  const reference = await startReferenceAlipayPlus({ ...of, keys: await sharedKeys() } as never);
  const config = { ...reference.config, run: { runs: 2, seed: 1 } } as Config;
  const prepared = await prepareRun({ config });
  const set = requirementSetFor('alipayplus');
  const requirementSet = older ? { ...set, name: '2025-01', unscored: newer } : set;
  try {
    return (await judgeWith({ ...prepared.settings, requirementSet }, {})).report;
  } finally {
    await prepared.close();
    await reference.close();
  }
}

describe('under an older set', () => {
  test('a fault of a newer row does not count, and its checks are shown', async () => {
    const [now, then] = [
      await judged({ fault: 'one-code-only' }, false),
      await judged({ fault: 'one-code-only' }, true),
    ];
    expect([now.verdict, then.verdict]).toEqual(['not-conformant', 'conformant']);
    const row = rowOf(then, 'getPaymentCode/GPC-05');
    expect(row).toMatchObject({ outcome: 'not-applicable', reason: 'unscored' });
    expect(row.checks.some(({ outcome }) => outcome === 'failed')).toBe(true);
    expect(then.requirementSet?.name).toBe('2025-01');
  });

  test('a fault of an older row counts, and so does a correct target', async () => {
    const faulty = await judged({ fault: 'answers-unsigned' }, true);
    expect(faulty.verdict).toBe((await judged({ fault: 'answers-unsigned' }, false)).verdict);
    expect((await judged({ variant: 'signs-authenticated-only' }, true)).verdict).toBe('conformant');
  });
});
