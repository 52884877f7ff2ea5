/** From failed rows to root findings; and each probe held to what it claims to be. */
import { describe, expect, test } from 'vitest';
import { notRun, Unjudged } from '../../engine/check/finding.ts';
import { checkOf, rowsOf } from '../../engine/plan/rows.ts';
import { linkConsequences } from '../../engine/report/root-causes.ts';
import type { CheckResult, Outcome, RequirementRow } from '../../engine/report.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import { checkProbe } from '../../engine/request/self-check.ts';
import type { JsonObject } from '../../engine/settings.ts';
import { operations } from '../../generated/operations.ts';
import { requirements } from '../../generated/requirements.ts';
import { exchangeOf, resultOf } from '../support/witnesses.ts';

const { sendOTP } = operations;

function row(id: string, change: Partial<RequirementRow> = {}): RequirementRow {
  const operation = change.operation ?? 'sendOTP';
  const found = rowsOf(operations[operation as 'sendOTP']).find((plan) => plan.row.id === id)!.row;
  return { ...found, outcome: 'failed', ...change };
}

const answer = (id: string, probe: string) => exchangeOf(resultOf('F', 'PARAM_ILLEGAL'), { id, probe });

const check = (outcome: Outcome, more: Partial<CheckResult> = {}): CheckResult => ({
  ...checkOf(row('OTP-04'), 'a', notRun('unstable', ''), false),
  outcome,
  ...more,
});

