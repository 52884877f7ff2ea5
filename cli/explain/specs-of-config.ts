/** The specs of a config for commands that only look things up: nothing is loaded where there is no config. */
import { existsSync } from 'node:fs';
import { configNames } from '../config/config-names.ts';

/** Puts the specs of the config beside the bundled APIs, where there is a config at all. */
export async function useSpecsIfAny(named: string | undefined, env: NodeJS.ProcessEnv): Promise<void> {
  if (named === undefined && !env.CONFORMANCE_CONFIG && !configNames.some((name) => existsSync(name))) return;
  const [{ useSpecsOf }, { configFileFrom }] = await Promise.all([
    import('../config/own-specs.ts'),
    import('../terminal/environment.ts'),
  ]);
  await useSpecsOf(configFileFrom(env) ?? named ?? null);
}
