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
         * @description The MPP gets one or more codes that its app shows one after the other and that a merchant scans.
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
         * Pass an activation code on to a user.
         * @description The MPP delivers the code, with which the user activates a token, by the method that the user chose. The path is an assumption: no public page gives it.
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
         * @description The MPP sends the password to the user whom the access token names, and returns the id that verifyOTP needs later.
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
         * Take note that a token is active.
         * @description The MPP learns that a token can be used from now on. The path is an assumption, as no public page gives it.
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
         * Decide whether an account may become a token.
         * @description The MPP gets provisioning and risk data and returns a decision, with ways to authenticate the user where it wants more certainty. The path is an assumption, as no public page gives it.
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
            resultCode: "SUCCESS";
            /** @constant */
            resultStatus: "S";
        };
        /** Failures that every API has */
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
            /** @description Where the user is about to pay, as a code of ISO 3166; CN has to be sent in China. */
            region?: string | null;
            /** @description The user, by the id that the MPP gave. */
            customerId: string;
            /**
             * @description How many codes to return, a whole number from 1 to 10 without leading zero.
             * @default 1
             */
            codeQuantity?: string | null;
            env: components["schemas"]["Env"];
        };
        /** @description The device of the user. Its children are not visible on the page; these stand for them. */
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
            /** @description The payment codes, as many as codeQuantity asked for. */
            paymentCodeInfoList?: components["schemas"]["PaymentCodeInfo"][] | null;
        };
        /** @description One payment code. Its children are not visible on the page; these stand for them. */
        PaymentCodeInfo: {
            /** @description What the merchant scans. */
            paymentCode?: string;
            /** @description From when the code is good. */
            codeValidityStartTime?: string;
            /** @description Until when the code is good. */
            codeExpiryTime?: string;
        };
        GetPaymentCodeResult: components["schemas"]["Result"] & (components["schemas"]["Succeeded"] | components["schemas"]["FailedAsAnyApi"] | components["schemas"]["Unknown"]);
        SendActivationCodeRequest: {
            /** @description The token, by the id that Alipay+ gave it when it was created. */
            tokenReferenceId: string;
            /** @description The user, by the id that the MPP gave. */
            customerId?: string | null;
            activation: components["schemas"]["Activation"];
            /** @description When the activation code expires. */
            expiryTime: components["schemas"]["Datetime"];
        };
        /** @description The activation code and how it is to reach the user. Its children are not public; these stand for them. */
        Activation: {
            /** @description What the user has to type in. */
            activationCode?: string;
            /** @description The way that the user chose. */
            activationMethod?: {
                /** @description Kind of the way. */
                type?: string;
                /** @description Where the way leads, masked. */
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
            resultCode: "EXPIRED_ACCESS_TOKEN" | "INVALID_TOKEN" | "OTP_SEND_TIMES_EXCEED_LIMIT" | "USER_NOT_EXIST" | "USER_STATUS_ABNORMAL";
            /** @constant */
            resultStatus: "F";
        } | components["schemas"]["Unknown"]);
        TokenActivationNotificationRequest: {
            /** @description The token, by the id that Alipay+ gave it when it was created. */
            tokenReferenceId: string;
            /** @description The user, by the id that the MPP gave. */
            customerId?: string | null;
            /** @description The wallet provider that asked for the token. */
            walletId?: string | null;
            /** @description The token requestor that asked for the token. */
            tokenRequestorId?: string | null;
            /** @description The secure element that holds the token; sent only if there is one and the wallet provider named it. */
            secureElementId?: string | null;
            accountSource?: components["schemas"]["AccountSource"];
            /** @description When the digitization was asked for. */
            serviceRequestTime: components["schemas"]["Datetime"];
            /** @description When the token became active. */
            tokenActivatedTime: components["schemas"]["Datetime"];
            tokenData: components["schemas"]["TokenData"];
        };
        /** @description What provisioning made of the account. Its children are not public; these stand for them. */
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
            /** @description The token to be, by the id that Alipay+ gives it. */
            tokenReferenceId: string;
            /** @description The user, by the id that the MPP gave. */
            customerId?: string | null;
            /**
             * @description Where the token will live.
             * @enum {string}
             */
            tokenType: "EMBEDDED_SE" | "CLOUD" | "STATIC";
            /** @description The wallet provider that asks for the token. */
            walletId?: string | null;
            /** @description The token requestor that asks for the token. */
            tokenRequestorId?: string | null;
            /** @description The wallet, merchant or platform that holds the token, as its user knows it. */
            consumerFacingEntityName?: string | null;
            /** @description The payment app on the device; sent if the wallet provider named it. */
            paymentAppInstanceId?: string | null;
            accountSource?: components["schemas"]["AccountSource"];
            accountHolder?: components["schemas"]["AccountHolder"];
            /** @description SHA-256 over the id of the account holder, often an e-mail address. */
            accountIdHash?: string | null;
            /** @description The last digits of the phone number of the device, often four. */
            mobileNumberSuffix?: string | null;
            walletProviderDecisioningInfo?: components["schemas"]["WalletProviderDecisioningInfo"];
            deviceInfo?: components["schemas"]["DeviceInfo"];
            associatedToken?: components["schemas"]["AssociatedToken"];
            aplusDecisioningInfo?: components["schemas"]["AplusDecisioningInfo"];
        };
        /** @description Who holds the account. Its children are not public; these stand for them. */
        AccountHolder: {
            /** @description Name of the holder. */
            accountHolderName?: string;
            /** @description Where the holder reads e-mail. */
            accountHolderEmailAddress?: string;
        } | null;
        /** @description What the wallet provider advises. Of its children only recommendationReasons is public; the others stand for the rest. */
        WalletProviderDecisioningInfo: {
            /** @description What the wallet provider would decide. */
            recommendedDecision?: string;
            /** @description Why it would; new reasons may come at any time. */
            recommendationReasons?: string[];
            /** @description Trust in the device, "1" to "5". */
            deviceScore?: string;
            /** @description Trust in the account, "1" to "5". */
            accountScore?: string;
        } | null;
        /** @description The device that will hold the token. Its children are not public; these stand for them. */
        DeviceInfo: {
            /** @description Name that the user gave it. */
            deviceName?: string;
            /** @description Its kind. */
            formFactor?: string;
            /** @description Its operating system. */
            osName?: string;
            /** @description Version of the operating system. */
            osVersion?: string;
            /** @description What protects the token on it. */
            storageTechnology?: string;
        } | null;
        /** @description A token that exists already and belongs to this request. Its children are not public; this one stands for them. */
        AssociatedToken: {
            /** @description The token that exists already. */
            tokenReferenceId?: string;
        } | null;
        /** @description What Alipay+ advises. Its children are not public; this one stands for them. */
        AplusDecisioningInfo: {
            /** @description What Alipay+ would decide. */
            recommendedDecision?: string;
        } | null;
        TokenDigitizeDecisionResponse: {
            result: components["schemas"]["TokenDigitizeDecisionResult"];
            /** @description The ways to authenticate the user that the user may choose from. */
            activationMethods?: components["schemas"]["ActivationMethod"][] | null;
            /**
             * @description What the MPP decides.
             * @enum {string|null}
             */
            decision?: "APPROVED" | "REQUIRE_ADDITIONAL_AUTHENTICATION" | "DECLINED" | null;
        } & (unknown & unknown);
        /** @description One way to authenticate the user. Its children are not public; these stand for them. */
        ActivationMethod: {
            /** @description Kind of the way. */
            type?: string;
            /** @description Where the way leads, masked. */
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
            /** @description The result; S once the code is on its way. */
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
            /** @description The result; S once the MPP has taken note. */
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
