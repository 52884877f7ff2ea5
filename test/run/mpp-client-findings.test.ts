/** A developer who builds a caller against the simulator is told what is wrong with each request. */
import { createPrivateKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { wordsOf } from '../../engine/report/words.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { isoTime, sign, signatureHeader, signedContent } from '../../engine/wire/signing.ts';
import { requestFindings } from '../../suites/caller/request-findings.ts';
import { sharedKeys } from '../support/judged.ts';

const path = '/aps/api/v1/codes/getPaymentCode';
const clientId = 'TEST_5Y00000000000000';

async function exchangeOf(body: unknown, changes: { path?: string; time?: string; signedPath?: string } = {}) {
  const bytes = Buffer.from(JSON.stringify(body));
  const time = changes.time ?? isoTime(Date.now());
  const content = { method: 'POST', path: changes.signedPath ?? changes.path ?? path, clientId, time, body: bytes };
  const { mpp } = await sharedKeys();
  const signature = await sign(signedContent(content), createPrivateKey(mpp.privateKey));
  const exchange: Exchange = {
    id: 'x1',
    operation: 'getPaymentCode',
    probe: 'unasked',
    title: '',
    marker: '',
    startedAt: Date.now(),
    durationMs: 1,
    request: {
      method: 'POST',
      path: changes.path ?? path,
      headers: [
        ['Client-Id', clientId],
        ['Request-Time', time],
        ['Signature', signatureHeader(signature, '1', ', ')],
      ],
      body: bytes,
    },
    response: null,
    noAnswer: { kind: 'aborted', says: '' },
  };
  return requestFindings(exchange, { clientId, path, publicKey: mpp.publicKey }).map(({ received }) =>
    wordsOf(received),
  );
}

const good = { customerId: 'u1', region: 'JP', codeQuantity: '2', env: { osType: 'IOS' } };

test('a request in order has no findings', async () => {
  expect(await exchangeOf(good)).toEqual([]);
  expect(await exchangeOf({ customerId: 'u1', env: {} })).toEqual([]);
});

test.each([
  [{ ...good, codeQuantity: 2 }, {}, 'codeQuantity 2'],
  [{ ...good, region: 'JPN' }, {}, 'region "JPN"'],
  [{ customerId: 'u1' }, {}, 'env nothing'],
  [good, { path: `${path}/` }, `POST ${path}/`],
  [good, { time: '20260131080000+0800' }, '20260131080000+0800'],
  [good, { signedPath: '/other' }, 'made with the right key over another text than was sent'],
])('%j with %j: %s', async (body, changes, says) => {
  const findings = await exchangeOf(body, changes);
  expect(findings.join('\n')).toContain(says);
});
