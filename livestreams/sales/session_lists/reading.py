"""A list of livestreams from its bytes to rows: whole numbers, Beijing time, nothing that is not kept."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from livestreams.sales.msgids import gettext_noop
from livestreams.sales.reading.amounts import fen, pieces
from livestreams.sales.reading.bad_rows import BAD_REASONS, Unreadable, masked
from livestreams.sales.reading.cells import DamagedId, identifier, plain, text
from livestreams.sales.reading.exported import exported_at_from_name
from livestreams.sales.reading.opening import Source
from livestreams.sales.reading.refusal import SENTENCES, Refused
from livestreams.sales.reading.tables import Table
from livestreams.sales.reading.times import moment
from livestreams.sales.session_lists.columns import FIGURES, Header, best_header
from livestreams.sales.session_lists.opening import tables_of
from livestreams.sales.times import as_aware
from livestreams.sessions import typed

MOST_ROWS = 2_000
"""A list holds at most 31 days of one shop's accounts."""
TOTALS = ("合计", "总计", "汇总", "整体", "全部")
MINUTES = frozenset({"duration_s", "avg_watch_s"})
OWN_SENTENCES = {
    "unknown_layout": gettext_noop(
        "This table is no list of livestreams that is known here; in Douyin's 电商罗盘 open 直播 › 直播间列表, tap "
        "下载明细 and hand that file in unchanged."
    ),
    "no_rows": gettext_noop("This list holds no livestream; choose a period with livestreams and export it once more."),
    "too_many_rows": gettext_noop("This list has more than %(limit)s livestreams; export a shorter period at a time."),
    "zipped": gettext_noop("This zip file is not opened here; unpack it and hand in the list inside."),
}


@dataclass(frozen=True)
class ListRow:
    """One livestream of the list. `number` is its row in the sheet; the nickname is for finding the account alone."""

    number: int
    account_id: str | None
    nickname: str | None
    start: datetime.datetime
    end: datetime.datetime | None
    values: dict[str, int | None]
    is_coarse: bool = False
    """The list gives minutes alone."""


@dataclass(frozen=True)
class BadCell:
    row: int
    column: str
    value: str
    reason: str


@dataclass
class SessionList:
    """`as_of`: the stamp in the file's name, else the latest time in it; never the present."""

    file_name: str
    rows: list[ListRow] = field(default_factory=list)
    bad: list[BadCell] = field(default_factory=list)
    as_of: datetime.datetime | None = None

    @property
    def names_accounts(self) -> bool:
        return any(row.account_id or row.nickname for row in self.rows)


def sentence_of(refused: Refused) -> str:
    """The msgid of why a list is refused."""
    return OWN_SENTENCES.get(refused.code) or SENTENCES.get(refused.code) or SENTENCES["unreadable"]


def read_list(stream: BinaryIO, file_name: str, password: str | None = None) -> SessionList:
    """Raises Refused for the whole file; single rows that cannot be read are told in `bad` and left out."""
    source = Source(stream, [file_name], password)
    found = [(table, header) for table in tables_of(source) if (header := best_header(table))]
    if not found:
        raise Refused("unknown_layout")
    read = SessionList(file_name)
    for table, header in found:
        read_table(table, header, read)
    if not read.rows and not read.bad:
        raise Refused("no_rows")
    read.as_of = stamp_of(source.names, read.rows)
    return read


def read_table(table: Table, header: Header, read: SessionList) -> None:
    is_coarse = "end" not in header.positions
    for number, cells in rows_of(table, header):
        if len(read.rows) + len(read.bad) >= MOST_ROWS:
            raise Refused("too_many_rows", limit=MOST_ROWS)
        try:
            read.rows.append(row_of(number, cells, header, is_coarse))
        except BadValue as bad:
            read.bad.append(BadCell(number, header.names[bad.field], masked(bad.value), BAD_REASONS[bad.reason]))


def rows_of(table: Table, header: Header) -> Iterator[tuple[int, Sequence[Any]]]:
    """Without blank rows and totals."""
    for number, cells in table.after(header.row):
        words = [word for cell in cells if (word := text(cell))]
        if words and not words[0].startswith(TOTALS):
            yield number, cells


class BadValue(Exception):
    def __init__(self, name: str, value: str, reason: str) -> None:
        super().__init__(reason)
        self.field, self.value, self.reason = name, value, reason


def row_of(number: int, cells: Sequence[Any], header: Header, is_coarse: bool) -> ListRow:
    """Raises BadValue for the first cell that cannot be read, Refused where a spreadsheet damaged the account's id."""

    def cell(name: str, read: Callable[[Any], Any]) -> Any:
        index = header.positions.get(name)
        if index is None or index >= len(cells):
            return None
        try:
            return read(cells[index])
        except Unreadable as error:
            raise BadValue(name, plain(cells[index]) or "", error.reason) from error
        except DamagedId as error:
            raise Refused("damaged_ids", column=header.names[name]) from error

    start = cell("start", moment)
    if start is None:
        raise BadValue("start", "", "missing")
    values = {name: cell(name, reader_of(name)) for name in FIGURES if name in header.positions}
    return ListRow(
        number, cell("account", identifier), cell("nickname", text), as_aware(start),
        end_of(as_aware(start), cell("end", moment), values.get("duration_s")), values, is_coarse,
    )  # fmt: skip


def end_of(start: datetime.datetime, end: str | None, seconds: int | None) -> datetime.datetime | None:
    """The list's own end, else the start and the length."""
    if end:
        return as_aware(end)
    return start + datetime.timedelta(seconds=seconds) if seconds else None


def reader_of(name: str) -> Callable[[Any], int | None]:
    if name.endswith("_fen"):
        return fen
    return minutes if name in MINUTES else mean if name == "acu" else pieces


def minutes(value: Any) -> int | None:
    """Bare numbers are minutes, with decimals; else 1小时21分5秒. Raises Unreadable."""
    try:
        return typed.seconds(plain(value) or "", 60)
    except typed.Unreadable as error:
        raise Unreadable("number") from error


def mean(value: Any) -> int | None:
    try:
        return typed.mean(plain(value) or "")
    except typed.Unreadable as error:
        raise Unreadable("number") from error


def stamp_of(names: Sequence[str], rows: Sequence[ListRow]) -> datetime.datetime | None:
    written = next((found for name in names if (found := exported_at_from_name(name))), None)
    if written:
        return as_aware(written)
    return max((row.end or row.start for row in rows), default=None)
