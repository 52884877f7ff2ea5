/** Alipay+ servers with a fault in one field of the request or the answer: a missing check, a wrong value. */
import { checking, clamped, guarding, resulting, unchecked } from '../../alipayplus/alterations.ts';
import type { Answer, Call, Json, Patch } from '../../alipayplus/behaviour.ts';
import { isObject } from '../../mpp/body.ts';
import type { Fault } from '../fault.ts';
import { field, rowsFor } from '../rows.ts';

/** One row of the table. */
const fault = rowsFor('alipayplus')<Patch>;

/** Serves bodies that are not a JSON object, where the rule makes a request of them. */
const reading =
  (request: (call: Call) => Json | null): Patch =>
  (b) =>
    guarding({
      body: (behaviour, call) => {
        const found = request(call);
        if (!found) return b.guards.body(behaviour, call);
        call.request = found;
        return null;
      },
    })(b);

/** The first of a list of requests. */
function firstOfList(call: Call): Json | null {
  try {
    const value: unknown = JSON.parse(call.body.toString());
    if (!Array.isArray(value)) return null;
    const first: unknown = value[0];
    return { env: {}, ...(isObject(first) ? first : {}) };
  } catch {
    return null;
  }
}

/** Answers HTTP 500 where a value is "". */
const crashing =
  (name: string): Patch =>
  (b) => ({
    ...b,
    deliver: (response, reply, call) =>
      b.deliver(
        response,
        call.request?.[name] === '' ? { status: 500, headers: [], body: 'Internal Server Error' } : reply,
        call,
      ),
  });

const requestFaults = [
  fault(
    'empty-body-served',
    'It serves an empty body.',
    field('body.required'),
    reading((call) => (call.body.length === 0 ? { customerId: 'nobody', env: {} } : null)),
  ),
  fault('array-body-served', 'It serves the first of a list of requests.', field('body.type'), reading(firstOfList)),
  fault(
    'region-of-any-type',
    'It serves requests whose region has the wrong JSON type.',
    field('region.type'),
    unchecked('region.type'),
  ),
  fault(
    'region-empty-fails',
    'It answers HTTP 500 to an empty region.',
    ['G-24', field('region.empty')],
    crashing('region'),
  ),
  fault(
    'quantity-of-any-type',
    'It serves requests whose codeQuantity has the wrong JSON type.',
    field('codeQuantity.type'),
    clamped('codeQuantity.type'),
  ),
  fault(
    'quantity-empty-fails',
    'It answers HTTP 500 to an empty codeQuantity.',
    ['G-24', field('codeQuantity.empty')],
    crashing('codeQuantity'),
  ),
  fault(
    'quantity-of-three-digits',
    'It takes a codeQuantity of three digits for ten.',
    field('codeQuantity.maxLength'),
    (b) => ({
      ...checking('codeQuantity.most', (request) => {
        const { codeQuantity } = request;
        return !/^\d+$/.test(String(codeQuantity)) || Number(codeQuantity) <= 10 || String(codeQuantity).length === 3;
      })(unchecked('codeQuantity.maxLength')(b)),
      quantity: (request) => Math.min(10, b.quantity(request)),
    }),
  ),
];

/** A result of an odd shape, for success or for the customer who always gets PROCESS_FAIL. */
const odd = (on: 'SUCCESS' | 'PROCESS_FAIL', change: Json): Patch =>
  resulting((result, code) => (code === on ? { ...result, ...change } : result));

const resultOf = (id: string): string => field(`response.result.${id}`);
/** Rows in which the code of a success is judged. */
const codeOfSuccess = ['G-16', 'GPC-11', 'GPC-16'];

const answerFaults = [
  fault(
    'result-as-text',
    'It writes the result of a failure as JSON in a string.',
    [field('response.result.type'), 'G-16'],
    (b) => ({
      ...b,
      finish: ({ result, ...answer }: Answer) => ({
        ...answer,
        result: result.resultCode === 'PROCESS_FAIL' ? JSON.stringify(result) : result,
      }),
    }),
  ),
  fault(
    'no-result-code',
    'It leaves resultCode out of a success.',
    [resultOf('resultCode.required'), ...codeOfSuccess],
    odd('SUCCESS', { resultCode: undefined }),
  ),
  fault(
    'result-code-as-number',
    'It writes the resultCode of a success as a number.',
    [resultOf('resultCode.type'), ...codeOfSuccess],
    odd('SUCCESS', { resultCode: 0 }),
  ),
  fault(
    'long-result-code',
    'It writes a sentence of 70 letters as the resultCode of a success.',
    [resultOf('resultCode.maxLength'), ...codeOfSuccess],
    odd('SUCCESS', { resultCode: 'SUCCESS_'.padEnd(70, 'X') }),
  ),
  fault(
    'no-result-status',
    'It leaves resultStatus out of a failure.',
    [resultOf('resultStatus.required'), 'G-16'],
    odd('PROCESS_FAIL', { resultStatus: undefined }),
  ),
  fault(
    'result-status-as-boolean',
    'It writes the resultStatus of a failure as false.',
    [resultOf('resultStatus.type'), 'G-16'],
    odd('PROCESS_FAIL', { resultStatus: false }),
  ),
  fault(
    'message-as-object',
    'It writes resultMessage as an object of languages.',
    resultOf('resultMessage.type'),
    odd('SUCCESS', { resultMessage: { en: 'Here are the codes.' } }),
  ),
  fault(
    'message-empty',
    'It writes "" as resultMessage.',
    resultOf('resultMessage.empty'),
    odd('SUCCESS', { resultMessage: '' }),
    'warned',
  ),
  fault(
    'message-too-long',
    'It writes a resultMessage of 257 characters.',
    resultOf('resultMessage.maxLength'),
    odd('SUCCESS', { resultMessage: 'm'.repeat(257) }),
    'warned',
  ),
];

/** Faults of fields that have no hand-written fault. */
export const fieldFaults: readonly (Fault & { readonly role: 'alipayplus'; readonly alter: Patch })[] = [
  ...requestFaults,
  ...answerFaults,
];
