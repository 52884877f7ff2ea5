/** report.html in a real browser: opens from disk, filters, is accessible, prints, and lets hostile text do nothing. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../engine/report.ts';
import { html } from '../../reporters/html.tsx';
import { hostileTexts } from '../support/arbitrary-report.ts';
import { sampleReport, shortReport } from '../support/sample-report.ts';

const executable = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

if (!executable)
  console.warn('report.html is not tested in a browser: no chromium here (CHROMIUM names another path).');

describe.skipIf(!executable)('report.html in a browser', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-html-'));
  let browser: Browser;

  beforeAll(async () => {
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet];
    browser = await chromium.launch({ executablePath: executable!, args });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a report from disk; everything that it says or asks for is kept. */
  async function open(report: Report, options: BrowserContextOptions = {}, hash = '') {
    const file = join(folder, 'report.html');
    writeFileSync(file, html(report));
    const page = await browser.newPage(options);
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => asked.push(request.url()));
    const address = pathToFileURL(file).href + hash;
    await page.goto(address);
    return { page, said, asked, address };
  }

  const shown = (page: Page) => page.locator('.requirements details.row:visible').count();

  test('opens without network and says nothing to the console', async () => {
    const { page, said, asked, address } = await open(sampleReport());
    expect(await page.locator('h1').textContent()).toContain('Not conformant');
    expect(said).toEqual([]);
    expect(asked).toEqual([address]);
    await page.close();
  });

  test('filters by outcome, API and word, and says how many are shown', async () => {
    const report = sampleReport();
    const { page, said } = await open(report);
    expect(await shown(page)).toBe(report.requirements.length);
    await page.getByRole('checkbox', { name: 'failed' }).check();
    expect(await shown(page)).toBe(report.totals.failed);
    await page.locator('#api').selectOption({ label: 'sendOTP' });
    await page.locator('#search').fill('maxLength LONGER');
    expect(await shown(page)).toBe(1);
    expect(await page.locator('#shown').textContent()).toBe(`1 of ${report.requirements.length} shown`);
    await page.locator('#search').fill('no such word');
    expect(await page.locator('#nothing').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByText(`${report.requirements.length} of ${report.requirements.length} shown`).waitFor();
    await page.getByRole('button', { name: 'Open all shown' }).click();
    expect(await page.locator('.requirements details.row[open]').count()).toBe(report.requirements.length);
    expect(said).toEqual([]);
    await page.close();
  });

  test('leads from a cell of the matrix to the evidence with the guilty field marked', async () => {
    const { page } = await open(sampleReport());
    await page.getByRole('link', { name: /^sendOTP, maxLength: 1 failed/ }).click();
    const entry = page.locator('.entry:visible');
    expect(await entry.locator('pre mark').first().textContent()).toMatch(/^"accessToken": "tok-1x+"$/);
    await page.close();
  });

  test('is whole without script, and a link opens its entry', async () => {
    const report = sampleReport();
    const { page } = await open(report, { javaScriptEnabled: false }, '#r-sendOTP_OTP-03');
    expect(await page.locator('.toolbar').isVisible()).toBe(false);
    expect(await shown(page)).toBe(report.requirements.length);
    expect(await page.locator('[id="r-sendOTP_OTP-03"]').isVisible()).toBe(true);
    expect(await page.locator('[id="r-sendOTP_OTP-12"]').isVisible()).toBe(false);
    await page.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no serious fault of accessibility, all opened, ${colorScheme}`, async () => {
      const { page } = await open(shortReport(), { colorScheme });
      await page.getByRole('button', { name: 'Open all shown' }).click();
      // The page's own policy allows no foreign script; the debugger's way in is not bound by it.
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const runner = (globalThis as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } }).axe;
        return (await runner.run()).violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes[0]?.html }));
      });
      expect(found.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
      await page.close();
    });
  }

  test('fits a phone and a wide screen without scrolling sideways', async () => {
    for (const width of [390, 768, 1280, 2200]) {
      const { page } = await open(sampleReport(), { viewport: { width, height: 800 } });
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.close();
    }
  });

  test('prints on A4 with lines for product and author, without controls', async () => {
    const { page } = await open(sampleReport(), { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    const visible = (selector: string) => page.locator(selector).first().isVisible();
    expect(await visible('.title-block .blank')).toBe(true);
    expect([await visible('.toolbar'), await visible('nav'), await visible('.copy')]).toEqual([false, false, false]);
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(31, 32, 35)');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    // 210 by 297 mm in points.
    expect(pdf).toMatch(/\/MediaBox ?\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    await page.close();
  });

  test('shows hostile text as text', async () => {
    const report = sampleReport();
    const payload = Object.values(hostileTexts).join(' ');
    const row = report.requirements.find((one) => one.key === 'sendOTP/OTP-03')!;
    row.says += payload;
    row.source = { page: `javascript:window.hacked=1//${payload}`, words: payload };
    Object.assign(row.checks[0]!, {
      received: payload,
      expected: payload,
      counterexample: { [payload]: payload },
      replay: payload,
    });
    for (const exchange of report.exchanges) {
      exchange.title = payload;
      exchange.request.path += payload;
      if (exchange.response) exchange.response.body = payload;
    }
    const benign = await open(sampleReport());
    const elements = (page: Page) => page.locator('script, img, iframe, base, form, input').count();
    const expected = await elements(benign.page);
    await benign.page.close();
    const { page, said, asked, address } = await open(report);
    await page.getByRole('button', { name: 'Open all shown' }).click();
    expect(await page.evaluate('"hacked" in window')).toBe(false);
    expect(await elements(page)).toBe(expected);
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect({ said, asked }).toEqual({ said: [], asked: [address] });
    await page.close();
  });
});

interface AxeViolation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}