describe('of rows that failed together', () => {
  const exchanges = ['a', 'b', 'c'].flatMap((probe) => [
    answer(`${probe}0`, `${probe}/0`),
    answer(`${probe}1`, `${probe}/1`),
  ]);
  const failing = (id: string, seen: readonly string[], change: Partial<RequirementRow> = {}) =>
    row(id, { checks: [check('failed', { exchanges: [...seen], title: id })], ...change });
  const linked = (...rows: RequirementRow[]) => {
    linkConsequences(rows, exchanges);
    return rows.map(({ consequenceOf }) => consequenceOf);
  };
  const field = 'sendOTP.accessToken.maxLength';
  const inAnswer = 'sendOTP.response.verifyRequestId.maxLength';

  test('the one that names the cause best explains the others', () => {
    expect(linked(failing('OTP-09', ['a0']), failing(field, ['a0']))).toEqual([`sendOTP/${field}`, null]);
    expect(linked(failing('G-16', ['a0']), failing('OTP-09', ['a0']))).toEqual(['sendOTP/OTP-09', null]);
    expect(linked(failing('OTP-09', ['a0']), failing('G-08', ['a0']))).toEqual(['sendOTP/G-08', null]);
    expect(linked(failing('G-08', ['a0']), failing(inAnswer, ['a0']))).toEqual([`sendOTP/${inAnswer}`, null]);
    expect(linked(failing(inAnswer, ['a0']), failing(field, ['a0']))).toEqual([`sendOTP/${field}`, null]);
  });

  test('attempts of one probe are one sight', () => {
    expect(linked(failing('OTP-09', ['a1']), failing(field, ['a0']))).toEqual([`sendOTP/${field}`, null]);
  });

  test('one that was seen elsewhere too stays a finding of its own', () => {
    expect(linked(failing('OTP-09', ['b0']), failing(field, ['a0']))).toEqual([null, null]);
    const wide = {
      ...failing('OTP-09', ['a0']),
      checks: [check('failed', { exchanges: ['a0'] }), check('failed', { exchanges: ['b0'] })],
    };
    expect(linked(wide, failing(field, ['a0']))).toEqual([null, null]);
    expect(linked(failing('OTP-09', []), failing(field, ['a0']))).toEqual([null, null]);
    expect(linked(failing(field, ['a0']), failing('sendOTP.pspId.maxLength', ['a0']))).toEqual([null, null]);
  });

  test('only the decisive exchange of a check counts for it, and all for what explains it', () => {
    expect(linked(failing('OTP-09', ['a0', 'b0']), failing(field, ['a0']))).toEqual([`sendOTP/${field}`, null]);
    expect(linked(failing('OTP-09', ['b0']), failing(field, ['a0', 'b0']))).toEqual([`sendOTP/${field}`, null]);
  });

  test('several of the better ones may explain it together', () => {
    const wide = {
      ...failing('OTP-09', []),
      checks: [check('failed', { exchanges: ['b0'] }), check('failed', { exchanges: ['c0'] })],
    };
    const [consequence] = linked(wide, failing(field, ['c0']), failing('sendOTP.pspId.maxLength', ['b0']));
    expect(consequence).toBe(`sendOTP/${field}`);
    const apart = {
      ...failing('OTP-09', []),
      checks: [check('failed', { exchanges: ['b0'] }), check('failed', { exchanges: ['c0'] })],
    };
    expect(linked(apart, failing('sendOTP.pspId.maxLength', ['a0']), failing(field, ['c0']))).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('a catalogue row that an invariant saw too is a face of that', () => {
    expect(
      linked(
        failing('OTP-09', ['a0']),
        failing('G-16', ['a0', 'b0'], { checks: [check('failed', { exchanges: ['b0', 'a0'] })] }),
      ),
    ).toEqual(['sendOTP/G-16', null]);
    expect(linked(failing('OTP-09', ['c0']), failing('G-16', ['a0']))).toEqual([null, null]);
  });

  test('what is better named is not a face of an invariant, nor is what is explained already', () => {
    const wide = () =>
      failing('G-16', [], { checks: [check('failed', { exchanges: ['a0'] }), check('failed', { exchanges: ['b0'] })] });
    expect(linked(failing(field, ['a0']), wide())).toEqual([null, null]);
    expect(linked(failing('OTP-09', ['a0']), failing(field, ['a0']), wide())).toEqual([`sendOTP/${field}`, null, null]);
    expect(linked(failing('OTP-09', []), wide())).toEqual([null, null]);
  });

  test('two of one rank that were decided on the same probes are one finding, under the first name', () => {
    expect(linked(failing('OTP-09', ['a0']), failing('OTP-04', ['a0']))).toEqual(['sendOTP/OTP-04', null]);
    expect(linked(failing('OTP-04', ['a0']), failing('OTP-09', ['a0']))).toEqual([null, 'sendOTP/OTP-04']);
    expect(linked(failing('OTP-09', ['a0']), failing('OTP-04', ['b0']))).toEqual([null, null]);
    const sameField = 'sendOTP.accessToken.empty';
    expect(linked(failing(field, ['a0']), failing(sameField, ['a0']))).toEqual([`sendOTP/${sameField}`, null]);
  });

  test('of two sights the wider one explains, of one rank alone', () => {
    const wide = (id: string) =>
      failing(id, [], { checks: [check('failed', { exchanges: ['a0'] }), check('failed', { exchanges: ['b0'] })] });
    expect(linked(failing('OTP-04', ['a0']), wide('OTP-09'))).toEqual(['sendOTP/OTP-09', null]);
    expect(linked(failing('G-08', ['a0']), wide('OTP-09'))).toEqual([null, null]);
  });

  test('a good request that lacks a demanded optional field is no second finding', () => {
    const optional = (at: string) =>
      row('sendOTP.verifyType.optional', { checks: [check('failed', { exchanges: ['b0'], field: at })] });
    const sent = exchangeOf(resultOf('F', 'PARAM_ILLEGAL'), { id: 'm', probe: 'm/0', body: { accessToken: 't' } });
    const of = (...rows: RequirementRow[]) => {
      linkConsequences(rows, [...exchanges, sent]);
      return rows.map(({ consequenceOf }) => consequenceOf);
    };
    expect(of(failing('OTP-15', ['m']), optional('/verifyType'))).toEqual([
      'sendOTP/sendOTP.verifyType.optional',
      null,
    ]);
    expect(of(failing('OTP-15', ['m']), optional('/accessToken'))).toEqual([null, null]);
    expect(of(failing('OTP-15', ['m']), optional(''))).toEqual([null, null]);
    expect(of(failing('G-24', ['m']), optional('/verifyType'))).toEqual([null, null]);
    const required = row('sendOTP.pspId.required', { checks: optional('/verifyType').checks });
    expect(of(failing('OTP-15', ['m']), required)).toEqual([null, null]);
    const passedToo = failing('OTP-15', [], {
      checks: [check('passed', { exchanges: ['none'] }), check('failed', { exchanges: ['m'] })],
    });
    expect(of(passedToo, optional('/verifyType'))[0]).toBe('sendOTP/sendOTP.verifyType.optional');
    const elsewhereToo = failing('OTP-15', [], {
      checks: [check('failed', { exchanges: ['m'] }), check('failed', { exchanges: ['full'] })],
    });
    const full = exchangeOf(resultOf('F', 'PARAM_ILLEGAL'), {
      id: 'full',
      probe: 'f/0',
      body: { verifyType: 'MOBILE' },
    });
    const rows = [elsewhereToo, optional('/verifyType')];
    linkConsequences(rows, [...exchanges, sent, full]);
    expect(rows[0]!.consequenceOf).toBe(null);
    const garbled = exchangeOf(resultOf('F', 'PARAM_ILLEGAL'), { id: 'g', probe: 'g/0', body: '{' });
    const unread = [failing('OTP-15', ['g']), optional('/verifyType')];
    linkConsequences(unread, [...exchanges, garbled]);
    expect(unread[0]!.consequenceOf).toBe(null);
  });

  test('the same wrong answer to several illegal fields is one finding; an S at each is one each', () => {
    const with_ = (id: string, seen: string, received: string) =>
      row(id, { checks: [check('failed', { exchanges: [seen], received })] });
    const psp = 'sendOTP.pspId.maxLength';
    const both = (one: string, other: string) => linked(with_(field, 'a0', one), with_(psp, 'b0', other));
    expect(both('F/PROCESS_FAIL', 'F/PROCESS_FAIL')).toEqual([null, `sendOTP/${field}`]);
    expect(both('HTTP 500 without a JSON result', 'HTTP 500 without a JSON result')).toEqual([
      null,
      `sendOTP/${field}`,
    ]);
    expect(both('U/PARAM_ILLEGAL', 'U/PARAM_ILLEGAL')).toEqual([null, `sendOTP/${field}`]);
    expect(both('F/PROCESS_FAIL', 'F/INVALID_TOKEN')).toEqual([null, null]);
    expect(both('S/SUCCESS', 'S/SUCCESS')).toEqual([null, null]);
    expect(both('F/PARAM_ILLEGAL', 'F/PARAM_ILLEGAL')).toEqual([null, null]);
    const odd = 'F/PARAM_ILLEGAL with HTTP 400';
    expect(both(odd, odd)).toEqual([null, `sendOTP/${field}`]);
    expect(linked(with_('OTP-04', 'a0', 'F/X'), with_('OTP-09', 'b0', 'F/X'))).toEqual([null, null]);
    expect(linked(with_(field, 'a0', 'F/X'), with_('OTP-09', 'b0', 'F/X'))).toEqual([null, null]);
    const several = with_(psp, 'b0', 'F/X');
    several.checks = [...several.checks, check('failed', { exchanges: ['c0'], received: 'F/Y' })];
    expect(linked(with_(field, 'a0', 'F/X'), several)).toEqual([null, null]);
    const passedToo = with_(psp, 'b0', 'F/X');
    passedToo.checks = [check('passed', { exchanges: ['c0'], received: 'F/Y' }), ...passedToo.checks];
    expect(linked(with_(field, 'a0', 'F/X'), passedToo)).toEqual([null, `sendOTP/${field}`]);
  });

  test('one that explains all of it goes before one that explains a part', () => {
    const wide = failing('OTP-09', [], {
      checks: [check('failed', { exchanges: ['a0'] }), check('failed', { exchanges: ['b0'] })],
    });
    const whole = failing(field, ['a0', 'b0']);
    expect(linked(wide, failing('sendOTP.pspId.maxLength', ['a0']), whole)[0]).toBe(`sendOTP/${field}`);
  });

  test('the tenth attempt belongs to its probe as the first does, and other numbers do not count', () => {
    const more = [answer('y', 'a/10'), answer('n1', 'a/7/b/0'), answer('n2', 'a/8/b/0')];
    const of = (...rows: RequirementRow[]) => {
      linkConsequences(rows, [...exchanges, ...more]);
      return rows.map(({ consequenceOf }) => consequenceOf);
    };
    expect(of(failing('OTP-09', ['y']), failing(field, ['a0']))).toEqual([`sendOTP/${field}`, null]);
    expect(of(failing('OTP-09', ['n1']), failing(field, ['n2']))).toEqual([null, null]);
  });

  test('rows of other APIs, groups and rows that did not fail explain nothing', () => {
    const there = row('getPaymentCode.customerId.maxLength', { operation: 'getPaymentCode' });
    const other = { ...there, checks: [check('failed', { exchanges: ['a0'] })] };
    expect(linked(failing('OTP-09', ['a0']), other)).toEqual([null, null]);
    const group = row(requirements.find(({ members, operation }) => members && operation === 'sendOTP')!.id);
    group.checks = [check('failed', { exchanges: ['a0'] })];
    expect(linked(failing('G-16', ['a0']), group)).toEqual([null, null]);
    expect(linked(failing('OTP-09', ['a0']), failing(field, ['a0'], { outcome: 'warned' }))).toEqual([null, null]);
    const passedThere = failing(field, ['a0'], {
      checks: [check('passed', { exchanges: ['a0'] }), check('failed', { exchanges: ['b0'] })],
    });
    expect(linked(failing('OTP-09', ['a0']), passedThere)).toEqual([null, null]);
  });

  test('a generic one broken in the same way at several APIs is one', () => {
    const at = (operation: string, title: string, id = 'G-16') =>
      row(id, { operation, key: `${operation}/${id}`, checks: [check('failed', { title })] });
    expect(linked(at('sendOTP', 'x'), at('getPaymentCode', 'x'), at('sendActivationCode', 'y'))).toEqual([
      null,
      'sendOTP/G-16',
      null,
    ]);
    expect(linked(at('sendOTP', 'x'), at('getPaymentCode', 'x', 'G-07'))).toEqual([null, null]);
    expect(linked(failing('OTP-09', []), failing('OTP-09', [], { key: 'other/OTP-09' }))).toEqual([null, null]);
    const explained = at('sendOTP', 'x');
    explained.checks = [check('failed', { title: 'x', exchanges: ['a0'] })];
    expect(linked(explained, failing(field, ['a0']), at('getPaymentCode', 'x'))).toEqual([
      `sendOTP/${field}`,
      null,
      null,
    ]);
    const passedToo = {
      ...at('getPaymentCode', 'x'),
      checks: [check('failed', { title: 'x' }), check('passed', { title: 'z' })],
    };
    expect(linked(at('sendOTP', 'x'), passedToo)).toEqual([null, 'sendOTP/G-16']);
    const two = (...titles: string[]) => ({
      ...at('sendOTP', ''),
      checks: titles.map((title) => check('failed', { title })),
    });
    expect(linked(two('a', 'b'), { ...two('b', 'a'), key: 'other/G-16', operation: 'other' })).toEqual([
      null,
      'sendOTP/G-16',
    ]);
  });

  test('one that is explained explains nothing itself', () => {
    expect(linked(failing('G-16', ['a0']), failing('OTP-09', ['a0']), failing(field, ['a0']))).toEqual([
      `sendOTP/${field}`,
      `sendOTP/${field}`,
      null,
    ]);
  });
});

describe('blame', () => {
  const good = sendOTP.requestExample as JsonObject;
  const says = (ask: Partial<RequestSpec>, body: JsonObject) => {
    try {
      checkProbe(sendOTP, { base: 'full', ...ask }, body);
      return null;
    } catch (error) {
      if (!(error instanceof Unjudged)) throw error;
      expect(error.judged).toMatchObject({ verdict: 'harness-error', reason: 'probe-wrong' });
      return error.message;
    }
  };
  const breaks = { path: ['accessToken'], keyword: 'maxLength' };
  const { accessToken: _, ...without } = good;

  test('is ours where a valid probe breaks the spec', () => {
    expect(says({}, good)).toBe(null);
    expect(says({}, { ...good, accessToken: '' })).toBe(
      'a valid probe breaks the spec: /accessToken must NOT have fewer than 1 characters',
    );
  });

  test('is ours where a probe does not break what it claims to', () => {
    expect(says({ violates: breaks }, { ...good, accessToken: 'x'.repeat(129) })).toBe(null);
    expect(says({ violates: breaks }, without)).toBe(null);
    const words = 'a probe meant to break maxLength of /accessToken does not';
    expect(says({ violates: breaks }, good)).toBe(words);
    expect(says({ violates: breaks }, { ...good, pspId: '' })).toBe(words);
    // A fixture may be odd in itself: what the probe claims is broken, and that is enough.
    expect(says({ violates: breaks }, { ...good, accessToken: '', pspId: '' })).toBe(null);
  });

  test('is nobody’s where the body is outside the schema', () => {
    expect(says({ skipSelfCheck: true }, {})).toBe(null);
    expect(says({ encoding: { text: '{' } }, {})).toBe(null);
    expect(says({ encoding: 'pretty' }, {})).not.toBe(null);
    expect(says({ skipSelfCheck: true, violates: breaks }, good)).toBe(null);
  });
});
