"""Excel workbooks, old and new, by calamine."""

from collections.abc import Iterator
from typing import Any, BinaryIO
from zipfile import ZipFile

from livestreams.sales.reading.refusal import Refused
from livestreams.sales.reading.tables import Table

MOST_ROWS = 200_000
COUNTED_FROM = 400 << 20
"""Sheets of so many bytes are counted before they are loaded; smaller ones load into well under 1 GiB."""
BLOCK = 1 << 20


class Locked(Exception):
    """The workbook needs a password."""


def workbook_tables(stream: BinaryIO) -> list[Table]:
    """Every sheet that has rows. Raises `Refused` and `Locked`."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    stream.seek(0)
    try:
        workbook = CalamineWorkbook.from_filelike(stream)
        return list(sheet_tables(workbook))
    except PasswordError:
        raise Locked from None
    except CalamineError:
        raise Refused("not_a_table") from None


def sheet_tables(workbook: Any) -> Iterator[Table]:
    from python_calamine import SheetTypeEnum

    total = 0
    for index, metadata in enumerate(workbook.sheets_metadata):
        if metadata.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_index(index)
        total += sheet.height
        if total > MOST_ROWS + 1:
            raise Refused("too_many_rows", limit=MOST_ROWS)
        if sheet.height:
            yield Table(sheet.iter_rows(), number=index + 1, height=sheet.total_height)


def refuse_long_sheets(archive: ZipFile) -> None:
    """Before a sheet is loaded whole: count the rows of the big ones. Raises `Refused`."""
    for member in archive.infolist():
        if member.filename.startswith("xl/worksheets/") and member.file_size > COUNTED_FROM:
            with archive.open(member) as sheet:
                refuse_long_sheet(sheet)


def refuse_long_sheet(sheet: Any) -> None:
    rows, tail = 0, b""
    while block := sheet.read(BLOCK):
        rows += (tail + block).count(b"<row ")
        tail = block[-4:]
        if rows > MOST_ROWS + 1:
            raise Refused("too_many_rows", limit=MOST_ROWS)
