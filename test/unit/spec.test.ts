/** Checks spec/ itself: valid documents, true examples, a complete catalogue, and no constraint outside of JSON Schema. */
import SwaggerParser from '@apidevtools/swagger-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileContract } from '../../contract/compile.ts';
import { readSpecFiles, specFileNames } from '../../contract/read-spec-files.ts';
import type { Schema } from '../../contract/spec-document.ts';
import type { Field, Operation } from '../../contract/types.ts';
import { compileValidators } from '../../contract/validators.ts';
import { specFolder } from '../../scripts/generate.ts';

const files = readSpecFiles(specFolder);
const contract = compileContract(files);
const { document, operations, requirements } = contract;
const validators = compileValidators(contract);
const rules = operations.flatMap(({ body, request, response }) => [
  ...body,
  ...[...request, ...response].flatMap((field) => field.rules),
]);

/** Ids and grades of the catalogue: normative, derived, position. */
const catalogue: Record<string, string> = {
  G: 'NNNNDNNNDNNNNNNNNNNNPPDNND',
  SAC: 'NNNNNDDNNNND',
  TAN: 'NNNNNDDNNPPD',
  TDD: 'NNNNNNDNNDNPPN',
  OTP: 'NNNDNNDDNNNNPDN',
  GPC: 'NNDNNNNNPDNNNDNND',
};

const gradeOf: Record<string, string> = { normative: 'N', derived: 'D', position: 'P' };

/** Codes beside the twelve that every API has. */
const ownCodes: Record<string, string[]> = {
  sendOTP: [
    'EXPIRED_ACCESS_TOKEN',
    'INVALID_TOKEN',
    'OTP_SEND_TIMES_EXCEED_LIMIT',
    'USER_NOT_EXIST',
    'USER_STATUS_ABNORMAL',
  ],
  sendActivationCode: [
    'ACTIVATION_METHOD_NOT_SUPPORTED',
    'OTP_SEND_TIMES_EXCEED_LIMIT',
    'USER_NOT_EXIST',
    'USER_STATUS_ABNORMAL',
  ],
  tokenActivationNotification: [],
  tokenDigitizeDecision: ['USER_NO_ACTIVATE_METHOD', 'USER_NOT_EXIST', 'USER_STATUS_ABNORMAL'],
  getPaymentCode: [],
};

describe('documents', () => {
  test.each([...specFileNames(specFolder).map((name) => specFolder + name), `${specFolder}../generated/openapi.yaml`])(
    'swagger-parser finds %s valid',
    async (file) => {
      await expect(SwaggerParser.validate(file)).resolves.toBeDefined();
    },
  );

  test('ajv compiles every message in strict mode', () => {
    expect(contract.messages).toHaveLength(10);
    for (const { operation, kind } of contract.messages) {
      expect(() => validators[kind][operation]!({}), `${operation} ${kind}`).not.toThrow();
    }
  });
});

describe('examples', () => {
  const errorsOf = (operation: string, kind: 'request' | 'response', value: unknown) => {
    const validate = validators[kind][operation]!;
    return validate(value) ? [] : validate.errors;
  };

  test.each(operations)(
    'the requests of $id are valid, one with every field and one with the required',
    (operation) => {
      const names = operation.request.filter(({ path }) => path.length === 1);
      expect(errorsOf(operation.id, 'request', operation.requestExample)).toEqual([]);
      expect(errorsOf(operation.id, 'request', operation.minimalExample)).toEqual([]);
      expect(Object.keys(operation.requestExample as object)).toEqual(names.map(({ path }) => path[0]));
      expect(Object.keys(operation.minimalExample as object)).toEqual(
        names.filter(({ required }) => required).map(({ path }) => path[0]),
      );
    },
  );

  test.each(operations)('the answers of $id are valid and show S, F and U', (operation) => {
    const statuses = Object.entries(operation.responseExamples).map(([name, answer]) => {
      expect(errorsOf(operation.id, 'response', answer), name).toEqual([]);
      return (answer as { result: { resultStatus: string } }).result.resultStatus;
    });
    expect(new Set(statuses)).toEqual(new Set(['S', 'F', 'U']));
  });

  test('tokenDigitizeDecision shows every decision', () => {
    const { response, responseExamples } = operations.find(({ id }) => id === 'tokenDigitizeDecision')!;
    const decision = response.find(({ path }) => path.join() === 'decision')!;
    expect(Object.keys(responseExamples)).toEqual(expect.arrayContaining([...decision.enum!]));
  });
});

