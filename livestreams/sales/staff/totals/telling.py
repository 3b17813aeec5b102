"""Splits and SKUs of lines in people's words."""

from django.utils.translation import gettext as _

from livestreams.sales.models import Line
from livestreams.sales.splitting import Shares
from livestreams.sales.staff.totals.names import Names, joined
from livestreams.sales.totals import Key


def told_shares(dimension: str, shares: Shares, names: Names) -> str:
    """`十四小只 60%、冯村 40%`, the greatest first; of one party the name alone."""
    parties: list[Key] = list(shares.parties)  # type: ignore[arg-type]  # slugs here
    if len(parties) == 1:
        return names.name(dimension, parties[0])
    by_percent = sorted(zip(parties, shares.percents, strict=True), key=lambda share: -share[1])
    return "、".join(f"{names.name(dimension, party)} {percent}%" for party, percent in by_percent)


def told_sku(line: Line) -> str:
    return joined(line.sku.product.name, line.sku.name) if line.sku else _("unmapped product")
