"""Closed for work: visitors get one calm page with 503, whoever signs in to the admin works on.

A file in `VAR_DIR` closes the site, so that it works without a database, for all processes at once, and stays so over
a restart. `manage.py maintenance on` makes it.
"""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils import translation

OPEN = ("/admin/", "/sign-in/", "/static/", "/favicon.ico", "/robots.txt")
"""Where administrators see to it that all is well before they open again."""
MINUTES = 30


def flag() -> Path:
    """While it exists the site is closed. It holds the minutes that the work will take."""
    return Path(settings.VAR_DIR) / "maintenance"


def minutes_left() -> int | None:
    """What was said of how long it takes; None while the site is open."""
    try:
        text = flag().read_text().strip()
    except OSError:
        return None
    return int(text) if text.isascii() and text.isdigit() else MINUTES


class Maintenance:
    """Middleware. Stands before all that asks the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        minutes = minutes_left()
        if minutes is None or request.path.startswith(OPEN):
            return self.get_response(request)
        return closed(minutes)


def closed(minutes: int) -> HttpResponse:
    """503 with Retry-After: search engines come again instead of forgetting the pages."""
    with translation.override(settings.LANGUAGE_CODE):
        html = render_to_string("503.html", {"minutes": minutes, "LANGUAGE_CODE": settings.LANGUAGE_CODE})
    headers = {"Retry-After": str(max(1, minutes) * 60), "Cache-Control": "no-store"}
    return HttpResponse(html, status=503, headers=headers)
