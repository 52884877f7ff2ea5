/** The words that the schema of report.json is written in. */

/** A part of a JSON Schema. */
export type Schema = Record<string, unknown>;

/** One schema per key of a type: a key more or less in the type, and this file no longer compiles. */
export type Properties<T> = { [K in keyof Required<T>]: Schema };

/** Keys that a report may leave out. */
const optional =
  'attempt configFile declared done extraResultCodes facts harm overlay own proof requirementSet restsOn reviews sentBy signatures slowedTo strength subject traffic'.split(
    ' ',
  );

export function object<T>(description: string, properties: Properties<T>): Schema {
  // Other keys stay allowed: reports only grow, and an older schema must accept a newer report.
  return {
    type: 'object',
    description,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    properties,
  };
}

export function text(description: string, more: Schema = {}): Schema {
  return { type: 'string', description, ...more };
}

export function count(description: string): Schema {
  return { type: 'integer', minimum: 0, description };
}

export function amount(description: string): Schema {
  return { type: 'number', minimum: 0, description };
}

export function flag(description: string): Schema {
  return { type: 'boolean', description };
}

export function listOf(items: Schema, description: string): Schema {
  return { type: 'array', items, description };
}

export function mapOf(values: Schema, description: string): Schema {
  return { type: 'object', additionalProperties: values, description };
}

/** A closed list that the type holds too: `satisfies` at each place names the type. */
export function oneOf(values: readonly string[], description: string): Schema {
  return { enum: [...values], description };
}
