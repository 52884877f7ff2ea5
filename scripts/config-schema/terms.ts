/** The words that the schema of the config is written in. */

/** A part of a JSON Schema. */
export type Schema = Record<string, unknown>;

/** A text that is not empty. */
export const text = (description: string, more: Schema = {}): Schema => ({
  type: 'string',
  minLength: 1,
  description,
  ...more,
});
/** A whole number in a range. */
export const count = (description: string, minimum: number, maximum: number, more: Schema = {}): Schema => ({
  type: 'integer',
  minimum,
  maximum,
  description,
  ...more,
});
/** True or false. */
export const flag = (description: string, value: boolean): Schema => ({ type: 'boolean', description, default: value });
/** An object with these keys and no others. */
export const group = (description: string, properties: Schema, more: Schema = {}): Schema => ({
  type: 'object',
  description,
  additionalProperties: false,
  properties,
  ...more,
});
/** Milliseconds of a day. */
export const day = 24 * 60 * 60 * 1000;
