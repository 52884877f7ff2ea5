/** Rows of facts that no field has: a path, and a result code. */
import type { Operation, Party, Proof, Requirement } from '../types.ts';
import { type Application, mistake, replace } from './application.ts';
import type { Action } from './overlay-file.ts';

type Row = Requirement<string, string>;

const names = { mpp: 'The MPP', alipayplus: 'Alipay+' } as const;

/** The rows of stated paths and codes, by operation. */
export function statedRows(
  app: Application,
  operations: readonly Operation<string>[],
  before: readonly Operation<string>[],
): Row[] {
  return operations.flatMap((op) => {
    const documented = before.find(({ id }) => id === op.id);
    return [...pathRow(app, op, documented), ...codeRows(app, op, documented)];
  });
}

function pathRow({ paths }: Application, op: Operation<string>, documented: Operation<string> | undefined): Row[] {
  const stated = documented && paths.get(documented.path);
  if (!stated) return [];
  const { path, action } = stated;
  const says = `${names[op.server]} MUST serve ${op.id} at ${path}.`;
  return [rowOf(op, 'path', says, `${op.id} is called at ${path}`, { by: 'path', path }, action)];
}

function codeRows(app: Application, op: Operation<string>, documented: Operation<string> | undefined): Row[] {
  return Object.entries(op.resultCodes).flatMap(([code, status]) => {
    const action = app.codes.get(code);
    const known = documented?.resultCodes[code];
    if (!action || known === status) return [];
    if (known !== undefined) replace(app, action, `The status of ${code} of ${op.id}`, known, status);
    if (status === 'S')
      throw mistake(action, `${code} of ${op.id} has status S, which only SUCCESS has. Correct its status.`);
    const says = `${names[op.server]} MUST answer ${code} with status ${status} where it stands for what happened in ${op.id}.`;
    const fact = `${code} of ${op.id} has the status ${status}`;
    return [rowOf(op, `result.${code}`, says, fact, { by: 'scenario', code }, action)];
  });
}

function rowOf(op: Operation<string>, part: string, says: string, words: string, proof: Proof, action: Action): Row {
  const id = `${op.id}.${part}`;
  const binds: Party = `${op.server}-server`;
  return {
    ...{ id, operation: op.id, title: `${id} ${says}`, says, level: 'MUST', basis: 'partner', ambiguity: null },
    ...{ binds: [binds], kind: proof.by === 'path' ? 'http' : 'result', harm: 'wrong-result', rank: 3 },
    ...{ observable: true, reason: null, members: null, callerMembers: null, proofs: [proof] },
    source: { page: action.source, words, overlay: action.overlay },
  };
}
