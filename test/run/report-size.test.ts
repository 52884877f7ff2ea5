/** How much a report writes: a passing run less than 1 MB, a run in which everything fails with large answers no more than a few. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { renderFiles } from '../../cli/run/publish.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import type { Report } from '../../engine/report.ts';
import { judgeReference } from '../support/judged.ts';

/** Bytes of each file of a report. */
async function sizesOf(report: Report): Promise<Record<string, number>> {
  const files = await renderFiles(report);
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.byteLength(text)]));
}

const sum = (sizes: Record<string, number>) => Object.values(sizes).reduce((all, size) => all + size, 0);

test('a passing run writes less than 1 MB, and shows one accepted call of each API', async () => {
  const report = await judgeReference({});
  expect(report.run.exitCode).toBe(0);
  const sizes = await sizesOf(report);
  expect(sum(sizes), JSON.stringify(sizes)).toBeLessThan(1_000_000);
  const shown = new Set(report.exchanges.map(({ operation }) => operation));
  expect([...shown].sort()).toEqual([...report.run.apis].sort());
  expect(report.exchanges.length).toBeLessThan(20);
}, 120_000);

/** Answers everything with a page of 300 kB and as many headers as fit. */
async function startLargeTarget() {
  const page = `<p>${'x'.repeat(300_000)}</p>`;
  const server = createServer((request, response) => {
    request.resume();
    for (let n = 0; n < 300; n += 1) response.setHeader(`X-Filler-${n}`, 'y'.repeat(100));
    response.end(page);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

test('a run that fails everywhere with large answers writes a few MB at most, and keeps what decides', async () => {
  const reference = await judgeReference({ fault: 'illegal-parameter-as-plain-text' });
  const failed = reference.requirements.filter(({ outcome, checks }) => outcome === 'failed' && checks.length > 0);
  expect(failed.length).toBeGreaterThan(50);
  const shown = new Set(reference.exchanges.map(({ id }) => id));
  for (const { key, checks } of failed) {
    const first = checks.find(({ outcome }) => outcome === 'failed')!.exchanges[0];
    expect(first === undefined || shown.has(first), key).toBe(true);
  }
  expect(sum(await sizesOf(reference))).toBeLessThan(8_000_000);
  const target = await startLargeTarget();
  const prepared = await prepareRun({ config: { target: target.url, run: { seed: 1 } } as never });
  try {
    const sizes = await sizesOf(await runConformance(prepared.settings, {}));
    expect(sum(sizes), JSON.stringify(sizes)).toBeLessThan(8_000_000);
  } finally {
    await prepared.close();
    target.close();
  }
}, 240_000);
