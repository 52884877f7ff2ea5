/** What is learnt of undocumented children: every name with its kinds, lengths and characters, and no value but constants. */

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { learnedPage, overlayText } from '../../cli/traffic/learned-text.ts';
import { TrafficCollector } from '../../engine/record/traffic.ts';
import { learn } from '../../engine/report/learned.ts';
import { operations } from '../../generated/operations.ts';
import { trafficCall } from '../support/traffic-calls.ts';

const digits = (count: number, of: number) => String(of).padStart(count, '7');

/** Thirty children that no page names, in the five undocumented objects of a digitization: path, value, and what is to be learnt. */
const children: readonly [
  path: string,
  value: (n: number) => unknown,
  kinds: string,
  min: number | null,
  max: number | null,
][] = [
  ['accountHolder.accountHolderName', (n) => 'x'.repeat(3 + (n % 5)), 'string', 3, 7],
  ['accountHolder.accountHolderEmailAddress', () => 'a.b@example.ph', 'string', 14, 14],
  ['accountHolder.nationality', () => 'PH', 'string', 2, 2],
  ['accountHolder.address', () => ({}), 'object', null, null],
  ['accountHolder.address.street', (n) => `${n % 10} Road`, 'string', 6, 6],
  ['accountHolder.address.postalCode', (n) => digits(4, n), 'string', 4, 4],
  ['accountHolder.phones', (n) => [digits(11, n), digits(12, n)], 'array', null, null],
  ['walletProviderDecisioningInfo.recommendedDecision', (n) => ['APPROVED', 'DECLINED'][n % 2], 'string', 8, 8],
  ['walletProviderDecisioningInfo.reasons', () => ['LONG_TENURE'], 'array', null, null],
  ['walletProviderDecisioningInfo.deviceScore', (n) => String(1 + (n % 5)), 'string', 1, 1],
  ['walletProviderDecisioningInfo.accountScore', (n) => n, 'number', null, null],
  ['walletProviderDecisioningInfo.isTrusted', (n) => n % 2 === 0, 'boolean', null, null],
  ['walletProviderDecisioningInfo.note', (n) => (n % 2 ? null : 'ok é'), 'null, string', 4, 4],
  ['deviceInfo.deviceName', (n) => `Phone ${n % 10}`, 'string', 7, 7],
  ['deviceInfo.formFactor', () => 'PHONE', 'string', 5, 5],
  ['deviceInfo.osName', (n) => ['IOS', 'ANDROID'][n % 2], 'string', 3, 7],
  ['deviceInfo.osVersion', () => '17.4', 'string', 4, 4],
  ['deviceInfo.imei', (n) => digits(15, n), 'string', 15, 15],
  ['deviceInfo.serialNumber', (n) => `S${digits(11, n)}`, 'string', 12, 12],
  ['deviceInfo.storageTechnology', () => 'SE', 'string', 2, 2],
  ['deviceInfo.language', () => 'en-PH', 'string', 5, 5],
  ['deviceInfo.location', () => ({}), 'object', null, null],
  ['deviceInfo.location.latitude', (n) => `14.${digits(4, n)}`, 'string', 7, 7],
  ['deviceInfo.location.longitude', (n) => `121.${digits(4, n)}`, 'string', 8, 8],
  ['associatedToken.tokenReferenceId', (n) => `DREF${digits(28, n)}`, 'string', 32, 32],
  ['associatedToken.tokenStatus', () => 'ACTIVE', 'string', 6, 6],
  ['associatedToken.expiry', () => '2029-12', 'string', 7, 7],
  ['aplusDecisioningInfo.recommendedDecision', () => 'APPROVED', 'string', 8, 8],
  ['aplusDecisioningInfo.riskLevel', (n) => ['LOW', 'MEDIUM', 'HIGH'][n % 3], 'string', 3, 6],
  ['aplusDecisioningInfo.score', (n) => (n % 2 ? String(n % 10) : n % 10), 'number, string', 1, 1],
];

function body(n: number): Record<string, unknown> {
  const made: Record<string, unknown> = { tokenReferenceId: `DREF${n}`, tokenType: 'CLOUD' };
  for (const [path, value] of children) {
    const steps = path.split('.');
    let here = made;
    for (const step of steps.slice(0, -1)) {
      here[step] ??= {};
      here = here[step] as Record<string, unknown>;
    }
    here[steps.at(-1)!] = value(n);
  }
  return made;
}

const op = operations.tokenDigitizeDecision;
const calls = 60;

function learnt() {
  const collector = new TrafficCollector({ paths: { [op.id]: op.path }, callerKey: () => null, keep: (one) => one });
  for (let n = 0; n < calls; n++) collector.add(trafficCall({ operation: op.id, at: n * 1000, body: body(n) }));
  return learn(collector.record(), [op]);
}

test('the draft overlay names all thirty children with their kinds and lengths', () => {
  const { actions } = parse(overlayText(learnt(), '2026-11-20'));
  const schemas = new Map<string, Record<string, unknown>>();
  const walk = (path: string, schema: { properties?: Record<string, never> }) => {
    schemas.set(path, schema as never);
    for (const [name, below] of Object.entries(schema.properties ?? {})) walk(`${path}.${name}`, below);
  };
  for (const { target, update } of actions) walk(target.split('.properties.').slice(1).join('.'), update);
  expect(children).toHaveLength(30);
  for (const [path, , kinds, min, max] of children) {
    const schema = schemas.get(path);
    expect([path, [schema?.type].flat().sort().join(', ')]).toEqual([path, kinds]);
    expect([path, schema?.minLength ?? null, schema?.maxLength ?? null]).toEqual([path, min, max]);
    expect(schema?.['x-seen']).toBe(calls);
  }
});

test('values are shown only where they are few upper-case words', () => {
  const fields = learnt().fields.flatMap(({ path, children: own }) =>
    own.map(({ path: below, words }) => [[...path, ...below].join('.'), words] as const),
  );
  const shown = Object.fromEntries(fields.filter(([, words]) => words !== null));
  expect(shown).toEqual({
    'accountHolder.nationality': ['PH'],
    'walletProviderDecisioningInfo.recommendedDecision': ['APPROVED', 'DECLINED'],
    'walletProviderDecisioningInfo.reasons.[]': ['LONG_TENURE'],
    'deviceInfo.formFactor': ['PHONE'],
    'deviceInfo.osName': ['ANDROID', 'IOS'],
    'deviceInfo.storageTechnology': ['SE'],
    'associatedToken.tokenStatus': ['ACTIVE'],
    'aplusDecisioningInfo.recommendedDecision': ['APPROVED'],
    'aplusDecisioningInfo.riskLevel': ['HIGH', 'LOW', 'MEDIUM'],
  });
});

test('the page for people has a line for each, with its characters', () => {
  const page = learnedPage(learnt(), []);
  expect(page).toContain('| `deviceInfo` |'.replace('`deviceInfo`', '`imei`'));
  expect(page).toMatch(/\| `imei` \| 60 of 60 \| string \| digits \| 15 \|/);
  expect(page).toMatch(/\| `accountHolderName` \| 60 of 60 \| string \| lower-case letters \| 3 to 7 \|/);
  for (const value of ['a.b@example.ph', 'Road', '17.4', 'en-PH']) expect(page).not.toContain(value);
});
