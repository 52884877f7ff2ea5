/** A started server of `conformance serve`. */

/** A server that listens, with the config that fits it. */
export interface Served {
  readonly url: string;
  readonly config: object;
  close(): Promise<void>;
}
