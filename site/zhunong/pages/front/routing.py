"""From an address to its page in two short questions, instead of one for each step down the tree."""

from typing import Any

from django.db.models import Exists, Q, QuerySet
from wagtail.models import Page, PageViewRestriction

from zhunong.caching.compiled import instances_of, values_of

FIRST, LAST, ABOVE, WHOLE = "the-first-slug", "the-last-slug", "/the/section/", "/the/whole/address/"
PK = -(2**31) + 1
"""Stand for what is asked in questions that are put into SQL once."""


def page_at(home: Page, steps: list[str]) -> tuple[Page, list[str]] | None:
    """The page at an address below a site's first page; else its section, with the steps that are left for it to take.

    None where neither is there.
    """
    first, whole = f"{home.url_path}{steps[0]}/", f"{home.url_path}{'/'.join(steps)}/"
    fill = {FIRST: steps[0], LAST: steps[-1], ABOVE: first, WHOLE: whole}
    found = {row[0]: row for row in values_of("page at", at_either, fill) if row[1].startswith(home.path)}
    row = found.get(whole) or found.get(first)
    page = specific(*row[2:4]) if row else None
    if row is None or page is None:
        return None
    url_path, path, _pk, _kind, is_walled = row
    if path[: -Page.steplen] == home.path:
        page._cached_parent_obj = home
    page.is_known_open = not is_walled
    return page, steps[1:] if url_path == first else []


def at_either() -> QuerySet:
    """By slug first, which has an index; the whole address has none."""
    wanted = Q(slug=FIRST, url_path=ABOVE) | Q(slug=LAST, url_path=WHOLE)
    walls = Exists(PageViewRestriction.objects.all())
    return Page.objects.filter(wanted).values_list("url_path", "path", "pk", "content_type", walls)


def specific(pk: int, kind: int) -> Any:
    """The page as its own type; None if it has just been deleted."""
    model = Page(content_type_id=kind).specific_class or Page
    found = instances_of(("page", model._meta.label), model, lambda: model.objects.filter(pk=PK), {PK: pk})
    return found[0] if found else None
