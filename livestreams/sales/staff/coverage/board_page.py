"""The coverage board as a page: who has handed in what, and the texts to ask with."""

import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.sales.staff.coverage.asking import text_for, text_for_all, told_days
from livestreams.sales.staff.coverage.board import ONE_DAY, Board, Cell, Row, State, board_of
from livestreams.sales.staff.totals.page import SalesPage
from livestreams.sales.staff.totals.periods import today
from products.money import yuan
from products.platforms import platform_name

LENGTHS = (7, 14, 31)
WORDS = {
    State.IN: gettext_lazy("handed in"),
    State.PARTIAL: gettext_lazy("in part"),
    State.MISSING: gettext_lazy("missing"),
    State.PROVISIONAL: gettext_lazy("provisional"),
    State.NOT_ASKED: gettext_lazy("not asked for"),
}
MEANINGS = {
    State.IN: gettext_lazy("a file exported after that day tells of it"),
    State.PARTIAL: gettext_lazy("exported on the day itself: the rest of the day is missing"),
    State.MISSING: gettext_lazy("no file tells of it"),
    State.PROVISIONAL: gettext_lazy("handed in, but the platform had not settled it yet: export it again"),
}
SIGNS = {State.IN: "✓", State.PARTIAL: "◐", State.MISSING: "✗", State.PROVISIONAL: "…", State.NOT_ASKED: "·"}
WEEKDAYS = (
    gettext_lazy("Mo"), gettext_lazy("Tu"), gettext_lazy("We"), gettext_lazy("Th"), gettext_lazy("Fr"),
    gettext_lazy("Sa"), gettext_lazy("Su"),
)  # fmt: skip
FEN_A_YUAN, YUAN_IN_SHORT = 100, 10_000


class CoverageView(SalesPage):
    """`?days=` how many, `?end=` up to which day."""

    template_name = "sales/coverage/board.html"
    page_title = gettext_lazy("Who has handed in")
    header_icon = "calendar-check"
    is_below_totals = False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        now, length = today(), self.length()
        end = self.end(now)
        board = board_of(self.user, now, end, length)
        return super().get_context_data(**kwargs) | {
            "board": board, "days": shown_days(board), "today": now, "length": length, "lengths": LENGTHS, "end": end,
            "problem": self.problem, "rows": [shown_row(row, now) for row in board.rows],
            "asked": [shown_asked(row, now) for row in board.asked], "text": text_for_all(board.asked, now),
            "legend": legend(board), "earlier": end - ONE_DAY * length,
            "later": min(end + ONE_DAY * length, now) if end < now else None,
        }  # fmt: skip

    def length(self) -> int:
        given = self.request.GET.get("days", "")
        return int(given) if given in map(str, LENGTHS) else LENGTHS[1]

    def end(self, now: datetime.date) -> datetime.date:
        """The day asked for, never in the future; today where it is no day."""
        self.problem = ""
        given = self.request.GET.get("end", "")
        try:
            return min(datetime.date.fromisoformat(given), now) if given else now
        except ValueError:
            self.problem = _("“%(day)s” is no day; these are the latest days. Write it as 2026-11-07.") % {"day": given}
            return now


def legend(board: Board) -> list[dict[str, Any]]:
    """The states with what they mean and how often they occur."""
    counts = board.count()
    return [
        {"state": state, "sign": SIGNS[state], "word": WORDS[state], "meaning": meaning, "count": counts[state]}
        for state, meaning in MEANINGS.items()
    ]


def shown_days(board: Board) -> list[dict[str, Any]]:
    """The head of the table; the month stands where it begins."""
    return [
        {"day": day, "weekday": WEEKDAYS[day.weekday()], "has_month": day == board.days[0] or day.day == 1}
        for day in board.days
    ]


def shown_row(row: Row, now: datetime.date) -> dict[str, Any]:
    return {
        "shop": row.shop,
        "platform": platform_name(row.shop.platform),
        "teams": "、".join(row.teams),
        "people": "、".join(row.people),
        "last": row.last,
        "asked": told_days(row.asked, now),
        "cells": [shown_cell(cell) for cell in row.cells],
    }


def shown_cell(cell: Cell) -> dict[str, Any]:
    return {
        "day": cell.day, "state": cell.state, "sign": SIGNS[cell.state], "word": WORDS[cell.state],
        "net": "" if cell.net_fen is None else short_yuan(cell.net_fen),
        "exact": "" if cell.net_fen is None else yuan(cell.net_fen),
    }  # fmt: skip


def short_yuan(fen: int) -> str:
    """Whole yuan, from ten thousand on in 万: for a narrow cell that leads on to the exact figure."""
    whole = round(fen / FEN_A_YUAN)
    return (
        f"{whole:,}" if abs(whole) < YUAN_IN_SHORT else _("%(number)s×10k") % {"number": f"{whole / YUAN_IN_SHORT:.1f}"}
    )


def shown_asked(row: Row, now: datetime.date) -> dict[str, Any]:
    return {
        "shop": row.shop, "platform": platform_name(row.shop.platform), "days": told_days(row.asked, now),
        "number": row.days, "people": "、".join(row.people or row.teams), "text": text_for(row, now),
    }  # fmt: skip
