/** Reads the proofs in words of a requirement: what shows it where no suite is written for its API. */
import { didYouMean } from './did-you-mean.ts';
import type { Spec } from './spec.ts';
import type { RequirementSource } from './spec-document.ts';
import type { Field, Operation, Proof } from './types.ts';

/** The proofs of a row; one without any, and one that names what its API does not have, is refused. */
export function proofsOf(spec: Spec, row: RequirementSource, op: Operation<string>): readonly Proof[] {
  const proofs: Proof[] = [
    ...scenarioProofs(spec, row, op),
    ...uniqueProof(spec, row, op),
    ...sameProof(spec, row, op),
  ];
  refuseContradiction(spec, row, proofs);
  const isSummed = bindsServer(row) ? row.members !== undefined : row.callerMembers !== undefined;
  if (proofs.length > 0 || isSummed || row.observable === false) return proofs;
  throw spec.error(row, unproved(row));
}

function bindsServer({ binds }: RequirementSource): boolean {
  return binds.some((party) => party.endsWith('-server'));
}

function unproved(row: RequirementSource): string {
  return bindsServer(row)
    ? `${row.id} has no proof. Add one of scenario: CODE, unique: field, same: [fields], members: [patterns], or observable: false with ` +
        'a reason.'
    : `${row.id} binds only the caller and has no proof. Add callerMembers: [patterns], or observable: false with a reason.`;
}

/** A row has proofs of its own, or sums up constraints, or is not observable. */
function refuseContradiction(spec: Spec, row: RequirementSource, proofs: readonly Proof[]): void {
  const { id, observable, members, callerMembers } = row;
  if (proofs.length === 0 && !(observable === false && (members ?? callerMembers))) return;
  if (proofs.length > 0 && !bindsServer(row))
    throw spec.error(
      row,
      `${id} binds only the caller, but scenario, unique and same look at the server. Use callerMembers.`,
    );
  if (members ?? callerMembers)
    throw spec.error(row, `${id} has members and another proof. Keep one: a row with members sums up other rows.`);
  if (observable === false)
    throw spec.error(
      row,
      `${id} has a proof and is not observable. Remove the proof, or observable: false with its reason.`,
    );
}

function scenarioProofs(spec: Spec, row: RequirementSource, op: Operation<string>): Proof[] {
  const codes = [row.scenario ?? []].flat();
  const known = [...Object.keys(op.resultCodes), ...op.response.flatMap((field) => field.enum ?? [])];
  return codes.map((code) => {
    if (known.includes(code)) return { by: 'scenario', code };
    throw spec.error(
      row,
      `${row.id} is proved by the scenario ${code}, which is no result code of ${op.id}. ${didYouMeanOr(code, known, 'Add it to the result table.')}`,
    );
  });
}

function uniqueProof(spec: Spec, row: RequirementSource, op: Operation<string>): Proof[] {
  if (row.unique === undefined) return [];
  const texts = op.response.filter(({ path, type }) => path.length === 1 && type === 'string');
  const names = texts.map(({ path }) => path[0]!);
  if (names.includes(row.unique)) return [{ by: 'unique', field: row.unique }];
  throw spec.error(
    row,
    `${row.id} says unique: ${row.unique}, which is no text of the answers of ${op.id}. ${didYouMeanOr(row.unique, names, names.length === 0 ? 'They have none: use another proof.' : `Its texts: ${names.join(', ')}.`)}`,
  );
}

function sameProof(spec: Spec, row: RequirementSource, op: Operation<string>): Proof[] {
  const { id, same, for: key, other, refuses } = row;
  if (same === undefined && key === undefined && other === undefined && refuses === undefined) return [];
  if (!Array.isArray(same) || same.length === 0 || typeof key !== 'string')
    throw spec.error(
      row,
      `${id} needs both same: [fields of the answer] and for: the key of the request. Add what is missing.`,
    );
  if ((other === undefined) !== (refuses === undefined))
    throw spec.error(
      row,
      `${id} needs both other: { field: value }, which makes another body, and refuses: CODE. Add what is missing, or leave out both.`,
    );
  const fields = same.map((name) => fieldNamed(spec, row, op.response, 'answer', name).path);
  if (fieldNamed(spec, row, op.request, 'request', key).path.length > 1)
    throw spec.error(row, `${id} says for: ${key}, which is inside an object. Name a field of the request itself.`);
  return [{ by: 'same', fields, key, other: other && refuses ? otherBody(spec, row, op, other, refuses) : null }];
}

function otherBody(
  spec: Spec,
  row: RequirementSource,
  op: Operation<string>,
  other: Readonly<Record<string, string>>,
  code: string,
): Extract<Proof, { by: 'same' }>['other'] {
  const failures = Object.keys(op.resultCodes).filter((name) => op.resultCodes[name] === 'F');
  if (!failures.includes(code))
    throw spec.error(
      row,
      `${row.id} says refuses: ${code}, which is no failure of ${op.id}. ${didYouMeanOr(code, failures, 'Add it to the result table.')}`,
    );
  const edits = Object.entries(other).map(([name, set]) => ({
    path: fieldNamed(spec, row, op.request, 'request', name).path,
    set,
  }));
  if (edits.length > 0 && edits.every(({ path }) => path[0] !== row.for)) return { edits, code };
  throw spec.error(row, `The other body of ${row.id} has to keep ${row.for}. Change another field in it.`);
}

function fieldNamed(
  spec: Spec,
  row: RequirementSource,
  fields: readonly Field[],
  message: string,
  name: string,
): Field {
  const found = fields.find(({ path }) => path.join('.') === name);
  if (found) return found;
  const names = fields.map(({ path }) => path.join('.'));
  throw spec.error(
    row,
    `${row.id} names the field ${name}, which the ${message} does not have. ${didYouMeanOr(`${name}`, names, `Its fields: ${names.join(', ')}.`)}`,
  );
}

function didYouMeanOr(written: string, known: readonly string[], otherwise: string): string {
  const near = didYouMean(`${written}`, known);
  return near === null ? otherwise : `Did you mean ${near}?`;
}