describe('catalogue', () => {
  const expected = Object.entries(catalogue).flatMap(([prefix, grades]) =>
    [...grades].map((grade, index) => `${prefix}-${String(index + 1).padStart(2, '0')} ${grade}`),
  );

  test('has every id with its grade, and no other', () => {
    const found = requirements.map(({ id, basis }) => `${id} ${gradeOf[basis]}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test('has all 43 ambiguities, and every reference leads to one', () => {
    const ids = document['x-ambiguities'].map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 43 }, (_, index) => `6.${index + 1}`));
    for (const { id, ambiguity } of [...requirements, ...rules]) {
      if (ambiguity !== null) expect(ids, id).toContain(ambiguity);
    }
  });

  test('a position advises, and names its ambiguity where the register has one', () => {
    const positions = [...requirements, ...rules].filter(({ basis }) => basis === 'position');
    expect(positions.filter(({ level }) => level === 'MUST')).toEqual([]);
    expect(positions.filter(({ ambiguity }) => ambiguity === null).map(({ id }) => id)).toEqual(['TAN-11']);
  });

  test('the few rows that are a SHOULD are those that the pages word so, or positions', () => {
    const advice = requirements.filter(({ level, basis }) => level !== 'MUST' && basis !== 'position');
    expect(advice.map(({ id }) => id).toSorted()).toEqual(['G-23', 'GPC-13', 'TDD-05']);
  });

  test('what cannot be observed says why', () => {
    const hidden = requirements.filter(({ observable }) => !observable);
    expect(hidden.map(({ id }) => id).toSorted()).toEqual(['GPC-15', 'OTP-14']);
    for (const { id, reason } of hidden) expect(reason, id).toMatch(/\.$/);
  });

  test('exactly the rows that sum up constraints have members', () => {
    const groups = requirements.filter(({ members }) => members !== null).map(({ id }) => id);
    expect(groups).toEqual(
      [
        'G-15 G-17 G-18 G-19 G-20 OTP-07 OTP-08 SAC-06 SAC-07 SAC-08',
        'TAN-06 TAN-07 TAN-08 TAN-09 TDD-10 TDD-11 GPC-07 GPC-08',
      ].flatMap((line) => line.split(' ')),
    );
  });
});

describe('sentences', () => {
  const spoken = [
    ...requirements.map(({ id, says }) => ({ id, says })),
    ...rules.flatMap(({ id, says, beyond, sent }) => [
      { id, says },
      ...(beyond ? [{ id: `${id} (beyond)`, says: beyond.says }] : []),
      ...(sent ? [{ id: `${id} (sent)`, says: sent.says }] : []),
    ]),
  ];

  test('each is one sentence about one party, with one level', () => {
    for (const { id, says } of spoken) {
      expect(says, id).toMatch(/^(The MPP|Alipay\+|The server|The caller) ([^.]|\.(?! ))+\.$/);
      expect(says.match(/\b(MUST|SHOULD|MAY)\b/g), id).toHaveLength(1);
      expect(says.length, id).toBeLessThanOrEqual(220);
    }
  });

  test('no two say the same', () => {
    const seen = new Map<string, string>();
    for (const { id, says } of spoken) {
      expect(seen.get(says), `${id} repeats a sentence`).toBeUndefined();
      seen.set(says, id);
    }
  });

  test('ids of constraints are unique', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});

describe('result codes', () => {
  const shared = {
    SUCCESS: 'S',
    ACCESS_DENIED: 'F',
    INVALID_CLIENT: 'F',
    INVALID_SIGNATURE: 'F',
    KEY_NOT_FOUND: 'F',
    MEDIA_TYPE_NOT_ACCEPTABLE: 'F',
    METHOD_NOT_SUPPORTED: 'F',
    NO_INTERFACE_DEF: 'F',
    PARAM_ILLEGAL: 'F',
    PROCESS_FAIL: 'F',
    REQUEST_TRAFFIC_EXCEED_LIMIT: 'U',
    UNKNOWN_EXCEPTION: 'U',
  };

  test.each(operations)('$id has the shared twelve and its own', ({ id, resultCodes }) => {
    expect(resultCodes).toEqual({ ...shared, ...Object.fromEntries(ownCodes[id]!.map((code) => [code, 'F'])) });
  });

  test.each(operations)('codes that $id may answer to a probe are failures of its table', (operation) => {
    for (const { id, accept } of operation.request.flatMap((field) => field.rules)) {
      for (const code of accept) expect(operation.resultCodes[code], `${id} ${code}`).toBe('F');
    }
  });
});

describe('constraints', () => {
  const constraintsOf = ({ path, type, items, required, conditional, minLength, maxLength, ...rest }: Field) =>
    ({ path, type, items, required, conditional, minLength, maxLength, ...pick(rest) }) as const;
  const pick = (field: Pick<Field, 'enum' | 'format' | 'pattern' | 'range'>) => ({
    enum: field.enum,
    format: field.format,
    pattern: field.pattern,
    range: field.range,
  });
  let plain: readonly Operation<string>[];

  beforeAll(() => {
    // What names somebody must say so.
    const isStripped = (key: string) => key.startsWith('x-') && key !== 'x-identity';
    const strip = (key: string, value: unknown) => (isStripped(key) ? undefined : value);
    const copies = files.map((file) => {
      const schemas = JSON.parse(JSON.stringify(file.content.components?.schemas ?? {}, strip));
      return { ...file, content: { ...file.content, components: { ...file.content.components, schemas } } };
    });
    plain = compileContract(copies).operations;
  });

  test.each(operations)('none of $id hides in an extension', ({ id, request, response }) => {
    const other = plain.find((operation) => operation.id === id)!;
    for (const [marked, unmarked] of [
      [request, other.request],
      [response, other.response],
    ] as const) {
      for (const field of marked) {
        const twin = unmarked.find(({ path }) => path.join() === field.path.join())!;
        expect(constraintsOf(twin)).toEqual(constraintsOf(field));
        expect(twin.rules.map((rule) => rule.id)).toEqual(field.rules.map((rule) => rule.id));
      }
    }
  });

  test('a judge reads a keyword that makes a rule', () => {
    const keywords = new Set<string>(rules.map(({ keyword }) => keyword));
    visit(Object.values(document.components.schemas), (schema) => {
      for (const keyword of Object.keys(schema['x-judge'] ?? {})) expect(keywords).toContain(keyword);
    });
  });

  test('a schema refuses the empty string wherever a text is documented', () => {
    for (const { request, response } of operations) {
      for (const field of [...request, ...response]) {
        if (field.type === 'string' && !field.enum) expect(field.minLength, field.path.join('.')).toBeGreaterThan(0);
      }
    }
  });
});

function visit(value: unknown, see: (schema: Schema) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) see(value as Schema);
  for (const child of Object.values(value)) visit(child, see);
}
