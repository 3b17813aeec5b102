"""Whole addresses of pages, by which the site is known outside: canonical links, share cards, the sitemap."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Site


def public_root(request: HttpRequest | None) -> str:
    """`PUBLIC_URL` for the main site, whatever host a visitor typed; a further township's site has its own."""
    site = Site.find_for_request(request) if request else None
    return settings.PUBLIC_URL if site is None or site.is_default_site else site.root_url


def public_address(page: Any, request: HttpRequest | None = None) -> str:
    """The one address of a page; blank when it is on no site. A page asks for its own several times."""
    known: dict[Any, str] = request.__dict__.setdefault("_zhunong_addresses", {}) if request else {}
    key = (page.pk, page.url_path)
    if key not in known:
        parts = page.get_url_parts(request)
        known[key] = public_root(request) + parts[2] if parts and parts[2] is not None else ""
    return known[key]
