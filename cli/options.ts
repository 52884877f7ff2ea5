/** Values of the options of each command, as commander gives them; kept here so that a command and its implementation both may import them. */
import type { Profile, Role } from '../engine/report.ts';

/** Values of the options of `run`, as commander gives them. */
export interface RunOptions {
  target?: string;
  role?: Role;
  api?: string[];
  only?: string[];
  with?: string[];
  onlyFailed?: string;
  profile?: Profile;
  strict?: boolean;
  bail?: boolean;
  dryRun?: boolean;
  seed?: number;
  path?: string;
  runs?: number;
  concurrency?: number;
  rate?: number;
  timeout?: number;
  reportDir?: string;
  reporter?: string[];
  fullEvidence?: boolean;
  config?: string;
  yesProduction?: string;
  embedded?: boolean;
}

/** Values of the options of `certify`. */
export interface CertifyOptions extends RunOptions {
  signKey?: string;
  nonce?: string;
  set?: string;
  since?: string;
}

/** Values of the options of `doctor`. */
export interface DoctorOptions extends RunOptions {
  json?: boolean;
  /** False with --no-messages. */
  messages?: boolean;
}

/** Values of the options of `init`. */
export interface InitOptions {
  spec?: string[];
  target?: string;
  role?: Role;
  api?: string[];
  clientId?: string;
  privateKey?: string;
  publicKey?: string;
  trigger?: string;
  from?: string;
  config?: string;
  force?: boolean;
}

/** Values of the options of `check-spec`. */
export interface CheckSpecOptions {
  json?: boolean;
}

/** Values of the options of `list`. */
export interface ListOptions {
  config?: string;
  role?: Role;
  api?: string[];
  json?: boolean;
}

/** Values of the options of `replay`. */
export interface ReplayOptions {
  reportDir?: string;
  target?: string;
  config?: string;
  asRecorded?: boolean;
  timeout?: number;
  yesProduction?: string;
}

/** Values of the options of `prove`. */
export interface ProveOptions {
  json?: boolean;
}

/** Values of the options of `send`. */
export interface SendOptions {
  scenario?: string;
  set?: string[];
  user?: number;
  target?: string;
  embedded?: boolean;
  config?: string;
  timeout?: number;
  unredacted?: boolean;
  yesProduction?: string;
}

/** Values of the options of `serve`. */
export interface ServeOptions {
  port?: number;
  host: string;
  fault?: string[];
  variant?: string;
  script?: string;
  unsigned?: boolean;
  api?: string[];
}

/** Values of the options of `verify`. */
export interface VerifyOptions {
  publicKey?: string;
  targetKey?: string;
  nonce?: string;
}

/** Values of the options that `judge` and `proxy` share. */
export interface TrafficOptions {
  role?: Role;
  learn?: string;
  mppKey?: string;
  alipayplusKey?: string;
  config?: string;
  reportDir?: string;
  reporter?: string[];
}

/** Values of the options of `proxy`. */
export interface ProxyOptions extends TrafficOptions {
  upstream: string;
  listen: string;
  record?: string;
  fullEvidence?: boolean;
  tlsCert?: string;
  tlsKey?: string;
  yesProduction?: string;
}
