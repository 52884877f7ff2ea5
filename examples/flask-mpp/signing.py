"""Alipay+ signatures: RSA with SHA-256 over method, URI, client, time and the body's very bytes."""

from base64 import b64decode, b64encode
from datetime import datetime, timezone
from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

KEYS = Path(__file__).parent / "keys"
CLIENT_ID = "SANDBOX_5Y0000000000000000"  # the id that Alipay+ assigned to this wallet; both directions carry it
KEY_FILES = {  # client → key version → public key; samples call the first key both 0 and 1
    CLIENT_ID: {"0": "alipayplus-public.pem", "1": "alipayplus-public.pem"},
}
NEWEST_VERSION = "1"  # used when the caller names none


@cache
def public_key(file: str):
    """Reads a public key once."""
    return load_pem_public_key((KEYS / file).read_bytes())


@cache
def private_key():
    """Reads the wallet's own key once."""
    return load_pem_private_key((KEYS / "mpp-private.pem").read_bytes(), password=None)


def signed_text(method: str, uri: str, client_id: str, time: str, body: bytes) -> bytes:
    """Joins what is signed: one space, one line feed, two dots, and the body untouched."""
    return f"{method} {uri}\n{client_id}.{time}.".encode() + body


def parts_of(header: str) -> dict:
    """Takes the Signature header apart, with or without a space after each comma."""
    pairs = (part.partition("=") for part in header.split(","))
    return {name.strip(): value.strip() for name, _, value in pairs}


def refusal(headers, method: str, uri: str, body: bytes):
    """Returns the result code that says why the caller cannot be trusted, or None for a genuine request."""
    client_id, time, signature = (headers.get(name) for name in ("Client-Id", "Request-Time", "Signature"))
    if not (client_id and time and signature):
        return "INVALID_SIGNATURE"
    if client_id not in KEY_FILES:
        return "INVALID_CLIENT"
    parts = parts_of(signature)
    key_file = KEY_FILES[client_id].get(parts.get("keyVersion", NEWEST_VERSION))
    if not key_file:
        return "KEY_NOT_FOUND"
    if parts.get("algorithm", "").upper() != "RSA256":
        return "INVALID_SIGNATURE"
    try:
        value = b64decode(unquote(parts.get("signature", "")), validate=True)
        public_key(key_file).verify(value, signed_text(method, uri, client_id, time, body), PKCS1v15(), SHA256())
    except (ValueError, InvalidSignature):  # ValueError: no base64
        return "INVALID_SIGNATURE"
    return None


def signed_headers(method: str, uri: str, body: bytes) -> dict:
    """Makes the headers of an answer: signed for the method and URI of the request that it answers."""
    time = datetime.now(timezone.utc).isoformat(timespec="seconds")
    value = private_key().sign(signed_text(method, uri, CLIENT_ID, time, body), PKCS1v15(), SHA256())
    signature = quote(b64encode(value), safe="")  # standard base64, then percent-encoded
    return {
        "Client-Id": CLIENT_ID,
        "Response-Time": time,
        "Signature": f"algorithm=RSA256, keyVersion=1, signature={signature}",
    }
