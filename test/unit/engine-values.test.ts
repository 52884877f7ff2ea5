/** What probes are made of: a good value satisfies the schema, and a broken one breaks the constraint that it names and nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field, Keyword, Operation, Rule } from '../../contract/types.ts';
import { dateWithOffset, illegalDates, madeUp, outsideEnum, paddedTo, wideText } from '../../engine/request/values.ts';
import { edited, pointer, valueAt } from '../../engine/wire/json.ts';
import { operations } from '../../generated/operations.ts';
import { type SchemaError, validateRequest } from '../../generated/validators.js';
import { contextOf, requestConstraints, specsOf } from '../support/recorded-specs.ts';

/** What the schema may say where a rule is broken: a word for the rule itself, and none for another one. */
const schemaKeywords: Readonly<Record<Keyword, readonly string[]>> = {
  required: ['required'],
  // A schema that lists words says so too of a null.
  null: ['type', 'enum'],
  empty: ['minLength', 'pattern', 'enum', 'format'],
  type: ['type', 'enum'],
  maxLength: ['maxLength', 'pattern'],
  minLength: ['minLength', 'pattern'],
  enum: ['enum'],
  format: ['format', 'pattern'],
  range: ['pattern', 'maxLength'],
  optional: ['type', 'enum', 'maxLength', 'pattern', 'format'],
};

function errorsOf(op: Operation, body: unknown): readonly SchemaError[] {
  const validate = validateRequest[op.id];
  return validate(body) ? [] : (validate.errors ?? []);
}

/** The field that an error is about: the missing one, or where it stands. */
function guilty({ instancePath, keyword, params }: SchemaError): string {
  return keyword === 'required' ? `${instancePath}/${String(params.missingProperty)}` : instancePath;
}

describe('a text of at least three characters', () => {
  const texts = requestConstraints.filter(
    ({ field, rule }) =>
      field.type === 'string' && rule.keyword === 'maxLength' && !field.enum && !field.format && !field.range,
  );

  test.each(texts)('$id is tried with no shorter one that must be accepted', ({ op, field, rule, id }) => {
    const shorter = specsOf({ op, field: { ...field, minLength: 3 }, rule, id }).filter(({ body }) => {
      const value = valueAt(body, field.path);
      return typeof value === 'string' && value.length < 3;
    });
    expect(shorter).toEqual([]);
    expect(specsOf({ op, field, rule, id }).some(({ body }) => valueAt(body, field.path) === '0')).toBe(!field.pattern);
  });

  test.each(texts)('$id is refused with two', ({ op, field, rule, id }) => {
    const short: Rule = { ...rule, keyword: 'minLength' };
    const sent = specsOf({ op, field: { ...field, minLength: 3 }, rule: short, id });
    expect(sent.map(({ body }) => String(valueAt(body, field.path)).length)).toContain(2);
  });
});

describe.each(requestConstraints)('$id', ({ op, field, rule, id }) => {
  test('is tried with bodies that keep the schema, and with bodies that break this rule alone', () => {
    const sent = specsOf({ op, field, rule, id });
    expect(sent.length).toBeGreaterThan(0);
    for (const { spec, body } of sent) {
      const errors = errorsOf(op, body);
      if (spec.skipSelfCheck) continue;
      if (!spec.violates) {
        expect(errors, JSON.stringify(body)).toEqual([]);
        continue;
      }
      expect(errors.length, JSON.stringify(body)).toBeGreaterThan(0);
      const inside = pointer(field.path);
      for (const error of errors) {
        expect(guilty(error).startsWith(inside), `${guilty(error)} ${error.message}`).toBe(true);
        expect(schemaKeywords[rule.keyword], error.message).toContain(error.keyword);
      }
    }
  });
});

