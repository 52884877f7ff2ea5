/** Generated from spec/ by npm run generate; do not edit. */
import type { OperationId } from './operations.ts';
import type { components } from './types.ts';

/** One broken keyword, as ajv reports it. */
export interface SchemaError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}

/** Says whether a value fits a schema; `errors` holds what was wrong with the last value. */
export type Validate = ((value: unknown) => boolean) & { errors?: null | SchemaError[] };

export declare const validateRequest: Readonly<Record<OperationId, Validate>>;
export declare const validateResponse: Readonly<Record<OperationId, Validate>>;
export declare function isSendOTPRequest(value: unknown): value is components['schemas']['SendOTPRequest'];
export declare function isSendOTPResponse(value: unknown): value is components['schemas']['SendOTPResponse'];
