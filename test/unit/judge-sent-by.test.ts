/** Whose requests a finding rests on: its own, those of controls, those of other rows, or requests that nobody is known to have sent. */
import { describe, expect, test } from 'vitest';
import { createContexts } from '../../engine/check/context.ts';
import type { Finding } from '../../engine/check/finding.ts';
import type { AskedRequest, RecordedDriver } from '../../engine/judge/recorded-driver.ts';
import { createSentBy } from '../../engine/judge/sent-by.ts';
import { tokenNeed } from '../../engine/record/token-per-call.ts';
import { type RequestSpec, requestName } from '../../engine/request/request-spec.ts';
import { type OperationId, operations } from '../../generated/operations.ts';
import { exchangeOf, resultOf, settingsWith, settledOf } from '../support/exchanges.ts';
import { findingOf } from '../support/rows.ts';

const identity = { id: 'cafe0001', startedAt: 1_800_000_000_000 };
const success = resultOf('S', 'SUCCESS');
const settings = settingsWith({ requests: {}, limits: {}, paths: {}, scenarios: {}, seed: 7 });
const { tokenDigitizeDecision, sendActivationCode } = operations;
const contexts = createContexts([tokenDigitizeDecision, sendActivationCode], settings, identity);
contexts.get('tokenDigitizeDecision')!.controls.full = settledOf(success, { body: { tokenReferenceId: 'cf-1' } });

/** A request that rows asked for; a control did too where that is said. */
function asked(
  word: string,
  rows: readonly string[],
  change: Partial<AskedRequest> & { operation?: OperationId } = {},
): AskedRequest {
  const { operation = 'tokenDigitizeDecision', ...rest } = change;
  const spec: RequestSpec = { base: 'full', occurrence: word };
  return {
    context: contexts.get(operation)!,
    send: { operation, spec, title: word },
    name: requestName(operation, spec, identity),
    recorded: null,
    askedBy: new Set(rows),
    isControl: false,
    ...rest,
  };
}

const driverOf = (...list: readonly AskedRequest[]) =>
  ({ asked: new Map(list.map((one, at) => [String(at), one])) }) as unknown as RecordedDriver;

/** The nth attempt of a request. */
const attempt = ({ send: { operation }, name }: AskedRequest, nth = 0) =>
  exchangeOf(success, { operation: operation as OperationId, probe: `${operation}/${name}/${nth}` });
const stray = exchangeOf(success, { probe: 'sendOTP/nobody/0' });

const own = asked('own', ['row']);
const shared = asked('shared', ['first', 'row']);
const other = asked('other', ['first', 'second']);
const third = asked('third', ['third']);
const control = asked('control', ['second'], { isControl: true });
const sentBy = (finding: Partial<Finding>) =>
  createSentBy(driverOf(own, shared, other, third, control))(findingOf('violated', finding), 'row');

describe('a finding that rests on', () => {
  test.each<[string, readonly AskedRequest[], readonly string[]]>([
    ['no request needs nobody', [], []],
    ['its own requests needs nobody, also where others asked for them too', [own, shared], []],
    ['a control needs nobody, whoever else asked for it', [control], []],
    ['requests of another row needs the first row that asked for them, once', [other, own, other], ['first']],
    ['requests of several rows needs all of them', [other, third], ['first', 'third']],
  ])('%s', (_, requests, rows) => {
    expect(sentBy({ exchanges: requests.map((one, nth) => attempt(one, nth)) })).toEqual(rows);
  });

  test('a request that nobody is known to have sent shows only in a whole run', () => {
    expect(sentBy({ exchanges: [stray] })).toBe(null);
    expect(sentBy({ exchanges: [attempt(own), stray] })).toBe(null);
  });
});

describe('a finding that stands for many', () => {
  test('rests on the one that is told', () => {
    expect(sentBy({ exchanges: [attempt(other)], allEvidence: [attempt(third), attempt(other)] })).toEqual(['first']);
  });

  test('rests on another one where nobody is known to have sent that', () => {
    expect(sentBy({ exchanges: [stray], allEvidence: [stray, attempt(third)] })).toEqual(['third']);
  });

  test('shows only in a whole run where nobody is known to have sent any', () => {
    expect(sentBy({ exchanges: [stray], allEvidence: [stray] })).toBe(null);
    expect(sentBy({ exchanges: [], allEvidence: [] })).toBe(null);
  });
});

test('a request that two of a kind asked for has the senders of both', () => {
  const again = { ...other, askedBy: new Set(['row']) };
  const both = createSentBy(driverOf(other, again));
  expect(both(findingOf('violated', { exchanges: [attempt(other)] }), 'row')).toEqual([]);
  const asControl = createSentBy(driverOf(other, { ...other, isControl: true }));
  expect(asControl(findingOf('violated', { exchanges: [attempt(other)] }), 'row')).toEqual([]);
});

test('a request that introduces a token has the senders of the call that is about it', () => {
  const operation = 'sendActivationCode';
  const recorded = { attempts: [{ exchange: 'x1', user: 0, token: '' }] } as unknown as AskedRequest['recorded'];
  const spec: RequestSpec = { base: 'full', fixture: 0 };
  const context = contexts.get(operation)!;
  context.controls.rejectsRepeatedToken = true;
  const name = requestName(operation, spec, identity);
  const call = asked('', ['first'], { operation, recorded, name, send: { operation, spec, title: 'a code' } });
  const { introducedBy } = tokenNeed(context, spec, `${name}/0`, 0);
  const introducing = requestName('tokenDigitizeDecision', introducedBy!.spec, identity);
  const exchange = exchangeOf(success, { probe: `tokenDigitizeDecision/${introducing}/0` });
  const finding = findingOf('violated', { exchanges: [exchange] });
  expect(createSentBy(driverOf(call))(finding, 'row')).toEqual(['first']);
  expect(createSentBy(driverOf({ ...call, recorded: null }))(finding, 'row')).toBe(null);
});
