/** Where the values of a config came from: file, environment or a programme. */

/** Where a config's values came from, for its paths and for the words of its faults. */
export interface ConfigOrigin {
  /** What relative paths are relative to. */
  readonly directory: string;
  /** Names of values that came from the environment: `target` → `CONFORMANCE_TARGET`. */
  readonly named: Readonly<Record<string, string>>;
  /** Directory of paths that came from the environment. */
  readonly workingDirectory: string;
}
