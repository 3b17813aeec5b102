"""A session that goes live shows that the team of a booking is in its room. A session that is only planned does not."""

import datetime

from django.db.models import F, Q
from django.utils import timezone

from livestreams.rooms.models import Occupancy
from livestreams.sessions.models import Session
from livestreams.teams.models import Ownership

EARLY = datetime.timedelta(minutes=15)
MERELY_PLANNED = Q(planned_start__isnull=False, planned_start=F("started_at"), pressed_start=None, platform_start=None)


def has_gone_live(row: Occupancy) -> bool:
    """Whether a session done for the booking's team, or planned in it, started in its time or shortly before.

    Pressed here or told by the platform or a table. Where a session names no team, that of its account counts
    (design, section 7).
    """
    owned = Ownership.objects.filter(team=row.team).on(timezone.localdate(row.starts_at)).values("account")
    span = (row.starts_at - EARLY, row.ends_at)
    pressed = Q(pressed_start__gte=span[0], pressed_start__lt=span[1])
    counts = Q(started_at__gte=span[0], started_at__lt=span[1]) & ~MERELY_PLANNED
    of_the_team = Q(shares__team=row.team) | Q(shares=None, account__in=owned) | Q(event__booking=row.pk)
    return Session.objects.filter(pressed | counts).filter(of_the_team).exists()
