/** Checks the outline of a spec file before it is compiled: whoever writes one by hand mixes up lists, maps and texts. */
import { ContractError } from './contract-error.ts';
import { sharedName } from './spec.ts';
import type { Path, SpecFile } from './spec-file.ts';

type Kind = 'a map' | 'a list' | 'a text';

/** What the compiler reads of an operation, and what each part has to be. */
const parts: readonly (readonly [path: Path, kind: Kind, isNeeded: boolean])[] = [
  [['operationId'], 'a text', true],
  [['summary'], 'a text', true],
  [['externalDocs', 'url'], 'a text', true],
  [['x-effect'], 'a text', false],
  [['x-requirements'], 'a list', true],
  [['requestBody', 'content', 'application/json', 'schema'], 'a map', true],
  [['requestBody', 'content', 'application/json', 'examples'], 'a map', true],
  [['responses', '200', 'content', 'application/json', 'schema'], 'a map', true],
  [['responses', '200', 'content', 'application/json', 'examples'], 'a map', true],
];

/** Refuses a file whose outline is not that of the dialect. */
export function checkShape(file: SpecFile): void {
  const { content } = file;
  const fail = (path: Path, problem: string) =>
    new ContractError({ file: file.path, line: file.lineOf(path) }, problem);
  if (file.name === sharedName)
    throw fail([], `${sharedName} is the name of the shared file of the package. Give this file another name.`);
  const version: unknown = content.openapi;
  if (typeof version !== 'string' || !version.startsWith('3.1'))
    throw fail(['openapi'], 'This is not an OpenAPI 3.1 document. Begin with `openapi: 3.1.0`.');
  if (kindOf(content.info) !== 'a map' || typeof content.info?.title !== 'string')
    throw fail(['info'], 'info has no title. Write `info: { title: …, version: 1.0.0 }`.');
  if (kindOf(content.paths) !== 'a map' || Object.keys(content.paths ?? {}).length === 0)
    throw fail(['paths'], 'This file describes no API. Put the path of one under paths.');
  if (kindOf(content.components) !== 'a map' || kindOf(content.components?.schemas) !== 'a map')
    throw fail(['components'], 'This file has no schemas. Put the messages of the API under components.schemas.');
  for (const name of ['x-requirements', 'x-ambiguities', 'x-harm-defaults'] as const)
    if (content[name] !== undefined)
      throw fail(
        [name],
        `${name} of a whole file is for the shared file of the package. Put requirements on the operation.`,
      );
  for (const [path, item] of Object.entries(content.paths!)) checkPath(path, item, fail);
}

function checkPath(path: string, item: unknown, fail: (path: Path, problem: string) => Error): void {
  const at = ['paths', path];
  if (!/^\/[!"$-~]*$/.test(path))
    throw fail(at, `The path ${path} cannot be called. Write it like /aps/api/v1/users/verifyOTP.`);
  if (kindOf(item) !== 'a map')
    throw fail(at, `The path ${path} has no post. Every API is called with POST: describe it there.`);
  for (const key of Object.keys(item as object))
    if (!['post', 'servers', 'summary', 'description', 'x-assumed'].includes(key))
      throw fail(
        [...at, key],
        `The path ${path} has ${key}, which is not looked at. Every API is called with POST alone: remove it.`,
      );
  const post = (item as Record<string, unknown>).post;
  if (kindOf(post) !== 'a map')
    throw fail(at, `The path ${path} has no post. Every API is called with POST: describe it there.`);
  for (const [to, kind, isNeeded] of parts) {
    const value = to.reduce<unknown>(
      (part, key) => (part as Record<string, unknown> | null | undefined)?.[String(key)],
      post,
    );
    if (value === undefined && !isNeeded) continue;
    if (kindOf(value) === kind) continue;
    const name = to.join('.');
    throw fail(
      [...at, 'post', ...to],
      value == null ? `The operation has no ${name}. Add it: ${kind}.` : `${name} has to be ${kind}. Write it as one.`,
    );
  }
  for (const [index, row] of (post as { 'x-requirements': unknown[] })['x-requirements'].entries())
    checkRow(row, [...at, 'post', 'x-requirements', index], fail);
}

/** Refuses a requirement whose outline is not that of the dialect. */
export function checkRow(row: unknown, at: Path, fail: (path: Path, problem: string) => Error): void {
  if (kindOf(row) !== 'a map') throw fail(at, 'A requirement has to be a map with id, says, basis, binds and source.');
  const { id, says, binds, source, ...rest } = row as Record<string, unknown>;
  if (typeof id !== 'string' || !/^[A-Za-z][A-Za-z0-9.-]*$/.test(id))
    throw fail(
      at,
      `The id of a requirement is a word such as VOT-01. This one is ${JSON.stringify(id) ?? 'missing'}: correct it.`,
    );
  if (typeof says !== 'string')
    throw fail(at, `${id} says nothing. Write one sentence with MUST, SHOULD or MAY in says.`);
  if (!Array.isArray(binds)) throw fail(at, `${id} needs binds as a list, such as [mpp-server]. Write it as one.`);
  if (kindOf(source) !== 'a map') throw fail(at, `${id} has no source. Name the page and, in own words, what it says.`);
  for (const key of ['members', 'callerMembers', 'same'])
    if (rest[key] !== undefined && !Array.isArray(rest[key]))
      throw fail([...at, key], `${key} of ${id} has to be a list. Write it as one.`);
  if (rest.other !== undefined && kindOf(rest.other) !== 'a map')
    throw fail([...at, 'other'], `other of ${id} has to be a map of fields and values. Write it as one.`);
  if (rest.observable !== undefined && rest.observable !== false)
    throw fail([...at, 'observable'], `observable of ${id} can only be false. Leave it out, and name a proof.`);
}

function kindOf(value: unknown): Kind | null {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'object' && value !== null ? 'a map' : null;
}
