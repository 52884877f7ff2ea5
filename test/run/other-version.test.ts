/** Packages of another version of the suite: recomputed by their recorded plan under the same requirement set, or named row by row. */
import { beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { type MadePackage, madePackage, OpenPackage } from '../support/packages.ts';

const run = commandLine();
let made: MadePackage;

beforeAll(async () => {
  made = await madePackage();
});

async function verified({ directory }: OpenPackage) {
  const { printed, code } = await run('verify', directory, '--public-key', made.keys.publicFile, '--nonce', made.nonce);
  return { said: printed.replace(/\s+/g, ' '), code };
}

describe('a package of another version', () => {
  test('of the same set is recomputed, and what was not compared is named', async () => {
    const pack = new OpenPackage(made);
    await pack.madeBy('0.0.9');
    const { said, code } = await verified(pack);
    expect(said).toMatch(
      /✓ \d+ rows recomputed by version 0\.1\.0 under set 2026-11: all have the outcome of the report/,
    );
    expect(said).toMatch(
      /· made by version 0\.0\.9 and recomputed by version 0\.1\.0: only outcomes, totals and verdict/,
    );
    expect(code, said).toBe(0);
  });

  test('that lacks requests of this version is named row by row', async () => {
    const pack = new OpenPackage(made);
    pack.editRecord(({ requests, exchanges }) => {
      const [{ attempts }] = requests.splice(40, 1);
      exchanges.splice(
        exchanges.findIndex(({ id }) => id === attempts[0].exchange),
        1,
      );
    });
    await pack.madeBy('0.0.9');
    const { said, code } = await verified(pack);
    expect(said).toMatch(
      /✗ row-not-recomputed: (getPaymentCode\/\S+|a control) needs a request of this version that the package does not have/,
    );
    expect(code).not.toBe(0);
  });
});

describe('a dishonest package of another version', () => {
  test('that claims another outcome is not verified', async () => {
    const pack = new OpenPackage(made);
    pack.editReport(({ requirements }) =>
      Object.assign(requirements.find(({ outcome }) => outcome === 'passed')!, { outcome: 'waived' }),
    );
    await pack.madeBy('0.0.9');
    const { said, code } = await verified(pack);
    expect(said).toContain('is waived in report.json, and this version comes to passed');
    expect(code).toBe(2);
  });

  test('with edited evidence is found out as any other', async () => {
    const pack = new OpenPackage(made);
    pack.editRecord(({ requests }) => Object.assign(requests[9], { ended: 'throttled' }));
    await pack.madeBy('0.0.9');
    const { said, code } = await verified(pack);
    expect(said).toContain('✗ ending-implausible: ');
    expect(code).toBe(1);
  });

  test('of a set that this version does not know needs the version that made it', async () => {
    const pack = new OpenPackage(made);
    await pack.madeBy('9.9.9', '2030-01');
    const { said, code } = await verified(pack);
    expect(said).toContain(
      'suite-version: the package was made by version 9.9.9, but this is version 0.1.0; only the version that made it can recompute it',
    );
    expect(code).toBe(2);
  });
});
