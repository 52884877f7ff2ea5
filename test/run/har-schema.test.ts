/** evidence.har against the HAR 1.2 specification: every mandatory member, of the right type, of a real run and of any report. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../engine/report.ts';
import { findings } from '../../reporters/findings.ts';
import { reporters } from '../../reporters/index.ts';
import { anyReport } from '../support/arbitrary-report.ts';
import { judgeReference } from '../support/judged.ts';
import { sampleReport } from '../support/sample-report.ts';

const text = { type: 'string' };
const whole = { type: 'integer', minimum: -1 };
const object = (properties: Record<string, object>, optional: Record<string, object> = {}) => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...optional, comment: text },
  // The specification lets applications add members whose names begin with an underscore, and nothing else.
  patternProperties: { '^_': {} },
  additionalProperties: false,
});
const list = (items: object) => ({ type: 'array', items });
const named = object({ name: text, value: text });
const cookie = object({ name: text, value: text }, { path: text, domain: text, expires: text });
const milliseconds = { type: 'number', minimum: 0 };
const orNot = { anyOf: [milliseconds, { const: -1 }] };

/** http://www.softwareishard.com/blog/har-12-spec/ in the words of JSON Schema. */
const schema = object({
  log: object(
    {
      version: { const: '1.2' },
      creator: object({ name: text, version: text }),
      entries: list(
        object(
          {
            startedDateTime: { type: 'string', format: 'date-time' },
            time: milliseconds,
            request: object(
              {
                method: text,
                url: { type: 'string', format: 'uri' },
                httpVersion: text,
                cookies: list(cookie),
                headers: list(named),
                queryString: list(named),
                headersSize: whole,
                bodySize: whole,
              },
              { postData: object({ mimeType: text, text }, { params: list({ type: 'object' }) }) },
            ),
            response: object({
              status: { type: 'integer', minimum: 0 },
              statusText: text,
              httpVersion: text,
              cookies: list(cookie),
              headers: list(named),
              content: object({ size: whole, mimeType: text }, { compression: whole, text, encoding: text }),
              redirectURL: text,
              headersSize: whole,
              bodySize: whole,
            }),
            cache: object({}, { beforeRequest: { type: 'object' }, afterRequest: { type: 'object' } }),
            timings: object(
              { send: milliseconds, wait: milliseconds, receive: milliseconds },
              { blocked: orNot, dns: orNot, connect: orNot, ssl: orNot },
            ),
          },
          { pageref: text, serverIPAddress: text, connection: text },
        ),
      ),
    },
    { browser: object({ name: text, version: text }), pages: list({ type: 'object' }) },
  ),
});

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const isHar = ajv.compile(schema);

function faults(report: Report): unknown[] {
  const har = JSON.parse(reporters.har.render(report));
  return isHar(har) ? [] : (isHar.errors ?? []).slice(0, 5);
}

describe('evidence.har', () => {
  test('has every mandatory member, and no foreign one', () => {
    expect(faults(sampleReport())).toEqual([]);
  });

  test('has them whatever a report holds', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        // Target, times and the slash that begins a path are the suite's own words, never foreign text.
        const own = report.exchanges.map((one) => {
          const request = { ...one.request, path: `/${one.request.path}` };
          return { ...one, request, startedAt: '2026-08-02T03:04:05.678Z' };
        });
        expect(faults({ ...report, target: { ...report.target, url: 'https://a.example' }, exchanges: own })).toEqual(
          [],
        );
      }),
      { numRuns: 40 },
    );
  });

  test('agrees with the entries: sizes, times, sums', () => {
    const { entries } = JSON.parse(reporters.har.render(sampleReport())).log;
    for (const { time, timings, request, response } of entries) {
      // The specification: time is the sum of all timings that apply.
      const sum = Object.values<number>(timings).reduce((total, part) => total + Math.max(0, part), 0);
      expect(time).toBeCloseTo(sum, 6);
      expect(request.bodySize).toBe(Buffer.byteLength(request.postData?.text ?? ''));
      expect(response.content.size).toBe(Buffer.byteLength(response.content.text ?? ''));
    }
  });
});

describe('the outputs of a real run', () => {
  test('agree: HAR, summary.md, annotations and job summary', async () => {
    const fault = ['otp-limit-process-fail', 'otp-acquirer-id-limit-32'];
    const report = await judgeReference({ fault, config: { apis: ['sendOTP'] } });
    expect(faults(report)).toEqual([]);
    const { entries } = JSON.parse(reporters.har.render(report)).log;
    expect(entries).toHaveLength(report.exchanges.length);
    const roots = findings(report, 'failed').map(({ row }) => row.key);
    expect(roots).toHaveLength(2);
    const summary = reporters.summary.render(report);
    expect(reporters['github-summary'].render(report)).toBe(summary);
    const told = [...summary.matchAll(/^### ✗ `([^`]+)`/gm)].map(([, key]) => key);
    const errors = [...reporters.github.render(report).matchAll(/^::error title=failed%3A (\S+)/gm)];
    expect(told).toEqual(roots);
    expect(errors.map(([, key]) => key)).toEqual(roots);
    const shown = findings(report, 'failed').flatMap(({ check }) => check?.exchanges ?? []);
    const ids = entries.map(({ _exchange }: { _exchange: { id: string } }) => _exchange.id);
    expect(ids).toEqual(expect.arrayContaining(shown));
  });
});
