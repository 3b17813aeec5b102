"""A workbook as it was handed in: plain cells of the sheets that the catalogue knows. It travels with the preview."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Self

from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from products.staff.sheets.cells import text_of
from products.staff.sheets.kinds import KINDS, Kind
from zhunong.access.models import User

MOST_ROWS = 5_000
KEPT_SECONDS = 24 * 60 * 60
"""For how long a preview can be said yes to."""
SALT = "catalogue sheet"


@dataclass
class RawSheet:
    """The rows of one kind: names of columns, and (row number, cells) of each row that says something."""

    kind: Kind
    columns: list[str]
    rows: list[tuple[int, list[Any]]]


@dataclass
class RawBook:
    file: str
    sheets: list[RawSheet]
    unknown: list[str]
    """Titles of sheets that were left aside."""

    @classmethod
    def of(cls, file: str, content: bytes) -> Self:
        """Raises ValidationError, one sentence, for what is no catalogue."""
        try:
            workbook = CalamineWorkbook.from_filelike(BytesIO(content))
            titles = list(workbook.sheet_names)
            found = [(title, list(workbook.get_sheet_by_name(title).iter_rows())) for title in titles]
        except (CalamineError, ValueError, OSError):
            raise ValidationError(_("This is no Excel workbook (.xlsx), or it is locked with a password.")) from None
        sheets = [raw_sheet(kind, rows) for title, rows in found if rows and (kind := kind_called(title))]
        unknown = [title for title, rows in found if rows and not kind_called(title)]
        if not any(sheet.rows for sheet in sheets):
            titles_known = "、".join(str(kind.label) for kind in KINDS)
            sentence = _("No row was found in a sheet called one of: %(titles)s.")
            raise ValidationError(sentence % {"titles": titles_known})
        if sum(len(sheet.rows) for sheet in sheets) > MOST_ROWS:
            raise ValidationError(_("There are more than %(most)s rows; split the workbook.") % {"most": MOST_ROWS})
        return cls(file, sheets, unknown)

    def sealed(self, user: User) -> str:
        """A text that cannot be changed on its way through the browser, for this person alone."""
        sheets = [[sheet.kind.name, sheet.columns, sheet.rows] for sheet in self.sheets]
        return signing.dumps([user.pk, self.file, sheets], salt=SALT, compress=True)

    @classmethod
    def unsealed(cls, text: str, user: User) -> Self:
        """What `sealed` gave the same person. Raises BadSignature."""
        pk, file, sheets = signing.loads(text, salt=SALT, max_age=KEPT_SECONDS)
        if pk != user.pk:
            raise signing.BadSignature("of somebody else")
        kinds = {kind.name: kind for kind in KINDS}
        return cls(file, [RawSheet(kinds[name], columns, [tuple(row) for row in rows])
                          for name, columns, rows in sheets], [])  # fmt: skip


def kind_called(title: str) -> Kind | None:
    return next((kind for kind in KINDS if kind.is_called(title.strip())), None)


def raw_sheet(kind: Kind, rows: list[list[Any]]) -> RawSheet:
    """Raises ValidationError where headers are missing, unknown or twice there."""
    names = [text_of(cell) for cell in rows[0]]
    columns = [(place, column_of(kind, header)) for place, header in enumerate(names) if header]
    known = [name for _place, name in columns]
    if twice := [name for name in known if known.count(name) > 1]:
        raise refused(kind, _("the column “%(name)s” stands there twice") % {"name": kind.spoken(twice[0])})
    needed = dict.fromkeys((*kind.resource._meta.import_id_fields, *kind.resource.keys))
    if missing := [name for name in needed if name not in known]:
        raise refused(kind, _("the column “%(name)s” is missing") % {"name": kind.spoken(missing[0])})
    return RawSheet(kind, known, list(filled_rows(rows[1:], [place for place, _name in columns])))


def column_of(kind: Kind, header: str) -> str:
    name = kind.column_called(header)
    if name is None:
        raise refused(kind, _("nobody knows the column “%(name)s”") % {"name": header[:40]})
    return name


def refused(kind: Kind, reason: str) -> ValidationError:
    return ValidationError(_("In the sheet “%(sheet)s” %(reason)s.") % {"sheet": kind.label, "reason": reason})


def filled_rows(rows: list[list[Any]], places: list[int]) -> Iterator[tuple[int, list[Any]]]:
    for number, cells in enumerate(rows, start=2):
        picked = [as_plain(cells[place]) if place < len(cells) else "" for place in places]
        if any(cell != "" for cell in picked):
            yield number, picked


def as_plain(cell: Any) -> Any:
    """What can travel as text: days as 2026-06-01, numbers as they are."""
    if isinstance(cell, datetime.datetime):
        cell = cell.date() if cell.time() == datetime.time() else cell
    return cell if isinstance(cell, int | float | bool) else str(cell).strip() if cell is not None else ""
