/** Targets that are not the same all the time: weather is not judged, a wrong answer is, and who answers all alike proves nothing. */
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import type { CheckResult, Report } from '../../engine/report.ts';
import { mppFaults, startReferenceMpp } from '../../reference/index.ts';
import { judgeReference, rowOf, rowsWith } from '../support/judged.ts';
import { judgeFault } from '../support/judged-fault.ts';
import { passedRefusals, refusalsOf } from '../support/refusals.ts';

/** What the go-between makes of an answer: the n-th call, and the answer of the reference. */
type Meddle = (n: number, answer: { status: number; body: string }) => { status: number; body: string };

const errorPage = { status: 500, body: '<html><title>500 Internal Server Error</title></html>' };

/** Judges the correct reference from behind a go-between that spoils answers; unsigned, so that it may write its own. */
async function judgeBehind(meddle: Meddle, concurrency = 8): Promise<Report> {
  const reference = await startReferenceMpp({ signing: false, apis: ['sendOTP', 'tokenDigitizeDecision'] });
  let n = 0;
  const server = createServer(async (request, response) => {
    n += 1;
    const ordinal = n;
    const answer = await passedOn(request, reference.url);
    const { status, body } = meddle(ordinal, answer);
    response.writeHead(status, { 'Content-Type': answer.type });
    response.end(body);
  });
  const url = await listening(server);
  const prepared = await prepareRun({
    config: { ...reference.config, target: url, run: { seed: 1, concurrency } } as never,
  });
  try {
    return await runConformance(prepared.settings, {});
  } finally {
    await prepared.close();
    server.closeAllConnections();
    server.close();
    await reference.close();
  }
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface PassedOn {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

async function passedOn(request: IncomingMessage, url: string): Promise<PassedOn> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { host: _, connection: __, ...headers } = request.headers;
  return new Promise((resolve, reject) => {
    const onward = httpRequest(url + request.url, { method: request.method, headers }, async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part as Buffer);
      const body = Buffer.concat(parts).toString();
      resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? 'text/html', body });
    });
    onward.on('error', reject);
    onward.end(Buffer.concat(chunks));
  });
}

/** Ids that checks name although the report does not hold the exchange. */
function withoutEvidence({ requirements, exchanges }: Report): string[] {
  const ids = new Set(exchanges.map(({ id }) => id));
  const telling = requirements.flatMap(({ checks }) => checks).filter(({ outcome }) => outcome !== 'passed');
  return telling.flatMap((check) => check.exchanges).filter((id) => !ids.has(id));
}

/** What a check rests on, read from the report. */
function evidenceOf(report: Report, check: CheckResult) {
  return check.exchanges.map((id) => report.exchanges.find((exchange) => exchange.id === id)!);
}

describe('a target that answers one call in five with HTTP 500 and no result', () => {
  // Together, and one by one, so that a repeated call is always the next one.
  test.each([8, 1])('ends inconclusive with concurrency %i, both exchanges shown', async (concurrency) => {
    const report = await judgeBehind((n, answer) => (n % 5 === 4 ? errorPage : answer), concurrency);
    expect(rowsWith(report, 'failed').map(({ key, reason }) => `${key} ${reason}`)).toEqual([]);
    expect(report.run.exitCode).toBe(4);
    expect(report.verdict).toBe('incomplete');
    const unstable = rowsWith(report, 'inconclusive')
      .flatMap(({ checks }) => checks)
      .filter(({ outcome, reason }) => outcome === 'inconclusive' && reason === 'unstable');
    expect(unstable.length).toBeGreaterThan(10);
    expect(withoutEvidence(report)).toEqual([]);
    const repeated = unstable.filter(({ received }) => received.includes(', then '));
    expect(repeated.length).toBeGreaterThan(5);
    for (const check of repeated) {
      const statuses = evidenceOf(report, check).map(({ response }) => response?.status);
      expect(statuses).toContain(500);
      expect(statuses.some((status) => status !== 500)).toBe(true);
      expect(check.received).toMatch(/HTTP 500 without a JSON result/);
    }
  });
});

describe('several servers taken in turn, of which one is down', () => {
  // Retries at even distances would meet the bad one each time.
  test.each([2, 3, 5].flatMap((servers) => [1, 8].map((concurrency) => ({ servers, concurrency }))))(
    'are never found to break anything: $servers servers, concurrency $concurrency',
    async ({ servers, concurrency }) => {
      const report = await judgeBehind((n, answer) => (n % servers === 0 ? errorPage : answer), concurrency);
      expect(rowsWith(report, 'failed').map(({ key }) => key)).toEqual([]);
      expect(report.verdict).not.toBe('conformant');
      expect(withoutEvidence(report)).toEqual([]);
    },
  );
});

describe('a target that answers one call in five with a wrong code', () => {
  test('fails, and says how often it was seen', async () => {
    const wrong = (body: string) => body.replace(/"resultCode":\s*"[^"]*"/, '"resultCode":"ALL_FINE"');
    const report = await judgeBehind((n, { status, body }) => ({ status, body: n % 5 === 0 ? wrong(body) : body }));
    expect(report.run.exitCode).toBe(1);
    for (const operation of ['sendOTP', 'tokenDigitizeDecision']) {
      const row = rowOf(report, `${operation}/G-16`);
      expect(row.outcome).toBe('failed');
      const check = row.checks.find(({ title }) => title.includes('of the result table'))!;
      expect(check.received).toContain('ALL_FINE');
      expect(check.seen).toMatch(/^\d+ of \d+$/);
      const [seen, all] = check.seen.split(' of ').map(Number) as [number, number];
      expect(seen).toBeGreaterThan(0);
      expect(seen).toBeLessThan(all / 2);
      expect(evidenceOf(report, check)[0]!.response!.body).toContain('ALL_FINE');
    }
  });
});

describe('a target that stops verifying in between', () => {
  test('is caught by the same forgeries at the end of the run', async () => {
    const fault = mppFaults.find(({ name }) => name === 'verification-stops-after-200-requests')!;
    const report = await judgeFault(fault);
    expect(report.run.exitCode).toBe(1);
    const forgeries = report.requirements.filter(({ id }) => id === 'G-08').flatMap(({ checks }) => checks);
    const atEnd = forgeries.filter(({ title }) => /, at the end of the run:/.test(title));
    const atStart = forgeries.filter(({ title }) =>
      atEnd.some((end) => end.title.replace(', at the end of the run', '') === title),
    );
    expect(atStart).toHaveLength(atEnd.length);
    expect(atStart.map(({ outcome }) => outcome)).toEqual(atStart.map(() => 'passed'));
    expect(atEnd.map(({ outcome }) => outcome)).toEqual(atEnd.map(() => 'failed'));
  });
});

describe.each([
  'always-succeeds',
  'always-refuses',
  'always-illegal',
  'always-mistrusts',
  'always-unknown',
  'always-throttled',
])('a target that is %s', (fault) => {
  test('leaves no refusal passed, and never ends green', async () => {
    const report = await judgeReference({ fault, config: { apis: ['sendOTP', 'tokenDigitizeDecision'] } });
    expect(report.run.exitCode).not.toBe(0);
    expect(report.verdict).not.toBe('conformant');
    const refusals = refusalsOf(report);
    expect(refusals.length).toBeGreaterThan(50);
    expect(passedRefusals(report)).toEqual([]);
  });
});

test('the correct reference passes those same refusals', async () => {
  const report = await judgeReference({ config: { apis: ['sendOTP'] } });
  expect(
    refusalsOf(report)
      .filter(({ outcome }) => outcome !== 'passed')
      .map(({ title }) => title),
  ).toEqual([]);
});
