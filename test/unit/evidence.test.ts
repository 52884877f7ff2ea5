/** Full evidence as text: what is written is read back byte for byte, and what is not of this format is refused with the reason. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reason } from '../../engine/check/finding.ts';
import {
  EvidenceError,
  endLine,
  exchangeLine,
  headLine,
  readEvidence,
  recordOf,
  requestLine,
} from '../../engine/record/evidence.ts';
import { endings, type RecordedRequest } from '../../engine/record/record.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { exchangeOf, resultOf, settingsWith, timeout } from '../support/exchanges.ts';

const identity = { id: 'cafe0001', startedAt: 1_700_000_000_000 };
const settings = settingsWith({
  seed: 7,
  profile: 'gate',
  nonce: null,
  target: 'http://x',
  role: 'mpp',
  embedded: false,
});
const head = headLine(settings, identity, {
  suite: { name: 'suite', version: '9.9.9' },
  spec: { version: '1', digest: 'd' },
});

const bytes = fc.uint8Array({ maxLength: 40 });
const exchanges: fc.Arbitrary<Exchange> = fc
  .record({ id: fc.stringMatching(/^x[0-9a-z]{1,6}$/), sent: bytes, came: fc.option(bytes) })
  .map(({ id, sent, came }) => {
    const one = exchangeOf(came ? resultOf('S', 'SUCCESS') : timeout, { id, probe: `p-${id}/0` });
    const response = one.response && { ...one.response, body: Buffer.from(came!) };
    return { ...one, request: { ...one.request, body: Buffer.from(sent) }, response };
  });
const requests: fc.Arbitrary<RecordedRequest> = fc.record({
  operation: fc.constantFrom('sendOTP', 'getPaymentCode'),
  name: fc.stringMatching(/^[0-9a-f]{16}$/),
  spec: fc.constantFrom({ base: 'full' }, { base: 'minimal', user: 'unknown', edits: [{ path: ['a'], set: null }] }),
  attempts: fc.array(fc.record({ exchange: fc.string(), user: fc.option(fc.nat({ max: 3 })), token: fc.string() }), {
    maxLength: 3,
  }),
  ended: fc.constantFrom(...endings),
}) as fc.Arbitrary<RecordedRequest>;

const plainly = ({ request, response, ...rest }: Exchange) => ({
  ...rest,
  request: { ...request, body: [...request.body] },
  response: response && { ...response, body: [...response.body] },
});

test('a record is read back as it was written', () => {
  const stops = fc.constantFrom<Reason | null>(null, 'interrupted', 'misconfigured');
  fc.assert(
    fc.property(
      fc.array(exchanges),
      fc.array(requests),
      stops,
      fc.option(fc.nat()),
      (sent, asked, stopped, slowedTo) => {
        const text = [head, ...sent.map(exchangeLine), ...asked.map(requestLine), endLine({ stopped, slowedTo })].join(
          '',
        );
        const record = recordOf(readEvidence(text));
        expect(record.exchanges.map(plainly)).toEqual(sent.map(plainly));
        expect(record.requests).toEqual(asked);
        expect([record.stopped, record.slowedTo, record.identity]).toEqual([stopped, slowedTo, identity]);
      },
    ),
  );
});

test('the line that a killed run did not finish is left out', () => {
  const exchange = exchangeOf(resultOf('S', 'SUCCESS'));
  const text = `${head}${exchangeLine(exchange)}${exchangeLine(exchange).slice(0, 40)}`;
  expect(readEvidence(text).exchanges).toHaveLength(1);
});

describe('it is refused', () => {
  const reading = (text: string) => () => readEvidence(text);

  test('where an older version wrote it, which is named', () => {
    const older = head.replace('full-evidence/2', 'full-evidence/1');
    expect(reading(older)).toThrow(EvidenceError);
    expect(reading(older)).toThrow(/written by suite 9\.9\.9/);
  });

  test.each([
    ['something else', '{"format":"x"}\n', /does not begin like a file of full evidence/],
    ['nothing', '', /does not begin like a file of full evidence/],
    ['a line that is not JSON', `${head}{\n`, /line 2 is not JSON/],
    ['a line that is no exchange', `${head}{"id":"x1"}\n`, /line 2 is not an exchange/],
    [
      'a request without its end',
      `${head}{"request":{"operation":"a","name":"b","spec":{},"attempts":[]}}\n`,
      /line 2 is not a request/,
    ],
  ])('with %s', (_, text, says) => {
    expect(reading(text)).toThrow(says);
  });
});
