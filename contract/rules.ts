/** Turns the keywords of a field into rules: one sentence each, with its level, basis and accepted codes. */
import type { ListedField } from './fields.ts';
import type { Voice } from './sentences.ts';
import * as words from './sentences.ts';
import type { Judge, Schema } from './spec-document.ts';
import type { Basis, Field, Harm, Keyword, Level, Reading, Rule, SentReading } from './types.ts';

/** The harm of a broken constraint by keyword, from `x-harm-defaults`. */
export interface ConstraintHarms {
  readonly request: (keyword: Keyword) => Harm;
  readonly answer: (keyword: Keyword) => Harm;
  readonly caller: Harm;
}

interface Draft {
  readonly keyword: Keyword;
  readonly says: string;
  readonly basis: Basis;
  readonly ambiguity?: string;
  readonly words: string;
  readonly accept: readonly string[];
}

type PlainField = Omit<Field, 'rules'>;

/** Rules for what a server makes of a body that is not a JSON object. */
export function bodyRules(voice: Voice, harms: ConstraintHarms): Rule[] {
  const rule = (keyword: Keyword, says: string, fact: string): Rule => ({
    id: `${voice.operation}.body.${keyword}`,
    keyword,
    says,
    level: words.levelOf(says)!,
    basis: 'derived',
    ambiguity: '6.40',
    accept: ['PARAM_ILLEGAL'],
    beyond: null,
    sent: null,
    group: [],
    harm: harms.request(keyword),
    rank: 0,
    source: { page: voice.page, words: fact },
  });
  return [
    rule('required', words.noBody(voice), 'a message has a body, and parameters in it are required'),
    rule(
      'type',
      words.noObject(voice),
      'the body is a JSON object of parameters; PARAM_ILLEGAL stands for illegal ones',
    ),
  ];
}

/** Rules for what a server makes of one request field. */
export function requestRules(voice: Voice, { field, schema }: ListedField, harms: ConstraintHarms): Rule[] {
  return requestDrafts(voice, field)
    .filter(isJudged(schema))
    .map((draft) => {
      const rule = finish(voice, '', field, schema, draft);
      const sent = readAsSent(voice, field, rule, harms.caller);
      return ordered({ ...rule, sent, harm: harms.request(draft.keyword), rank: 0 });
    });
}

/** Rules for one field of an answer, whoever gives it. */
export function responseRules(voice: Voice, listed: ListedField, harms: ConstraintHarms): Rule[] {
  const { field, schema } = listed;
  return responseDrafts(voice, listed)
    .filter(isJudged(schema))
    .map((draft) => {
      const rule = finish(voice, 'response.', field, schema, draft);
      return ordered({ ...rule, sent: null, harm: harms.answer(draft.keyword), rank: 1 });
    });
}

/** Of a field that only an overlay describes, what it says is judged, and nothing that would follow for a documented one. */
function isJudged({ 'x-stated': stated }: Schema): (draft: Draft) => boolean {
  return ({ keyword }) => stated === undefined || stated.includes(keyword);
}

function requestDrafts(voice: Voice, field: PlainField): Draft[] {
  const codes = ['PARAM_ILLEGAL', ...(field.identity?.unknown ?? [])];
  const drafts: Draft[] = [];
  const add = (keyword: Keyword, says: string, more: Partial<Draft> = {}): void => {
    const basis = keyword === 'format' || keyword === 'range' || keyword === 'optional' ? 'normative' : 'derived';
    drafts.push({ keyword, says, basis, words: words.fact(field, keyword), accept: ['PARAM_ILLEGAL'], ...more });
  };
  if (field.required) {
    add('required', words.missing(voice, field));
    add('null', words.isNull(voice, field), { ambiguity: '6.4' });
    if (field.type === 'string') add('empty', words.emptyRequired(voice, field), { ambiguity: '6.3', accept: codes });
  } else {
    add('optional', words.optional(voice, field), { ambiguity: '6.4', accept: [] });
    if (field.type === 'string')
      add('empty', words.emptyOptional(voice, field), { basis: 'position', ambiguity: '6.3' });
  }
  add('type', words.wrongType(voice, field), { ambiguity: field.type === 'string' ? '6.2' : '6.1' });
  if (field.maxLength !== null) add('maxLength', words.tooLong(voice, field, codes), { accept: codes });
  if ((field.minLength ?? 0) > 1) add('minLength', words.tooShort(voice, field));
  if (field.enum) add('enum', words.outside(voice, field));
  if (field.format) add('format', words.noDate(voice, field), { ambiguity: '6.8' });
  if (field.range) add('range', words.outOfRange(voice, field), { ambiguity: '6.5' });
  return drafts;
}

