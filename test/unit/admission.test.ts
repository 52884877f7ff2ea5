/** Admission: which probes may be put to a target, by profile, signing and the controls that were accepted. */
import { expect, test } from 'vitest';
import type { Probe } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import type { ControlResult } from '../../engine/check/controls.ts';
import { note } from '../../engine/check/facts.ts';
import { notRun } from '../../engine/check/finding.ts';
import { refuses } from '../../engine/check/verbs/index.ts';
import { admission } from '../../engine/plan/admission.ts';
import { resultOf, settingsWith, settledOf } from '../support/exchanges.ts';

const accepted = settledOf(resultOf('S', 'SUCCESS'));
const probe = (change: Partial<Probe> = {}): Probe => ({
  ...refuses('a probe', {}, { codes: [] }),
  ...change,
});

function contextOf({ full = true, minimal = true, mode = 'required', profile = 'gate' } = {}): CheckContext {
  return {
    op: { id: 'sendOTP' },
    settings: settingsWith({ profile, signing: { mode } }),
    controls: { full: full ? accepted : null, minimal: minimal ? accepted : null },
  } as unknown as CheckContext;
}

test('a probe goes where its control was accepted', () => {
  for (const control of ['full', 'minimal', 'none'] as const)
    expect(admission(probe({ control }), contextOf(), null)).toBe('go');
});

test('a probe of another profile is no check of this run', () => {
  expect(admission(probe({ profiles: ['certify'] }), contextOf(), null)).toBe('left-out');
  expect(admission(probe({ profiles: ['certify', 'gate'] }), contextOf(), null)).toBe('go');
  // Before anything else: it is not a check that could be open.
  expect(admission(probe({ profiles: ['smoke'] }), contextOf({ full: false }), null)).toBe('left-out');
});

test('a probe of signatures is not run with signing off', () => {
  const finding = { verdict: 'not-run', reason: 'signing-off', received: note('signing-off') };
  expect(admission(probe({ signing: true }), contextOf({ mode: 'off' }), null)).toMatchObject(finding);
  expect(admission(probe(), contextOf({ mode: 'off' }), null)).toBe('go');
  expect(admission(probe({ signing: true }), contextOf(), null)).toBe('go');
});

test('without an accepted control a probe is not run, for the reason that the opening gives', () => {
  const refused = contextOf({ full: false });
  expect(admission(probe(), refused, null)).toMatchObject({
    verdict: 'not-run',
    reason: 'no-control',
    received: note('no-control', 'sendOTP'),
  });
  const unanswered = notRun('throttled', { is: 'throttled', answer: null, needs: 'users' });
  const opening: ControlResult = { settled: null, unanswered, spelling: null };
  expect(admission(probe(), refused, opening)).toBe(unanswered);
  expect(admission(probe({ control: 'none' }), refused, opening)).toBe('go');
});

test('a twin of the smaller request is left out where that was not accepted', () => {
  expect(admission(probe({ control: 'minimal' }), contextOf({ minimal: false }), null)).toBe('left-out');
  for (const control of ['full', 'none'] as const)
    expect(admission(probe({ control }), contextOf({ minimal: false }), null)).toBe('go');
});
