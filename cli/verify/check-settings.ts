/** Checks the settings in a package for their types and bounds before anything is composed from them. */
import { createPublicKey } from 'node:crypto';
import type { RunSettings } from '../../engine/settings.ts';
import { isObject } from '../../engine/wire/json.ts';

/** What is wrong with settings from a package, as a sentence without full stop; null where they can be judged with. */
export function settingsFault(settings: unknown, exchanges: number): string | null {
  if (!isObject(settings)) return 'config.json has no settings';
  const wrong = Object.entries(shapes).find(([name, fits]) => !fits(settings[name]));
  if (wrong) return `config.json has no usable ${wrong[0]}`;
  const { runs, requests, scenarios } = settings as unknown as RunSettings;
  const most = Math.max(leastRuns, exchanges);
  if (runs !== null && runs > most)
    return `config.json asks for ${runs} runs of each property, but only ${exchanges} exchanges are recorded`;
  const users = [...Object.values(requests), ...Object.values(scenarios)].find((list) => list.length > mostUsers);
  return users
    ? `config.json has ${users.length} users or scenarios of one API; at most ${mostUsers} can be judged`
    : null;
}

/** More runs than this are believed only with as many exchanges. */
const leastRuns = 1000;

/** More test users of one API than any run needs. */
const mostUsers = 500;

type Fits = (value: unknown) => boolean;

const isText: Fits = (value) => typeof value === 'string' && value.length <= 4096;
const isFlag: Fits = (value) => typeof value === 'boolean';
const orNull =
  (fits: Fits): Fits =>
  (value) =>
    value === null || fits(value);
const orNothing =
  (fits: Fits): Fits =>
  (value) =>
    value === undefined || fits(value);
const whole =
  (least: number, most: number): Fits =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const oneOf =
  (...words: readonly string[]): Fits =>
  (value) =>
    words.includes(value as string);
const listOf =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits);
const mapOf =
  (fits: Fits): Fits =>
  (value) =>
    isObject(value) && Object.values(value).every(fits);
const having =
  (members: Readonly<Record<string, Fits>>): Fits =>
  (value) =>
    isObject(value) && Object.entries(members).every(([name, fits]) => fits(value[name]));

const isRsaKey: Fits = (value) => {
  if (typeof value !== 'string' || value.length > 10_000) return false;
  try {
    return createPublicKey(value).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
};

const duration = whole(0, 86_400_000);

/** Each setting that a judgement reads. */
const shapes: Readonly<Record<string, Fits>> = {
  role: oneOf('mpp', 'alipayplus', 'mpp-client'),
  target: isText,
  embedded: isFlag,
  specs: orNothing(listOf(having({ file: isText, text: (value) => typeof value === 'string' }))),
  facts: orNothing(listOf(having({ file: isText, text: (value) => typeof value === 'string' }))),
  apis: listOf(isText),
  selected: listOf(isText),
  only: orNull(listOf(isText)),
  with: orNothing(listOf(isText)),
  profile: oneOf('smoke', 'gate', 'certify'),
  strict: isFlag,
  bail: isFlag,
  seed: whole(-2_147_483_648, 4_294_967_295),
  path: orNull(isText),
  runs: orNull(whole(1, 100_000)),
  concurrency: whole(1, 256),
  rate: (value) => typeof value === 'number' && value >= 0,
  timeoutMs: whole(1, 600_000),
  clientId: isText,
  signing: having({
    mode: oneOf('required', 'off'),
    keyVersion: isText,
    privateKey: orNull(isRsaKey),
    publicKey: orNull(isRsaKey),
  }),
  paths: mapOf(isText),
  pathsConfigured: listOf(isText),
  headers: mapOf(isText),
  requests: mapOf(listOf(having({ body: isObject, fresh: isFlag }))),
  scenarios: mapOf(listOf(having({ code: isText, variant: isText, body: isObject }))),
  limits: mapOf(having({ perFixture: whole(1, 1000), restMs: duration, maxSends: orNull(whole(0, 100_000)) })),
  extraResultCodes: mapOf(mapOf(oneOf('S', 'F', 'U'))),
  tls: isObject,
  waivers: listOf(having({ requirement: isText, reason: isText, owner: isText, until: isText })),
  declared: orNothing(listOf(having({ requirement: isText, reason: isText, owner: isText }))),
  requirementSet: orNothing(
    having({
      name: isText,
      digest: isText,
      unscored: listOf(isText),
      regraded: mapOf(
        having({ level: oneOf('MUST', 'SHOULD', 'MAY'), basis: oneOf('normative', 'derived', 'position') }),
      ),
    }),
  ),
  reviews: orNothing(
    listOf(
      having({
        requirement: orNull(isText),
        step: isText,
        result: isText,
        reviewer: isText,
        on: isText,
        file: orNull(isText),
        sha256: orNull(isText),
      }),
    ),
  ),
  subject: orNothing(mapOf(isText)),
  absenceMs: orNothing(duration),
  startMs: orNothing(duration),
  client: having({
    listen: isText,
    trigger: orNull(isObject),
    triggerTimeoutMs: duration,
    retryWindowMs: orNull(duration),
    timeoutMs: orNull(duration),
  }),
  nonce: orNull(isText),
  attempt: orNothing(orNull(whole(1, 1_000_000))),
};
