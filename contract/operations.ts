/** Makes the operations from the merged document: paths, fields, result codes, examples. */
import { didYouMean, suggestion } from './did-you-mean.ts';
import { type ListedField, listFields } from './fields.ts';
import { checkMarks, checkProbing } from './marks.ts';
import { sides } from './names.ts';
import { readResultCodes } from './result-codes.ts';
import { bodyRules, type ConstraintHarms, requestRules, responseRules } from './rules.ts';
import type { Voice } from './sentences.ts';
import { postOf, type Spec, schemaName } from './spec.ts';
import type { Media, OperationSource } from './spec-document.ts';
import type { Field, Message, Operation, Probing, Rule, Side } from './types.ts';

/** Every operation of the document, by `x-order`; those without one follow by name. Their rules are not yet linked to groups. */
export function makeOperations(
  spec: Spec,
  harms: ConstraintHarms,
  others: readonly Operation<string>[] = [],
): Operation<string>[] {
  const sources = Object.entries(spec.document.paths).map(([path, item]) => {
    if (!item.post)
      throw spec.error(
        ['paths', path],
        `The path ${path} has no post. Every API is called with POST: describe it there.`,
      );
    return { path, post: item.post, isAssumed: item['x-assumed'] === true };
  });
  checkUnique(
    spec,
    sources.map(({ post }) => post),
  );
  for (const { path, post } of sources) refuseTaken(spec, path, post, others);
  const order = ({ 'x-order': place }: OperationSource) => place ?? Number.POSITIVE_INFINITY;
  const sorted = sources.sort(
    (a, b) => compare(order(a.post), order(b.post)) || compare(a.post.operationId, b.post.operationId),
  );
  const operations = sorted.map(({ path, post, isAssumed }) => makeOperation(spec, harms, path, post, isAssumed));
  sorted.forEach(({ post }, index) => {
    refuseMissingCodes(spec, post, operations[index]!, others);
    checkProbing(spec, post, operations[index]!, [...others, ...operations]);
  });
  return operations;
}

/** The messages of the operations, in their order. */
export function listMessages(spec: Spec, operations: readonly Operation<string>[]): Message<string>[] {
  return operations.flatMap(({ id }): Message<string>[] => {
    const post = postOf(spec, id);
    return [
      { operation: id, kind: 'request', schema: schemaName(bodyOf(spec, post, 'request').schema) },
      { operation: id, kind: 'response', schema: schemaName(bodyOf(spec, post, 'response').schema) },
    ];
  });
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const partyNames: Readonly<Record<Side, string>> = { mpp: 'The MPP', alipayplus: 'Alipay+' };

function makeOperation(
  spec: Spec,
  harms: ConstraintHarms,
  path: string,
  post: OperationSource,
  pathAssumed: boolean,
): Operation<string> {
  const { caller, server } = sidesOf(spec, post);
  const request = bodyOf(spec, post, 'request');
  const response = bodyOf(spec, post, 'response');
  const page = post.externalDocs?.url;
  if (!page || !post.summary)
    throw spec.error(post, `${post.operationId} needs a summary and externalDocs.url, its page. Add what is missing.`);
  const voice: Voice = { operation: post.operationId, server: partyNames[server], caller: partyNames[caller], page };
  const resultCodes = readResultCodes(spec, post, response.schema);
  checkMarks(spec, request.schema, response.schema, resultCodes);
  return {
    id: post.operationId,
    path,
    pathAssumed,
    caller,
    server,
    effect: post['x-effect'] ?? null,
    summary: post.summary,
    page,
    probing: probingOf(post),
    body: bodyRules(voice, harms),
    request: listFields(spec, request.schema).map((listed) =>
      judgedField(spec, listed, requestRules(voice, listed, harms), 'requests'),
    ),
    response: listFields(spec, response.schema).map((listed) =>
      judgedField(spec, listed, responseRules(voice, listed, harms), 'answers'),
    ),
    resultCodes,
    ...examplesOf(spec, post, request, response),
  };
}

/** A field with its rules; what an overlay says of it and no rule judges is refused. */
function judgedField(spec: Spec, { field, schema, property }: ListedField, rules: Rule[], side: string): Field {
  const name = field.path.join('.');
  const stated = Object.entries(schema['x-judge'] ?? {}).filter(([, { basis }]) => basis === 'partner');
  // A shortest length is there for readers where it is not judged.
  const unjudged = stated.find(([word]) => word !== 'minLength' && !rules.some(({ keyword }) => keyword === word));
  if (unjudged)
    throw spec.error(property, `No row would come of ${unjudged[0]} of ${name} in ${side}. Remove it from the action.`);
  if (side === 'requests' && name.includes('[]'))
    throw spec.error(
      property,
      `No row would come of ${name}: elements of lists are not judged in requests. Remove it.`,
    );
  return { ...field, rules };
}

function probingOf(post: OperationSource): Probing<string> {
  const nothing = {
    user: null,
    nobody: null,
    credential: null,
    introduces: null,
    gives: null,
    refersTo: null,
    times: {},
  };
  return { ...nothing, ...post['x-probing'] };
}

function checkUnique(spec: Spec, posts: readonly OperationSource[]): void {
  const names = new Set<string>();
  const schemas = new Map<string, string>();
  for (const post of posts) {
    const { operationId } = post;
    if (!operationId) throw spec.error(post, 'This operation has no operationId. Give it the name of the API.');
    if (names.has(operationId))
      throw spec.error(
        post,
        `The operation ${operationId} is described twice. Remove one, or give it another operationId.`,
      );
    names.add(operationId);
    for (const kind of ['request', 'response'] as const) {
      const { schema } = bodyOf(spec, post, kind);
      const other = schemas.get(schemaName(schema));
      if (other)
        throw spec.error(
          schema,
          `The ${kind} of ${operationId} uses the schema ${schemaName(schema)}, which is a message of ${other}. Each message has a schema ` +
            'of its own: copy it under another name.',
        );
      schemas.set(schemaName(schema), operationId);
    }
  }
}

/** An API keeps its name and its path when others come beside it. */
function refuseTaken(spec: Spec, path: string, post: OperationSource, others: readonly Operation<string>[]): void {
  const { operationId } = post;
  const twin = others.find((other) => other.id === operationId);
  if (twin)
    throw spec.error(
      post,
      `The operation ${operationId} is one of the bundled APIs. Give this one another operationId.`,
    );
  const taken = others.find((other) => other.path === path);
  if (taken)
    throw spec.error(
      post,
      `The path ${path} is already taken by ${taken.id}, one of the bundled APIs. Give this API its own.`,
    );
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(operationId))
    throw spec.error(
      post,
      `The operationId ${operationId} is no name of an API. Use letters and digits only, such as verifyOTP.`,
    );
}

