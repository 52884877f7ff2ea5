"""What the fields of a body must be for the Django wallet."""
import os
import re
from datetime import datetime

SLIP = os.environ.get("SLIP", "")
SOURCES = {
    "ACCOUNT_ON_FILE",
    "ACCOUNT_ADDED_MANUALLY",
    "ACCOUNT_ADDED_VIA_APPLICATION",
    "EXISTING_TOKEN_CREDENTIAL",
    "ACCOUNT_ADDED_VIA_BROWSER",
    "ACCOUNT_ADDED_VIA_CHIP_DATA",
}


class Refusal(Exception):
    @property
    def code(self):
        return self.args[0]


def is_storable(value):
    """PostgreSQL stores neither NUL nor half of a surrogate pair."""
    return SLIP == "nul-crash" or ("\x00" not in value and not re.search("[\ud800-\udfff]", value))


def text(body, name, limit, required=False, values=None):
    value = body.get(name)
    if value is None:
        if required:
            raise Refusal("PARAM_ILLEGAL")
        return None
    if not isinstance(value, str) or len(value) > limit or value == "" or not is_storable(value):
        raise Refusal("PARAM_ILLEGAL")
    if values is not None and value not in values:
        raise Refusal("PARAM_ILLEGAL")
    return value


def date(body, name):
    value = text(body, name, 64, required=True)
    shape = r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)"
    match = re.fullmatch(shape, value, re.ASCII)
    if not match:
        raise Refusal("PARAM_ILLEGAL")
    try:
        datetime.fromisoformat(match[1] + match[3].replace("Z", "+00:00"))
    except ValueError:
        raise Refusal("PARAM_ILLEGAL") from None


def thing(body, name, required=False):
    value = body.get(name)
    if value is None and not required:
        return None
    if not isinstance(value, dict):
        raise Refusal("PARAM_ILLEGAL")
    return value
