/** Thirty facts of a partner as an overlay: thirty rows, each broken by a wallet with a mistake of its own, and no other row changes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../engine/report.ts';
import { startReferenceMpp } from '../../reference/index.ts';
import { factRows, factsFront, otherPath, riskyCustomer, thirtyFacts } from '../support/facts-wallet.ts';
import { judgeStarted } from '../support/judged.ts';
import { freshDirectory } from '../support/packages.ts';

const file = join(freshDirectory(), 'partner.overlay.yaml');
writeFileSync(file, thirtyFacts);

async function judged(broken: string | null, facts: readonly string[] = [file]): Promise<Report> {
  const reference = await startReferenceMpp({ signing: false, apis: ['sendActivationCode', 'tokenDigitizeDecision'] });
  const { scenarios } = reference.config as { scenarios: Record<string, object> };
  const risky = { ...scenarios.tokenDigitizeDecision, RISK_REJECT: { customerId: riskyCustomer } };
  return judgeStarted(reference, {
    config: {
      ...(facts.length === 0 ? {} : { facts, scenarios: { ...scenarios, tokenDigitizeDecision: risky } }),
      paths: { sendActivationCode: otherPath },
    },
    front: (url) => factsFront(url, broken),
  });
}

const partnerRows = ({ requirements }: Report) => requirements.filter(({ basis }) => basis === 'partner');

/** What became of each row that no overlay states. */
function others({ requirements }: Report): Record<string, string> {
  const rows = requirements.filter(({ basis, id }) => basis !== 'partner' && id !== 'G-23');
  return Object.fromEntries(rows.map(({ key, outcome }) => [key, outcome]));
}

describe('thirty facts', () => {
  let correct: Report;

  beforeAll(async () => {
    correct = await judged(null);
  }, 120_000);

  test('give thirty rows, which a correct wallet keeps', () => {
    expect(
      partnerRows(correct)
        .map(({ id, outcome }) => `${id} ${outcome}`)
        .sort(),
    ).toEqual(factRows.map((id) => `${id} passed`));
    expect(factRows).toHaveLength(30);
    expect(correct.verdict).toBe('conformant');
  });

  test('change no other row', { timeout: 120_000 }, async () => {
    const without = await judged(null, []);
    expect(others(correct)).toEqual(others(without));
  });

  test.each(factRows)(
    '%s fails at a wallet that breaks it, and nothing else does',
    { timeout: 120_000 },
    async (row) => {
      const report = await judged(row);
      const failed = partnerRows(report).filter(({ outcome }) => outcome !== 'passed');
      expect(failed.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([`${row} failed`]);
      expect(others(report)).toEqual(others(correct));
      expect(report.run.exitCode).toBe(1);
    },
  );
});
