/** The settings of judging traffic: paths, codes and waivers of a config, and the public keys of both parties. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { dirname } from 'node:path';
import { operations } from '../../contract/apis.ts';
import type { Party, Role } from '../../engine/report.ts';
import type { RunSettings } from '../../engine/settings.ts';
import { findConfig } from '../config/find.ts';
import { publicKeyOf } from '../config/key-text.ts';
import { useSpecs } from '../config/own-specs.ts';
import { settingsOf } from '../config/settings.ts';
import type { Config } from '../config/shape.ts';
import type { TrafficOptions } from '../options.ts';
import { configFileFrom, type Environment, withEnvironment } from '../terminal/environment.ts';

/** What traffic is judged with. */
export interface TrafficJudging {
  readonly run: RunSettings;
  readonly keys: Readonly<Record<Party, string | null>>;
  /** Whose rows decide the exit code. */
  readonly subject: Party;
  /** Operations to look at, with their paths. */
  readonly paths: Readonly<Record<string, string>>;
}

/** Reads config, options and environment; nothing is needed but traffic. */
export async function trafficJudging(options: TrafficOptions, env: Environment): Promise<TrafficJudging> {
  const workingDirectory = process.cwd();
  const text = await findConfig(configFileFrom(env) ?? options.config ?? null, workingDirectory);
  const directory = text === null ? workingDirectory : dirname(text.path);
  if (text === null) await useSpecs({ specs: [], facts: [] }, directory);
  const { config, named } = withEnvironment(text === null ? {} : await configIn(text), env);
  const role = options.role ?? (config.role === 'alipayplus' ? 'alipayplus' : 'mpp');
  const { signing: _, ...unsigned } = config;
  // The target is not called: it only stands in the report.
  const run = settingsOf(
    { ...unsigned, target: config.target ?? 'http://127.0.0.1', role, apis: undefined },
    {},
    { directory, named: {}, workingDirectory },
    false,
  );
  const subject: Party = role === 'alipayplus' ? 'alipayplus' : 'mpp';
  const configured = config.signing?.publicKey;
  const key = (name: string, value: string | undefined, base: string) =>
    value === undefined ? null : publicKeyOf({ name, value, directory: base });
  const fromConfig = () =>
    key(
      named.publicKey ?? 'signing.publicKey',
      configured,
      named.publicKey === undefined ? directory : workingDirectory,
    );
  const given: Record<Party, string | null> = {
    mpp: key('--mpp-key', options.mppKey, workingDirectory),
    alipayplus: key('--alipayplus-key', options.alipayplusKey, workingDirectory),
  };
  const keys = { ...given, [subject]: given[subject] ?? fromConfig() };
  return { run, keys, subject, paths: pathsOf(run.paths, options.role, config.apis) };
}

async function configIn(text: NonNullable<Awaited<ReturnType<typeof findConfig>>>): Promise<Config> {
  // One after the other: each opens many files at once.
  const { parseConfig } = await import('../config/parse.ts');
  const { checkedWithSpecs } = await import('../config/check.ts');
  const { value, place } = parseConfig(text);
  const { config, release } = await checkedWithSpecs(value ?? {}, place, dirname(text.path));
  release();
  return config;
}

/** The APIs of a role, or all: both directions of a wallet may be in one recording. */
function pathsOf(
  paths: Readonly<Record<string, string>>,
  role: Role | undefined,
  apis: readonly string[] | undefined,
): Record<string, string> {
  const isWanted = (id: string) => {
    if (apis !== undefined && !apis.includes(id)) return false;
    const { server } = operations[id as keyof typeof operations];
    return role === undefined || (role === 'mpp' ? server === 'mpp' : server === 'alipayplus');
  };
  return Object.fromEntries(Object.entries(paths).filter(([id]) => isWanted(id)));
}

/** The public key of whoever calls an operation. */
export function callerKeyOf({ keys }: Pick<TrafficJudging, 'keys'>): (operation: string) => KeyObject | null {
  const parsed = new Map(
    Object.entries(keys).map(([party, pem]) => [party, pem === null ? null : createPublicKey(pem)] as const),
  );
  return (operation) => {
    const { server } = operations[operation as keyof typeof operations];
    return parsed.get(server === 'mpp' ? 'alipayplus' : 'mpp') ?? null;
  };
}
