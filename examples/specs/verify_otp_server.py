"""A wallet that answers verifyOTP, with nothing but Python's own library: `python3 verify_otp_server.py PORT KEYS`."""

import json
import sys
from base64 import b64decode, b64encode
from datetime import datetime, timezone
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote

PATH = "/aps/api/v1/users/verifyOTP"
CLIENT_ID = "SANDBOX_5Y0000000000000000"
FIELDS = {"acquirerId": 64, "pspId": 64, "accessToken": 128, "verifyRequestId": 64, "otpCode": 16}
UNKNOWN_RESULTS = ("REQUEST_TRAFFIC_EXCEED_LIMIT", "UNKNOWN_EXCEPTION")

# The users of the test environment, by access token; None stands for one who can be served.
TOKENS = {
    "token-of-a-good-user-0001": None,
    "token-of-a-good-user-0002": None,
    "token-that-expired-000001": "EXPIRED_ACCESS_TOKEN",
    "token-of-nobody-now-00001": "USER_NOT_EXIST",
    "token-of-a-blocked-user-1": "USER_STATUS_ABNORMAL",
}
# The passwords that were sent, by verifyRequestId; None stands for one that has expired.
PASSWORDS = {"otp-request-0001": "271828", "otp-request-0002": "314159", "otp-request-0003": None}


def verify_otp(request: dict) -> str:
    """Returns the result code of one call."""
    for name, longest in FIELDS.items():
        value = request.get(name)
        if not isinstance(value, str) or value == "" or len(value) > longest:
            return "PARAM_ILLEGAL"
    if request["accessToken"] not in TOKENS:
        return "INVALID_TOKEN"
    refusal = TOKENS[request["accessToken"]]
    if refusal:
        return refusal
    if request["verifyRequestId"] not in PASSWORDS:
        return "INVALID_OTP"
    password = PASSWORDS[request["verifyRequestId"]]
    if password is None:
        return "EXPIRED_CODE"
    return "SUCCESS" if request["otpCode"] == password else "INVALID_OTP"


def numbers_in(der: bytes) -> list:
    """Lists the integers of a key file, those inside its bit and octet strings too."""
    found, at = [], 0
    while at + 2 <= len(der):
        tag, size, at = der[at], der[at + 1], at + 2
        if size & 0x80:
            count = size & 0x7F
            size, at = int.from_bytes(der[at : at + count], "big"), at + count
        part, at = der[at : at + size], at + size
        if tag == 0x02:
            found.append(int.from_bytes(part, "big"))
        elif tag == 0x30 or tag == 0x04:
            found += numbers_in(part)
        elif tag == 0x03:
            found += numbers_in(part[1:])
    return found


def key(path: Path) -> list:
    """Reads a PEM file and lists its integers."""
    lines = path.read_text().splitlines()
    return numbers_in(b64decode("".join(line for line in lines if not line.startswith("-----"))))


class Keys:
    """The public key of Alipay+ and the wallet's own private key."""

    def __init__(self, folder: Path):
        self.caller_modulus, self.caller_exponent = key(folder / "alipayplus-public.pem")[:2]
        # Behind two version numbers: modulus, both exponents, both primes, and what makes a signature quick.
        self.modulus, _, _, self.p, self.q, self.dp, self.dq, self.inverse = key(folder / "mpp-private.pem")[2:10]

    def sign(self, text: bytes) -> bytes:
        size = (self.modulus.bit_length() + 7) // 8
        block = int.from_bytes(padded(text, size), "big")
        low = pow(block, self.dq, self.q)
        value = low + self.q * (self.inverse * (pow(block, self.dp, self.p) - low) % self.p)
        return value.to_bytes(size, "big")

    def verifies(self, text: bytes, signature: bytes) -> bool:
        size = (self.caller_modulus.bit_length() + 7) // 8
        if len(signature) != size:
            return False
        value = pow(int.from_bytes(signature, "big"), self.caller_exponent, self.caller_modulus)
        return value.to_bytes(size, "big") == padded(text, size)


def padded(text: bytes, size: int) -> bytes:
    """The block that RSASSA-PKCS1-v1_5 signs with SHA-256."""
    digest = bytes.fromhex("3031300d060960864801650304020105000420") + sha256(text).digest()
    return b"\x00\x01" + b"\xff" * (size - len(digest) - 3) + b"\x00" + digest


def signed_text(method: str, uri: str, client: str, time: str, body: bytes) -> bytes:
    return f"{method} {uri}\n{client}.{time}.".encode() + body


def not_json(word: str):
    """Refuses NaN and Infinity, which Python reads and JSON does not know."""
    raise ValueError(f"{word} is not JSON")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    keys = None

    def serve(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        code = self.result_of(body)
        status = "S" if code == "SUCCESS" else "U" if code in UNKNOWN_RESULTS else "F"
        result = {"resultCode": code, "resultStatus": status, "resultMessage": code.lower().replace("_", " ")}
        self.answer(json.dumps({"result": result}).encode())

    def result_of(self, body: bytes) -> str:
        """Returns the result code: who calls, what was said, and only then what the wallet decides."""
        if self.path != PATH:
            return "NO_INTERFACE_DEF"
        if self.command != "POST":
            return "METHOD_NOT_SUPPORTED"
        if not (self.headers.get("Content-Type") or "application/json").startswith("application/json"):
            return "MEDIA_TYPE_NOT_ACCEPTABLE"
        refusal = self.refusal(body) if self.keys else None
        if refusal:
            return refusal
        try:
            request = json.loads(body.decode(), parse_constant=not_json)
        except (ValueError, RecursionError):
            return "PARAM_ILLEGAL"
        return verify_otp(request) if isinstance(request, dict) else "PARAM_ILLEGAL"

    def refusal(self, body: bytes):
        """Returns why the caller cannot be trusted, or None for a genuine request."""
        client, time, header = (self.headers.get(name) for name in ("Client-Id", "Request-Time", "Signature"))
        if not (client and time and header):
            return "INVALID_SIGNATURE"
        if client != CLIENT_ID:
            return "INVALID_CLIENT"
        parts = dict(part.strip().partition("=")[::2] for part in header.split(","))
        if parts.get("keyVersion", "1") not in ("0", "1"):
            return "KEY_NOT_FOUND"
        try:
            signature = b64decode(unquote(parts.get("signature", "")), validate=True)
        except ValueError:
            return "INVALID_SIGNATURE"
        genuine = self.keys.verifies(signed_text(self.command, self.path, client, time, body), signature)
        return None if genuine and parts.get("algorithm") == "RSA256" else "INVALID_SIGNATURE"

    def answer(self, body: bytes):
        self.send_response(200)
        self.send_header("Content-Type", "application/json; charset=UTF-8")
        self.send_header("Content-Length", str(len(body)))
        if self.keys:
            time = datetime.now(timezone.utc).isoformat(timespec="seconds")
            signature = self.keys.sign(signed_text(self.command, self.path, CLIENT_ID, time, body))
            self.send_header("Client-Id", CLIENT_ID)
            self.send_header("Response-Time", time)
            value = quote(b64encode(signature), safe="")
            self.send_header("Signature", f"algorithm=RSA256, keyVersion=1, signature={value}")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        """Says nothing: the suite sends hundreds of requests."""

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = serve


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8080
    if len(sys.argv) > 2:
        Handler.keys = Keys(Path(sys.argv[2]))
    server = Server(("127.0.0.1", port), Handler)
    print(f"verifyOTP at http://127.0.0.1:{server.server_port}{PATH}", flush=True)
    server.serve_forever()
