/** Generated from spec/ by npm run generate; do not edit. */
import type { Validate } from '../contract/types.ts';
import type { OperationId } from './ids.ts';
import type { components } from './types.ts';

export type { SchemaError, Validate } from '../contract/types.ts';

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
