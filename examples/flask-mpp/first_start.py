"""The first start: makes two key pairs for trying things out, and a configuration of the suite that fits this wallet."""

import json
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from signing import CLIENT_ID, KEYS

CONFIG = """\
# Written by first_start.py; delete this file to have it written again.
target: http://127.0.0.1:{port}
role: mpp
clientId: {client_id}
signing:
  mode: required
  keyVersion: "1"
  privateKey: {keys}/alipayplus-private.pem # the suite signs as Alipay+
  publicKey: {keys}/mpp-public.pem # the wallet's answers are checked with this
paths: {paths}
requests:
  sendOTP:
    - {{ accessToken: access-token-1 }}
    - {{ accessToken: access-token-2 }}
    - {{ accessToken: access-token-fresh, fresh: true }}
  sendActivationCode: {{ customerId: user-to-ask, tokenReferenceId: token-reference-1 }}
  tokenActivationNotification: {{ customerId: user-to-ask, tokenReferenceId: token-reference-1 }}
  tokenDigitizeDecision: {{ customerId: user-approved }}
scenarios:
  sendOTP:
    INVALID_TOKEN: {{ accessToken: access-token-unknown }}
    "INVALID_TOKEN:scope": {{ accessToken: access-token-narrow }}
    EXPIRED_ACCESS_TOKEN: {{ accessToken: access-token-expired }}
    USER_NOT_EXIST: {{ accessToken: access-token-deleted-user }}
    USER_STATUS_ABNORMAL: {{ accessToken: access-token-frozen-user }}
    OTP_SEND_TIMES_EXCEED_LIMIT: {{ accessToken: access-token-tired-user }}
  sendActivationCode:
    USER_NOT_EXIST: {{ customerId: user-unknown }}
    USER_STATUS_ABNORMAL: {{ customerId: user-frozen }}
    OTP_SEND_TIMES_EXCEED_LIMIT: {{ customerId: user-tired }}
    ACTIVATION_METHOD_NOT_SUPPORTED:
      activation: {{ activationMethod: {{ type: CARDHOLDER_TO_VISIT_WEBSITE, value: "https://wallet.example" }} }}
  tokenDigitizeDecision:
    APPROVED: {{ customerId: user-approved }}
    DECLINED: {{ customerId: user-declined }}
    REQUIRE_ADDITIONAL_AUTHENTICATION: {{ customerId: user-to-ask }}
    USER_NO_ACTIVATE_METHOD: {{ customerId: user-unreachable }}
    USER_NOT_EXIST: {{ customerId: user-unknown }}
    USER_STATUS_ABNORMAL: {{ customerId: user-frozen }}
limits: # nobody's phone rings here, so nothing has to be spared
  sendOTP: {{ perFixture: 100, restMs: 100 }}
  sendActivationCode: {{ perFixture: 100, restMs: 100 }}
"""


def make_keys(owner: str) -> None:
    """Writes a key pair. In earnest each side makes its own and hands over only the public half."""
    key = generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    (KEYS / f"{owner}-private.pem").write_bytes(private)
    (KEYS / f"{owner}-public.pem").write_bytes(public)


def prepare(port: int, paths: dict) -> Path:
    """Makes what is missing and returns where the configuration is."""
    KEYS.mkdir(mode=0o700, exist_ok=True)
    for owner in ("mpp", "alipayplus"):
        if not (KEYS / f"{owner}-private.pem").exists():
            make_keys(owner)
    config = KEYS.parent / "conformance.config.yaml"
    if not config.exists():
        text = CONFIG.format(port=port, client_id=CLIENT_ID, keys=KEYS, paths=json.dumps(paths))
        config.write_text(text, encoding="utf-8")
    return config
