/** From what the user said to what a run is told: finds the config, lays options and environment over it, starts the reference where no target is named. */
import { dirname } from 'node:path';
import type { Role } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { findConfig } from '../config/find.ts';
import type { ConfigOrigin } from '../config/origin.ts';
import { type RunChoices, settingsOf } from '../config/settings.ts';
import type { Config } from '../config/shape.ts';
import { refuseProduction } from '../config/target.ts';
import { refuseStale } from '../config/waivers.ts';
import { refuseKeyFaults } from '../doctor/keys.ts';
import { configNamed, type Environment, withEnvironment } from '../terminal/environment.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { type EmbeddedReference, onReference, startEmbedded, targetKeys } from './embedded.ts';

/** Everything that a user can say about a run. */
export interface RunRequest {
  /** A config given as an object; then no file is looked for. */
  readonly config?: Config;
  /** Path of a config file; without it the working directory is looked through. */
  readonly configFile?: string;
  /** Options that stand for config keys; they override the config. */
  readonly overrides?: Config;
  readonly choices?: RunChoices;
  /** Empty for a programme, `process.env` for the command line. */
  readonly env?: Environment;
  /** What relative paths are relative to; the working directory by default. */
  readonly directory?: string;
  /** Expired waivers do not end it: they are told elsewhere, or waive nothing here. */
  readonly keepsExpired?: boolean;
}

/** A run that may begin. */
export interface PreparedRun {
  readonly settings: RunSettings;
  /** Ends the embedded reference, if one was started. */
  close(): Promise<void>;
}

/** Checks all that was said, and starts the embedded reference where no target is named. */
export async function prepareRun(request: RunRequest): Promise<PreparedRun> {
  const { choices = {}, env = {}, directory = process.cwd() } = request;
  const source = await configSource(request, env, directory);
  const { config, named } = withEnvironment(overlaid(source.config, request.overrides ?? {}), env);
  const origin: ConfigOrigin = { directory: source.directory, named, workingDirectory: directory };
  const role = config.role ?? 'mpp';
  if (request.keepsExpired !== true) refuseStale(config.waivers ?? [], new Date());
  // A file that the environment names, or that is found by itself, is found again without being named.
  const configFile = configNamed(env) === null ? (request.configFile ?? null) : null;
  if (isEmbedded(config, role, source.name)) {
    refuseUnmeant(choices, env, role);
    const reference = await startEmbedded(role, config.apis);
    const settings = await onEmbedded(reference, config, choices, origin);
    return { settings: { ...settings, configFile }, close: () => reference.close() };
  }
  if (choices.embedded === true) throw embeddedAndTarget;
  const settings = settingsOf(aimedAt(config), choices, origin, false);
  refuseKeyFaults(settings);
  refuseProduction(settings.target, config.clientId, choices.yesProduction ?? null);
  return { settings: { ...settings, configFile }, close: async () => {} };
}

/** In CI a run against our own reference would be a green gate that judged nothing of the user's: it must be meant. */
function refuseUnmeant({ embedded }: RunChoices, env: Environment, role: Role): void {
  const ci = env.CI?.toLowerCase() ?? '';
  if (embedded === true || ['', 'false', '0'].includes(ci)) return;
  throw new UsageError(
    `CI is set, and no ${role === 'mpp-client' ? 'trigger' : 'target'} is named`,
    'Check the working directory and the config file, or give --embedded to judge the built-in reference.',
  );
}

const embeddedAndTarget = new UsageError(
  '--embedded judges the built-in reference, but a target is named too',
  'Take one of the two out.',
);

async function onEmbedded(
  reference: EmbeddedReference,
  config: Config,
  choices: RunChoices,
  origin: ConfigOrigin,
): Promise<RunSettings> {
  try {
    return settingsOf(aimedAt(onReference(reference, config)), choices, { ...origin, named: {} }, true);
  } catch (error) {
    await reference.close();
    throw error;
  }
}

/** A caller is judged at our end: its target is the simulator. */
function aimedAt(config: Config): Config {
  if (config.role !== 'mpp-client') return config;
  return { ...config, target: `http://${config.client?.listen ?? '127.0.0.1:9000'}` };
}

interface ConfigSource {
  readonly config: Config;
  readonly directory: string;
  /** What it is called in a sentence. */
  readonly name: string;
}

async function configSource(request: RunRequest, env: Environment, directory: string): Promise<ConfigSource> {
  if (request.config !== undefined) {
    const { checkedConfig } = await import('../config/check.ts');
    const config = await checkedConfig(request.config, () => 'config');
    return { config, directory, name: 'the config' };
  }
  const text = await findConfig(configNamed(env) ?? request.configFile ?? null, directory);
  if (text === null) return { config: {}, directory, name: 'the environment' };
  const [{ parseConfig }, { checkedConfig }] = await Promise.all([
    import('../config/parse.ts'),
    import('../config/check.ts'),
  ]);
  const { value, place } = parseConfig(text);
  if (Object.keys(value ?? {}).length === 0) {
    // An empty config would quietly judge our own reference.
    throw new UsageError(`${text.name} is empty`, 'Write one with: conformance init');
  }
  return { config: await checkedConfig(value, place), directory: dirname(text.path), name: text.name };
}

function overlaid(config: Config, overrides: Config): Config {
  const { run, ...rest } = overrides;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const runSaid = Object.fromEntries(Object.entries(run ?? {}).filter(([, value]) => value !== undefined));
  return { ...config, ...said, run: { ...config.run, ...runSaid } };
}

/** A config that describes a target but names none is a mistake: it must not turn into a green run against ourselves. */
function isEmbedded(config: Config, role: Role, name: string): boolean {
  if (role === 'mpp-client') {
    // One config may serve both roles of an MPP: its target is nothing to a caller that has a trigger.
    if (config.client?.trigger !== undefined) return false;
    if (config.target !== undefined) {
      throw new UsageError(
        'In role mpp-client there is no target: the caller under test calls us',
        'Set client.trigger in the config instead.',
      );
    }
  }
  if (config.target !== undefined) return false;
  const aimed = targetKeys.find((key) => config[key] !== undefined);
  if (aimed === undefined) return true;
  const missing = role === 'mpp-client' ? 'client.trigger' : 'target';
  throw new UsageError(
    `${name === 'the environment' ? 'The environment' : name} sets ${aimed}, but no ${missing} is named`,
    role === 'mpp-client'
      ? 'Add client: { trigger: { url: … } }'
      : 'Add target: URL, or give --target or CONFORMANCE_TARGET.',
  );
}
