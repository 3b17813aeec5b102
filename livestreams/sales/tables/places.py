"""Townships, and what is matched by a slug and belongs to one (contracts, section 1)."""

from collections.abc import Sequence
from typing import TypeVar

from livestreams.sales.recrediting import Touched
from livestreams.sales.tables.cells import slug, text
from livestreams.sales.tables.columns import Column, Row, Table
from livestreams.sales.tables.finding import by_slug, named, refuse_stranger
from livestreams.sales.tables.writing import Tally, Writer
from livestreams.teams.models import Team
from products.models import Product
from zhunong.places.models import Township, Village

Placed = TypeVar("Placed", Village, Team, Product)


def load_townships(rows: Sequence[Row], touched: Touched) -> Tally:
    known, writer = by_slug(Township), Writer(Township)
    for row in rows:
        writer.put(known.get(row["slug"]), **row.values)
    writer.write()
    return writer.tally()


def load_villages(rows: Sequence[Row], touched: Touched) -> Tally:
    writer, _records = put_placed(rows, Village, ["name"])
    writer.write()
    return writer.tally()


def put_placed(rows: Sequence[Row], model: type[Placed], fields: Sequence[str]) -> tuple[Writer[Placed], list[Placed]]:
    """The rows as records of their townships, not yet written. A slug never moves to another township."""
    townships, known, writer = by_slug(Township), by_slug(model), Writer(model)
    records = []
    for row in rows:
        township, record = named(row, "township", townships), known.get(row["slug"])
        if record:
            refuse_stranger(row, "township", record.slug, record.township_id, township.pk)
        values = {field: row[field] for field in fields}
        records.append(writer.put(record, slug=row["slug"], township_id=township.pk, **values))
    return writer, records


TOWNSHIPS = Table(
    "townships",
    (
        Column("slug", slug(Township)),
        Column("name", text(Township, "name")),
        Column("county", text(Township, "county")),
    ),
    load_townships,
)
VILLAGES = Table(
    "villages",
    (Column("slug", slug(Village)), Column("name", text(Village, "name")), Column("township", slug(Township))),
    load_villages,
)
