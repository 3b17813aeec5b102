"""Where products grow, from a day on (contracts, section 1)."""

from collections.abc import Sequence

from livestreams.sales.recrediting import Touched
from livestreams.sales.tables.cells import shares, slug
from livestreams.sales.tables.columns import Column, Row, Table
from livestreams.sales.tables.finding import by_slug, kept_shares, named, parties
from livestreams.sales.tables.moments import day
from livestreams.sales.tables.writing import Tally, Writer
from products.models import Origin, OriginPart, Product
from zhunong.places.models import Village


def load_origins(rows: Sequence[Row], touched: Touched) -> Tally:
    products, villages, writer = by_slug(Product), by_slug(Village), Writer(Origin)
    known = {(origin.product_id, origin.valid_from): origin for origin in Origin.objects.all()}
    origins = []
    for row in rows:
        product = named(row, "product", products)
        grown_in = parties(row, "shares", villages, product.township_id)
        origin = writer.put(
            known.get((product.pk, row["valid_from"])), product_id=product.pk, valid_from=row["valid_from"]
        )
        origins.append((origin, dict(zip(grown_in, row["shares"].values(), strict=True))))
    writer.write()
    touched.products |= set_origin_shares(writer, origins)
    return writer.tally()


def set_origin_shares(writer: Writer[Origin], origins: Sequence[tuple[Origin, dict[Village, int]]]) -> set[int]:
    """Set the shares that differ. Returns the products concerned."""
    kept = kept_shares(OriginPart, "origin_id", "village_id")
    concerned = set()
    for origin, wanted in origins:
        if kept.get(origin.pk) != {village.pk: percent for village, percent in wanted.items()}:
            origin.set_shares(wanted)
            writer.mark(origin)
            concerned.add(origin.product_id)
    return concerned


ORIGINS = Table(
    "origins",
    (Column("product", slug(Product)), Column("valid_from", day, blank=None), Column("shares", shares)),
    load_origins,
    key=("product", "valid_from"),
)
