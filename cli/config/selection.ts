/** Selects the APIs and requirements of a run, and checks that their names fit the role and each other. */

import { isOwnApi, type OperationId, operationIds, operationNamed, operations } from '../../contract/apis.ts';
import type { Role } from '../../engine/report.ts';
import { belongsTo, operationsOf, rowsOf } from '../explain/catalogue.ts';
import { suggestion } from '../terminal/did-you-mean.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** The APIs that the target offers. A config may list APIs of several roles; only those of this role count. */
export function apisOf(written: readonly string[] | undefined, role: Role): OperationId[] {
  const all = operationsOf(role);
  if (role === 'mpp-client') refuseOwnCalls(written, all);
  const named = all.filter((id) => written === undefined || written.includes(id));
  if (named.length > 0) return named;
  throw new UsageError(`apis contains no API of role ${role}`, `Its APIs: ${all.join(', ')}.`);
}

/** Callers of an API of `specs` are not tested yet: that is said, not passed over. */
function refuseOwnCalls(written: readonly string[] | undefined, all: readonly OperationId[]): void {
  const own = Object.values(operations).find(
    ({ id, caller }) => isOwnApi(id) && caller === 'mpp' && written?.includes(id) !== false,
  );
  if (own === undefined) return;
  throw new UsageError(
    `Callers of ${own.id} cannot be tested: role mpp-client knows ${all.join(', ')} only`,
    `Set apis: [${all.join(', ')}], or use --role ${own.server} for its server.`,
  );
}

/** The APIs of a run: those of --api, or all that the target offers. */
export function selectedOf(
  written: readonly string[] | undefined,
  apis: readonly OperationId[],
  role: Role,
): OperationId[] {
  if (written === undefined) return [...apis];
  for (const id of written) {
    refuseForeign(id, role, operationsOf(role));
    if (!apis.some((api) => api === id)) {
      throw new UsageError(
        `--api ${id} is not listed under apis in the config`,
        'Add it there if the target offers it.',
      );
    }
  }
  return apis.filter((id) => written.includes(id));
}

function refuseForeign(id: string, role: Role, ofRole: readonly OperationId[]): void {
  if (ofRole.some((own) => own === id)) return;
  if (!operationNamed(id)) {
    throw new UsageError(`No API is named "${id}"`, suggestion(id, ofRole, 'APIs'));
  }
  throw new UsageError(
    `--api: ${id} is not an API of role ${role}`,
    `Its APIs: ${ofRole.join(', ')}. See --role for the others.`,
  );
}

/** The requirements of --only: each belongs to the role, and to an API that is selected. */
export function onlyOf(
  ids: readonly string[],
  role: Role,
  selected: readonly OperationId[],
  hasApiOption: boolean,
): string[] {
  return namedOf(ids, role, selected, hasApiOption, '--only');
}

function namedOf(
  ids: readonly string[],
  role: Role,
  selected: readonly OperationId[],
  hasApiOption: boolean,
  option: '--only' | '--with',
): string[] {
  const rows = rowsOf(operationsOf(role)).filter((row) => belongsTo(row, role));
  for (const id of ids) {
    const named = rows.filter((row) => row.id === id || row.key === id);
    if (named.length === 0) throw unknown(id, role, rows);
    if (named.some(({ operation }) => selected.includes(operation))) continue;
    const operation = named[0]!.operation;
    throw hasApiOption
      ? new UsageError(
          `${option} ${id} and --api ${selected.join(', ')} contradict each other: ${id} belongs to ${operation}`,
          `Remove --api, or add ${operation} to it.`,
        )
      : new UsageError(
          `${option} ${id} belongs to ${operation}, which is not listed under apis in the config`,
          'Add it there if the target offers it.',
        );
  }
  return [...ids];
}

/** Keys of the requirements of --with: each named as for --only. */
export function withOf(
  ids: readonly string[],
  role: Role,
  selected: readonly OperationId[],
  has: { readonly only: boolean; readonly api: boolean },
): string[] {
  if (!has.only)
    throw new UsageError('--with needs --only', 'Without --only the requests of all requirements are sent.');
  const names = namedOf(ids, role, selected, has.api, '--with');
  const rows = rowsOf(operationsOf(role)).filter((row) => names.includes(row.id) || names.includes(row.key));
  return rows.filter(({ operation }) => selected.includes(operation)).map(({ key }) => key);
}

function unknown(id: string, role: Role, rows: ReturnType<typeof rowsOf>): UsageError {
  const elsewhere = rowsOf(operationIds).some((row) => row.id === id || row.key === id);
  if (elsewhere) {
    return new UsageError(`${id} is not a requirement of role ${role}`, `See: npx conformance explain ${id}`);
  }
  const known = id.includes('/') ? rows.map(({ key }) => key) : [...new Set(rows.map((row) => row.id))];
  return new UsageError(
    `No requirement is named "${id}"`,
    suggestion(id, known, 'Requirements') || 'See: npx conformance list',
  );
}
