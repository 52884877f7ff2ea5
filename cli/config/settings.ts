/** Makes RunSettings from a config: fills in defaults, checks names and loads keys. Uses no network and no clock. */

import { type OperationId, operationIds, ownApis } from '../../contract/apis.ts';
import type { Profile, Role } from '../../engine/report.ts';
import { anonymousClient, type RunSettings } from '../../engine/settings.ts';
import { isLoopback } from '../../engine/wire/loopback.ts';
import { rowsOf } from '../explain/catalogue.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { fixturesOf, scenariosOf } from './fixtures.ts';
import { checkedClientId, checkedHeaders } from './headers.ts';
import { pemOf } from './key-text.ts';
import type { ConfigOrigin } from './origin.ts';
import { checkedReviews } from './reviews.ts';
import { extraCodesOf, limitsOf, pathsOf } from './rules.ts';
import { apisOf, onlyOf, selectedOf, withOf } from './selection.ts';
import type { Config } from './shape.ts';
import { signingOf } from './signing.ts';
import { baseUrl, refuseApiPath, triggerUrl } from './target.ts';
import { checkedDeclarations, checkedWaivers } from './waivers.ts';

/** Choices for one run, from the command line or a program; they have no config key. */
export interface RunChoices {
  readonly api?: readonly string[];
  readonly only?: readonly string[];
  /** Requirements whose requests are sent too; needs `only`. */
  readonly with?: readonly string[];
  readonly bail?: boolean;
  readonly path?: string;
  readonly nonce?: string;
  /** Host under alipayplus.com that the user has confirmed. */
  readonly yesProduction?: string;
  /** Test the built-in reference; required in CI for a run without a target. */
  readonly embedded?: boolean;
}

/** Default concurrency and maximum requests per second. */
const defaultPace = { concurrency: 8, rate: 0 };
const sandboxPace = { concurrency: 2, rate: 5 };

/** The settings of a run; `embedded` if the target is the built-in reference. */
export function settingsOf(config: Config, choices: RunChoices, origin: ConfigOrigin, embedded: boolean): RunSettings {
  const role = config.role ?? 'mpp';
  // A caller has no target: it calls the address at which the suite listens.
  const targetName = role === 'mpp-client' ? 'client.listen' : (origin.named.target ?? 'target');
  const target = baseUrl(config.target ?? '', targetName);
  const loopback = isLoopback(new URL(target).hostname);
  const signing = signingOf(config, origin);
  const apis = apisOf(config.apis, role);
  const paths = pathsOf(config.paths ?? {}, apis);
  refuseApiPath(target, targetName, paths);
  const selected = selectedOf(choices.api, apis, role);
  const extraCodes = extraCodesOf(config.resultCodes?.extra ?? {});
  const waivers = checkedWaivers(config.waivers ?? [], rowsOf(operationIds));
  const run = config.run ?? {};
  const profile: Profile = run.profile ?? 'gate';
  if (profile === 'certify' && signing.mode === 'off') refuseUnsignedCertify();
  // The Alipay+ sandbox is shared by all integrators.
  const pace = role === 'alipayplus' && !loopback ? sandboxPace : defaultPace;
  return {
    role,
    target,
    embedded,
    ...(ownApis === null ? {} : { specs: ownApis.specs }),
    ...(ownApis?.overlays ? { facts: ownApis.overlays } : {}),
    apis,
    selected,
    only: choices.only === undefined ? null : onlyOf(choices.only, role, selected, choices.api !== undefined),
    ...withChosen(choices, role, selected),
    profile,
    strict: run.strict ?? false,
    bail: choices.bail ?? false,
    seed: run.seed ?? Math.floor(Math.random() * 2 ** 31),
    path: pathOf(choices, run.seed),
    runs: run.runs ?? null,
    concurrency: run.concurrency ?? pace.concurrency,
    rate: run.rate ?? pace.rate,
    timeoutMs: run.timeoutMs ?? 15_000,
    clientId: checkedClientId(config.clientId ?? anonymousClient, origin.named.clientId ?? 'clientId'),
    signing,
    paths,
    pathsConfigured: Object.keys(config.paths ?? {}),
    headers: checkedHeaders(config.headers ?? {}),
    requests: fixturesOf(config.requests ?? {}),
    scenarios: scenariosOf(config.scenarios ?? {}, extraCodes),
    limits: limitsOf(config.limits ?? {}, loopback),
    extraResultCodes: extraCodes,
    tls: tlsOf(config, origin),
    waivers,
    declared: checkedDeclarations(config.declared ?? [], waivers, rowsOf(operationIds)),
    ...(config.reviews ? { reviews: checkedReviews(config.reviews, rowsOf(operationIds), origin.directory) } : {}),
    subject: config.subject ?? {},
    marker: run.marker ?? true,
    absenceMs: run.absenceMs ?? 30_000,
    startMs: run.startMs ?? 5000,
    client: clientOf(config),
    nonce: choices.nonce ?? null,
  };
}

function withChosen(
  { with: ids, only, api }: RunChoices,
  role: Role,
  selected: readonly OperationId[],
): Pick<RunSettings, 'with'> {
  if (ids === undefined) return {};
  return { with: withOf(ids, role, selected, { only: only !== undefined, api: api !== undefined }) };
}

function refuseUnsignedCertify(): never {
  throw new UsageError(
    'The profile certify needs signing, but no keys are configured',
    'Set clientId, signing.privateKey and signing.publicKey.',
  );
}

function pathOf({ path, only }: RunChoices, seed: number | undefined): string | null {
  if (path === undefined) return null;
  if (!/^\d+(:\d+)*$/.test(path)) {
    throw new UsageError(
      `--path "${path}" is not the path of a counterexample`,
      'Copy it from the replay line: numbers separated by colons.',
    );
  }
  if (seed === undefined) throw new UsageError('--path needs --seed', 'Copy both from the replay line.');
  if (only === undefined) {
    throw new UsageError('--path needs --only', 'Copy the whole replay line: a path belongs to one requirement.');
  }
  return path;
}

function tlsOf(config: Config, origin: ConfigOrigin): RunSettings['tls'] {
  const pem = (key: 'ca' | 'cert' | 'key'): string | null => {
    const value = config.tls?.[key];
    return value === undefined ? null : pemOf({ name: `tls.${key}`, value, directory: origin.directory });
  };
  if ((config.tls?.cert === undefined) !== (config.tls?.key === undefined)) {
    throw new UsageError('tls.cert and tls.key are needed together, but one is missing', 'Give both, or neither.');
  }
  return { ca: pem('ca'), cert: pem('cert'), key: pem('key'), passphrase: config.tls?.passphrase ?? null };
}

function clientOf(config: Config): RunSettings['client'] {
  const {
    listen = '127.0.0.1:9000',
    trigger,
    triggerTimeoutMs = 30_000,
    retryWindowMs,
    timeoutMs,
  } = config.client ?? {};
  const command = trigger?.url === undefined ? trigger?.command : undefined;
  return {
    listen,
    trigger: trigger?.url !== undefined ? { url: triggerUrl(trigger.url) } : command !== undefined ? { command } : null,
    triggerTimeoutMs,
    retryWindowMs: retryWindowMs ?? null,
    timeoutMs: timeoutMs ?? null,
  };
}
