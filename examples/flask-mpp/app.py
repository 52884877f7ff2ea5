"""A Mobile Payment Provider in Flask: the way of a request from the socket to a signed answer."""

import json
import logging
import os

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

import signing
import wallet
from fields import illegal_field
from first_start import prepare

PATHS = {
    "sendOTP": "/aps/api/v1/users/sendOTP",
    "sendActivationCode": "/aps/api/v1/tokens/sendActivationCode",
    "tokenActivationNotification": "/aps/api/v1/tokens/tokenActivationNotification",
    "tokenDigitizeDecision": "/aps/api/v1/tokens/tokenDigitizeDecision",
}
UNKNOWN_RESULTS = ("REQUEST_TRAFFIC_EXCEED_LIMIT", "UNKNOWN_EXCEPTION")

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 2 * 1024 * 1024
app.url_map.merge_slashes = False  # only the exact path is the interface: no redirects


def answer(code: str, message: str = "", **more) -> Response:
    """Builds an answer. The status follows from the code, so that the two can never disagree."""
    status = "S" if code == "SUCCESS" else "U" if code in UNKNOWN_RESULTS else "F"
    result = {"resultCode": code, "resultStatus": status, "resultMessage": message or code.lower().replace("_", " ")}
    return Response(json.dumps({"result": result, **more}), content_type="application/json; charset=UTF-8")


def called_uri() -> str:
    """Returns path and query exactly as the caller wrote them: Flask's own request.path is decoded already."""
    return request.environ.get("RAW_URI") or request.environ["REQUEST_URI"]


def not_json(word: str):
    """Refuses NaN and Infinity, which Python reads and JSON does not know."""
    raise ValueError(f"{word} is not JSON")


def serve(api: str, decide):
    """Makes the view of one API: who calls, what was said, and only then what the wallet decides."""

    def view():
        if request.content_type and request.mimetype != "application/json":
            return answer("MEDIA_TYPE_NOT_ACCEPTABLE", "send application/json")
        if request.accept_mimetypes and "application/json" not in request.accept_mimetypes:
            return answer("MEDIA_TYPE_NOT_ACCEPTABLE", "only application/json is served")
        raw_body = request.get_data()  # the bytes as they came; parsed only once they are known to be genuine
        refusal = signing.refusal(request.headers, request.method, called_uri(), raw_body)
        if refusal:
            return answer(refusal)
        try:
            parameters = json.loads(raw_body.decode(), parse_constant=not_json)
        except (ValueError, RecursionError):  # ValueError covers bytes that are no UTF-8, too
            return answer("PARAM_ILLEGAL", "the body is not JSON")
        if not isinstance(parameters, dict):
            return answer("PARAM_ILLEGAL", "the body is not a JSON object")
        field = illegal_field(api, parameters)
        if field:
            return answer("PARAM_ILLEGAL", f"{field} is missing or illegal")
        code, more = decide(parameters)
        return answer(code, **more)

    app.add_url_rule(PATHS[api], api, view, methods=["POST"], provide_automatic_options=False)


for name, decision in wallet.DECISIONS.items():
    serve(name, decision)


@app.errorhandler(HTTPException)
def not_an_interface(error: HTTPException):
    """Answers what Flask itself refuses in the house style; even these answers travel with HTTP 200."""
    codes = {404: "NO_INTERFACE_DEF", 405: "METHOD_NOT_SUPPORTED", 413: "PARAM_ILLEGAL"}
    return answer(codes.get(error.code, "UNKNOWN_EXCEPTION"))


@app.errorhandler(Exception)
def unexpected(error: Exception):
    """Keeps the trace in our log. The caller learns only that the outcome is unknown and may ask again."""
    logging.error("unexpected error in %s", request.path, exc_info=error)
    return answer("UNKNOWN_EXCEPTION")


@app.after_request
def sign(response: Response) -> Response:
    """Signs whatever leaves, over the very bytes that leave, whichever branch produced them."""
    for header, value in signing.signed_headers(request.method, called_uri(), response.get_data()).items():
        response.headers[header] = value
    return response


if __name__ == "__main__":
    port = int(os.environ.get("PORT", "8080"))
    print(f"Try it with: npx conformance --config {prepare(port, PATHS)}")
    app.run("127.0.0.1", port)