describe.each(Object.values(operations).map((op) => ({ op, id: op.id })))('a good $id', ({ op }) => {
  const context = contextOf(op);

  test('satisfies the schema, in full and with the required fields only', () => {
    for (const base of ['full', 'minimal'] as const) expect(errorsOf(op, context.body({ base }))).toEqual([]);
    expect(Object.keys(context.body({ base: 'minimal' })).length).toBeLessThan(
      Object.keys(context.body({ base: 'full' })).length,
    );
  });

  test('satisfies it with any text at any legal length, and no more beyond it', () => {
    const texts = op.request.filter(
      ({ type, enum: words, format, pattern }) => type === 'string' && !words && !format && !pattern,
    );
    for (const { path, minLength, maxLength } of texts) {
      const like = context.baseText(path);
      const lengths = fc.integer({ min: minLength ?? 1, max: maxLength! });
      fc.assert(
        fc.property(lengths, fc.string({ maxLength: 8 }), (length, tag) => {
          const value = madeUp(tag, length, like);
          expect(value).toHaveLength(length);
          expect(errorsOf(op, edited(context.body({ base: 'full' }), [{ path, set: value }]))).toEqual([]);
          const beyond = paddedTo(value, maxLength! + 1);
          const errors = errorsOf(op, edited(context.body({ base: 'full' }), [{ path, set: beyond }]));
          expect(errors.map(({ keyword }) => keyword)).toEqual(['maxLength']);
        }),
        { numRuns: 30 },
      );
    }
  });

  test('satisfies it with every documented word, and with no other', () => {
    for (const field of op.request.filter(({ enum: words }) => words)) {
      const errorsWith = (value: string) =>
        errorsOf(op, edited(context.body({ base: 'full' }), [{ path: field.path, set: value }]));
      for (const word of field.enum!) expect(errorsWith(word)).toEqual([]);
      for (const { value } of outsideEnum(field, 'tag'))
        expect(errorsWith(value).map(({ keyword }) => keyword)).toEqual(['enum']);
    }
  });
});

describe('dates', () => {
  const dated = Object.values(operations).flatMap((op) =>
    op.request.filter(({ format }) => format === 'date-time').map((field) => ({ op, field })),
  );
  const withDate = (op: Operation, field: Field, value: string) =>
    errorsOf(op, edited(contextOf(op).body({ base: 'full' }), [{ path: field.path, set: value }]));
  const zones = fc.constantFrom('Z', '+08:00', '+00:00', '+05:30', '-05:00', '-03:30', '+14:00', '-12:00');
  const moments = fc.integer({ min: Date.parse('2000-01-01T00:00:00Z'), max: Date.parse('2099-12-30T00:00:00Z') });

  test('name the same moment in every zone and satisfy the schema', () => {
    fc.assert(
      fc.property(moments, zones, fc.constantFrom(...dated), (epochMs, zone, { op, field }) => {
        const text = dateWithOffset(epochMs, zone);
        expect(Date.parse(text)).toBe(Math.floor(epochMs / 1000) * 1000);
        expect(withDate(op, field, text)).toEqual([]);
      }),
    );
  });

  test('that are none break the format and nothing else', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...dated), (epochMs, { op, field }) => {
        for (const { value } of illegalDates(epochMs)) {
          const keywords = withDate(op, field, value).map(({ keyword }) => keyword);
          expect(keywords.length, value).toBeGreaterThan(0);
          expect(['format', 'pattern'], value).toEqual(expect.arrayContaining(keywords));
        }
      }),
    );
  });
});

describe('made-up texts', () => {
  test('have their length, the alphabet of their model, and are the same for the same tag', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 300 }),
        fc.stringMatching(/^[a-zA-Z0-9]{1,20}$/),
        (tag, length, like) => {
          const text = madeUp(tag, length, like);
          expect(text).toHaveLength(length);
          expect(madeUp(tag, length, like)).toBe(text);
          for (const [used, letters] of [
            [/[a-z]/, /[a-z]/],
            [/[A-Z]/, /[A-Z]/],
            [/[0-9]/, /[0-9]/],
          ] as const)
            if (letters.test(text)) expect(used.test(like)).toBe(true);
        },
      ),
    );
  });

  test('differ for different tags, so that nobody is met by accident', () => {
    const texts = Array.from({ length: 2000 }, (_, i) => madeUp(`tag/${i}`, 20, 'a1'));
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('are padded at the end and cut to a length', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 200 }), (value, length) => {
        const text = paddedTo(value, length);
        expect(text).toHaveLength(length);
        expect(value.length <= length ? text.startsWith(value) : value.startsWith(text)).toBe(true);
      }),
    );
  });

  test('may be wide: one character for the page, three bytes on the wire', () => {
    const text = wideText(128);
    expect([...text]).toHaveLength(128);
    expect(Buffer.byteLength(text)).toBe(3 * 128);
  });
});

test('an edit changes what it names and nothing else', () => {
  const names = fc.constantFrom('a', 'b', 'c');
  fc.assert(
    fc.property(fc.array(names, { minLength: 1, maxLength: 3 }), fc.jsonValue(), (path, value) => {
      const body = { a: { b: { c: '1' } }, b: '2', d: '3' };
      const before = structuredClone(body);
      const after = edited(body, [{ path, set: value }]);
      expect(body).toEqual(before);
      expect(valueAt(after, path)).toEqual(value);
      expect(valueAt(edited(after, [{ path, unset: true }]), path)).toBe(undefined);
      expect(after.d).toBe('3');
    }),
  );
});
