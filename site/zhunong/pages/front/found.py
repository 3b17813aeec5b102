"""Villages, teams, news, courses and text pages that a visitor's words find: by name, pinyin, initials and text.

Names are looked through here, as the catalogue does with products; what stands in the texts is the index's to know
(`zhunong.searching`). Two queries, however many pages.
"""

from functools import lru_cache

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from wagtail.models import Page

from products.catalogue.others import Other
from products.catalogue.wish import Wish
from products.catalogue.words import key_of
from zhunong.pages.front.tree import readable, root_of

MOST = 12
MOST_BY_TEXT = 50
KINDS = {
    "villagepage": _("village"), "teampage": _("Team"), "newspage": _("News"), "trainingpage": _("Training"),
    "centrepage": _("The centre"), "hallpage": _("Hall"), "textpage": _("About this site"),
}  # fmt: skip
"""Which pages are found, by their model, and the word that says what they are."""


def others(request: HttpRequest, wish: Wish) -> list[Other]:
    """Those found by name first, in the order of the tree; then those whose text says it, the nearest first."""
    root = root_of(request)
    if root is None:
        return []
    below, home = Page.objects.descendant_of(root), root.get_url(request) or "/"
    known = {row[0]: row[1:] for row in told(readable(below))}
    named = [pk for pk, row in known.items() if is_named(row, wish.words)]
    said = [page.pk for page in below.search(wish.q, operator="and")[:MOST_BY_TEXT] if page.pk in known]
    return [other_of(known[pk], home, root.url_path) for pk in list(dict.fromkeys([*named, *said]))[:MOST]]


def told(pages: QuerySet[Page]) -> QuerySet:
    """(primary key, title, address in the tree, kind, lead, name of its village) of the pages that can be found."""
    leads = [f"{kind}__lead" for kind in KINDS]
    rows = pages.filter(content_type__model__in=KINDS, content_type__app_label="pages").order_by("path")
    return rows.annotate(told_lead=Coalesce(*leads), place=F("villagepage__village__name")).values_list(
        "pk", "title", "url_path", "content_type__model", "told_lead", "place"
    )


def is_named(row: tuple, words: list[str]) -> bool:
    title, _url_path, _kind, lead, place = row
    return all(word in searched(title, lead or "", place or "") for word in words)


@lru_cache(4096)
def searched(title: str, lead: str, place: str) -> str:
    """The page's search key."""
    return key_of([title], [place], [lead])


def other_of(row: tuple, home: str, root_path: str) -> Other:
    title, url_path, kind, lead, _place = row
    return Other(title, home + url_path.removeprefix(root_path), gettext(KINDS[kind]), lead or "")
