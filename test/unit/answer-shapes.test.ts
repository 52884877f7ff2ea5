/** The form of an answer without a result tells who wrote it, and nothing is told where it tells nothing. */
import { expect, test } from 'vitest';
import { answerShape } from '../../engine/diagnosis/answer-shapes.ts';
import { exchangeOf, resultOf } from '../support/exchanges.ts';

const shapeOf = (status: number, text: string, type = 'application/json') =>
  answerShape(exchangeOf({ status, text, headers: [['Content-Type', type]] }));

test.each([
  ['a result', 400, '{"result":{"resultStatus":"F","resultCode":"PARAM_ILLEGAL"},"status":400,"error":"x"}'],
  ['an empty object', 400, '{}'],
  ['nothing', 404, ''],
  ['a list', 400, '["This field is required."]'],
  ['an object of its own', 400, '{"errorCode":7,"reason":"bad"}'],
  ['an error answer with HTTP 200', 200, '{"status":400,"error":"Bad Request"}'],
])('%s is of no known form', (_, status, text) => {
  expect(shapeOf(status, text)).toBe(null);
});

test.each([
  ['{"resultStatus":"S","resultCode":"SUCCESS","resultMessage":"ok"}', 'The fields of result are not in an object'],
  ['{"code":0,"data":{"result":{"resultStatus":"S","resultCode":"SUCCESS"}}}', 'The answer is the member data of'],
])('%s is in an envelope', (text, says) => {
  const found = shapeOf(200, text);
  expect(found).toMatchObject({ code: 'answer-in-envelope', says: expect.stringContaining(says) });
});

test('a long answer is cut, with a mark', () => {
  const found = shapeOf(400, JSON.stringify({ detail: 'x'.repeat(500) }));
  expect(found?.says).toMatch(/: \{"detail":"x{149}…\.$/);
});

test('a page with HTTP 200 is told elsewhere, and an answer with a result has no form', () => {
  expect(shapeOf(200, '<html></html>', 'text/html')).toBe(null);
  expect(answerShape(exchangeOf(resultOf('S', 'SUCCESS')))).toBe(null);
});
