/** Lawful habits are facts: neither warned nor failed, and what is forbidden beside them still fails. */
import { describe, expect, test } from 'vitest';
import { refused, type Settled } from '../../engine/check/finding.ts';
import { factsOf } from '../../engine/report/facts-section.ts';
import type { JudgedRow } from '../../engine/report/judged-rows.ts';
import { operations } from '../../generated/operations.ts';
import { factLines } from '../../reporters/facts.ts';
import { constraintProbes } from '../../suites/shared/constraints.ts';
import { otherMediaTypes, otherMethods, otherPaths } from '../../suites/shared/http.ts';
import { oddSignatures } from '../../suites/shared/signatures.ts';
import { minimalCall, validCall, without } from '../../suites/shared/valid-calls.ts';
import { resultOf, settledOf } from '../support/exchanges.ts';
import { MemoryRun, type MemoryTarget, type Reply } from '../support/memory-target.ts';

const verdictOf = ({ verdict, fact }: { verdict: string; fact?: true }) => (fact ? 'fact' : verdict);
const all: MemoryTarget = () => 'S/SUCCESS';

/** Good requests are accepted, all others get this reply. */
const to = (reply: Reply, applies: (request: Parameters<MemoryTarget>[0]) => boolean): MemoryTarget => {
  return (request) => (applies(request) ? reply : 'S/SUCCESS');
};

function titled(probes: ReturnType<typeof otherMethods>, part: string) {
  return probes.find(({ title }) => title.includes(part))!;
}

const rule = (id: 'sendOTP' | 'tokenDigitizeDecision', field: string, keyword: string) => {
  const op = operations[id];
  const its = op.request.find(({ path }) => path.join('.') === field)!;
  return constraintProbes(op, its, its.rules.find((one) => one.keyword === keyword)!);
};

describe('another method', () => {
  const isGet: Parameters<typeof to>[1] = ({ spec }) => spec.wire?.method === 'GET';
  test.each([
    ['F/METHOD_NOT_SUPPORTED', 'satisfied'],
    ['F/NO_INTERFACE_DEF', 'fact'],
    ['F/INVALID_SIGNATURE', 'fact'],
    [{ http: 405 }, 'fact'],
    [{ http: 404 }, 'fact'],
    [{ http: 400 }, 'advisory'],
    ['F/PROCESS_FAIL', 'violated'],
    ['S/SUCCESS', 'violated'],
    ['crash', 'violated'],
  ] as const)('answered %j is %s', (reply, verdict) => {
    const run = new MemoryRun(to(reply, isGet));
    expect(verdictOf(run.judge('sendOTP', titled(otherMethods(), 'GET: it is not served')))).toBe(verdict);
  });
});

test('the path in another case and an Accept without JSON are facts where they are served', () => {
  const run = new MemoryRun(all);
  expect(verdictOf(run.judge('tokenDigitizeDecision', titled(otherPaths(), 'another case')))).toBe('fact');
  expect(verdictOf(run.judge('tokenDigitizeDecision', titled(otherMediaTypes(), 'Accept header')))).toBe('fact');
});

test('form and XML bodies carry the required fields of the minimal base', () => {
  const run = new MemoryRun(all);
  const form = titled(otherMediaTypes(), 'a form body');
  const xml = titled(otherMediaTypes(), 'an XML body');
  expect([run.judge('sendOTP', form).verdict, run.judge('sendOTP', xml).verdict]).toEqual(['violated', 'violated']);
  const texts = run.sent.map(({ spec }) => JSON.stringify(spec.encoding));
  for (const text of texts) for (const name of ['acquirerId', 'pspId', 'accessToken']) expect(text).toContain(name);
});

test('another algorithm name is a fact, a signature for another method is advice', () => {
  const run = new MemoryRun(all);
  expect(oddSignatures().map((probe) => verdictOf(run.judge('sendOTP', probe)))).toEqual(['fact', 'advisory']);
});

describe('a list in place of a text', () => {
  const lists = (count: number): Parameters<typeof to>[1] => {
    return ({ body }) => Array.isArray(body.acquirerId) && body.acquirerId.length === count;
  };
  test('of one value that is taken for the value is a fact', () => {
    const run = new MemoryRun(({ body }) =>
      Array.isArray(body.acquirerId) && body.acquirerId.length > 1 ? 'F/PARAM_ILLEGAL' : 'S/SUCCESS',
    );
    expect(verdictOf(run.judge('sendOTP', titled(rule('sendOTP', 'acquirerId', 'type'), 'list of one')))).toBe('fact');
  });
  test('of two values is never accepted', () => {
    const run = new MemoryRun(to('S/SUCCESS', lists(2)));
    expect(verdictOf(run.judge('sendOTP', titled(rule('sendOTP', 'acquirerId', 'type'), 'list of two')))).toBe(
      'violated',
    );
  });
});

