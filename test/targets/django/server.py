"""A wallet on Django, served by gunicorn with several worker processes; its state is in PostgreSQL; it signs every answer and knows its acquirers."""
import base64
import json
import os
import sys
import uuid
from datetime import datetime, timedelta, timezone
from urllib.parse import quote, unquote

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import DataError, connection
from django.http import HttpResponse
from django.urls import path

from bodies import SOURCES, Refusal, date, text, thing

SLIP = os.environ.get("SLIP", "")
USERS = json.load(open(os.environ["USERS"], encoding="utf-8"))
OWN_KEY = serialization.load_pem_private_key(open(os.environ["WALLET_KEY"], "rb").read(), None)
ALIPAY_KEY = serialization.load_pem_public_key(open(os.environ["ALIPAY_KEY"], "rb").read())

settings.configure(
    ROOT_URLCONF=__name__,
    SECRET_KEY="for tests only",
    ALLOWED_HOSTS=["*"],
    USE_TZ=True,
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "HOST": os.environ["PGHOST"],
            "NAME": "postgres",
            "USER": "postgres",
            "CONN_MAX_AGE": None,
        }
    },
)

STATUS = {"SUCCESS": "S", "REQUEST_TRAFFIC_EXCEED_LIMIT": "U", "UNKNOWN_EXCEPTION": "U"}
STATES = {
    "FROZEN": "USER_STATUS_ABNORMAL",
    "LIMIT": "OTP_SEND_TIMES_EXCEED_LIMIT",
    "BACKEND_DOWN": "UNKNOWN_EXCEPTION",
    "BUSY": "REQUEST_TRAFFIC_EXCEED_LIMIT",
    "DENIED": "ACCESS_DENIED",
    "REFUSED": "PROCESS_FAIL",
}
# For one slip: as if the process had been started 20 hours ago.
STARTED = datetime.now(timezone(timedelta(hours=8))) - timedelta(hours=20)
WORKER_TOKENS = {}


