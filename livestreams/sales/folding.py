"""A line is the fold of its sightings, column by column, latest export first (contracts, section 2, "Again")."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from livestreams.sales.layouts.base import Layout
from livestreams.sales.sightings import Sighting


class Fold(NamedTuple):
    """What all files together say of a line."""

    values: tuple
    """In the order of `Layout.kept`; None where no file says anything."""
    is_withdrawn: bool
    """A file showed it paid and the latest with a payment column no longer does."""


@lru_cache(maxsize=256)
def places(kept: tuple[str, ...], columns: tuple[str, ...]) -> tuple[int | None, ...]:
    """Where each kept column stands in a file with these columns; None where the file lacks it."""
    return tuple(columns.index(column) if column in columns else None for column in kept)


def fold(layout: Layout, sightings: Sequence[Sighting]) -> Fold:
    """Fold sightings that come earliest export first. The order in which files arrived plays no part."""
    kept = layout.kept
    spread = [
        [
            None if place is None else (sighting.values[place],)
            for place in places(kept, tuple(sighting.order_import.columns))
        ]
        for sighting in sightings
    ]
    values = [latest(column) for column in zip(*spread, strict=True)]
    paid = [kept.index(column) for column in layout.paid_at]
    is_withdrawn = False
    for place in paid:
        seen = [cell[0] for row in spread if (cell := row[place]) and cell[0] is not None]
        values[place] = seen[-1] if seen else None
    if any(values[place] is not None for place in paid):
        latest_row = next(row for row in reversed(spread) if any(row[place] for place in paid))
        is_withdrawn = not any(cell and cell[0] is not None for cell in (latest_row[place] for place in paid))
    return Fold(tuple(values), is_withdrawn)


def latest(cells: Sequence[tuple | None]) -> object:
    """The value of the latest file that has the column."""
    return next((cell[0] for cell in reversed(cells) if cell), None)


def fold_one(layout: Layout, sighting: Sighting) -> Fold:
    """The same for a single sighting, by far the most common case."""
    values = sighting.values
    where = places(layout.kept, tuple(sighting.order_import.columns))
    return Fold(tuple([None if place is None else values[place] for place in where]), False)
