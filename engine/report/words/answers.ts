/** Words for facts about answers: results, comparisons, signatures, and why there is no answer to judge. */
import type { AnswerSignatureState, Comparison, CountedThing, Fact } from '../../check/facts.ts';
import { plainValue, quantity, seconds } from './values.ts';

type FactOf<K extends Fact['is']> = Extract<Fact, { readonly is: K }>;

/** Puts a fact that is part of another one into words. */
type Words = (fact: Fact) => string;

/** Which answer another one is compared with. */
const comparisons: Readonly<Record<Comparison, string>> = {
  'unknown-user': 'as without the change, for an unknown user',
  'other-way': 'both ways',
  'short-unknown': 'as for a short unknown one',
  'longer-unknown': 'as for an unknown one of more characters',
  'short-known': 'as for a short known one',
  'left-out': 'as if it were omitted',
  'string-value': 'as for the same value as a string',
  'without-extra-field': 'as without it',
  mobile: 'as for MOBILE',
  'first-time': 'as the first time',
  alone: 'as without the calls of other users',
};

const signatureStates: Readonly<Record<Exclude<AnswerSignatureState, 'other-form' | 'other-key'>, string>> = {
  signed: 'signed',
  unsigned: 'no Signature header',
  'no-client-id': 'signed, without a Client-Id header',
  'no-signature': 'Response-Time without Signature',
  'no-response-time': 'Signature without Response-Time',
  'no-signature-part': 'a Signature header without a signature part',
  unreadable: 'a signature that is not base64 of the key size',
  'plain-base64': 'right, but the base64 text is not URL-encoded (ambiguity 6.26)',
  'other-content': 'a signature made with the right key over other content than was sent',
};

/** `; of the five verifiers that Ant has published only PHP reads it`. */
function readersText(readBy: readonly string[] | undefined): string {
  if (readBy === undefined) return '';
  const names = readBy.length === 0 ? 'none' : `only ${readBy.join(' and ')}`;
  return `; of the five verifiers that Ant has published (Java, Python, Go, .NET, PHP) ${names} reads it`;
}

function signatureText({ state, form, bits, readBy }: FactOf<'answer-signature'>): string {
  if (state === 'other-form')
    return `right bytes, written as ${form} instead of URL-encoded base64${readersText(readBy)}`;
  if (state !== 'other-key') return `${signatureStates[state]}${readersText(readBy)}`;
  const size = bits === undefined ? '' : ` of ${bits} bits,`;
  return `a signature${size} made with another key than the configured public key`;
}

/** Things that are counted, one and several. */
const things: Readonly<Record<Exclude<CountedThing, 'sends-before-limit'>, readonly [one: string, several: string]>> = {
  answers: ['answer', 'answers'],
  'requests-answered': ['request answered', 'requests answered'],
  'values-answered': ['value answered', 'values answered'],
  'accepted-answers': ['accepted answer; two are needed', 'accepted answers; two are needed'],
  'different-values': ['different value', 'different values'],
  'own-requests': ['request of the suite complies', 'requests of the suite comply'],
  requests: ['request', 'requests'],
  repeats: ['repeat', 'repeats'],
  items: ['item', 'items'],
};

function countText({ n, of, field, at }: Omit<FactOf<'count'>, 'is'>): string {
  if (of === 'sends-before-limit')
    return `${quantity(n, 'accepted send')} before OTP_SEND_TIMES_EXCEED_LIMIT, to a user who got none earlier today`;
  const where = field ? ` in ${field}` : '';
  return `${n} ${things[of][n === 1 ? 0 : 1]}${where}${at === undefined ? '' : `, at ${at}`}`;
}

/** ` with decision DECLINED`. */
function fieldsText(fields: Readonly<Record<string, unknown>> | undefined, text: (value: unknown) => string): string {
  const list = Object.entries(fields ?? {}).map(([name, value]) => `${name} ${text(value)}`);
  return list.length === 0 ? '' : ` with ${list.join(' and ')}`;
}

function timesText(times: number | undefined): string {
  if (times === undefined || times === 1) return '';
  return times === 2 ? ' twice' : ` ${times} times`;
}

function validityText({ lifetimeMs, overlapMs }: FactOf<'validity'>): string {
  const parts = [
    lifetimeMs === undefined ? '' : `valid for ${seconds(lifetimeMs)}`,
    overlapMs === undefined ? '' : `${seconds(overlapMs)} of it shared with the next`,
  ];
  return parts.filter(Boolean).join(', ');
}

const ordinals = ['first', 'second', 'third'];

