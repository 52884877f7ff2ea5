/** Makes the requirement catalogue from the document, and links each constraint to the rows that sum it up. */

import type { RequirementSource, Source, SpecDocument } from './document.ts';
import type { Operation } from './operations.ts';
import type { Rule } from './rules.ts';
import { levelOf } from './sentences.ts';

/** One catalogue row as generated/requirements.ts has it. */
export interface Requirement {
  id: string;
  operation: string | null;
  title: string;
  says: string;
  level: string;
  basis: string;
  ambiguity: string | null;
  binds: string[];
  observable: boolean;
  reason: string | null;
  members: string[] | null;
  callerMembers: string[] | null;
  source: Source;
}

/** Catalogue rows, the generic ones first; `group` of every rule is filled on the way. */
export function makeRequirements(document: SpecDocument, operations: Operation[]): Requirement[] {
  const posts = Object.values(document.paths).map((item) => item.post);
  return [
    ...document['x-requirements'].map((row) => makeRequirement(row, null, operations)),
    ...operations.flatMap((operation) => {
      const post = posts.find(({ operationId }) => operationId === operation.id)!;
      return post['x-requirements'].map((row) => makeRequirement(row, operation.id, [operation]));
    }),
  ];
}

function makeRequirement(row: RequirementSource, operation: string | null, operations: Operation[]): Requirement {
  const level = levelOf(row.says);
  if (row.basis === 'position' && level === 'MUST') throw new Error(`${row.id} is a position and cannot be a MUST.`);
  if (row.observable === false && !row.reason) throw new Error(`${row.id} is not observable; say why in its reason.`);
  return {
    id: row.id,
    operation,
    title: `${row.id} ${row.says}`,
    says: row.says,
    level,
    basis: row.basis,
    ambiguity: row.ambiguity ?? null,
    binds: row.binds,
    observable: row.observable ?? true,
    reason: row.reason ?? null,
    members: row.members ? linkMembers(row, row.members, operations, (rule) => rule.group) : null,
    callerMembers: row.callerMembers
      ? linkMembers(row, row.callerMembers, operations, (rule) => rule.sent?.group)
      : null,
    source: row.source,
  };
}

/** Ids of the constraints that match, each told of the row in the group that `groupOf` picks. */
function linkMembers(
  row: RequirementSource,
  globs: string[],
  operations: Operation[],
  groupOf: (rule: Rule) => string[] | undefined,
): string[] {
  const patterns = globs.map(toPattern);
  const linked = operations.flatMap((operation) =>
    [...operation.request, ...operation.response]
      .flatMap((field) => field.rules)
      .filter(({ id }) => patterns.some((pattern) => pattern.test(id.slice(operation.id.length + 1)))),
  );
  for (const rule of linked) groupOf(rule)?.push(row.id);
  if (linked.length === 0) throw new Error(`No constraint matches the members of ${row.id}; correct its patterns.`);
  return linked.map(({ id }) => id);
}

/** `*` is one part of an id, `**` any number of them. */
function toPattern(glob: string): RegExp {
  const source = glob
    .replaceAll('.', '\\.')
    .replaceAll('**', '\u0000')
    .replaceAll('*', '[^.]+')
    .replaceAll('\u0000', '.+');
  return new RegExp(`^${source}$`);
}
