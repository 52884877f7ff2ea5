/** Prepares a run: finds the config, applies options and environment, and starts the built-in reference where there is no target. */
import { dirname, relative } from 'node:path';
import type { Role } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { findConfig } from '../config/find.ts';
import type { ConfigOrigin } from '../config/origin.ts';
import { withApis } from '../config/own-specs.ts';
import { type RunChoices, settingsOf } from '../config/settings.ts';
import type { Config } from '../config/shape.ts';
import { refuseOddProxy, refuseProduction } from '../config/target.ts';
import { refuseStale } from '../config/waivers.ts';
import { refuseKeyFaults } from '../doctor/keys.ts';
import { configFileFrom, type Environment, withEnvironment } from '../terminal/environment.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { configForReference, type EmbeddedReference, startEmbedded, targetKeys } from './embedded.ts';

/** All inputs of a run. */
export interface RunRequest {
  /** A config given as an object; then no file is read. */
  readonly config?: Config;
  /** Path of a config file; without it the working directory is searched. */
  readonly configFile?: string;
  /** Options for config keys; they override the config. */
  readonly overrides?: Config;
  readonly choices?: RunChoices;
  /** The report of --only-failed: its role is that of the run, unless the config or an option names another. */
  readonly reported?: { readonly path: string; readonly role: Role };
  /** Empty for a library call, `process.env` for the command line. */
  readonly env?: Environment;
  /** Base of relative paths; the working directory by default. */
  readonly directory?: string;
  /** Expired waivers are not an error here. */
  readonly keepsExpired?: boolean;
}

/** A run that is ready to start. */
export interface PreparedRun {
  readonly settings: RunSettings;
  /** The config file, relative to the working directory; null where there is none. */
  readonly configPath: string | null;
  /** Stops the built-in reference, if it was started. */
  close(): Promise<void>;
}

/** Checks all inputs, and starts the built-in reference where there is no target. */
export async function prepareRun(request: RunRequest): Promise<PreparedRun> {
  const { choices = {}, env = {}, directory = process.cwd() } = request;
  const source = await configSource(request, env, directory);
  try {
    const { settings, configPath, close } = await preparedWith(request, source, { choices, env, directory });
    const closeAll = async () => {
      source.release();
      await close();
    };
    return { settings, configPath, close: closeAll };
  } catch (error) {
    source.release();
    throw error;
  }
}

interface Surroundings {
  readonly choices: RunChoices;
  readonly env: Environment;
  readonly directory: string;
}

async function preparedWith(
  request: RunRequest,
  source: ConfigSource,
  { choices, env, directory }: Surroundings,
): Promise<PreparedRun> {
  const written = mergeOverrides(source.config, request.overrides ?? {});
  const { config, named } = withEnvironment(withReportedRole(written, request.reported), env);
  const origin: ConfigOrigin = { directory: source.directory, named, workingDirectory: directory };
  const role = config.role ?? 'mpp';
  if (request.keepsExpired !== true) refuseStale(config.waivers ?? [], new Date());
  // A file from the environment or the working directory is found again without --config.
  const configPath = source.path === null ? null : relative(directory, source.path);
  const configFile = configFileFrom(env) === null ? (request.configFile ?? null) : null;
  if (isEmbedded(config, role, source.name)) {
    refuseUnintended(choices, env, role);
    const reference = await startEmbedded(role, config.apis);
    const settings = await settingsForEmbedded(reference, config, choices, origin);
    return { settings: { ...settings, configFile }, configPath, close: () => reference.close() };
  }
  if (choices.embedded === true) throw embeddedAndTarget;
  const settings = settingsOf(withTarget(config), choices, origin, false);
  refuseKeyFaults(settings);
  refuseOddProxy(settings.target, process.env);
  refuseProduction(settings.target, config.clientId, choices.yesProduction ?? null);
  return { settings: { ...settings, configFile }, configPath, close: async () => {} };
}

