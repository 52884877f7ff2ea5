/** Generated from spec/ by npm run generate; do not edit. */

/** The APIs, by the name Alipay+ gives them. */
export type OperationId =
  | 'sendOTP';

/** What a rule is about; `optional` is "left out and null are alike". */
export type Keyword =
  | 'required'
  | 'null'
  | 'empty'
  | 'type'
  | 'maxLength'
  | 'minLength'
  | 'enum'
  | 'format'
  | 'range'
  | 'optional';

export type Level = 'MUST' | 'SHOULD' | 'MAY';
export type Basis = 'normative' | 'derived' | 'position';

/** One constraint: a row of the report of its own. */
export interface Rule {
  readonly id: string;
  readonly keyword: Keyword;
  readonly says: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly ambiguity: string | null;
  /** Codes with which a server may refuse a request that breaks the rule; empty for answers. */
  readonly accept: readonly string[];
  /**
   * How a value beyond the constraint is read where that differs from the rule itself: refusing an enumeration's documented
   * value breaks the rule, accepting an undocumented one only this. Null: one reading for both.
   */
  readonly beyond: {
    readonly says: string;
    readonly level: Level;
    readonly basis: Basis;
    readonly ambiguity: string | null;
  } | null;
  /** The same constraint where the caller is under test and keeps it; null for answers and where only a server can break it. */
  readonly sent: {
    readonly says: string;
    readonly level: Level;
    readonly basis: Basis;
    readonly ambiguity: string | null;
    readonly group: readonly string[];
  } | null;
  /** Ids of the catalogue rows that sum it up where the server is under test. */
  readonly group: readonly string[];
  readonly source: { readonly page: string; readonly words: string };
}

/** One field of a message with what the spec says of it. */
export interface Field {
  readonly path: readonly string[];
  readonly type: 'string' | 'object' | 'array';
  readonly items: 'string' | 'object' | null;
  readonly required: boolean;
  /** Required in some answers only, as `if` and `then` of the schema say. */
  readonly conditional: boolean;
  /** Public pages hide its children: they go out as the example has them and are never judged. */
  readonly assumed: boolean;
  readonly minLength: number | null;
  readonly maxLength: number | null;
  readonly enum: readonly string[] | null;
  readonly format: 'date-time' | null;
  readonly pattern: string | null;
  readonly range: { readonly min: number; readonly max: number } | null;
  /** It names someone or something; `unknown` lists the codes that say there is no such one. */
  readonly identity: { readonly unknown: readonly string[] } | null;
  readonly freeText: boolean;
  readonly rules: readonly Rule[];
}

/** What a probe has to know beside the schema. */
export interface Probing {
  /** Field that makes the user nobody when its value is made up: no message can reach a person. */
  readonly nobody: string | null;
  /** Field that is a secret of the user. */
  readonly credential: string | null;
  /** Field that an accepted call makes known to the server: each call uses a new value. */
  readonly introduces: string | null;
  /** Field whose value another operation introduced. */
  readonly refersTo: { readonly field: string; readonly operation: OperationId } | null;
  /** Times relative to the start of a run, in minutes, that keep a valid request in order and in the future where it must be. */
  readonly times: Readonly<Record<string, number>>;
}

