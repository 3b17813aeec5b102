"""A result as a page shows it: each figure with the way to its lines, on the phone or at the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from livestreams.sales.session_results.control import Cause
from livestreams.sales.session_results.kinds import LATE_FOR, Kind
from livestreams.sales.session_results.listing import lines_address
from livestreams.sales.session_results.result import Result
from livestreams.sales.session_results.rows import ProductRow, TeamPart
from livestreams.sales.staff.totals.words import UNKNOWN_KEY
from livestreams.sessions.models import Session

WHY: dict[Kind, Promise] = {
    Kind.LATE: _("ordered within a day after the end: the platform may count it, here it stays apart"),
    Kind.STRANGERS: _("sold in its time by streamers who are not entered: perhaps this account under another id"),
    Kind.UNPAID: _("some platforms count what was ordered"),
    Kind.PROVISIONAL: _("the platform settles it the next day"),
    Kind.REFUNDED: _("some platforms take refunds off"),
    Kind.UNMAPPED: _("counts on both sides: it lacks a product, no money"),
}
"""Why a cause may move the platform's figure."""


@dataclass(frozen=True)
class Space:
    """Where a page's ways lead: the phone's namespace or the desk's."""

    name: str
    own_lines: Callable[[Session, dict[str, str]], str]


def on_the_phone(session: Session, narrowed: dict[str, str]) -> str:
    return lines_address("my_sales", session.pk, Kind.OWN, **narrowed)


def at_the_desk(session: Session, narrowed: dict[str, str]) -> str:
    """The office's own list of lines, with its downloads."""
    return f"{reverse('sales:lines')}?{urlencode({'period': 'all', 'session': session.slug, **narrowed})}"


MY, DESK = Space("my_sales", on_the_phone), Space("sales", at_the_desk)


class ShownCause(NamedTuple):
    cause: Cause
    why: Promise
    address: str


@dataclass
class ShownResult:
    """For templates: `result` and where its figures lead."""

    result: Result
    space: Space

    @property
    def session(self) -> Session:
        return self.result.session

    @property
    def own_lines(self) -> str:
        return self.space.own_lines(self.session, {})

    def address(self, kind: Kind) -> str:
        return lines_address(self.space.name, self.session.pk, kind)

    @property
    def late_lines(self) -> str:
        return self.address(Kind.LATE)

    @property
    def refunded_lines(self) -> str:
        return self.address(Kind.REFUNDED)

    @property
    def provisional_lines(self) -> str:
        return self.address(Kind.PROVISIONAL)

    @property
    def products(self) -> list[tuple[ProductRow, str]]:
        return [
            (row, self.space.own_lines(self.session, {"product": row.slug or UNKNOWN_KEY}))
            for row in self.result.products
        ]

    @property
    def parts(self) -> list[tuple[TeamPart, str]]:
        return [
            (part, self.space.own_lines(self.session, {"team": part.slug or UNKNOWN_KEY})) for part in self.result.parts
        ]

    @cached_property
    def causes(self) -> list[ShownCause]:
        """What may explain the difference, each with its lines; nothing that there is none of."""
        found = self.result.control.causes if self.result.control else ()
        return [ShownCause(cause, WHY[cause.kind], self.address(cause.kind)) for cause in found if cause.fen]

    @property
    def event(self) -> list[tuple]:
        """(session, what it sold, address of its result; blank for the one that is looked at)."""
        return [
            (each, sold, "" if each.pk == self.session.pk else result_address(self.space, each))
            for each, sold in self.result.event
        ]

    @property
    def others(self) -> list[tuple]:
        """(session compared with, its figures, address)."""
        comparison = self.result.comparison
        return (
            [(o.session, o.told, result_address(self.space, o.session)) for o in comparison.others]
            if comparison
            else []
        )

    @property
    def late_hours(self) -> int:
        return round(LATE_FOR.total_seconds() / 3600)


def result_address(space: Space, session: Session) -> str:
    return reverse(f"{space.name}:session_result", args=[session.pk])
