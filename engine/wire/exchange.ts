/** What went over the wire, once: the only thing a judgement may look at. */

/** Header names and values in the order and spelling they had on the wire. */
export type WireHeaders = readonly (readonly [name: string, value: string])[];

/** One request as it was sent: the bytes, not what they meant. */
export interface WireRequest {
  readonly method: string;
  /** Path and query as requested, without scheme and host. */
  readonly path: string;
  readonly headers: WireHeaders;
  readonly body: Uint8Array;
}

/** One answer as it was read: up to 1 MiB of body and 64 KiB of headers, `truncated` when there was more. */
export interface WireResponse {
  readonly status: number;
  readonly headers: WireHeaders;
  readonly body: Uint8Array;
  readonly truncated: boolean;
}

/** Why no complete answer came. */
export type NoAnswer = 'timeout' | 'refused' | 'reset' | 'dns' | 'tls' | 'malformed' | 'aborted';

/** One request and what came back, with times. Ids (`x12`) are unique within a run. */
export interface Exchange {
  readonly id: string;
  readonly operation: string;
  /** Stable name of the probe that sent it: the same seed and answers give the same names. */
  readonly probe: string;
  /** What the probe does, in the present tense. */
  readonly title: string;
  /** Value of `X-Conformance-Request`: `<run>/<n>`; empty where the subject was the caller. */
  readonly marker: string;
  /** When the request was put together: the times in its headers are made from it. Left out where the subject was the caller. */
  readonly composedAt?: number;
  /** Milliseconds since the Unix epoch. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly request: WireRequest;
  readonly response: WireResponse | null;
  readonly noAnswer: { readonly kind: NoAnswer; readonly says: string } | null;
}

/** Headers as pairs; `raw` has names and values in turn, as Node gives them. */
export function headerPairs(raw: readonly string[]): WireHeaders {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));
}

/** Name of the request that an exchange is an attempt of: the same for all attempts. */
export function requestNameOf({ probe }: Pick<Exchange, 'probe'>): string {
  return probe.replace(/\/\d+$/, '');
}
