/** The clients of all operations of a live run, and the driver that puts checks to them. */
import type { Operation } from '../../contract/types.ts';
import { type CheckContext, createContexts, introducedToken } from '../check/context.ts';
import { type ControlResult, openingControl } from '../check/controls.ts';
import { runStepsLive } from '../check/steps.ts';
import { signatureOf } from '../wire/signing.ts';
import { createLiveDriver, type LiveDriver } from './live-driver.ts';
import { createOperationClient, type OperationClient } from './operation-client.ts';
import type { RunContext } from './run-context.ts';

export interface Clients {
  readonly all: ReadonlyMap<string, OperationClient>;
  readonly driver: LiveDriver;
}

/** Clients for these operations; `mostMessages` is the most that a run may send to people through each. */
export function createClients(
  run: RunContext,
  operations: readonly Operation[],
  mostMessages: (operation: string) => number,
): Clients {
  const all = new Map<string, OperationClient>();
  const clientOf = (operation: string) => all.get(operation) ?? null;
  const contexts = createContexts(operations, run.settings, run.identity);
  for (const [id, context] of contexts) all.set(id, createOperationClient(run, context, clientOf, mostMessages(id)));
  return { all, driver: createLiveDriver(run, clientOf) };
}

/** Opens an operation: the spelling that the target reads, an accepted signature and a first token are known to the run from then on. */
export async function openOperation(
  run: RunContext,
  context: CheckContext,
  driver: LiveDriver,
): Promise<ControlResult> {
  const result = await runStepsLive(openingControl(context), driver.perform);
  const { full } = context.controls;
  if (!full) return result;
  if (result.spelling) run.spelling = result.spelling;
  const signature = signatureOf(full.exchanges.at(-1)!);
  if (signature) run.acceptedSignatures.set(context.op.id, signature);
  const token = introducedToken(context.op, full);
  if (token) run.tokens.set(context.op.id, token);
  return result;
}
