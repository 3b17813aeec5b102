"""Small example rows for the pictures of the help; the templates that draw them are those of the screens."""

import datetime
from types import SimpleNamespace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.sales.changes import Effect, Move
from livestreams.sales.models import OrderImport
from livestreams.sales.staff.coverage.board import Board, Cell, State
from livestreams.sales.staff.coverage.board_page import legend, shown_cell, shown_days
from livestreams.sales.staff.handing_in.showing import Shown
from products.platforms import platform_name

WEEK = ((State.IN, 128_000), (State.IN, 94_050), (State.PROVISIONAL, 233_600), (State.IN, 51_200),
        (State.MISSING, None), (State.PARTIAL, 12_800), (State.NOT_ASKED, None))  # fmt: skip


def examples() -> dict[str, Any]:
    """The context of all pictures."""
    return {"example": {"coverage": coverage(), "effect": effect(), "ladder": ladder(), **numbers()}}


def coverage() -> dict[str, Any]:
    today = timezone.localdate()
    days = [today - datetime.timedelta(len(WEEK) - 1 - number) for number in range(len(WEEK))]
    cells = [Cell(day, *each) for day, each in zip(days, WEEK, strict=True)]
    row = {
        "shop": {"nickname": _("Shop of the co-op")}, "platform": platform_name("douyin"), "people": _("operator"),
        "teams": "", "last": timezone.now(), "cells": [shown_cell(cell) for cell in cells],
    }  # fmt: skip
    board = Board(days, [])
    return {"days": shown_days(board), "rows": [row], "today": today, "legend": legend(board)}


def effect() -> Effect:
    moves = [
        Move("sku", None, "", -19, -61_873, 0),
        Move("sku", "millet", _("millet, 5 jin"), 19, 61_873, 0),
    ]
    return Effect(lines=19, net_fen=61_873, moves=moves)


def ladder() -> Any:
    total = SimpleNamespace(
        platforms=SimpleNamespace(net_fen=11_284_187), by_hand=SimpleNamespace(net_fen=386_000, lines=12),
        together_fen=11_670_187,
    )  # fmt: skip
    return {"total": total, "all_lines": "", "all_written": ""}


def numbers() -> dict[str, Any]:
    """A file that waits for a yes. It is never saved."""
    file = OrderImport(
        state=OrderImport.State.READY, rows=628, new=140, updated=36, unchanged=452, unmapped=3, strangers=1,
        paid_fen=2_415_600, refunded_fen=158_200, delta_paid_fen=530_400, delta_refunded_fen=21_900,
    )  # fmt: skip
    return {"file": file, "shown": Shown(file)}
