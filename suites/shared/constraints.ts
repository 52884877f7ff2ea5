/** Probes from constraints: what one keyword of one request field is tried with. From the spec alone, for every operation. */

import { type Probe, probe } from '../../engine/check/check.ts';
import { advised, broken, kept } from '../../engine/check/finding.ts';
import { sameAnswer } from '../../engine/wire/answer.ts';
import { pointer } from '../../engine/wire/json.ts';
import type { Field, Keyword, Operation, Rule } from '../../generated/operations.ts';
import { provenAlike } from './acceptance-proof.ts';
import { breaks, type Edits, onBothBases, refusal, type Subject, setTo } from './constraints/constraint-probe.ts';
import { identityLengths, plainLengths } from './constraints/lengths.ts';
import { dateProbes, enumProbes, rangeProbes } from './constraints/values.ts';

const probesOf: Readonly<Record<Keyword, (subject: Subject) => Probe[]>> = {
  required: (s) => onBothBases(s, 'is missing', () => [{ path: s.field.path, unset: true }]),
  null: (s) => onBothBases(s, 'is null', () => [{ path: s.field.path, set: null }]),
  empty: (s) =>
    s.field.required ? onBothBases(s, 'is ""', emptyEdit(s), { codes: [], otherCode: 'kept' }) : [optionalEmpty(s)],
  type: (s) => (s.field.type === 'string' ? stringTypes(s) : objectTypes(s)),
  maxLength: (s) => (s.field.identity ? identityLengths(s) : plainLengths(s)),
  minLength: (s) => [
    refusal(s, 'full', 'is one character short', (t) => [setTo(s, t.baseText(s.field.path).slice(0, -1))]),
  ],
  enum: enumProbes,
  format: dateProbes,
  range: rangeProbes,
  optional: (s) => [optionalAlike(s)],
};

/** The probes of one rule of a request field. */
export function constraintProbes(op: Operation, field: Field, rule: Rule): Probe[] {
  return probesOf[rule.keyword]({ op, field, rule, name: field.path.join('.'), at: pointer(field.path) });
}

/** `""` in an optional field: refused as illegal or taken as absent; anything else is advice, a crash is broken. */
function optionalEmpty(s: Subject): Probe {
  const title = `${s.name} is "": it is refused or taken as left out`;
  return probe(title, async (trial) => {
    const who = trial.pool.costs ? 'nobody' : 'fixture';
    const settled = await trial.ask({ base: 'full', user: who, edits: [setTo(s, '')], violates: breaks(s) }, title);
    const expected = 'F/PARAM_ILLEGAL, or as if it were left out';
    const { kind, code } = settled.answer;
    if (kind === 'crash') return broken(settled, expected, { field: s.at });
    if (kind === 'S' || (kind === 'F' && code === 'PARAM_ILLEGAL')) return kept(settled, expected);
    const absent = await trial.ask(
      { base: 'full', user: who, edits: [{ path: s.field.path, unset: true }] },
      `${s.name} is left out`,
    );
    return sameAnswer(settled.answer, absent.answer)
      ? kept(settled, expected)
      : advised(settled, expected, { field: s.at });
  });
}

function emptyEdit(s: Subject): Edits {
  return () => [setTo(s, '')];
}

function stringTypes(s: Subject): Probe[] {
  const scalars = [
    { what: 'a number', value: 20 },
    { what: 'a boolean', value: true },
  ].map(({ what, value }) => scalarInstead(s, what, value));
  const kinds = [
    { what: 'is an array', value: ['20'] },
    { what: 'is an object', value: { value: '20' } },
  ].flatMap(({ what, value }) => onBothBases(s, what, () => [setTo(s, value)], { otherCode: 'advised' }));
  return [...kinds, ...scalars];
}

/** A number or boolean where a string belongs: refused, or taken as the string; never a reason to fail. */
function scalarInstead(s: Subject, what: string, value: number | boolean): Probe {
  const title = `${s.name} is ${what} instead of a string: it is refused or taken as the string`;
  return probe(title, async (trial) => {
    const who = trial.pool.costs ? 'nobody' : 'fixture';
    const settled = await trial.ask({ base: 'full', user: who, edits: [setTo(s, value)], violates: breaks(s) }, title);
    const expected = 'F/PARAM_ILLEGAL, or as for the same value as a string';
    if (settled.answer.kind === 'crash') return broken(settled, expected, { field: s.at });
    if (settled.answer.kind === 'F' && settled.answer.code === 'PARAM_ILLEGAL') return kept(settled, expected);
    const edits = [setTo(s, String(value))];
    const twin = await trial.ask({ base: 'full', user: who, edits, skipSelfCheck: true }, `${s.name} is "${value}"`);
    if (sameAnswer(settled.answer, twin.answer)) return kept(settled, expected);
    return advised(settled, expected, { field: s.at });
  });
}

function objectTypes(s: Subject): Probe[] {
  return [
    ...onBothBases(s, 'is a string instead of an object', () => [setTo(s, 'text')], { otherCode: 'advised' }),
    refusal(s, 'full', 'is a list instead of an object', () => [setTo(s, ['text'])], { otherCode: 'advised' }),
  ];
}

function optionalAlike(s: Subject): Probe {
  const title = `${s.name} left out and ${s.name} null are answered alike`;
  const strange = s.field.type === 'string' ? (s.field.enum ? 'X' : 'x'.repeat((s.field.maxLength ?? 64) + 1)) : 'text';
  return probe(
    title,
    (trial) =>
      provenAlike(trial, {
        one: [{ path: s.field.path, unset: true }],
        other: [setTo(s, null)],
        breaking: { base: 'full', edits: [setTo(s, strange)], violates: breaks(s) },
        says: title,
        field: s.at,
      }),
    { phase: 'acceptance' },
  );
}
