"""The wallet behind the APIs: demonstration users, and one decision for each API. Replace this file with your own."""

import secrets
import threading
from collections import Counter
from datetime import date

SENDS_PER_DAY = 1000  # at least 3 OTPs per access token and day are owed; high here, so that a day of testing fits in

MOBILE = {"type": "TEXT_TO_CARDHOLDER_NUMBER", "value": "*******1234"}  # the children are an assumption
USERS = {
    "user-approved": {"decision": "APPROVED"},
    "user-declined": {"decision": "DECLINED"},
    "user-to-ask": {"decision": "REQUIRE_ADDITIONAL_AUTHENTICATION", "methods": [MOBILE]},
    "user-unreachable": {"decision": "REQUIRE_ADDITIONAL_AUTHENTICATION", "methods": []},
    "user-frozen": {"frozen": True},
    "user-tired": {"sends_per_day": 0},
}
ACCESS_TOKENS = {
    "access-token-1": {"user": "user-approved"},
    "access-token-2": {"user": "user-to-ask"},
    "access-token-fresh": {"user": "user-declined"},
    "access-token-expired": {"user": "user-approved", "expired": True},
    "access-token-narrow": {"user": "user-approved", "scopes": ["PAY"]},
    "access-token-deleted-user": {"user": "user-deleted"},
    "access-token-frozen-user": {"user": "user-frozen"},
    "access-token-tired-user": {"user": "user-tired"},
}
TOKEN_OWNERS = {"token-reference-1": "user-to-ask"}  # device token → user, as the digitization introduced it
ACTIVATED = {}  # device token → when

_sends = Counter()
_sends_lock = threading.Lock()


def trouble_with(user):
    """Returns the result code for a user who cannot be served, or None."""
    if user is None:
        return "USER_NOT_EXIST"
    return "USER_STATUS_ABNORMAL" if user.get("frozen") else None


def may_send(to: str, user: dict) -> bool:
    """Counts a message to a user's phone; counting and comparing are one step, since requests run side by side."""
    with _sends_lock:
        _sends[to, date.today()] += 1
        return _sends[to, date.today()] <= user.get("sends_per_day", SENDS_PER_DAY)


def send_otp(parameters: dict):
    """Sends a one-time password to the user of an access token."""
    token = ACCESS_TOKENS.get(parameters["accessToken"])
    if token is None or "OTP" not in token.get("scopes", ["OTP"]):
        return "INVALID_TOKEN", {}
    if token.get("expired"):
        return "EXPIRED_ACCESS_TOKEN", {}
    user = USERS.get(token["user"])
    if trouble_with(user):
        return trouble_with(user), {}
    if not may_send(parameters["accessToken"], user):
        return "OTP_SEND_TIMES_EXCEED_LIMIT", {}
    # Here a real wallet sends the password, to parameters.get("verifyType") or "MOBILE".
    return "SUCCESS", {"verifyRequestId": secrets.token_hex(16)}


def send_activation_code(parameters: dict):
    """Passes on the activation code of a device token; without a customerId the token's owner gets it."""
    customer_id = parameters.get("customerId") or TOKEN_OWNERS.get(parameters["tokenReferenceId"])
    user = USERS.get(customer_id)
    if trouble_with(user):
        return trouble_with(user), {}
    method = parameters["activation"].get("activationMethod")
    if isinstance(method, dict) and method.get("type") == "CARDHOLDER_TO_VISIT_WEBSITE":
        return "ACTIVATION_METHOD_NOT_SUPPORTED", {}
    if not may_send(customer_id, user):
        return "OTP_SEND_TIMES_EXCEED_LIMIT", {}
    return "SUCCESS", {}


def token_activation_notification(parameters: dict):
    """Notes that a device token is ready; hearing it twice changes nothing."""
    ACTIVATED.setdefault(parameters["tokenReferenceId"], parameters["tokenActivatedTime"])
    return "SUCCESS", {}


def token_digitize_decision(parameters: dict):
    """Decides whether a user's account may become a device token. A refusal is a decision, not a failure."""
    customer_id = parameters.get("customerId")
    if customer_id is None:
        return "SUCCESS", {"decision": "DECLINED"}  # nobody to vouch for
    user = USERS.get(customer_id)
    if trouble_with(user):
        return trouble_with(user), {}
    TOKEN_OWNERS[parameters["tokenReferenceId"]] = customer_id
    decision = user.get("decision", "APPROVED")
    if decision != "REQUIRE_ADDITIONAL_AUTHENTICATION":
        return "SUCCESS", {"decision": decision}
    if not user["methods"]:
        return "USER_NO_ACTIVATE_METHOD", {}
    return "SUCCESS", {"decision": decision, "activationMethods": user["methods"]}


DECISIONS = {
    "sendOTP": send_otp,
    "sendActivationCode": send_activation_code,
    "tokenActivationNotification": token_activation_notification,
    "tokenDigitizeDecision": token_digitize_decision,
}
