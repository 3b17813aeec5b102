"""What the charts draw: the same figures as the tables beside them, in yuan."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from livestreams.sales.session_results.months import MonthOf
from livestreams.sales.session_results.result import Result
from products.money import FEN_A_YUAN

MOST_PRODUCTS = 12


def months_chart(months: Sequence[MonthOf]) -> dict[str, Any]:
    """Net sales as bars and the number of sessions as a line."""
    nets = [month.part.net_fen / FEN_A_YUAN if month.part else None for month in months]
    return {
        "is_flat": False,
        "names": [f"{month.first:%Y-%m}" for month in months],
        "bars": [{"name": _("net sales, yuan"), "tone": "--accent", "values": nets}],
        "line": {"name": _("sessions"), "values": [month.sessions for month in months]},
    }


def products_chart(result: Result) -> dict[str, Any] | None:
    """What was paid for each product: what stayed, and what was refunded. None where nothing was sold."""
    rows = result.products[:MOST_PRODUCTS]
    if not rows:
        return None
    net = [row.sold.net_fen / FEN_A_YUAN for row in rows]
    refunded = [row.sold.refunded_fen / FEN_A_YUAN for row in rows]
    return {
        "is_flat": True,
        "names": [row.name if row.slug else _("unmapped product") for row in rows],
        "bars": [
            {"name": _("net sales, yuan"), "tone": "--accent", "values": net},
            {"name": _("refunded"), "tone": "--rule", "values": refunded},
        ],
    }
