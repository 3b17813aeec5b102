"""The way through the site: what stands in its menu, and where a page is."""

from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction

from zhunong.addresses import public_address
from zhunong.pages.front.frame import Link, frame_of, published
from zhunong.pages.models import HomePage
from zhunong.places.models import Township


def readable(pages: Any) -> Any:
    """Published, and behind no password; Wagtail's own `public()` asks a query of its own for that each time."""
    own_path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    behind = PageViewRestriction.objects.alias(own=own_path).filter(own__startswith=F("page__path"))
    return pages.live().filter(~Exists(behind))


def lend(page: Any, *names: str) -> None:
    """Read the rows that a page points at in one query instead of one for each, unless a draft points elsewhere."""
    row = type(page).objects.filter(pk=page.pk).select_related(*names).first()
    for name in {name.partition("__")[0] for name in names}:
        if row and getattr(row, f"{name}_id") == getattr(page, f"{name}_id"):
            setattr(page, name, getattr(row, name))


def root_of(request: HttpRequest) -> Page | None:
    """The first page of the site that was asked."""
    site = frame_of(request).site
    return site.root_page if site else None


def township_of(request: HttpRequest) -> Township | None:
    """Whose site it is."""
    root = root_of(request)
    return (
        Township.objects.filter(pk__in=HomePage.objects.filter(pk=root.pk).values("township")).first() if root else None
    )


def children_of(root: Page, request: HttpRequest) -> list[Page]:
    """The published pages right below, by the tree's order; those of the site's first page are in its frame."""
    frame = frame_of(request)
    return frame.children if frame.site and root.pk == frame.site.root_page_id else published(root.get_children())


def child_of_type(children: list[Page], model: str) -> Page | None:
    """The first of a kind, by its model's name in lower case."""
    return next((page for page in children if page.content_type.model == model), None)


def trail_of(page: Any, request: HttpRequest) -> list[Link]:
    """The pages above, from the first page of the site down; without a query where the parent is in the menu."""
    frame = frame_of(request)
    root = frame.site.root_page if frame.site else None
    if not root or page.pk == root.pk or not page.path.startswith(root.path):
        return []
    above = [each for each in frame.children if page.depth > each.depth and page.path.startswith(each.path)]
    if page.depth - root.depth == 1 + len(above):
        return [frame.link(each, request) for each in (root, *above)]
    found = page.get_ancestors().filter(depth__gte=root.depth, live=True)
    return [Link(each.title, each.get_url(request) or "/", public_address(each, request)) for each in found]
