"""Products as cards on pages that are not the catalogue: the catalogue's own cards, of its own shelf."""

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from products.catalogue.cards import Card, cards_of, for_cards
from products.catalogue.shelf import Shelf


def shelf_of(root: Page) -> Shelf:
    """Every product page below a site's first page. A shelf asks only where its catalogue would be."""
    return Shelf(
        Page(path=root.path + Page._get_path(root.path, root.depth + 1, 1)[-Page.steplen :]), timezone.localdate()
    )


def cards(root: Page, request: HttpRequest, wanted: Q | None = None, most: int = 60) -> list[Card]:
    """What is in season first, then what comes next; two queries."""
    shelf = shelf_of(root)
    pages = shelf.ordered()
    if wanted is not None:
        pages = pages.filter(wanted)
    return cards_of(for_cards(pages, shelf)[:most], shelf, request)
