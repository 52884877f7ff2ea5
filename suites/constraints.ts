/** Probes from constraints: what one keyword of one request field is tried with. From the spec alone, for every operation. */

import { received, sameAnswer } from '../engine/answer.ts';
import type { Ask } from '../engine/ask.ts';
import { type Edit, pointer, valueAt } from '../engine/body.ts';
import { advised, broken, type Judged, kept, type RefusalRule, refused, type Settled } from '../engine/judge.ts';
import type { Trial } from '../engine/trial.ts';
import { dateWithOffset, illegalDates, madeUp, outsideEnum, paddedTo, wideText } from '../engine/values.ts';
import { example, type Probe } from '../engine/vocabulary.ts';
import type { Field, Keyword, Operation, Rule } from '../generated/operations.ts';
import { comparedLengths, nobody, provenAccepted, provenAlike } from './acceptance.ts';

interface Subject {
  readonly op: Operation;
  readonly field: Field;
  readonly rule: Rule;
  readonly name: string;
  readonly at: string;
}

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

type Edits = (trial: Trial) => readonly Edit[];

function setTo(s: Subject, value: unknown): Edit {
  return { path: s.field.path, set: value };
}

function emptyEdit(s: Subject): Edits {
  return () => [setTo(s, '')];
}

function breaks(s: Subject) {
  return { path: s.field.path, keyword: s.rule.keyword };
}

/** A request that breaks the rule is refused; a failure is shown again on the required fields alone. */
function refusal(s: Subject, base: Ask['base'], what: string, edits: Edits, rule?: Partial<RefusalRule>): Probe {
  const where = base === 'minimal' ? ', with the required fields only' : '';
  const title = `${s.name} ${what}${where}: it is refused`;
  const verdict = (settled: Settled) =>
    refused(settled, { codes: s.rule.accept, otherCode: 'broken', field: s.at, ...rule });
  return example(title, (trial) => smallest(trial, { base, edits: edits(trial), breaks: breaks(s) }, title, verdict), {
    control: base,
  });
}

/** Judges an Ask and, when it shows a fault on the full base, shows the same fault on the smallest body. */
export async function smallest(
  trial: Trial,
  ask: Ask,
  title: string,
  verdict: (settled: Settled) => Judged,
): Promise<Judged> {
  const judged = verdict(await trial.ask(ask, title));
  if (judged.shows !== 'broken' || ask.base !== 'full' || !trial.controls.minimal) return judged;
  try {
    const shrunk = verdict(await trial.ask({ ...ask, base: 'minimal' }, `${title} (shrunk)`));
    if (shrunk.shows !== 'broken') return judged;
    return { ...judged, counterexample: shrunk.counterexample, exchanges: [...shrunk.exchanges, ...judged.exchanges] };
  } catch {
    return judged;
  }
}

function onBothBases(s: Subject, what: string, edits: Edits, rule?: Partial<RefusalRule>): Probe[] {
  const full = refusal(s, 'full', what, edits, rule);
  return s.field.required ? [full, refusal(s, 'minimal', what, edits, rule)] : [full];
}

/** `""` in an optional field: refused as illegal or taken as absent; anything else is advice, a crash is broken. */
function optionalEmpty(s: Subject): Probe {
  const title = `${s.name} is "": it is refused or taken as left out`;
  return example(title, async (trial) => {
    const who = trial.pool.costs ? 'nobody' : 'fixture';
    const settled = await trial.ask({ base: 'full', who, edits: [setTo(s, '')], breaks: breaks(s) }, title);
    const expected = 'F/PARAM_ILLEGAL, or as if it were left out';
    const { kind, code } = settled.answer;
    if (kind === 'crash') return broken(settled, expected, { field: s.at });
    if (kind === 'S' || (kind === 'F' && code === 'PARAM_ILLEGAL')) return kept(settled, expected);
    const absent = await trial.ask(
      { base: 'full', who, edits: [{ path: s.field.path, unset: true }] },
      `${s.name} is left out`,
    );
    return sameAnswer(settled.answer, absent.answer)
      ? kept(settled, expected)
      : advised(settled, expected, { field: s.at });
  });
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
  return example(title, async (trial) => {
    const who = trial.pool.costs ? 'nobody' : 'fixture';
    const settled = await trial.ask({ base: 'full', who, edits: [setTo(s, value)], breaks: breaks(s) }, title);
    const expected = 'F/PARAM_ILLEGAL, or as for the same value as a string';
    if (settled.answer.kind === 'crash') return broken(settled, expected, { field: s.at });
    if (settled.answer.kind === 'F' && settled.answer.code === 'PARAM_ILLEGAL') return kept(settled, expected);
    const edits = [setTo(s, String(value))];
    const twin = await trial.ask({ base: 'full', who, edits, unchecked: true }, `${s.name} is "${value}"`);
    if (sameAnswer(settled.answer, twin.answer)) return kept(settled, expected);
    return advised(settled, expected, { field: s.at });
  });
}

function objectTypes(s: Subject): Probe[] {
  return onBothBases(s, 'is a string instead of an object', () => [setTo(s, 'text')], { otherCode: 'advised' });
}

