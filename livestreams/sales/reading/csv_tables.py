"""csv files, streamed: never the whole text in memory."""

import csv
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from itertools import chain, islice
from typing import BinaryIO

from livestreams.sales.reading.encodings import TextKind, text_kind
from livestreams.sales.reading.headers import HEADER_ROWS, best_header
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.reading.tables import Table

SEPARATORS = (",", "\t", ";")
LONGEST_LINE = 1 << 20
"""A longer line is no order; reading on would take memory without end."""
END = "\x1eend"


def csv_table(stream: BinaryIO, size: int) -> Table:
    """The file as one table. Raises `Refused`, also while the rows are read (cut_off)."""
    kind = text_kind(stream)
    csv.field_size_limit(LONGEST_LINE)
    separator = separator_of(lines(stream, kind))
    stream.seek(0)
    rows = whole_rows(lines(stream, kind), separator, kind)
    return Table(rows, progress=lambda: min(1.0, stream.tell() / size) if size else 1.0)


def lines(stream: BinaryIO, kind: TextKind) -> Iterator[str]:
    text = TextIOWrapper(stream, encoding=kind.encoding, newline="")
    try:
        yield from iter(line_reader(text), "")
    finally:
        text.detach()


def line_reader(text: TextIOWrapper) -> Callable[[], str]:
    return lambda: text.readline(LONGEST_LINE)


def separator_of(text: Iterator[str]) -> str:
    """The separator by which the header is best understood; of equals the first."""
    sample = list(islice(text, HEADER_ROWS))
    text.close()  # type: ignore[attr-defined]
    return max(SEPARATORS, key=lambda separator: understood(sample, separator))


def understood(sample: list[str], separator: str) -> tuple[int, int]:
    try:
        rows = list(csv.reader(sample, delimiter=separator))
    except csv.Error:
        return 0, 0
    header = best_header(enumerate(rows, 1), True)
    return (header.score, 0) if header else (0, len(rows[0]) if rows else 0)


def whole_rows(text: Iterator[str], separator: str, kind: TextKind) -> Iterator[list[str]]:
    """The rows. An end mark after the last line comes back as a row of its own only if no quote is left open."""
    ending = Ending()
    try:
        for row in csv.reader(chain(text, [END]), delimiter=separator):
            if row == [END]:
                break
            ending.saw(len(row))
            yield row
        else:
            raise Refused("cut_off")
    except csv.Error:
        raise Refused("cut_off") from None
    if not kind.line_ended and ending.last_alone_is_short:
        raise Refused("cut_off")


class Ending:
    """Whether the last row is the only one that is shorter than the widest before it."""

    def __init__(self) -> None:
        self.widest = self.last = self.short = 0

    def saw(self, cells: int) -> None:
        self.last = cells
        if cells > self.widest:
            self.widest, self.short = cells, 0
        elif cells < self.widest:
            self.short += 1

    @property
    def last_alone_is_short(self) -> bool:
        return self.short == 1 and self.last < self.widest
