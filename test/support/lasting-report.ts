/** What two reports of one seed and target have in common, and where two of them differ. */
import type { Report, ReportExchange } from '../../engine/report.ts';

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
export function lasting(report: Report): unknown {
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
export function differences(one: unknown, other: unknown, place = ''): string[] {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other ? [] : [`${place}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const member = (of: object, key: string) => (of as Record<string, unknown>)[key];
  return [...keys].flatMap((key) => differences(member(one, key), member(other, key), `${place}/${key}`)).slice(0, 20);
}
