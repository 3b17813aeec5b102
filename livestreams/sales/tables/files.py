"""From a directory to raw rows: csv in UTF-8 or GB18030, or xlsx (contracts, section 1)."""

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from livestreams.sales.tables.cells import cleaned
from livestreams.sales.tables.refusal import TableRefused

ENCODINGS = ("utf-8-sig", "gb18030")
RawRow = tuple[int, list[Any]]


def find_tables(directory: Path, names: Iterable[str]) -> dict[str, Path]:
    """The files of the tables that are there, in the order of the names. Raises `TableRefused` when there are none."""
    if not directory.is_dir():
        raise TableRefused(str(directory), None, None, _("there is no such directory"))
    found = {name: path for name in names if (path := find_table(directory, name))}
    if not found:
        reason = _("none of the tables is in this directory; they are called %(names)s")
        raise TableRefused(str(directory), None, None, reason % {"names": ", ".join(f"{name}.csv" for name in names)})
    return found


def find_table(directory: Path, name: str) -> Path | None:
    paths = [path for suffix in (".csv", ".xlsx") if (path := directory / f"{name}{suffix}").is_file()]
    if len(paths) > 1:
        reason = _("%(other)s stands beside it; keep only one of them") % {"other": paths[0].name}
        raise TableRefused(paths[1].name, None, None, reason)
    return paths[0] if paths else None


def raw_rows(path: Path) -> Iterator[RawRow]:
    """(row number, cells) of every row that says something. Raises `TableRefused`."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise TableRefused(path.name, None, None, _("the file cannot be read: %(error)s") % {"error": error}) from None
    return rows_in(path.name, content)


def rows_in(file: str, content: bytes) -> Iterator[RawRow]:
    """(row number, cells) of every row that says something, of a file by its name. Raises `TableRefused`."""
    rows = workbook_rows(file, content) if file.casefold().endswith(".xlsx") else csv_rows(file, content)
    return ((number, cells) for number, cells in rows if any(cleaned(cell) != "" for cell in cells))


def csv_rows(file: str, content: bytes) -> Iterator[RawRow]:
    number = 0
    try:
        for number, cells in enumerate(csv.reader(StringIO(decoded(file, content), newline=""), strict=True), 1):
            yield number, cells
    except csv.Error:
        raise TableRefused(
            file, number + 1, None, _("the row is not proper csv; look at its quotation marks")
        ) from None


def decoded(file: str, content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableRefused(file, None, None, _("the characters cannot be read; save the file as “CSV UTF-8”"))


def workbook_rows(file: str, content: bytes) -> Iterator[RawRow]:
    """The rows of the first sheet that has any."""
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = [workbook.get_sheet_by_index(index) for index in range(len(workbook.sheet_names))]
        yield from enumerate(next((sheet.iter_rows() for sheet in sheets if sheet.height), ()), 1)
    except CalamineError:
        raise TableRefused(file, None, None, _("this is not a workbook, or it is locked with a password")) from None
