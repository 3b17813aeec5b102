"""A session's figures: what the platform says of views and people, with our own paid lines in place of its money."""

from livestreams.sales.session_results.sums import NOTHING, Sold
from livestreams.sessions.figures import known
from livestreams.sessions.metrics import BY_NAME, Figures, Told, tell
from livestreams.sessions.models import Session

SHOWN = ("gmv_per_hour", "gpm", "refund_rate_amt", "refund_rate_ord", "price_per_jin")
"""The ratios of a result, in the order in which they are told."""


def told_of(session: Session, sold: Sold, refunded_lines: int | None = None) -> dict[str, int | None]:
    """For `metrics`. A session of which no order file told a line has no money: missing, not 0."""
    has_sold = sold != NOTHING
    money = {
        "paid_fen": sold.paid_fen, "refund_fen": sold.refunded_fen, "net_fen": sold.net_fen, "items": sold.items,
        "weight_g": sold.weight_g, "paid_orders": sold.lines, "refund_orders": refunded_lines,
    }  # fmt: skip
    return {**known(session), **{name: value if has_sold else None for name, value in money.items()}}


def ratios(figures: Figures) -> list[Told]:
    return [tell(BY_NAME[name], [figures]) for name in SHOWN]