function tooLong(s: Subject): Probe[] {
  const max = s.field.maxLength!;
  return onBothBases(s, `is the good value padded to ${max + 1} characters`, (t) => [
    setTo(s, paddedTo(t.baseText(s.field.path), max + 1)),
  ]);
}

function plainLengths(s: Subject): Probe[] {
  const max = s.field.maxLength!;
  const exact = (value: (t: Trial) => string, what: string) => {
    const title = `${s.name} of ${max} ${what}: it is accepted`;
    return example(
      title,
      (trial) =>
        provenAccepted(trial, {
          ask: { base: 'full', edits: [setTo(s, value(trial))] },
          title,
          breaking: {
            base: 'full',
            edits: [setTo(s, paddedTo(trial.baseText(s.field.path), max + 1))],
            breaks: breaks(s),
          },
          noticed: 'PARAM_ILLEGAL',
          live: 'if-needed',
          field: s.at,
        }),
      { phase: 'acceptance' },
    );
  };
  const wide = s.field.freeText
    ? [
        exact(() => wideText(max), 'characters that are not ASCII'),
        refusal(s, 'full', `is ${max + 1} characters that are not ASCII`, () => [setTo(s, wideText(max + 1))]),
      ]
    : [];
  // A fixed length (an enum of lengths, a country code) has no longer valid value than its own.
  const atMaximum = s.field.pattern ? [] : [exact((t) => paddedTo(t.baseText(s.field.path), max), 'characters')];
  return [...tooLong(s), ...atMaximum, ...wide];
}

function identityLengths(s: Subject): Probe[] {
  const max = s.field.maxLength!;
  const unknown = (trial: Trial, length: number) =>
    setTo(s, madeUp(`${s.rule.id}/${trial.run.settings.seed}`, length, trial.baseText(s.field.path)));
  const compare = example(
    `an unknown ${s.name} of ${max} characters is answered like one of 20`,
    async (trial) => {
      const who = await whoForLengths(trial, s);
      const pays = who === 'fixture';
      // On the required fields alone a finding shows with the fewest fields around it.
      const base = trial.controls.minimal ? 'minimal' : 'full';
      const short = await trial.ask(
        { base, who, edits: [unknown(trial, 20)], pays },
        `an unknown ${s.name} of 20 characters`,
      );
      const long = await trial.ask(
        { base, who, edits: [unknown(trial, max)], pays },
        `an unknown ${s.name} of ${max} characters`,
      );
      return comparedLengths(short, long, s.at);
    },
    { phase: 'acceptance' },
  );
  const beyond = onBothBases(s, `is unknown and of ${max + 1} characters`, (t) => [unknown(t, max + 1)]);
  return [...beyond, ...tooLong(s), compare];
}

/** Where an unknown id is compared: on the made-up user if the target looks at this field there; else on a fixture. */
async function whoForLengths(trial: Trial, s: Subject): Promise<'nobody' | 'fixture'> {
  if (!trial.pool.costs || s.field.path[0] === trial.op.probing.nobody) return 'fixture';
  if (trial.controls.nobody?.answer.kind !== 'F') return 'fixture';
  const value = paddedTo(trial.baseText(s.field.path), s.field.maxLength! + 1);
  const ask = nobody({ base: 'full', edits: [setTo(s, value)], breaks: breaks(s) });
  const noticed = await trial.ask(ask, `${s.name} is too long, for a made-up user`);
  return noticed.answer.code === 'PARAM_ILLEGAL' ? 'nobody' : 'fixture';
}

function enumProbes(s: Subject): Probe[] {
  const outside = outsideEnum(s.field, s.rule.id);
  const documented = s.field.enum!.map((value) => {
    const title = `${s.name} ${value} is accepted`;
    return example(
      title,
      (trial) =>
        provenAccepted(trial, {
          ask: { base: 'full', edits: [setTo(s, value)] },
          title,
          breaking: { base: 'full', edits: [setTo(s, outside[0]!.value)], breaks: breaks(s) },
          noticed: 'PARAM_ILLEGAL',
          live: 'always',
          field: s.at,
        }),
      { phase: 'acceptance' },
    );
  });
  const strangers = outside.map(({ what, value }) => strangerValue(s, what, value));
  const spelled = s.field.enum![0]!.toLowerCase();
  const lower = example(`${s.name} ${spelled}, in lower case, is not taken for ${s.field.enum![0]}`, async (trial) => {
    const ask: Ask = { base: 'full', edits: [setTo(s, spelled)], breaks: breaks(s) };
    const settled = await trial.ask(ask, `${s.name} ${spelled}`);
    if (settled.answer.kind === 'crash') return broken(settled, 'F/PARAM_ILLEGAL', { field: s.at });
    return settled.answer.code === 'PARAM_ILLEGAL'
      ? kept(settled, 'F/PARAM_ILLEGAL')
      : advised(settled, 'F/PARAM_ILLEGAL', { field: s.at });
  });
  return [...strangers, ...documented, lower];
}

