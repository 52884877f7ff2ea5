/** Draws outages from a seed: what a proxy does to the traffic, when and for how long, as plain data. */

/** What can happen to the traffic during an outage. */
export type OutageKind = 'refused' | 'reset' | 'lost-answer' | 'bad-gateway' | 'too-many' | 'latency';

/** Every kind of outage, in the order in which they are drawn. */
export const OUTAGE_KINDS: readonly OutageKind[] = [
  'refused',
  'reset',
  'lost-answer',
  'bad-gateway',
  'too-many',
  'latency',
];

/** One outage: its kind, the moment it starts and its length. */
export interface Outage {
  readonly kind: OutageKind;
  /** Starts so many milliseconds after the first request, or when the request of that number (from 1) arrives. */
  readonly start: { readonly ms: number } | { readonly request: number };
  readonly lengthMs: number;
  /** Kind `latency`: delay added to each request. */
  readonly latencyMs?: number;
  /** Kind `bad-gateway`: HTTP status of the page; 502 by default. */
  readonly status?: GatewayStatus;
}

/** What a gateway answers that finds no server, no room or no answer behind it. */
export type GatewayStatus = 502 | 503 | 504;

/** What to draw: how many outages, which kinds, where in the run and how long. */
export interface OutageDraw {
  readonly seed: number;
  readonly count: number;
  readonly kinds?: readonly OutageKind[];
  /** Start moments are drawn below this number of requests or of milliseconds. */
  readonly within: { readonly ms: number } | { readonly request: number };
  /** Shortest and longest outage; 100 ms and 10 s by default. */
  readonly lengthMs?: readonly [number, number];
  /** Smallest and largest added delay; 50 ms and 2 s by default. */
  readonly latencyMs?: readonly [number, number];
}

/** A generator of numbers from 0 to 1 that depends on its seed only (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const gatewayStatuses: readonly GatewayStatus[] = [502, 503, 504];

/** Outages of this draw, the earliest first; the same draw gives the same outages. Lengths are spread evenly on a logarithmic scale. */
export function drawOutages(draw: OutageDraw): readonly Outage[] {
  const { kinds = OUTAGE_KINDS, lengthMs = [100, 10_000], latencyMs = [50, 2_000], within } = draw;
  const random = seededRandom(draw.seed);
  const logarithmic = ([low, high]: readonly [number, number]) => Math.round(low * (high / low) ** random());
  const outages = Array.from({ length: draw.count }, (): Outage => {
    const kind = kinds[Math.floor(random() * kinds.length)]!;
    const moment = random();
    const start =
      'ms' in within
        ? { ms: Math.floor(moment * within.ms) }
        : { request: 1 + Math.floor(moment * Math.max(1, within.request)) };
    const lasts = { lengthMs: logarithmic(lengthMs), latencyMs: logarithmic(latencyMs) };
    return { kind, start, ...lasts, status: gatewayStatuses[Math.floor(random() * gatewayStatuses.length)]! };
  });
  return outages.sort((one, other) => momentOf(one) - momentOf(other));
}

function momentOf({ start }: Outage): number {
  return 'ms' in start ? start.ms : start.request;
}