def setup():
    reference = "varchar(32)" if SLIP in ("column-32", "strict-column-32") else "varchar(64)"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            CREATE TABLE customer (id varchar(64) PRIMARY KEY, state text, risk text, mobile text, email text);
            CREATE TABLE access_token (token varchar(128) PRIMARY KEY, customer_id text, state text, scope text);
            CREATE TABLE token_reference (id {reference} PRIMARY KEY, customer_id varchar(64));
            CREATE TABLE message (id varchar(64) PRIMARY KEY, key text, at timestamptz DEFAULT now());
            """
        )
        for key, row in USERS["customers"].items():
            values = [key, row["state"], row["risk"], row["mobile"], row["email"]]
            cursor.execute("INSERT INTO customer VALUES (%s, %s, %s, %s, %s)", values)
        for key, row in USERS["accessTokens"].items():
            values = [key, row["customerId"], row["state"], row["scope"]]
            cursor.execute("INSERT INTO access_token VALUES (%s, %s, %s, %s)", values)
        for key, owner in USERS["tokenReferences"].items():
            cursor.execute("INSERT INTO token_reference VALUES (%s, %s)", [key, owner])


def row_of(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()


def write(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


# --- the four operations ---


def customer_of(customer_id, unknown="USER_NOT_EXIST", ignored=()):
    row = row_of("SELECT state, risk, mobile, email FROM customer WHERE id = %s", customer_id)
    if row is None:
        if unknown:
            raise Refusal(unknown)
        return None
    code = STATES.get(row[0])
    if code and code not in ignored:
        raise Refusal(code)
    return row


def count_message(message_id, key):
    (count,) = row_of("SELECT count(*) FROM message WHERE key = %s AND at > now() - interval '1 day'", key)
    if count >= 20:
        raise Refusal("OTP_SEND_TIMES_EXCEED_LIMIT")
    write("INSERT INTO message (id, key) VALUES (%s, %s)", message_id, key)


def send_otp(body):
    acquirer = text(body, "acquirerId", 64, required=True)
    psp = text(body, "pspId", 64, required=True)
    token = text(body, "accessToken", 128, required=True)
    verify_type = text(body, "verifyType", 10, values={"MOBILE", "EMAIL"}) or "MOBILE"
    if psp != USERS["pspId"] or acquirer not in USERS["acquirerIds"]:
        raise Refusal("PROCESS_FAIL")
    where = "lower(token) = lower(%s)" if SLIP == "case-insensitive-token" else "token = %s"
    row = row_of(f"SELECT token, customer_id, state, scope FROM access_token WHERE {where}", token)
    if row is None or row[3] != "OTP":
        raise Refusal("INVALID_TOKEN")
    if row[2] == "EXPIRED":
        raise Refusal("EXPIRED_ACCESS_TOKEN")
    customer = customer_of(row[1])
    if not customer[3 if verify_type == "EMAIL" else 2]:
        raise Refusal("PROCESS_FAIL")
    message = str(uuid.uuid4())
    count_message(message, row[0])
    return {"verifyRequestId": message}


def owner_of(reference):
    if SLIP == "state-per-worker" and reference.startswith("cf-"):
        return WORKER_TOKENS.get(reference)
    row = row_of("SELECT customer_id FROM token_reference WHERE id = %s", reference)
    return row[0] if row else None


def send_activation_code(body):
    reference = text(body, "tokenReferenceId", 64, required=True)
    customer_id = text(body, "customerId", 64)
    activation = thing(body, "activation", required=True)
    date(body, "expiryTime")
    owner = owner_of(reference)
    if owner is None:
        raise Refusal("PROCESS_FAIL")
    customer_of(customer_id or owner)
    method = activation.get("activationMethod")
    if isinstance(method, dict) and method.get("type") == "CARDHOLDER_TO_CALL_MANNED_NUMBER":
        raise Refusal("ACTIVATION_METHOD_NOT_SUPPORTED")
    count_message(str(uuid.uuid4()), reference)
    return {}


def token_activation_notification(body):
    reference = text(body, "tokenReferenceId", 64, required=True)
    customer_id = text(body, "customerId", 64)
    text(body, "walletId", 16)
    text(body, "tokenRequestorId", 16)
    text(body, "secureElementId", 128)
    text(body, "accountSource", 64, values=SOURCES)
    date(body, "serviceRequestTime")
    date(body, "tokenActivatedTime")
    thing(body, "tokenData", required=True)
    ignored = ("USER_STATUS_ABNORMAL", "OTP_SEND_TIMES_EXCEED_LIMIT")
    customer_of(customer_id or owner_of(reference), unknown=None, ignored=ignored)
    return {}


def token_digitize_decision(body):
    reference = text(body, "tokenReferenceId", 64, required=True)
    customer_id = text(body, "customerId", 64)
    text(body, "tokenType", 16, required=True, values={"EMBEDDED_SE", "CLOUD", "STATIC"})
    limits = {"walletId": 16, "tokenRequestorId": 16, "consumerFacingEntityName": 128, "paymentAppInstanceId": 64}
    for name, limit in {**limits, "accountIdHash": 64, "mobileNumberSuffix": 32}.items():
        text(body, name, limit)
    text(body, "accountSource", 64, values=SOURCES)
    objects = ("accountHolder", "walletProviderDecisioningInfo", "deviceInfo", "associatedToken")
    for name in (*objects, "aplusDecisioningInfo"):
        thing(body, name)
    if customer_id is None:
        return {"decision": "DECLINED"}
    _, risk, mobile, email = customer_of(customer_id, ignored=("OTP_SEND_TIMES_EXCEED_LIMIT",))
    decision = {"LOW": "APPROVED", "HIGH": "DECLINED"}.get(risk, "REQUIRE_ADDITIONAL_AUTHENTICATION")
    more = {}
    if decision == "REQUIRE_ADDITIONAL_AUTHENTICATION":
        ways = {"TEXT_TO_CARDHOLDER_NUMBER": mobile, "EMAIL_TO_CARDHOLDER_ADDRESS": email}
        more["activationMethods"] = [{"type": way, "value": "***" + to[-4:]} for way, to in ways.items() if to]
        if not more["activationMethods"]:
            raise Refusal("USER_NO_ACTIVATE_METHOD")
    WORKER_TOKENS[reference] = customer_id
    stored = "%s::varchar(32)" if SLIP == "column-32" else "%s"
    write(f"INSERT INTO token_reference VALUES ({stored}, %s) ON CONFLICT DO NOTHING", reference, customer_id)
    return {"decision": decision, **more}


# --- the wire ---


def authenticate(request):
    names = ("Signature", "Client-Id", "Request-Time")
    header, client, time = (request.headers.get(name) for name in names)
    if not header or not client or not time:
        raise Refusal("PARAM_ILLEGAL")
    if client != USERS["clientId"]:
        raise Refusal("INVALID_CLIENT")
    parts = dict(part.strip().partition("=")[::2] for part in header.split(","))
    if parts.get("keyVersion", "1") not in ("0", "1"):
        raise Refusal("KEY_NOT_FOUND")
    signed = f"POST {request.get_full_path()}\n{client}.{time}.".encode() + request.body
    try:
        value = base64.b64decode(unquote(parts.get("signature", "")), validate=True)
        ALIPAY_KEY.verify(value, signed, padding.PKCS1v15(), hashes.SHA256())
    except (ValueError, InvalidSignature):
        raise Refusal("INVALID_SIGNATURE") from None


def answer(request, code, more=None):
    result = {"resultCode": code, "resultStatus": STATUS.get(code, "F"), "resultMessage": code.lower()}
    body = json.dumps({"result": result, **(more or {})}).encode()
    now = STARTED if SLIP == "time-of-the-start" else datetime.now(timezone(timedelta(hours=8)))
    time = now.isoformat(timespec="seconds")
    signed = f"POST {request.get_full_path()}\n{USERS['clientId']}.{time}.".encode() + body
    value = quote(base64.b64encode(OWN_KEY.sign(signed, padding.PKCS1v15(), hashes.SHA256())), safe="")
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    response["Client-Id"] = USERS["clientId"]
    response["Response-Time"] = time
    response["Signature"] = f"algorithm=RSA256,keyVersion=1,signature={value}"
    return response


def endpoint(operation):
    def view(request):
        try:
            if request.method != "POST":
                raise Refusal("METHOD_NOT_SUPPORTED")
            if request.META.get("CONTENT_TYPE") and request.content_type != "application/json":
                raise Refusal("MEDIA_TYPE_NOT_ACCEPTABLE")
            authenticate(request)
            try:
                body = json.loads(request.body.decode("utf-8"))
            except (ValueError, RecursionError):
                raise Refusal("PARAM_ILLEGAL") from None
            if not isinstance(body, dict):
                raise Refusal("PARAM_ILLEGAL")
            return answer(request, "SUCCESS", operation(body))
        except Refusal as refusal:
            return answer(request, refusal.code)
        except DataError:
            return answer(request, "UNKNOWN_EXCEPTION")

    return view


urlpatterns = [
    path("aps/api/v1/users/sendOTP", endpoint(send_otp)),
    path("aps/api/v1/tokens/sendActivationCode", endpoint(send_activation_code)),
    path("aps/api/v1/tokens/tokenActivationNotification", endpoint(token_activation_notification)),
    path("aps/api/v1/tokens/tokenDigitizeDecision", endpoint(token_digitize_decision)),
]


def handler404(request, exception=None):
    return answer(request, "NO_INTERFACE_DEF")


application = get_wsgi_application()
if sys.argv[1:] == ["setup"]:
    setup()
