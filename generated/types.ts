/** Generated from spec/ by npm run generate; do not edit. */
export interface paths {
    "/aps/api/v1/users/sendOTP": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a one-time password to a user.
         * @description The MPP sends the password to the user whom the access token names, and returns the id that verifyOTP needs later.
         */
        post: operations["sendOTP"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: date-time
         * @description A point in time, ISO 8601 in its extended form with date, time and zone.
         * @example 2019-11-27T12:01:01+08:00
         */
        Datetime: string;
        /**
         * @description Where the account information came from.
         * @enum {string|null}
         */
        AccountSource: "ACCOUNT_ON_FILE" | "ACCOUNT_ADDED_MANUALLY" | "ACCOUNT_ADDED_VIA_APPLICATION" | "EXISTING_TOKEN_CREDENTIAL" | "ACCOUNT_ADDED_VIA_BROWSER" | "ACCOUNT_ADDED_VIA_CHIP_DATA" | null;
        /** @description How the call ended. Which code goes with which status is in the table of each API. */
        Result: {
            /** @description The result in one word. */
            resultCode: string;
            /**
             * @description S for success, F for failure, U for an unknown result.
             * @enum {string}
             */
            resultStatus: "S" | "F" | "U";
            /** @description The result in free text; its wording is not judged. */
            resultMessage?: string | null;
        };
        /** Success, the same for every API */
        Succeeded: {
            /** @constant */
            resultCode?: "SUCCESS";
            /** @constant */
            resultStatus?: "S";
        };
        /** Failures that every API has */
        FailedAsAnyApi: {
            /** @enum {unknown} */
            resultCode?: "ACCESS_DENIED" | "INVALID_CLIENT" | "INVALID_SIGNATURE" | "KEY_NOT_FOUND" | "MEDIA_TYPE_NOT_ACCEPTABLE" | "METHOD_NOT_SUPPORTED" | "NO_INTERFACE_DEF" | "PARAM_ILLEGAL" | "PROCESS_FAIL";
            /** @constant */
            resultStatus?: "F";
        };
        /** Unknown results, the same for every API */
        Unknown: {
            /** @enum {unknown} */
            resultCode?: "REQUEST_TRAFFIC_EXCEED_LIMIT" | "UNKNOWN_EXCEPTION";
            /** @constant */
            resultStatus?: "U";
        };
        SendOTPRequest: {
            /** @description The acquirer, by the id that Alipay+ gave it. */
            acquirerId: string;
            /** @description The MPP, by the id that Alipay+ gave it. */
            pspId: string;
            /** @description The token that names the user. */
            accessToken: string;
            /**
             * @description Where the password goes, to the phone or to the mailbox.
             * @default MOBILE
             * @enum {string|null}
             */
            verifyType?: "MOBILE" | "EMAIL" | null;
        };
        SendOTPResponse: {
            result: components["schemas"]["SendOTPResult"];
            /** @description The MPP's id of this password, later given to verifyOTP. */
            verifyRequestId?: string | null;
        };
        SendOTPResult: components["schemas"]["Result"] & (components["schemas"]["Succeeded"] | components["schemas"]["FailedAsAnyApi"] | {
            /** @enum {unknown} */
            resultCode?: "EXPIRED_ACCESS_TOKEN" | "INVALID_TOKEN" | "OTP_SEND_TIMES_EXCEED_LIMIT" | "USER_NOT_EXIST" | "USER_STATUS_ABNORMAL";
            /** @constant */
            resultStatus?: "F";
        } | components["schemas"]["Unknown"]);
    };
    responses: never;
    parameters: {
        /**
         * @description Comma-separated `algorithm`, `keyVersion` and `signature`. The value of `signature` is the URL-encoded base64 text of an RSASSA-PKCS1-v1_5 signature with SHA-256 over `POST <path>`, a line feed, and `<Client-Id>.<Request-Time>.<body as sent>`. A Content-Type header is optional; if there is one, it is `application/json; charset=UTF-8`.
         * @example algorithm=RSA256, keyVersion=1, signature=c2lnbmF0dXJl
         */
        Signature: string;
        /**
         * @description The id that Alipay+ assigned to the partner's application.
         * @example SANDBOX_5Y0000000000000000
         */
        ClientId: string;
        /**
         * @description When the request was sent, ISO 8601 with a zone.
         * @example 2019-11-27T12:01:01+08:00
         */
        RequestTime: components["schemas"]["Datetime"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description As in the request, but over the Response-Time and the body of the answer, with the method and path of the request it answers. An answer to a call that could not be authenticated may lack it.
         * @example algorithm=RSA256, keyVersion=1, signature=c2lnbmF0dXJl
         */
        Signature: string;
        /**
         * @description The id that Alipay+ assigned to the partner's application.
         * @example SANDBOX_5Y0000000000000000
         */
        ClientId: string;
        /**
         * @description When the answer was made, ISO 8601 with a zone.
         * @example 2019-11-27T12:01:02+08:00
         */
        ResponseTime: components["schemas"]["Datetime"];
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    sendOTP: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Comma-separated `algorithm`, `keyVersion` and `signature`. The value of `signature` is the URL-encoded base64 text of an RSASSA-PKCS1-v1_5 signature with SHA-256 over `POST <path>`, a line feed, and `<Client-Id>.<Request-Time>.<body as sent>`. A Content-Type header is optional; if there is one, it is `application/json; charset=UTF-8`.
                 * @example algorithm=RSA256, keyVersion=1, signature=c2lnbmF0dXJl
                 */
                Signature: components["parameters"]["Signature"];
                /**
                 * @description The id that Alipay+ assigned to the partner's application.
                 * @example SANDBOX_5Y0000000000000000
                 */
                "Client-Id": components["parameters"]["ClientId"];
                /**
                 * @description When the request was sent, ISO 8601 with a zone.
                 * @example 2019-11-27T12:01:01+08:00
                 */
                "Request-Time": components["parameters"]["RequestTime"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendOTPRequest"];
            };
        };
        responses: {
            /** @description The result; S once the password is on its way. */
            200: {
                headers: {
                    Signature: components["headers"]["Signature"];
                    "Client-Id": components["headers"]["ClientId"];
                    "Response-Time": components["headers"]["ResponseTime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendOTPResponse"];
                };
            };
        };
    };
}
