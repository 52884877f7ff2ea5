/** The embedded reference of a role: what a run is against when nobody names a target. */
import { createServer } from 'node:net';
import type { Role } from '../../engine/report.ts';
import type { Config } from '../config/shape.ts';

/** A reference that runs in this process until it is closed. */
export interface EmbeddedReference {
  /** The config that fits it. */
  readonly config: Config;
  close(): Promise<void>;
}

/** How patient the embedded caller is: enough for its repeats to be told apart, little enough not to bore anybody. */
const patience = { timeoutMs: 500, pauseMs: 100 };

/** Starts the reference of a role on a free loopback port. */
export async function startEmbedded(role: Role, apis: readonly string[] | undefined): Promise<EmbeddedReference> {
  const reference = await import('../../reference/index.ts');
  const started = await {
    mpp: () => reference.startReferenceMpp({ apis }),
    alipayplus: () => reference.startReferenceAlipayPlus(),
    'mpp-client': async () =>
      reference.startReferenceCaller({ alipayplusUrl: `http://127.0.0.1:${await freePort()}`, ...patience }),
  }[role]();
  return { config: started.config as Config, close: () => started.close() };
}

/** The caller must be told where the simulator will listen, before it does. */
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

/** Keys of a config that describe a certain target; with them, the lack of a target is a mistake. */
export const targetKeys = [
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
] as const;

/** The reference's config with what the user says about the run itself. */
export function onReference(reference: EmbeddedReference, user: Config): Config {
  const { limits, run, waivers, role, apis } = user;
  return { ...reference.config, ...(limits && { limits }), ...(apis && { apis }), role, run, waivers };
}
