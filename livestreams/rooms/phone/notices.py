"""What the first page says of rooms: what the office changed, what is offered, what is on."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from django.utils import timezone

from livestreams.rooms.changing import OF_TEAMS
from livestreams.rooms.models import Occupancy
from livestreams.teams.models import Team

MOST = 8


class Notices(NamedTuple):
    untold: list[Occupancy]
    """Bookings that the office moved, called off or decided, and the team has not said yet that it knows."""
    offers: list[Occupancy]
    """Times that a team waited for, held for it now."""

    def __bool__(self) -> bool:
        return bool(self.untold or self.offers)


def notices_for(teams: Sequence[Team]) -> Notices:
    """In one query."""
    kinds = (*OF_TEAMS, Occupancy.Kind.OFFER)
    rows = Occupancy.objects.filter(team__in=teams, kind__in=kinds, ends_at__gt=timezone.now())
    found = list(
        (rows.filter(is_untold=True) | rows.filter(kind=Occupancy.Kind.OFFER).live()).select_related("room", "team")
    )
    offers = [row for row in found if row.kind == Occupancy.Kind.OFFER]
    return Notices([row for row in found if row.kind != Occupancy.Kind.OFFER], offers)


def bookings_from(teams: Sequence[Team], day: datetime.datetime) -> list[Occupancy]:
    """The bookings of a day and after it that stand, in order."""
    rows = Occupancy.objects.bookings().live().filter(team__in=teams, ends_at__gt=day)
    return list(rows.select_related("room", "team").order_by("starts_at")[:MOST])
