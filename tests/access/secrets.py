"""Finding what must not be told, in whatever a page answers: text, JSON, a workbook, a stream."""

import re
import zipfile
from collections.abc import Sequence
from io import BytesIO
from urllib.parse import quote

from django.http import HttpResponseBase

from tests.access.world import SECRET, SECRET_CODE

SECRETS = (SECRET, SECRET_CODE)


def told(response: HttpResponseBase, secrets: Sequence[str] = SECRETS, asked: str = "-") -> list[str]:
    """The secrets in a response, each with what stands around it. The address `asked` for may come back."""
    where = response.headers.get("Location", "") + response.headers.get("Content-Disposition", "")
    path = asked.partition("?")[0]
    text = where + text_of(body_of(response))
    for echo in (path, quote(path, safe=""), quote(quote(path), safe="")):  # the last two in links back
        text = text.replace(echo, "")
    return [around(text, secret) for secret in secrets if found_at(text, secret) >= 0]


def body_of(response: HttpResponseBase) -> bytes:
    if response.streaming:
        return b"".join(response.streaming_content)  # type: ignore[attr-defined]
    return response.content  # type: ignore[attr-defined]


def text_of(body: bytes) -> str:
    """A workbook is unpacked, JSON's escapes are undone."""
    if body.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(body)) as workbook:
            return "".join(text_of(workbook.read(name)) for name in workbook.namelist())
    text = body.decode("utf-8", "replace")
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)


def found_at(text: str, secret: str) -> int:
    return text.lower().find(secret.lower())


def around(text: str, secret: str) -> str:
    at = found_at(text, secret)
    return " ".join(text[max(0, at - 60) : at + 40].split())
