/** The part of autocannon that the benchmark uses; it publishes no types. */
declare module 'autocannon' {
  interface Result {
    readonly start: Date;
    readonly finish: Date;
  }
  export default function autocannon(options: object): Promise<Result>;
}
