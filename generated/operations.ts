/** Generated from spec/ by npm run generate; do not edit. */
import type { Operation } from '../contract/types.ts';
import type { OperationId } from './ids.ts';

export type { Basis, Field, Keyword, Level, Operation, Probing, Rule } from '../contract/types.ts';
export type { OperationId } from './ids.ts';

/** Every API by its id. */
export const operations: Readonly<Record<OperationId, Operation>> = {
  "sendOTP": {
    "id": "sendOTP",
    "path": "/aps/api/v1/users/sendOTP",
    "pathAssumed": false,
    "caller": "alipayplus",
    "server": "mpp",
    "effect": "A one-time password is sent to a person's phone or mailbox.",
    "summary": "Send a one-time password to a user.",
    "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
    "probing": {
      "user": "accessToken",
      "nobody": "accessToken",
      "credential": "accessToken",
      "introduces": null,
      "gives": "verifyRequestId",
      "refersTo": null,
      "times": {}
    },
    "body": [
      {
        "id": "sendOTP.body.required",
        "keyword": "required",
        "says": "The MPP MUST NOT accept a sendOTP with an empty body.",
        "level": "MUST",
        "basis": "derived",
        "ambiguity": "6.40",
        "accept": [
          "PARAM_ILLEGAL"
        ],
        "beyond": null,
        "sent": null,
        "group": [],
        "harm": "accepts-forbidden",
        "rank": 0,
        "source": {
          "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
          "words": "a message has a body, and parameters in it are required"
        }
      },
      {
        "id": "sendOTP.body.type",
        "keyword": "type",
        "says": "The MPP MUST NOT accept a sendOTP whose body is not a JSON object.",
        "level": "MUST",
        "basis": "derived",
        "ambiguity": "6.40",
        "accept": [
          "PARAM_ILLEGAL"
        ],
        "beyond": null,
        "sent": null,
        "group": [],
        "harm": "accepts-forbidden",
        "rank": 0,
        "source": {
          "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
          "words": "the body is a JSON object of parameters; PARAM_ILLEGAL stands for illegal ones"
        }
      }
    ],
    "request": [
      {
        "path": [
          "acquirerId"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "partner",
          "unknown": [
            "ACCESS_DENIED",
            "INVALID_CLIENT",
            "INVALID_TOKEN",
            "PROCESS_FAIL",
            "USER_NOT_EXIST"
          ],
          "shortLength": 20
        },
        "freeText": false,
        "rules": [
          {
            "id": "sendOTP.acquirerId.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendOTP without acquirerId.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send acquirerId in every sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "acquirerId is marked as required"
            }
          },
          {
            "id": "sendOTP.acquirerId.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendOTP whose acquirerId is null.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send null as acquirerId of a sendOTP.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "acquirerId is marked as required; null means that a parameter is not given"
            }
          },
          {
            "id": "sendOTP.acquirerId.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT accept a sendOTP whose acquirerId is an empty string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL",
              "ACCESS_DENIED",
              "INVALID_CLIENT",
              "INVALID_TOKEN",
              "PROCESS_FAIL",
              "USER_NOT_EXIST"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as acquirerId of a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "sendOTP.acquirerId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a sendOTP whose acquirerId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send acquirerId of a sendOTP as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "acquirerId is sent as a JSON string"
            }
          },
          {
            "id": "sendOTP.acquirerId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every acquirerId of up to 64 characters alike in a sendOTP and refuse a longer one with PARAM_ILLEGAL, ACCESS_DENIED, INVALID_CLIENT, INVALID_TOKEN, PROCESS_FAIL or USER_NOT_EXIST.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL",
              "ACCESS_DENIED",
              "INVALID_CLIENT",
              "INVALID_TOKEN",
              "PROCESS_FAIL",
              "USER_NOT_EXIST"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an acquirerId of more than 64 characters in a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "acquirerId has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "pspId"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "partner",
          "unknown": [
            "ACCESS_DENIED",
            "INVALID_CLIENT",
            "INVALID_TOKEN",
            "PROCESS_FAIL",
            "USER_NOT_EXIST"
          ],
          "shortLength": 20
        },
        "freeText": false,
        "rules": [
          {
            "id": "sendOTP.pspId.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendOTP without pspId.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send pspId in every sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "pspId is marked as required"
            }
          },
          {
            "id": "sendOTP.pspId.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendOTP whose pspId is null.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send null as pspId of a sendOTP.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "pspId is marked as required; null means that a parameter is not given"
            }
          },
          {
            "id": "sendOTP.pspId.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT accept a sendOTP whose pspId is an empty string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL",
              "ACCESS_DENIED",
              "INVALID_CLIENT",
              "INVALID_TOKEN",
              "PROCESS_FAIL",
              "USER_NOT_EXIST"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as pspId of a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "sendOTP.pspId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a sendOTP whose pspId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send pspId of a sendOTP as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "pspId is sent as a JSON string"
            }
          },
          {
            "id": "sendOTP.pspId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every pspId of up to 64 characters alike in a sendOTP and refuse a longer one with PARAM_ILLEGAL, ACCESS_DENIED, INVALID_CLIENT, INVALID_TOKEN, PROCESS_FAIL or USER_NOT_EXIST.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL",
              "ACCESS_DENIED",
              "INVALID_CLIENT",
              "INVALID_TOKEN",
              "PROCESS_FAIL",
              "USER_NOT_EXIST"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a pspId of more than 64 characters in a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "pspId has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "accessToken"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 128,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "user",
          "unknown": [
            "INVALID_TOKEN",
            "EXPIRED_ACCESS_TOKEN",
            "USER_NOT_EXIST"
          ],
          "shortLength": 20
        },
        "freeText": false,
        "rules": [
          {
            "id": "sendOTP.accessToken.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendOTP without accessToken.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send accessToken in every sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "accessToken is marked as required"
            }
          },
          {
            "id": "sendOTP.accessToken.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendOTP whose accessToken is null.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send null as accessToken of a sendOTP.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "accessToken is marked as required; null means that a parameter is not given"
            }
          },
          {
            "id": "sendOTP.accessToken.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT accept a sendOTP whose accessToken is an empty string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL",
              "INVALID_TOKEN",
              "EXPIRED_ACCESS_TOKEN",
              "USER_NOT_EXIST"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as accessToken of a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "sendOTP.accessToken.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a sendOTP whose accessToken is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send accessToken of a sendOTP as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "accessToken is sent as a JSON string"
            }
          },
          {
            "id": "sendOTP.accessToken.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every accessToken of up to 128 characters alike in a sendOTP and refuse a longer one with PARAM_ILLEGAL, INVALID_TOKEN, EXPIRED_ACCESS_TOKEN or USER_NOT_EXIST.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL",
              "INVALID_TOKEN",
              "EXPIRED_ACCESS_TOKEN",
              "USER_NOT_EXIST"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an accessToken of more than 128 characters in a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "accessToken has at most 128 characters"
            }
          }
        ]
      },
      {
        "path": [
          "verifyType"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": null,
        "enum": [
          "MOBILE",
          "EMAIL"
        ],
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "sendOTP.verifyType.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a sendOTP whose verifyType is null like one without verifyType.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "verifyType is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "sendOTP.verifyType.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a sendOTP whose verifyType is an empty string, or treat it like one without verifyType.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as verifyType of a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "sendOTP.verifyType.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a sendOTP whose verifyType is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send verifyType of a sendOTP as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "verifyType is sent as a JSON string"
            }
          },
          {
            "id": "sendOTP.verifyType.enum",
            "keyword": "enum",
            "says": "The MPP MUST accept MOBILE and EMAIL as verifyType of a sendOTP and answer PARAM_ILLEGAL to any other value.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send MOBILE or EMAIL as verifyType of a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "OTP-07"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "verifyType has the valid values MOBILE and EMAIL"
            }
          }
        ]
      }
    ],
    "response": [
      {
        "path": [
          "result"
        ],
        "type": "object",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "sendOTP.response.result.required",
            "keyword": "required",
            "says": "The MPP MUST return result in every answer to sendOTP.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "result is marked as required"
            }
          },
          {
            "id": "sendOTP.response.result.type",
            "keyword": "type",
            "says": "The MPP MUST return result as a JSON object if it is present in an answer to sendOTP.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.1",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "result is an object"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultCode"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "sendOTP.response.result.resultCode.required",
            "keyword": "required",
            "says": "The MPP MUST return result.resultCode in every answer to sendOTP.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultCode is a required child of result"
            }
          },
          {
            "id": "sendOTP.response.result.resultCode.type",
            "keyword": "type",
            "says": "The MPP MUST return result.resultCode as a JSON string if it is present in an answer to sendOTP.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "result.resultCode is sent as a JSON string"
            }
          },
          {
            "id": "sendOTP.response.result.resultCode.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST NOT return a result.resultCode of more than 64 characters in an answer to sendOTP.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultCode has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultStatus"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": null,
        "maxLength": null,
        "enum": [
          "S",
          "F",
          "U"
        ],
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "sendOTP.response.result.resultStatus.required",
            "keyword": "required",
            "says": "The MPP MUST return result.resultStatus in every answer to sendOTP.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultStatus is required and has listed values"
            }
          },
          {
            "id": "sendOTP.response.result.resultStatus.type",
            "keyword": "type",
            "says": "The MPP MUST return result.resultStatus as a JSON string if it is present in an answer to sendOTP.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "result.resultStatus is sent as a JSON string"
            }
          },
          {
            "id": "sendOTP.response.result.resultStatus.enum",
            "keyword": "enum",
            "says": "The MPP MUST return S, F or U as result.resultStatus in an answer to sendOTP.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "result.resultStatus has the valid values S, F and U"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultMessage"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 256,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "sendOTP.response.result.resultMessage.type",
            "keyword": "type",
            "says": "The MPP MUST return result.resultMessage as a JSON string if it is present in an answer to sendOTP.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "result.resultMessage is sent as a JSON string"
            }
          },
          {
            "id": "sendOTP.response.result.resultMessage.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD NOT return an empty string as result.resultMessage in an answer to sendOTP.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "sendOTP.response.result.resultMessage.maxLength",
            "keyword": "maxLength",
            "says": "The MPP SHOULD NOT return a result.resultMessage of more than 256 characters in an answer to sendOTP.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.17",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.antom.com/ac/ams/api",
              "words": "the sister platform limits resultMessage to 256 characters; the Alipay+ pages show no limit"
            }
          }
        ]
      },
      {
        "path": [
          "verifyRequestId"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": true,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "sendOTP.response.verifyRequestId.required",
            "keyword": "required",
            "says": "The MPP MUST return verifyRequestId in an answer to sendOTP whose resultStatus is S.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "verifyRequestId comes with resultStatus S"
            }
          },
          {
            "id": "sendOTP.response.verifyRequestId.type",
            "keyword": "type",
            "says": "The MPP MUST return verifyRequestId as a JSON string if it is present in an answer to sendOTP.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "verifyRequestId is sent as a JSON string"
            }
          },
          {
            "id": "sendOTP.response.verifyRequestId.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT return an empty string as verifyRequestId in an answer to sendOTP.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.3",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-19"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "sendOTP.response.verifyRequestId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST NOT return a verifyRequestId of more than 64 characters in an answer to sendOTP.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "verifyRequestId has at most 64 characters"
            }
          }
        ]
      }
    ],
    "resultCodes": {
      "SUCCESS": "S",
      "ACCESS_DENIED": "F",
      "INVALID_CLIENT": "F",
      "INVALID_SIGNATURE": "F",
      "KEY_NOT_FOUND": "F",
      "MEDIA_TYPE_NOT_ACCEPTABLE": "F",
      "METHOD_NOT_SUPPORTED": "F",
      "NO_INTERFACE_DEF": "F",
      "PARAM_ILLEGAL": "F",
      "PROCESS_FAIL": "F",
      "EXPIRED_ACCESS_TOKEN": "F",
      "INVALID_TOKEN": "F",
      "OTP_SEND_TIMES_EXCEED_LIMIT": "F",
      "USER_NOT_EXIST": "F",
      "USER_STATUS_ABNORMAL": "F",
      "REQUEST_TRAFFIC_EXCEED_LIMIT": "U",
      "UNKNOWN_EXCEPTION": "U"
    },
    "requestExample": {
      "acquirerId": "1020000000000000001",
      "pspId": "1030000000000000001",
      "accessToken": "2810000000000000000000000000000000000001",
      "verifyType": "MOBILE"
    },
    "minimalExample": {
      "acquirerId": "1020000000000000001",
      "pspId": "1030000000000000001",
      "accessToken": "2810000000000000000000000000000000000001"
    },
    "responseExamples": {
      "SUCCESS": {
        "result": {
          "resultCode": "SUCCESS",
          "resultStatus": "S",
          "resultMessage": "Success"
        },
        "verifyRequestId": "4d1f4c6e2a7b4b0f9d3c5e8a1b2c3d4e"
      },
      "INVALID_TOKEN": {
        "result": {
          "resultCode": "INVALID_TOKEN",
          "resultStatus": "F",
          "resultMessage": "The access token is not known."
        }
      },
      "UNKNOWN_EXCEPTION": {
        "result": {
          "resultCode": "UNKNOWN_EXCEPTION",
          "resultStatus": "U",
          "resultMessage": "The password could not be sent."
        }
      }
    }
  },
  "sendActivationCode": {
    "id": "sendActivationCode",
    "path": "/aps/api/v1/tokens/sendActivationCode",
    "pathAssumed": true,
    "caller": "alipayplus",
    "server": "mpp",
    "effect": "An activation code is sent to a person's phone or mailbox.",
    "summary": "Deliver an activation code to a user.",
    "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
    "probing": {
      "user": "customerId",
      "nobody": "customerId",
      "credential": null,
      "introduces": null,
      "gives": null,
      "refersTo": {
        "field": "tokenReferenceId",
        "operation": "tokenDigitizeDecision"
      },
      "times": {
        "expiryTime": 30
      }
    },
    "body": [
      {
        "id": "sendActivationCode.body.required",
        "keyword": "required",
        "says": "The MPP MUST NOT accept a sendActivationCode with an empty body.",
        "level": "MUST",
        "basis": "derived",
        "ambiguity": "6.40",
        "accept": [
          "PARAM_ILLEGAL"
        ],
        "beyond": null,
        "sent": null,
        "group": [],
        "harm": "accepts-forbidden",
        "rank": 0,
        "source": {
          "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
          "words": "a message has a body, and parameters in it are required"
        }
      },
      {
        "id": "sendActivationCode.body.type",
        "keyword": "type",
        "says": "The MPP MUST NOT accept a sendActivationCode whose body is not a JSON object.",
        "level": "MUST",
        "basis": "derived",
        "ambiguity": "6.40",
        "accept": [
          "PARAM_ILLEGAL"
        ],
        "beyond": null,
        "sent": null,
        "group": [],
        "harm": "accepts-forbidden",
        "rank": 0,
        "source": {
          "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
          "words": "the body is a JSON object of parameters; PARAM_ILLEGAL stands for illegal ones"
        }
      }
    ],
    "request": [
      {
        "path": [
          "tokenReferenceId"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "token",
          "unknown": [
            "USER_NOT_EXIST",
            "PROCESS_FAIL"
          ],
          "shortLength": 20
        },
        "freeText": false,
        "rules": [
          {
            "id": "sendActivationCode.tokenReferenceId.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendActivationCode without tokenReferenceId.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenReferenceId in every sendActivationCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "SAC-06"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "tokenReferenceId is marked as required"
            }
          },
          {
            "id": "sendActivationCode.tokenReferenceId.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendActivationCode whose tokenReferenceId is null.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send null as tokenReferenceId of a sendActivationCode.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "SAC-06"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "tokenReferenceId is marked as required; null means that a parameter is not given"
            }
          },
          {
            "id": "sendActivationCode.tokenReferenceId.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT accept a sendActivationCode whose tokenReferenceId is an empty string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL",
              "USER_NOT_EXIST",
              "PROCESS_FAIL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as tokenReferenceId of a sendActivationCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "sendActivationCode.tokenReferenceId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a sendActivationCode whose tokenReferenceId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenReferenceId of a sendActivationCode as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "tokenReferenceId is sent as a JSON string"
            }
          },
          {
            "id": "sendActivationCode.tokenReferenceId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every tokenReferenceId of up to 64 characters alike in a sendActivationCode and refuse a longer one with PARAM_ILLEGAL, USER_NOT_EXIST or PROCESS_FAIL.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL",
              "USER_NOT_EXIST",
              "PROCESS_FAIL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a tokenReferenceId of more than 64 characters in a sendActivationCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "SAC-07"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "tokenReferenceId has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "customerId"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "user",
          "unknown": [
            "USER_NOT_EXIST"
          ],
          "shortLength": 20
        },
        "freeText": false,
        "rules": [
          {
            "id": "sendActivationCode.customerId.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a sendActivationCode whose customerId is null like one without customerId.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "customerId is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "sendActivationCode.customerId.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a sendActivationCode whose customerId is an empty string, or treat it like one without customerId.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as customerId of a sendActivationCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "sendActivationCode.customerId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a sendActivationCode whose customerId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send customerId of a sendActivationCode as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "customerId is sent as a JSON string"
            }
          },
          {
            "id": "sendActivationCode.customerId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every customerId of up to 64 characters alike in a sendActivationCode and refuse a longer one with PARAM_ILLEGAL or USER_NOT_EXIST.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL",
              "USER_NOT_EXIST"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a customerId of more than 64 characters in a sendActivationCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "SAC-07"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "customerId has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "activation"
        ],
        "type": "object",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": true,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "sendActivationCode.activation.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendActivationCode without activation.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send activation in every sendActivationCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "SAC-06"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "activation is marked as required"
            }
          },
          {
            "id": "sendActivationCode.activation.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendActivationCode whose activation is null.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send null as activation of a sendActivationCode.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "SAC-06"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "activation is marked as required; null means that a parameter is not given"
            }
          },
          {
            "id": "sendActivationCode.activation.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a sendActivationCode whose activation is a string instead of an object.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.1",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send activation of a sendActivationCode as a JSON object, with every scalar inside as a string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "activation is an object"
            }
          }
        ]
      },
      {
        "path": [
          "expiryTime"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": null,
        "enum": null,
        "format": "date-time",
        "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$",
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "sendActivationCode.expiryTime.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendActivationCode without expiryTime.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send expiryTime in every sendActivationCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "SAC-06"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "expiryTime is marked as required"
            }
          },
          {
            "id": "sendActivationCode.expiryTime.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendActivationCode whose expiryTime is null.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send null as expiryTime of a sendActivationCode.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "SAC-06"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "expiryTime is marked as required; null means that a parameter is not given"
            }
          },
          {
            "id": "sendActivationCode.expiryTime.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT accept a sendActivationCode whose expiryTime is an empty string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as expiryTime of a sendActivationCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "sendActivationCode.expiryTime.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a sendActivationCode whose expiryTime is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send expiryTime of a sendActivationCode as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "expiryTime is sent as a JSON string"
            }
          },
          {
            "id": "sendActivationCode.expiryTime.format",
            "keyword": "format",
            "says": "The MPP MUST accept an expiryTime with any zone offset in a sendActivationCode and answer PARAM_ILLEGAL to an invalid date.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.8",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send expiryTime of a sendActivationCode as an ISO 8601 time with date and zone.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.8",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "SAC-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "expiryTime is an ISO 8601 time; PARAM_ILLEGAL names an invalid date as its example"
            }
          }
        ]
      }
    ],
    "response": [
      {
        "path": [
          "result"
        ],
        "type": "object",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "sendActivationCode.response.result.required",
            "keyword": "required",
            "says": "The MPP MUST return result in every answer to sendActivationCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "result is marked as required"
            }
          },
          {
            "id": "sendActivationCode.response.result.type",
            "keyword": "type",
            "says": "The MPP MUST return result as a JSON object if it is present in an answer to sendActivationCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.1",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "result is an object"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultCode"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "sendActivationCode.response.result.resultCode.required",
            "keyword": "required",
            "says": "The MPP MUST return result.resultCode in every answer to sendActivationCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultCode is a required child of result"
            }
          },
          {
            "id": "sendActivationCode.response.result.resultCode.type",
            "keyword": "type",
            "says": "The MPP MUST return result.resultCode as a JSON string if it is present in an answer to sendActivationCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "result.resultCode is sent as a JSON string"
            }
          },
          {
            "id": "sendActivationCode.response.result.resultCode.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST NOT return a result.resultCode of more than 64 characters in an answer to sendActivationCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultCode has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultStatus"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": null,
        "maxLength": null,
        "enum": [
          "S",
          "F",
          "U"
        ],
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "sendActivationCode.response.result.resultStatus.required",
            "keyword": "required",
            "says": "The MPP MUST return result.resultStatus in every answer to sendActivationCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultStatus is required and has listed values"
            }
          },
          {
            "id": "sendActivationCode.response.result.resultStatus.type",
            "keyword": "type",
            "says": "The MPP MUST return result.resultStatus as a JSON string if it is present in an answer to sendActivationCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "result.resultStatus is sent as a JSON string"
            }
          },
          {
            "id": "sendActivationCode.response.result.resultStatus.enum",
            "keyword": "enum",
            "says": "The MPP MUST return S, F or U as result.resultStatus in an answer to sendActivationCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "result.resultStatus has the valid values S, F and U"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultMessage"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 256,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "sendActivationCode.response.result.resultMessage.type",
            "keyword": "type",
            "says": "The MPP MUST return result.resultMessage as a JSON string if it is present in an answer to sendActivationCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "result.resultMessage is sent as a JSON string"
            }
          },
          {
            "id": "sendActivationCode.response.result.resultMessage.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD NOT return an empty string as result.resultMessage in an answer to sendActivationCode.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/send_activation_code",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "sendActivationCode.response.result.resultMessage.maxLength",
            "keyword": "maxLength",
            "says": "The MPP SHOULD NOT return a result.resultMessage of more than 256 characters in an answer to sendActivationCode.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.17",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.antom.com/ac/ams/api",
              "words": "the sister platform limits resultMessage to 256 characters; the Alipay+ pages show no limit"
            }
          }
        ]
      }
    ],
    "resultCodes": {
      "SUCCESS": "S",
      "ACCESS_DENIED": "F",
      "INVALID_CLIENT": "F",
      "INVALID_SIGNATURE": "F",
      "KEY_NOT_FOUND": "F",
      "MEDIA_TYPE_NOT_ACCEPTABLE": "F",
      "METHOD_NOT_SUPPORTED": "F",
      "NO_INTERFACE_DEF": "F",
      "PARAM_ILLEGAL": "F",
      "PROCESS_FAIL": "F",
      "ACTIVATION_METHOD_NOT_SUPPORTED": "F",
      "OTP_SEND_TIMES_EXCEED_LIMIT": "F",
      "USER_NOT_EXIST": "F",
      "USER_STATUS_ABNORMAL": "F",
      "REQUEST_TRAFFIC_EXCEED_LIMIT": "U",
      "UNKNOWN_EXCEPTION": "U"
    },
    "requestExample": {
      "tokenReferenceId": "DREF0000000000000000000000000001",
      "customerId": "user0000000000000001",
      "activation": {
        "activationCode": "482915",
        "activationMethod": {
          "type": "TEXT_TO_CARDHOLDER_NUMBER",
          "value": "******1234"
        }
      },
      "expiryTime": "2019-11-27T12:31:01+08:00"
    },
    "minimalExample": {
      "tokenReferenceId": "DREF0000000000000000000000000001",
      "activation": {
        "activationCode": "482915",
        "activationMethod": {
          "type": "TEXT_TO_CARDHOLDER_NUMBER",
          "value": "******1234"
        }
      },
      "expiryTime": "2019-11-27T12:31:01+08:00"
    },
    "responseExamples": {
      "SUCCESS": {
        "result": {
          "resultCode": "SUCCESS",
          "resultStatus": "S",
          "resultMessage": "Success"
        }
      },
      "USER_STATUS_ABNORMAL": {
        "result": {
          "resultCode": "USER_STATUS_ABNORMAL",
          "resultStatus": "F",
          "resultMessage": "The user is blocked."
        }
      },
      "REQUEST_TRAFFIC_EXCEED_LIMIT": {
        "result": {
          "resultCode": "REQUEST_TRAFFIC_EXCEED_LIMIT",
          "resultStatus": "U",
          "resultMessage": "Too many requests at a time."
        }
      }
    }
  },
  "tokenActivationNotification": {
    "id": "tokenActivationNotification",
    "path": "/aps/api/v1/tokens/tokenActivationNotification",
    "pathAssumed": true,
    "caller": "alipayplus",
    "server": "mpp",
    "effect": null,
    "summary": "Notify the MPP that a token is active.",
    "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
    "probing": {
      "user": "customerId",
      "nobody": null,
      "credential": null,
      "introduces": null,
      "gives": null,
      "refersTo": {
        "field": "tokenReferenceId",
        "operation": "tokenDigitizeDecision"
      },
      "times": {
        "serviceRequestTime": -1,
        "tokenActivatedTime": 0
      }
    },
    "body": [
      {
        "id": "tokenActivationNotification.body.required",
        "keyword": "required",
        "says": "The MPP MUST NOT accept a tokenActivationNotification with an empty body.",
        "level": "MUST",
        "basis": "derived",
        "ambiguity": "6.40",
        "accept": [
          "PARAM_ILLEGAL"
        ],
        "beyond": null,
        "sent": null,
        "group": [],
        "harm": "accepts-forbidden",
        "rank": 0,
        "source": {
          "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
          "words": "a message has a body, and parameters in it are required"
        }
      },
      {
        "id": "tokenActivationNotification.body.type",
        "keyword": "type",
        "says": "The MPP MUST NOT accept a tokenActivationNotification whose body is not a JSON object.",
        "level": "MUST",
        "basis": "derived",
        "ambiguity": "6.40",
        "accept": [
          "PARAM_ILLEGAL"
        ],
        "beyond": null,
        "sent": null,
        "group": [],
        "harm": "accepts-forbidden",
        "rank": 0,
        "source": {
          "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
          "words": "the body is a JSON object of parameters; PARAM_ILLEGAL stands for illegal ones"
        }
      }
    ],
    "request": [
      {
        "path": [
          "tokenReferenceId"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "token",
          "unknown": [
            "PROCESS_FAIL"
          ],
          "shortLength": 20
        },
        "freeText": false,
        "rules": [
          {
            "id": "tokenActivationNotification.tokenReferenceId.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a tokenActivationNotification without tokenReferenceId.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenReferenceId in every tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-06"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "tokenReferenceId is marked as required"
            }
          },
          {
            "id": "tokenActivationNotification.tokenReferenceId.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a tokenActivationNotification whose tokenReferenceId is null.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send null as tokenReferenceId of a tokenActivationNotification.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-06"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "tokenReferenceId is marked as required; null means that a parameter is not given"
            }
          },
          {
            "id": "tokenActivationNotification.tokenReferenceId.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT accept a tokenActivationNotification whose tokenReferenceId is an empty string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL",
              "PROCESS_FAIL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as tokenReferenceId of a tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenActivationNotification.tokenReferenceId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenActivationNotification whose tokenReferenceId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenReferenceId of a tokenActivationNotification as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "tokenReferenceId is sent as a JSON string"
            }
          },
          {
            "id": "tokenActivationNotification.tokenReferenceId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every tokenReferenceId of up to 64 characters alike in a tokenActivationNotification and refuse a longer one with PARAM_ILLEGAL or PROCESS_FAIL.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL",
              "PROCESS_FAIL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a tokenReferenceId of more than 64 characters in a tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-07"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "tokenReferenceId has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "customerId"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "user",
          "unknown": [
            "PROCESS_FAIL"
          ],
          "shortLength": 20
        },
        "freeText": false,
        "rules": [
          {
            "id": "tokenActivationNotification.customerId.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenActivationNotification whose customerId is null like one without customerId.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "customerId is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenActivationNotification.customerId.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenActivationNotification whose customerId is an empty string, or treat it like one without customerId.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as customerId of a tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenActivationNotification.customerId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenActivationNotification whose customerId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send customerId of a tokenActivationNotification as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "customerId is sent as a JSON string"
            }
          },
          {
            "id": "tokenActivationNotification.customerId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every customerId of up to 64 characters alike in a tokenActivationNotification and refuse a longer one with PARAM_ILLEGAL or PROCESS_FAIL.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL",
              "PROCESS_FAIL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a customerId of more than 64 characters in a tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-07"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "customerId has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "walletId"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 16,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "wallet",
          "unknown": [
            "PROCESS_FAIL",
            "ACCESS_DENIED"
          ],
          "shortLength": 8
        },
        "freeText": false,
        "rules": [
          {
            "id": "tokenActivationNotification.walletId.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenActivationNotification whose walletId is null like one without walletId.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "walletId is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenActivationNotification.walletId.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenActivationNotification whose walletId is an empty string, or treat it like one without walletId.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as walletId of a tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenActivationNotification.walletId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenActivationNotification whose walletId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send walletId of a tokenActivationNotification as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "walletId is sent as a JSON string"
            }
          },
          {
            "id": "tokenActivationNotification.walletId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every walletId of up to 16 characters alike in a tokenActivationNotification and refuse a longer one with PARAM_ILLEGAL, PROCESS_FAIL or ACCESS_DENIED.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.42",
            "accept": [
              "PARAM_ILLEGAL",
              "PROCESS_FAIL",
              "ACCESS_DENIED"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a walletId of more than 16 characters in a tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-07"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "walletId has at most 16 characters"
            }
          }
        ]
      },
      {
        "path": [
          "tokenRequestorId"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 16,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "wallet",
          "unknown": [
            "PROCESS_FAIL",
            "ACCESS_DENIED"
          ],
          "shortLength": 11
        },
        "freeText": false,
        "rules": [
          {
            "id": "tokenActivationNotification.tokenRequestorId.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenActivationNotification whose tokenRequestorId is null like one without tokenRequestorId.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "tokenRequestorId is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenActivationNotification.tokenRequestorId.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenActivationNotification whose tokenRequestorId is an empty string, or treat it like one without tokenRequestorId.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as tokenRequestorId of a tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenActivationNotification.tokenRequestorId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenActivationNotification whose tokenRequestorId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenRequestorId of a tokenActivationNotification as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "tokenRequestorId is sent as a JSON string"
            }
          },
          {
            "id": "tokenActivationNotification.tokenRequestorId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every tokenRequestorId of up to 16 characters alike in a tokenActivationNotification and refuse a longer one with PARAM_ILLEGAL, PROCESS_FAIL or ACCESS_DENIED.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.42",
            "accept": [
              "PARAM_ILLEGAL",
              "PROCESS_FAIL",
              "ACCESS_DENIED"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a tokenRequestorId of more than 16 characters in a tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-07"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "tokenRequestorId has at most 16 characters"
            }
          }
        ]
      },
      {
        "path": [
          "secureElementId"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 128,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "device",
          "unknown": [
            "PROCESS_FAIL",
            "ACCESS_DENIED"
          ],
          "shortLength": 20
        },
        "freeText": false,
        "rules": [
          {
            "id": "tokenActivationNotification.secureElementId.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenActivationNotification whose secureElementId is null like one without secureElementId.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "secureElementId is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenActivationNotification.secureElementId.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenActivationNotification whose secureElementId is an empty string, or treat it like one without secureElementId.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as secureElementId of a tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenActivationNotification.secureElementId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenActivationNotification whose secureElementId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send secureElementId of a tokenActivationNotification as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "secureElementId is sent as a JSON string"
            }
          },
          {
            "id": "tokenActivationNotification.secureElementId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every secureElementId of up to 128 characters alike in a tokenActivationNotification and refuse a longer one with PARAM_ILLEGAL, PROCESS_FAIL or ACCESS_DENIED.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.42",
            "accept": [
              "PARAM_ILLEGAL",
              "PROCESS_FAIL",
              "ACCESS_DENIED"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a secureElementId of more than 128 characters in a tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-07"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "secureElementId has at most 128 characters"
            }
          }
        ]
      },
      {
        "path": [
          "accountSource"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": null,
        "enum": [
          "ACCOUNT_ON_FILE",
          "ACCOUNT_ADDED_MANUALLY",
          "ACCOUNT_ADDED_VIA_APPLICATION",
          "EXISTING_TOKEN_CREDENTIAL",
          "ACCOUNT_ADDED_VIA_BROWSER",
          "ACCOUNT_ADDED_VIA_CHIP_DATA"
        ],
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenActivationNotification.accountSource.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenActivationNotification whose accountSource is null like one without accountSource.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18",
              "TAN-09"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "accountSource is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenActivationNotification.accountSource.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenActivationNotification whose accountSource is an empty string, or treat it like one without accountSource.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as accountSource of a tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenActivationNotification.accountSource.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenActivationNotification whose accountSource is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send accountSource of a tokenActivationNotification as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "accountSource is sent as a JSON string"
            }
          },
          {
            "id": "tokenActivationNotification.accountSource.enum",
            "keyword": "enum",
            "says": "The MPP MUST accept each of the 6 documented values of accountSource in a tokenActivationNotification.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": {
              "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenActivationNotification with an undocumented accountSource, unless it accepts new values.",
              "level": "SHOULD",
              "basis": "position",
              "ambiguity": "6.30"
            },
            "sent": {
              "says": "Alipay+ MUST send one of the 6 documented values as accountSource of a tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-09"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "accountSource has the valid values ACCOUNT_ON_FILE, ACCOUNT_ADDED_MANUALLY, ACCOUNT_ADDED_VIA_APPLICATION, EXISTING_TOKEN_CREDENTIAL, ACCOUNT_ADDED_VIA_BROWSER and ACCOUNT_ADDED_VIA_CHIP_DATA"
            }
          }
        ]
      },
      {
        "path": [
          "serviceRequestTime"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": null,
        "enum": null,
        "format": "date-time",
        "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$",
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenActivationNotification.serviceRequestTime.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a tokenActivationNotification without serviceRequestTime.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send serviceRequestTime in every tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-06"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "serviceRequestTime is marked as required"
            }
          },
          {
            "id": "tokenActivationNotification.serviceRequestTime.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a tokenActivationNotification whose serviceRequestTime is null.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send null as serviceRequestTime of a tokenActivationNotification.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-06"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "serviceRequestTime is marked as required; null means that a parameter is not given"
            }
          },
          {
            "id": "tokenActivationNotification.serviceRequestTime.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT accept a tokenActivationNotification whose serviceRequestTime is an empty string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as serviceRequestTime of a tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenActivationNotification.serviceRequestTime.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenActivationNotification whose serviceRequestTime is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send serviceRequestTime of a tokenActivationNotification as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "serviceRequestTime is sent as a JSON string"
            }
          },
          {
            "id": "tokenActivationNotification.serviceRequestTime.format",
            "keyword": "format",
            "says": "The MPP MUST accept a serviceRequestTime with any zone offset in a tokenActivationNotification and answer PARAM_ILLEGAL to an invalid date.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.8",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send serviceRequestTime of a tokenActivationNotification as an ISO 8601 time with date and zone.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.8",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "serviceRequestTime is an ISO 8601 time; PARAM_ILLEGAL names an invalid date as its example"
            }
          }
        ]
      },
      {
        "path": [
          "tokenActivatedTime"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": null,
        "enum": null,
        "format": "date-time",
        "pattern": "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$",
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenActivationNotification.tokenActivatedTime.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a tokenActivationNotification without tokenActivatedTime.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenActivatedTime in every tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-06"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "tokenActivatedTime is marked as required"
            }
          },
          {
            "id": "tokenActivationNotification.tokenActivatedTime.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a tokenActivationNotification whose tokenActivatedTime is null.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send null as tokenActivatedTime of a tokenActivationNotification.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-06"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "tokenActivatedTime is marked as required; null means that a parameter is not given"
            }
          },
          {
            "id": "tokenActivationNotification.tokenActivatedTime.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT accept a tokenActivationNotification whose tokenActivatedTime is an empty string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as tokenActivatedTime of a tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenActivationNotification.tokenActivatedTime.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenActivationNotification whose tokenActivatedTime is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenActivatedTime of a tokenActivationNotification as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "tokenActivatedTime is sent as a JSON string"
            }
          },
          {
            "id": "tokenActivationNotification.tokenActivatedTime.format",
            "keyword": "format",
            "says": "The MPP MUST accept a tokenActivatedTime with any zone offset in a tokenActivationNotification and answer PARAM_ILLEGAL to an invalid date.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.8",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenActivatedTime of a tokenActivationNotification as an ISO 8601 time with date and zone.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.8",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "tokenActivatedTime is an ISO 8601 time; PARAM_ILLEGAL names an invalid date as its example"
            }
          }
        ]
      },
      {
        "path": [
          "tokenData"
        ],
        "type": "object",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": true,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenActivationNotification.tokenData.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a tokenActivationNotification without tokenData.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenData in every tokenActivationNotification.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-06"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "tokenData is marked as required"
            }
          },
          {
            "id": "tokenActivationNotification.tokenData.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a tokenActivationNotification whose tokenData is null.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send null as tokenData of a tokenActivationNotification.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TAN-06"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "tokenData is marked as required; null means that a parameter is not given"
            }
          },
          {
            "id": "tokenActivationNotification.tokenData.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenActivationNotification whose tokenData is a string instead of an object.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.1",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenData of a tokenActivationNotification as a JSON object, with every scalar inside as a string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "tokenData is an object"
            }
          }
        ]
      }
    ],
    "response": [
      {
        "path": [
          "result"
        ],
        "type": "object",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenActivationNotification.response.result.required",
            "keyword": "required",
            "says": "The MPP MUST return result in every answer to tokenActivationNotification.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "result is marked as required"
            }
          },
          {
            "id": "tokenActivationNotification.response.result.type",
            "keyword": "type",
            "says": "The MPP MUST return result as a JSON object if it is present in an answer to tokenActivationNotification.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.1",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "result is an object"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultCode"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenActivationNotification.response.result.resultCode.required",
            "keyword": "required",
            "says": "The MPP MUST return result.resultCode in every answer to tokenActivationNotification.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultCode is a required child of result"
            }
          },
          {
            "id": "tokenActivationNotification.response.result.resultCode.type",
            "keyword": "type",
            "says": "The MPP MUST return result.resultCode as a JSON string if it is present in an answer to tokenActivationNotification.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "result.resultCode is sent as a JSON string"
            }
          },
          {
            "id": "tokenActivationNotification.response.result.resultCode.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST NOT return a result.resultCode of more than 64 characters in an answer to tokenActivationNotification.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultCode has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultStatus"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": null,
        "maxLength": null,
        "enum": [
          "S",
          "F",
          "U"
        ],
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenActivationNotification.response.result.resultStatus.required",
            "keyword": "required",
            "says": "The MPP MUST return result.resultStatus in every answer to tokenActivationNotification.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultStatus is required and has listed values"
            }
          },
          {
            "id": "tokenActivationNotification.response.result.resultStatus.type",
            "keyword": "type",
            "says": "The MPP MUST return result.resultStatus as a JSON string if it is present in an answer to tokenActivationNotification.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "result.resultStatus is sent as a JSON string"
            }
          },
          {
            "id": "tokenActivationNotification.response.result.resultStatus.enum",
            "keyword": "enum",
            "says": "The MPP MUST return S, F or U as result.resultStatus in an answer to tokenActivationNotification.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "result.resultStatus has the valid values S, F and U"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultMessage"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 256,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenActivationNotification.response.result.resultMessage.type",
            "keyword": "type",
            "says": "The MPP MUST return result.resultMessage as a JSON string if it is present in an answer to tokenActivationNotification.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "result.resultMessage is sent as a JSON string"
            }
          },
          {
            "id": "tokenActivationNotification.response.result.resultMessage.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD NOT return an empty string as result.resultMessage in an answer to tokenActivationNotification.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_activation_notification",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenActivationNotification.response.result.resultMessage.maxLength",
            "keyword": "maxLength",
            "says": "The MPP SHOULD NOT return a result.resultMessage of more than 256 characters in an answer to tokenActivationNotification.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.17",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.antom.com/ac/ams/api",
              "words": "the sister platform limits resultMessage to 256 characters; the Alipay+ pages show no limit"
            }
          }
        ]
      }
    ],
    "resultCodes": {
      "SUCCESS": "S",
      "ACCESS_DENIED": "F",
      "INVALID_CLIENT": "F",
      "INVALID_SIGNATURE": "F",
      "KEY_NOT_FOUND": "F",
      "MEDIA_TYPE_NOT_ACCEPTABLE": "F",
      "METHOD_NOT_SUPPORTED": "F",
      "NO_INTERFACE_DEF": "F",
      "PARAM_ILLEGAL": "F",
      "PROCESS_FAIL": "F",
      "REQUEST_TRAFFIC_EXCEED_LIMIT": "U",
      "UNKNOWN_EXCEPTION": "U"
    },
    "requestExample": {
      "tokenReferenceId": "DREF0000000000000000000000000001",
      "customerId": "user0000000000000001",
      "walletId": "101",
      "tokenRequestorId": "50110030273",
      "secureElementId": "04010203040506070809",
      "accountSource": "ACCOUNT_ON_FILE",
      "serviceRequestTime": "2019-11-27T12:00:01+08:00",
      "tokenActivatedTime": "2019-11-27T12:01:01+08:00",
      "tokenData": {
        "token": "5204000000000001",
        "expiryMonth": "12",
        "expiryYear": "29"
      }
    },
    "minimalExample": {
      "tokenReferenceId": "DREF0000000000000000000000000001",
      "serviceRequestTime": "2019-11-27T12:00:01+08:00",
      "tokenActivatedTime": "2019-11-27T12:01:01+08:00",
      "tokenData": {
        "token": "5204000000000001",
        "expiryMonth": "12",
        "expiryYear": "29"
      }
    },
    "responseExamples": {
      "SUCCESS": {
        "result": {
          "resultCode": "SUCCESS",
          "resultStatus": "S",
          "resultMessage": "Success"
        }
      },
      "PROCESS_FAIL": {
        "result": {
          "resultCode": "PROCESS_FAIL",
          "resultStatus": "F",
          "resultMessage": "The token is not known."
        }
      },
      "UNKNOWN_EXCEPTION": {
        "result": {
          "resultCode": "UNKNOWN_EXCEPTION",
          "resultStatus": "U",
          "resultMessage": "The notification could not be stored."
        }
      }
    }
  },
  "tokenDigitizeDecision": {
    "id": "tokenDigitizeDecision",
    "path": "/aps/api/v1/tokens/tokenDigitizeDecision",
    "pathAssumed": true,
    "caller": "alipayplus",
    "server": "mpp",
    "effect": null,
    "summary": "Decide whether an account may be tokenized.",
    "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
    "probing": {
      "user": "customerId",
      "nobody": null,
      "credential": null,
      "introduces": "tokenReferenceId",
      "gives": null,
      "refersTo": null,
      "times": {}
    },
    "body": [
      {
        "id": "tokenDigitizeDecision.body.required",
        "keyword": "required",
        "says": "The MPP MUST NOT accept a tokenDigitizeDecision with an empty body.",
        "level": "MUST",
        "basis": "derived",
        "ambiguity": "6.40",
        "accept": [
          "PARAM_ILLEGAL"
        ],
        "beyond": null,
        "sent": null,
        "group": [],
        "harm": "accepts-forbidden",
        "rank": 0,
        "source": {
          "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
          "words": "a message has a body, and parameters in it are required"
        }
      },
      {
        "id": "tokenDigitizeDecision.body.type",
        "keyword": "type",
        "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose body is not a JSON object.",
        "level": "MUST",
        "basis": "derived",
        "ambiguity": "6.40",
        "accept": [
          "PARAM_ILLEGAL"
        ],
        "beyond": null,
        "sent": null,
        "group": [],
        "harm": "accepts-forbidden",
        "rank": 0,
        "source": {
          "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
          "words": "the body is a JSON object of parameters; PARAM_ILLEGAL stands for illegal ones"
        }
      }
    ],
    "request": [
      {
        "path": [
          "tokenReferenceId"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "token",
          "unknown": [
            "USER_NOT_EXIST",
            "PROCESS_FAIL"
          ],
          "shortLength": 20
        },
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.tokenReferenceId.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a tokenDigitizeDecision without tokenReferenceId.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenReferenceId in every tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TDD-10"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "tokenReferenceId is marked as required"
            }
          },
          {
            "id": "tokenDigitizeDecision.tokenReferenceId.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a tokenDigitizeDecision whose tokenReferenceId is null.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send null as tokenReferenceId of a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TDD-10"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "tokenReferenceId is marked as required; null means that a parameter is not given"
            }
          },
          {
            "id": "tokenDigitizeDecision.tokenReferenceId.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose tokenReferenceId is an empty string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL",
              "USER_NOT_EXIST",
              "PROCESS_FAIL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as tokenReferenceId of a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenDigitizeDecision.tokenReferenceId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose tokenReferenceId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenReferenceId of a tokenDigitizeDecision as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "tokenReferenceId is sent as a JSON string"
            }
          },
          {
            "id": "tokenDigitizeDecision.tokenReferenceId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every tokenReferenceId of up to 64 characters alike in a tokenDigitizeDecision and refuse a longer one with PARAM_ILLEGAL, USER_NOT_EXIST or PROCESS_FAIL.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL",
              "USER_NOT_EXIST",
              "PROCESS_FAIL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a tokenReferenceId of more than 64 characters in a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TDD-10"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "tokenReferenceId has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "customerId"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "user",
          "unknown": [
            "USER_NOT_EXIST"
          ],
          "shortLength": 20
        },
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.customerId.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenDigitizeDecision whose customerId is null like one without customerId.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18",
              "TDD-11"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "customerId is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenDigitizeDecision.customerId.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenDigitizeDecision whose customerId is an empty string, or treat it like one without customerId.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as customerId of a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenDigitizeDecision.customerId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose customerId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send customerId of a tokenDigitizeDecision as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "customerId is sent as a JSON string"
            }
          },
          {
            "id": "tokenDigitizeDecision.customerId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every customerId of up to 64 characters alike in a tokenDigitizeDecision and refuse a longer one with PARAM_ILLEGAL or USER_NOT_EXIST.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL",
              "USER_NOT_EXIST"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a customerId of more than 64 characters in a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TDD-10"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "customerId has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "tokenType"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": null,
        "enum": [
          "EMBEDDED_SE",
          "CLOUD",
          "STATIC"
        ],
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.tokenType.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a tokenDigitizeDecision without tokenType.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenType in every tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TDD-10"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "tokenType is marked as required"
            }
          },
          {
            "id": "tokenDigitizeDecision.tokenType.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a tokenDigitizeDecision whose tokenType is null.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send null as tokenType of a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TDD-10"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "tokenType is marked as required; null means that a parameter is not given"
            }
          },
          {
            "id": "tokenDigitizeDecision.tokenType.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose tokenType is an empty string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as tokenType of a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenDigitizeDecision.tokenType.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose tokenType is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenType of a tokenDigitizeDecision as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "tokenType is sent as a JSON string"
            }
          },
          {
            "id": "tokenDigitizeDecision.tokenType.enum",
            "keyword": "enum",
            "says": "The MPP MUST accept each of the 3 documented values of tokenType in a tokenDigitizeDecision.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": {
              "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenDigitizeDecision with an undocumented tokenType, unless it accepts new values.",
              "level": "SHOULD",
              "basis": "position",
              "ambiguity": "6.30"
            },
            "sent": {
              "says": "Alipay+ MUST send EMBEDDED_SE, CLOUD or STATIC as tokenType of a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TDD-11"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "tokenType has the valid values EMBEDDED_SE, CLOUD and STATIC"
            }
          }
        ]
      },
      {
        "path": [
          "walletId"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 16,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "wallet",
          "unknown": [
            "PROCESS_FAIL",
            "ACCESS_DENIED"
          ],
          "shortLength": 8
        },
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.walletId.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenDigitizeDecision whose walletId is null like one without walletId.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18",
              "TDD-11"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "walletId is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenDigitizeDecision.walletId.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenDigitizeDecision whose walletId is an empty string, or treat it like one without walletId.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as walletId of a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenDigitizeDecision.walletId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose walletId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send walletId of a tokenDigitizeDecision as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "walletId is sent as a JSON string"
            }
          },
          {
            "id": "tokenDigitizeDecision.walletId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every walletId of up to 16 characters alike in a tokenDigitizeDecision and refuse a longer one with PARAM_ILLEGAL, PROCESS_FAIL or ACCESS_DENIED.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.42",
            "accept": [
              "PARAM_ILLEGAL",
              "PROCESS_FAIL",
              "ACCESS_DENIED"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a walletId of more than 16 characters in a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TDD-10"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "walletId has at most 16 characters"
            }
          }
        ]
      },
      {
        "path": [
          "tokenRequestorId"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 16,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "wallet",
          "unknown": [
            "PROCESS_FAIL",
            "ACCESS_DENIED"
          ],
          "shortLength": 11
        },
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.tokenRequestorId.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenDigitizeDecision whose tokenRequestorId is null like one without tokenRequestorId.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18",
              "TDD-11"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "tokenRequestorId is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenDigitizeDecision.tokenRequestorId.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenDigitizeDecision whose tokenRequestorId is an empty string, or treat it like one without tokenRequestorId.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as tokenRequestorId of a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenDigitizeDecision.tokenRequestorId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose tokenRequestorId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send tokenRequestorId of a tokenDigitizeDecision as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "tokenRequestorId is sent as a JSON string"
            }
          },
          {
            "id": "tokenDigitizeDecision.tokenRequestorId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every tokenRequestorId of up to 16 characters alike in a tokenDigitizeDecision and refuse a longer one with PARAM_ILLEGAL, PROCESS_FAIL or ACCESS_DENIED.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.42",
            "accept": [
              "PARAM_ILLEGAL",
              "PROCESS_FAIL",
              "ACCESS_DENIED"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a tokenRequestorId of more than 16 characters in a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TDD-10"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "tokenRequestorId has at most 16 characters"
            }
          }
        ]
      },
      {
        "path": [
          "consumerFacingEntityName"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 128,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": true,
        "rules": [
          {
            "id": "tokenDigitizeDecision.consumerFacingEntityName.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenDigitizeDecision whose consumerFacingEntityName is null like one without consumerFacingEntityName.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18",
              "TDD-11"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "consumerFacingEntityName is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenDigitizeDecision.consumerFacingEntityName.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenDigitizeDecision whose consumerFacingEntityName is an empty string, or treat it like one without consumerFacingEntityName.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as consumerFacingEntityName of a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenDigitizeDecision.consumerFacingEntityName.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose consumerFacingEntityName is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send consumerFacingEntityName of a tokenDigitizeDecision as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "consumerFacingEntityName is sent as a JSON string"
            }
          },
          {
            "id": "tokenDigitizeDecision.consumerFacingEntityName.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST accept a consumerFacingEntityName of up to 128 characters in a tokenDigitizeDecision and answer PARAM_ILLEGAL to a longer one.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a consumerFacingEntityName of more than 128 characters in a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TDD-10"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "consumerFacingEntityName has at most 128 characters"
            }
          }
        ]
      },
      {
        "path": [
          "paymentAppInstanceId"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "device",
          "unknown": [
            "PROCESS_FAIL",
            "ACCESS_DENIED"
          ],
          "shortLength": 20
        },
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.paymentAppInstanceId.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenDigitizeDecision whose paymentAppInstanceId is null like one without paymentAppInstanceId.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18",
              "TDD-11"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "paymentAppInstanceId is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenDigitizeDecision.paymentAppInstanceId.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenDigitizeDecision whose paymentAppInstanceId is an empty string, or treat it like one without paymentAppInstanceId.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as paymentAppInstanceId of a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenDigitizeDecision.paymentAppInstanceId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose paymentAppInstanceId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send paymentAppInstanceId of a tokenDigitizeDecision as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "paymentAppInstanceId is sent as a JSON string"
            }
          },
          {
            "id": "tokenDigitizeDecision.paymentAppInstanceId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every paymentAppInstanceId of up to 64 characters alike in a tokenDigitizeDecision and refuse a longer one with PARAM_ILLEGAL, PROCESS_FAIL or ACCESS_DENIED.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.42",
            "accept": [
              "PARAM_ILLEGAL",
              "PROCESS_FAIL",
              "ACCESS_DENIED"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a paymentAppInstanceId of more than 64 characters in a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TDD-10"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "paymentAppInstanceId has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "accountSource"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": null,
        "enum": [
          "ACCOUNT_ON_FILE",
          "ACCOUNT_ADDED_MANUALLY",
          "ACCOUNT_ADDED_VIA_APPLICATION",
          "EXISTING_TOKEN_CREDENTIAL",
          "ACCOUNT_ADDED_VIA_BROWSER",
          "ACCOUNT_ADDED_VIA_CHIP_DATA"
        ],
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.accountSource.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenDigitizeDecision whose accountSource is null like one without accountSource.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18",
              "TDD-11"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "accountSource is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenDigitizeDecision.accountSource.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenDigitizeDecision whose accountSource is an empty string, or treat it like one without accountSource.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as accountSource of a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenDigitizeDecision.accountSource.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose accountSource is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send accountSource of a tokenDigitizeDecision as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "accountSource is sent as a JSON string"
            }
          },
          {
            "id": "tokenDigitizeDecision.accountSource.enum",
            "keyword": "enum",
            "says": "The MPP MUST accept each of the 6 documented values of accountSource in a tokenDigitizeDecision.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": {
              "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenDigitizeDecision with an undocumented accountSource, unless it accepts new values.",
              "level": "SHOULD",
              "basis": "position",
              "ambiguity": "6.30"
            },
            "sent": {
              "says": "Alipay+ MUST send one of the 6 documented values as accountSource of a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TDD-11"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "accountSource has the valid values ACCOUNT_ON_FILE, ACCOUNT_ADDED_MANUALLY, ACCOUNT_ADDED_VIA_APPLICATION, EXISTING_TOKEN_CREDENTIAL, ACCOUNT_ADDED_VIA_BROWSER and ACCOUNT_ADDED_VIA_CHIP_DATA"
            }
          }
        ]
      },
      {
        "path": [
          "accountHolder"
        ],
        "type": "object",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": true,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.accountHolder.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenDigitizeDecision whose accountHolder is null like one without accountHolder.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18",
              "TDD-11"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "accountHolder is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenDigitizeDecision.accountHolder.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose accountHolder is a string instead of an object.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.1",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send accountHolder of a tokenDigitizeDecision as a JSON object, with every scalar inside as a string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "accountHolder is an object"
            }
          }
        ]
      },
      {
        "path": [
          "accountIdHash"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "account",
          "unknown": [
            "USER_NOT_EXIST",
            "PROCESS_FAIL",
            "ACCESS_DENIED"
          ],
          "shortLength": 20
        },
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.accountIdHash.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenDigitizeDecision whose accountIdHash is null like one without accountIdHash.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18",
              "TDD-11"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "accountIdHash is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenDigitizeDecision.accountIdHash.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenDigitizeDecision whose accountIdHash is an empty string, or treat it like one without accountIdHash.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as accountIdHash of a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenDigitizeDecision.accountIdHash.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose accountIdHash is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send accountIdHash of a tokenDigitizeDecision as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "accountIdHash is sent as a JSON string"
            }
          },
          {
            "id": "tokenDigitizeDecision.accountIdHash.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every accountIdHash of up to 64 characters alike in a tokenDigitizeDecision and refuse a longer one with PARAM_ILLEGAL, USER_NOT_EXIST, PROCESS_FAIL or ACCESS_DENIED.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.42",
            "accept": [
              "PARAM_ILLEGAL",
              "USER_NOT_EXIST",
              "PROCESS_FAIL",
              "ACCESS_DENIED"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an accountIdHash of more than 64 characters in a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TDD-10"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "accountIdHash has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "mobileNumberSuffix"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 32,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.mobileNumberSuffix.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenDigitizeDecision whose mobileNumberSuffix is null like one without mobileNumberSuffix.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18",
              "TDD-11"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "mobileNumberSuffix is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenDigitizeDecision.mobileNumberSuffix.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a tokenDigitizeDecision whose mobileNumberSuffix is an empty string, or treat it like one without mobileNumberSuffix.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send an empty string as mobileNumberSuffix of a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenDigitizeDecision.mobileNumberSuffix.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose mobileNumberSuffix is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send mobileNumberSuffix of a tokenDigitizeDecision as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "mobileNumberSuffix is sent as a JSON string"
            }
          },
          {
            "id": "tokenDigitizeDecision.mobileNumberSuffix.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST accept a mobileNumberSuffix of up to 32 characters in a tokenDigitizeDecision and answer PARAM_ILLEGAL to a longer one.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST NOT send a mobileNumberSuffix of more than 32 characters in a tokenDigitizeDecision.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "TDD-10"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "mobileNumberSuffix has at most 32 characters"
            }
          }
        ]
      },
      {
        "path": [
          "walletProviderDecisioningInfo"
        ],
        "type": "object",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": true,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.walletProviderDecisioningInfo.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenDigitizeDecision whose walletProviderDecisioningInfo is null like one without walletProviderDecisioningInfo.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18",
              "TDD-11"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "walletProviderDecisioningInfo is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenDigitizeDecision.walletProviderDecisioningInfo.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose walletProviderDecisioningInfo is a string instead of an object.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.1",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send walletProviderDecisioningInfo of a tokenDigitizeDecision as a JSON object, with every scalar inside as a string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "walletProviderDecisioningInfo is an object"
            }
          }
        ]
      },
      {
        "path": [
          "deviceInfo"
        ],
        "type": "object",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": true,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.deviceInfo.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenDigitizeDecision whose deviceInfo is null like one without deviceInfo.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18",
              "TDD-11"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "deviceInfo is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenDigitizeDecision.deviceInfo.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose deviceInfo is a string instead of an object.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.1",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send deviceInfo of a tokenDigitizeDecision as a JSON object, with every scalar inside as a string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "deviceInfo is an object"
            }
          }
        ]
      },
      {
        "path": [
          "associatedToken"
        ],
        "type": "object",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": true,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.associatedToken.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenDigitizeDecision whose associatedToken is null like one without associatedToken.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18",
              "TDD-11"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "associatedToken is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenDigitizeDecision.associatedToken.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose associatedToken is a string instead of an object.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.1",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send associatedToken of a tokenDigitizeDecision as a JSON object, with every scalar inside as a string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "associatedToken is an object"
            }
          }
        ]
      },
      {
        "path": [
          "aplusDecisioningInfo"
        ],
        "type": "object",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": true,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.aplusDecisioningInfo.optional",
            "keyword": "optional",
            "says": "The MPP MUST treat a tokenDigitizeDecision whose aplusDecisioningInfo is null like one without aplusDecisioningInfo.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18",
              "TDD-11"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "aplusDecisioningInfo is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "tokenDigitizeDecision.aplusDecisioningInfo.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a tokenDigitizeDecision whose aplusDecisioningInfo is a string instead of an object.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.1",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "Alipay+ MUST send aplusDecisioningInfo of a tokenDigitizeDecision as a JSON object, with every scalar inside as a string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "aplusDecisioningInfo is an object"
            }
          }
        ]
      }
    ],
    "response": [
      {
        "path": [
          "result"
        ],
        "type": "object",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.response.result.required",
            "keyword": "required",
            "says": "The MPP MUST return result in every answer to tokenDigitizeDecision.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "result is marked as required"
            }
          },
          {
            "id": "tokenDigitizeDecision.response.result.type",
            "keyword": "type",
            "says": "The MPP MUST return result as a JSON object if it is present in an answer to tokenDigitizeDecision.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.1",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "result is an object"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultCode"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.response.result.resultCode.required",
            "keyword": "required",
            "says": "The MPP MUST return result.resultCode in every answer to tokenDigitizeDecision.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultCode is a required child of result"
            }
          },
          {
            "id": "tokenDigitizeDecision.response.result.resultCode.type",
            "keyword": "type",
            "says": "The MPP MUST return result.resultCode as a JSON string if it is present in an answer to tokenDigitizeDecision.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "result.resultCode is sent as a JSON string"
            }
          },
          {
            "id": "tokenDigitizeDecision.response.result.resultCode.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST NOT return a result.resultCode of more than 64 characters in an answer to tokenDigitizeDecision.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultCode has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultStatus"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": null,
        "maxLength": null,
        "enum": [
          "S",
          "F",
          "U"
        ],
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.response.result.resultStatus.required",
            "keyword": "required",
            "says": "The MPP MUST return result.resultStatus in every answer to tokenDigitizeDecision.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultStatus is required and has listed values"
            }
          },
          {
            "id": "tokenDigitizeDecision.response.result.resultStatus.type",
            "keyword": "type",
            "says": "The MPP MUST return result.resultStatus as a JSON string if it is present in an answer to tokenDigitizeDecision.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "result.resultStatus is sent as a JSON string"
            }
          },
          {
            "id": "tokenDigitizeDecision.response.result.resultStatus.enum",
            "keyword": "enum",
            "says": "The MPP MUST return S, F or U as result.resultStatus in an answer to tokenDigitizeDecision.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "result.resultStatus has the valid values S, F and U"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultMessage"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 256,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.response.result.resultMessage.type",
            "keyword": "type",
            "says": "The MPP MUST return result.resultMessage as a JSON string if it is present in an answer to tokenDigitizeDecision.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "result.resultMessage is sent as a JSON string"
            }
          },
          {
            "id": "tokenDigitizeDecision.response.result.resultMessage.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD NOT return an empty string as result.resultMessage in an answer to tokenDigitizeDecision.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenDigitizeDecision.response.result.resultMessage.maxLength",
            "keyword": "maxLength",
            "says": "The MPP SHOULD NOT return a result.resultMessage of more than 256 characters in an answer to tokenDigitizeDecision.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.17",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.antom.com/ac/ams/api",
              "words": "the sister platform limits resultMessage to 256 characters; the Alipay+ pages show no limit"
            }
          }
        ]
      },
      {
        "path": [
          "activationMethods"
        ],
        "type": "array",
        "items": "object",
        "required": false,
        "conditional": true,
        "assumed": true,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.response.activationMethods.required",
            "keyword": "required",
            "says": "The MPP SHOULD return activationMethods in an answer to tokenDigitizeDecision whose decision is REQUIRE_ADDITIONAL_AUTHENTICATION.",
            "level": "SHOULD",
            "basis": "normative",
            "ambiguity": "6.11",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "activationMethods comes with decision REQUIRE_ADDITIONAL_AUTHENTICATION"
            }
          },
          {
            "id": "tokenDigitizeDecision.response.activationMethods.type",
            "keyword": "type",
            "says": "The MPP MUST return activationMethods as a JSON array of objects if it is present in an answer to tokenDigitizeDecision, and every scalar inside as a string.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.1",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "activationMethods is an array"
            }
          }
        ]
      },
      {
        "path": [
          "decision"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": true,
        "assumed": false,
        "minLength": null,
        "maxLength": null,
        "enum": [
          "APPROVED",
          "REQUIRE_ADDITIONAL_AUTHENTICATION",
          "DECLINED"
        ],
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "tokenDigitizeDecision.response.decision.required",
            "keyword": "required",
            "says": "The MPP MUST return decision in an answer to tokenDigitizeDecision whose resultCode is SUCCESS.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "decision comes with resultCode SUCCESS"
            }
          },
          {
            "id": "tokenDigitizeDecision.response.decision.type",
            "keyword": "type",
            "says": "The MPP MUST return decision as a JSON string if it is present in an answer to tokenDigitizeDecision.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "decision is sent as a JSON string"
            }
          },
          {
            "id": "tokenDigitizeDecision.response.decision.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT return an empty string as decision in an answer to tokenDigitizeDecision.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.3",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-19"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "tokenDigitizeDecision.response.decision.enum",
            "keyword": "enum",
            "says": "The MPP MUST return APPROVED, REQUIRE_ADDITIONAL_AUTHENTICATION or DECLINED as decision in an answer to tokenDigitizeDecision.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/alipayplus_nfc_ios/token_digitize_decision",
              "words": "decision has the valid values APPROVED, REQUIRE_ADDITIONAL_AUTHENTICATION and DECLINED"
            }
          }
        ]
      }
    ],
    "resultCodes": {
      "SUCCESS": "S",
      "ACCESS_DENIED": "F",
      "INVALID_CLIENT": "F",
      "INVALID_SIGNATURE": "F",
      "KEY_NOT_FOUND": "F",
      "MEDIA_TYPE_NOT_ACCEPTABLE": "F",
      "METHOD_NOT_SUPPORTED": "F",
      "NO_INTERFACE_DEF": "F",
      "PARAM_ILLEGAL": "F",
      "PROCESS_FAIL": "F",
      "USER_NO_ACTIVATE_METHOD": "F",
      "USER_NOT_EXIST": "F",
      "USER_STATUS_ABNORMAL": "F",
      "REQUEST_TRAFFIC_EXCEED_LIMIT": "U",
      "UNKNOWN_EXCEPTION": "U"
    },
    "requestExample": {
      "tokenReferenceId": "DREF0000000000000000000000000001",
      "customerId": "user0000000000000001",
      "tokenType": "CLOUD",
      "walletId": "101",
      "tokenRequestorId": "50110030273",
      "consumerFacingEntityName": "Example Wallet",
      "paymentAppInstanceId": "92de9357a535b2c21a3566e446f43c532a46b54c46",
      "accountSource": "ACCOUNT_ON_FILE",
      "accountHolder": {
        "accountHolderName": "Ana Example",
        "accountHolderEmailAddress": "ana@example.org"
      },
      "accountIdHash": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
      "mobileNumberSuffix": "1234",
      "walletProviderDecisioningInfo": {
        "recommendedDecision": "APPROVED",
        "recommendationReasons": [
          "LONG_ACCOUNT_TENURE",
          "GOOD_ACTIVITY_HISTORY"
        ],
        "deviceScore": "4",
        "accountScore": "5"
      },
      "deviceInfo": {
        "deviceName": "Phone",
        "formFactor": "PHONE",
        "osName": "IOS",
        "osVersion": "17.4",
        "storageTechnology": "SE"
      },
      "associatedToken": {
        "tokenReferenceId": "DREF0000000000000000000000000000"
      },
      "aplusDecisioningInfo": {
        "recommendedDecision": "APPROVED"
      }
    },
    "minimalExample": {
      "tokenReferenceId": "DREF0000000000000000000000000001",
      "tokenType": "CLOUD"
    },
    "responseExamples": {
      "APPROVED": {
        "result": {
          "resultCode": "SUCCESS",
          "resultStatus": "S",
          "resultMessage": "Success"
        },
        "decision": "APPROVED"
      },
      "REQUIRE_ADDITIONAL_AUTHENTICATION": {
        "result": {
          "resultCode": "SUCCESS",
          "resultStatus": "S",
          "resultMessage": "Success"
        },
        "decision": "REQUIRE_ADDITIONAL_AUTHENTICATION",
        "activationMethods": [
          {
            "type": "TEXT_TO_CARDHOLDER_NUMBER",
            "value": "******1234"
          },
          {
            "type": "EMAIL_TO_CARDHOLDER_ADDRESS",
            "value": "a****@example.org"
          }
        ]
      },
      "DECLINED": {
        "result": {
          "resultCode": "SUCCESS",
          "resultStatus": "S",
          "resultMessage": "Success"
        },
        "decision": "DECLINED"
      },
      "USER_NO_ACTIVATE_METHOD": {
        "result": {
          "resultCode": "USER_NO_ACTIVATE_METHOD",
          "resultStatus": "F",
          "resultMessage": "The user has no usable method."
        }
      },
      "UNKNOWN_EXCEPTION": {
        "result": {
          "resultCode": "UNKNOWN_EXCEPTION",
          "resultStatus": "U",
          "resultMessage": "The decision could not be made."
        }
      }
    }
  },
  "getPaymentCode": {
    "id": "getPaymentCode",
    "path": "/aps/api/v1/codes/getPaymentCode",
    "pathAssumed": false,
    "caller": "mpp",
    "server": "alipayplus",
    "effect": null,
    "summary": "Get payment codes for a user.",
    "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
    "probing": {
      "user": "customerId",
      "nobody": "customerId",
      "credential": null,
      "introduces": null,
      "gives": null,
      "refersTo": null,
      "times": {}
    },
    "body": [
      {
        "id": "getPaymentCode.body.required",
        "keyword": "required",
        "says": "Alipay+ MUST NOT accept a getPaymentCode with an empty body.",
        "level": "MUST",
        "basis": "derived",
        "ambiguity": "6.40",
        "accept": [
          "PARAM_ILLEGAL"
        ],
        "beyond": null,
        "sent": null,
        "group": [],
        "harm": "accepts-forbidden",
        "rank": 0,
        "source": {
          "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
          "words": "a message has a body, and parameters in it are required"
        }
      },
      {
        "id": "getPaymentCode.body.type",
        "keyword": "type",
        "says": "Alipay+ MUST NOT accept a getPaymentCode whose body is not a JSON object.",
        "level": "MUST",
        "basis": "derived",
        "ambiguity": "6.40",
        "accept": [
          "PARAM_ILLEGAL"
        ],
        "beyond": null,
        "sent": null,
        "group": [],
        "harm": "accepts-forbidden",
        "rank": 0,
        "source": {
          "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
          "words": "the body is a JSON object of parameters; PARAM_ILLEGAL stands for illegal ones"
        }
      }
    ],
    "request": [
      {
        "path": [
          "region"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 2,
        "maxLength": 2,
        "enum": null,
        "format": null,
        "pattern": "^[A-Z]{2}$",
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "getPaymentCode.region.optional",
            "keyword": "optional",
            "says": "Alipay+ MUST treat a getPaymentCode whose region is null like one without region.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "region is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "getPaymentCode.region.empty",
            "keyword": "empty",
            "says": "Alipay+ SHOULD answer PARAM_ILLEGAL to a getPaymentCode whose region is an empty string, or treat it like one without region.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST NOT send an empty string as region of a getPaymentCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "getPaymentCode.region.type",
            "keyword": "type",
            "says": "Alipay+ MUST NOT accept a getPaymentCode whose region is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST send region of a getPaymentCode as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "region is sent as a JSON string"
            }
          },
          {
            "id": "getPaymentCode.region.maxLength",
            "keyword": "maxLength",
            "says": "Alipay+ MUST answer PARAM_ILLEGAL to a getPaymentCode whose region has more than 2 characters.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST NOT send a region of more than 2 characters in a getPaymentCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "GPC-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "region has at most 2 characters"
            }
          },
          {
            "id": "getPaymentCode.region.minLength",
            "keyword": "minLength",
            "says": "Alipay+ MUST answer PARAM_ILLEGAL to a getPaymentCode whose region has fewer than 2 characters.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST NOT send a region of fewer than 2 characters in a getPaymentCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "GPC-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "region has 2 characters"
            }
          }
        ]
      },
      {
        "path": [
          "customerId"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": {
          "of": "user",
          "unknown": [
            "PROCESS_FAIL"
          ],
          "shortLength": 20
        },
        "freeText": false,
        "rules": [
          {
            "id": "getPaymentCode.customerId.required",
            "keyword": "required",
            "says": "Alipay+ MUST answer PARAM_ILLEGAL to a getPaymentCode without customerId.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST send customerId in every getPaymentCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "GPC-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "customerId is marked as required"
            }
          },
          {
            "id": "getPaymentCode.customerId.null",
            "keyword": "null",
            "says": "Alipay+ MUST answer PARAM_ILLEGAL to a getPaymentCode whose customerId is null.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST NOT send null as customerId of a getPaymentCode.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "GPC-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "customerId is marked as required; null means that a parameter is not given"
            }
          },
          {
            "id": "getPaymentCode.customerId.empty",
            "keyword": "empty",
            "says": "Alipay+ MUST NOT accept a getPaymentCode whose customerId is an empty string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL",
              "PROCESS_FAIL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST NOT send an empty string as customerId of a getPaymentCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "getPaymentCode.customerId.type",
            "keyword": "type",
            "says": "Alipay+ MUST NOT accept a getPaymentCode whose customerId is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST send customerId of a getPaymentCode as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "customerId is sent as a JSON string"
            }
          },
          {
            "id": "getPaymentCode.customerId.maxLength",
            "keyword": "maxLength",
            "says": "Alipay+ MUST treat every customerId of up to 64 characters alike in a getPaymentCode and refuse a longer one with PARAM_ILLEGAL or PROCESS_FAIL.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL",
              "PROCESS_FAIL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST NOT send a customerId of more than 64 characters in a getPaymentCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "customerId has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "codeQuantity"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 2,
        "enum": null,
        "format": null,
        "pattern": "^([1-9]|10)$",
        "range": {
          "min": 1,
          "max": 10
        },
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "getPaymentCode.codeQuantity.optional",
            "keyword": "optional",
            "says": "Alipay+ MUST treat a getPaymentCode whose codeQuantity is null like one without codeQuantity.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-18"
            ],
            "harm": "wrong-result",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "codeQuantity is optional; an unused one is omitted or null"
            }
          },
          {
            "id": "getPaymentCode.codeQuantity.empty",
            "keyword": "empty",
            "says": "Alipay+ SHOULD answer PARAM_ILLEGAL to a getPaymentCode whose codeQuantity is an empty string, or treat it like one without codeQuantity.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST NOT send an empty string as codeQuantity of a getPaymentCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "getPaymentCode.codeQuantity.type",
            "keyword": "type",
            "says": "Alipay+ MUST NOT accept a getPaymentCode whose codeQuantity is an array or an object instead of a string.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST send codeQuantity of a getPaymentCode as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "codeQuantity is sent as a JSON string"
            }
          },
          {
            "id": "getPaymentCode.codeQuantity.maxLength",
            "keyword": "maxLength",
            "says": "Alipay+ MUST answer PARAM_ILLEGAL to a getPaymentCode whose codeQuantity has more than 2 characters.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST NOT send a codeQuantity of more than 2 characters in a getPaymentCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "GPC-07"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "codeQuantity has at most 2 characters"
            }
          },
          {
            "id": "getPaymentCode.codeQuantity.range",
            "keyword": "range",
            "says": "Alipay+ MUST accept every codeQuantity from 1 to 10 in a getPaymentCode and answer PARAM_ILLEGAL to anything else.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.5",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST send codeQuantity of a getPaymentCode as a whole number from 1 to 10.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.5",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "GPC-07"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "codeQuantity is a number from 1 to 10; PARAM_ILLEGAL names non-numeric input"
            }
          }
        ]
      },
      {
        "path": [
          "env"
        ],
        "type": "object",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": true,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "getPaymentCode.env.required",
            "keyword": "required",
            "says": "Alipay+ MUST answer PARAM_ILLEGAL to a getPaymentCode without env.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST send env in every getPaymentCode.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "GPC-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "env is marked as required"
            }
          },
          {
            "id": "getPaymentCode.env.null",
            "keyword": "null",
            "says": "Alipay+ MUST answer PARAM_ILLEGAL to a getPaymentCode whose env is null.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST NOT send null as env of a getPaymentCode.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": [],
              "harm": "wrong-form"
            },
            "group": [
              "G-17",
              "GPC-08"
            ],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "env is marked as required; null means that a parameter is not given"
            }
          },
          {
            "id": "getPaymentCode.env.type",
            "keyword": "type",
            "says": "Alipay+ MUST NOT accept a getPaymentCode whose env is a string instead of an object.",
            "level": "MUST",
            "basis": "derived",
            "ambiguity": "6.1",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "beyond": null,
            "sent": {
              "says": "The MPP MUST send env of a getPaymentCode as a JSON object, with every scalar inside as a string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ],
              "harm": "wrong-form"
            },
            "group": [],
            "harm": "accepts-forbidden",
            "rank": 0,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "env is an object"
            }
          }
        ]
      }
    ],
    "response": [
      {
        "path": [
          "result"
        ],
        "type": "object",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "getPaymentCode.response.result.required",
            "keyword": "required",
            "says": "Alipay+ MUST return result in every answer to getPaymentCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "result is marked as required"
            }
          },
          {
            "id": "getPaymentCode.response.result.type",
            "keyword": "type",
            "says": "Alipay+ MUST return result as a JSON object if it is present in an answer to getPaymentCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.1",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "result is an object"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultCode"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 64,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "getPaymentCode.response.result.resultCode.required",
            "keyword": "required",
            "says": "Alipay+ MUST return result.resultCode in every answer to getPaymentCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultCode is a required child of result"
            }
          },
          {
            "id": "getPaymentCode.response.result.resultCode.type",
            "keyword": "type",
            "says": "Alipay+ MUST return result.resultCode as a JSON string if it is present in an answer to getPaymentCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "result.resultCode is sent as a JSON string"
            }
          },
          {
            "id": "getPaymentCode.response.result.resultCode.maxLength",
            "keyword": "maxLength",
            "says": "Alipay+ MUST NOT return a result.resultCode of more than 64 characters in an answer to getPaymentCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultCode has at most 64 characters"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultStatus"
        ],
        "type": "string",
        "items": null,
        "required": true,
        "conditional": false,
        "assumed": false,
        "minLength": null,
        "maxLength": null,
        "enum": [
          "S",
          "F",
          "U"
        ],
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "getPaymentCode.response.result.resultStatus.required",
            "keyword": "required",
            "says": "Alipay+ MUST return result.resultStatus in every answer to getPaymentCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultStatus is required and has listed values"
            }
          },
          {
            "id": "getPaymentCode.response.result.resultStatus.type",
            "keyword": "type",
            "says": "Alipay+ MUST return result.resultStatus as a JSON string if it is present in an answer to getPaymentCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "result.resultStatus is sent as a JSON string"
            }
          },
          {
            "id": "getPaymentCode.response.result.resultStatus.enum",
            "keyword": "enum",
            "says": "Alipay+ MUST return S, F or U as result.resultStatus in an answer to getPaymentCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15"
            ],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "result.resultStatus has the valid values S, F and U"
            }
          }
        ]
      },
      {
        "path": [
          "result",
          "resultMessage"
        ],
        "type": "string",
        "items": null,
        "required": false,
        "conditional": false,
        "assumed": false,
        "minLength": 1,
        "maxLength": 256,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "getPaymentCode.response.result.resultMessage.type",
            "keyword": "type",
            "says": "Alipay+ MUST return result.resultMessage as a JSON string if it is present in an answer to getPaymentCode.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "result.resultMessage is sent as a JSON string"
            }
          },
          {
            "id": "getPaymentCode.response.result.resultMessage.empty",
            "keyword": "empty",
            "says": "Alipay+ SHOULD NOT return an empty string as result.resultMessage in an answer to getPaymentCode.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "a parameter must not be the empty string \"\""
            }
          },
          {
            "id": "getPaymentCode.response.result.resultMessage.maxLength",
            "keyword": "maxLength",
            "says": "Alipay+ SHOULD NOT return a result.resultMessage of more than 256 characters in an answer to getPaymentCode.",
            "level": "SHOULD",
            "basis": "position",
            "ambiguity": "6.17",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.antom.com/ac/ams/api",
              "words": "the sister platform limits resultMessage to 256 characters; the Alipay+ pages show no limit"
            }
          }
        ]
      },
      {
        "path": [
          "paymentCodeInfoList"
        ],
        "type": "array",
        "items": "object",
        "required": false,
        "conditional": true,
        "assumed": true,
        "minLength": null,
        "maxLength": null,
        "enum": null,
        "format": null,
        "pattern": null,
        "range": null,
        "identity": null,
        "freeText": false,
        "rules": [
          {
            "id": "getPaymentCode.response.paymentCodeInfoList.required",
            "keyword": "required",
            "says": "Alipay+ MUST return paymentCodeInfoList in an answer to getPaymentCode whose resultStatus is S.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [],
            "harm": "wrong-result",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "paymentCodeInfoList comes with resultStatus S"
            }
          },
          {
            "id": "getPaymentCode.response.paymentCodeInfoList.type",
            "keyword": "type",
            "says": "Alipay+ MUST return paymentCodeInfoList as a JSON array of objects if it is present in an answer to getPaymentCode, and every scalar inside as a string.",
            "level": "MUST",
            "basis": "normative",
            "ambiguity": "6.1",
            "accept": [],
            "beyond": null,
            "sent": null,
            "group": [
              "G-20"
            ],
            "harm": "wrong-form",
            "rank": 1,
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/get_payment_code",
              "words": "paymentCodeInfoList is an array"
            }
          }
        ]
      }
    ],
    "resultCodes": {
      "SUCCESS": "S",
      "ACCESS_DENIED": "F",
      "INVALID_CLIENT": "F",
      "INVALID_SIGNATURE": "F",
      "KEY_NOT_FOUND": "F",
      "MEDIA_TYPE_NOT_ACCEPTABLE": "F",
      "METHOD_NOT_SUPPORTED": "F",
      "NO_INTERFACE_DEF": "F",
      "PARAM_ILLEGAL": "F",
      "PROCESS_FAIL": "F",
      "REQUEST_TRAFFIC_EXCEED_LIMIT": "U",
      "UNKNOWN_EXCEPTION": "U"
    },
    "requestExample": {
      "region": "SG",
      "customerId": "user0000000000000001",
      "codeQuantity": "2",
      "env": {
        "terminalType": "APP",
        "osType": "IOS",
        "deviceTokenId": "device-0001",
        "clientIp": "192.0.2.1"
      }
    },
    "minimalExample": {
      "customerId": "user0000000000000001",
      "env": {
        "terminalType": "APP",
        "osType": "IOS",
        "deviceTokenId": "device-0001",
        "clientIp": "192.0.2.1"
      }
    },
    "responseExamples": {
      "SUCCESS": {
        "result": {
          "resultCode": "SUCCESS",
          "resultStatus": "S",
          "resultMessage": "Success"
        },
        "paymentCodeInfoList": [
          {
            "paymentCode": "2812345678901234561",
            "codeValidityStartTime": "2019-11-27T12:01:01+08:00",
            "codeExpiryTime": "2019-11-27T12:02:01+08:00"
          },
          {
            "paymentCode": "2812345678901234562",
            "codeValidityStartTime": "2019-11-27T12:01:31+08:00",
            "codeExpiryTime": "2019-11-27T12:02:31+08:00"
          }
        ]
      },
      "ACCESS_DENIED": {
        "result": {
          "resultCode": "ACCESS_DENIED",
          "resultStatus": "F",
          "resultMessage": "Access is denied."
        }
      },
      "REQUEST_TRAFFIC_EXCEED_LIMIT": {
        "result": {
          "resultCode": "REQUEST_TRAFFIC_EXCEED_LIMIT",
          "resultStatus": "U",
          "resultMessage": "Too many requests at a time."
        }
      }
    }
  }
};

/** The ids in the order of the spec. */
export const operationIds: readonly OperationId[] = ["sendOTP","sendActivationCode","tokenActivationNotification","tokenDigitizeDecision","getPaymentCode"];

/** The API of that name; undefined where there is none. */
export function operationNamed(name: string): Operation | undefined {
  return Object.values(operations).find(({ id }) => id === name);
}
