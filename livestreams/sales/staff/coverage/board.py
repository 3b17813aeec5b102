"""覆盖情况: per shop and day, what the order files handed in tell of, and what is missing.

A file tells of the days from its first to the one before it was exported; of the day of its export it tells in part.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from livestreams.sales.staff.coverage.reading import Figures, Known, read
from livestreams.sales.staff.work.items import PATIENCE
from livestreams.teams.models import Account
from zhunong.access.models import User

ONE_DAY = datetime.timedelta(1)


class State(StrEnum):
    """What is known of a shop's day."""

    IN = "in"
    PROVISIONAL = "provisional"
    PARTIAL = "partial"
    MISSING = "missing"
    NOT_ASKED = "none"
    """Today, or not ours yet, or no longer."""


class Cell(NamedTuple):
    day: datetime.date
    state: State
    net_fen: int | None


class Stretch(NamedTuple):
    """Days in a row, both ends included."""

    first: datetime.date
    last: datetime.date


@dataclass
class Row:
    """One shop."""

    shop: Account
    cells: list[Cell]
    teams: list[str]
    people: list[str]
    last: datetime.datetime | None
    """When its latest file was exported; None = there is none."""
    asked: list[Stretch] = field(default_factory=list)

    @property
    def days(self) -> int:
        """How many days are to be asked for."""
        return sum((stretch.last - stretch.first).days + 1 for stretch in self.asked)


@dataclass
class Board:
    """The shops that a user may see, over some days."""

    days: list[datetime.date]
    rows: list[Row]

    @property
    def asked(self) -> list[Row]:
        """The shops to ask, the most days first."""
        return sorted((row for row in self.rows if row.asked), key=lambda row: -row.days)

    def count(self) -> dict[str, int]:
        """How many cells there are of each state."""
        counts: dict[str, int] = dict.fromkeys(State, 0)
        for row in self.rows:
            for cell in row.cells:
                counts[cell.state] += 1
        return counts


def board_of(user: User, today: datetime.date, end: datetime.date, length: int) -> Board:
    """`length` days up to and with `end`, of all shops that the user may see. Five queries, whatever there is."""
    days = [end - ONE_DAY * back for back in range(length - 1, -1, -1)]
    known = read(user, today, days[0], days[-1])
    return Board(days, [row_of(shop, known, days, today) for shop in known.shops])


def row_of(shop: Account, known: Known, days: list[datetime.date], today: datetime.date) -> Row:
    figures = known.figures[shop.pk]
    cells = []
    for day in days:
        seen = figures.get(day, Figures(None, 0))
        cells.append(Cell(day, state_of(shop, known, day, today, seen.provisional_fen), seen.net_fen))
    asked = [cell.day for cell in cells if is_asked(cell, today)]
    return Row(
        shop, cells, known.teams[shop.pk], known.people_of(shop.pk), known.last.get(shop.pk), list(stretches(asked))
    )  # fmt: skip


def state_of(shop: Account, known: Known, day: datetime.date, today: datetime.date, provisional_fen: int) -> State:
    files = known.files[shop.pk]
    if any(first <= day < exported for first, exported in files):
        return State.PROVISIONAL if provisional_fen else State.IN
    if any(first <= day == exported for first, exported in files):
        return State.PARTIAL
    first, last = known.demanded(shop.pk)
    is_demanded = day < today and (first is None or first <= day) and (last is None or day < last)
    return State.MISSING if is_demanded else State.NOT_ASKED


def is_asked(cell: Cell, today: datetime.date) -> bool:
    """A provisional day is let be while the platform may still be at it."""
    if cell.state == State.PROVISIONAL:
        return cell.day < today - PATIENCE
    return cell.day < today and cell.state in (State.MISSING, State.PARTIAL)


def stretches(days: Iterable[datetime.date]) -> list[Stretch]:
    """Days, ascending, as days in a row."""
    found: dict[datetime.date, list[datetime.date]] = defaultdict(list)
    for number, day in enumerate(days):
        found[day - ONE_DAY * number].append(day)
    return [Stretch(together[0], together[-1]) for together in found.values()]