test('"" in an optional field that is answered as an unknown id is a fact, a crash is not', () => {
  const isEmpty: Parameters<typeof to>[1] = ({ body }) => body.customerId === '';
  const [probe] = rule('tokenDigitizeDecision', 'customerId', 'empty');
  const judged = (reply: Reply) => verdictOf(new MemoryRun(to(reply, isEmpty)).judge('tokenDigitizeDecision', probe!));
  expect([judged('F/USER_NOT_EXIST'), judged('F/PARAM_ILLEGAL'), judged('crash')]).toEqual([
    'fact',
    'satisfied',
    'violated',
  ]);
});

test('an enumerated value in lower case is a fact where it is taken', () => {
  const probe = titled(rule('sendOTP', 'verifyType', 'enum'), 'lower case');
  expect(verdictOf(new MemoryRun(all).judge('sendOTP', probe))).toBe('fact');
});

describe('a call that names nobody', () => {
  const nobody: Parameters<typeof to>[1] = ({ body }) => body.customerId === undefined;
  test.each([
    ['F/PROCESS_FAIL', 'fact'],
    ['F/USER_NOT_EXIST', 'fact'],
    ['F/PARAM_ILLEGAL', 'violated'],
    ['U/UNKNOWN_EXCEPTION', 'violated'],
    ['S/SUCCESS', 'satisfied'],
  ] as const)('answered %s is %s', (reply, verdict) => {
    const run = new MemoryRun(to(reply, nobody));
    expect(verdictOf(run.judge('tokenDigitizeDecision', minimalCall()))).toBe(verdict);
    expect(verdictOf(run.judge('sendActivationCode', without('customerId')))).toBe(verdict);
  });
});

describe('a good request that always ends in U', () => {
  const requests = { sendOTP: [{ body: { accessToken: 'token-of-a-user' }, fresh: false }] };
  test('fails where the config vouches for the user', () => {
    const run = new MemoryRun(() => 'U/UNKNOWN_EXCEPTION', { requests });
    const finding = run.judge('sendOTP', validCall());
    expect([finding.verdict, finding.seen]).toEqual(['violated', { count: 5, of: 5 }]);
  });
  test('is open where one of five ended otherwise, or nobody vouches', () => {
    const once: MemoryTarget = ({ spec }) =>
      spec.occurrence === 'opening-4' ? 'F/PROCESS_FAIL' : 'U/UNKNOWN_EXCEPTION';
    expect(new MemoryRun(once, { requests }).judge('sendOTP', validCall()).verdict).toBe('inconclusive');
    expect(new MemoryRun(() => 'U/UNKNOWN_EXCEPTION').judge('sendOTP', validCall()).verdict).toBe('inconclusive');
  });
});

describe('the facts of a report', () => {
  const settled: Settled = settledOf(resultOf('S', 'SUCCESS'));
  const finding = refused(settled, { codes: ['PARAM_ILLEGAL'], accepted: 'fact', ambiguity: '6.2' });
  const row = (key: string) =>
    ({
      planned: { key, operation: key.split('/')[0], ambiguity: null },
      checks: [{ title: 'a list is refused', ordinal: 0, outcome: 'passed', reason: '', finding }],
    }) as unknown as JudgedRow;
  const redactor = { text: (text: string) => text };

  test('name the row, the ambiguity, what was received and the exchange, sorted by key', () => {
    const facts = factsOf([row('sendOTP/b'), row('sendOTP/a')], redactor);
    expect(facts.map(({ key }) => key)).toEqual(['sendOTP/a', 'sendOTP/b']);
    expect(facts[0]).toMatchObject({
      ambiguity: '6.2',
      title: 'a list is refused',
      received: 'S/SUCCESS',
      exchanges: ['x1'],
    });
  });

  test('are one for each check, whatever the checks are called', () => {
    const [check] = row('sendOTP/a').checks;
    const twice = { ...row('sendOTP/a'), checks: [check!, { ...check!, ordinal: 1 }] };
    expect(factsOf([row('sendOTP/b'), twice], redactor).map(({ key }) => key)).toEqual([
      'sendOTP/a',
      'sendOTP/a',
      'sendOTP/b',
    ]);
  });

  test('are told once for each habit', () => {
    const facts = factsOf([row('sendOTP/sendOTP.acquirerId.type'), row('sendOTP/sendOTP.pspId.type')], redactor);
    expect(factLines({ facts })).toEqual([
      '6.2  sendOTP/sendOTP.acquirerId.type: a list is refused: S/SUCCESS, and 1 more like it',
    ]);
    expect(factLines({})).toEqual([]);
  });
});
