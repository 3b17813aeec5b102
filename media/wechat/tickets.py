"""The ticket behind signatures, asked for at WeChat and kept nearly as long as it is valid (7200 s)."""

import json
import logging
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from django.conf import settings
from django.core.cache import cache

TICKET, FAILED, LOGGED = "wechat-ticket", "wechat-failed", "wechat-logged"
KEPT_SECONDS, PAUSE_SECONDS, PATIENCE_SECONDS = 7000, 60, 5
logger = logging.getLogger(__name__)


class TicketRefused(Exception):
    """WeChat answered, but gave none."""


def ticket() -> str:
    """Blank without keys, and while WeChat cannot be reached: then links go without a picture, pages as ever."""
    if not (settings.WECHAT_APP_ID and settings.WECHAT_APP_SECRET) or cache.get(FAILED):
        return ""
    kept = cache.get(TICKET)
    return kept or fresh_ticket()


def fresh_ticket() -> str:
    try:
        found = ask_for_ticket()
    except (URLError, TicketRefused, ValueError, OSError) as error:
        cache.set(FAILED, True, PAUSE_SECONDS)
        if cache.add(LOGGED, True, KEPT_SECONDS):
            logger.warning("WeChat gives no ticket, links are shared without picture: %s", error)
        return ""
    cache.set(TICKET, found, KEPT_SECONDS)
    cache.delete(LOGGED)
    return found


def ask_for_ticket() -> str:
    """Two requests. The stable token stays the same however many processes ask for it."""
    asked = {
        "grant_type": "client_credential", "appid": settings.WECHAT_APP_ID, "secret": settings.WECHAT_APP_SECRET,
    }  # fmt: skip
    token = part(ask("/cgi-bin/stable_token", json.dumps(asked).encode()), "access_token")
    return part(ask(f"/cgi-bin/ticket/getticket?{urlencode({'access_token': token, 'type': 'jsapi'})}"), "ticket")


def ask(path: str, data: bytes | None = None) -> Any:
    request = Request(settings.WECHAT_API + path, data, {"Content-Type": "application/json"})
    with urlopen(request, timeout=PATIENCE_SECONDS) as answer:  # noqa: S310  # the address is a setting
        return json.load(answer)


def part(answer: Any, name: str) -> str:
    """Raises TicketRefused with WeChat's own number and words, never with what was sent."""
    if not isinstance(answer, dict) or not answer.get(name):
        told = answer if isinstance(answer, dict) else {}
        raise TicketRefused(f"{told.get('errcode')} {told.get('errmsg')}")
    return str(answer[name])
