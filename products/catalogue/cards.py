"""A product as a card: what it is called, whether it is in season, where it grows, what it costs at least."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from media.models import CustomImage
from products.catalogue.facts import Facts, facts_of
from products.catalogue.shelf import Shelf
from products.days import spoken_near
from products.models import ProductPage
from products.money import price_tag
from products.platforms import app_name
from products.standing import Standing, standing_of
from zhunong.caching.compiled import as_json, rows_of

NEEDED = {
    "id", "title", "description", "file", "width", "height", "focal_point_x", "focal_point_y", "focal_point_width",
    "focal_point_height", "is_placeholder", "people_shown", "cuts",
}  # fmt: skip
PICTURE = tuple(field.attname for field in CustomImage._meta.concrete_fields if field.attname in NEEDED)
"""What `shown_picture` needs of a picture, in the model's own order, as `from_db` takes it; `cuts` is the last."""
COLUMNS = (
    "pk", "product_id", "title", "url_path", "lead", "product__local_name", *(f"picture__{name}" for name in PICTURE)
)  # fmt: skip
MOST_VILLAGES = 2
Pages = Callable[[], QuerySet[ProductPage]]


@dataclass(frozen=True)
class Card:
    """Everything the template prints."""

    url: str
    title: str
    local_name: str
    lead: str
    picture: CustomImage | None
    standing: Standing
    is_proven: bool
    villages: str
    price: str
    price_seen: str

    @property
    def badge(self) -> str:
        """正当季, 即将上市, 已售完, or nothing."""
        return self.standing.badge

    @property
    def when(self) -> str:
        """From when or until when, where the badge does not say it all."""
        return "" if self.standing.is_now else self.standing.sentence


@dataclass(frozen=True)
class Shown:
    """What a card needs of its page."""

    pk: int
    product_id: int
    title: str
    url: str
    lead: str
    local_name: str
    picture: CustomImage | None
    rest: tuple[Any, ...] = ()
    """Columns that were asked for beside."""


def shown(key: Hashable, shelf: Shelf, catalogue: Page, request: HttpRequest, build: Pages, *more: str) -> list[Shown]:
    """The pages of a question, each with its address. One query, and no model is made of its rows but the picture."""
    rows = rows_of(("pages", shelf.root, shelf.today, key), lambda: build().values_list(*COLUMNS, *more))
    home, above = catalogue.get_url(request) or "", len(catalogue.url_path)
    found = []
    for row in rows:
        pk, product, title, url_path, lead, local_name = row[:6]
        url = (
            home + url_path[above:]
            if url_path.startswith(catalogue.url_path)
            else address_of(catalogue, url_path, home)
        )
        found.append(Shown(pk, product, title, url, lead, local_name, picture_of(row[6:]), row[len(COLUMNS) :]))
    return found


def address_of(catalogue: Page, url_path: str, home: str) -> str:
    """Of a page beside the catalogue."""
    return home.removesuffix(f"{catalogue.slug}/") + url_path.removeprefix(
        catalogue.url_path.removesuffix(f"{catalogue.slug}/")
    )


def picture_of(values: tuple[Any, ...]) -> CustomImage | None:
    """The picture of a row as the database would have given it."""
    named = dict(zip(PICTURE, values, strict=False))
    return (
        None
        if named["id"] is None
        else CustomImage.from_db("default", PICTURE, [*values[: len(PICTURE) - 1], as_json(named["cuts"])])
    )


def for_cards(pages: QuerySet[ProductPage], shelf: Shelf) -> QuerySet[ProductPage]:
    """A queryset of another page's making, ready for `cards_of`."""
    return pages.select_related("product", "picture").defer("text", "search_key")


def shown_of(page: ProductPage, request: HttpRequest | None) -> Shown:
    url = page.get_url(request) or ""
    return Shown(page.pk, page.product_id, page.title, url, page.lead, page.product.local_name, page.picture)


def cards_of(pages: Iterable[Shown | ProductPage], shelf: Shelf, request: HttpRequest | None = None) -> list[Card]:
    """One query."""
    found = [page if isinstance(page, Shown) else shown_of(page, request) for page in pages]
    facts = facts_of((page.product_id for page in found), shelf)
    return [card_of(page, facts[page.product_id], shelf) for page in found]


def card_of(page: Shown, facts: Facts, shelf: Shelf) -> Card:
    offer = facts.lowest
    return Card(
        url=page.url,
        title=page.title,
        local_name=page.local_name if page.local_name != page.title else "",
        lead=page.lead,
        picture=page.picture,
        standing=standing_of(facts.seasons, shelf.today),
        is_proven=facts.is_proven,
        villages=say_villages(facts.villages),
        price=say_price(offer.price_fen, facts.is_from) if offer else "",
        price_seen=f"{app_name(offer.platform)} {spoken_near(offer.noted_on, shelf.today)}" if offer else "",
    )


def say_villages(names: list[str]) -> str:
    """`下柏村、东三涧村`, or `下柏村等4个村`."""
    if len(names) <= MOST_VILLAGES:
        return _(", ").join(names)
    return _("%(village)s and others, %(count)s villages") % {"village": names[0], "count": len(names)}


def say_price(price_fen: int, is_from: bool) -> str:
    """`¥29.80起`: yuan with two decimals."""
    price = price_tag(price_fen)
    return _("from %(price)s") % {"price": price} if is_from else price
