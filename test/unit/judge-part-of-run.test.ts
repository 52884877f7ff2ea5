/** The judge on a part of a run: what may fail on it and not pass, and what every check says about the requests that it rests on. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { invariant } from '../../engine/check/check.ts';
import { note } from '../../engine/check/facts.ts';
import { seenSoFar } from '../../engine/check/steps.ts';
import { sequence } from '../../engine/check/verbs/index.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import { requestName } from '../../engine/request/request-spec.ts';
import {
  accepted,
  always,
  asked,
  asks,
  closing,
  judged,
  minimal,
  opening,
  refused,
  row,
  smallRecord,
  specOf,
} from '../support/small-run.ts';

const sees = (verdict: 'satisfied' | 'violated' | 'advisory') =>
  invariant(verdict, ({ answer: { exchange } }) => ({ ...always(verdict), exchanges: [exchange] }));
const controls = [opening(), minimal(), closing()];
const record = (stopped: RunRecord['stopped'] = null) =>
  smallRecord([...controls, asked('one', accepted), asked('end', accepted), asked('bad', refused)], stopped);

const checks = row({
  probes: [asks('one'), asks('end', { phase: 'last' }), asks('bad', { phase: 'last' })],
  invariants: [sees('satisfied'), sees('violated')],
});
const leftOut = row({ probes: [asks('other')], excused: 'not-selected' }, 'OTP-04');

const verdicts = (...parts: Parameters<typeof judged>) =>
  judged(...parts).checks.map(({ finding: { verdict, reason } }) => `${verdict} ${reason}`.trim());

describe('a check', () => {
  test('passes on a whole run', () => {
    const passed = ['satisfied', 'satisfied', 'violated broken', 'satisfied', 'violated broken'];
    expect(verdicts([checks], record())).toEqual(passed);
    const evidence = { ...leftOut, givesEvidence: true };
    expect(verdicts([checks, evidence], record())).toEqual(passed);
  });

  test.each([
    ['a part of one', [checks, leftOut], record(), 'not-replayed', 'part-of-run'],
    ['one that ended early', [checks], record('interrupted'), 'interrupted', 'run-ended'],
    ['a part of one that ended early', [checks, leftOut], record('interrupted'), 'interrupted', 'run-ended'],
  ] as const)('that needs the whole run fails, and does not pass, on %s', (_, plan, run, reason, words) => {
    const open = `not-run ${reason}`;
    expect(verdicts(plan, run)).toEqual(['satisfied', open, 'violated broken', open, 'violated broken']);
    const [, end, , seen] = judged(plan, run).checks;
    expect([end!.finding.received, seen!.finding.received]).toEqual([note(words), note(words)]);
  });

  test('says what it did where no exchange does', () => {
    const probes = [asks('one', { did: 'this' }), asks('end')];
    const [one, other] = judged([row({ probes })], record()).checks;
    expect(one).toMatchObject({ did: 'this' });
    expect(other).not.toHaveProperty('did');
  });

  test('says whose requests it rests on where it speaks against the target, and that only a whole run shows its end', () => {
    const plan = [row({ probes: checks.probes, invariants: [sees('satisfied'), sees('advisory'), sees('violated')] })];
    const [one, end, bad, kept, advice, broken] = judged(plan, record()).checks;
    for (const check of [one, kept]) expect(check).not.toHaveProperty('sentBy');
    for (const check of [end, bad, advice, broken]) expect(check).toHaveProperty('sentBy', null);
  });
});

test('it is known which requests controls asked for, and which checks', () => {
  const { driver } = judged([row({ probes: [asks('one')] })], record());
  const request = (spec: Parameters<typeof requestName>[1]) => {
    const name = requestName('sendOTP', spec, record().identity);
    const { isControl, askedBy } = driver.asked.get(`sendOTP/${name}`)!;
    return [isControl, ...askedBy];
  };
  expect(request(specOf('one'))).toEqual([false, 'sendOTP/OTP-09']);
  expect(request(opening().spec)).toEqual([true]);
});

test('a check may ask what was sent so far, and with which key its answers are read', () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  const probe = sequence('looks back', function* () {
    const seen = yield* seenSoFar('sendOTP');
    const keys = new Set(seen.map((one) => one.publicKey !== null));
    return { ...always('satisfied'), received: note('self-check', `${seen.length} ${[...keys]}`) };
  });
  const looked = (change: object = {}) =>
    judged([row({ probes: [probe] })], smallRecord([opening(), asked('one', accepted)]), change).checks[0]!.finding
      .received;
  expect(looked()).toEqual(note('self-check', '2 false'));
  expect(looked({ signing: { mode: 'off', publicKey: pem } })).toEqual(note('self-check', '2 true'));
});
