"""One order line of the demo world and how it stands at any moment, as a platform's export would show it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from zhunong.pages.demo.goods import Good
from zhunong.pages.demo.people import Account


class Stage(Enum):
    WAITING = auto()
    PAID = auto()
    SHIPPED = auto()
    DONE = auto()
    CLOSED = auto()


class After(Enum):
    """How the after-sale of a line stands."""

    NONE = auto()
    OPEN = auto()
    REFUNDED = auto()
    DENIED = auto()
    EXCHANGED = auto()


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line and its whole life; `seen_at` says what of it is known at a moment."""

    order: str
    key: str
    good: Good
    quantity: int
    price_fen: int
    amount_fen: int
    placed: datetime
    streamer: Account | None
    mark: str
    province: str
    paid: datetime | None = None
    shipped: datetime | None = None
    done: datetime | None = None
    closed: datetime | None = None
    asked: datetime | None = None
    """The buyer asked for money or a new box; `settled` tells how it ended, from `settled_at` on."""
    settled: After = After.NONE
    settled_at: datetime | None = None
    refund_fen: int = 0

    def seen_at(self, moment: datetime) -> "Seen":
        refunded = self.settled is After.REFUNDED and past(self.settled_at, moment)
        return Seen(
            line=self,
            stage=self.stage(moment),
            after=self.after(moment),
            paid=self.paid if past(self.paid, moment) else None,
            shipped=self.shipped if past(self.shipped, moment) else None,
            done=self.done if past(self.done, moment) else None,
            refund_fen=self.refund_fen if refunded else 0,
            same_day=self.placed.date() == moment.date(),
        )

    def stage(self, moment: datetime) -> Stage:
        reached = [
            (self.closed, Stage.CLOSED),
            (self.done, Stage.DONE),
            (self.shipped, Stage.SHIPPED),
            (self.paid, Stage.PAID),
        ]
        return next((stage for time, stage in reached if past(time, moment)), Stage.WAITING)

    def after(self, moment: datetime) -> After:
        if past(self.settled_at, moment):
            return self.settled
        return After.OPEN if past(self.asked, moment) else After.NONE


@dataclass(frozen=True)
class Seen:
    """A line as an export made at one moment shows it."""

    line: Line
    stage: Stage
    after: After
    paid: datetime | None
    shipped: datetime | None
    done: datetime | None
    refund_fen: int
    same_day: bool


def past(time: datetime | None, moment: datetime) -> bool:
    return time is not None and time <= moment
