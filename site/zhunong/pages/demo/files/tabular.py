"""Writes rows as the platforms do: csv in their encodings, xlsx, xlsx under a password. The same rows, the same bytes
(under a password: the same contents)."""

import csv
import re
from collections.abc import Iterable
from io import BytesIO
from json import loads
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

Cell = str | int
Row = dict[str, Cell]
HEADERS: dict[str, list[str]] = loads((Path(__file__).parent / "headers.json").read_text("utf-8"))
"""The platforms' header rows, in their order, by layout name."""
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def cells(headers: list[str], rows: Iterable[Row], empty: str) -> Iterable[list[Cell]]:
    """The rows' cells in the order of the headers; what a row does not name is `empty`."""
    for row in rows:
        if unknown := row.keys() - set(headers):
            raise KeyError(f"no such column: {sorted(unknown)}")
        yield [row.get(header, empty) for header in headers]


def write_csv(path: Path, headers: list[str], rows: Iterable[list[Cell]], encoding: str, tab: bool = False) -> None:
    """`tab`: every cell is quoted and begins with a TAB, as Douyin writes them."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL if tab else csv.QUOTE_MINIMAL)
        writer.writerow(headers)
        writer.writerows([f"\t{cell}" for cell in row] if tab else row for row in rows)


def write_xlsx(path: Path, headers: list[str], rows: Iterable[list[Cell]], password: str = "") -> None:
    book = xlsx(headers, rows)
    if not password:
        path.write_bytes(book)
        return
    with path.open("wb") as file:
        OOXMLFile(BytesIO(book)).encrypt(password, file)


def xlsx(headers: list[str], rows: Iterable[list[Cell]]) -> bytes:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Sheet0")
    sheet.append(headers)
    for row in rows:
        sheet.append(row)
    written = BytesIO()
    workbook.save(written)
    return without_clock(written)


def without_clock(book: BytesIO) -> bytes:
    """The same workbook with the time of writing taken out of it."""
    still = BytesIO()
    with ZipFile(book) as source, ZipFile(still, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = STAMP.sub(rb"\g<1>2026-01-01T00:00:00Z", content)
            target.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return still.getvalue()


def yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"


def thousands(fen: int) -> str:
    return f"{fen // 100:,}.{fen % 100:02}"