/** Every API answers what every other one answers to a wrong signature, an illegal parameter or an overload. */
function refuseMissingCodes(
  spec: Spec,
  post: OperationSource,
  { id, resultCodes }: Operation<string>,
  others: readonly Operation<string>[],
): void {
  const [first, ...rest] = others;
  if (!first) return;
  const common = Object.entries(first.resultCodes).filter(([code, status]) =>
    rest.every((other) => other.resultCodes[code] === status),
  );
  const missing = common.filter(([code, status]) => resultCodes[code] !== status).map(([code]) => code);
  if (missing.length > 0)
    throw spec.error(
      post,
      `The result table of ${id} lacks ${missing.join(', ')}, which every API has. Refer to FailedAsAnyApi and Unknown of common.yaml ` +
        'in its oneOf.',
    );
}

function sidesOf(spec: Spec, post: OperationSource): { caller: Side; server: Side } {
  const side = (word: 'x-caller' | 'x-server'): Side => {
    const found = sides.find((name) => name === post[word]);
    if (found) return found;
    throw spec.error(
      post,
      `${post.operationId} has ${post[word] === undefined ? `no ${word}` : `the ${word} ${post[word]}`}. ` +
        suggestion(`${post[word] ?? ''}`, sides, 'Use one of'),
    );
  };
  return { caller: side('x-caller'), server: side('x-server') };
}

function bodyOf(spec: Spec, post: OperationSource, kind: 'request' | 'response'): Media {
  const content = kind === 'request' ? post.requestBody?.content : post.responses?.['200']?.content;
  const media = content?.['application/json'];
  if (media?.schema?.$ref) return media;
  const where = kind === 'request' ? 'requestBody' : "responses.'200'";
  throw spec.error(
    media ?? post,
    `The ${kind} of ${post.operationId} has no named schema. Put one under components.schemas and refer to it in ${where}.content.` +
      "'application/json'.schema.",
  );
}

type Examples = Pick<Operation<string>, 'requestExample' | 'minimalExample' | 'responseExamples'>;

function examplesOf(spec: Spec, post: OperationSource, request: Media, response: Media): Examples {
  const requestExample = (name: 'full' | 'minimal', what: string): Readonly<Record<string, unknown>> => {
    const value = request.examples?.[name]?.value;
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
    const near = didYouMean(name, Object.keys(request.examples ?? {}));
    throw spec.error(
      request,
      `The request of ${post.operationId} has no example ${name}. ${near ? `Rename ${near}, or add` : 'Add'} one with ${what}.`,
    );
  };
  const answers = Object.entries(response.examples ?? {}).map(([name, { value }]) => [name, value] as const);
  if (answers.length === 0)
    throw spec.error(
      response,
      `The answer of ${post.operationId} has no example. Add one for each status, named by its result code.`,
    );
  return {
    requestExample: requestExample('full', 'every documented field'),
    minimalExample: requestExample('minimal', 'the required fields only'),
    responseExamples: Object.fromEntries(answers),
  };
}
