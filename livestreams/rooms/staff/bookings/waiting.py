"""Requests that wait, and how many they are."""

from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils import timezone

from livestreams.rooms.models import Occupancy
from livestreams.rooms.models.occupancies import OccupancyQuerySet
from livestreams.rooms.sweeping import settle_where
from zhunong.access.models import User

REQUEST = Occupancy.Kind.REQUEST


def waiting(user: User) -> OccupancyQuerySet:
    """The requests that a user sees waiting."""
    return Occupancy.objects.visible_to(user).filter(kind=REQUEST).live()


def swept_and_counted(request: HttpRequest) -> int:
    """How many requests wait, for the menu. What has run out is swept first; one query where nothing has.

    Asked once a request, before a page shows any rooms.
    """
    known: int | None = getattr(request, "waiting_requests", None)
    if known is None:
        user = request.user
        assert isinstance(user, User)
        unended = Occupancy.objects.visible_to(user).filter(ended="").order_by()
        is_overdue = Q(expires_at__lte=timezone.now())
        found = unended.aggregate(overdue=Count("pk", is_overdue), waiting=Count("pk", Q(kind=REQUEST) & ~is_overdue))
        if found["overdue"]:
            settle_where(unended)
        known = waiting(user).count() if found["overdue"] else found["waiting"]
        request.waiting_requests = known  # type: ignore[attr-defined]
    return known
