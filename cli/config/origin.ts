/** Where the values of a config came from: a file, the environment or a program. */

/** Where the values of a config came from, for relative paths and error messages. */
export interface ConfigOrigin {
  /** Base of relative paths. */
  readonly directory: string;
  /** Names of values that came from the environment: `target` → `CONFORMANCE_TARGET`. */
  readonly named: Readonly<Record<string, string>>;
  /** Base of relative paths from the environment. */
  readonly workingDirectory: string;
}
