/** Generated from spec/ by npm run generate; do not edit. */
import type { Basis, Level, OperationId } from './operations.ts';

/** Ids of the catalogue. */
export type RequirementId =
  | 'G-01'
  | 'G-02'
  | 'G-03'
  | 'G-04'
  | 'G-05'
  | 'G-06'
  | 'G-07'
  | 'G-08'
  | 'G-09'
  | 'G-10'
  | 'G-11'
  | 'G-12'
  | 'G-13'
  | 'G-14'
  | 'G-15'
  | 'G-16'
  | 'G-17'
  | 'G-18'
  | 'G-19'
  | 'G-20'
  | 'G-21'
  | 'G-22'
  | 'G-23'
  | 'G-24'
  | 'G-25'
  | 'G-26'
  | 'OTP-01'
  | 'OTP-02'
  | 'OTP-03'
  | 'OTP-04'
  | 'OTP-05'
  | 'OTP-06'
  | 'OTP-07'
  | 'OTP-08'
  | 'OTP-09'
  | 'OTP-10'
  | 'OTP-11'
  | 'OTP-12'
  | 'OTP-13'
  | 'OTP-14'
  | 'OTP-15';

/** Id and sentence of each row that needs proofs of its own: of one API, or of every API. */
export interface RequirementTitles {
  every:
    | 'G-01 The caller MUST send each request as a POST over HTTPS to the exact path of the API.'
    | 'G-02 The caller MUST send the headers Signature, Client-Id and Request-Time, in whatever case it spells their names.'
    | 'G-03 The caller MUST write the Signature header as the comma-separated parts algorithm, keyVersion and signature.'
    | 'G-04 The caller MUST sign the POST, the path, its Client-Id, its Request-Time and the very bytes of the body that it sends.'
    | 'G-05 The caller MUST write Request-Time as an ISO 8601 time with a zone.'
    | 'G-06 The caller MUST name application/json in UTF-8 as the Content-Type whenever it sends one.'
    | 'G-07 The server MUST sign its answer over the POST, the path of the request, the Client-Id, the Response-Time and the body as sent, and carry the three headers of a signed answer.'
    | 'G-08 The server MUST answer INVALID_SIGNATURE, and do nothing else, when body, time, client or path differ from what was signed.'
    | 'G-09 The server MUST read header names in any case and a Signature header with or without a space after each comma.'
    | 'G-10 The server MUST answer METHOD_NOT_SUPPORTED to any method but POST.'
    | 'G-11 The server MUST answer NO_INTERFACE_DEF to a path that no API has.'
    | 'G-12 The server MUST answer MEDIA_TYPE_NOT_ACCEPTABLE to a media type that it does not serve.'
    | 'G-13 The server MUST accept a request that has no Content-Type header.'
    | 'G-14 The server MUST refuse an unknown Client-Id or keyVersion with a code that names the client, the key or the signature.'
    | 'G-16 The server MUST report success as S with SUCCESS and anything else as a code with its status from the table of the API.'
    | 'G-21 The server SHOULD answer a request with unknown extra fields as if they were not there.'
    | 'G-22 The server SHOULD use HTTP status 200 with the JSON result for failures and unknown results as well.'
    | 'G-23 The server SHOULD answer within 5 seconds, before the caller gives up.'
    | 'G-24 The server MUST answer overload with REQUEST_TRAFFIC_EXCEED_LIMIT and its own unexpected errors with UNKNOWN_EXCEPTION, as a JSON result and never as an error page.'
    | 'G-25 The caller MUST repeat a call that ended in U or in silence with the same parameters, and never repeat a failed one blindly.'
    | 'G-26 The caller MUST verify the signature of an answer and take no S for a success that is unsigned, half-signed or wrongly signed.';
  sendOTP:
    | 'OTP-01 Alipay+ MUST send an acquirerId and a pspId of at most 64 characters and an accessToken of at most 128.'
    | 'OTP-02 Alipay+ MUST send MOBILE, EMAIL, null or nothing as verifyType.'
    | 'OTP-03 The MPP MUST return a verifyRequestId of 1 to 64 characters when it answers S.'
    | 'OTP-04 The MPP MUST give each OTP its own verifyRequestId.'
    | 'OTP-05 The MPP MUST treat a request without verifyType as one for MOBILE.'
    | 'OTP-06 The MPP MUST accept EMAIL as verifyType.'
    | 'OTP-09 The MPP MUST answer INVALID_TOKEN to an unknown access token and EXPIRED_ACCESS_TOKEN to an expired one.'
    | 'OTP-10 The MPP MUST answer INVALID_TOKEN to an access token whose scope does not cover the call.'
    | 'OTP-11 The MPP MUST answer USER_NOT_EXIST when the user of the token is gone and USER_STATUS_ABNORMAL when that user is blocked.'
    | 'OTP-12 The MPP MUST send at least 3 OTPs per access token and day before it answers OTP_SEND_TIMES_EXCEED_LIMIT.'
    | 'OTP-13 The MPP SHOULD leave verifyRequestId out of an answer that is not S.'
    | 'OTP-14 The MPP MUST accept in verifyOTP the verifyRequestId that it returned.'
    | 'OTP-15 The MPP MUST answer S with SUCCESS to a valid sendOTP with a good access token.';
}

