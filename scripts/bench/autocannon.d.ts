/** The part of autocannon that the benchmark uses; it publishes no types. */
declare module 'autocannon' {
  /** A load under way, and the promise of its end. */
  interface Instance extends Promise<unknown> {
    on(event: 'response', listener: () => void): void;
  }
  export default function autocannon(options: object): Instance;
}
