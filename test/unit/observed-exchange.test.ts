/** What an invariant may conclude from a request: whether the target knew who asked, and whether it was asked in the usual way. */
import { describe, expect, test } from 'vitest';
import { observedExchange } from '../../engine/check/observed-exchange.ts';
import type { RequestSpec } from '../../engine/request/request-spec.ts';
import type { OperationId } from '../../generated/operations.ts';
import { type Came, exchangeOf, resultOf, settingsWith } from '../support/exchanges.ts';

const success = resultOf('S', 'SUCCESS');

describe('an observed exchange', () => {
  const seen = (spec: Partial<RequestSpec>, came: Came = success, pathsConfigured: string[] = []) => {
    const one = observedExchange(exchangeOf(came), { base: 'full', ...spec }, settingsWith({ pathsConfigured }), null);
    return [one.authenticated, one.ordinary];
  };

  test('is authenticated and ordinary where nothing was changed', () => {
    expect(seen({})).toEqual([true, true]);
    expect(seen({ wire: {} })).toEqual([true, true]);
    expect(seen({ wire: { contentType: 'application/json' } })).toEqual([true, true]);
    expect(seen({ wire: { contentType: null } })).toEqual([true, true]);
    expect(seen({ encoding: 'pretty' })).toEqual([true, true]);
    expect(seen({ encoding: { spacedTo: 5000 } })).toEqual([true, true]);
  });

  test.each<[string, Partial<RequestSpec>]>([
    ['another method', { wire: { method: 'GET' } }],
    ['another path', { wire: { path: '/x' } }],
    ['a longer path', { wire: { pathSuffix: 'x' } }],
    ['another Accept', { wire: { accept: 'text/html' } }],
    ['another Accept-Encoding', { wire: { acceptEncoding: 'gzip' } }],
    ['another media type', { wire: { contentType: 'text/xml' } }],
    ['a media type with JSON in it', { wire: { contentType: 'x-application/json' } }],
  ])('is neither with %s', (_, spec) => {
    expect(seen(spec)).toEqual([false, false]);
  });

  test.each<[string, Partial<RequestSpec>]>([
    ['a forged signature', { tamper: 'value' }],
    ['another client', { wire: { clientId: 'x' } }],
    ['another key version', { wire: { keyVersion: '2' } }],
    ['a header left out', { wire: { omit: ['Signature'] } }],
  ])('is ordinary, but not authenticated, with %s', (_, spec) => {
    expect(seen(spec)).toEqual([false, true]);
  });

  test('is authenticated, but not ordinary, with a body that is no object, or on a path that is not there', () => {
    expect(seen({ encoding: { text: '[]' } })).toEqual([true, false]);
    expect(seen({}, { text: '', status: 404 })).toEqual([true, false]);
    expect(seen({}, { text: '', status: 404 }, ['sendOTP'])).toEqual([true, true]);
  });

  test('knows its operation and its spec', () => {
    const ids: OperationId[] = ['sendOTP', 'getPaymentCode'];
    const spec: RequestSpec = { base: 'minimal', occurrence: 'again' };
    for (const operation of ids) {
      const observed = observedExchange(exchangeOf(success, { operation }), spec, settingsWith(), null);
      expect([observed.op.id, observed.spec, observed.answer.kind]).toEqual([operation, spec, 'S']);
    }
  });
});
