/** Generated from spec/ by npm run generate; do not edit. */
import type { Ambiguity, Requirement } from '../contract/types.ts';

export type { Party, Requirement } from '../contract/types.ts';
export type { RequirementId, RequirementTitle, RequirementTitles } from './ids.ts';

/** The catalogue, the rows of every API first. */
export const requirements: readonly Requirement[] = [
  {
    "id": "G-01",
    "operation": null,
    "title": "G-01 The caller MUST send each request as a POST over HTTPS to the exact path of the API.",
    "says": "The caller MUST send each request as a POST over HTTPS to the exact path of the API.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.37",
    "binds": [
      "mpp-caller",
      "alipayplus-caller"
    ],
    "kind": "http",
    "harm": "wrong-form",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview",
      "version": "1.4.0",
      "words": "the interfaces are called with POST over HTTPS; only the endpoint distinguishes them"
    }
  },
  {
    "id": "G-02",
    "operation": null,
    "title": "G-02 The caller MUST send the headers Signature, Client-Id and Request-Time; header names are case-insensitive.",
    "says": "The caller MUST send the headers Signature, Client-Id and Request-Time; header names are case-insensitive.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-caller",
      "alipayplus-caller"
    ],
    "kind": "signature",
    "harm": "wrong-form",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview",
      "version": "1.4.0",
      "words": "three headers are marked as required; header names are case-insensitive"
    }
  },
  {
    "id": "G-03",
    "operation": null,
    "title": "G-03 The caller MUST write the Signature header as the comma-separated parts algorithm, keyVersion and signature.",
    "says": "The caller MUST write the Signature header as the comma-separated parts algorithm, keyVersion and signature.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.25",
    "binds": [
      "mpp-caller",
      "alipayplus-caller"
    ],
    "kind": "signature",
    "harm": "wrong-form",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview",
      "version": "1.4.0",
      "words": "Signature contains key=value pairs separated by commas"
    }
  },
  {
    "id": "G-04",
    "operation": null,
    "title": "G-04 The caller MUST sign the method POST, the path, its Client-Id, its Request-Time and the exact bytes of the body.",
    "says": "The caller MUST sign the method POST, the path, its Client-Id, its Request-Time and the exact bytes of the body.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-caller",
      "alipayplus-caller"
    ],
    "kind": "signature",
    "harm": "wrong-form",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/signature",
      "words": "the text to sign is method and path, a line feed, then Client-Id, Request-Time and body joined by dots"
    }
  },
  {
    "id": "G-05",
    "operation": null,
    "title": "G-05 The caller MUST write Request-Time as an ISO 8601 time with a time zone.",
    "says": "The caller MUST write Request-Time as an ISO 8601 time with a time zone.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": "6.27",
    "binds": [
      "mpp-caller",
      "alipayplus-caller"
    ],
    "kind": "signature",
    "harm": "wrong-form",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview",
      "version": "1.4.0",
      "words": "every sample of Request-Time is ISO 8601 with an offset or Z"
    }
  },
  {
    "id": "G-06",
    "operation": null,
    "title": "G-06 The caller MUST send application/json in UTF-8 if it sends a Content-Type header.",
    "says": "The caller MUST send application/json in UTF-8 if it sends a Content-Type header.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-caller",
      "alipayplus-caller"
    ],
    "kind": "http",
    "harm": "wrong-form",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview",
      "version": "1.4.0",
      "words": "Content-Type is optional; its value is application/json with charset UTF-8"
    }
  },
  {
    "id": "G-07",
    "operation": null,
    "title": "G-07 The server MUST sign each answer over POST, the request path, Client-Id, Response-Time and the exact body, and send Signature, Client-Id and Response-Time as headers.",
    "says": "The server MUST sign each answer over POST, the request path, Client-Id, Response-Time and the exact body, and send Signature, Client-Id and Response-Time as headers.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.24",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "signature",
    "harm": "wrong-form",
    "rank": 2,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/signature",
      "words": "the answer is signed too; the header names Client-Id, Response-Time and Signature follow the sister platform's samples"
    }
  },
  {
    "id": "G-08",
    "operation": null,
    "title": "G-08 The server MUST answer INVALID_SIGNATURE, without any effect, when body, time, client or path differs from what was signed.",
    "says": "The server MUST answer INVALID_SIGNATURE, without any effect, when body, time, client or path differs from what was signed.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.22",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "signature",
    "harm": "forged",
    "rank": 2,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/signature",
      "words": "the receiver verifies the signature; INVALID_SIGNATURE is in every result table"
    }
  },
  {
    "id": "G-09",
    "operation": null,
    "title": "G-09 The server MUST accept header names in any case, and a Signature header with or without a space after each comma.",
    "says": "The server MUST accept header names in any case, and a Signature header with or without a space after each comma.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": "6.25",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "signature",
    "harm": "wrong-result",
    "rank": 2,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview",
      "version": "1.4.0",
      "words": "header names are case-insensitive; samples show a space after the comma, the published SDKs write none"
    }
  },
  {
    "id": "G-10",
    "operation": null,
    "title": "G-10 The server MUST answer METHOD_NOT_SUPPORTED to any method other than POST.",
    "says": "The server MUST answer METHOD_NOT_SUPPORTED to any method other than POST.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.18",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "http",
    "harm": "accepts-forbidden",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "METHOD_NOT_SUPPORTED means that the method was not POST"
    }
  },
  {
    "id": "G-11",
    "operation": null,
    "title": "G-11 The server MUST answer NO_INTERFACE_DEF to a path that belongs to no API.",
    "says": "The server MUST answer NO_INTERFACE_DEF to a path that belongs to no API.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.37",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "http",
    "harm": "accepts-forbidden",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "NO_INTERFACE_DEF means that the URL is wrong"
    }
  },
  {
    "id": "G-12",
    "operation": null,
    "title": "G-12 The server MUST answer MEDIA_TYPE_NOT_ACCEPTABLE to a media type that it does not support.",
    "says": "The server MUST answer MEDIA_TYPE_NOT_ACCEPTABLE to a media type that it does not support.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.19",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "http",
    "harm": "accepts-forbidden",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "MEDIA_TYPE_NOT_ACCEPTABLE means a media type that the server does not accept"
    }
  },
  {
    "id": "G-13",
    "operation": null,
    "title": "G-13 The server MUST accept a request without a Content-Type header.",
    "says": "The server MUST accept a request without a Content-Type header.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.19",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "http",
    "harm": "wrong-result",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview",
      "version": "1.4.0",
      "words": "Content-Type is not a required header"
    }
  },
  {
    "id": "G-14",
    "operation": null,
    "title": "G-14 The server MUST refuse an unknown Client-Id or keyVersion with a code that names the client, the key or the signature.",
    "says": "The server MUST refuse an unknown Client-Id or keyVersion with a code that names the client, the key or the signature.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.20",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "signature",
    "harm": "forged",
    "rank": 2,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "INVALID_CLIENT and KEY_NOT_FOUND are failures of every API; their order of precedence is not given"
    }
  },
  {
    "id": "G-15",
    "operation": null,
    "title": "G-15 The server MUST return a result in every answer, with a resultCode of at most 64 characters and a resultStatus of S, F or U, all as JSON strings.",
    "says": "The server MUST return a result in every answer, with a resultCode of at most 64 characters and a resultStatus of S, F or U, all as JSON strings.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.2",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "result",
    "harm": "wrong-form",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": [
      "sendOTP.response.result.required",
      "sendOTP.response.result.type",
      "sendOTP.response.result.resultCode.required",
      "sendOTP.response.result.resultCode.type",
      "sendOTP.response.result.resultCode.maxLength",
      "sendOTP.response.result.resultStatus.required",
      "sendOTP.response.result.resultStatus.type",
      "sendOTP.response.result.resultStatus.enum",
      "sendOTP.response.result.resultMessage.type",
      "sendActivationCode.response.result.required",
      "sendActivationCode.response.result.type",
      "sendActivationCode.response.result.resultCode.required",
      "sendActivationCode.response.result.resultCode.type",
      "sendActivationCode.response.result.resultCode.maxLength",
      "sendActivationCode.response.result.resultStatus.required",
      "sendActivationCode.response.result.resultStatus.type",
      "sendActivationCode.response.result.resultStatus.enum",
      "sendActivationCode.response.result.resultMessage.type",
      "tokenActivationNotification.response.result.required",
      "tokenActivationNotification.response.result.type",
      "tokenActivationNotification.response.result.resultCode.required",
      "tokenActivationNotification.response.result.resultCode.type",
      "tokenActivationNotification.response.result.resultCode.maxLength",
      "tokenActivationNotification.response.result.resultStatus.required",
      "tokenActivationNotification.response.result.resultStatus.type",
      "tokenActivationNotification.response.result.resultStatus.enum",
      "tokenActivationNotification.response.result.resultMessage.type",
      "tokenDigitizeDecision.response.result.required",
      "tokenDigitizeDecision.response.result.type",
      "tokenDigitizeDecision.response.result.resultCode.required",
      "tokenDigitizeDecision.response.result.resultCode.type",
      "tokenDigitizeDecision.response.result.resultCode.maxLength",
      "tokenDigitizeDecision.response.result.resultStatus.required",
      "tokenDigitizeDecision.response.result.resultStatus.type",
      "tokenDigitizeDecision.response.result.resultStatus.enum",
      "tokenDigitizeDecision.response.result.resultMessage.type",
      "getPaymentCode.response.result.required",
      "getPaymentCode.response.result.type",
      "getPaymentCode.response.result.resultCode.required",
      "getPaymentCode.response.result.resultCode.type",
      "getPaymentCode.response.result.resultCode.maxLength",
      "getPaymentCode.response.result.resultStatus.required",
      "getPaymentCode.response.result.resultStatus.type",
      "getPaymentCode.response.result.resultStatus.enum",
      "getPaymentCode.response.result.resultMessage.type"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
      "words": "result, resultCode and resultStatus are required; resultCode has at most 64 characters"
    }
  },
  {
    "id": "G-16",
    "operation": null,
    "title": "G-16 The server MUST return SUCCESS with status S on success, and otherwise a code with its status from the result table of the API.",
    "says": "The server MUST return SUCCESS with status S on success, and otherwise a code with its status from the result table of the API.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.15",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "result",
    "harm": "wrong-result",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "S has the code SUCCESS; F and U have a code from the result table, which gives each code one status"
    }
  },
  {
    "id": "G-17",
    "operation": null,
    "title": "G-17 The server MUST answer PARAM_ILLEGAL when a required parameter is missing, a value is too long or outside its enumeration, a number is not numeric, or a date is invalid.",
    "says": "The server MUST answer PARAM_ILLEGAL when a required parameter is missing, a value is too long or outside its enumeration, a number is not numeric, or a date is invalid.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "encoding",
    "harm": "accepts-forbidden",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": [
      "sendOTP.acquirerId.required",
      "sendOTP.acquirerId.null",
      "sendOTP.acquirerId.maxLength",
      "sendOTP.pspId.required",
      "sendOTP.pspId.null",
      "sendOTP.pspId.maxLength",
      "sendOTP.accessToken.required",
      "sendOTP.accessToken.null",
      "sendOTP.accessToken.maxLength",
      "sendOTP.verifyType.enum",
      "sendActivationCode.tokenReferenceId.required",
      "sendActivationCode.tokenReferenceId.null",
      "sendActivationCode.tokenReferenceId.maxLength",
      "sendActivationCode.customerId.maxLength",
      "sendActivationCode.activation.required",
      "sendActivationCode.activation.null",
      "sendActivationCode.expiryTime.required",
      "sendActivationCode.expiryTime.null",
      "sendActivationCode.expiryTime.format",
      "tokenActivationNotification.tokenReferenceId.required",
      "tokenActivationNotification.tokenReferenceId.null",
      "tokenActivationNotification.tokenReferenceId.maxLength",
      "tokenActivationNotification.customerId.maxLength",
      "tokenActivationNotification.walletId.maxLength",
      "tokenActivationNotification.tokenRequestorId.maxLength",
      "tokenActivationNotification.secureElementId.maxLength",
      "tokenActivationNotification.accountSource.enum",
      "tokenActivationNotification.serviceRequestTime.required",
      "tokenActivationNotification.serviceRequestTime.null",
      "tokenActivationNotification.serviceRequestTime.format",
      "tokenActivationNotification.tokenActivatedTime.required",
      "tokenActivationNotification.tokenActivatedTime.null",
      "tokenActivationNotification.tokenActivatedTime.format",
      "tokenActivationNotification.tokenData.required",
      "tokenActivationNotification.tokenData.null",
      "tokenDigitizeDecision.tokenReferenceId.required",
      "tokenDigitizeDecision.tokenReferenceId.null",
      "tokenDigitizeDecision.tokenReferenceId.maxLength",
      "tokenDigitizeDecision.customerId.maxLength",
      "tokenDigitizeDecision.tokenType.required",
      "tokenDigitizeDecision.tokenType.null",
      "tokenDigitizeDecision.tokenType.enum",
      "tokenDigitizeDecision.walletId.maxLength",
      "tokenDigitizeDecision.tokenRequestorId.maxLength",
      "tokenDigitizeDecision.consumerFacingEntityName.maxLength",
      "tokenDigitizeDecision.paymentAppInstanceId.maxLength",
      "tokenDigitizeDecision.accountSource.enum",
      "tokenDigitizeDecision.accountIdHash.maxLength",
      "tokenDigitizeDecision.mobileNumberSuffix.maxLength",
      "getPaymentCode.region.maxLength",
      "getPaymentCode.region.minLength",
      "getPaymentCode.customerId.required",
      "getPaymentCode.customerId.null",
      "getPaymentCode.customerId.maxLength",
      "getPaymentCode.codeQuantity.maxLength",
      "getPaymentCode.codeQuantity.range",
      "getPaymentCode.env.required",
      "getPaymentCode.env.null"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "PARAM_ILLEGAL covers illegal parameters; non-numeric input and an invalid date are its two examples; the rest follows from them"
    }
  },
  {
    "id": "G-18",
    "operation": null,
    "title": "G-18 The server MUST treat an optional parameter that is null exactly like one that is absent.",
    "says": "The server MUST treat an optional parameter that is null exactly like one that is absent.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.4",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "encoding",
    "harm": "wrong-result",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": [
      "sendOTP.verifyType.optional",
      "sendActivationCode.customerId.optional",
      "tokenActivationNotification.customerId.optional",
      "tokenActivationNotification.walletId.optional",
      "tokenActivationNotification.tokenRequestorId.optional",
      "tokenActivationNotification.secureElementId.optional",
      "tokenActivationNotification.accountSource.optional",
      "tokenDigitizeDecision.customerId.optional",
      "tokenDigitizeDecision.walletId.optional",
      "tokenDigitizeDecision.tokenRequestorId.optional",
      "tokenDigitizeDecision.consumerFacingEntityName.optional",
      "tokenDigitizeDecision.paymentAppInstanceId.optional",
      "tokenDigitizeDecision.accountSource.optional",
      "tokenDigitizeDecision.accountHolder.optional",
      "tokenDigitizeDecision.accountIdHash.optional",
      "tokenDigitizeDecision.mobileNumberSuffix.optional",
      "tokenDigitizeDecision.walletProviderDecisioningInfo.optional",
      "tokenDigitizeDecision.deviceInfo.optional",
      "tokenDigitizeDecision.associatedToken.optional",
      "tokenDigitizeDecision.aplusDecisioningInfo.optional",
      "getPaymentCode.region.optional",
      "getPaymentCode.codeQuantity.optional"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "an unused optional parameter is either omitted or set to null"
    }
  },
  {
    "id": "G-19",
    "operation": null,
    "title": "G-19 The caller and the server MUST NOT send an empty string for an optional parameter that they do not use.",
    "says": "The caller and the server MUST NOT send an empty string for an optional parameter that they do not use.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.3",
    "binds": [
      "mpp-caller",
      "alipayplus-caller",
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "encoding",
    "harm": "wrong-form",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": [
      "sendOTP.response.verifyRequestId.empty",
      "tokenDigitizeDecision.response.decision.empty"
    ],
    "callerMembers": [
      "sendOTP.acquirerId.empty",
      "sendOTP.pspId.empty",
      "sendOTP.accessToken.empty",
      "sendOTP.verifyType.empty",
      "sendActivationCode.tokenReferenceId.empty",
      "sendActivationCode.customerId.empty",
      "sendActivationCode.expiryTime.empty",
      "tokenActivationNotification.tokenReferenceId.empty",
      "tokenActivationNotification.customerId.empty",
      "tokenActivationNotification.walletId.empty",
      "tokenActivationNotification.tokenRequestorId.empty",
      "tokenActivationNotification.secureElementId.empty",
      "tokenActivationNotification.accountSource.empty",
      "tokenActivationNotification.serviceRequestTime.empty",
      "tokenActivationNotification.tokenActivatedTime.empty",
      "tokenDigitizeDecision.tokenReferenceId.empty",
      "tokenDigitizeDecision.customerId.empty",
      "tokenDigitizeDecision.tokenType.empty",
      "tokenDigitizeDecision.walletId.empty",
      "tokenDigitizeDecision.tokenRequestorId.empty",
      "tokenDigitizeDecision.consumerFacingEntityName.empty",
      "tokenDigitizeDecision.paymentAppInstanceId.empty",
      "tokenDigitizeDecision.accountSource.empty",
      "tokenDigitizeDecision.accountIdHash.empty",
      "tokenDigitizeDecision.mobileNumberSuffix.empty",
      "getPaymentCode.region.empty",
      "getPaymentCode.customerId.empty",
      "getPaymentCode.codeQuantity.empty"
    ],
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "an optional parameter must not be the empty string \"\""
    }
  },
  {
    "id": "G-20",
    "operation": null,
    "title": "G-20 The caller and the server MUST send every scalar as a JSON string, and every array and object as an array and an object.",
    "says": "The caller and the server MUST send every scalar as a JSON string, and every array and object as an array and an object.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.1",
    "binds": [
      "mpp-caller",
      "alipayplus-caller",
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "encoding",
    "harm": "wrong-form",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": [
      "sendOTP.response.result.type",
      "sendOTP.response.result.resultCode.type",
      "sendOTP.response.result.resultStatus.type",
      "sendOTP.response.result.resultMessage.type",
      "sendOTP.response.verifyRequestId.type",
      "sendActivationCode.response.result.type",
      "sendActivationCode.response.result.resultCode.type",
      "sendActivationCode.response.result.resultStatus.type",
      "sendActivationCode.response.result.resultMessage.type",
      "tokenActivationNotification.response.result.type",
      "tokenActivationNotification.response.result.resultCode.type",
      "tokenActivationNotification.response.result.resultStatus.type",
      "tokenActivationNotification.response.result.resultMessage.type",
      "tokenDigitizeDecision.response.result.type",
      "tokenDigitizeDecision.response.result.resultCode.type",
      "tokenDigitizeDecision.response.result.resultStatus.type",
      "tokenDigitizeDecision.response.result.resultMessage.type",
      "tokenDigitizeDecision.response.activationMethods.type",
      "tokenDigitizeDecision.response.decision.type",
      "getPaymentCode.response.result.type",
      "getPaymentCode.response.result.resultCode.type",
      "getPaymentCode.response.result.resultStatus.type",
      "getPaymentCode.response.result.resultMessage.type",
      "getPaymentCode.response.paymentCodeInfoList.type"
    ],
    "callerMembers": [
      "sendOTP.acquirerId.type",
      "sendOTP.pspId.type",
      "sendOTP.accessToken.type",
      "sendOTP.verifyType.type",
      "sendActivationCode.tokenReferenceId.type",
      "sendActivationCode.customerId.type",
      "sendActivationCode.activation.type",
      "sendActivationCode.expiryTime.type",
      "tokenActivationNotification.tokenReferenceId.type",
      "tokenActivationNotification.customerId.type",
      "tokenActivationNotification.walletId.type",
      "tokenActivationNotification.tokenRequestorId.type",
      "tokenActivationNotification.secureElementId.type",
      "tokenActivationNotification.accountSource.type",
      "tokenActivationNotification.serviceRequestTime.type",
      "tokenActivationNotification.tokenActivatedTime.type",
      "tokenActivationNotification.tokenData.type",
      "tokenDigitizeDecision.tokenReferenceId.type",
      "tokenDigitizeDecision.customerId.type",
      "tokenDigitizeDecision.tokenType.type",
      "tokenDigitizeDecision.walletId.type",
      "tokenDigitizeDecision.tokenRequestorId.type",
      "tokenDigitizeDecision.consumerFacingEntityName.type",
      "tokenDigitizeDecision.paymentAppInstanceId.type",
      "tokenDigitizeDecision.accountSource.type",
      "tokenDigitizeDecision.accountHolder.type",
      "tokenDigitizeDecision.accountIdHash.type",
      "tokenDigitizeDecision.mobileNumberSuffix.type",
      "tokenDigitizeDecision.walletProviderDecisioningInfo.type",
      "tokenDigitizeDecision.deviceInfo.type",
      "tokenDigitizeDecision.associatedToken.type",
      "tokenDigitizeDecision.aplusDecisioningInfo.type",
      "getPaymentCode.region.type",
      "getPaymentCode.customerId.type",
      "getPaymentCode.codeQuantity.type",
      "getPaymentCode.env.type"
    ],
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "every parameter except arrays is sent as a String; 20 becomes \"20\" and true becomes \"true\""
    }
  },
  {
    "id": "G-21",
    "operation": null,
    "title": "G-21 The server SHOULD ignore unknown extra fields in a request.",
    "says": "The server SHOULD ignore unknown extra fields in a request.",
    "level": "SHOULD",
    "basis": "position",
    "ambiguity": "6.31",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "encoding",
    "harm": "wrong-result",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/supported_parameter_values",
      "words": "new values are possible; nothing is said about new fields"
    }
  },
  {
    "id": "G-22",
    "operation": null,
    "title": "G-22 The server SHOULD use HTTP status 200 with the JSON result also for failures and unknown results.",
    "says": "The server SHOULD use HTTP status 200 with the JSON result also for failures and unknown results.",
    "level": "SHOULD",
    "basis": "position",
    "ambiguity": "6.23",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "http",
    "harm": "wrong-form",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://github.com/alipay/global-open-sdk-java",
      "words": "the published client treats every status except 200 as a transport error and does not read the result"
    }
  },
  {
    "id": "G-23",
    "operation": null,
    "title": "G-23 The server SHOULD answer within 5 seconds, before the caller times out.",
    "says": "The server SHOULD answer within 5 seconds, before the caller times out.",
    "level": "SHOULD",
    "basis": "derived",
    "ambiguity": null,
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/timeout",
      "words": "calls other than payments time out after 5 seconds; these five are of that kind"
    }
  },
  {
    "id": "G-24",
    "operation": null,
    "title": "G-24 The server MUST answer overload with REQUEST_TRAFFIC_EXCEED_LIMIT and its own unexpected errors with UNKNOWN_EXCEPTION, as a JSON result and never as an error page.",
    "says": "The server MUST answer overload with REQUEST_TRAFFIC_EXCEED_LIMIT and its own unexpected errors with UNKNOWN_EXCEPTION, as a JSON result and never as an error page.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.16",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "kind": "result",
    "harm": "wrong-result",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "REQUEST_TRAFFIC_EXCEED_LIMIT and UNKNOWN_EXCEPTION are the two codes with status U"
    }
  },
  {
    "id": "G-25",
    "operation": null,
    "title": "G-25 The caller MUST retry a call with the same parameters after U or no answer, and never retry after F unless the result code allows it.",
    "says": "The caller MUST retry a call with the same parameters after U or no answer, and never retry after F unless the result code allows it.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-caller",
      "alipayplus-caller"
    ],
    "kind": "behaviour",
    "harm": "effect",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/timeout",
      "words": "after a timeout the call is repeated with the same parameters; PROCESS_FAIL must not be retried"
    }
  },
  {
    "id": "G-26",
    "operation": null,
    "title": "G-26 The caller MUST verify the signature of each answer, and not treat an answer as success if its signature is missing, incomplete or wrong.",
    "says": "The caller MUST verify the signature of each answer, and not treat an answer as success if its signature is missing, incomplete or wrong.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": "6.24",
    "binds": [
      "mpp-caller",
      "alipayplus-caller"
    ],
    "kind": "signature",
    "harm": "forged",
    "rank": 4,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/signature",
      "words": "both sides sign and verify, so an answer without a valid signature cannot be trusted"
    }
  },
  {
    "id": "OTP-01",
    "operation": "sendOTP",
    "title": "OTP-01 Alipay+ MUST send an acquirerId and a pspId of at most 64 characters and an accessToken of at most 128.",
    "says": "Alipay+ MUST send an acquirerId and a pspId of at most 64 characters and an accessToken of at most 128.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "alipayplus-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "the three parameters are required; at most 64, 64 and 128 characters"
    }
  },
  {
    "id": "OTP-02",
    "operation": "sendOTP",
    "title": "OTP-02 Alipay+ MUST send verifyType as MOBILE, EMAIL or null, or omit it.",
    "says": "Alipay+ MUST send verifyType as MOBILE, EMAIL or null, or omit it.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "alipayplus-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "verifyType is optional and has two valid values"
    }
  },
  {
    "id": "OTP-03",
    "operation": "sendOTP",
    "title": "OTP-03 The MPP MUST return a verifyRequestId of 1 to 64 characters when it answers S.",
    "says": "The MPP MUST return a verifyRequestId of 1 to 64 characters when it answers S.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.14",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "verifyRequestId is returned when resultStatus is S; at most 64 characters"
    }
  },
  {
    "id": "OTP-04",
    "operation": "sendOTP",
    "title": "OTP-04 The MPP MUST give each OTP its own verifyRequestId.",
    "says": "The MPP MUST give each OTP its own verifyRequestId.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "effect",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "verifyRequestId is the unique id of one OTP"
    }
  },
  {
    "id": "OTP-05",
    "operation": "sendOTP",
    "title": "OTP-05 The MPP MUST treat a request without verifyType as one for MOBILE.",
    "says": "The MPP MUST treat a request without verifyType as one for MOBILE.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "effect",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "MOBILE is the default of verifyType"
    }
  },
  {
    "id": "OTP-06",
    "operation": "sendOTP",
    "title": "OTP-06 The MPP MUST accept EMAIL as verifyType.",
    "says": "The MPP MUST accept EMAIL as verifyType.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.36",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "EMAIL is the second valid value of verifyType"
    }
  },
  {
    "id": "OTP-07",
    "operation": "sendOTP",
    "title": "OTP-07 The MPP MUST answer PARAM_ILLEGAL to a verifyType that is neither MOBILE nor EMAIL.",
    "says": "The MPP MUST answer PARAM_ILLEGAL to a verifyType that is neither MOBILE nor EMAIL.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": [
      "sendOTP.verifyType.enum"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "verifyType has two valid values; PARAM_ILLEGAL means illegal parameters"
    }
  },
  {
    "id": "OTP-08",
    "operation": "sendOTP",
    "title": "OTP-08 The MPP MUST answer PARAM_ILLEGAL when a required parameter of sendOTP is missing, null or too long, and accept one of maximum length.",
    "says": "The MPP MUST answer PARAM_ILLEGAL when a required parameter of sendOTP is missing, null or too long, and accept one of maximum length.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": [
      "sendOTP.acquirerId.required",
      "sendOTP.acquirerId.null",
      "sendOTP.acquirerId.maxLength",
      "sendOTP.pspId.required",
      "sendOTP.pspId.null",
      "sendOTP.pspId.maxLength",
      "sendOTP.accessToken.required",
      "sendOTP.accessToken.null",
      "sendOTP.accessToken.maxLength"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "three parameters are required and have a maximum length; PARAM_ILLEGAL means illegal parameters"
    }
  },
  {
    "id": "OTP-09",
    "operation": "sendOTP",
    "title": "OTP-09 The MPP MUST answer INVALID_TOKEN to an unknown access token and EXPIRED_ACCESS_TOKEN to an expired one.",
    "says": "The MPP MUST answer INVALID_TOKEN to an unknown access token and EXPIRED_ACCESS_TOKEN to an expired one.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "forged",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "INVALID_TOKEN and EXPIRED_ACCESS_TOKEN are in the result table with status F"
    }
  },
  {
    "id": "OTP-10",
    "operation": "sendOTP",
    "title": "OTP-10 The MPP MUST answer INVALID_TOKEN to an access token whose scope does not cover the call.",
    "says": "The MPP MUST answer INVALID_TOKEN to an access token whose scope does not cover the call.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/faq_mpp/integration_and_acceptance",
      "words": "a token with insufficient scope gets INVALID_TOKEN and a detailed message"
    }
  },
  {
    "id": "OTP-11",
    "operation": "sendOTP",
    "title": "OTP-11 The MPP MUST answer USER_NOT_EXIST when the user of the token no longer exists and USER_STATUS_ABNORMAL when the user is blocked.",
    "says": "The MPP MUST answer USER_NOT_EXIST when the user of the token no longer exists and USER_STATUS_ABNORMAL when the user is blocked.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "both codes are in the result table with status F"
    }
  },
  {
    "id": "OTP-12",
    "operation": "sendOTP",
    "title": "OTP-12 The MPP MUST send at least 3 OTPs per access token and day before it answers OTP_SEND_TIMES_EXCEED_LIMIT.",
    "says": "The MPP MUST send at least 3 OTPs per access token and day before it answers OTP_SEND_TIMES_EXCEED_LIMIT.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.35",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/integration_auto_debit_mpp/risk_control",
      "words": "an access token allows at least 3 OTPs a day"
    }
  },
  {
    "id": "OTP-13",
    "operation": "sendOTP",
    "title": "OTP-13 The MPP SHOULD omit verifyRequestId from an answer that is not S.",
    "says": "The MPP SHOULD omit verifyRequestId from an answer that is not S.",
    "level": "SHOULD",
    "basis": "position",
    "ambiguity": "6.14",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "verifyRequestId is documented for resultStatus S; nothing is said about F and U"
    }
  },
  {
    "id": "OTP-14",
    "operation": "sendOTP",
    "title": "OTP-14 The MPP MUST accept in verifyOTP the verifyRequestId that it returned.",
    "says": "The MPP MUST accept in verifyOTP the verifyRequestId that it returned.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": false,
    "reason": "verifyOTP is not one of the five APIs, and the password reaches only the user.",
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/verify_otp",
      "words": "verifyOTP takes the verifyRequestId together with the password that the user typed"
    }
  },
  {
    "id": "OTP-15",
    "operation": "sendOTP",
    "title": "OTP-15 The MPP MUST answer S with SUCCESS to a valid sendOTP with a valid access token.",
    "says": "The MPP MUST answer S with SUCCESS to a valid sendOTP with a valid access token.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "when the OTP was sent, resultStatus is S and resultCode is SUCCESS"
    }
  },
  {
    "id": "SAC-01",
    "operation": "sendActivationCode",
    "title": "SAC-01 Alipay+ MUST send a tokenReferenceId of 1 to 64 characters with each activation code.",
    "says": "Alipay+ MUST send a tokenReferenceId of 1 to 64 characters with each activation code.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "alipayplus-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
      "words": "tokenReferenceId is required and has at most 64 characters"
    }
  },
  {
    "id": "SAC-02",
    "operation": "sendActivationCode",
    "title": "SAC-02 Alipay+ MUST send a customerId of at most 64 characters or null in sendActivationCode, or omit it.",
    "says": "Alipay+ MUST send a customerId of at most 64 characters or null in sendActivationCode, or omit it.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "alipayplus-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
      "words": "customerId is optional and has at most 64 characters"
    }
  },
  {
    "id": "SAC-03",
    "operation": "sendActivationCode",
    "title": "SAC-03 Alipay+ MUST send activation as an object.",
    "says": "Alipay+ MUST send activation as an object.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "alipayplus-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
      "words": "activation is required and of the type Activation"
    }
  },
  {
    "id": "SAC-04",
    "operation": "sendActivationCode",
    "title": "SAC-04 Alipay+ MUST send expiryTime as an ISO 8601 time.",
    "says": "Alipay+ MUST send expiryTime as an ISO 8601 time.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.9",
    "binds": [
      "alipayplus-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
      "words": "expiryTime is required and follows ISO 8601"
    }
  },
  {
    "id": "SAC-05",
    "operation": "sendActivationCode",
    "title": "SAC-05 The MPP MUST answer S with SUCCESS to a valid sendActivationCode; the answer needs no field other than result.",
    "says": "The MPP MUST answer S with SUCCESS to a valid sendActivationCode; the answer needs no field other than result.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
      "words": "result is the one response parameter; S has the code SUCCESS when the call succeeded"
    }
  },
  {
    "id": "SAC-06",
    "operation": "sendActivationCode",
    "title": "SAC-06 The MPP MUST answer PARAM_ILLEGAL when tokenReferenceId, activation or expiryTime is missing or null.",
    "says": "The MPP MUST answer PARAM_ILLEGAL when tokenReferenceId, activation or expiryTime is missing or null.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": "6.4",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": [
      "sendActivationCode.tokenReferenceId.required",
      "sendActivationCode.tokenReferenceId.null",
      "sendActivationCode.activation.required",
      "sendActivationCode.activation.null",
      "sendActivationCode.expiryTime.required",
      "sendActivationCode.expiryTime.null"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
      "words": "three parameters are required; PARAM_ILLEGAL means illegal parameters"
    }
  },
  {
    "id": "SAC-07",
    "operation": "sendActivationCode",
    "title": "SAC-07 The MPP MUST accept a tokenReferenceId and a customerId of 64 characters and refuse longer ones.",
    "says": "The MPP MUST accept a tokenReferenceId and a customerId of 64 characters and refuse longer ones.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": [
      "sendActivationCode.tokenReferenceId.maxLength",
      "sendActivationCode.customerId.maxLength"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
      "words": "both ids have at most 64 characters; PARAM_ILLEGAL means illegal parameters"
    }
  },
  {
    "id": "SAC-08",
    "operation": "sendActivationCode",
    "title": "SAC-08 The MPP MUST answer PARAM_ILLEGAL to an expiryTime that is not a valid date.",
    "says": "The MPP MUST answer PARAM_ILLEGAL to an expiryTime that is not a valid date.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.8",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": [
      "sendActivationCode.expiryTime.format"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
      "words": "an invalid date is an example of PARAM_ILLEGAL"
    }
  },
  {
    "id": "SAC-09",
    "operation": "sendActivationCode",
    "title": "SAC-09 The MPP MUST answer ACTIVATION_METHOD_NOT_SUPPORTED to an activation method that it does not support.",
    "says": "The MPP MUST answer ACTIVATION_METHOD_NOT_SUPPORTED to an activation method that it does not support.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
      "words": "ACTIVATION_METHOD_NOT_SUPPORTED is in the result table with status F"
    }
  },
  {
    "id": "SAC-10",
    "operation": "sendActivationCode",
    "title": "SAC-10 The MPP MUST answer OTP_SEND_TIMES_EXCEED_LIMIT when its limit of activation codes is reached.",
    "says": "The MPP MUST answer OTP_SEND_TIMES_EXCEED_LIMIT when its limit of activation codes is reached.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
      "words": "OTP_SEND_TIMES_EXCEED_LIMIT is in the result table with status F"
    }
  },
  {
    "id": "SAC-11",
    "operation": "sendActivationCode",
    "title": "SAC-11 The MPP MUST answer USER_NOT_EXIST when the user of an activation code does not exist and USER_STATUS_ABNORMAL when the user is blocked.",
    "says": "The MPP MUST answer USER_NOT_EXIST when the user of an activation code does not exist and USER_STATUS_ABNORMAL when the user is blocked.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "forged",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
      "words": "both codes are in the result table with status F"
    }
  },
  {
    "id": "SAC-12",
    "operation": "sendActivationCode",
    "title": "SAC-12 The MPP MUST accept a sendActivationCode without customerId.",
    "says": "The MPP MUST accept a sendActivationCode without customerId.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": "6.33",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
      "words": "customerId is not marked as required"
    }
  },
  {
    "id": "TAN-01",
    "operation": "tokenActivationNotification",
    "title": "TAN-01 Alipay+ MUST send a tokenReferenceId of at most 64 characters, serviceRequestTime, tokenActivatedTime and tokenData in each notification.",
    "says": "Alipay+ MUST send a tokenReferenceId of at most 64 characters, serviceRequestTime, tokenActivatedTime and tokenData in each notification.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "alipayplus-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
      "words": "four parameters are required; tokenReferenceId has at most 64 characters"
    }
  },
  {
    "id": "TAN-02",
    "operation": "tokenActivationNotification",
    "title": "TAN-02 Alipay+ MUST limit customerId to 64 characters, walletId and tokenRequestorId to 16 and secureElementId to 128 in a notification.",
    "says": "Alipay+ MUST limit customerId to 64 characters, walletId and tokenRequestorId to 16 and secureElementId to 128 in a notification.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.32",
    "binds": [
      "alipayplus-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
      "words": "the four ids have at most 64, 16, 16 and 128 characters"
    }
  },
  {
    "id": "TAN-03",
    "operation": "tokenActivationNotification",
    "title": "TAN-03 Alipay+ MUST send accountSource of a notification as one of the six documented values or null, or omit it.",
    "says": "Alipay+ MUST send accountSource of a notification as one of the six documented values or null, or omit it.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "alipayplus-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
      "words": "accountSource has six valid values"
    }
  },
  {
    "id": "TAN-04",
    "operation": "tokenActivationNotification",
    "title": "TAN-04 Alipay+ MUST send serviceRequestTime and tokenActivatedTime as ISO 8601 times.",
    "says": "Alipay+ MUST send serviceRequestTime and tokenActivatedTime as ISO 8601 times.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.9",
    "binds": [
      "alipayplus-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
      "words": "both times follow ISO 8601"
    }
  },
  {
    "id": "TAN-05",
    "operation": "tokenActivationNotification",
    "title": "TAN-05 The MPP MUST answer S with SUCCESS to a valid notification, with all fields or only the required ones.",
    "says": "The MPP MUST answer S with SUCCESS to a valid notification, with all fields or only the required ones.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
      "words": "S has the code SUCCESS when the call succeeded"
    }
  },
  {
    "id": "TAN-06",
    "operation": "tokenActivationNotification",
    "title": "TAN-06 The MPP MUST answer PARAM_ILLEGAL when a required field of a notification is missing or null.",
    "says": "The MPP MUST answer PARAM_ILLEGAL when a required field of a notification is missing or null.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": "6.4",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": [
      "tokenActivationNotification.tokenReferenceId.required",
      "tokenActivationNotification.tokenReferenceId.null",
      "tokenActivationNotification.serviceRequestTime.required",
      "tokenActivationNotification.serviceRequestTime.null",
      "tokenActivationNotification.tokenActivatedTime.required",
      "tokenActivationNotification.tokenActivatedTime.null",
      "tokenActivationNotification.tokenData.required",
      "tokenActivationNotification.tokenData.null"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
      "words": "four parameters are required; PARAM_ILLEGAL means illegal parameters"
    }
  },
  {
    "id": "TAN-07",
    "operation": "tokenActivationNotification",
    "title": "TAN-07 The MPP MUST accept every field of a notification at its maximum length and refuse a longer one.",
    "says": "The MPP MUST accept every field of a notification at its maximum length and refuse a longer one.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": [
      "tokenActivationNotification.tokenReferenceId.maxLength",
      "tokenActivationNotification.customerId.maxLength",
      "tokenActivationNotification.walletId.maxLength",
      "tokenActivationNotification.tokenRequestorId.maxLength",
      "tokenActivationNotification.secureElementId.maxLength"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
      "words": "five ids have a maximum length; PARAM_ILLEGAL means illegal parameters"
    }
  },
  {
    "id": "TAN-08",
    "operation": "tokenActivationNotification",
    "title": "TAN-08 The MPP MUST answer PARAM_ILLEGAL when serviceRequestTime or tokenActivatedTime is not a valid date.",
    "says": "The MPP MUST answer PARAM_ILLEGAL when serviceRequestTime or tokenActivatedTime is not a valid date.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.8",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": [
      "tokenActivationNotification.serviceRequestTime.format",
      "tokenActivationNotification.tokenActivatedTime.format"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
      "words": "an invalid date is an example of PARAM_ILLEGAL"
    }
  },
  {
    "id": "TAN-09",
    "operation": "tokenActivationNotification",
    "title": "TAN-09 The MPP MUST accept a notification with any of the six accountSource values, or without accountSource.",
    "says": "The MPP MUST accept a notification with any of the six accountSource values, or without accountSource.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.30",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": [
      "tokenActivationNotification.accountSource.optional",
      "tokenActivationNotification.accountSource.enum"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
      "words": "accountSource is optional and has six valid values"
    }
  },
  {
    "id": "TAN-10",
    "operation": "tokenActivationNotification",
    "title": "TAN-10 The MPP SHOULD NOT answer a notification with a result code that only other APIs have.",
    "says": "The MPP SHOULD NOT answer a notification with a result code that only other APIs have.",
    "level": "SHOULD",
    "basis": "position",
    "ambiguity": "6.34",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
      "words": "the result table has the codes common to all APIs and no others"
    }
  },
  {
    "id": "TAN-11",
    "operation": "tokenActivationNotification",
    "title": "TAN-11 The MPP SHOULD answer S again when the same notification is repeated, and process it only once.",
    "says": "The MPP SHOULD answer S again when the same notification is repeated, and process it only once.",
    "level": "SHOULD",
    "basis": "position",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "effect",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/idempotency",
      "words": "nothing is said about a repeated notification; tokenReferenceId identifies it"
    }
  },
  {
    "id": "TAN-12",
    "operation": "tokenActivationNotification",
    "title": "TAN-12 The MPP MUST treat a notification about an id that only resembles a known one like one about an unknown id.",
    "says": "The MPP MUST treat a notification about an id that only resembles a known one like one about an unknown id.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": "6.43",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
      "words": "tokenReferenceId identifies the token, and customerId the user"
    }
  },
  {
    "id": "TDD-01",
    "operation": "tokenDigitizeDecision",
    "title": "TDD-01 Alipay+ MUST send a tokenReferenceId of at most 64 characters and one of the three values of tokenType with each digitization.",
    "says": "Alipay+ MUST send a tokenReferenceId of at most 64 characters and one of the three values of tokenType with each digitization.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "alipayplus-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
      "words": "both parameters are required; tokenType has three valid values"
    }
  },
  {
    "id": "TDD-02",
    "operation": "tokenDigitizeDecision",
    "title": "TDD-02 Alipay+ MUST NOT exceed the documented lengths of the text fields of a digitization.",
    "says": "Alipay+ MUST NOT exceed the documented lengths of the text fields of a digitization.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.39",
    "binds": [
      "alipayplus-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
      "words": "customerId, paymentAppInstanceId and accountIdHash have at most 64 characters; walletId and tokenRequestorId 16; consumerFacingEntityName 128; mobileNumberSuffix 32"
    }
  },
  {
    "id": "TDD-03",
    "operation": "tokenDigitizeDecision",
    "title": "TDD-03 Alipay+ MUST send accountSource of a digitization, if present, as one of the six documented values, and objects where objects are documented.",
    "says": "Alipay+ MUST send accountSource of a digitization, if present, as one of the six documented values, and objects where objects are documented.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.1",
    "binds": [
      "alipayplus-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
      "words": "accountSource has six valid values; five parameters are objects"
    }
  },
  {
    "id": "TDD-04",
    "operation": "tokenDigitizeDecision",
    "title": "TDD-04 The MPP MUST return APPROVED, REQUIRE_ADDITIONAL_AUTHENTICATION or DECLINED as decision when it answers SUCCESS.",
    "says": "The MPP MUST return APPROVED, REQUIRE_ADDITIONAL_AUTHENTICATION or DECLINED as decision when it answers SUCCESS.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.12",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
      "words": "decision is returned when resultCode is SUCCESS and has three valid values"
    }
  },
  {
    "id": "TDD-05",
    "operation": "tokenDigitizeDecision",
    "title": "TDD-05 The MPP SHOULD return at least one activation method with the decision REQUIRE_ADDITIONAL_AUTHENTICATION.",
    "says": "The MPP SHOULD return at least one activation method with the decision REQUIRE_ADDITIONAL_AUTHENTICATION.",
    "level": "SHOULD",
    "basis": "normative",
    "ambiguity": "6.11",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
      "words": "with that decision, returning one or more methods is recommended"
    }
  },
  {
    "id": "TDD-06",
    "operation": "tokenDigitizeDecision",
    "title": "TDD-06 The MPP MUST return activationMethods, if present, as an array of objects.",
    "says": "The MPP MUST return activationMethods, if present, as an array of objects.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.13",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
      "words": "activationMethods is an array of ActivationMethod"
    }
  },
  {
    "id": "TDD-07",
    "operation": "tokenDigitizeDecision",
    "title": "TDD-07 The MPP MUST answer a request that it declines with S and the decision DECLINED, not with F.",
    "says": "The MPP MUST answer a request that it declines with S and the decision DECLINED, not with F.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": "6.12",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
      "words": "DECLINED is a decision, and decisions come with SUCCESS"
    }
  },
  {
    "id": "TDD-08",
    "operation": "tokenDigitizeDecision",
    "title": "TDD-08 The MPP MUST answer USER_NO_ACTIVATE_METHOD when the user has no usable activation method.",
    "says": "The MPP MUST answer USER_NO_ACTIVATE_METHOD when the user has no usable activation method.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.11",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
      "words": "USER_NO_ACTIVATE_METHOD is in the result table with status F"
    }
  },
  {
    "id": "TDD-09",
    "operation": "tokenDigitizeDecision",
    "title": "TDD-09 The MPP MUST answer USER_NOT_EXIST to a digitization for an unknown user and USER_STATUS_ABNORMAL to one for a blocked user.",
    "says": "The MPP MUST answer USER_NOT_EXIST to a digitization for an unknown user and USER_STATUS_ABNORMAL to one for a blocked user.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
      "words": "both codes are in the result table with status F"
    }
  },
  {
    "id": "TDD-10",
    "operation": "tokenDigitizeDecision",
    "title": "TDD-10 The MPP MUST answer PARAM_ILLEGAL when a field of a digitization is too long, or is required and missing or null, and accept it at its maximum length.",
    "says": "The MPP MUST answer PARAM_ILLEGAL when a field of a digitization is too long, or is required and missing or null, and accept it at its maximum length.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": "6.4",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": [
      "tokenDigitizeDecision.tokenReferenceId.required",
      "tokenDigitizeDecision.tokenReferenceId.null",
      "tokenDigitizeDecision.tokenReferenceId.maxLength",
      "tokenDigitizeDecision.customerId.maxLength",
      "tokenDigitizeDecision.tokenType.required",
      "tokenDigitizeDecision.tokenType.null",
      "tokenDigitizeDecision.walletId.maxLength",
      "tokenDigitizeDecision.tokenRequestorId.maxLength",
      "tokenDigitizeDecision.consumerFacingEntityName.maxLength",
      "tokenDigitizeDecision.paymentAppInstanceId.maxLength",
      "tokenDigitizeDecision.accountIdHash.maxLength",
      "tokenDigitizeDecision.mobileNumberSuffix.maxLength"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
      "words": "two parameters are required and eight have a maximum length; PARAM_ILLEGAL means illegal parameters"
    }
  },
  {
    "id": "TDD-11",
    "operation": "tokenDigitizeDecision",
    "title": "TDD-11 The MPP MUST accept every documented tokenType and accountSource and a digitization without the optional fields.",
    "says": "The MPP MUST accept every documented tokenType and accountSource and a digitization without the optional fields.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.30",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": [
      "tokenDigitizeDecision.customerId.optional",
      "tokenDigitizeDecision.tokenType.enum",
      "tokenDigitizeDecision.walletId.optional",
      "tokenDigitizeDecision.tokenRequestorId.optional",
      "tokenDigitizeDecision.consumerFacingEntityName.optional",
      "tokenDigitizeDecision.paymentAppInstanceId.optional",
      "tokenDigitizeDecision.accountSource.optional",
      "tokenDigitizeDecision.accountSource.enum",
      "tokenDigitizeDecision.accountHolder.optional",
      "tokenDigitizeDecision.accountIdHash.optional",
      "tokenDigitizeDecision.mobileNumberSuffix.optional",
      "tokenDigitizeDecision.walletProviderDecisioningInfo.optional",
      "tokenDigitizeDecision.deviceInfo.optional",
      "tokenDigitizeDecision.associatedToken.optional",
      "tokenDigitizeDecision.aplusDecisioningInfo.optional"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
      "words": "the values are listed as valid; all but two parameters are optional"
    }
  },
  {
    "id": "TDD-12",
    "operation": "tokenDigitizeDecision",
    "title": "TDD-12 The MPP SHOULD accept a recommendation reason that it does not know.",
    "says": "The MPP SHOULD accept a recommendation reason that it does not know.",
    "level": "SHOULD",
    "basis": "position",
    "ambiguity": "6.30",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/supported_parameter_values",
      "words": "new values may be added and must be accepted; the page lists recommendationReasons first"
    }
  },
  {
    "id": "TDD-13",
    "operation": "tokenDigitizeDecision",
    "title": "TDD-13 The MPP SHOULD omit decision from an answer that is F or U.",
    "says": "The MPP SHOULD omit decision from an answer that is F or U.",
    "level": "SHOULD",
    "basis": "position",
    "ambiguity": "6.12",
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
      "words": "decision is documented for SUCCESS; nothing is said about F and U"
    }
  },
  {
    "id": "TDD-14",
    "operation": "tokenDigitizeDecision",
    "title": "TDD-14 The MPP MUST answer S with SUCCESS to a valid digitization for a known user.",
    "says": "The MPP MUST answer S with SUCCESS to a valid digitization for a known user.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
      "words": "S has the code SUCCESS when the call succeeded"
    }
  },
  {
    "id": "GPC-01",
    "operation": "getPaymentCode",
    "title": "GPC-01 The MPP MUST send getPaymentCode as a POST to /aps/api/v1/codes/getPaymentCode.",
    "says": "The MPP MUST send getPaymentCode as a POST to /aps/api/v1/codes/getPaymentCode.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.37",
    "binds": [
      "mpp-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "the page begins with the method and the path"
    }
  },
  {
    "id": "GPC-02",
    "operation": "getPaymentCode",
    "title": "GPC-02 The MPP MUST send a customerId of at most 64 characters and env as an object.",
    "says": "The MPP MUST send a customerId of at most 64 characters and env as an object.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "both parameters are required; customerId has at most 64 characters"
    }
  },
  {
    "id": "GPC-03",
    "operation": "getPaymentCode",
    "title": "GPC-03 The MPP MUST send region as a two-letter country code, which is CN in China; elsewhere it can be absent.",
    "says": "The MPP MUST send region as a two-letter country code, which is CN in China; elsewhere it can be absent.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": "6.10",
    "binds": [
      "mpp-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code.md",
      "version": "newer than the page without .md; it shows no number",
      "words": "region is an ISO 3166 code of two characters; the newer page requires it when the region is China"
    }
  },
  {
    "id": "GPC-04",
    "operation": "getPaymentCode",
    "title": "GPC-04 The MPP MUST send codeQuantity as a string with a whole number from 1 to 10 or as null, or omit it.",
    "says": "The MPP MUST send codeQuantity as a string with a whole number from 1 to 10 or as null, or omit it.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.5",
    "binds": [
      "mpp-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-form",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "codeQuantity is an Integer from 1 to 10, and an Integer is sent as a string"
    }
  },
  {
    "id": "GPC-05",
    "operation": "getPaymentCode",
    "title": "GPC-05 Alipay+ MUST return exactly as many payment codes as codeQuantity requests when it answers S.",
    "says": "Alipay+ MUST return exactly as many payment codes as codeQuantity requests when it answers S.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.6",
    "binds": [
      "alipayplus-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "paymentCodeInfoList is returned when resultStatus is S; codeQuantity determines the number of codes"
    }
  },
  {
    "id": "GPC-06",
    "operation": "getPaymentCode",
    "title": "GPC-06 Alipay+ MUST return one payment code to a request without codeQuantity.",
    "says": "Alipay+ MUST return one payment code to a request without codeQuantity.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.6",
    "binds": [
      "alipayplus-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "the default of codeQuantity is 1"
    }
  },
  {
    "id": "GPC-07",
    "operation": "getPaymentCode",
    "title": "GPC-07 Alipay+ MUST answer PARAM_ILLEGAL to a codeQuantity that is 0, above 10, negative or not a number.",
    "says": "Alipay+ MUST answer PARAM_ILLEGAL to a codeQuantity that is 0, above 10, negative or not a number.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.5",
    "binds": [
      "alipayplus-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": [
      "getPaymentCode.codeQuantity.maxLength",
      "getPaymentCode.codeQuantity.range"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "the range is 1 to 10, and non-numeric input is an example of PARAM_ILLEGAL"
    }
  },
  {
    "id": "GPC-08",
    "operation": "getPaymentCode",
    "title": "GPC-08 Alipay+ MUST answer PARAM_ILLEGAL when customerId or env is missing or region does not have two characters.",
    "says": "Alipay+ MUST answer PARAM_ILLEGAL when customerId or env is missing or region does not have two characters.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.10",
    "binds": [
      "alipayplus-server"
    ],
    "kind": "behaviour",
    "harm": "accepts-forbidden",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": [
      "getPaymentCode.region.maxLength",
      "getPaymentCode.region.minLength",
      "getPaymentCode.customerId.required",
      "getPaymentCode.customerId.null",
      "getPaymentCode.env.required",
      "getPaymentCode.env.null"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "PARAM_ILLEGAL asks the caller to check the parameters against the structure of the page"
    }
  },
  {
    "id": "GPC-09",
    "operation": "getPaymentCode",
    "title": "GPC-09 Alipay+ SHOULD make each payment code valid for about one minute, 30 seconds of which overlap with the next code of the list.",
    "says": "Alipay+ SHOULD make each payment code valid for about one minute, 30 seconds of which overlap with the next code of the list.",
    "level": "SHOULD",
    "basis": "position",
    "ambiguity": "6.7",
    "binds": [
      "alipayplus-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "a code is valid for one minute by default and overlaps with others by 30 seconds; the names of the fields with its times are not public"
    }
  },
  {
    "id": "GPC-10",
    "operation": "getPaymentCode",
    "title": "GPC-10 Alipay+ MUST NOT return the same payment code twice, neither in one list nor to two customers.",
    "says": "Alipay+ MUST NOT return the same payment code twice, neither in one list nor to two customers.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": null,
    "binds": [
      "alipayplus-server"
    ],
    "kind": "behaviour",
    "harm": "effect",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/integration_user_mode_mpp/accept_payments",
      "words": "a payment code is later decoded to find its user"
    }
  },
  {
    "id": "GPC-11",
    "operation": "getPaymentCode",
    "title": "GPC-11 Alipay+ MUST answer getPaymentCode with one of the twelve result codes that all five APIs share.",
    "says": "Alipay+ MUST answer getPaymentCode with one of the twelve result codes that all five APIs share.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.15",
    "binds": [
      "alipayplus-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "the result table has the codes common to all APIs and no others"
    }
  },
  {
    "id": "GPC-12",
    "operation": "getPaymentCode",
    "title": "GPC-12 The MPP MUST retry the same getPaymentCode after U or no answer, and after F do only what the result code advises.",
    "says": "The MPP MUST retry the same getPaymentCode after U or no answer, and after F do only what the result code advises.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-caller"
    ],
    "kind": "behaviour",
    "harm": "effect",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "after U or no answer, send the same request again; after F, take the action that the code names"
    }
  },
  {
    "id": "GPC-13",
    "operation": "getPaymentCode",
    "title": "GPC-13 The MPP SHOULD wait about 5 seconds for the answer to getPaymentCode before it times out.",
    "says": "The MPP SHOULD wait about 5 seconds for the answer to getPaymentCode before it times out.",
    "level": "SHOULD",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/timeout",
      "words": "5 seconds are recommended for getPaymentCode"
    }
  },
  {
    "id": "GPC-14",
    "operation": "getPaymentCode",
    "title": "GPC-14 The MPP MUST reduce its call rate after REQUEST_TRAFFIC_EXCEED_LIMIT.",
    "says": "The MPP MUST reduce its call rate after REQUEST_TRAFFIC_EXCEED_LIMIT.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": null,
    "binds": [
      "mpp-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "for this code the page advises fewer calls"
    }
  },
  {
    "id": "GPC-15",
    "operation": "getPaymentCode",
    "title": "GPC-15 The MPP MUST show the payment code to the user after S.",
    "says": "The MPP MUST show the payment code to the user after S.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-caller"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": false,
    "reason": "The code is displayed in the app of the MPP, which a test over HTTP cannot see.",
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "the action for S is to display the code"
    }
  },
  {
    "id": "GPC-16",
    "operation": "getPaymentCode",
    "title": "GPC-16 Alipay+ MUST answer S with SUCCESS to a valid getPaymentCode.",
    "says": "Alipay+ MUST answer S with SUCCESS to a valid getPaymentCode.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "alipayplus-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "S has the code SUCCESS when the request is successful"
    }
  },
  {
    "id": "GPC-17",
    "operation": "getPaymentCode",
    "title": "GPC-17 Alipay+ MUST return payment codes of 16 to 32 digits.",
    "says": "Alipay+ MUST return payment codes of 16 to 32 digits.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": "6.41",
    "binds": [
      "alipayplus-server"
    ],
    "kind": "behaviour",
    "harm": "wrong-result",
    "rank": 3,
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/code_scanning_payment_standards_mpp/code_format",
      "words": "a code has digits only, 17 to 32 of them; an acquirer page names 16 to 24"
    }
  }
];

