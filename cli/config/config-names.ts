/** The names of config files in the working directory. */

/** In order of preference. */
export const configNames = ['conformance.config.yaml', 'conformance.config.yml', 'conformance.config.json'] as const;
