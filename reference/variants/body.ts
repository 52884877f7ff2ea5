/** Conforming ways to serialise an answer. */
import { onAnswer, withResult } from '../faults/mpp/alterations.ts';
import type { Answer, MppApi, Patch } from '../mpp/behaviour.ts';
import { isObject } from '../mpp/body.ts';
import type { Variant } from './variant.ts';

const printing = (print: (answer: unknown) => string): Patch => {
  return (b) => ({ ...b, print });
};

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

function reversed(value: unknown): unknown {
  return isObject(value) ? Object.fromEntries(Object.entries(value).reverse()) : value;
}

const escaped = (text: string): string =>
  text.replace(/[^\u0000-\u007e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Variants of bodies. */
export const bodyVariants: readonly Variant[] = [
  { name: 'pretty-printed', says: 'Indents its JSON.', alter: printing((answer) => JSON.stringify(answer, null, 2)) },
  {
    name: 'key-sorted',
    says: 'Sorts the keys of its JSON.',
    alter: printing((answer) => JSON.stringify(sorted(answer))),
  },
  {
    name: 'result-last',
    says: 'Writes the result behind the other fields.',
    alter: printing((answer) => JSON.stringify(reversed(answer))),
  },
  {
    name: 'crlf-and-tabs',
    says: 'Indents its JSON with tabs and CRLF.',
    alter: printing((answer) => JSON.stringify(answer, null, '\t').replaceAll('\n', '\r\n')),
  },
  {
    name: 'trailing-line-end',
    says: 'Ends its JSON with a line end, which it signs too.',
    alter: printing((answer) => `${JSON.stringify(answer)}\n`),
  },
  {
    name: 'extra-fields',
    says: 'Returns fields that no page names, at the top and in the result.',
    alter: onAnswer((answer) => ({
      ...withResult(answer, { resultHint: 'none' }),
      traceId: '0af7651916cd43dd',
      links: { self: 'about:blank' },
    })),
  },
  {
    name: 'null-for-unused',
    says: 'Writes null in the documented optional fields that it does not use.',
    alter: onAnswer(nullForUnused),
  },
  {
    name: 'no-message',
    says: 'Returns no resultMessage.',
    alter: onAnswer((answer) => withResult(answer, { resultMessage: undefined })),
  },
  {
    name: 'null-message',
    says: 'Returns null as resultMessage.',
    alter: onAnswer((answer) => withResult(answer, { resultMessage: null })),
  },
  {
    name: 'message-in-another-script',
    says: 'Writes its messages in Chinese, Arabic and emoji.',
    alter: onAnswer((answer) => withResult(answer, { resultMessage: '已处理 · تم التنفيذ · 👍' })),
  },
  {
    name: 'message-escaped',
    says: 'Escapes whatever is not ASCII in its JSON.',
    alter: (b) =>
      printing((answer) => escaped(JSON.stringify(answer)))(
        onAnswer((answer) => withResult(answer, { resultMessage: '已处理' }))(b),
      ),
  },
  {
    name: 'plus-and-percent-in-message',
    says: 'Writes +, % and & into its messages.',
    alter: onAnswer((answer) => withResult(answer, { resultMessage: '100% done + no further steps & no cost' })),
  },
  {
    name: 'long-values',
    says: 'Uses the whole of the documented lengths.',
    alter: (b) => ({
      ...onAnswer((answer) => withResult(answer, { resultMessage: 'm'.repeat(256) }))(b),
      newId: async (c, call) => String(await b.newId(c, call)).padEnd(64, '0'),
    }),
  },
];

function nullForUnused(answer: Answer, call: { api: MppApi | null }): Answer {
  const nulls: Partial<Record<MppApi, Answer | object>> = {
    sendOTP: { verifyRequestId: null },
    tokenDigitizeDecision: { decision: null, activationMethods: null },
  };
  return { ...(call.api ? nulls[call.api] : {}), ...answer };
}
