/**
 * The built command against hostile targets: every behaviour from the first answer, from the 61st, in TLS and through the proxy command.
 * Each run ends by itself, with the exit code of its kind, a report of bounded size and bounded memory. SWEEP=all takes the whole table;
 * HOSTILE_FILE names a file that gets a line per run.
 */
import { appendFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { hasOpenssl, makeCertificates } from '../support/certificates.ts';
import { behaviours, lawfulInterim } from '../support/hostile/behaviours.ts';
import { type HostileEnd, hostileRun, places, type Where } from '../support/hostile/hostile-run.ts';
import { partOf } from '../support/sweep-part.ts';

const isBuilt = existsSync(fileURLToPath(new URL('../../dist/cli.js', import.meta.url)));
const certificates = hasOpenssl ? makeCertificates() : null;
const timeout = 400_000;

interface Row {
  readonly name: string;
  readonly where: Where;
}

// By place within a behaviour: a part of the table has every place.
const table: readonly Row[] = Object.keys(behaviours).flatMap((name) => places.map((where) => ({ name, where })));

/** Exit codes that say something true: a target that is no target, a configuration at fault, a finding, or nothing judged. */
const lawfulExits = (where: Where): readonly number[] =>
  // What passes through the proxy may break nothing, or be nothing that is judged.
  where === 'through the proxy command' ? [0, 1, 2, 3, 4] : [1, 2, 3, 4];

/** What is right HTTP and right JSON, and odd in what nobody judges: the target may pass with it. */
const mayPass = new Set([
  'has a header of 60 kB',
  'has 3000 short headers',
  'answers twice',
  'has strings of 33 kB',
  'has strings that begin alike',
  'has 30000 distinct strings',
  'has 30000 distinct names',
  'has a number of 900 kB',
  'writes escape sequences',
  'nests 100000 objects',
  'nests 400000 lists',
]);

const mostMb = { report: 25, memory: 500 };

function noted({ name, where }: Row, end: HostileEnd): void {
  const { exit, seconds, peakMb, longestBlockMs, reportMb, files } = end;
  const line = [
    name,
    where,
    exit,
    `${seconds} s`,
    `${peakMb} MB`,
    `${longestBlockMs} ms`,
    `${reportMb} MB`,
    files.length,
  ].join(' | ');
  if (process.env.HOSTILE_FILE) appendFileSync(process.env.HOSTILE_FILE, `${line}\n`);
}

test('the table has 120 rows', () => {
  expect(table.length).toBeGreaterThanOrEqual(120);
});

describe('the command against a target that', { timeout }, () => {
  test.skipIf(!isBuilt).for(partOf(table, 12))('$name, $where', async (row, { skip }) => {
    const { name, where } = row;
    if (where === 'in TLS' && certificates === null) skip('openssl is not installed');
    const end = await hostileRun({
      behave: behaviours[name]!,
      where,
      certificates: where === 'in TLS' ? certificates : null,
    });
    noted(row, end);
    expect(mayPass.has(name) ? [0, ...lawfulExits(where)] : lawfulExits(where), end.told).toContain(end.exit);
    expect(end.files).toEqual(
      expect.arrayContaining(['report.json', 'report.html', 'junit.xml', 'summary.md', 'evidence.har']),
    );
    expect(end.reportMb).toBeLessThanOrEqual(mostMb.report);
    expect(end.peakMb).toBeLessThanOrEqual(mostMb.memory);
    // Nothing that the target says moves a terminal or begins a command.
    expect(end.printed + end.told).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]|^::error/m);
  });
});

describe('a correct target that', { timeout }, () => {
  test.skipIf(!isBuilt).for(Object.entries(lawfulInterim))('%s is conformant', async ([, behave]) => {
    const end = await hostileRun({ behave, where: 'from the first answer', certificates: null, answersToo: true });
    expect(end.exit, end.printed).toBe(0);
  });
});
