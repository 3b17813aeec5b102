"""All that is known of a product, in one question to the database, with what it shares with others beside.

A product's page shows rows of a dozen small tables; asked one by one they alone would be more than the page may ask.
Rows come back as instances of their models, tied to one another where they point.
"""

from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

from products.models import (
    BuyingWay,
    Certificate,
    Limit,
    Origin,
    OriginPart,
    Price,
    Product,
    ProductPage,
    ProductPicture,
    Question,
    Report,
    Season,
    Sku,
    VillageArea,
)
from products.reviving import Rows, Ties, revived, tie
from products.surroundings import surroundings_of
from zhunong.places.models import Township, Village

Row = TypeVar("Row", bound=Model)


class Facts:
    """The rows by table, in the order in which the page shows them."""

    def __init__(self, rows: Rows, product: Product) -> None:
        self.rows, self.product = rows, product

    def of(self, model: type[Row]) -> list[Row]:
        return self.rows[model]


ORDERS: dict[type[Model], Any] = {
    Sku: lambda sku: sku.code,
    OriginPart: lambda part: (-part.percent, part.village.slug),
    VillageArea: lambda area: (-area.area_mu, area.village.slug),
    Season: lambda season: (season.picked_from, season.pk),
    Price: lambda price: (price.noted_on, price.pk),
    BuyingWay: lambda way: (way.sort_order, way.pk),
    Certificate: lambda paper: (paper.kind, paper.pk),
    Report: lambda report: (-report.sampled_on.toordinal(), -report.pk),
    Question: lambda question: (question.sort_order or 0, question.pk),
    ProductPicture: lambda picture: (picture.sort_order or 0, picture.pk),
}
TIES: Ties = [
    (Product, "township", Township),
    (OriginPart, "village", Village),
    (OriginPart, "origin", Origin),
    (VillageArea, "village", Village),
    (Season, "village", Village),
    (Report, "limit", Limit),
    (Price, "sku", Sku),
]
PRODUCT, PAGE = -(2**31) + 1, -(2**31) + 2
"""Stand for the primary keys in the question, which is put into SQL once: no row has such a key."""
OF_PRODUCT = (Origin, Sku, VillageArea, Season, Price, BuyingWay, Certificate, Report)
OF_PAGE = (Question, ProductPicture)


def gather(product_id: int, page: ProductPage | None = None, request: HttpRequest | None = None) -> Facts:
    """Every row that belongs to the product and, where given, to its page. Raises Product.DoesNotExist.

    One query, and one for what products share, unless that is remembered.
    """
    fill = {PRODUCT: product_id, PAGE: page.pk if page else 0}
    rows = revived(("facts", page is None), lambda: selects(page is not None), fill)
    if not rows[Product]:
        raise Product.DoesNotExist(product_id)
    product = rows[Product][0]
    rows.update(surroundings_of(product.township_id, request))
    tie(rows, TIES)
    for pack in rows[Sku]:
        pack.product = product
    for model, order in ORDERS.items():
        rows[model].sort(key=order)
    return Facts(rows, product)


def selects(has_page: bool) -> dict[type[Model], QuerySet]:
    """What is asked of each table."""
    of_product, of_page = Q(product=PRODUCT), Q(page=PAGE)
    return {
        Product: Product.objects.filter(pk=PRODUCT),
        OriginPart: OriginPart.objects.filter(origin__product=PRODUCT),
        **{model: model.objects.filter(of_product) for model in OF_PRODUCT},
        **{model: model.objects.filter(of_page) for model in OF_PAGE if has_page},
    }
