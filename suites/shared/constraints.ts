/** Checks of constraints: what one keyword of one request field is tried with. From the spec alone, for every operation. */

import type { Field, Keyword, Operation, Rule } from '../../contract/types.ts';
import type { Probe } from '../../engine/check/check.ts';
import type { CheckContext } from '../../engine/check/context.ts';
import { alike, refuses, unset } from '../../engine/check/verbs/index.ts';
import { pointer } from '../../engine/wire/json.ts';
import { onBothBases, refusal, type Subject, setTo, violates } from './constraints/constraint-probe.ts';
import { identityLengths, plainLengths } from './constraints/lengths.ts';
import { dateProbes, enumProbes, rangeProbes } from './constraints/values.ts';

const probesOf: Readonly<Record<Keyword, (subject: Subject) => Probe[]>> = {
  required: (s) => onBothBases(s, 'is missing', [unset(s.field.path)]),
  null: (s) => onBothBases(s, 'is null', [setTo(s, null)]),
  empty: (s) =>
    s.field.required
      ? onBothBases(s, 'is ""', [setTo(s, '')], { codes: [], otherCode: 'satisfied' })
      : [optionalEmpty(s)],
  type: (s) => (s.field.type === 'string' ? stringTypes(s) : objectTypes(s)),
  maxLength: (s) => (s.field.identity ? identityLengths(s) : plainLengths(s)),
  minLength: (s) => [
    refusal(s, 'is one character short', (context) => [
      setTo(s, context.baseText(s.field.path).slice(0, s.field.minLength! - 1)),
    ]),
  ],
  enum: enumProbes,
  format: dateProbes,
  range: rangeProbes,
  optional: (s) => [optionalAlike(s)],
};

/** The checks of one rule of a request field. */
export function constraintProbes(op: Operation, field: Field, rule: Rule): Probe[] {
  return probesOf[rule.keyword]({ op, field, rule, name: field.path.join('.'), at: pointer(field.path) });
}

/** `""` in an optional field: refused as illegal or taken as absent; any other answer is a fact, such as that of an unknown id; a crash is a violation. */
function optionalEmpty(s: Subject): Probe {
  return refuses(
    `${s.name} is ""`,
    { user: 'free', edit: [setTo(s, '')], violates: violates(s) },
    {
      codes: ['PARAM_ILLEGAL'],
      place: s.at,
      ambiguity: '6.3',
      orSameAs: {
        as: 'left-out',
        title: `${s.name} is omitted`,
        change: { user: 'free', edit: [unset(s.field.path)] },
        mayAccept: true,
        other: 'fact',
      },
    },
    { claim: 'it is refused or treated as omitted' },
  );
}

function stringTypes(s: Subject): Probe[] {
  const number = scalarInstead(s, 'a number', 20);
  const boolean = scalarInstead(s, 'a boolean', true);
  const two = refusal(s, 'is a list of two values', [setTo(s, ['20', '21'])], { otherCode: 'advisory' });
  const object = onBothBases(s, 'is an object', [setTo(s, { value: '20' })], { otherCode: 'advisory' });
  return [two, ...object, certifyOnly(listOfOne(s)), number, namesUser(s) ? boolean : certifyOnly(boolean)];
}

/** Fields by which a user or a token is looked up: a loose comparison takes `true` for any of them, so that the gate tries it there. */
function namesUser({ op: { probing }, field }: Subject): boolean {
  return [probing.credential, probing.user, probing.refersTo?.field].includes(field.path.join('.'));
}

/** A probe that the gate does without. */
function certifyOnly(probe: Probe): Probe {
  return { ...probe, profiles: ['certify'] };
}

/** A list that holds just a value: frameworks that coerce types take it for the value, which is a fact (ambiguity 6.2) and can fail nobody. */
function listOfOne(s: Subject): Probe {
  const value = ({ baseText }: CheckContext) => baseText(s.field.path) || '20';
  return refuses(
    `${s.name} is a list of one value`,
    { user: 'free', edit: (context) => [setTo(s, [value(context)])], violates: violates(s) },
    {
      codes: ['PARAM_ILLEGAL'],
      place: s.at,
      ambiguity: '6.2',
      orSameAs: {
        as: 'string-value',
        title: `${s.name} is the value itself`,
        change: { user: 'free', edit: (context) => [setTo(s, value(context))] },
        sameIsFact: true,
      },
    },
    { claim: 'it is refused or taken as the value' },
  );
}

/** A number or boolean where a string belongs: refused, or taken as the string; never a reason to fail. */
function scalarInstead(s: Subject, what: string, value: number | boolean): Probe {
  return refuses(
    `${s.name} is ${what} instead of a string`,
    { user: 'free', edit: [setTo(s, value)], violates: violates(s) },
    {
      codes: ['PARAM_ILLEGAL'],
      place: s.at,
      ambiguity: '6.2',
      orSameAs: {
        as: 'string-value',
        title: `${s.name} is "${value}"`,
        change: { user: 'free', edit: [setTo(s, String(value))], skipSelfCheck: true },
        sameIsFact: true,
      },
    },
    { claim: 'it is refused or taken as the string' },
  );
}

function objectTypes(s: Subject): Probe[] {
  if (s.field.type === 'array')
    return onBothBases(s, 'is a string instead of a list', [setTo(s, 'text')], { otherCode: 'advisory' });
  return [
    ...onBothBases(s, 'is a string instead of an object', [setTo(s, 'text')], { otherCode: 'advisory' }),
    refusal(s, 'is a list instead of an object', [setTo(s, ['text'])], { otherCode: 'advisory' }),
  ];
}

function optionalAlike(s: Subject): Probe {
  return alike(`${s.name} omitted and ${s.name} null get the same answer`, [[unset(s.field.path)], [setTo(s, null)]], {
    names: [`${s.name} omitted`, `${s.name} null`],
    place: s.at,
    noticedBy: { edit: [setTo(s, illegalValue(s.field))], violates: violates(s) },
  });
}

/** A value that a target which looks at the field at all must take for illegal. */
function illegalValue({ type, enum: values, maxLength }: Field): string {
  if (type !== 'string') return 'text';
  return values ? 'X' : 'x'.repeat((maxLength ?? 64) + 1);
}
