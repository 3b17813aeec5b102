"""Sweeping what has run out in whichever townships some rows are of."""

from livestreams.rooms.ledger import settle
from livestreams.rooms.models.occupancies import OccupancyQuerySet


def settle_where(rows: OccupancyQuerySet) -> None:
    """Pages do so before they show these rows. One query where nothing has run out."""
    for township in rows.overdue().order_by().values_list("room__township", flat=True).distinct():
        settle(township)
