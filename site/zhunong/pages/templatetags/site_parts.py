"""What the frame of every public page needs: the menu, the trail, the canonical address, JSON-LD."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.models import Page

from media.templatetags.cards import card_path
from zhunong import structured
from zhunong.addresses import public_address, public_root
from zhunong.pages.front.frame import Link, frame_of
from zhunong.pages.front.tree import trail_of

register = template.Library()


def page_in(context: dict[str, Any]) -> Any:
    """The page that is shown, if it is one of the tree: other views call other things by that name."""
    page = context.get("page")
    return page if isinstance(page, Page) and page.pk else None


DESCRIPTION = 120
"""Characters; search engines cut off what is longer."""


@register.simple_tag(takes_context=True)
def site_menu(context: dict[str, Any]) -> list[dict[str, Any]]:
    """Home and the published pages below it that are shown in menus; the season board beside the catalogue."""
    request = context["request"]
    frame = frame_of(request)
    if not frame.site:
        return []
    items = [item(_("Home"), "/", request, exact=True)]
    for page in frame.children:
        if page.show_in_menus:
            url, model = frame.link(page, request).url, page.content_type.model
            items.append(item(_("The centre") if model == "centrepage" else page.title, url, request))
            if model == "cataloguepage":
                items.append(item(_("Season board"), f"{url}seasons/", request))
    items.append(item(_("Broadcasts"), reverse("live_public:schedule"), request))
    items.append(item(_("Livestream rooms"), reverse("rooms_public:rooms"), request))
    current = max((each for each in items if each["is_current"]), key=lambda each: len(each["url"]), default=None)
    return [each | {"is_current": each is current} for each in items]


def item(title: str, url: str, request: Any, *, exact: bool = False) -> dict[str, Any]:
    path = request.path
    return {"title": title, "url": url, "is_current": path == url if exact else path.startswith(url)}


@register.simple_tag(takes_context=True)
def footer_pages(context: dict[str, Any]) -> list[Link]:
    """Text pages: about the site, privacy."""
    request = context["request"]
    frame = frame_of(request)
    return [frame.link(page, request) for page in frame.children if page.content_type.model == "textpage"]


@register.simple_tag(takes_context=True)
def trail(context: dict[str, Any]) -> list[Link]:
    """The pages above this one."""
    page = page_in(context)
    return trail_of(page, context["request"]) if page else []


@register.simple_tag(takes_context=True)
def canonical(context: dict[str, Any]) -> str:
    """The page's one address. A view below a page gives `canonical_path` (from the page's own address on)."""
    page = page_in(context)
    return public_address(page, context["request"]) + context.get("canonical_path", "") if page else ""


@register.simple_tag(takes_context=True)
def share_picture(context: dict[str, Any]) -> str:
    """The whole address of the page's drawn card, for apps that show a card of a link; blank for what has none."""
    page = page_in(context)
    return public_root(context["request"]) + card_path(page, "wide") if page and page.live else ""


@register.simple_tag
def description(page: Any) -> str:
    """What was written for search engines, else the lead, else the beginning of the text."""
    written = getattr(page, "search_description", "") or getattr(page, "lead", "")
    text = written or strip_tags(str(getattr(page, "text", "") or "").replace("</p>", " "))
    return Truncator(" ".join(text.split())).chars(DESCRIPTION)


@register.simple_tag
def jsonld(data: Mapping[str, Any]) -> SafeString:
    """A script element of schema.org data."""
    return structured.script(data)


@register.simple_tag(takes_context=True)
def breadcrumbs_jsonld(context: dict[str, Any]) -> SafeString | str:
    """The trail for search engines, on every page but the first."""
    page, request = page_in(context), context["request"]
    above = trail_of(page, request) if page else []
    if not above:
        return ""
    steps = [*((each.title, each.address) for each in above), (page.title, public_address(page, request))]
    if extra := context.get("canonical_path"):
        steps.append((context.get("part_title") or page.title, steps[-1][1] + extra))
    return structured.script(structured.breadcrumbs(steps))


@register.simple_tag(takes_context=True)
def organization_jsonld(context: dict[str, Any], details: Any) -> SafeString:
    """Who runs the site, where that is filled in."""
    address = public_root(context["request"]) + "/"
    return structured.script(
        structured.organization(details.running_body, address, phone=details.phone, licence=details.licence_number)
    )


@register.simple_tag(takes_context=True)
def place_jsonld(context: dict[str, Any], township: Any, **more: Any) -> SafeString | str:
    """The place that this page is about."""
    page = context["page"]
    if not township:
        return ""
    return structured.script(
        structured.place(
            more.pop("name", "") or page.title, public_address(page, context["request"]), county=township.county,
            township=township.name, description=description(page), **more,
        )
    )  # fmt: skip
