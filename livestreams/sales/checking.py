"""Proof: every line and every total worked out again from what was handed in and corrected (contracts, section 3)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.db import models

from livestreams.sales.books import Books
from livestreams.sales.correcting import credited_row
from livestreams.sales.crediting import Creditor
from livestreams.sales.deltas import DIMENSIONS, MEASURES, MONTHLY_DIMENSIONS, Cell, Deltas, by_month
from livestreams.sales.facts import FactReader
from livestreams.sales.folding import fold
from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.listings import Listings
from livestreams.sales.models import DailyTotal, Line, MonthlyTotal, OrderImport
from livestreams.sales.rows import LineRow, rows_by_key
from livestreams.sales.sightings import Sightings
from livestreams.sales.splitting import Shares
from livestreams.teams.models import Account

AT_ONCE = 1000


@dataclass
class Check:
    """What was compared, and where the kept and the recomputed differ, in words."""

    lines: int = 0
    differences: list[str] = field(default_factory=list)


def check_totals() -> Check:
    """Recompute everything from the sightings. The caller holds the crediting of all townships."""
    check, books = Check(), Books()
    parties = books.parties()
    check.differences += wrong_shares(books, parties)
    deltas = Deltas(parties)
    for shop in Account.objects.filter(imports__state=OrderImport.State.APPLIED).distinct():
        for row, kept in recomputed(shop, books):
            check.lines += 1
            deltas.add(row)
            if row != kept:
                check.differences.append(f"line {row.platform} {row.key}: {kept} should be {row}")
    surplus = Line.objects.count() - check.lines
    if surplus:
        check.differences.append(f"{surplus} lines that no order file tells of")
    compare_totals(check, DailyTotal, ("day", *DIMENSIONS), deltas.cells)
    compare_totals(check, MonthlyTotal, ("month", *MONTHLY_DIMENSIONS), by_month(deltas.cells))
    return check


def wrong_shares(books: Books, parties: dict[int, Shares]) -> list[str]:
    """Splits in force that do not sum to 100: no CHECK can hold that on SQLite (design, section 5)."""
    in_force = {*books.session_shares.values(), *(split for dated in books.origins.values() for _day, split in dated)}
    return [f"shares {parties[split]} do not sum to 100" for split in in_force if sum(parties[split].percents) != 100]


def recomputed(shop: Account, books: Books) -> Iterator[tuple[LineRow, LineRow | None]]:
    """Each line of a shop as its sightings make it, and as it is kept."""
    layout = LAYOUTS[shop.platform]
    reader, creditor, listings = FactReader(layout), Creditor(books, layout, shop), Listings(shop)
    sightings = Sightings(OrderImport.objects.applied().filter(shop=shop))
    for keys in sightings.key_runs():
        seen, kept = sightings.of(keys), {}
        for start in range(0, len(keys), AT_ONCE):
            kept.update(rows_by_key(layout.platform, keys[start : start + AT_ONCE]))
        for key in keys:
            facts = reader.read(fold(layout, seen[key]))
            listing = listings.ids.get(facts.article, 0)
            yield credited_row(creditor, key, facts, listing), kept.get(key)


def compare_totals(
    check: Check, model: type[models.Model], dimensions: Sequence[str], expected: dict[Cell, list[int]]
) -> None:
    names = [dimensions[0], *(f"{name}_id" for name in dimensions[1:])]
    without = [None] * (len(Cell._fields) - len(dimensions))
    rows = model._default_manager.values_list(*names, *MEASURES)
    kept = {Cell(*row[: len(names)], *without): list(row[len(names) :]) for row in rows}
    expected = {cell: measures for cell, measures in expected.items() if any(measures)}
    for cell in kept.keys() | expected.keys():
        if kept.get(cell) != expected.get(cell):
            check.differences.append(f"{model.__name__} {cell}: {kept.get(cell)} should be {expected.get(cell)}")
