/** The embedded reference of a role: what a run is against when nobody names a target. */
import type { Role } from '../engine/report.ts';
import type { Config } from './config/shape.ts';
import { UsageError } from './usage-error.ts';

/** A reference that runs in this process until it is closed. */
export interface EmbeddedReference {
  readonly url: string;
  /** The config that fits it. */
  readonly config: Config;
  close(): Promise<void>;
}

/** Starts the reference of a role on a free loopback port. */
export async function startEmbedded(role: Role, apis: readonly string[] | undefined): Promise<EmbeddedReference> {
  const reference = await import('../reference/index.ts');
  if (role === 'mpp') {
    const started = await reference.startReferenceMpp({ apis });
    return { url: started.url, config: started.config as Config, close: () => started.close() };
  }
  throw new UsageError(
    `There is no embedded reference for role ${role} yet`,
    role === 'mpp-client' ? 'Set client.trigger in the config.' : 'Name a target: --target URL',
  );
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
] as const;

/** The reference's config with what the user says about the run itself. */
export function onReference(reference: EmbeddedReference, user: Config): Config {
  const { limits, run, waivers, role, apis } = user;
  return { ...reference.config, ...(limits && { limits }), ...(apis && { apis }), role, run, waivers };
}
