/** Bodies: long ones, unusual ones and those with characters that are not ASCII; and values that the good request has anyway. */
import { describe, expect, test } from 'vitest';
import type { Probe } from '../../engine/check/check.ts';
import { accepts, set } from '../../engine/check/verbs/index.ts';
import { writeBody } from '../../engine/request/compose.ts';
import type { Encoding, RequestSpec } from '../../engine/request/request-spec.ts';
import type { WireHeaders } from '../../engine/wire/exchange.ts';
import { operations } from '../../generated/operations.ts';
import { answerInvariant } from '../../suites/shared/response-fields.ts';
import { largeBody, tampering, writings } from '../../suites/shared/signatures.ts';
import { strangeBodies } from '../../suites/shared/unusual-bodies.ts';
import { observedOf, resultOf } from '../support/exchanges.ts';
import { MemoryRun, type MemoryTarget, type Reply } from '../support/memory-target.ts';

const bytesOf = (body: Record<string, unknown>, { encoding }: RequestSpec): Buffer => writeBody(body, encoding);

/** A server that keeps so many bytes of a body: what is longer is another text than was signed. */
const buffered = (bytes: number): MemoryTarget => {
  return ({ body, spec }) => (bytesOf(body, spec).length > bytes ? 'F/INVALID_SIGNATURE' : 'S/SUCCESS');
};

const titled = (probes: readonly Probe[], part: string) => probes.find(({ title }) => title.includes(part))!;
const apis = ['sendOTP', 'sendActivationCode', 'tokenActivationNotification'] as const;

describe.each(apis)('a long body of %s', (api) => {
  test.each([
    [400, 'violated', 'advisory'],
    [1000, 'violated', 'advisory'],
    [2048, 'satisfied', 'advisory'],
    [8192, 'satisfied', 'satisfied'],
  ] as const)('at a server that keeps %i bytes', (bytes, long, large) => {
    const run = new MemoryRun(buffered(bytes));
    expect(run.judge(api, titled(writings(), '1100 bytes')).verdict).toBe(long);
    expect(run.judge(api, largeBody()).verdict).toBe(large);
  });

  test('that loses its last byte is no JSON', () => {
    const cut: MemoryTarget = ({ body, spec }) => {
      const bytes = bytesOf(body, spec);
      try {
        JSON.parse(bytes.subarray(0, bytes.length > 1000 ? -1 : undefined).toString());
        return 'S/SUCCESS';
      } catch {
        return 'F/PARAM_ILLEGAL';
      }
    };
    expect(new MemoryRun(cut).judge(api, titled(writings(), '1100 bytes')).verdict).toBe('violated');
  });
});

test('white space fills a body up to so many bytes and says nothing else', () => {
  const body = { name: '电子', inner: { list: ['a\nb'] } };
  for (const spacedTo of [1, 300, 4500]) {
    const written = writeBody(body, { spacedTo });
    expect(JSON.parse(written.toString())).toEqual(body);
    expect(written.length).toBe(spacedTo === 1 ? writeBody(body, { spacedTo: 0 }).length : spacedTo);
    expect(written.at(-1)).toBe('}'.charCodeAt(0));
  }
});

test.each([
  ['as bytes', (text: string) => text, 'satisfied'],
  ['as ASCII', (text: string) => text.replace(/[^\0-\x7f]/g, '?'), 'violated'],
  ['in its composed form', (text: string) => text.normalize('NFC'), 'violated'],
  ['in its decomposed form', (text: string) => text.normalize('NFD'), 'violated'],
])('a body that is verified %s', (_, seen, verdict) => {
  const target: MemoryTarget = ({ body }) => {
    const text = JSON.stringify(body);
    return seen(text) === text ? 'S/SUCCESS' : 'F/INVALID_SIGNATURE';
  };
  const run = new MemoryRun(target);
  expect(run.judge('tokenActivationNotification', titled(writings(), 'not ASCII')).verdict).toBe(verdict);
});

