/** Targets that err every so often, or in what all their APIs share: one root finding says so, and no innocent field, header or call is blamed. */
import { describe, expect, test } from 'vitest';
import type { CheckResult, Report, RequirementRow } from '../../engine/report.ts';
import { verdictSentence } from '../../reporters/verdict.ts';
import { type Altering, altering } from '../support/altered.ts';
import { judgeReference, rowsWith, sharedKeys } from '../support/judged.ts';
import {
  crashesOnNull,
  every,
  olderWorker,
  pageOf,
  resultOf,
  resultOfTheOneBefore,
  trusting,
  unsigned,
  withType,
} from '../support/now-and-then.ts';

const limit = { timeout: 240_000 };
const { mpp, ...otherKeys } = await sharedKeys();

async function judged(target: Altering, run: object = {}, config: object = {}): Promise<Report> {
  return judgeReference({ front: altering(target), config: { run, ...config } });
}

const rootsOf = (report: Report, outcome: 'failed' | 'warned' = 'failed') =>
  rowsWith(report, outcome).filter(({ consequenceOf }) => consequenceOf === null);
const codesOf = ({ diagnosis }: Report) => diagnosis.map(({ code }) => code);

function shownBy({ checks, outcome }: RequirementRow): CheckResult {
  return checks.find((check) => check.outcome === outcome)!;
}

/** The only root, which fails the run. */
function onlyRoot(report: Report): RequirementRow {
  const roots = rootsOf(report);
  expect(roots.map(({ key }) => key)).toHaveLength(1);
  expect(report.run.exitCode).toBe(1);
  return roots[0]!;
}

/** What is said of checks that speak against the target, in one text. */
function blames(report: Report): string {
  const rows = [...rowsWith(report, 'failed'), ...rowsWith(report, 'inconclusive')];
  return rows.flatMap(({ checks }) => checks.map(({ received }) => received)).join('\n');
}

describe('a wrong answer every so often', () => {
  const targets: readonly (readonly [string, Altering])[] = [
    ['F/PROCESS_FAIL to each third request', every(3, resultOf(mpp, 'F', 'PROCESS_FAIL'))],
    ['F/PROCESS_FAIL to each seventh request', every(7, resultOf(mpp, 'F', 'PROCESS_FAIL'))],
    ['F/PARAM_ILLEGAL to each seventh request', every(7, resultOf(mpp, 'F', 'PARAM_ILLEGAL'))],
    ['S/SUCCESS to each seventh request', every(7, resultOf(mpp, 'S', 'SUCCESS'))],
    ['a code that no table has to each seventh request', every(7, resultOf(mpp, 'F', 'ALL_FINE'))],
    ['a page with HTTP 404 to each fifth request', every(5, pageOf(404, 'Not Found'))],
  ];

  test.each(targets)('%s is one finding for all APIs', limit, async (_, target) => {
    const report = await judged(target);
    const check = shownBy(onlyRoot(report));
    expect(check.received).toMatch(/in \d+ of \d+ answers to this request; .* the answer changes from time to time/);
    const shown = check.exchanges.map((id) => report.exchanges.find((exchange) => exchange.id === id)!.response!.body);
    expect(new Set(shown).size).toBeGreaterThan(1);
    expect(codesOf(report)[0]).toBe('answers-change');
    expect(report.diagnosis[0]!.says).toMatch(
      /\d+ of \d+ requests that failed got another answer when sent again, and \d+ of \d+ answers to \d+ requests?/,
    );
    expect(blames(report)).not.toMatch(/called at the same moment|only with several requests at once/);
  });

  test('is told with one connection too', limit, async () => {
    const report = await judged(every(7, resultOf(mpp, 'F', 'PROCESS_FAIL')), { concurrency: 1 });
    expect(shownBy(onlyRoot(report)).received).toContain('the answer changes from time to time');
  });

  test('leaves the finding of a field that is always wrong alone', limit, async () => {
    const odd = every(7, resultOf(mpp, 'F', 'PROCESS_FAIL'));
    const config = { apis: ['tokenDigitizeDecision', 'tokenActivationNotification'] };
    const report = await judgeReference({
      fault: 'token-digitize-decision-token-type-required-unchecked',
      front: altering(odd),
      config,
    });
    const roots = rootsOf(report).map(({ key }) => key);
    expect(roots).toContain('tokenDigitizeDecision/tokenDigitizeDecision.tokenType.required');
    expect(roots).toHaveLength(2);
  });
});

