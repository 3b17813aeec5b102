"""Hands a visitor's page out again without rendering it, as long as nothing that visitors see was written.

Pages are kept in each process (`CACHES["pages"]`); what makes them true is the stamp in the database, so that all
processes see a change at once: one query for a page that is kept. Only strangers' pages are kept, and only those of
`PAGE_CACHE_VIEWS`; a page under way with a form's token, a cookie or a message is nobody else's.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.messages import get_messages
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone, translation

from zhunong.caching.memory import stamp_of

LONGEST_SECONDS = 3600
"""Then even a page that nobody wrote to is rendered anew."""
LONGEST_QUERY = 300
"""Longer ones are rendered each time: nobody may fill the memory with made-up addresses."""
LARGEST_PAGE = 400_000


class PageCache:
    """Middleware, the innermost: sessions and users are lazy, so that nobody asks for them for a kept page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        key = getattr(request, "page_cache_key", "")
        if key and isinstance(response, HttpResponse) and may_be_kept(request, response):
            keep(key, response)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """The kept page, else None and a key under which `__call__` keeps what comes."""
        if not is_strangers(request) or not is_for_all(request):
            return None
        key = key_of(request)
        if kept := caches["pages"].get(key):
            content, headers = kept
            return HttpResponse(content, headers=headers | {"X-Page-Cache": "hit"})
        request.page_cache_key = key  # type: ignore[attr-defined]
        return None


def is_strangers(request: HttpRequest) -> bool:
    """Whether nobody is known by a cookie of a session or of messages."""
    cookies = request.COOKIES
    return settings.PAGE_CACHE and settings.SESSION_COOKIE_NAME not in cookies and "messages" not in cookies


def is_for_all(request: HttpRequest) -> bool:
    match = request.resolver_match
    known = match is not None and match.view_name in settings.PAGE_CACHE_VIEWS
    return known and request.method == "GET" and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY


def key_of(request: HttpRequest) -> str:
    """All that a page may depend on. Minutes count: broadcasts begin and end at full ones, and days at midnight."""
    query = urlencode(sorted((name, each) for name, values in request.GET.lists() for each in values))
    partial = request.headers.get("HX-Request") or ""
    parts = [
        stamp_of(request), minute(), translation.get_language() or "", request.scheme or "", request.get_host(),
        partial, request.path, query,
    ]  # fmt: skip
    return sha256("\n".join(parts).encode()).hexdigest()


def minute() -> str:
    return f"{timezone.localtime():%Y%m%d%H%M}"


def may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether it is a whole page, and says nothing to this visitor alone."""
    if response.status_code != 200 or response.cookies:
        return False
    control = response.get("Cache-Control", "")
    if "no-store" in control or "private" in control or getattr(request, "is_preview", False):
        return False
    is_page = response.get("Content-Type", "").startswith("text/html") and len(response.content) <= LARGEST_PAGE
    return is_page and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE") and not len(get_messages(request))


def keep(key: str, response: HttpResponse) -> None:
    passing = {"Content-Length", "Date", "Server"}
    headers = {name: value for name, value in response.items() if name not in passing}
    caches["pages"].set(key, (response.content, headers), LONGEST_SECONDS)
