/** Environment variables of a run; they override options and config. */
import type { Config } from '../config/shape.ts';
import { UsageError } from './usage-error.ts';

/** Environment variables, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables for config keys. */
const variables = {
  target: 'CONFORMANCE_TARGET',
  clientId: 'CONFORMANCE_CLIENT_ID',
  privateKey: 'CONFORMANCE_PRIVATE_KEY',
  publicKey: 'CONFORMANCE_PUBLIC_KEY',
} as const;

/** The config with values of the environment, and the variables that they came from. */
export function withEnvironment(config: Config, env: Environment): { config: Config; named: Record<string, string> } {
  const named: Record<string, string> = {};
  const value = (key: keyof typeof variables): string | undefined => {
    const text = readVariable(env, variables[key]);
    if (text !== undefined) named[key] = variables[key];
    return text;
  };
  const over = { target: value('target'), clientId: value('clientId') };
  const keys = { privateKey: value('privateKey'), publicKey: value('publicKey') };
  return {
    config: {
      ...config,
      ...defined(over),
      ...(hasAny(keys) ? { signing: { ...config.signing, ...defined(keys) } } : {}),
    },
    named,
  };
}

/** The config file from the environment. */
export function configFileFrom(env: Environment): string | null {
  return readVariable(env, 'CONFORMANCE_CONFIG') ?? null;
}

/** An empty variable usually means that a secret was not passed to the job; it must not become a run against the reference. */
function readVariable(env: Environment, name: string): string | undefined {
  const text = env[name];
  if (text === undefined) return undefined;
  if (text.trim() === '') {
    throw new UsageError(
      `${name} is set but empty`,
      'Set a value or unset it; in CI, check that the secret is passed to this job.',
    );
  }
  return text;
}

function hasAny(values: Readonly<Record<string, unknown>>): boolean {
  return Object.values(values).some((value) => value !== undefined);
}

function defined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** Node takes any certificate then, and so would a run that is to show how the target is reached. */
export function uncheckedCertificates(env: Environment): string[] {
  if (env.NODE_TLS_REJECT_UNAUTHORIZED !== '0') return [];
  return [
    'NODE_TLS_REJECT_UNAUTHORIZED=0 turns off the check of TLS certificates: anybody may answer for the target. Unset it, and name the authority in tls.ca.',
  ];
}
