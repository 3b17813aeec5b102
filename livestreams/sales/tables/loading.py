"""The act: all tables of a directory or nothing, and the lines that they touch credited anew (contracts, section 1)."""

from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from livestreams.sales.batches import Batch
from livestreams.sales.locks import crediting
from livestreams.sales.recrediting import Touched, recredit
from livestreams.sales.tables.accounts import ACCOUNTS
from livestreams.sales.tables.codes import SKU_CODES
from livestreams.sales.tables.columns import Row, Table
from livestreams.sales.tables.files import find_tables
from livestreams.sales.tables.origins import ORIGINS
from livestreams.sales.tables.places import TOWNSHIPS, VILLAGES
from livestreams.sales.tables.products import PRODUCTS, SKUS
from livestreams.sales.tables.sessions import SESSIONS
from livestreams.sales.tables.teams import TEAMS
from livestreams.sales.tables.writing import Tally
from products.catalogue.indexing import index_pages
from zhunong.places.models import Township

TABLES = {
    table.name: table for table in (TOWNSHIPS, VILLAGES, TEAMS, ACCOUNTS, PRODUCTS, ORIGINS, SKUS, SKU_CODES, SESSIONS)
}
"""In the contract's order: each names only what stands before it."""
LOADERS_LOCK = 0
"""No township's key: two loaders wait for each other even where there is no township yet."""


@dataclass
class Loaded:
    """What became of each table's rows, and how many lines are credited otherwise than before."""

    tables: dict[str, Tally] = field(default_factory=dict)
    recredited: int = 0


def load_tables(directory: Path) -> Loaded:
    """Load the tables of a directory, all or nothing. Raises `TableRefused`; then nothing is written."""
    paths = find_tables(directory, TABLES)
    tables = [(TABLES[name], TABLES[name].rows(path)) for name, path in paths.items()]
    with crediting([LOADERS_LOCK]), crediting(Township.objects.values_list("pk", flat=True)):
        return load(tables)


def load(tables: list[tuple[Table, list[Row]]]) -> Loaded:
    """Write rows already read. The caller holds the crediting of every township."""
    loaded, touched, batch = Loaded(), Touched(), None
    try:
        with transaction.atomic():
            for table, rows in tables:
                loaded.tables[table.name] = table.load(rows, touched)
            index_pages()
            if touched:
                batch = recredit(touched)
                loaded.recredited = switch(batch)
    finally:
        if batch:
            batch.sweep()
    return loaded


def switch(batch: Batch) -> int:
    """Make the batch true. Returns how many lines it changes."""
    batch.switch()
    return len(batch)
