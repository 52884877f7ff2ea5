/** A request spec: one request as data, before fixtures, times and signatures are filled in. */
import { createHash } from 'node:crypto';
import type { Edit, JsonObject } from '../wire/json.ts';

/** How a JSON body is written on the wire; `text` and `base64` replace it by exact bytes. */
export type Encoding =
  | 'compact'
  | 'pretty'
  | 'reversed'
  /** Indented with tabs and filled up with spaces to so many bytes: the same JSON. */
  | { readonly spacedTo: number }
  | { readonly text: string }
  | { readonly base64: string }
  /** Text after or before the compact body. */
  | { readonly before?: string; readonly after?: string }
  /** Text written as the first or last members of the compact object; `lastBase64` holds bytes that are not text. */
  | { readonly firstMembers: string }
  | { readonly lastMembers: string }
  | { readonly lastBase64: string };

/** Header spelling: what the control uses and what `G-09` varies. */
export interface Spelling {
  readonly names: 'canonical' | 'lower' | 'upper';
  readonly comma: ', ' | ',';
}

/** The spelling that a run begins with. */
export const firstSpelling: Spelling = { names: 'canonical', comma: ', ' };

/** What is wrong with the signature of an otherwise valid request. */
export type Tamper =
  | 'value'
  | 'white-space'
  | 'reformatted'
  | 'time'
  | 'path'
  | 'key'
  | 'no-base64'
  | 'odd-characters'
  | 'broken-escape'
  | 'empty-part'
  | 'no-part'
  | 'blank'
  | 'short'
  | 'no-algorithm'
  | 'replayed'
  | 'method'
  | 'algorithm'
  | 'reordered';

/** Departures from a plain signed POST of JSON. */
export interface WireChange {
  readonly method?: string;
  /** The method signed over, when it is not the one sent. */
  readonly signedMethod?: string;
  /** Appended to the operation's path. */
  readonly pathSuffix?: string;
  /** Replaces the operation's path. */
  readonly path?: string;
  readonly spelling?: Partial<Spelling>;
  /** Null leaves the header out. */
  readonly contentType?: string | null;
  readonly accept?: string;
  readonly acceptEncoding?: string;
  readonly clientId?: string;
  readonly keyVersion?: string;
  /** Headers left out, by canonical name. */
  readonly omit?: readonly string[];
}

/** One request as data. Equal specs are sent once. */
export interface RequestSpec {
  /** Every documented field, or the required ones only. */
  readonly base: 'full' | 'minimal';
  /** A fixture's user, or a made-up one who cannot be sent a message. */
  readonly user?: 'fixture' | 'unknown';
  /** A fixture other than the operation's first free one. */
  readonly fixture?: number;
  /** That fixture and no other, a fresh one too. */
  readonly pinned?: boolean;
  /** A scenario's values, laid over the base. */
  readonly overlay?: JsonObject;
  readonly edits?: readonly Edit[];
  /** The constraint that the edits break, for the self-check; absent: the body is valid. */
  readonly violates?: { readonly path: readonly string[]; readonly keyword: string };
  /** The body is not checked against the schema. */
  readonly skipSelfCheck?: boolean;
  readonly encoding?: Encoding;
  readonly wire?: WireChange;
  readonly tamper?: Tamper;
  /** Beyond what any document speaks of: a crash on it is no more than advice. */
  readonly beyondSpec?: boolean;
  /** An accepted answer is expected, so it counts against the limits of an operation that reaches people. */
  readonly mayReachPerson?: boolean;
  /** A throttle answer is what the probe asks for. */
  readonly provokesThrottle?: boolean;
  /** An overloaded server is what the probe asks for. */
  readonly provokesOverload?: boolean;
  /** A result that looks transient (U/UNKNOWN_EXCEPTION) is what the probe asks for. */
  readonly provokesTransient?: boolean;
  /** The name of the token that the request is about (`namesToken` of an earlier one, or the introducing operation for its opening control). */
  readonly tokenOf?: string;
  /** Name that the token introduced by this request, once accepted, has for later ones. */
  readonly namesToken?: string;
  /** Tells deliberately repeated requests apart. */
  readonly occurrence?: string;
}

/** Start and name of a run. */
export interface RunIdentity {
  readonly id: string;
  /** Milliseconds since the Unix epoch; times in bodies are relative to it. */
  readonly startedAt: number;
}

/** Stable short name of a spec at an operation: the same for the same seed, whatever the run is called and whenever it starts. */
export function requestName(operation: string, spec: RequestSpec, identity: RunIdentity): string {
  return createHash('sha256')
    .update(`${operation} ${withoutRun(stableJson(spec), identity)}`)
    .digest('hex')
    .slice(0, 16);
}

const times = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d|\b\d{13}\b/g;
/** Times of a run lie this close to its start, in seconds. */
const nearSeconds = 2 * 24 * 3600;

/** A text in which the id of the run and times near its start stand for those of any run. */
function withoutRun(text: string, { id, startedAt }: RunIdentity): string {
  const anyRun = id === '' ? text : text.replaceAll(id, 'run');
  return anyRun.replace(times, (found) => {
    const moment = found.includes('T') ? Date.parse(`${found}Z`) : Number(found);
    const seconds = Math.floor(moment / 1000) - Math.floor(startedAt / 1000);
    return Math.abs(seconds) < nearSeconds ? `start${seconds}` : found;
  });
}

function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner === undefined
        ? '\u0000undefined'
        : inner,
  );
}
