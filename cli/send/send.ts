/** `conformance send`: sends one call with the engine of a run and prints what was sent, signed and answered. */

import { type OperationId, operationIds, operations } from '../../contract/apis.ts';
import { createClients, openOperation } from '../../engine/drive/clients.ts';
import type { OperationClient } from '../../engine/drive/operation-client.ts';
import { createRunContext, type RunContext } from '../../engine/drive/run-context.ts';
import { sendOnce } from '../../engine/drive/send-once.ts';
import { personOf } from '../../engine/record/reach.ts';
import { requestName } from '../../engine/request/request-spec.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { valueAt } from '../../engine/wire/json.ts';
import { networkTransport } from '../../engine/wire/transport.ts';
import { useSpecsOf } from '../config/own-specs.ts';
import type { SendOptions } from '../options.ts';
import { type PreparedRun, prepareRun } from '../run/prepare.ts';
import { newIdentity } from '../run/run-conformance.ts';
import { knownName } from '../terminal/did-you-mean.ts';
import { configFileFrom, type Environment } from '../terminal/environment.ts';
import { print, terminalOptions } from '../terminal/output.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { type Call, callOf, type SentCall } from './call.ts';
import { sentText } from './sent-text.ts';

/** Executes the `send` command. */
export async function sendCall(written: string, options: SendOptions, env: Environment): Promise<void> {
  await useSpecsOf(configFileFrom(env) ?? options.config ?? null);
  const api = knownName('API', 'APIs', written, operationIds);
  const prepared = await preparedFor(api, options, env);
  const { settings } = prepared;
  try {
    const call = callOf(api, options, settings);
    const sent = await sendOne(api, call, settings);
    process.exitCode = sent.exchange.response === null ? 3 : 0;
    await print(sentText(sent, call, settings, options.unredacted === true, terminalOptions(env)));
  } finally {
    await prepared.close();
  }
}

/** Settings of the role that serves the API; without a target the reference has to be asked for. */
async function preparedFor(api: OperationId, options: SendOptions, env: Environment): Promise<PreparedRun> {
  const { target, config, embedded, timeout, yesProduction } = options;
  const prepared = await prepareRun({
    configFile: config,
    overrides: { target, role: operations[api].server === 'mpp' ? 'mpp' : 'alipayplus', run: { timeoutMs: timeout } },
    // Without a target `send` says so itself, in CI as elsewhere.
    env: { ...env, CI: undefined },
    choices: { embedded, yesProduction },
    keepsExpired: true,
  });
  if (!prepared.settings.embedded || embedded === true) return prepared;
  await prepared.close();
  throw new UsageError(
    `There is no target to send ${api} to`,
    'Give --target URL, or --embedded for the built-in reference.',
  );
}

async function sendOne(api: OperationId, call: Call, settings: RunSettings): Promise<SentCall> {
  const transport = networkTransport({ ...settings, concurrency: 1 });
  const run = createRunContext(settings, {}, transport, newIdentity());
  try {
    const introducing = introducingFor(api, call, settings);
    const ids = [api, ...(introducing === null ? [] : [introducing])];
    const clients = createClients(
      run,
      ids.map((id) => operations[id]),
      (id) => settings.limits[id]?.maxSends ?? mostCalls,
    );
    const client = clients.all.get(api)!;
    if (introducing !== null) await openOperation(run, clients.all.get(introducing)!.context, clients.driver);
    const exchange = await sendWith(run, client, call, (id) => clients.all.get(id) ?? null);
    const messages = client.context.costs ? client.budget.sent() : null;
    return { exchange, messages, before: run.requestCount() - 1 };
  } finally {
    run.forget();
    await transport.close();
  }
}

/** A call, and those that introduce its token. */
const mostCalls = 12;

/** The API that introduces the token of a call; null where the call is about none, or names its own. */
function introducingFor(api: OperationId, { spec, fixture }: Call, settings: RunSettings): OperationId | null {
  const { refersTo } = operations[api].probing;
  if (refersTo === null || !settings.apis.includes(refersTo.operation)) return null;
  const layers = [spec.overlay, settings.requests[api]?.[fixture]?.body];
  const isNamed =
    layers.some((layer) => layer !== undefined && valueAt(layer, [refersTo.field]) !== undefined) ||
    spec.edits?.some(({ path }) => path[0] === refersTo.field);
  return isNamed ? null : (refersTo.operation as OperationId);
}

async function sendWith(
  run: RunContext,
  { context, budget }: OperationClient,
  { spec, fixture }: Call,
  clientOf: (operation: string) => OperationClient | null,
): Promise<Exchange> {
  const people = (index: number) => [personOf(context, spec, index)];
  // The last call of its run: no message is kept for another.
  const place = await budget.take({
    user: 'fixture',
    purpose: 'closing',
    preferred: fixture,
    pinned: true,
    except: [],
    people,
  });
  if (typeof place === 'string') throw noMessage(context.op.id);
  const name = requestName(context.op.id, spec, run.identity);
  const sent = await sendOnce(run, context, { spec, name, title: 'one call' }, 1, place, clientOf);
  if (typeof sent === 'string') throw noMessage(context.op.id);
  return sent.exchange;
}

function noMessage(api: string): UsageError {
  return new UsageError(`limits.${api} allows no message to this user`, 'Raise it, or choose another with --user.');
}
