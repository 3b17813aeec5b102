"""A sheet of a table as a clerk hands it in: read by columns, compared with what is there, row by row."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Self

from django.core import signing
from django.utils.translation import gettext as _
from tablib import Dataset

from livestreams.sales.staff.tables.chinese import Wording
from livestreams.sales.staff.tables.desks import Desk
from livestreams.sales.staff.tables.recording import Changed
from livestreams.sales.staff.tables.resource import TableResource
from livestreams.sales.staff.tables.telling import LABELS
from livestreams.sales.staff.tables.values import Values
from livestreams.sales.tables.cells import cleaned
from livestreams.sales.tables.columns import Row, checked_header, refuse_repeats
from livestreams.sales.tables.files import RawRow, rows_in
from livestreams.sales.tables.refusal import TableRefused
from zhunong.access.models import User
from zhunong.formulas import FORMULA_STARTS

MOST_ROWS = 10_000
LARGEST_SHEET = 5 << 20
KEPT_SECONDS = 24 * 60 * 60
"""For how long a preview can be said yes to."""


@dataclass(frozen=True)
class BadValue:
    """A cell that cannot be read. `column` is an English label."""

    row: int
    column: str
    reason: str


@dataclass
class Sheet:
    """The rows of a file, header apart, as texts and numbers; it travels with the preview and is kept nowhere."""

    file: str
    rows: list[RawRow]
    bad: list[BadValue] = field(default_factory=list)
    read: list[tuple[Row, Values | None]] = field(default_factory=list)
    """Each row, and what is there under its key."""

    @classmethod
    def of(cls, desk: Desk, file: str, content: bytes, user: User) -> Self:
        """Raises `TableRefused` for what is no sheet of this table."""
        if not file.casefold().endswith((".xlsx", ".csv")):
            raise TableRefused(file, None, None, _("choose an .xlsx or .csv file"))
        raw = rows_in(file, content)
        number, headers = next(raw, (1, []))
        places = checked_header(file, desk.table.columns, (number, [in_english(cell) for cell in headers]))
        wording, columns = Wording(user), list(places)
        rows = [(number, [*map(wording.read, columns, picked(file, number, cells, places))]) for number, cells in raw]
        if not rows:
            raise TableRefused(file, None, None, _("there is no row below the headers"))
        if len(rows) > MOST_ROWS:
            raise TableRefused(
                file, None, None, _("there are more than %(most)s rows; split the file") % {"most": MOST_ROWS}
            )
        return cls(file, rows)

    @classmethod
    def unsealed(cls, text: str, desk: Desk, user: User) -> Self:
        """What `sealed` gave the same user. Raises `BadSignature`."""
        file, rows = signing.loads(text, salt=salt_of(desk, user), max_age=KEPT_SECONDS)
        return cls(file, [(number, cells) for number, cells in rows])

    def sealed(self, desk: Desk, user: User) -> str:
        """The sheet as a text that cannot be changed on its way through the browser."""
        return signing.dumps([self.file, self.rows], salt=salt_of(desk, user), compress=True)

    def compare(self, desk: Desk, user: User) -> None:
        """Read every cell, and find what each row is about. Raises `TableRefused` for two rows about the same."""
        own = desk.model.objects.workable_by(user).order_by().values("pk")  # type: ignore[attr-defined]
        resource = TableResource(desk, desk.rows().filter(pk__in=own))
        dataset = Dataset(*(cells for _number, cells in self.rows), headers=list(resource.fields))
        result = resource.import_data(dataset)
        for invalid in result.invalid_rows:
            for column, reasons in invalid.error_dict.items():
                self.bad.append(BadValue(self.rows[invalid.number - 1][0], LABELS[column], " ".join(reasons)))
        for (number, _cells), outcome in zip(self.rows, result.rows, strict=True):
            if outcome.errors:
                raise outcome.errors[0].error
            if not outcome.is_invalid():
                values = {name: getattr(outcome.instance, name) for name in resource.fields}
                row = Row(self.file, number, values)
                self.read.append((row, resource.known.get(desk.key_of(values))))
        refuse_repeats((row for row, _old in self.read), desk.key[0], lambda row: desk.key_of(row.values))

    @property
    def table_rows(self) -> list[Row]:
        return [row for row, _old in self.read]

    def changes(self) -> Iterable[tuple[Row, Changed]]:
        """Every row with what it was."""
        return ((row, Changed(old, row.values)) for row, old in self.read)


def salt_of(desk: Desk, user: User) -> str:
    return f"sheet of {desk.name} by {user.pk}"


def in_english(header: Any) -> str:
    """A column's name, where the sheet has its label in the reader's language."""
    text = str(cleaned(header))
    return next((name for name, label in LABELS.items() if text == _(label)), text)


def picked(file: str, number: int, cells: list[Any], places: dict[str, int]) -> list[Any]:
    """The cells in the order of the table's columns, as texts where they are no numbers."""
    if any(cleaned(cell) != "" for place, cell in enumerate(cells) if place not in places.values()):
        raise TableRefused(file, number, None, _("a filled cell stands under no header"))
    return [plain(cells[place]) if place < len(cells) else "" for place in places.values()]


def plain(cell: Any) -> Any:
    """Days and times as texts; text that our own export made harmless as it was."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell
    text = "" if cell is None else str(cell)
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text