describe('an error page every so often', () => {
  test.each([
    [500, 'Internal Server Error'],
    [502, 'Bad Gateway'],
  ])('with HTTP %i fails nothing and is told with its share', limit, async (status, title) => {
    const report = await judged(every(5, pageOf(status, title)));
    expect(rowsWith(report, 'failed')).toEqual([]);
    expect(report.run.exitCode).toBe(4);
    expect(codesOf(report)).toEqual(['errors-now-and-then']);
    expect(verdictSentence(report)).toMatch(
      new RegExp(
        `^Incomplete: Every so often a request gets HTTP ${status} without a result: \\d+ of \\d+, spread over the whole run`,
      ),
    );
  });

  test('leaves U/UNKNOWN_EXCEPTION open as well', limit, async () => {
    const report = await judged(every(7, resultOf(mpp, 'U', 'UNKNOWN_EXCEPTION')));
    expect(rowsWith(report, 'failed')).toEqual([]);
    expect(codesOf(report)).toEqual(['errors-now-and-then']);
  });
});

describe('what all APIs share', () => {
  test.each([
    ['one field', crashesOnNull('customerId')],
    ['every field', crashesOnNull()],
  ])('null in %s that ends in HTTP 500 is one finding', limit, async (_, target) => {
    const report = await judged(target);
    expect(onlyRoot(report).id).toBe('sendActivationCode.customerId.optional');
    expect(codesOf(report)).toContain('null-crashes');
  });

  test('a signature that is verified every third time is one finding', limit, async () => {
    const report = await judged(trusting(3, { alipayplus: otherKeys.alipayplus }));
    const root = onlyRoot(report);
    expect([root.id, shownBy(root).received]).toEqual(['G-08', expect.stringContaining('the answer changes')]);
  });

  test('a result that a variable keeps from the request before is one finding', limit, async () => {
    const report = await judged(resultOfTheOneBefore(5, mpp));
    expect(shownBy(onlyRoot(report)).received).toContain('the answer changes from time to time');
  });
});

describe('siblings', () => {
  test('every tenth answer without a signature is one finding that says it comes and goes', limit, async () => {
    const report = await judged(every(10, unsigned));
    const root = onlyRoot(report);
    expect(root.id).toBe('G-07');
    expect(shownBy(root).received).toMatch(
      /^wrong in \d+ of \d+ answers, and in \d+ of \d+ to such requests .* one by one/,
    );
  });

  test('every answer of one kind without a signature is not told to come and go', limit, async () => {
    const report = await judgeReference({ fault: 'illegal-parameter-unsigned' });
    expect(shownBy(onlyRoot(report)).received).toBe('no Signature header');
  });

  test('every fourth answer with another Content-Type is one warning', limit, async () => {
    const report = await judged(every(4, withType('text/html')));
    expect(report.run.exitCode).toBe(0);
    expect(rootsOf(report, 'warned').map(({ id }) => id)).toEqual(['G-22']);
  });

  test('one worker of three with another code for one field is one finding that names it', limit, async () => {
    const report = await judged(olderWorker(3, 'tokenReferenceId', mpp));
    const root = onlyRoot(report);
    expect(root.id).toContain('.tokenReferenceId.required');
    expect(shownBy(root).received).toMatch(/^F\/PROCESS_FAIL in \d+ of \d+ answers to this request; F\/PARAM_ILLEGAL/);
  });
});
