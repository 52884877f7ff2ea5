/** Proofs in words at an API that moves money: idempotency, ids of their own, conditional fields, and the limit of payments. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Config } from '../../cli/config/shape.ts';
import { run as judge } from '../../cli/index.ts';
import type { Report } from '../../engine/report.ts';
import { freshDirectory } from '../support/packages.ts';
import { type PayFault, paySpec, startPay } from '../support/pay.ts';

const file = join(freshDirectory(), 'pay.yaml');
writeFileSync(file, paySpec);

/** The same API, served by Alipay+. */
const swappedFile = join(freshDirectory(), 'pay.yaml');
writeFileSync(
  swappedFile,
  paySpec
    .replace('x-caller: alipayplus', 'x-caller: mpp')
    .replace('x-server: mpp', 'x-server: alipayplus')
    .replaceAll('mpp-server', 'alipayplus-server'),
);

async function judged(
  fault: PayFault | null,
  limits?: { maxSends: number },
  more: Config = {},
): Promise<{ report: Report; payments: number }> {
  const server = await startPay(fault);
  try {
    const report = await judge({
      target: server.url,
      specs: [file],
      apis: ['pay'],
      requests: { pay: [{ accessToken: 'tok-1' }, { accessToken: 'tok-2' }] },
      scenarios: { pay: { INVALID_TOKEN: { accessToken: 'tok-of-nobody' } } },
      limits: { pay: { perFixture: 12, restMs: 0, ...limits } },
      run: { seed: 1 },
      ...more,
    });
    return { report, payments: server.payments() };
  } finally {
    await server.close();
  }
}

function outcomes({ requirements }: Report, ids: readonly string[]): string[] {
  return requirements
    .filter(({ id, operation }) => operation === 'pay' && ids.includes(id))
    .map(({ id, outcome }) => `${id} ${outcome}`);
}

const own = ['PAY-01', 'PAY-02', 'PAY-03', 'PAY-04'];

test('a correct server passes', { timeout: 120_000 }, async () => {
  const { report } = await judged(null);
  const against = report.requirements.filter(({ outcome }) => ['failed', 'warned', 'inconclusive'].includes(outcome));
  expect(against.map(({ key, outcome, checks }) => [key, outcome, checks.map(({ received }) => received)])).toEqual([]);
  expect(report.verdict).toBe('conformant');
  expect(outcomes(report, own)).toEqual(own.map((id) => `${id} passed`));
});

test.each([
  ['pays-twice', 'PAY-03'],
  ['takes-another-body', 'PAY-03'],
  ['one-id', 'PAY-02'],
  ['no-id', 'pay.response.paymentId.required'],
  ['any-token', 'PAY-04'],
] as const)('%s fails %s', { timeout: 120_000 }, async (fault, row) => {
  const { report } = await judged(fault);
  expect(outcomes(report, [row])).toEqual([`${row} failed`]);
  expect(report.verdict).toBe('not-conformant');
});

test('no more payments are made than the limit allows, and what they would show is not green', {
  timeout: 120_000,
}, async () => {
  const { report, payments } = await judged(null, { maxSends: 3 });
  expect(payments).toBeLessThanOrEqual(3);
  expect(report.run.sent.pay).toBeLessThanOrEqual(3);
  expect(outcomes(report, ['PAY-03'])).toEqual(['PAY-03 not-run']);
});

test('the server of Alipay+ is judged as that of an MPP is', { timeout: 120_000 }, async () => {
  const swapped: Config = { role: 'alipayplus', specs: [swappedFile] };
  const correct = await judged(null, undefined, swapped);
  expect(correct.report.verdict).toBe('conformant');
  expect(outcomes(correct.report, own)).toEqual(own.map((id) => `${id} passed`));
  const { report } = await judged('pays-twice', undefined, swapped);
  expect(outcomes(report, ['PAY-03'])).toEqual(['PAY-03 failed']);
});

test('a row whose scenario the config lacks is not green', { timeout: 120_000 }, async () => {
  const { report } = await judged(null, undefined, { scenarios: {} });
  expect(outcomes(report, ['PAY-04'])).toEqual(['PAY-04 not-run']);
});