/** A value outside an enum. Where the list may grow (a position), taking it is fine advice, refusing it too; only a crash is broken. */
function strangerValue(s: Subject, what: string, value: string): Probe {
  if ((s.rule.beyond?.basis ?? s.rule.basis) !== 'position')
    return refusal(s, 'full', `is ${what}`, () => [setTo(s, value)]);
  const title = `${s.name} is ${what}: it is refused as illegal`;
  return example(title, (trial) =>
    smallest(trial, { base: 'full', edits: [setTo(s, value)], breaks: breaks(s) }, title, (settled) => {
      const expected = 'F/PARAM_ILLEGAL';
      if (settled.answer.kind === 'crash') return broken(settled, expected, { field: s.at });
      return settled.answer.code === 'PARAM_ILLEGAL'
        ? kept(settled, expected)
        : advised(settled, expected, { field: s.at });
    }),
  );
}

function dateProbes(s: Subject): Probe[] {
  const good = (trial: Trial) => trial.run.startedAt + (trial.op.probing.times[s.name] ?? 0) * 60_000;
  const illegal = (trial: Trial) => illegalDates(good(trial));
  const refusals = illegalDates(0).map(({ what }, i) =>
    refusal(s, 'full', `is ${what}`, (trial) => [setTo(s, illegal(trial)[i]!.value)]),
  );
  const offset = (zone: string) => dateAccepted(s, `with ${zone}`, (trial) => dateWithOffset(good(trial), zone), false);
  const fraction = (trial: Trial) => dateWithOffset(good(trial), '+08:00').replace('+', '.123+');
  return [
    ...refusals,
    ...['+08:00', '+00:00', '+05:30', '-05:00'].map(offset),
    dateAccepted(s, 'in UTC, written Z', (trial) => dateWithOffset(good(trial), 'Z'), true),
    dateAccepted(s, 'with a fraction of a second', fraction, true),
  ];
}

/** A date in a legal spelling is accepted; a spelling the page does not show (`advice`) only advises. */
function dateAccepted(s: Subject, what: string, value: (trial: Trial) => string, advice: boolean): Probe {
  const title = `${s.name} ${what} is accepted`;
  const prove = async (trial: Trial): Promise<Judged> => {
    const judged = await provenAccepted(trial, {
      ask: { base: 'full', edits: [setTo(s, value(trial))] },
      title,
      breaking: { base: 'full', edits: [setTo(s, 'not a date')], breaks: breaks(s) },
      noticed: 'PARAM_ILLEGAL',
      live: advice ? 'if-needed' : 'always',
      field: s.at,
    });
    return advice && judged.shows === 'broken' ? { ...judged, shows: 'advised', reason: 'advice' } : judged;
  };
  return example(title, prove, { phase: 'acceptance' });
}

function rangeProbes(s: Subject): Probe[] {
  const { min, max } = s.field.range!;
  // Words as short as the field allows, too: a longer one may be refused for its length alone.
  const words = 'ab'.slice(0, s.field.maxLength ?? 2);
  const outside = [String(min - 1), String(max + 1), '-1', words, '1.5', 'abc'];
  const odd = ['01', '+5', ' 5', '10.0', '1e1'];
  const inside = Array.from({ length: max - min + 1 }, (_, i) => String(min + i));
  return [
    ...outside.map((value) => refusal(s, 'full', `is "${value}"`, () => [setTo(s, value)])),
    ...inside.map((value) => {
      const title = `${s.name} "${value}" is accepted`;
      const claim = {
        ask: { base: 'full', edits: [setTo(s, value)] },
        title,
        breaking: null,
        noticed: '',
        live: 'always',
        field: s.at,
      } as const;
      return example(title, (trial) => provenAccepted(trial, claim), { phase: 'acceptance' });
    }),
    ...odd.map((value) =>
      example(
        `${s.name} "${value}", which the page leaves open, is answered`,
        async (trial) =>
          observed(
            await trial.ask({ base: 'full', edits: [setTo(s, value)], unchecked: true }, `${s.name} "${value}"`),
            s.at,
          ),
        { phase: 'observation', profiles: ['gate', 'certify'] },
      ),
    ),
  ];
}

/** Whatever the page leaves open: answered at all is enough. */
export function observed(settled: Settled, field?: string): Judged {
  const expected = 'an answer with a result';
  const extra = { ...(field ? { field } : {}), received: received(settled.answer) };
  return settled.answer.kind === 'crash' ? broken(settled, expected, extra) : kept(settled, expected, extra);
}

function optionalAlike(s: Subject): Probe {
  const title = `${s.name} left out and ${s.name} null are answered alike`;
  const strange = s.field.type === 'string' ? (s.field.enum ? 'X' : 'x'.repeat((s.field.maxLength ?? 64) + 1)) : 'text';
  return example(
    title,
    (trial) =>
      provenAlike(trial, {
        one: [{ path: s.field.path, unset: true }],
        other: [setTo(s, null)],
        breaking: { base: 'full', edits: [setTo(s, strange)], breaks: breaks(s) },
        says: title,
        field: s.at,
      }),
    { phase: 'acceptance' },
  );
}

export { valueAt };
