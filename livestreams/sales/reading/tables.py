"""A sheet as every kind of file gives it: numbered rows, the first of them at hand for finding the header."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any

from livestreams.sales.reading.headers import HEADER_ROWS

type_of_row = tuple[int, list[Any]]


class Table:
    """One sheet. `number` is its place in the workbook, `height` its rows where known, `progress` 0 to 1."""

    def __init__(
        self,
        rows: Iterable[list[Any]],
        *,
        number: int = 1,
        height: int = 0,
        progress: Callable[[], float] | None = None,
    ) -> None:
        self.number = number
        self.height = height
        self.progress = progress
        self.rest: Iterator[type_of_row] = enumerate(rows, 1)
        self.head = list(islice(self.rest, HEADER_ROWS))

    def after(self, row: int) -> Iterator[type_of_row]:
        """The rows below that one; once only."""
        return chain((numbered for numbered in self.head if numbered[0] > row), self.rest)
