"""All that is known of a product, in one question to the database.

A product's page shows rows of a dozen small tables; asked one by one they alone would be more than the page may ask.
Each table is therefore selected as (its name, its row as a JSON object), and the selects are joined by UNION ALL,
which both databases do alike. Rows come back as instances of their models, tied to one another where they point.
"""

from collections import defaultdict
from typing import Any, TypeVar

from django.db.models import CharField, F, Model, Q, QuerySet, Value
from django.db.models.functions import JSONObject

from products.catalogue.compiled import as_json, rows_of
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
    SoilClaim,
    Standard,
    VillageArea,
)
from zhunong.places.models import Township, Village

Rows = dict[type[Model], list[Any]]
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
    SoilClaim: lambda claim: (claim.stated_on is None, claim.stated_on and -claim.stated_on.toordinal(), claim.pk),
    Question: lambda question: (question.sort_order or 0, question.pk),
    ProductPicture: lambda picture: (picture.sort_order or 0, picture.pk),
}
TIES: list[tuple[type[Model], str, type[Model]]] = [
    (Product, "township", Township),
    (OriginPart, "village", Village),
    (OriginPart, "origin", Origin),
    (VillageArea, "village", Village),
    (Season, "village", Village),
    (Limit, "standard", Standard),
    (Report, "limit", Limit),
    (SoilClaim, "village", Village),
    (SoilClaim, "township", Township),
]
"""(who points, by which name, at what): set by hand so that no template asks for it."""
PRODUCT, PAGE = -(2**31) + 1, -(2**31) + 2
"""Stand for the primary keys in the question, which is put into SQL once: no row has such a key."""


BY_NAME: dict[str, type[Model]] = {
    model._meta.label: model
    for model in (
        Product, Township, Village, Origin, OriginPart, Standard, Limit, SoilClaim, Sku, VillageArea, Season, Price,
        BuyingWay, Certificate, Report, Question, ProductPicture,
    )
}  # fmt: skip


def gather(product_id: int, page: ProductPage | None = None) -> Facts:
    """Every row that belongs to the product and, where given, to its page. One query. Raises Product.DoesNotExist."""
    fill = {PRODUCT: product_id, PAGE: page.pk if page else 0}
    rows: Rows = defaultdict(list)
    for name, values in rows_of(("facts", page is None), lambda: question(page is not None), fill):
        rows[BY_NAME[name]].append(revive(BY_NAME[name], as_json(values)))
    if not rows[Product]:
        raise Product.DoesNotExist(product_id)
    tie(rows)
    for model, order in ORDERS.items():
        rows[model].sort(key=order)
    return Facts(rows, rows[Product][0])


def question(has_page: bool) -> QuerySet:
    """All tables at once, of `PRODUCT` and `PAGE`, whichever these are."""
    first, *others = [to_json(model, rows) for model, rows in selects(PRODUCT, PAGE if has_page else None).items()]
    return first.union(*others, all=True)


def selects(product_id: int, page_id: int | None) -> dict[type[Model], QuerySet]:
    """What is asked of each table. Villages, standards and townships are few, and asked as far as they are needed."""
    of_product, of_page = Q(product=product_id), Q(page=page_id)
    township = Product.objects.filter(pk=product_id).values("township")
    return {
        Product: Product.objects.filter(pk=product_id),
        Township: Township.objects.filter(pk__in=township),
        Village: Village.objects.filter(township__in=township),
        Origin: Origin.objects.filter(of_product),
        OriginPart: OriginPart.objects.filter(origin__product=product_id),
        Standard: Standard.objects.all(),
        Limit: Limit.objects.all(),
        SoilClaim: SoilClaim.objects.filter(township__in=township),
        **{model: model.objects.filter(of_product) for model in
           (Sku, VillageArea, Season, Price, BuyingWay, Certificate, Report)},
        **({model: model.objects.filter(of_page) for model in (Question, ProductPicture)} if page_id else {}),
    }  # fmt: skip


def to_json(model: type[Model], queryset: QuerySet) -> QuerySet:
    fields = {field.attname: F(field.attname) for field in model._meta.concrete_fields}
    return queryset.order_by().values_list(Value(model._meta.label, CharField()), JSONObject(**fields))


def revive(model: type[Model], values: dict[str, Any]) -> Model:
    """An instance as the database would have given it: JSON has no dates and no decimals."""
    fields = [field for field in model._meta.concrete_fields if field.attname in values]
    row = model(**{field.attname: clean(field, values[field.attname]) for field in fields})
    row._state.adding, row._state.db = False, "default"
    return row


def clean(field: Any, value: Any) -> Any:
    return value if value is None else (field.target_field if field.is_relation else field).to_python(value)


def tie(rows: Rows) -> None:
    found: dict[type[Model], dict[Any, Model]] = {
        target: {row.pk: row for row in rows[target]} for target in {target for _model, _name, target in TIES}
    }
    for model, name, target in TIES:
        for row in rows[model]:
            key = getattr(row, f"{name}_id")
            if key in found[target]:
                setattr(row, name, found[target][key])
    tie_to_product(rows)


def tie_to_product(rows: Rows) -> None:
    """The small rows know their product; a price its pack."""
    packs = {pack.pk: pack for pack in rows[Sku]}
    for price in rows[Price]:
        price.sku = packs[price.sku_id]
    for pack in rows[Sku]:
        pack.product = rows[Product][0]