/** One function for each kind of fact. */
export const answerWords = {
  accepted: ({ times }: FactOf<'accepted'>) => `S/SUCCESS${timesText(times)}`,
  refused: ({ codes }: FactOf<'refused'>) => (codes.length === 0 ? 'not S' : `F/${codes.join(' or ')}`),
  'refused-or-same': ({ as }: FactOf<'refused-or-same'>) => `F/PARAM_ILLEGAL, or the same answer ${comparisons[as]}`,
  answer: ({ status, code, http, fields }: FactOf<'answer'>) =>
    `${plainValue(status)}/${plainValue(code)}${http === 200 ? '' : ` with HTTP ${http}`}${fieldsText(fields, JSON.stringify)}`,
  result: ({ status, code, fields }: FactOf<'result'>) =>
    `${status ?? '(any status)'}/${code}${fieldsText(fields, plainValue)}`,
  'no-answer': ({ kind, says }: FactOf<'no-answer'>) => `no answer (${kind}: ${says})`,
  'no-result': ({ http }: FactOf<'no-result'>) => `HTTP ${http} without a JSON result`,
  same: ({ as, answer }: FactOf<'same'>, words: Words) =>
    `the same answer ${comparisons[as]}${answer ? `: ${words(answer)}` : ''}`,
  'two-answers': ({ one, other }: FactOf<'two-answers'>, words: Words) =>
    `${words(one)} without it, ${words(other)} with null`,
  'changes-by-chance': ({ one, other }: FactOf<'changes-by-chance'>, words: Words) =>
    `${words(one)}, then ${words(other)} to the same request: the answer depends on something else, such as which of several workers gives it, or a cache`,
  'from-time-to-time': ({ answer, other, wrong, of }: FactOf<'from-time-to-time'>, words: Words) =>
    `${words(answer)} in ${wrong} of ${of} answers to this request; ${words(other)} when it was sent again with nothing else under way: the answer changes from time to time`,
  'several-answers': ({ answers }: FactOf<'several-answers'>, words: Words) => answers.map(words).join(', then '),
  'stable-answer': () => 'the same answer each time',
  'any-result': () => 'an answer with a result',
  'next-served': () => 'the next good request is served',
  'not-served': () => 'not served: an interface is identified by its endpoint',
  'may-be-omitted': () => 'an optional field may be omitted',
  'illegal-at-any-length': () => 'PARAM_ILLEGAL to an unknown id of any length',
  'http-status': ({ status }: FactOf<'http-status'>) => `HTTP ${status}`,
  header: ({ name, value }: FactOf<'header'>) => (value === null ? `no ${name}` : `${name}: ${value}`),
  'answer-signature': signatureText,
  'encoded-answer': ({ encoding, verifies }: FactOf<'encoded-answer'>) =>
    encoding === 'identity'
      ? 'an answer that is not compressed'
      : `an answer in ${encoding} whose signature ${verifies ? 'is right' : 'is not right'} for the decoded body`,
  'signed-answer': () => 'headers Client-Id, Response-Time and a Signature over the exact bytes of the answer',
  count: countText,
  'at-least': (fact: FactOf<'at-least'>) => `at least ${countText(fact)}`,
  validity: validityText,
  'code-in-table': ({ code, status }: FactOf<'code-in-table'>) =>
    code === undefined ? 'a code of the table of result codes' : `${code} with status ${status}`,
  'other-table': ({ answer }: FactOf<'other-table'>, words: Words) =>
    `${words(answer)}: a code of another operation's table`,
  present: ({ field, answer }: FactOf<'present'>, words: Words) => `${words(answer)} with ${field}`,
  'within-ms': ({ ms }: FactOf<'within-ms'>) => `an answer within ${ms} ms`,
  slow: ({ slow, of, slowestMs }: FactOf<'slow'>) =>
    `${slow} of ${of} answers took longer, the slowest ${slowestMs} ms`,
  throttled: ({ answer, needs }: FactOf<'throttled'>, words: Words) =>
    answer
      ? `throttled (${words(answer)}), needs ${needs === 'rate' ? 'a lower run.rate, or more fixtures' : 'more fixtures'}`
      : 'all fixtures were throttled',
  budget: () => 'no fixture may be sent another message; add fixtures',
  'not-vouched': ({ lacks, operation, answer }: FactOf<'not-vouched'>, words: Words) =>
    lacks === 'path'
      ? `${words(answer)} on the default path; set paths.${operation}`
      : `${words(answer)} to the example of the spec; add a user of yours under requests.${operation}`,
  'token-to-name': ({ operation, scenario, field }: FactOf<'token-to-name'>) =>
    `the target checks the owner of the token, and no token of this user could be introduced; set ${field} in scenarios.${operation}.${scenario}`,
  'send-answer': ({ nth, answer, mayNeedTime }: FactOf<'send-answer'>, words: Words) =>
    `${words(answer)} to the ${ordinals[nth - 1] ?? `${nth}th`} send${mayNeedTime ? '; the target may want time between sends' : ''}`,
  'not-repeated': ({ answer }: FactOf<'not-repeated'>, words: Words) =>
    `${words(answer)}; not repeated, since it may reach a person`,
  diagnosis: ({ says, cure }: FactOf<'diagnosis'>) => `${says} ${cure}`,
};