describe('unusual bodies', () => {
  const [probe] = strangeBodies();
  const has = (encoding: Encoding | undefined, part: string) => JSON.stringify(encoding ?? '').includes(part);
  const judged = (target: MemoryTarget) => {
    const run = new MemoryRun(target);
    return { finding: run.judge('tokenActivationNotification', probe!), sent: run.sent.length };
  };
  const to = (part: string, reply: Reply): MemoryTarget => {
    return ({ spec }) => (has(spec.encoding, part) ? reply : 'S/SUCCESS');
  };

  test('are five, and one good request after them', () => {
    const { finding, sent } = judged(() => 'F/PARAM_ILLEGAL');
    expect([finding.verdict, sent]).toEqual(['satisfied', 6]);
  });

  test('that crash are found each, as advice where no document speaks of such bodies', () => {
    expect(judged(to('trailing text', 'crash')).finding.verdict).toBe('violated');
    const { finding } = judged(to('[[[', 'crash'));
    expect([finding.verdict, finding.counterexample]).toEqual(['advisory', 'a body with 1000 levels of nesting']);
    expect(judged(to('', 'crash')).finding.verdict).toBe('violated');
  });

  test('after which nothing is served are told apart', () => {
    let broken = false;
    const { finding } = judged(({ spec }) => {
      const isFatal = has(spec.encoding, 'extra\\":\\"1');
      const wasBroken = broken;
      // The worker that read it starts again with the next body.
      broken = isFatal || (broken && spec.encoding !== undefined && !has(spec.encoding, 'trailing'));
      return wasBroken && spec.encoding === undefined ? 'crash' : 'S/SUCCESS';
    });
    expect([finding.verdict, finding.expected]).toEqual(['violated', { is: 'next-served' }]);
    expect(finding.exchanges.at(-1)!.title).toContain('a duplicate key');
  });
});

test('a value that the good request has anyway is accepted with it', () => {
  const run = new MemoryRun(() => 'S/SUCCESS');
  const name = 'tokenActivationNotification';
  const accountSource = run.context(name).body({ base: 'full' }).accountSource;
  const same = accepts('the value of the good request', { edit: [set('accountSource', accountSource)] });
  expect([run.judge(name, same).verdict, run.sent.length]).toEqual(['satisfied', 0]);
  const other = accepts('another value', { edit: [set('accountSource', 'ACCOUNT_ADDED_MANUALLY')] });
  expect([run.judge(name, other).verdict, run.sent.length]).toEqual(['satisfied', 1]);
});

test.each([
  ['F/INVALID_SIGNATURE', 'satisfied'],
  ['F/PARAM_ILLEGAL', 'advisory'],
  ['U/UNKNOWN_EXCEPTION', 'advisory'],
  ['S/SUCCESS', 'violated'],
  ['crash', 'violated'],
] as const)('a signature of another length that is answered %s is %s', (reply, verdict) => {
  const run = new MemoryRun(({ spec }) => (spec.tamper === 'short' ? reply : 'S/SUCCESS'));
  expect(run.judge('sendOTP', titled(tampering(), 'three bytes')).verdict).toBe(verdict);
});

test.each([
  ['s/SUCCESS', 'S'],
  ['f/INVALID_TOKEN', 'F'],
  ['u/UNKNOWN_EXCEPTION', 'U'],
  ['ok/SUCCESS', 'bare'],
])('the status of %s is read as %s: how it is written is judged by its own rule', (reply, kind) => {
  const [resultStatus, resultCode] = reply.split('/');
  const observed = observedOf(resultOf(resultStatus, resultCode));
  expect([observed.answer.kind, observed.answer.code]).toEqual([kind, resultCode]);
  const field = operations.sendOTP.response.find(({ path }) => path.join('.') === 'result.resultStatus')!;
  const rule = field.rules.find(({ keyword }) => keyword === 'enum')!;
  expect(answerInvariant(operations.sendOTP, field, rule).judge(observed)?.verdict).toBe('violated');
});

test.each([
  ['gzip', 'encoded-unasked'],
  ['identity', undefined],
  ['', undefined],
])('an answer that cannot be read, with Content-Encoding %s, is told as %s', (encoding, code) => {
  const headers: WireHeaders = encoding === '' ? [] : [['Content-Encoding', encoding]];
  const field = operations.sendOTP.response.find(({ path }) => path.join('.') === 'result')!;
  const rule = field.rules.find(({ keyword }) => keyword === 'required')!;
  const finding = answerInvariant(operations.sendOTP, field, rule).judge(observedOf({ text: '\u001f\u008b', headers }));
  expect([finding?.verdict, finding?.diagnose?.()?.code]).toEqual(['violated', code]);
});
