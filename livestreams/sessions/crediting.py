"""Sessions decide whose sales are whose: whatever changes them goes through the room above, which keeps the sales."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from zhunong.access.models import User
from zhunong.places.models import Township


class Span(NamedTuple):
    """A time of an account (primary key) in which lines may be credited otherwise now."""

    account: int
    start: datetime.datetime
    end: datetime.datetime


Write = Callable[[list[Span]], None]
"""Writes, and adds the spans that it touched. May run more than once; raises Refused."""


class Effect(Protocol):
    """What a write moves: paid lines credited otherwise, their net in fen, and who gains and loses.

    `moves` have `dimension` (team, village, sku, session, account), `key` (slug), `name`, `lines`, `paid_fen`,
    `refunded_fen` and `net_fen`.
    """

    @property
    def lines(self) -> int: ...
    @property
    def net_fen(self) -> int: ...
    @property
    def moves(self) -> Sequence[Any]: ...
    @property
    def fingerprint(self) -> str: ...


@dataclass(frozen=True)
class Note:
    """What the record of changes says where money may move: a session's name, and what was changed in it."""

    township: Township
    name: str
    key: str
    what: str
    fields: dict[str, list[str]]
    by: User | None
    reason: str = ""
    only_with_money: bool = False
    """Not worth a record where no line moved."""


class SalesKeeper(Protocol):
    def foresee(self, write: Write) -> Effect: ...
    def carry_out(
        self, write: Write, notes: Iterable[Note], expected: str | None, check: Callable[[Effect], None] | None
    ) -> Effect: ...


keepers: list[SalesKeeper] = []


def use(keeper: SalesKeeper) -> None:
    """The one that keeps the sales, entered when the site starts."""
    keepers[:] = [keeper]


def foresee(write: Write) -> Effect:
    """What a write would move. Nothing of it stays."""
    return keepers[0].foresee(write)


def carry_out(
    write: Write,
    notes: Iterable[Note] = (),
    expected: str | None = None,
    check: Callable[[Effect], None] | None = None,
) -> Effect:
    """Write, and credit what it touched anew, all in one transaction.

    `notes` are asked for once all is written, so the write may fill them. `expected`: the fingerprint of what was seen;
    raises Otherwise where it would do something else now. `check` is asked before anything is final; what it raises
    undoes all. To be called outside a transaction: the crediting is locked before one begins.
    """
    return keepers[0].carry_out(write, notes, expected, check)


class Otherwise(Exception):
    """The figures moved since the preview. `effect` is what would happen now."""

    def __init__(self, effect: Effect) -> None:
        super().__init__()
        self.effect = effect


def gains(effect: Effect, teams: Iterable[str]) -> list[Any]:
    """Of the moves those that give money or lines to one of these teams (slugs)."""
    own = set(teams)
    moves = [move for move in effect.moves if move.dimension == "team" and move.key in own]
    return [move for move in moves if move.net_fen > 0 or move.paid_fen > 0 or move.lines > 0]
