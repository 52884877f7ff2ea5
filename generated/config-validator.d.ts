/** Generated from scripts/config-schema.ts by npm run generate; do not edit. */
interface Complaint {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
}
/** Whether a value is a config; what is wrong stands in `errors` afterwards. */
declare const validate: ((value: unknown) => boolean) & { errors?: Complaint[] | null };
export default validate;