export type RequirementTitle<O extends OperationId | 'every'> = RequirementTitles[O];

export type Party = 'mpp-server' | 'alipayplus-server' | 'mpp-caller' | 'alipayplus-caller';

/** One row of the catalogue. */
export interface Requirement {
  readonly id: RequirementId;
  /** Null where it binds every API. */
  readonly operation: OperationId | null;
  readonly title: string;
  readonly says: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly ambiguity: string | null;
  readonly binds: readonly Party[];
  readonly observable: boolean;
  /** Why no wire test can see it; null where one can. */
  readonly reason: string | null;
  /** Ids of the constraints it sums up, over all APIs it binds; null where it has proofs of its own. */
  readonly members: readonly string[] | null;
  /** The same where the caller is under test: constraints whose `sent` reading counts. */
  readonly callerMembers: readonly string[] | null;
  readonly source: { readonly page: string; readonly words: string };
}

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
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview",
      "words": "the interfaces are called with POST over HTTPS; the endpoint alone tells them apart"
    }
  },
  {
    "id": "G-02",
    "operation": null,
    "title": "G-02 The caller MUST send the headers Signature, Client-Id and Request-Time, in whatever case it spells their names.",
    "says": "The caller MUST send the headers Signature, Client-Id and Request-Time, in whatever case it spells their names.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-caller",
      "alipayplus-caller"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview",
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
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview",
      "words": "Signature holds key=value pairs with commas between them"
    }
  },
  {
    "id": "G-04",
    "operation": null,
    "title": "G-04 The caller MUST sign the POST, the path, its Client-Id, its Request-Time and the very bytes of the body that it sends.",
    "says": "The caller MUST sign the POST, the path, its Client-Id, its Request-Time and the very bytes of the body that it sends.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-caller",
      "alipayplus-caller"
    ],
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
    "title": "G-05 The caller MUST write Request-Time as an ISO 8601 time with a zone.",
    "says": "The caller MUST write Request-Time as an ISO 8601 time with a zone.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": "6.27",
    "binds": [
      "mpp-caller",
      "alipayplus-caller"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview",
      "words": "every sample of Request-Time is ISO 8601 with an offset or Z"
    }
  },
  {
    "id": "G-06",
    "operation": null,
    "title": "G-06 The caller MUST name application/json in UTF-8 as the Content-Type whenever it sends one.",
    "says": "The caller MUST name application/json in UTF-8 as the Content-Type whenever it sends one.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-caller",
      "alipayplus-caller"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview",
      "words": "Content-Type is optional; its value is application/json with charset UTF-8"
    }
  },
  {
    "id": "G-07",
    "operation": null,
    "title": "G-07 The server MUST sign its answer over the POST, the path of the request, the Client-Id, the Response-Time and the body as sent, and carry the three headers of a signed answer.",
    "says": "The server MUST sign its answer over the POST, the path of the request, the Client-Id, the Response-Time and the body as sent, and carry the three headers of a signed answer.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.24",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
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
    "title": "G-08 The server MUST answer INVALID_SIGNATURE, and do nothing else, when body, time, client or path differ from what was signed.",
    "says": "The server MUST answer INVALID_SIGNATURE, and do nothing else, when body, time, client or path differ from what was signed.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.22",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/signature",
      "words": "the receiver verifies the signature; INVALID_SIGNATURE stands in every result table"
    }
  },
  {
    "id": "G-09",
    "operation": null,
    "title": "G-09 The server MUST read header names in any case and a Signature header with or without a space after each comma.",
    "says": "The server MUST read header names in any case and a Signature header with or without a space after each comma.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": "6.25",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview",
      "words": "header names are case-insensitive; samples show a space after the comma, the published SDKs write none"
    }
  },
  {
    "id": "G-10",
    "operation": null,
    "title": "G-10 The server MUST answer METHOD_NOT_SUPPORTED to any method but POST.",
    "says": "The server MUST answer METHOD_NOT_SUPPORTED to any method but POST.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.18",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
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
    "title": "G-11 The server MUST answer NO_INTERFACE_DEF to a path that no API has.",
    "says": "The server MUST answer NO_INTERFACE_DEF to a path that no API has.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.37",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
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
    "title": "G-12 The server MUST answer MEDIA_TYPE_NOT_ACCEPTABLE to a media type that it does not serve.",
    "says": "The server MUST answer MEDIA_TYPE_NOT_ACCEPTABLE to a media type that it does not serve.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.19",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
      "words": "MEDIA_TYPE_NOT_ACCEPTABLE stands for a media type that the server does not take"
    }
  },
  {
    "id": "G-13",
    "operation": null,
    "title": "G-13 The server MUST accept a request that has no Content-Type header.",
    "says": "The server MUST accept a request that has no Content-Type header.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.19",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/api_overview",
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
    "title": "G-15 The server MUST put a result into every answer, with a resultCode of at most 64 characters and a resultStatus of S, F or U, all of them JSON strings.",
    "says": "The server MUST put a result into every answer, with a resultCode of at most 64 characters and a resultStatus of S, F or U, all of them JSON strings.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.2",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
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
      "sendOTP.response.result.resultMessage.type"
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
    "title": "G-16 The server MUST report success as S with SUCCESS and anything else as a code with its status from the table of the API.",
    "says": "The server MUST report success as S with SUCCESS and anything else as a code with its status from the table of the API.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.15",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "S goes with SUCCESS; F and U take a code from the result table, which gives each code one status"
    }
  },
  {
    "id": "G-17",
    "operation": null,
    "title": "G-17 The server MUST answer PARAM_ILLEGAL when a required parameter is missing, a value is too long or outside its enumeration, a number is not numeric, or a date is none.",
    "says": "The server MUST answer PARAM_ILLEGAL when a required parameter is missing, a value is too long or outside its enumeration, a number is not numeric, or a date is none.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
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
      "sendOTP.verifyType.enum"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "PARAM_ILLEGAL covers illegal parameters; non-numeric input and an invalid date are the two examples, the rest follows"
    }
  },
  {
    "id": "G-18",
    "operation": null,
    "title": "G-18 The server MUST treat an optional parameter that is null exactly like one that is left out.",
    "says": "The server MUST treat an optional parameter that is null exactly like one that is left out.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.4",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "observable": true,
    "reason": null,
    "members": [
      "sendOTP.verifyType.optional"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "leaving an unused optional parameter out and setting it to null are the two allowed ways"
    }
  },
  {
    "id": "G-19",
    "operation": null,
    "title": "G-19 The caller and the server MUST NOT send the empty string for an optional parameter that they do not use.",
    "says": "The caller and the server MUST NOT send the empty string for an optional parameter that they do not use.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.3",
    "binds": [
      "mpp-caller",
      "alipayplus-caller",
      "mpp-server",
      "alipayplus-server"
    ],
    "observable": true,
    "reason": null,
    "members": [
      "sendOTP.response.verifyRequestId.empty"
    ],
    "callerMembers": [
      "sendOTP.acquirerId.empty",
      "sendOTP.pspId.empty",
      "sendOTP.accessToken.empty",
      "sendOTP.verifyType.empty"
    ],
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "an optional parameter is not to be left empty as \"\""
    }
  },
  {
    "id": "G-20",
    "operation": null,
    "title": "G-20 The caller and the server MUST send every scalar as a JSON string, while arrays stay arrays and objects stay objects.",
    "says": "The caller and the server MUST send every scalar as a JSON string, while arrays stay arrays and objects stay objects.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": "6.1",
    "binds": [
      "mpp-caller",
      "alipayplus-caller",
      "mpp-server",
      "alipayplus-server"
    ],
    "observable": true,
    "reason": null,
    "members": [
      "sendOTP.response.result.type",
      "sendOTP.response.result.resultCode.type",
      "sendOTP.response.result.resultStatus.type",
      "sendOTP.response.result.resultMessage.type",
      "sendOTP.response.verifyRequestId.type"
    ],
    "callerMembers": [
      "sendOTP.acquirerId.type",
      "sendOTP.pspId.type",
      "sendOTP.accessToken.type",
      "sendOTP.verifyType.type"
    ],
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "every parameter but an array is sent as a String; 20 becomes \"20\" and true becomes \"true\""
    }
  },
  {
    "id": "G-21",
    "operation": null,
    "title": "G-21 The server SHOULD answer a request with unknown extra fields as if they were not there.",
    "says": "The server SHOULD answer a request with unknown extra fields as if they were not there.",
    "level": "SHOULD",
    "basis": "position",
    "ambiguity": "6.31",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/supported_parameter_values",
      "words": "new values are announced as possible; nothing is said about new fields"
    }
  },
  {
    "id": "G-22",
    "operation": null,
    "title": "G-22 The server SHOULD use HTTP status 200 with the JSON result for failures and unknown results as well.",
    "says": "The server SHOULD use HTTP status 200 with the JSON result for failures and unknown results as well.",
    "level": "SHOULD",
    "basis": "position",
    "ambiguity": "6.23",
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://github.com/alipay/global-open-sdk-java",
      "words": "the published client takes any status but 200 as a transport error and does not read the result"
    }
  },
  {
    "id": "G-23",
    "operation": null,
    "title": "G-23 The server SHOULD answer within 5 seconds, before the caller gives up.",
    "says": "The server SHOULD answer within 5 seconds, before the caller gives up.",
    "level": "SHOULD",
    "basis": "derived",
    "ambiguity": null,
    "binds": [
      "mpp-server",
      "alipayplus-server"
    ],
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
    "title": "G-25 The caller MUST repeat a call that ended in U or in silence with the same parameters, and never repeat a failed one blindly.",
    "says": "The caller MUST repeat a call that ended in U or in silence with the same parameters, and never repeat a failed one blindly.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-caller",
      "alipayplus-caller"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/timeout",
      "words": "after a timeout the call is made again with the same parameters; PROCESS_FAIL is not to be retried"
    }
  },
  {
    "id": "G-26",
    "operation": null,
    "title": "G-26 The caller MUST verify the signature of an answer and take no S for a success that is unsigned, half-signed or wrongly signed.",
    "says": "The caller MUST verify the signature of an answer and take no S for a success that is unsigned, half-signed or wrongly signed.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": "6.24",
    "binds": [
      "mpp-caller",
      "alipayplus-caller"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/signature",
      "words": "both sides sign and both sides verify, so that an answer without a valid signature cannot be trusted"
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
    "title": "OTP-02 Alipay+ MUST send MOBILE, EMAIL, null or nothing as verifyType.",
    "says": "Alipay+ MUST send MOBILE, EMAIL, null or nothing as verifyType.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "alipayplus-caller"
    ],
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
    "observable": true,
    "reason": null,
    "members": [
      "sendOTP.verifyType.enum"
    ],
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "verifyType has two valid values; PARAM_ILLEGAL stands for illegal parameters"
    }
  },
  {
    "id": "OTP-08",
    "operation": "sendOTP",
    "title": "OTP-08 The MPP MUST answer PARAM_ILLEGAL when a required parameter of sendOTP is missing, null or too long, and take one of the greatest length.",
    "says": "The MPP MUST answer PARAM_ILLEGAL when a required parameter of sendOTP is missing, null or too long, and take one of the greatest length.",
    "level": "MUST",
    "basis": "derived",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
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
      "words": "three parameters are required and have a greatest length; PARAM_ILLEGAL stands for illegal parameters"
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
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "INVALID_TOKEN and EXPIRED_ACCESS_TOKEN stand in the result table with status F"
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
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/faq_mpp/integration_and_acceptance",
      "words": "a token with too little scope is answered with INVALID_TOKEN and a detailed message"
    }
  },
  {
    "id": "OTP-11",
    "operation": "sendOTP",
    "title": "OTP-11 The MPP MUST answer USER_NOT_EXIST when the user of the token is gone and USER_STATUS_ABNORMAL when that user is blocked.",
    "says": "The MPP MUST answer USER_NOT_EXIST when the user of the token is gone and USER_STATUS_ABNORMAL when that user is blocked.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "both codes stand in the result table with status F"
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
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/integration_auto_debit_mpp/risk_control",
      "words": "an access token is good for at least 3 OTPs a day"
    }
  },
  {
    "id": "OTP-13",
    "operation": "sendOTP",
    "title": "OTP-13 The MPP SHOULD leave verifyRequestId out of an answer that is not S.",
    "says": "The MPP SHOULD leave verifyRequestId out of an answer that is not S.",
    "level": "SHOULD",
    "basis": "position",
    "ambiguity": "6.14",
    "binds": [
      "mpp-server"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "verifyRequestId is tied to resultStatus S; nothing is said of F and U"
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
    "title": "OTP-15 The MPP MUST answer S with SUCCESS to a valid sendOTP with a good access token.",
    "says": "The MPP MUST answer S with SUCCESS to a valid sendOTP with a good access token.",
    "level": "MUST",
    "basis": "normative",
    "ambiguity": null,
    "binds": [
      "mpp-server"
    ],
    "observable": true,
    "reason": null,
    "members": null,
    "callerMembers": null,
    "source": {
      "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
      "words": "when the OTP was sent, resultStatus is S and resultCode is SUCCESS"
    }
  }
];

/** Where the public pages are silent or contradict each other, and how this suite reads them. */
export const ambiguities: readonly { readonly id: string; readonly issue: string; readonly position: string }[] = [];

/** SHA-256 over the documents of spec/. */
export const specDigest = 'b25ba2024005c1712a37ea43f35cf1ab6a0e226df145a0190fc2f96e8c5f71c0';

export const specVersion = '1.0.0';