function responseDrafts(voice: Voice, { field, schema, condition }: ListedField): Draft[] {
  const drafts: Draft[] = [];
  const add = (keyword: Keyword, says: string, ambiguity?: string): void => {
    const fact = words.fact(field, keyword, condition);
    drafts.push({ keyword, says, basis: 'normative', ambiguity, words: fact, accept: [] });
  };
  const level = (keyword: Keyword): string => schema['x-judge']?.[keyword]?.level ?? 'MUST';
  if (field.required || condition) add('required', words.returned(voice, field, condition, level('required')));
  add('type', words.returnedType(voice, field), field.type === 'string' ? '6.2' : '6.1');
  if (field.type === 'string' && !field.required)
    add('empty', words.returnedEmpty(voice, field, level('empty')), '6.3');
  if (field.maxLength !== null) add('maxLength', words.returnedTooLong(voice, field, level('maxLength')));
  if (field.enum) add('enum', words.returnedOutside(voice, field));
  return drafts;
}

function finish(
  voice: Voice,
  prefix: '' | 'response.',
  field: PlainField,
  schema: Schema,
  draft: Draft,
): Omit<Rule, 'sent' | 'harm' | 'rank'> {
  const judge = schema['x-judge']?.[draft.keyword] ?? {};
  // A documented value must be taken even where refusing an undocumented one is only our reading: two levels in one row.
  const splits = draft.keyword === 'enum' && prefix === '' && judge.level === 'SHOULD';
  const says = splits ? words.everyValue(voice, field) : draft.says;
  const basis = splits ? 'normative' : (basisOf(judge) ?? draft.basis);
  const ambiguity = judge.ambiguity ?? (basis === 'partner' ? null : draft.ambiguity);
  return {
    id: `${voice.operation}.${prefix}${field.path.join('.')}.${draft.keyword}`,
    keyword: draft.keyword,
    says,
    level: words.levelOf(says)!,
    basis,
    ambiguity: (splits ? null : ambiguity) ?? null,
    accept: judge.accept ?? draft.accept,
    beyond: splits ? beyondOf(voice, field, judge) : null,
    group: [],
    source: { page: voice.page, words: draft.words, ...schema['x-source']?.[draft.keyword] },
  };
}

function beyondOf(voice: Voice, field: PlainField, judge: Judge): Reading {
  const says = words.undocumentedValue(voice, field);
  return {
    says,
    level: judge.level as Level,
    basis: basisOf(judge) ?? 'position',
    ambiguity: judge.ambiguity ?? null,
  };
}

// The names that x-judge uses have been checked before rules are made.
function basisOf({ basis }: Judge): Basis | undefined {
  return basis as Basis | undefined;
}

const ambiguityWhenSent: Readonly<Partial<Record<Keyword, string>>> = {
  empty: '6.3',
  null: '6.4',
  format: '6.8',
  range: '6.5',
  type: '6.1',
};

/** The same constraint where the caller is the one under test: it keeps the rule instead of enforcing it. */
function readAsSent(
  voice: Voice,
  field: PlainField,
  { keyword, basis }: Pick<Rule, 'keyword' | 'basis'>,
  harm: Harm,
): SentReading | null {
  const says = words.sent(voice, field, keyword);
  if (!says) return null;
  return {
    says,
    level: words.levelOf(says)!,
    basis: basis === 'partner' ? basis : keyword === 'null' ? 'derived' : 'normative',
    ambiguity: basis === 'partner' ? null : (ambiguityWhenSent[keyword] ?? null),
    group: [],
    harm,
  };
}

/** The members in the order in which the types list them, so that generated files stay easy to compare. */
function ordered(rule: Rule): Rule {
  const { id, keyword, says, level, basis, ambiguity, accept, beyond, sent, group, harm, rank, source } = rule;
  return { id, keyword, says, level, basis, ambiguity, accept, beyond, sent, group, harm, rank, source };
}
