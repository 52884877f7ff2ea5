/** Makes the requirement catalogue from the document, and links each constraint to the rows that sum it up. */
import { suggestion } from './did-you-mean.ts';
import { checkAmbiguity } from './marks.ts';
import { bases, harms, kinds, parties } from './names.ts';
import { proofsOf } from './proofs.ts';
import { levelOf } from './sentences.ts';
import { postOf, type Spec } from './spec.ts';
import type { RequirementSource } from './spec-document.ts';
import type { Beside, Harm, Kind, Operation, Party, Rank, Requirement, Rule } from './types.ts';

type Row = Requirement<string, string>;

/** What has to be known where overlays state facts over the specs. */
export interface Stating {
  /** Whether the requirements of an API name their proofs. */
  readonly isOwn?: (operation: string) => boolean;
  /** Whether there is a constraint of that id without the overlays. */
  readonly isDocumented?: (id: string) => boolean;
}

/** Catalogue rows, those of every API first. */
export function makeRequirements(
  spec: Spec,
  operations: readonly Operation<string>[],
  harmOfKind: (kind: Kind) => Harm,
  beside: Beside | null = null,
  { isOwn = () => beside !== null, isDocumented = () => true }: Stating = {},
): Row[] {
  const all = [...(beside?.operations ?? []), ...operations];
  const sources = [
    ...spec.document['x-requirements'].map((row) => ({ row, operation: null, scope: all })),
    ...operations.flatMap((operation) => {
      const post = postOf(spec, operation.id);
      if (!Array.isArray(post['x-requirements']))
        throw spec.error(
          post,
          `${operation.id} has no x-requirements. Add at least what a valid call is answered with.`,
        );
      return post['x-requirements'].map((row) => ({ row, operation: operation.id, scope: [operation] }));
    }),
  ];
  const taken = new Map((beside?.requirements ?? []).map((row) => [row.id, row.operation]));
  const seen = new Set<string>();
  return sources.map(({ row, operation, scope }) => {
    if (!row.id) throw spec.error(row, 'A requirement has no id. Give it one that no other has.');
    if (seen.has(row.id))
      throw spec.error(row, `The requirement ${row.id} stands here a second time. Give this one an id of its own.`);
    seen.add(row.id);
    const owner = taken.get(row.id);
    if (operation !== null && owner !== undefined)
      throw spec.error(
        row,
        `The id ${row.id} belongs to a requirement of ${owner ?? 'every API'}. Give this one an id of its own.`,
      );
    const made = makeRequirement(spec, row, operation, { scope, isDocumented }, harmOfKind);
    // For the bundled APIs a suite answers each sentence; for others the sentence itself says what shows it.
    const inWords = operation !== null && (isOwn(operation) || made.basis === 'partner');
    return inWords ? { ...made, proofs: proofsOf(spec, row, scope[0]!) } : made;
  });
}

/** The operations with the ids of the rows that sum up each of their rules. */
export function linkGroups(operations: readonly Operation<string>[], rows: readonly Row[]): Operation<string>[] {
  const groupOf = (id: string, members: 'members' | 'callerMembers') =>
    rows.filter((row) => row[members]?.includes(id)).map((row) => row.id);
  const link = (rule: Rule): Rule => ({
    ...rule,
    sent: rule.sent && { ...rule.sent, group: groupOf(rule.id, 'callerMembers') },
    group: groupOf(rule.id, 'members'),
  });
  return operations.map((operation) => ({
    ...operation,
    request: operation.request.map((field) => ({ ...field, rules: field.rules.map(link) })),
    response: operation.response.map((field) => ({ ...field, rules: field.rules.map(link) })),
  }));
}

/** The APIs that a row is about, and which of their constraints it sums up. */
interface Scope {
  readonly scope: readonly Operation<string>[];
  readonly isDocumented: (id: string) => boolean;
}

function makeRequirement(
  spec: Spec,
  row: RequirementSource,
  operation: string | null,
  { scope, isDocumented }: Scope,
  harmOfKind: (kind: Kind) => Harm,
): Row {
  const level = levelOf(`${row.says}`);
  if (!level)
    throw spec.error(row, `${row.id} needs exactly one of MUST, SHOULD and MAY in its sentence. Reword "${row.says}".`);
  const basis = oneOf(spec, row, 'basis', row.basis, bases);
  if (basis === 'position' && level === 'MUST')
    throw spec.error(row, `${row.id} is a position and cannot be a MUST. Write SHOULD, or give it another basis.`);
  if (row.observable === false && !row.reason)
    throw spec.error(row, `${row.id} is not observable. Say why in its reason.`);
  if (!row.source?.page || !row.source.words)
    throw spec.error(row, `${row.id} has no source. Name the page and, in own words, what it says.`);
  checkAmbiguity(spec, row, row.ambiguity);
  const kind = oneOf(spec, row, 'x-kind', row['x-kind'] ?? 'behaviour', kinds);
  const binds = row.binds?.map((party) => oneOf(spec, row, 'binds', party, parties)) ?? [];
  if (binds.length === 0) throw spec.error(row, `${row.id} binds nobody. List in binds: ${parties.join(', ')}.`);
  const membersOf = (globs: readonly string[] | undefined) =>
    globs ? matching(spec, row, globs, { scope, isDocumented }) : null;
  return {
    id: row.id,
    operation,
    title: `${row.id} ${row.says}`,
    says: row.says,
    level,
    basis,
    ambiguity: row.ambiguity ?? null,
    binds,
    kind,
    harm: row['x-harm'] === undefined ? harmOfKind(kind) : oneOf(spec, row, 'x-harm', row['x-harm'], harms),
    rank: rankOf(operation, kind, binds),
    observable: row.observable ?? true,
    reason: row.reason ?? null,
    members: membersOf(row.members),
    callerMembers: membersOf(row.callerMembers),
    source: row.source,
  };
}

/** A wrong signature explains what a row of one API shows; any other row of every API explains less than that does. */
function rankOf(operation: string | null, kind: Kind, binds: readonly Party[]): Rank {
  if (operation !== null) return 3;
  return kind === 'signature' && binds.some((party) => party.endsWith('-server')) ? 2 : 4;
}

function oneOf<Name extends string>(
  spec: Spec,
  row: RequirementSource,
  what: string,
  written: string,
  known: readonly Name[],
): Name {
  const found = known.find((name) => name === written);
  if (found) return found;
  throw spec.error(
    row,
    `${row.id} has "${written}" as ${what}. ${suggestion(`${written}`, known, 'Known names')}`.trim(),
  );
}

/** Ids of the constraints that match the patterns. */
function matching(
  spec: Spec,
  row: RequirementSource,
  globs: readonly string[],
  { scope, isDocumented }: Scope,
): string[] {
  const patterns = globs.map(toPattern);
  const ids = scope.flatMap((operation) =>
    [...operation.request, ...operation.response]
      .flatMap((field) => field.rules.map(({ id }) => id))
      // What a partner states has rows of its own, and changes those of no page.
      .filter(isDocumented)
      .filter((id) => patterns.some((pattern) => pattern.test(id.slice(operation.id.length + 1)))),
  );
  if (ids.length > 0) return ids;
  throw spec.error(row, `No constraint matches the members of ${row.id}. Correct its patterns.`);
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
