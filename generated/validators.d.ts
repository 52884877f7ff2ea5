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
export declare function isSendActivationCodeRequest(value: unknown): value is components['schemas']['SendActivationCodeRequest'];
export declare function isSendActivationCodeResponse(value: unknown): value is components['schemas']['SendActivationCodeResponse'];
export declare function isTokenActivationNotificationRequest(value: unknown): value is components['schemas']['TokenActivationNotificationRequest'];
export declare function isTokenActivationNotificationResponse(value: unknown): value is components['schemas']['TokenActivationNotificationResponse'];
export declare function isTokenDigitizeDecisionRequest(value: unknown): value is components['schemas']['TokenDigitizeDecisionRequest'];
export declare function isTokenDigitizeDecisionResponse(value: unknown): value is components['schemas']['TokenDigitizeDecisionResponse'];
export declare function isGetPaymentCodeRequest(value: unknown): value is components['schemas']['GetPaymentCodeRequest'];
export declare function isGetPaymentCodeResponse(value: unknown): value is components['schemas']['GetPaymentCodeResponse'];
