/** generated/report.schema.json says what the Report type says: every Report is valid, and nothing is left undeclared. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { json } from '../../reporters/json.ts';
import { reportSchema, reportSchemaFile, reportSchemaText } from '../../scripts/report-schema.ts';
import { anyReport } from '../support/arbitrary-report.ts';
import { shortReport } from '../support/sample-report.ts';

type Schema = Record<string, unknown>;

function validator(schema: Schema) {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  return ajv.compile(schema);
}

/** The schema with no other members allowed anywhere. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const all = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in all && 'required' in all ? { ...all, additionalProperties: false } : all;
}

test('the published schema is fresh', () => {
  expect(readFileSync(reportSchemaFile, 'utf8')).toBe(reportSchemaText());
});

test('any report.json is valid, with every member declared', { timeout: 60_000 }, () => {
  const valid = validator(closed(reportSchema()) as Schema);
  fc.assert(
    fc.property(anyReport, (report) => {
      expect(valid(JSON.parse(json(report))), JSON.stringify(valid.errors)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a member that is missing, or null or a word where it must not be, is refused', { timeout: 60_000 }, () => {
  const valid = validator(reportSchema());
  const mayBeNull = new Set([
    'ambiguity',
    'consequenceOf',
    'waiver',
    'counterexample',
    'response',
    'noAnswer',
    'nonce',
  ]);
  /** Left out by earlier versions. */
  const mayBeMissing = new Set(['done', 'harm', 'signatures']);
  const whole = shortReport(1);
  const refuse = (change: (report: Record<string, unknown>) => void) => {
    const report = structuredClone(whole) as unknown as Record<string, unknown>;
    change(report);
    return !valid(report);
  };
  for (const path of paths(whole)) {
    const name = path.at(-1)!;
    const parent = (report: unknown) =>
      path.slice(0, -1).reduce((at, key) => (at as Record<string, unknown>)[key], report) as Record<string, unknown>;
    expect(
      refuse((report) => delete parent(report)[name]),
      `${path.join('.')} deleted`,
    ).toBe(!mayBeMissing.has(name));
    if (!mayBeNull.has(name)) {
      expect(
        refuse((report) => {
          parent(report)[name] = null;
        }),
        `${path.join('.')} null`,
      ).toBe(true);
    }
  }
  expect(
    refuse((report) => {
      report.verdict = 'green';
    }),
  ).toBe(true);
  expect(
    refuse((report) => {
      (report.totals as Schema).failed = -1;
    }),
  ).toBe(true);
});

test('a report of a later version, with more members, is valid', () => {
  const valid = validator(reportSchema());
  expect(valid({ ...shortReport(), more: 1 })).toBe(true);
});

/** Paths to the members of an object, with the first item of each list; free maps and headers are left out. */
function paths(value: unknown, path: string[] = []): string[][] {
  if (Array.isArray(value)) return value.length > 0 ? paths(value[0], [...path, '0']) : [];
  if (typeof value !== 'object' || value === null) return [];
  if (['sent', 'latencyMs', 'headers', 'counterexample'].includes(path.at(-1) ?? '')) return [];
  return Object.entries(value).flatMap(([key, item]) => [[...path, key], ...paths(item, [...path, key])]);
}
