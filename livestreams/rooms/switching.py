"""The switches of fair use put into force, also for what is booked already."""

import datetime
from dataclasses import asdict, dataclass

from django.db.models import F

from livestreams.rooms.ledger import Kind, Ledger, writing
from livestreams.rooms.models import FairUse, Occupancy
from livestreams.rooms.models.occupancies import OccupancyQuerySet
from livestreams.rooms.rules import PATIENCE
from zhunong.access.models import User
from zhunong.places.models import Township


@dataclass(frozen=True)
class Switches:
    """How a township wants them."""

    weekly_hours: int | None = None
    opens_reserved: bool = False
    releases_unused: bool = False


def switch(
    township: Township, switches: Switches, by: User | None = None, now: datetime.datetime | None = None
) -> FairUse:
    """Hold these from now on. Raises Refused; then all stays as it was."""
    with writing(township.pk, by, now) as ledger:
        was = ledger.fair_use
        ledger.fair_use, _made = FairUse.objects.update_or_create(township=township, defaults=asdict(switches))
        if switches.releases_unused and not was.releases_unused:
            await_teams(ledger)
        elif not switches.releases_unused:
            await_nobody(ledger)
        if switches.opens_reserved and not was.opens_reserved:
            ledger.has_freed = True  # to those who wait for another team's room
        return ledger.fair_use


def await_teams(ledger: Ledger) -> None:
    """Bookings to come fall free where nobody comes. Who is in a room already is left alone."""
    to_come = bookings(ledger).filter(starts_at__gt=ledger.now, present_at=None)
    to_come.update(expires_at=F("starts_at") + PATIENCE)


def await_nobody(ledger: Ledger) -> None:
    bookings(ledger).exclude(expires_at=None).update(expires_at=None)


def bookings(ledger: Ledger) -> OccupancyQuerySet:
    return Occupancy.objects.filter(room__township=ledger.township, kind=Kind.BOOKING, ended="")
