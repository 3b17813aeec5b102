"""One sheet's rows to typed lines: skipped, read, or told as bad (contracts, section 2)."""

from collections.abc import Iterator
from typing import Any

from livestreams.sales.layouts.base import Layout
from livestreams.sales.reading.bad_rows import KEPT_BAD_ROWS, BadRow, Summary, masked
from livestreams.sales.reading.cells import DamagedId, SeveralIds, text
from livestreams.sales.reading.converting import converter, failing, raw_cells, raw_text, refusal_for
from livestreams.sales.reading.headers import Header
from livestreams.sales.reading.tables import Table
from livestreams.sales.reading.times import on_day
from livestreams.sales.reading.watch import Watch

Line = tuple[int, str, list[Any]]
TOTALS = ("合计", "总计", "汇总")


class SheetReader:
    """Reads the rows below one header. Counts and bad rows go to `summary`, what only the whole file shows to `watch`.

    Raises `Refused` for a row that refuses the whole file.
    """

    def __init__(self, layout: Layout, table: Table, header: Header, summary: Summary, watch: Watch) -> None:
        self.layout, self.table, self.header = layout, table, header
        self.summary, self.watch = summary, watch
        self.columns = header.columns
        self.plan = [(header.positions[column], converter(layout, column)) for column in self.columns]
        self.needed = max(header.positions.values()) + 1
        self.keys = len(layout.key)
        self.paid = [self.columns.index(column) for column in layout.paid_at if column in self.columns]
        self.must = [self.columns.index(column) for column in (self.amount_column, layout.quantity)]
        self.split_time = self.split_time_positions()

    @property
    def amount_column(self) -> str:
        return self.layout.amount if self.layout.amount in self.columns else self.layout.net_amount

    def split_time_positions(self) -> tuple[int, int] | None:
        where = self.header.positions
        day, placed = self.layout.placed_day, self.layout.placed_at[0]
        return (where[day], where[placed]) if day in where and placed in where else None

    def lines(self) -> Iterator[Line]:
        """The good rows, in the order of the sheet."""
        plan, needed, width, split = self.plan, self.needed, self.header.width, self.split_time
        happened = self.watch.happened_positions(self.layout, self.header.positions)
        for number, cells in self.rows():
            if len(cells) < needed:
                cells = [*cells, *[""] * (needed - len(cells))]
            if len(cells) > width and self.is_shifted(number, cells):
                continue
            try:
                if split:
                    cells = with_day(cells, *split)
                values = [convert(cells[index]) for index, convert in plan]
            except (DamagedId, SeveralIds):
                raise refusal_for(cells, self.columns, plan, self.layout) from None
            except ValueError:
                self.note_failing(number, cells)
                continue
            if self.is_sound(number, cells, values):
                self.watch.past(cells, happened)
                yield number, self.key_of(values), values

    def rows(self) -> Iterator[tuple[int, list[Any]]]:
        """The rows below the header without blank ones, totals, and a row that explains the columns."""
        explained = False
        for number, cells in self.table.after(self.header.row):
            if not cells or starts_total(cells) is not False:
                continue
            if not explained:
                explained = True
                if self.explains(cells):
                    continue
            yield number, cells

    def explains(self, cells: list[Any]) -> bool:
        """Whether this row under the header describes the columns: no digit in its key, no time or amount in it."""
        index = self.plan[0][0]
        key = cells[index] if index < len(cells) else ""
        if any(map(str.isdigit, raw_text(key))):
            return False
        measured = {*self.layout.times, *self.layout.money}
        wanted = [pair for column, pair in zip(self.columns, self.plan, strict=True) if column in measured]
        return not any(reads(cells[index], convert) for index, convert in wanted if index < len(cells))

    def is_shifted(self, number: int, cells: list[Any]) -> bool:
        if all(cell == "" or cell is None or not str(cell).strip() for cell in cells[self.header.width :]):
            return False
        self.add_bad(BadRow(number, "", "", "shifted", [], self.table.number))
        return True

    def is_sound(self, number: int, cells: list[Any], values: list[Any]) -> bool:
        """Whether the row has its key, and its amount and quantity if it was paid; else it is noted as bad."""
        lacking = 0 if values[0] is None else None
        if lacking is None and any(values[index] is not None for index in self.paid):
            lacking = next((index for index in self.must if values[index] is None), None)
        if lacking is not None:
            self.note(number, cells, lacking, "missing")
            return False
        self.summary.rows += 1
        return True

    def key_of(self, values: list[Any]) -> str:
        return values[0] if self.keys == 1 else "|".join(value or "" for value in values[: self.keys])

    def note_failing(self, number: int, cells: list[Any]) -> None:
        found = failing(cells, self.columns, self.plan) or (self.layout.placed_at[0], "time")
        self.note(number, cells, self.columns.index(found[0]), found[1])

    def note(self, number: int, cells: list[Any], place: int, reason: str) -> None:
        kept = raw_cells(cells, place, self.plan)
        self.add_bad(BadRow(number, self.columns[place], masked(kept[place]), reason, kept, self.table.number))

    def add_bad(self, row: BadRow) -> None:
        self.summary.rows += 1
        self.summary.bad_count += 1
        if len(self.summary.bad) < KEPT_BAD_ROWS:
            self.summary.bad.append(row)


def starts_total(cells: list[Any]) -> bool | None:
    """Whether the first filled cell says that this row sums up others; None where no cell is filled."""
    for cell in cells:
        if cell.__class__ is not str:
            if cell is not None:
                return False
        elif found := text(cell):
            return found.startswith(TOTALS)
    return None


def with_day(cells: list[Any], day: int, placed: int) -> list[Any]:
    whole = on_day(cells[day], cells[placed])
    return cells if whole is cells[placed] else [*cells[:placed], whole, *cells[placed + 1 :]]


def reads(cell: Any, convert: Any) -> bool:
    try:
        return convert(cell) is not None
    except ValueError:
        return False
