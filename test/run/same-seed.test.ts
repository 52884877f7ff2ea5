/** The same seed and target give the same report, apart from times, the id of the run, signatures and latencies. */
import { expect, test } from 'vitest';
import { prepareRun } from '../../cli/run/prepare.ts';
import { runConformance } from '../../cli/run/run-conformance.ts';
import type { Report, ReportExchange, Role } from '../../engine/report.ts';
import { judgeCaller } from '../support/judged-caller.ts';

async function judged(role: Role): Promise<Report> {
  const { settings, close } = await prepareRun({ config: { role, run: { seed: 7 } } });
  try {
    return await runConformance(settings, {});
  } finally {
    await close();
  }
}

/** How long something took, in words. */
const duration = /\b\d+(\.\d+)? m?s\b/g;

/** Times in bodies and in words are relative to the start of the run. */
const time = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?|\b\d{13}\b/g;

/** In an answer, what the target made up: redacted values, and codes where the answer was cut and so is no JSON. */
const redacted = /‹[\w-]+:\w+›|\b28\d{16}\b/g;

const changing = new Set(['signature', 'request-time', 'response-time', 'date']);

/** Headers without the values of those that carry a time or a signature. */
function steady(headers: readonly [string, string][]): [string, string][] {
  return headers.map(([name, value]) => [name, changing.has(name.toLowerCase()) ? '' : value]);
}

function withoutTimes({ request, response, ...about }: ReportExchange): ReportExchange {
  return {
    ...about,
    startedAt: '',
    durationMs: 0,
    request: { ...request, headers: steady(request.headers) },
    response: response && {
      ...response,
      headers: steady(response.headers),
      body: response.body.replaceAll(redacted, 'OWN'),
    },
  };
}

/** What two runs with one seed must have in common. */
function lasting(report: Report): unknown {
  const { run, target } = report;
  const text = JSON.stringify({
    ...report,
    target: { ...target, url: '' },
    run: { ...run, startedAt: '', durationMs: 0, peakMemoryMb: 0 },
    latencyMs: Object.keys(report.latencyMs),
    exchanges: report.exchanges.map(withoutTimes),
  });
  const steadied = text
    .replaceAll(run.id, 'RUN')
    // Which user of a pool serves a call that reaches a person depends on who is free.
    .replaceAll(/‹customerId:[0-9a-f]{8}›/g, 'USER')
    .replaceAll(/cf-RUN-\d+/g, 'TOKEN')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
    .replaceAll(time, 'TIME')
    .replaceAll(duration, 'N ms');
  return JSON.parse(steadied);
}

/** Where two values differ, and how: the first few places. */
function differences(one: unknown, other: unknown, place = ''): string[] {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other ? [] : [`${place}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const member = (of: object, key: string) => (of as Record<string, unknown>)[key];
  return [...keys].flatMap((key) => differences(member(one, key), member(other, key), `${place}/${key}`)).slice(0, 20);
}

/** An answer later than a quarter of the time-out decides nothing: a long one, so that a busy machine is never that late. */
const judgedCaller = () => judgeCaller({ callerTimeoutMs: 4000, config: { run: { seed: 7 } } });

test.each([
  ['mpp', () => judged('mpp')],
  ['alipayplus', () => judged('alipayplus')],
  ['mpp-client', judgedCaller],
] as const)('role %s', { timeout: 180_000 }, async (_, judgedOnce) => {
  const [one, other] = [await judgedOnce(), await judgedOnce()];
  expect(one.run.id).not.toBe(other.run.id);
  expect(differences(lasting(one), lasting(other))).toEqual([]);
});
