"""Products and their packs (contracts, section 1)."""

from collections.abc import Sequence

from django.utils import timezone

from livestreams.sales.recrediting import Touched
from livestreams.sales.tables.cells import choice, identifier, slug, text, whole_number
from livestreams.sales.tables.columns import Column, Row, Table
from livestreams.sales.tables.finding import by_slug, named, refuse_stranger
from livestreams.sales.tables.places import put_placed
from livestreams.sales.tables.writing import Tally, Writer
from products.models import Product, Sku
from products.wording import wording_on
from zhunong.places.models import Township


def load_products(rows: Sequence[Row], touched: Touched) -> Tally:
    """Neither a product's name nor its category credits anything, so no line is touched."""
    writer, _products = put_placed(rows, Product, ["name", "category"])
    writer.write()
    return writer.tally()


def load_skus(rows: Sequence[Row], touched: Touched) -> Tally:
    """A new code may be what our own template has sold by; weight and product credit the lines of a known one."""
    products, writer = by_slug(Product), Writer(Sku)
    known = {sku.code: sku for sku in Sku.objects.select_related("product")}
    for row in rows:
        product, sku = named(row, "product", products), known.get(row["code"])
        if sku is None:
            touched.codes.add(product.township_id)
        else:
            refuse_stranger(row, "product", product.slug, product.township_id, sku.product.township_id)
            if (sku.product_id, sku.net_weight_g) != (product.pk, row["net_weight_g"]):
                touched.products |= {sku.product_id, product.pk}
        values = {name: row[name] for name in ("code", "name", "net_weight_g")}
        writer.put(sku, product_id=product.pk, **values)
    keep_from_visitors(writer)
    writer.write()
    return writer.tally()


def keep_from_visitors(writer: Writer[Sku]) -> None:
    """Names as merchants write them are taken as they are; a pack whose name may not be said of food is not shown.

    At the product's facts it is told why, and shown again once it is called something else.
    """
    named = [*writer.created, *(writer.updated if "name" in writer.fields else ())]
    wording = wording_on(timezone.localdate()) if named else None
    for sku in named:
        if sku.is_shown and wording and wording.findings([sku.name]):
            sku.is_shown = False
            writer.fields.add("is_shown")


PRODUCTS = Table(
    "products",
    (
        Column("slug", slug(Product)),
        Column("name", text(Product, "name")),
        Column("category", choice(Product.Category.values)),
        Column("township", slug(Township)),
    ),
    load_products,
)
SKUS = Table(
    "skus",
    (
        Column("code", identifier(Sku, "code")),
        Column("product", slug(Product)),
        Column("name", text(Sku, "name")),
        Column("net_weight_g", whole_number),
    ),
    load_skus,
    key=("code",),
)