/** One API: its path, its two sides, its fields, its result codes, its examples. */
export interface Operation {
  readonly id: OperationId;
  readonly path: string;
  readonly pathAssumed: boolean;
  readonly caller: 'alipayplus' | 'mpp';
  readonly server: 'mpp' | 'alipayplus';
  /** What an accepted call does to a person; null where it costs nobody anything. */
  readonly effect: string | null;
  readonly summary: string;
  readonly page: string;
  readonly probing: Probing;
  /** Rules of the body as a whole. */
  readonly body: readonly Rule[];
  readonly request: readonly Field[];
  readonly response: readonly Field[];
  readonly resultCodes: Readonly<Record<string, 'S' | 'F' | 'U'>>;
  readonly requestExample: Readonly<Record<string, unknown>>;
  readonly minimalExample: Readonly<Record<string, unknown>>;
  readonly responseExamples: Readonly<Record<string, unknown>>;
}

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
      "nobody": "accessToken",
      "credential": "accessToken",
      "introduces": null,
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
        "source": {
          "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
          "words": "a message has a body, and parameters in it are required"
        }
      },
      {
        "id": "sendOTP.body.type",
        "keyword": "type",
        "says": "The MPP MUST NOT accept a sendOTP whose body is anything but a JSON object.",
        "level": "MUST",
        "basis": "derived",
        "ambiguity": "6.40",
        "accept": [
          "PARAM_ILLEGAL"
        ],
        "beyond": null,
        "sent": null,
        "group": [],
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
          "unknown": [
            "ACCESS_DENIED",
            "INVALID_CLIENT",
            "INVALID_TOKEN",
            "PROCESS_FAIL",
            "USER_NOT_EXIST"
          ]
        },
        "freeText": false,
        "rules": [
          {
            "id": "sendOTP.acquirerId.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendOTP that lacks acquirerId.",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "sent": {
              "says": "Alipay+ MUST send acquirerId in every sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": []
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "acquirerId is marked as required"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.acquirerId.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendOTP whose acquirerId is null.",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "sent": {
              "says": "Alipay+ MUST NOT send null as acquirerId of a sendOTP.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": []
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "acquirerId is marked as required; null stands for a parameter that is not given"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.acquirerId.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT accept a sendOTP whose acquirerId is the empty string.",
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
            "sent": {
              "says": "Alipay+ MUST NOT send the empty string as acquirerId of a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ]
            },
            "group": [],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "a parameter is not to be left empty as \"\""
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.acquirerId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a sendOTP whose acquirerId is an array or an object instead of a string.",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "sent": {
              "says": "Alipay+ MUST send acquirerId of a sendOTP as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ]
            },
            "group": [],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "acquirerId is sent as a JSON string"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.acquirerId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every acquirerId of up to 64 characters alike in a sendOTP and refuse a longer one with PARAM_ILLEGAL, ACCESS_DENIED, INVALID_CLIENT, INVALID_TOKEN, PROCESS_FAIL or USER_NOT_EXIST.",
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
            "sent": {
              "says": "Alipay+ MUST NOT send an acquirerId of more than 64 characters in a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": []
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "acquirerId has at most 64 characters"
            },
            "level": "MUST",
            "beyond": null
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
          "unknown": [
            "ACCESS_DENIED",
            "INVALID_CLIENT",
            "INVALID_TOKEN",
            "PROCESS_FAIL",
            "USER_NOT_EXIST"
          ]
        },
        "freeText": false,
        "rules": [
          {
            "id": "sendOTP.pspId.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendOTP that lacks pspId.",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "sent": {
              "says": "Alipay+ MUST send pspId in every sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": []
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "pspId is marked as required"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.pspId.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendOTP whose pspId is null.",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "sent": {
              "says": "Alipay+ MUST NOT send null as pspId of a sendOTP.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": []
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "pspId is marked as required; null stands for a parameter that is not given"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.pspId.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT accept a sendOTP whose pspId is the empty string.",
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
            "sent": {
              "says": "Alipay+ MUST NOT send the empty string as pspId of a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ]
            },
            "group": [],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "a parameter is not to be left empty as \"\""
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.pspId.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a sendOTP whose pspId is an array or an object instead of a string.",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "sent": {
              "says": "Alipay+ MUST send pspId of a sendOTP as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ]
            },
            "group": [],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "pspId is sent as a JSON string"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.pspId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every pspId of up to 64 characters alike in a sendOTP and refuse a longer one with PARAM_ILLEGAL, ACCESS_DENIED, INVALID_CLIENT, INVALID_TOKEN, PROCESS_FAIL or USER_NOT_EXIST.",
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
            "sent": {
              "says": "Alipay+ MUST NOT send a pspId of more than 64 characters in a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": []
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "pspId has at most 64 characters"
            },
            "level": "MUST",
            "beyond": null
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
          "unknown": [
            "INVALID_TOKEN",
            "EXPIRED_ACCESS_TOKEN",
            "USER_NOT_EXIST"
          ]
        },
        "freeText": false,
        "rules": [
          {
            "id": "sendOTP.accessToken.required",
            "keyword": "required",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendOTP that lacks accessToken.",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "sent": {
              "says": "Alipay+ MUST send accessToken in every sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": []
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "accessToken is marked as required"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.accessToken.null",
            "keyword": "null",
            "says": "The MPP MUST answer PARAM_ILLEGAL to a sendOTP whose accessToken is null.",
            "basis": "derived",
            "ambiguity": "6.4",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "sent": {
              "says": "Alipay+ MUST NOT send null as accessToken of a sendOTP.",
              "level": "MUST",
              "basis": "derived",
              "ambiguity": "6.4",
              "group": []
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "accessToken is marked as required; null stands for a parameter that is not given"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.accessToken.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT accept a sendOTP whose accessToken is the empty string.",
            "basis": "derived",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL",
              "INVALID_TOKEN",
              "EXPIRED_ACCESS_TOKEN",
              "USER_NOT_EXIST"
            ],
            "sent": {
              "says": "Alipay+ MUST NOT send the empty string as accessToken of a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ]
            },
            "group": [],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "a parameter is not to be left empty as \"\""
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.accessToken.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a sendOTP whose accessToken is an array or an object instead of a string.",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "sent": {
              "says": "Alipay+ MUST send accessToken of a sendOTP as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ]
            },
            "group": [],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "accessToken is sent as a JSON string"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.accessToken.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST treat every accessToken of up to 128 characters alike in a sendOTP and refuse a longer one with PARAM_ILLEGAL, INVALID_TOKEN, EXPIRED_ACCESS_TOKEN or USER_NOT_EXIST.",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL",
              "INVALID_TOKEN",
              "EXPIRED_ACCESS_TOKEN",
              "USER_NOT_EXIST"
            ],
            "sent": {
              "says": "Alipay+ MUST NOT send an accessToken of more than 128 characters in a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": []
            },
            "group": [
              "G-17",
              "OTP-08"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "accessToken has at most 128 characters"
            },
            "level": "MUST",
            "beyond": null
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
            "basis": "normative",
            "ambiguity": "6.4",
            "accept": [],
            "sent": null,
            "group": [
              "G-18"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "verifyType is optional; leaving it out and null are the two ways not to use it"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.verifyType.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD answer PARAM_ILLEGAL to a sendOTP whose verifyType is the empty string, or take it as one without verifyType.",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "sent": {
              "says": "Alipay+ MUST NOT send the empty string as verifyType of a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.3",
              "group": [
                "G-19"
              ]
            },
            "group": [],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "a parameter is not to be left empty as \"\""
            },
            "level": "SHOULD",
            "beyond": null
          },
          {
            "id": "sendOTP.verifyType.type",
            "keyword": "type",
            "says": "The MPP MUST NOT accept a sendOTP whose verifyType is an array or an object instead of a string.",
            "basis": "derived",
            "ambiguity": "6.2",
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "sent": {
              "says": "Alipay+ MUST send verifyType of a sendOTP as a JSON string.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": "6.1",
              "group": [
                "G-20"
              ]
            },
            "group": [],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "verifyType is sent as a JSON string"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.verifyType.enum",
            "keyword": "enum",
            "says": "The MPP MUST accept MOBILE and EMAIL as verifyType of a sendOTP and answer PARAM_ILLEGAL to any other value.",
            "basis": "derived",
            "ambiguity": null,
            "accept": [
              "PARAM_ILLEGAL"
            ],
            "sent": {
              "says": "Alipay+ MUST send MOBILE or EMAIL as verifyType of a sendOTP.",
              "level": "MUST",
              "basis": "normative",
              "ambiguity": null,
              "group": []
            },
            "group": [
              "G-17",
              "OTP-07"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "verifyType has the valid values MOBILE and EMAIL"
            },
            "level": "MUST",
            "beyond": null
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
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "sent": null,
            "group": [
              "G-15"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "result is marked as required"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.response.result.type",
            "keyword": "type",
            "says": "The MPP MUST return result as a JSON object wherever it stands in an answer to sendOTP.",
            "basis": "normative",
            "ambiguity": "6.1",
            "accept": [],
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "result is an object"
            },
            "level": "MUST",
            "beyond": null
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
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "sent": null,
            "group": [
              "G-15"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultCode is a required child of result"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.response.result.resultCode.type",
            "keyword": "type",
            "says": "The MPP MUST return result.resultCode as a JSON string wherever it stands in an answer to sendOTP.",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "result.resultCode is sent as a JSON string"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.response.result.resultCode.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST NOT return a result.resultCode of more than 64 characters in an answer to sendOTP.",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "sent": null,
            "group": [
              "G-15"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultCode has at most 64 characters"
            },
            "level": "MUST",
            "beyond": null
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
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "sent": null,
            "group": [
              "G-15"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_acq_tile/inquiry_payment",
              "words": "resultStatus is required and has listed values"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.response.result.resultStatus.type",
            "keyword": "type",
            "says": "The MPP MUST return result.resultStatus as a JSON string wherever it stands in an answer to sendOTP.",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "result.resultStatus is sent as a JSON string"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.response.result.resultStatus.enum",
            "keyword": "enum",
            "says": "The MPP MUST return S, F or U as result.resultStatus in an answer to sendOTP.",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "sent": null,
            "group": [
              "G-15"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "result.resultStatus has the valid values S, F and U"
            },
            "level": "MUST",
            "beyond": null
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
            "says": "The MPP MUST return result.resultMessage as a JSON string wherever it stands in an answer to sendOTP.",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "sent": null,
            "group": [
              "G-15",
              "G-20"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "result.resultMessage is sent as a JSON string"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.response.result.resultMessage.empty",
            "keyword": "empty",
            "says": "The MPP SHOULD NOT return the empty string as result.resultMessage in an answer to sendOTP.",
            "basis": "position",
            "ambiguity": "6.3",
            "accept": [],
            "sent": null,
            "group": [],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "a parameter is not to be left empty as \"\""
            },
            "level": "SHOULD",
            "beyond": null
          },
          {
            "id": "sendOTP.response.result.resultMessage.maxLength",
            "keyword": "maxLength",
            "says": "The MPP SHOULD NOT return a result.resultMessage of more than 256 characters in an answer to sendOTP.",
            "basis": "position",
            "ambiguity": "6.17",
            "accept": [],
            "sent": null,
            "group": [],
            "source": {
              "page": "https://docs.antom.com/ac/ams/api",
              "words": "the sister platform limits resultMessage to 256 characters; the Alipay+ pages show no limit"
            },
            "level": "SHOULD",
            "beyond": null
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
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "sent": null,
            "group": [],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "verifyRequestId comes with resultStatus S"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.response.verifyRequestId.type",
            "keyword": "type",
            "says": "The MPP MUST return verifyRequestId as a JSON string wherever it stands in an answer to sendOTP.",
            "basis": "normative",
            "ambiguity": "6.2",
            "accept": [],
            "sent": null,
            "group": [
              "G-20"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "verifyRequestId is sent as a JSON string"
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.response.verifyRequestId.empty",
            "keyword": "empty",
            "says": "The MPP MUST NOT return the empty string as verifyRequestId in an answer to sendOTP.",
            "basis": "normative",
            "ambiguity": "6.3",
            "accept": [],
            "sent": null,
            "group": [
              "G-19"
            ],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "a parameter is not to be left empty as \"\""
            },
            "level": "MUST",
            "beyond": null
          },
          {
            "id": "sendOTP.response.verifyRequestId.maxLength",
            "keyword": "maxLength",
            "says": "The MPP MUST NOT return a verifyRequestId of more than 64 characters in an answer to sendOTP.",
            "basis": "normative",
            "ambiguity": null,
            "accept": [],
            "sent": null,
            "group": [],
            "source": {
              "page": "https://docs.alipayplus.com/alipayplus/alipayplus/api_mpp/send_otp",
              "words": "verifyRequestId has at most 64 characters"
            },
            "level": "MUST",
            "beyond": null
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
          "resultMessage": "The password could not be handed over."
        }
      }
    }
  }
};
