"""A session that goes live shows that the team of a booking is in its room."""

import datetime

from django.db.models import Q

from livestreams.rooms.models import Occupancy
from livestreams.sessions.models import Session
from livestreams.teams.models import Ownership

EARLY = datetime.timedelta(minutes=15)


def has_gone_live(row: Occupancy) -> bool:
    """Whether a session done for the booking's team started in its time, or shortly before.

    Where a session names no team, that of its account counts (design, section 7).
    """
    day = row.starts_at.date()
    owned = Ownership.objects.filter(team=row.team).on(day).values("account")
    begun = Session.objects.filter(started_at__gte=row.starts_at - EARLY, started_at__lt=row.ends_at)
    return begun.filter(Q(shares__team=row.team) | Q(shares=None, account__in=owned)).exists()
