/** Generated from spec/ by npm run generate; do not edit. */
export interface paths {
    "/aps/api/v1/codes/getPaymentCode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get payment codes for a user.
         * @description The MPP gets one or more codes; its app shows them one after another, and a merchant scans them.
         */
        post: operations["getPaymentCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aps/api/v1/tokens/sendActivationCode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver an activation code to a user.
         * @description The MPP delivers the code by the method that the user chose; the user activates a token with it. The path is an assumption; it is on no public page.
         */
        post: operations["sendActivationCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
         * @description The MPP sends the password to the user of the access token and returns the id that verifyOTP needs later.
         */
        post: operations["sendOTP"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aps/api/v1/tokens/tokenActivationNotification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Notify the MPP that a token is active.
         * @description Alipay+ informs the MPP that a token is active. The path is an assumption; it is on no public page.
         */
        post: operations["tokenActivationNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/aps/api/v1/tokens/tokenDigitizeDecision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide whether an account may be tokenized.
         * @description The MPP gets provisioning and risk data and returns a decision, with activation methods if the user must be authenticated. The path is an assumption; it is on no public page.
         */
        post: operations["tokenDigitizeDecision"];
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
        /** @description Outcome of the call. The table of each API gives each code its status. */
        Result: {
            /** @description Code of the result. */
            resultCode: string;
            /**
             * @description S for success, F for failure, U for an unknown result.
             * @enum {string}
             */
            resultStatus: "S" | "F" | "U";
            /** @description Free text about the result; its wording is not judged. */
            resultMessage?: string | null;
        };
        /** Success, the same for every API */
        Succeeded: {
            /** @constant */
            resultCode: "SUCCESS";
            /** @constant */
            resultStatus: "S";
        };
        /** Failures common to all APIs */
        FailedAsAnyApi: {
            /** @enum {unknown} */
            resultCode: "ACCESS_DENIED" | "INVALID_CLIENT" | "INVALID_SIGNATURE" | "KEY_NOT_FOUND" | "MEDIA_TYPE_NOT_ACCEPTABLE" | "METHOD_NOT_SUPPORTED" | "NO_INTERFACE_DEF" | "PARAM_ILLEGAL" | "PROCESS_FAIL";
            /** @constant */
            resultStatus: "F";
        };
        /** Unknown results, the same for every API */
        Unknown: {
            /** @enum {unknown} */
            resultCode: "REQUEST_TRAFFIC_EXCEED_LIMIT" | "UNKNOWN_EXCEPTION";
            /** @constant */
            resultStatus: "U";
        };
        GetPaymentCodeRequest: {
            /** @description Where the user will pay, as an ISO 3166 code; required as CN in China. */
            region?: string | null;
            /** @description Id of the user, assigned by the MPP. */
            customerId: string;
            /**
             * @description Number of codes to return, a whole number from 1 to 10 without leading zero.
             * @default 1
             */
            codeQuantity?: string | null;
            env: components["schemas"]["Env"];
        };
        /** @description The device of the user. Its children are not visible on the page; these are examples. */
        Env: {
            /** @description Kind of the client. */
            terminalType?: string;
            /** @description Operating system of the device. */
            osType?: string;
            /** @description Id of the device. */
            deviceTokenId?: string;
            /** @description Address of the device. */
            clientIp?: string;
        };
        GetPaymentCodeResponse: {
            result: components["schemas"]["GetPaymentCodeResult"];
            /** @description The payment codes, as many as codeQuantity requests. */
            paymentCodeInfoList?: components["schemas"]["PaymentCodeInfo"][] | null;
        };
        /** @description One payment code. Its children are not visible on the page; these are examples. */
        PaymentCodeInfo: {
            /** @description The code that the merchant scans. */
            paymentCode?: string;
            /** @description Start of the validity of the code. */
            codeValidityStartTime?: string;
            /** @description End of the validity of the code. */
            codeExpiryTime?: string;
        };
        GetPaymentCodeResult: components["schemas"]["Result"] & (components["schemas"]["Succeeded"] | components["schemas"]["FailedAsAnyApi"] | components["schemas"]["Unknown"]);
        SendActivationCodeRequest: {
            /** @description Id of the token, assigned by Alipay+ at its creation. */
            tokenReferenceId: string;
            /** @description Id of the user, assigned by the MPP. */
            customerId?: string | null;
            activation: components["schemas"]["Activation"];
            /** @description When the activation code expires. */
            expiryTime: components["schemas"]["Datetime"];
        };
        /** @description The activation code and its delivery method. Its children are not public; these are examples. */
        Activation: {
            /** @description The code that the user enters. */
            activationCode?: string;
            /** @description The method that the user chose. */
            activationMethod?: {
                /** @description Kind of the way. */
                type?: string;
                /** @description The masked phone number or address. */
                value?: string;
            };
        };
        SendActivationCodeResponse: {
            result: components["schemas"]["SendActivationCodeResult"];
        };
        SendActivationCodeResult: components["schemas"]["Result"] & (components["schemas"]["Succeeded"] | components["schemas"]["FailedAsAnyApi"] | {
            /** @enum {unknown} */
            resultCode: "ACTIVATION_METHOD_NOT_SUPPORTED" | "OTP_SEND_TIMES_EXCEED_LIMIT" | "USER_NOT_EXIST" | "USER_STATUS_ABNORMAL";
            /** @constant */
            resultStatus: "F";
        } | components["schemas"]["Unknown"]);
        SendOTPRequest: {
            /** @description Id of the acquirer, assigned by Alipay+. */
            acquirerId: string;
            /** @description Id of the MPP, assigned by Alipay+. */
            pspId: string;
            /** @description The token that identifies the user. */
            accessToken: string;
            /**
             * @description Where the password is sent, to the phone or to the mailbox.
             * @default MOBILE
             * @enum {string|null}
             */
            verifyType?: "MOBILE" | "EMAIL" | null;
        };
        SendOTPResponse: {
            result: components["schemas"]["SendOTPResult"];
            /** @description Id of this password, assigned by the MPP and later sent to verifyOTP. */
            verifyRequestId?: string | null;
        };
        SendOTPResult: components["schemas"]["Result"] & (components["schemas"]["Succeeded"] | components["schemas"]["FailedAsAnyApi"] | {
            /** @enum {unknown} */
            resultCode: "EXPIRED_ACCESS_TOKEN" | "INVALID_TOKEN" | "OTP_SEND_TIMES_EXCEED_LIMIT" | "USER_NOT_EXIST" | "USER_STATUS_ABNORMAL";
            /** @constant */
            resultStatus: "F";
        } | components["schemas"]["Unknown"]);
        TokenActivationNotificationRequest: {
            /** @description Id of the token, assigned by Alipay+ at its creation. */
            tokenReferenceId: string;
            /** @description Id of the user, assigned by the MPP. */
            customerId?: string | null;
            /** @description The wallet provider that requested the token. */
            walletId?: string | null;
            /** @description The token requestor that requested the token. */
            tokenRequestorId?: string | null;
            /** @description The secure element that stores the token; sent only if there is one and the wallet provider sent its id. */
            secureElementId?: string | null;
            accountSource?: components["schemas"]["AccountSource"];
            /** @description When the digitization was requested. */
            serviceRequestTime: components["schemas"]["Datetime"];
            /** @description When the token became active. */
            tokenActivatedTime: components["schemas"]["Datetime"];
            tokenData: components["schemas"]["TokenData"];
        };
        /** @description The provisioned token. Its children are not public; these are examples. */
        TokenData: {
            /** @description The number of the token. */
            token?: string;
            /** @description Month of its expiry, two digits. */
            expiryMonth?: string;
            /** @description Year of its expiry, two digits. */
            expiryYear?: string;
        };
        TokenActivationNotificationResponse: {
            result: components["schemas"]["TokenActivationNotificationResult"];
        };
        TokenActivationNotificationResult: components["schemas"]["Result"] & (components["schemas"]["Succeeded"] | components["schemas"]["FailedAsAnyApi"] | components["schemas"]["Unknown"]);
        TokenDigitizeDecisionRequest: {
            /** @description Id of the new token, assigned by Alipay+. */
            tokenReferenceId: string;
            /** @description Id of the user, assigned by the MPP. */
            customerId?: string | null;
            /**
             * @description Where the token will be stored.
             * @enum {string}
             */
            tokenType: "EMBEDDED_SE" | "CLOUD" | "STATIC";
            /** @description The wallet provider that requests the token. */
            walletId?: string | null;
            /** @description The token requestor that requests the token. */
            tokenRequestorId?: string | null;
            /** @description Name of the wallet, merchant or platform that holds the token, as shown to users. */
            consumerFacingEntityName?: string | null;
            /** @description Id of the payment app on the device; sent if the wallet provider sent it. */
            paymentAppInstanceId?: string | null;
            accountSource?: components["schemas"]["AccountSource"];
            accountHolder?: components["schemas"]["AccountHolder"];
            /** @description SHA-256 of the id of the account holder, often an e-mail address. */
            accountIdHash?: string | null;
            /** @description The last digits of the phone number of the device, often four. */
            mobileNumberSuffix?: string | null;
            walletProviderDecisioningInfo?: components["schemas"]["WalletProviderDecisioningInfo"];
            deviceInfo?: components["schemas"]["DeviceInfo"];
            associatedToken?: components["schemas"]["AssociatedToken"];
            aplusDecisioningInfo?: components["schemas"]["AplusDecisioningInfo"];
        };
        /** @description The account holder. Its children are not public; these are examples. */
        AccountHolder: {
            /** @description Name of the holder. */
            accountHolderName?: string;
            /** @description E-mail address of the holder. */
            accountHolderEmailAddress?: string;
        } | null;
        /** @description Recommendation of the wallet provider. Of its children only recommendationReasons is public; the others are examples. */
        WalletProviderDecisioningInfo: {
            /** @description Recommended decision of the wallet provider. */
            recommendedDecision?: string;
            /** @description Reasons of the recommendation; new values may be added at any time. */
            recommendationReasons?: string[];
            /** @description Trust level of the device, "1" to "5". */
            deviceScore?: string;
            /** @description Trust level of the account, "1" to "5". */
            accountScore?: string;
        } | null;
        /** @description The device that will store the token. Its children are not public; these are examples. */
        DeviceInfo: {
            /** @description Name given by the user. */
            deviceName?: string;
            /** @description Kind of device. */
            formFactor?: string;
            /** @description Operating system. */
            osName?: string;
            /** @description Version of the operating system. */
            osVersion?: string;
            /** @description How the token is protected on the device. */
            storageTechnology?: string;
        } | null;
        /** @description An existing token that is related to this request. Its children are not public; this one is an example. */
        AssociatedToken: {
            /** @description The existing token. */
            tokenReferenceId?: string;
        } | null;
        /** @description Recommendation of Alipay+. Its children are not public; this one is an example. */
        AplusDecisioningInfo: {
            /** @description Recommended decision of Alipay+. */
            recommendedDecision?: string;
        } | null;
        TokenDigitizeDecisionResponse: {
            result: components["schemas"]["TokenDigitizeDecisionResult"];
            /** @description The methods to authenticate the user; the user chooses one. */
            activationMethods?: components["schemas"]["ActivationMethod"][] | null;
            /**
             * @description Decision of the MPP.
             * @enum {string|null}
             */
            decision?: "APPROVED" | "REQUIRE_ADDITIONAL_AUTHENTICATION" | "DECLINED" | null;
        } & (unknown & unknown);
        /** @description One method to authenticate the user. Its children are not public; these are examples. */
        ActivationMethod: {
            /** @description Kind of the way. */
            type?: string;
            /** @description The masked phone number or address. */
            value?: string;
        };
        TokenDigitizeDecisionResult: components["schemas"]["Result"] & (components["schemas"]["Succeeded"] | components["schemas"]["FailedAsAnyApi"] | {
            /** @enum {unknown} */
            resultCode: "USER_NO_ACTIVATE_METHOD" | "USER_NOT_EXIST" | "USER_STATUS_ABNORMAL";
            /** @constant */
            resultStatus: "F";
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
         * @description As in the request, but over Response-Time and the body of the answer, with the method and path of the request. It may be absent in an answer to a call that could not be authenticated.
         * @example algorithm=RSA256, keyVersion=1, signature=c2lnbmF0dXJl
         */
        Signature: string;
        /**
         * @description The id that Alipay+ assigned to the partner's application.
         * @example SANDBOX_5Y0000000000000000
         */
        ClientId: string;
        /**
         * @description When the answer was written, ISO 8601 with a zone.
         * @example 2019-11-27T12:01:02+08:00
         */
        ResponseTime: components["schemas"]["Datetime"];
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getPaymentCode: {
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
                "application/json": components["schemas"]["GetPaymentCodeRequest"];
            };
        };
        responses: {
            /** @description The result, and on success the payment codes. */
            200: {
                headers: {
                    Signature: components["headers"]["Signature"];
                    "Client-Id": components["headers"]["ClientId"];
                    "Response-Time": components["headers"]["ResponseTime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetPaymentCodeResponse"];
                };
            };
        };
    };
    sendActivationCode: {
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
                "application/json": components["schemas"]["SendActivationCodeRequest"];
            };
        };
        responses: {
            /** @description The result; S when the code was sent. */
            200: {
                headers: {
                    Signature: components["headers"]["Signature"];
                    "Client-Id": components["headers"]["ClientId"];
                    "Response-Time": components["headers"]["ResponseTime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendActivationCodeResponse"];
                };
            };
        };
    };
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
            /** @description The result; S when the password was sent. */
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
    tokenActivationNotification: {
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
                "application/json": components["schemas"]["TokenActivationNotificationRequest"];
            };
        };
        responses: {
            /** @description The result; S when the MPP has stored the notification. */
            200: {
                headers: {
                    Signature: components["headers"]["Signature"];
                    "Client-Id": components["headers"]["ClientId"];
                    "Response-Time": components["headers"]["ResponseTime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenActivationNotificationResponse"];
                };
            };
        };
    };
    tokenDigitizeDecision: {
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
                "application/json": components["schemas"]["TokenDigitizeDecisionRequest"];
            };
        };
        responses: {
            /** @description The result, and on success the decision. */
            200: {
                headers: {
                    Signature: components["headers"]["Signature"];
                    "Client-Id": components["headers"]["ClientId"];
                    "Response-Time": components["headers"]["ResponseTime"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenDigitizeDecisionResponse"];
                };
            };
        };
    };
}
