/** Checks what the `x-` words of schemas and probing refer to: known codes, levels, ambiguities, fields and operations. */
import { didYouMean, suggestion } from './did-you-mean.ts';
import { bases } from './names.ts';
import { resolve, type Spec } from './spec.ts';
import type { Judge, OperationSource, Schema } from './spec-document.ts';
import type { Operation, ResultStatus } from './types.ts';

/** Checks the words on the schemas of one operation. */
export function checkMarks(
  spec: Spec,
  request: Schema,
  response: Schema,
  resultCodes: Readonly<Record<string, ResultStatus>>,
): void {
  const failures = Object.keys(resultCodes).filter((code) => resultCodes[code] === 'F');
  eachSchema(spec, request, (schema) => {
    const { 'x-identity': identity, 'x-judge': judges } = schema;
    const codes = [...(identity?.unknown ?? []), ...Object.values(judges ?? {}).flatMap(({ accept }) => accept ?? [])];
    for (const code of codes)
      if (!failures.includes(code)) {
        const near = didYouMean(code, failures);
        const cure = near ? `Did you mean ${near}?` : 'Use a code of the table with status F.';
        throw spec.error(schema, `The code ${code} is not a failure of this API. ${cure}`);
      }
    checkJudges(spec, schema);
  });
  eachSchema(spec, response, (schema) => checkJudges(spec, schema));
}

function checkJudges(spec: Spec, schema: Schema): void {
  const fail = (problem: string) => spec.error(schema, problem);
  for (const [keyword, { level, basis, ambiguity }] of Object.entries<Judge>(schema['x-judge'] ?? {})) {
    if (level !== undefined && level !== 'MUST' && level !== 'SHOULD')
      throw fail(`x-judge of ${keyword} has the level ${level}. Use MUST or SHOULD.`);
    if (basis !== undefined && !bases.some((known) => known === basis))
      throw fail(`x-judge of ${keyword} has the basis ${basis}. ${suggestion(basis, bases, 'Known bases')}`);
    checkAmbiguity(spec, schema, ambiguity);
  }
}

/** Refuses a number that the register of ambiguities does not have. */
export function checkAmbiguity(spec: Spec, part: object, ambiguity: string | undefined): void {
  if (ambiguity === undefined || spec.document['x-ambiguities'].some(({ id }) => id === ambiguity)) return;
  throw spec.error(
    part,
    `The ambiguity ${ambiguity} is not in x-ambiguities of common.yaml. Add it there, or correct the number.`,
  );
}

/** Visits a schema and everything inside it once. */
function eachSchema(spec: Spec, root: Schema, see: (schema: Schema) => void): void {
  const seen = new Set<Schema>();
  const visit = (schema: Schema | undefined): void => {
    if (!schema || seen.has(schema)) return;
    seen.add(schema);
    see(schema);
    const { properties, allOf, oneOf, items } = schema;
    if (schema.$ref) visit(resolve(spec, { $ref: schema.$ref }));
    for (const part of [...Object.values(properties ?? {}), ...(allOf ?? []), ...(oneOf ?? [])]) visit(part);
    visit(items);
  };
  visit(root);
}

/** A field that names somebody may hold a value that the target does not know: it must say what is answered then. */
function checkNamed(
  spec: Spec,
  part: object,
  { id, request, probing }: Pick<Operation<string>, 'id' | 'request' | 'probing'>,
): void {
  for (const field of [probing.user, probing.nobody, probing.credential]) {
    if (field === null || request.find(({ path }) => path.join() === field)?.identity) continue;
    throw spec.error(
      part,
      `x-probing of ${id} says that ${field} names somebody, but the field has no x-identity: unknown values of full length would have to be accepted. Add x-identity to it.`,
    );
  }
}

/** Checks that `x-probing` names fields of its request and an operation that exists. */
export function checkProbing(
  spec: Spec,
  post: OperationSource,
  { id, request, response, probing }: Operation<string>,
  operations: readonly Operation<string>[],
): void {
  const part = post['x-probing'] ?? post;
  const names = request.filter(({ path }) => path.length === 1).map(({ path }) => path[0]!);
  const { user, nobody, credential, introduces, gives, refersTo, times } = probing;
  for (const field of [user, nobody, credential, introduces, refersTo?.field, ...Object.keys(times)])
    if (typeof field === 'string' && !names.includes(field))
      throw spec.error(
        part,
        `x-probing names the field ${field}, which the request of ${id} does not have. ${suggestion(field, names, 'Its fields')}`.trim(),
      );
  checkNamed(spec, part, { id, request, probing });
  const texts = response.filter(({ path, type }) => path.length === 1 && type === 'string').map(({ path }) => path[0]!);
  if (gives !== null && !texts.includes(gives))
    throw spec.error(
      part,
      `x-probing.gives of ${id} is ${gives}, which is no text of its answers. ${texts.length === 0 ? 'They have none.' : suggestion(`${gives}`, texts, 'Their texts')}`.trim(),
    );
  if (!refersTo) return;
  if (introduces !== null || gives !== null)
    throw spec.error(
      part,
      `x-probing of ${id} has ${introduces === null ? 'gives' : 'introduces'} and refersTo: a call that makes a value known cannot wait for that of another API. Remove one.`,
    );
  const introducing = operations.find((operation) => operation.id === refersTo.operation);
  const ids = operations.map((operation) => operation.id);
  if (!introducing)
    throw spec.error(
      part,
      `x-probing.refersTo names the operation ${refersTo.operation}, which does not exist. ${suggestion(`${refersTo.operation}`, ids, 'Operations')}`.trim(),
    );
  if (introducing.probing.introduces === null && introducing.probing.gives === null)
    throw spec.error(
      part,
      `x-probing.refersTo names ${introducing.id}, which introduces nothing. Set x-probing.introduces there to the field whose value it makes known, or x-probing.gives to that of its answer.`,
    );
}
