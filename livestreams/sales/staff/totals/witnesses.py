"""What each order file said of a line, and whose word counts column by column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from livestreams.sales.layouts import LAYOUTS
from livestreams.sales.layouts.base import Layout
from livestreams.sales.models import Line, OrderImport
from livestreams.sales.sightings import Sighting, Sightings
from products.money import yuan

MISSING = object()
"""The file lacks the column."""


class Said(NamedTuple):
    """One file's value in one column."""

    text: str
    counts: bool
    is_missing: bool


class Column(NamedTuple):
    name: str
    values: list[Said]


@dataclass
class Testimony:
    """All files that ever told of a line, earliest export first; undone ones are shown and do not count."""

    sightings: list[Sighting]
    columns: list[Column]


def testimony(line: Line) -> Testimony:
    """What was said of a line."""
    imports = OrderImport.objects.filter(shop=line.shop, state__in=["applied", "undone"]).select_related("created_by")
    seen = Sightings(imports).of([line.key]).get(line.key, [])
    layout = LAYOUTS[line.platform]
    columns = [told(layout, name, seen) for name in layout.kept]
    return Testimony(seen, [column for column in columns if any(said.text for said in column.values)])


def told(layout: Layout, name: str, seen: Sequence[Sighting]) -> Column:
    values = [value(sighting, name) for sighting in seen]
    counting = counts(layout, name, seen, values)
    said = [Said(shown(layout, name, each), place == counting, each is MISSING) for place, each in enumerate(values)]
    return Column(name, said)


def value(sighting: Sighting, name: str) -> object:
    columns = sighting.order_import.columns
    return sighting.values[columns.index(name)] if name in columns else MISSING


def counts(layout: Layout, name: str, seen: Sequence[Sighting], values: Sequence[object]) -> int | None:
    """The place of the latest applied file that has the column; a payment time once seen stays (folding.fold)."""
    applied = [
        place
        for place, sighting in enumerate(seen)
        if sighting.order_import.state == OrderImport.State.APPLIED and values[place] is not MISSING
    ]
    if name in layout.paid_at:
        applied = [place for place in applied if values[place] is not None] or applied
    return applied[-1] if applied else None


def shown(layout: Layout, name: str, value: object) -> str:
    if value is MISSING or value is None:
        return ""
    return _("%(yuan)s yuan") % {"yuan": yuan(int(str(value)))} if name in layout.money else str(value)
