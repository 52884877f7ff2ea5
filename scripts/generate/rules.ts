/** Turns the keywords of a field into rules: one sentence each, with its level, basis and accepted codes. */
import type { Schema, Source } from './document.ts';
import type { Condition, Field } from './fields.ts';
import * as words from './sentences.ts';

/** Who speaks to whom in the sentences of one operation, and where its page is. */
export interface Voice {
  operation: string;
  server: string;
  caller: string;
  page: string;
}

/** One constraint as generated/operations.ts has it. */
export interface Rule {
  id: string;
  keyword: string;
  says: string;
  level: string;
  basis: string;
  ambiguity: string | null;
  accept: string[];
  beyond: { says: string; level: string; basis: string; ambiguity: string | null } | null;
  sent: { says: string; level: string; basis: string; ambiguity: string | null; group: string[] } | null;
  group: string[];
  source: Source;
}

type Draft = { keyword: string; says: string; basis: string; ambiguity?: string; words: string; accept?: string[] };

/** Rules for what a server makes of a body that is no JSON object. */
export function bodyRules(voice: Voice): Rule[] {
  const rule = (keyword: string, says: string, fact: string): Rule => ({
    id: `${voice.operation}.body.${keyword}`,
    keyword,
    says,
    level: words.levelOf(says),
    basis: 'derived',
    ambiguity: '6.40',
    accept: ['PARAM_ILLEGAL'],
    beyond: null,
    sent: null,
    group: [],
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
export function requestRules(voice: Voice, field: Field, schema: Schema): Rule[] {
  const codes = ['PARAM_ILLEGAL', ...(field.identity?.unknown ?? [])];
  const drafts: Draft[] = [];
  const add = (keyword: string, says: string, more: Partial<Draft> = {}): void => {
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
  return drafts.map((draft) => finish(voice, '', field, schema, draft));
}

/** Rules for one field of an answer, whoever gives it. */
export function responseRules(voice: Voice, field: Field, schema: Schema, condition: Condition | null): Rule[] {
  const drafts: Draft[] = [];
  const add = (keyword: string, says: string, ambiguity?: string): void => {
    drafts.push({
      keyword,
      says,
      basis: 'normative',
      ambiguity,
      words: words.fact(field, keyword, condition),
      accept: [],
    });
  };
  const level = schema['x-judge']?.required?.level ?? 'MUST';
  if (field.required || condition) add('required', words.returned(voice, field, condition, level));
  add('type', words.returnedType(voice, field), field.type === 'string' ? '6.2' : '6.1');
  if (field.type === 'string' && !field.required) {
    add('empty', words.returnedEmpty(voice, field, schema['x-judge']?.empty?.level ?? 'MUST'), '6.3');
  }
  if (field.maxLength !== null) {
    add('maxLength', words.returnedTooLong(voice, field, schema['x-judge']?.maxLength?.level ?? 'MUST'));
  }
  if (field.enum) add('enum', words.returnedOutside(voice, field));
  return drafts.map((draft) => finish(voice, 'response.', field, schema, draft));
}

function finish(voice: Voice, prefix: string, field: Field, schema: Schema, draft: Draft): Rule {
  const judge = schema['x-judge']?.[draft.keyword] ?? {};
  // A documented value must be taken even where refusing an undocumented one is only our reading: two levels in one row.
  const splits = draft.keyword === 'enum' && prefix === '' && judge.level === 'SHOULD';
  const rule = {
    id: `${voice.operation}.${prefix}${field.path.join('.')}.${draft.keyword}`,
    keyword: draft.keyword,
    says: splits ? words.everyValue(voice, field) : draft.says,
    basis: splits ? 'normative' : (judge.basis ?? draft.basis),
    ambiguity: (splits ? null : (judge.ambiguity ?? draft.ambiguity)) ?? null,
    accept: judge.accept ?? draft.accept ?? [],
    sent: prefix === '' ? readAsSent(voice, field, draft.keyword) : null,
    group: [],
    source: schema['x-source']?.[draft.keyword] ?? { page: voice.page, words: draft.words },
  };
  const beyond = splits
    ? {
        says: words.undocumentedValue(voice, field),
        level: judge.level!,
        basis: judge.basis ?? 'position',
        ambiguity: judge.ambiguity ?? null,
      }
    : null;
  return { ...rule, level: words.levelOf(rule.says), beyond };
}

/** The same constraint where the caller is the one under test: it keeps the rule instead of enforcing it. */
function readAsSent(voice: Voice, field: Field, keyword: string): Rule['sent'] {
  const says = words.sent(voice, field, keyword);
  if (!says) return null;
  const ambiguity = { empty: '6.3', null: '6.4', format: '6.8', range: '6.5', type: '6.1' }[keyword] ?? null;
  return {
    says,
    level: words.levelOf(says),
    basis: keyword === 'null' ? 'derived' : 'normative',
    ambiguity,
    group: [],
  };
}
