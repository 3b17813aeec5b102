"""What else of the site a visitor's words find beside products. Rooms above know those pages and enter themselves."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from products.catalogue.wish import Wish


@dataclass(frozen=True)
class Other:
    """A page that is no product: what kind it is, in a word, and the sentence under its title."""

    title: str
    url: str
    kind: str
    lead: str = ""


Source = Callable[[HttpRequest, Wish], list[Other]]
sources: list[Source] = []


def add_source(source: Source) -> None:
    """`source` finds pages that hold all words of a wish. Call when the app is ready."""
    sources.append(source)


def others_for(wish: Wish, request: HttpRequest) -> list[Other]:
    """Nothing, and no query, where no words were asked or one looks further through the products."""
    if not wish.words or wish.page > 1:
        return []
    return [other for source in sources for other in source(request, wish)]
