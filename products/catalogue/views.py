"""What the catalogue page answers at its addresses."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.models import Page

from products.catalogue.board import board
from products.catalogue.listing import listing

LIVE = "live"
"""In the query string of a search while somebody types: each letter replaces the address, none is a step to go back."""


def all_products(catalogue: Page, request: HttpRequest) -> HttpResponse:
    """The whole page."""
    context = catalogue.get_context(request) | listing(catalogue, request)
    return TemplateResponse(request, "products/catalogue_page.html", context)


def results(catalogue: Page, request: HttpRequest) -> HttpResponse:
    """The filters and cards alone, and to htmx the address of the page that shows the same."""
    context: dict[str, Any] = {"page": catalogue, "is_part": True} | listing(catalogue, request)
    header = "HX-Replace-Url" if LIVE in request.GET else "HX-Push-Url"
    headers = {header: f"{context['address']}{context['wish'].address}".removesuffix("?"), "X-Robots-Tag": "noindex"}
    return TemplateResponse(request, "products/catalogue_results.html", context, headers=headers)


def seasons(catalogue: Page, request: HttpRequest) -> HttpResponse:
    """The season board."""
    where = {"canonical_path": "seasons/", "part_title": _("Over the year")}
    context = catalogue.get_context(request) | board(catalogue, request) | where
    return TemplateResponse(request, "products/season_board.html", context)
