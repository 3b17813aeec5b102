"""Looking up what a row names, and refusing what must not be named together (contracts, section 1)."""

import datetime
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from django.db.models import Model
from django.utils.translation import gettext as _

from livestreams.sales.tables.columns import Row

M = TypeVar("M", bound=Model)


def by_slug(model: type[M]) -> dict[str, M]:
    """All records of a model."""
    return {record.slug: record for record in model._default_manager.all()}  # type: ignore[attr-defined]


def named(row: Row, column: str, records: Mapping[Any, M], key: Hashable = None) -> M:
    """The record that the cell names, or `key` where that takes more than the cell. Raises `TableRefused`."""
    return one_of(row, column, records, row[column] if key is None else key, row[column])


def one_of(row: Row, column: str, records: Mapping[Any, M], key: Hashable, name: str) -> M:
    if key not in records:
        raise row.refused(column, _("there is no “%(slug)s”; it must be loaded first") % {"slug": name})
    return records[key]


def refuse_stranger(row: Row, column: str, name: str, township: int, expected: int) -> None:
    """What a row names belongs to the row's township."""
    if township != expected:
        raise row.refused(column, _("“%(slug)s” belongs to another township") % {"slug": name})


def parties(row: Row, column: str, records: Mapping[str, M], township: int) -> list[M]:
    """The records that a cell of slugs or shares names, all of one township."""
    found = [one_of(row, column, records, slug, slug) for slug in row[column]]
    for record in found:
        refuse_stranger(row, column, record.slug, record.township_id, township)  # type: ignore[attr-defined]
    return found


def kept_shares(model: type[Model], whole: str, party: str) -> dict[int, dict[int, int]]:
    """Shares as they are: whole → party → per cent, as primary keys."""
    shares: dict[int, dict[int, int]] = defaultdict(dict)
    for whole_pk, party_pk, percent in model._default_manager.values_list(whole, party, "percent"):
        shares[whole_pk][party_pk] = percent
    return shares


class Period(NamedTuple):
    """[start, end) of something, None = open; `row` is None for what only the database has."""

    start: datetime.date | None
    end: datetime.date | None
    name: str
    row: Row | None


def first_clash(periods: Iterable[Period]) -> tuple[Row, Period] | None:
    """The first row whose period overlaps another, and that other one."""
    longest: Period | None = None
    for period in sorted(periods, key=lambda each: (each.start is not None, each.start)):
        if longest and (period.start is None or longest.end is None or period.start < longest.end):
            clash = sorted((longest, period), key=lambda each: each.row.number if each.row else 0)
            if clash[1].row:
                return clash[1].row, clash[0]
        if longest is None or (longest.end and (period.end is None or period.end > longest.end)):
            longest = period
    return None
