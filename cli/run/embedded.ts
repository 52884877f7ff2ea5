/** The built-in reference of a role: the target of a run without a target. */
import { createServer } from 'node:net';
import type { Role } from '../../engine/report.ts';
import type { Config } from '../config/shape.ts';
import { embeddedKeys } from './embedded-keys.ts';

/** A reference that runs in this process until it is closed. */
export interface EmbeddedReference {
  /** The matching config. */
  readonly config: Config;
  close(): Promise<void>;
}

/** Time-out and pause of the built-in caller: long enough to tell repeats apart, and short enough for a quick run. */
const callerTiming = { timeoutMs: 500, pauseMs: 100 };

/** Starts the reference of a role on a free loopback port. */
export async function startEmbedded(role: Role, apis: readonly string[] | undefined): Promise<EmbeddedReference> {
  const reference = await import('../../reference/index.ts');
  const keys = await embeddedKeys(reference.newKeys);
  const started = await {
    mpp: () => reference.startReferenceMpp({ apis, keys }),
    alipayplus: () => reference.startReferenceAlipayPlus({ keys }),
    'mpp-client': async () =>
      reference.startReferenceCaller({ alipayplusUrl: `http://127.0.0.1:${await freePort()}`, keys, ...callerTiming }),
  }[role]();
  return { config: started.config, close: () => started.close() };
}

/** The caller needs the port of the simulator before the simulator listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Config keys that describe a specific target; with any of them a missing target is an error. */
export const targetKeys = [
  'specs',
  'facts',
  'clientId',
  'signing',
  'paths',
  'headers',
  'requests',
  'scenarios',
  'resultCodes',
  'tls',
  'client',
  'subject',
  'declared',
  'reviews',
] as const;

/** The config of the reference with the user's settings for the run. */
export function configForReference(reference: EmbeddedReference, user: Config): Config {
  const { limits, run, waivers, role, apis } = user;
  return { ...reference.config, ...(limits && { limits }), ...(apis && { apis }), role, run, waivers };
}
