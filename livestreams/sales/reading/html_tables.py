"""Old `.xls` downloads that are web pages with a table in them."""

from collections.abc import Iterator
from html.parser import HTMLParser
from io import TextIOWrapper
from typing import BinaryIO

from livestreams.sales.reading.encodings import text_kind
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.reading.tables import Table

BLOCK = 1 << 16


class TableParser(HTMLParser):
    """Collects the cells of all tables as rows; end tags may be left out, as HTML allows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.row: list[str] | None = None
        self.cell: list[str] | None = None
        self.open_tables = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.open_tables += 1
        elif tag == "tr":
            self.end_row()
            self.row = []
        elif tag in ("td", "th"):
            self.end_cell()
            self.cell = []
        elif tag == "br" and self.cell is not None:
            self.cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.end_cell()
        elif tag in ("tr", "table"):
            self.end_row()
            self.open_tables -= tag == "table"

    def handle_data(self, data: str) -> None:
        if self.cell is not None:
            self.cell.append(data)

    def end_cell(self) -> None:
        if self.cell is not None:
            self.row = [] if self.row is None else self.row
            self.row.append("".join(self.cell))
            self.cell = None

    def end_row(self) -> None:
        self.end_cell()
        if self.row is not None:
            self.rows.append(self.row)
            self.row = None


def html_table(stream: BinaryIO, size: int) -> Table:
    """All rows of all tables of the page, streamed. Raises `Refused`, also while the rows are read."""
    kind = text_kind(stream)
    return Table(page_rows(stream, kind.encoding), progress=lambda: min(1.0, stream.tell() / size) if size else 1.0)


def page_rows(stream: BinaryIO, encoding: str) -> Iterator[list[str]]:
    parser = TableParser()
    text = TextIOWrapper(stream, encoding=encoding)
    try:
        while block := text.read(BLOCK):
            parser.feed(block)
            yield from parser.rows
            parser.rows.clear()
    finally:
        text.detach()
    parser.close()
    if parser.open_tables > 0:
        raise Refused("cut_off")
    yield from parser.rows
