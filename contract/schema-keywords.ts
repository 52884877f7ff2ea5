/** Refuses JSON Schema keywords that no row would come of: a constraint that is written down and never judged would pass unseen. */
import { ContractError } from './contract-error.ts';
import { suggestion } from './did-you-mean.ts';
import type { Path, SpecFile } from './spec-file.ts';

/** Keywords that the compiler reads, and those that only readers need. */
const known = [
  ...['$ref', 'type', 'required', 'properties', 'items', 'allOf', 'oneOf', 'if', 'then', 'const', 'enum'],
  ...['minLength', 'maxLength', 'format', 'pattern', 'title', 'description', 'default', 'examples', 'example'],
];

/** Keywords that hold schemas. */
const schemaLists = ['allOf', 'oneOf'] as const;
const schemaParts = ['items', 'if', 'then'] as const;

/** Checks every schema of a file. */
export function checkSchemaKeywords(file: SpecFile): void {
  for (const [name, schema] of Object.entries(file.content.components?.schemas ?? {}))
    check(file, schema, ['components', 'schemas', name]);
}

function check(file: SpecFile, schema: unknown, path: Path): void {
  const fail = (to: Path, problem: string) => new ContractError({ file: file.path, line: file.lineOf(to) }, problem);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
    throw fail(path, `${path.at(-1)} is no schema. Write an object with a type.`);
  const parts = schema as Record<string, unknown>;
  for (const key of Object.keys(parts)) {
    if (known.includes(key) || key.startsWith('x-')) continue;
    const near = suggestion(key, known, '');
    const cure = near || 'Remove it, or say it in a sentence under x-requirements.';
    throw fail([...path, key], `No row would come of the keyword ${key}. ${cure}`);
  }
  const isRange = typeof parts.maxLength === 'number' && parts.maxLength <= 4;
  if (parts.pattern !== undefined && parts.format === undefined && !isRange)
    throw fail(
      [...path, 'pattern'],
      'No row would come of this pattern: one of whole numbers up to 4 digits, with maxLength, is read as a range. Remove it, or use enum or format: date-time.',
    );
  // Alternatives are read in a result alone, where they are its table.
  if (parts.oneOf !== undefined && path.at(-2) !== 'allOf')
    throw fail(
      [...path, 'oneOf'],
      'oneOf is read inside the allOf of a result only. Describe the fields without alternatives.',
    );
  for (const key of schemaLists) {
    if (parts[key] === undefined) continue;
    if (!Array.isArray(parts[key])) throw fail([...path, key], `${key} is a list of schemas. Write it as one.`);
    for (const [index, part] of parts[key].entries()) check(file, part, [...path, key, index]);
  }
  for (const key of schemaParts) if (parts[key] !== undefined) check(file, parts[key], [...path, key]);
  if (parts.properties === undefined) return;
  if (typeof parts.properties !== 'object' || parts.properties === null || Array.isArray(parts.properties))
    throw fail([...path, 'properties'], 'properties is a map of schemas by name. Write it as one.');
  for (const [name, part] of Object.entries(parts.properties)) check(file, part, [...path, 'properties', name]);
}
