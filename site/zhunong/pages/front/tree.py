"""The way through the site: what stands in its menu, and where a page is, from one query for each request."""

from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction, Site

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
    site = Site.find_for_request(request)
    return site.root_page if site else None


def township_of(request: HttpRequest) -> Township | None:
    """Whose site it is."""
    root = root_of(request)
    return (
        Township.objects.filter(pk__in=HomePage.objects.filter(pk=root.pk).values("township")).first() if root else None
    )


def children_of(root: Page, request: HttpRequest) -> list[Page]:
    """The published pages right below, by the tree's order; remembered as long as the request lasts."""
    known: dict[int, list[Page]] = request.__dict__.setdefault("_zhunong_children", {})
    if root.pk not in known:
        found = (
            root.get_children().live().filter(view_restrictions=None).order_by("path").select_related("content_type")
        )
        known[root.pk] = list(found)
    return known[root.pk]


def child_of_type(children: list[Page], model: str) -> Page | None:
    """The first of a kind, by its model's name in lower case."""
    return next((page for page in children if page.content_type.model == model), None)


def trail_of(page: Any, request: HttpRequest) -> list[Page]:
    """The pages above, from the first page of the site down; without a query where the parent is in the menu."""
    root = root_of(request)
    if not root or page.pk == root.pk or not page.path.startswith(root.path):
        return []
    if page.depth == root.depth + 1:
        return [root]
    parents = [each for each in children_of(root, request) if page.path.startswith(each.path)]
    if page.depth == root.depth + 2 and parents:
        return [root, parents[0]]
    return list(page.get_ancestors().filter(depth__gte=root.depth, live=True))
