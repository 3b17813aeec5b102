"""What the frame of every public page needs: the menu, the trail, the canonical address, JSON-LD."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page

from media.cuts import cut_for
from media.templatetags.pictures import address as address_of_file
from zhunong import structured
from zhunong.addresses import public_address, public_root
from zhunong.pages.front.tree import children_of, root_of, trail_of

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
    root = root_of(request)
    if not root:
        return []
    items = [item(_("Home"), "/", request, exact=True)]
    for page in children_of(root, request):
        if page.show_in_menus:
            items.append(item(short_title(page), page.get_url(request) or "/", request))
        if page.show_in_menus and page.content_type.model == "cataloguepage":
            items.append(item(_("Season board"), f"{page.get_url(request)}seasons/", request))
    items.append(item(_("Livestream rooms"), reverse("rooms_public:rooms"), request))
    current = max((each for each in items if each["is_current"]), key=lambda each: len(each["url"]), default=None)
    return [each | {"is_current": each is current} for each in items]


def short_title(page: Any) -> str:
    """What fits into a menu: the centre's whole name would fill it."""
    return _("The centre") if page.content_type.model == "centrepage" else page.title


def item(title: str, url: str, request: Any, *, exact: bool = False) -> dict[str, Any]:
    path = request.path
    return {"title": title, "url": url, "is_current": path == url if exact else path.startswith(url)}


@register.simple_tag(takes_context=True)
def footer_pages(context: dict[str, Any]) -> list[Any]:
    """Text pages: about the site, privacy."""
    root = root_of(context["request"])
    return (
        [page for page in children_of(root, context["request"]) if page.content_type.model == "textpage"]
        if root
        else []
    )


@register.simple_tag(takes_context=True)
def trail(context: dict[str, Any]) -> list[Any]:
    """The pages above this one."""
    page = page_in(context)
    return trail_of(page, context["request"]) if page else []


@register.simple_tag(takes_context=True)
def canonical(context: dict[str, Any]) -> str:
    """The page's one address. A view below a page gives `canonical_path` (from the page's own address on)."""
    page = page_in(context)
    return public_address(page, context["request"]) + context.get("canonical_path", "") if page else ""


@register.simple_tag(takes_context=True)
def share_picture(context: dict[str, Any], page: Any) -> str:
    """The whole address of the page's picture, for apps that show a card of a link; blank where none may be shown."""
    picture = getattr(page, "picture", None)
    if not picture or not picture.may_be_published:
        return ""
    try:
        name = cut_for(picture, "wide")["jpeg"][0][0]
    except SourceImageIOError:
        return ""
    return public_root(context["request"]) + address_of_file(name)


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
    steps = [(each.title, public_address(each, request)) for each in [*above, page]]
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
