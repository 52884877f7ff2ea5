/** The settings of a run: the config file, options and environment, resolved and checked. */

import type { Basis, Level, Profile, Role, Subject } from './report.ts';
import type { JsonObject } from './wire/json.ts';

export type { JsonObject } from './wire/json.ts';

/** Client id where the config names none and nothing is signed. */
export const anonymousClient = 'TEST_CONFORMANCE_SUITE';

/** One user of the target's test environment: laid over the spec's example body of one operation. */
export interface Fixture {
  readonly body: JsonObject;
  /** Never used for an OTP today: serves the daily-limit requirement only. */
  readonly fresh: boolean;
}

/** What makes the target answer with one result code or decision: laid over the first fixture. */
export interface Scenario {
  /** Result code or decision. */
  readonly code: string;
  /** What follows the colon in `CODE:variant`, or empty. */
  readonly variant: string;
  readonly body: JsonObject;
}

/** The name of a scenario in the config: `CODE`, or `CODE:variant`. */
export function scenarioName({ code, variant }: { readonly code: string; readonly variant: string | null }): string {
  return variant ? `${code}:${variant}` : code;
}

export interface SendLimit {
  readonly perFixture: number;
  readonly restMs: number;
  /** Null on loopback unless configured: no cap. */
  readonly maxSends: number | null;
}

export interface Waiver {
  /** Row key `sendOTP/OTP-12`. */
  readonly requirement: string;
  readonly reason: string;
  readonly owner: string;
  /** Last day it holds, `2027-01-31`. */
  readonly until: string;
}

/** A requirement that cannot occur at this target, such as a code that the product never returns. */
export interface Declaration {
  /** Row key `sendOTP/OTP-12`. */
  readonly requirement: string;
  readonly reason: string;
  readonly owner: string;
}

/** Something that a person looked at, because no test over HTTP can see it. */
export interface Review {
  /** Row key `getPaymentCode/GPC-15`; null for a step of an acceptance. */
  readonly requirement: string | null;
  /** Name of the step; empty for a requirement. */
  readonly step: string;
  /** What was seen. */
  readonly result: string;
  readonly reviewer: string;
  /** Day, `2026-11-20`. */
  readonly on: string;
  readonly file: string | null;
  /** Digest of the file, in hex. */
  readonly sha256: string | null;
}

export interface RunSettings {
  readonly role: Role;
  /** Base URL, maybe with a path prefix; no trailing slash. In role `mpp-client` the simulator's own address. */
  readonly target: string;
  readonly embedded: boolean;
  /** The user's specs of further APIs, as they were read; left out where there are none. */
  readonly specs?: readonly { readonly file: string; readonly text: string }[];
  /** The user's overlays over all specs, as they were read; left out where there are none. */
  readonly facts?: readonly { readonly file: string; readonly text: string }[];
  /** Operations that the subject offers, in spec order; the role's others are not-applicable. */
  readonly apis: readonly string[];
  /** Operations to run, a part of `apis` (from --api); the others are not-run. */
  readonly selected: readonly string[];
  /** Ids or keys of requirements to run; null for all. */
  readonly only: readonly string[] | null;
  /** Keys of requirements whose requests are sent too where `only` selects; left out where there are none. */
  readonly with?: readonly string[];
  readonly profile: Profile;
  readonly strict: boolean;
  readonly bail: boolean;
  readonly seed: number;
  /** fast-check path of one counterexample, or null. */
  readonly path: string | null;
  /** Runs per property; null for the profile's default. */
  readonly runs: number | null;
  readonly concurrency: number;
  /** Requests per second, 0 for no limit. */
  readonly rate: number;
  readonly timeoutMs: number;
  readonly clientId: string;
  readonly signing: {
    readonly mode: 'required' | 'off';
    readonly keyVersion: string;
    /** Our private key, PEM (PKCS#8); null when mode is off. */
    readonly privateKey: string | null;
    /** The subject's public key, PEM (SPKI); null when mode is off. */
    readonly publicKey: string | null;
  };
  /** Path per operation, the default filled in. */
  readonly paths: Readonly<Record<string, string>>;
  /** Operations whose path the config sets; the others run on the default. */
  readonly pathsConfigured: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Fixtures per operation; empty where the config names none. */
  readonly requests: Readonly<Record<string, readonly Fixture[]>>;
  readonly scenarios: Readonly<Record<string, readonly Scenario[]>>;
  readonly limits: Readonly<Record<string, SendLimit>>;
  /** Additional result codes per operation: code to status. */
  readonly extraResultCodes: Readonly<Record<string, Readonly<Record<string, 'S' | 'F' | 'U'>>>>;
  readonly tls: {
    readonly ca: string | null;
    readonly cert: string | null;
    readonly key: string | null;
    readonly passphrase: string | null;
  };
  readonly waivers: readonly Waiver[];
  /** Requirements that cannot occur at this target; left out where the config declares none. */
  readonly declared?: readonly Declaration[];
  /** What people looked at; left out where the config has none. */
  readonly reviews?: readonly Review[];
  /** The frozen requirement set of a certification; left out of other runs. */
  readonly requirementSet?: {
    readonly name: string;
    /** SHA-256 of its file, in hex. */
    readonly digest: string;
    /** Keys of rows that are newer than the set: they are judged and do not count. */
    readonly unscored: readonly string[];
    /** Rows with another level or basis in the set. */
    readonly regraded: Readonly<Record<string, { readonly level: Level; readonly basis: Basis }>>;
  };
  /** What is under test; a member that the config does not name is left out. */
  readonly subject?: Subject;
  /** False where no request carries X-Conformance-Request; true by default. */
  readonly marker?: boolean;
  /** How long a target that is away is waited for, in milliseconds; 30000 by default. */
  readonly absenceMs?: number;
  /** How long a target that does not answer yet is waited for, in milliseconds; 5000 by default. */
  readonly startMs?: number;
  readonly client: {
    /** host:port where the simulator listens. */
    readonly listen: string;
    readonly trigger: { readonly url: string } | { readonly command: string } | null;
    readonly triggerTimeoutMs: number;
    readonly retryWindowMs: number | null;
    readonly timeoutMs: number | null;
  };
  /** The certifier's own text, from which seed and run id are made; null without one. */
  readonly nonce: string | null;
  /** Which attempt with that nonce it is, counted from 1. */
  readonly attempt?: number | null;
  /** Config file that a replay line must name; left out where there is none, or where it is found by itself. */
  readonly configFile?: string | null;
}
