/** Recomputes a report from recorded exchanges: the very same engine and suites, with the record in the place of the network. */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type Misfit, recordedRun } from '../../engine/drive/recorded.ts';
import { runServerSuites } from '../../engine/drive/run.ts';
import type { RunIdentity } from '../../engine/drive/run-context.ts';
import type { Report } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import type { Exchange } from '../../engine/wire/exchange.ts';
import { suiteSet } from '../../suites/index.ts';

/** A report that was computed again, and what did not fit on the way. */
export interface Recomputed {
  readonly report: Report;
  readonly misfits: readonly Misfit[];
}

/** Tells a run again. Its settings carry the public half of the suite's key only. */
export async function recomputed(
  settings: RunSettings,
  identity: RunIdentity,
  exchanges: readonly Exchange[],
): Promise<Recomputed> {
  if (settings.role === 'mpp-client') return recomputedCaller(settings, identity, exchanges);
  const ours = settings.signing.privateKey ? createPublicKey(settings.signing.privateKey) : null;
  const isOurs = (content: Uint8Array, signature: Uint8Array) => ours !== null && isSigned(content, ours, signature);
  const retelling = recordedRun(exchanges, identity.startedAt, isOurs);
  const report = await runServerSuites(
    settings,
    { onExchange: retelling.told },
    { set: suiteSet, identity, retelling },
  );
  return { report, misfits: retelling.misfits() };
}

function isSigned(content: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  try {
    return verify('RSA-SHA256', content, key, signature);
  } catch {
    return false;
  }
}

/** A caller decides itself what it sends: its record is judged as it is, and only its numbering shows what is missing. */
async function recomputedCaller(
  settings: RunSettings,
  identity: RunIdentity,
  exchanges: readonly Exchange[],
): Promise<Recomputed> {
  const [{ reportMppClient }, { inTime }, { triggerOperation }] = await Promise.all([
    import('../../suites/caller/run-caller.ts'),
    import('../../suites/caller/session.ts'),
    import('../../suites/caller/caller-record.ts'),
  ]);
  const isTrigger = ({ operation }: Exchange) => operation === triggerOperation;
  const arrival = ({ id }: Exchange) => Number(id.slice(1));
  const calls = exchanges.filter((exchange) => !isTrigger(exchange)).sort((a, b) => arrival(a) - arrival(b));
  const ordered = inTime(exchanges.filter(isTrigger), calls);
  return { report: reportMppClient(settings, identity, ordered, { durationMs: 0, interrupted: false }), misfits: [] };
}