/** In CI, a run against the built-in reference would pass without testing anything of the user's: it needs --embedded. */
function refuseUnintended({ embedded }: RunChoices, env: Environment, role: Role): void {
  const ci = env.CI?.toLowerCase() ?? '';
  if (embedded === true || ['', 'false', '0'].includes(ci)) return;
  throw new UsageError(
    `CI is set, but no ${role === 'mpp-client' ? 'trigger' : 'target'} is configured`,
    'Check the working directory and the config file, or add --embedded to test the built-in reference.',
  );
}

const embeddedAndTarget = new UsageError(
  '--embedded tests the built-in reference, but a target is configured too',
  'Remove one of the two.',
);

async function settingsForEmbedded(
  reference: EmbeddedReference,
  config: Config,
  choices: RunChoices,
  origin: ConfigOrigin,
): Promise<RunSettings> {
  try {
    return settingsOf(withTarget(configForReference(reference, config)), choices, { ...origin, named: {} }, true);
  } catch (error) {
    await reference.close();
    throw error;
  }
}

/** The "target" of a caller is the simulator that it calls. */
function withTarget(config: Config): Config {
  if (config.role !== 'mpp-client') return config;
  return { ...config, target: `http://${config.client?.listen ?? '127.0.0.1:9000'}` };
}

function withReportedRole(config: Config, reported: RunRequest['reported']): Config {
  if (reported === undefined) return config;
  const { role = reported.role } = config;
  if (role === reported.role) return { ...config, role };
  throw new UsageError(
    `${reported.path} is a report of role ${reported.role}, but the run has role ${role}`,
    'Use the config of that run, or another report.',
  );
}

interface ConfigSource {
  readonly config: Config;
  readonly directory: string;
  /** Its name in error messages. */
  readonly name: string;
  /** Of the file; null where there is none. */
  readonly path: string | null;
  /** Gives back the APIs of its specs. */
  release(): void;
}

async function configSource(request: RunRequest, env: Environment, directory: string): Promise<ConfigSource> {
  if (request.config !== undefined) {
    const { checkedWithSpecs } = await import('../config/check.ts');
    const checked = await checkedWithSpecs(request.config, () => 'config', directory);
    return { ...checked, directory, name: 'the config', path: null };
  }
  const text = await findConfig(configFileFrom(env) ?? request.configFile ?? null, directory);
  if (text === null) return { config: {}, directory, name: 'the environment', path: null, release: withApis(null) };
  // One after the other: each opens many files at once.
  const { parseConfig } = await import('../config/parse.ts');
  const { checkedWithSpecs } = await import('../config/check.ts');
  const { value, place } = parseConfig(text);
  if (Object.keys(value ?? {}).length === 0) {
    // An empty config would silently test the built-in reference.
    throw new UsageError(`${text.name} is empty`, 'Create one with: npx conformance init');
  }
  const base = dirname(text.path);
  return { ...(await checkedWithSpecs(value, place, base)), directory: base, name: text.name, path: text.path };
}

function mergeOverrides(config: Config, overrides: Config): Config {
  const { run, ...rest } = overrides;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const runSaid = Object.fromEntries(Object.entries(run ?? {}).filter(([, value]) => value !== undefined));
  return { ...config, ...said, run: { ...config.run, ...runSaid } };
}

/** A config that describes a target without naming it is an error: it must not become a passing run against the reference. */
function isEmbedded(config: Config, role: Role, name: string): boolean {
  if (role === 'mpp-client') {
    // One config may serve both roles of an MPP: a caller with a trigger ignores the target.
    if (config.client?.trigger !== undefined) return false;
    if (config.target !== undefined) {
      throw new UsageError(
        'Role mpp-client does not use a target: the caller under test calls the suite',
        'Set client.trigger in the config instead.',
      );
    }
  }
  if (config.target !== undefined) return false;
  const described = targetKeys.find((key) => config[key] !== undefined);
  if (described === undefined) return true;
  const missing = role === 'mpp-client' ? 'client.trigger' : 'target';
  throw new UsageError(
    `${name === 'the environment' ? 'The environment' : name} sets ${described} but not ${missing}`,
    role === 'mpp-client'
      ? 'Add client: { trigger: { url: … } } to the config.'
      : 'Add target to the config, or set --target or CONFORMANCE_TARGET.',
  );
}