/** Where the public pages are silent or contradict each other, and how this suite reads them. */
export const ambiguities: readonly Ambiguity[] = [
  {
    "id": "6.1",
    "issue": "Everything except arrays is documented as a String, but activation, env and result are clearly objects.",
    "position": "Scalars are JSON strings; arrays and objects keep their JSON type; the elements of an array of scalars are strings."
  },
  {
    "id": "6.2",
    "issue": "The note on strings is printed above the whole message but refers to request bodies.",
    "position": "Both sides must follow it when they send. A receiver of a number or boolean may refuse it with PARAM_ILLEGAL or read it as the string; only a crash is a fault."
  },
  {
    "id": "6.3",
    "issue": "An empty string is said to risk an error; it is not forbidden.",
    "position": "A sender never uses it for an optional field. A receiver may refuse it or treat it as absent there, and never accepts it for a required field."
  },
  {
    "id": "6.4",
    "issue": "Null is allowed for optional fields; nothing is said about required fields.",
    "position": "Null and absent are equal: the same outcome for an optional field, PARAM_ILLEGAL for a required one."
  },
  {
    "id": "6.5",
    "issue": "codeQuantity is a number of up to two characters; signs, leading zeros, decimals and spaces are not mentioned.",
    "position": "A sender writes plain decimal numbers from 1 to 10. A receiver refuses 0, 11, -1, 1.5 and abc; its answer to 01 is only reported."
  },
  {
    "id": "6.6",
    "issue": "codeQuantity is said to determine the number of codes, not to equal it.",
    "position": "The two are equal. A shorter or empty list with S is a fault; a list with F or U is reported."
  },
  {
    "id": "6.7",
    "issue": "One minute of validity and 30 seconds of overlap are given as defaults, without the names of the fields that contain the times.",
    "position": "Where times can be read, the expiry is after the start, the difference is about a minute, and neighbouring codes overlap. A deviation is a warning."
  },
  {
    "id": "6.8",
    "issue": "Times follow ISO 8601 with an offset in the example, but other pages show Z and fractions; offset, basic format and leap seconds are not mentioned.",
    "position": "A sender writes date, T, time and zone in the extended format, with or without a fraction. A time without a zone or in the basic format is wrong."
  },
  {
    "id": "6.9",
    "issue": "There is no rule for the order of times, such as an expiry in the past or an activation before its request.",
    "position": "Neither is a fault, and no valid probe contains one."
  },
  {
    "id": "6.10",
    "issue": "region follows ISO 3166 with two characters and is optional, but a newer page requires it in China.",
    "position": "A sender uses an alpha-2 code in upper case, and CN in China. A receiver refuses other lengths; its answer to cn or XX is only reported."
  },
  {
    "id": "6.11",
    "issue": "Without a usable method an MPP could fail with USER_NO_ACTIVATE_METHOD or succeed with an empty list of methods.",
    "position": "REQUIRE_ADDITIONAL_AUTHENTICATION comes with at least one method; otherwise the MPP returns the failure. The page only recommends this, so a violation is a warning unless the run is strict."
  },
  {
    "id": "6.12",
    "issue": "decision is documented for SUCCESS; whether it may be returned otherwise is not said.",
    "position": "It is required with SUCCESS and only reported otherwise. A declined request is a success with DECLINED."
  },
  {
    "id": "6.13",
    "issue": "Whether activation methods may be returned with APPROVED or DECLINED is not said.",
    "position": "They may; it is reported."
  },
  {
    "id": "6.14",
    "issue": "Some fields depend on resultStatus S and others on resultCode SUCCESS.",
    "position": "S and SUCCESS always occur together in these APIs; one without the other is a separate fault."
  },
  {
    "id": "6.15",
    "issue": "The MPP is told how to define its result codes, but also given a fixed table.",
    "position": "The table is closed. Further codes can be added in the configuration. A documented code with another status is always a fault."
  },
  {
    "id": "6.16",
    "issue": "UNKNOWN_EXCEPTION has a trailing space on two of the pages.",
    "position": "The space is a mistake on the page; a code with a trailing space is wrong."
  },
  {
    "id": "6.17",
    "issue": "The same code has different messages on different pages.",
    "position": "The text of resultMessage is never judged, only its type and length."
  },
  {
    "id": "6.18",
    "issue": "METHOD_NOT_SUPPORTED mentions the HTTP method on some pages and the HTTPS method on others.",
    "position": "The wording makes no difference: the method is POST."
  },
  {
    "id": "6.19",
    "issue": "MEDIA_TYPE_NOT_ACCEPTABLE is worded for what the caller accepts but explained with what it sends; Content-Type is optional.",
    "position": "A wrong Content-Type or a wrong Accept may get this code; a missing Content-Type is accepted."
  },
  {
    "id": "6.20",
    "issue": "The precedence of INVALID_CLIENT, KEY_NOT_FOUND, INVALID_SIGNATURE and ACCESS_DENIED is not given.",
    "position": "An unknown client may get any of the four, an unknown keyVersion KEY_NOT_FOUND or INVALID_SIGNATURE, and a tampered request only INVALID_SIGNATURE."
  },
  {
    "id": "6.21",
    "issue": "A missing Signature, Request-Time or Client-Id is both an illegal header parameter and a failed signature.",
    "position": "PARAM_ILLEGAL and INVALID_SIGNATURE are both accepted; for a missing Client-Id also INVALID_CLIENT."
  },
  {
    "id": "6.22",
    "issue": "Whether the signature or the parameters are checked first is not said.",
    "position": "A server does not act on a body that it cannot authenticate: if both are wrong, INVALID_SIGNATURE is expected, and S is always a fault."
  },
  {
    "id": "6.23",
    "issue": "No HTTP status is given for failures.",
    "position": "200 is expected, because published clients read the result only with 200. Another status with a JSON result is a warning."
  },
  {
    "id": "6.24",
    "issue": "An MPP signs its answers, but Alipay's own gateway does not sign answers to unauthenticated calls.",
    "position": "S and failures of authenticated calls are signed; authentication failures may be unsigned; an incomplete signature is always a fault."
  },
  {
    "id": "6.25",
    "issue": "The Signature headers of the samples differ only in keyVersion (0 or 1) and in spaces after commas.",
    "position": "A receiver accepts both spellings, and a sender may use either; the order of the parts is only reported."
  },
  {
    "id": "6.26",
    "issue": "The base64 text of a signature is URL-encoded in the samples, but raw base64 is used in practice.",
    "position": "URL-encoded standard base64 is right. Raw base64 is a failure, because only one of the five verifiers that Ant has published always reads it. base64url is a warning, because the formula names it and the sample does not use it. A receiver reads the URL-encoded form."
  },
  {
    "id": "6.27",
    "issue": "Request-Time is ISO 8601 here and a number of milliseconds on the sister platform.",
    "position": "It is ISO 8601."
  },
  {
    "id": "6.28",
    "issue": "accountIdHash is a SHA-256 of at most 64 characters; encoding, case and salt are not given.",
    "position": "64 hexadecimal digits are expected; another form is only reported."
  },
  {
    "id": "6.29",
    "issue": "mobileNumberSuffix has up to 32 characters and typically four digits.",
    "position": "Only its length is judged."
  },
  {
    "id": "6.30",
    "issue": "accountSource, tokenType and verifyType have lists of valid values, but another page asks partners to accept new values.",
    "position": "An unknown recommendation reason must not cause a failure; an unknown tokenType or accountSource may be refused or accepted; an unknown verifyType is refused."
  },
  {
    "id": "6.31",
    "issue": "Nothing is said about undocumented fields.",
    "position": "They change neither outcome nor effect."
  },
  {
    "id": "6.32",
    "issue": "secureElementId is required under two conditions that only the wallet provider knows.",
    "position": "Only its format is judged."
  },
  {
    "id": "6.33",
    "issue": "customerId is optional in the token APIs; how the MPP finds the user without it is not said.",
    "position": "Its absence is not PARAM_ILLEGAL, because the user can be found through tokenReferenceId."
  },
  {
    "id": "6.34",
    "issue": "tokenActivationNotification has a customerId but no code for a user who does not exist.",
    "position": "A code of another API's table is a warning."
  },
  {
    "id": "6.35",
    "issue": "A token allows at least three OTPs a day, but an MPP may require 30 to 60 seconds between two.",
    "position": "Three calls at least 60 seconds apart succeed; calls at shorter intervals may be throttled."
  },
  {
    "id": "6.36",
    "issue": "No code is given for verifyType EMAIL and a user without an e-mail address.",
    "position": "PROCESS_FAIL, PARAM_ILLEGAL and USER_STATUS_ABNORMAL are all accepted."
  },
  {
    "id": "6.37",
    "issue": "An endpoint identifies its API; letter case, trailing slash and query are not mentioned.",
    "position": "Only the exact path is right; how a server answers the others is reported."
  },
  {
    "id": "6.38",
    "issue": "No code is given for a pspId of another MPP or an unknown acquirerId.",
    "position": "Any failure code of the table is accepted."
  },
  {
    "id": "6.39",
    "issue": "Lengths are given in characters; what counts as a character, and whether spaces are trimmed, is not said.",
    "position": "Lengths are tested with ASCII, and in free text also with other characters of the Basic Multilingual Plane: each counts as one character, although it has several bytes. Characters outside this plane are only observed."
  },
  {
    "id": "6.40",
    "issue": "Duplicate keys, a byte order mark, invalid UTF-8 and very large bodies are not mentioned.",
    "position": "Any failure or unknown result is accepted; success with an effect is not."
  },
  {
    "id": "6.41",
    "issue": "The page for issuers gives payment codes 17 to 32 digits with reserved lengths; a page for acquirers gives 16 to 24 digits that begin with 25 to 30.",
    "position": "A payment code has 16 to 32 digits; the stricter formats are only warnings."
  },
  {
    "id": "6.42",
    "issue": "Whether an MPP may refuse an unknown walletId, tokenRequestorId, secureElementId, paymentAppInstanceId or accountIdHash is not said.",
    "position": "It may, with a business code such as PROCESS_FAIL or ACCESS_DENIED; PARAM_ILLEGAL is only for an invalid format."
  },
  {
    "id": "6.43",
    "issue": "The outcome of a call that identifies no user, without the optional customerId and with an unknown token, is not said.",
    "position": "Any code of the table except PARAM_ILLEGAL."
  }
];

/** SHA-256 over the documents of spec/. */
export const specDigest = 'ec2f3d59649e198f284bfeadec2f0079a739fe19100c5221cb0c201747fd5339';

/** Version of the documents of spec/. */
export const specVersion = '1.0.0';
