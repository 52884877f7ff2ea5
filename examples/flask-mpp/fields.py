"""What each API accepts: the documented parameters, and nothing said about the ones that are not documented."""

import re
from datetime import datetime

# [0-9] and fullmatch on purpose: \d also takes other scripts' digits, and match() ignores what follows.
DATE_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})")


def text(longest: int):
    """Fits a string of 1 to `longest` characters; characters, not bytes."""
    return lambda value: isinstance(value, str) and 1 <= len(value) <= longest


def one_of(*values: str):
    """Fits one of the documented values, in their very spelling."""
    return lambda value: value in values


def date_time(value) -> bool:
    """Fits ISO 8601 with a zone: the pattern settles the form, the calendar refuses 30 February."""
    if not isinstance(value, str) or not DATE_TIME.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def json_object(value) -> bool:
    """Fits an object; its children are not published, so they are left alone."""
    return isinstance(value, dict)


ACCOUNT_SOURCE = one_of(
    "ACCOUNT_ON_FILE",
    "ACCOUNT_ADDED_MANUALLY",
    "ACCOUNT_ADDED_VIA_APPLICATION",
    "EXISTING_TOKEN_CREDENTIAL",
    "ACCOUNT_ADDED_VIA_BROWSER",
    "ACCOUNT_ADDED_VIA_CHIP_DATA",
)

REQUIRED = {
    "sendOTP": {"acquirerId": text(64), "pspId": text(64), "accessToken": text(128)},
    "sendActivationCode": {"tokenReferenceId": text(64), "activation": json_object, "expiryTime": date_time},
    "tokenActivationNotification": {
        "tokenReferenceId": text(64),
        "serviceRequestTime": date_time,
        "tokenActivatedTime": date_time,
        "tokenData": json_object,
    },
    "tokenDigitizeDecision": {"tokenReferenceId": text(64), "tokenType": one_of("EMBEDDED_SE", "CLOUD", "STATIC")},
}

OPTIONAL = {
    "sendOTP": {"verifyType": one_of("MOBILE", "EMAIL")},
    "sendActivationCode": {"customerId": text(64)},
    "tokenActivationNotification": {
        "customerId": text(64),
        "walletId": text(16),
        "tokenRequestorId": text(16),
        "secureElementId": text(128),
        "accountSource": ACCOUNT_SOURCE,
    },
    "tokenDigitizeDecision": {
        "customerId": text(64),
        "walletId": text(16),
        "tokenRequestorId": text(16),
        "consumerFacingEntityName": text(128),
        "paymentAppInstanceId": text(64),
        "accountSource": ACCOUNT_SOURCE,
        "accountHolder": json_object,
        "accountIdHash": text(64),
        "mobileNumberSuffix": text(32),
        "walletProviderDecisioningInfo": json_object,
        "deviceInfo": json_object,
        "associatedToken": json_object,
        "aplusDecisioningInfo": json_object,
    },
}


def illegal_field(api: str, parameters: dict):
    """Returns the first parameter that breaks the contract, or None. Absent and null are the same thing."""
    for name, fits in REQUIRED[api].items():
        if not fits(parameters.get(name)):
            return name
    for name, fits in OPTIONAL[api].items():
        if parameters.get(name) is not None and not fits(parameters[name]):
            return name
    return None
