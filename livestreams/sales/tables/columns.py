"""What a table consists of, and its raw rows turned into checked ones (contracts, section 1)."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from livestreams.sales.recrediting import Touched
from livestreams.sales.tables.cells import BadCell, Reader, cleaned
from livestreams.sales.tables.files import RawRow, raw_rows
from livestreams.sales.tables.refusal import TableRefused
from livestreams.sales.tables.writing import Tally


@dataclass(frozen=True)
class Row:
    """One row of a table, its cells read."""

    file: str
    number: int
    values: dict[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.values[column]

    def refused(self, column: str, reason: str) -> TableRefused:
        return TableRefused(self.file, self.number, column, reason)


@dataclass(frozen=True)
class Column:
    """A column, how its cells are read, and what a blank one means; without `blank` it must be filled in."""

    name: str
    read: Reader
    blank: Any = ...

    def value(self, raw: Any) -> Any:
        raw = cleaned(raw)
        if raw != "":
            return self.read(raw)
        if self.blank is ...:
            raise BadCell(_("the cell is empty; it must be filled in"))
        return self.blank


@dataclass(frozen=True)
class Table:
    """One table of contracts, section 1. `key`: no two rows have the same in these columns."""

    name: str
    columns: tuple[Column, ...]
    load: Callable[[Sequence[Row], Touched], Tally]
    key: tuple[str, ...] = ("slug",)

    def rows(self, path: Path) -> list[Row]:
        """The rows of the table's file. Raises `TableRefused`."""
        raw = raw_rows(path)
        header = checked_header(path.name, self.columns, next(raw, None))
        rows = [self.row(path.name, header, number, cells) for number, cells in raw]
        if self.key:
            refuse_repeats(rows, self.key[-1], itemgetter(*self.key))
        return rows

    def row(self, file: str, header: dict[str, int], number: int, cells: list[Any]) -> Row:
        if any(cleaned(cell) != "" for place, cell in enumerate(cells) if place not in header.values()):
            raise TableRefused(file, number, None, _("a filled cell stands under no header"))
        values = {}
        for column in self.columns:
            place = header[column.name]
            try:
                values[column.name] = column.value(cells[place] if place < len(cells) else "")
            except BadCell as bad:
                raise TableRefused(file, number, column.name, str(bad)) from None
        return Row(file, number, values)


def checked_header(file: str, columns: Sequence[Column], first: RawRow | None) -> dict[str, int]:
    """Where each column stands. Unknown, missing and repeated ones are refused."""
    number, cells = first or (1, [])
    headers = [str(cleaned(cell)) for cell in cells]
    wanted = [column.name for column in columns]
    for name, count in Counter(filter(None, headers)).items():
        if name not in wanted:
            reason = _("the column is unknown; this table has %(columns)s") % {"columns": ", ".join(wanted)}
            raise TableRefused(file, number, name, reason)
        if count > 1:
            raise TableRefused(file, number, name, _("the column is there twice"))
    for name in wanted:
        if name not in headers:
            raise TableRefused(file, number, name, _("the column is missing"))
    return {name: headers.index(name) for name in wanted}


def refuse_repeats(rows: Iterable[Row], column: str, key: Callable[[Row], Hashable]) -> None:
    """Refuse the second of two rows for one thing, at the column; `key` says which thing a row is about."""
    seen: dict[Hashable, int] = {}
    for row in rows:
        first = seen.setdefault(key(row), row.number)
        if first != row.number:
            raise row.refused(column, _("row %(row)s is about the same already") % {"row": first})
