"""Which converter each kept column needs, and how a row that fails is told."""

from collections.abc import Callable, Sequence
from typing import Any

from livestreams.sales.layouts.base import Layout
from livestreams.sales.reading.amounts import fen, pieces, refund_fen
from livestreams.sales.reading.bad_rows import Unreadable, masked
from livestreams.sales.reading.cells import (
    DamagedId,
    SeveralIds,
    identifier,
    plain,
    single_identifier,
    streamer,
    text,
)
from livestreams.sales.reading.refusal import Refused
from livestreams.sales.reading.times import moment

Convert = Callable[[Any], Any]
LONGEST_RAW_CELL = 500


MOST_REMEMBERED = 4096


class Remembering(dict[Any, Any]):
    """A converter that looks up texts it has seen; cells but for ids and times repeat a great deal.

    Only texts are remembered: among a workbook's own values `True` and `1.0` would be the same key.
    """

    def __init__(self, convert: Convert) -> None:
        super().__init__()
        self.convert = convert

    def __missing__(self, cell: Any) -> Any:
        value = self.convert(cell)
        if cell.__class__ is str and len(self) < MOST_REMEMBERED:
            self[cell] = value
        return value


def converter(layout: Layout, column: str) -> Convert:
    """How the column's cells become values. The converters raise `Unreadable`, `DamagedId` and `SeveralIds`."""
    convert = converter_by_meaning(layout, column)
    unique = column in layout.times or column in (*layout.key, layout.order)
    return convert if unique else Remembering(convert).__getitem__


def converter_by_meaning(layout: Layout, column: str) -> Convert:
    if column in layout.times:
        return moment
    if column in layout.money:
        return refund_fen if column == layout.refund else fen
    if column == layout.quantity:
        return pieces
    if column == layout.streamer:
        return streamer
    if column == layout.spec:
        return identifier if column in layout.ids else text
    return single_identifier if column in layout.ids else text


def failing(cells: Sequence[Any], columns: list[str], plan: Sequence[tuple[int, Convert]]) -> tuple[str, str] | None:
    """Column and reason of the first cell that cannot be read. `DamagedId` and `SeveralIds` pass through."""
    for column, (index, convert) in zip(columns, plan, strict=True):
        try:
            convert(cells[index])
        except Unreadable as error:
            return column, error.reason
    return None


def raw_text(value: Any) -> str:
    """The cell as it stood in the file."""
    return value[:LONGEST_RAW_CELL] if isinstance(value, str) else plain(value) or ""


def raw_cells(cells: Sequence[Any], bad: int, plan: Sequence[tuple[int, Convert]]) -> list[str]:
    """The kept cells, the bad one masked."""
    kept = [raw_text(cells[index]) for index, _ in plan]
    kept[bad] = masked(kept[bad])
    return kept


def refusal_for(
    cells: Sequence[Any], columns: list[str], plan: Sequence[tuple[int, Convert]], layout: Layout
) -> Refused:
    """Why a file with this row is refused whole: an id that is damaged, or that names several items."""
    for column, (index, convert) in zip(columns, plan, strict=True):
        try:
            convert(cells[index])
        except DamagedId:
            return Refused("damaged_ids", column=column)
        except SeveralIds:
            return Refused("order_dimension", platform=layout.name, export=layout.export)
        except Unreadable:
            continue
    raise AssertionError("no cell of this row refuses the file")
