"""Whatever takes a room: one table, so that one rule of the database keeps all of it apart (guard.py)."""

import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from livestreams.rooms.models.rooms import ManagedQuerySet, Room
from livestreams.teams.models import Team


class Purpose(models.TextChoices):
    LIVE = "live", _("livestream")
    REHEARSAL = "rehearsal", _("rehearsal")
    FILMING = "filming", _("filming")
    TRAINING = "training", _("training")
    OTHER = "other", _("something else")


class Series(models.Model):
    """A weekly repeat: its days are occupancies, those that did not work kept with their reason."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    weeks = models.PositiveSmallIntegerField(_("weeks"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    key = models.UUIDField(unique=True, null=True)

    def __str__(self) -> str:
        return f"{self.team} × {self.weeks}"


class OccupancyQuerySet(ManagedQuerySet):
    township_path = "room__township"

    def live(self, now: datetime.datetime | None = None) -> Self:
        """Those that take their room. What has run out takes it no longer, even before anybody swept it."""
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=now or timezone.now()), ended="")

    def overdue(self, now: datetime.datetime | None = None) -> Self:
        """Those that have run out and were not swept yet."""
        return self.filter(ended="", expires_at__lte=now or timezone.now())

    def bookings(self) -> Self:
        """Bookings, and requests for one, also those that ended."""
        return self.filter(kind__in=(Occupancy.Kind.BOOKING, Occupancy.Kind.REQUEST))

    def of_person(self, user: Any) -> Self:
        """What the teams have that a person is in today."""
        return self.filter(team__in=Team.objects.of_person(user))

    def between(self, begin: datetime.datetime, end: datetime.datetime) -> Self:
        """Those that stand, turn-around included, somewhere in [begin, end)."""
        return self.filter(starts_at__lt=end, blocked_until__gt=begin)


class Occupancy(models.Model):
    """A room taken for [starts_at, ends_at) and kept free for tidying up to `blocked_until`.

    Written by `ledger.Ledger` alone. `ended` blank = it stands; what ended stays, for the record.
    """

    class Kind(models.TextChoices):
        BOOKING = "booking", _("booking")
        REQUEST = "request", _("request, waits for a yes")
        HOLD = "hold", _("held while being booked")
        OFFER = "offer", _("offered to who waited")
        CLOSURE = "closure", _("closed")

    class Ended(models.TextChoices):
        CANCELLED = "cancelled", _("cancelled")
        DECLINED = "declined", _("declined")
        EXPIRED = "expired", _("ran out")
        RELEASED = "released", _("released, nobody came")
        SKIPPED = "skipped", _("did not work")

    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="occupancies", verbose_name=_("room"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("to"))
    blocked_until = models.DateTimeField(editable=False)
    expires_at = models.DateTimeField(null=True, editable=False)
    """When it falls free by itself: a hold, an offer, a request; a booking where nobody comes."""
    ended = models.CharField(_("ended"), max_length=10, choices=Ended, blank=True, default="")
    team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="occupancies", verbose_name=_("team")
    )
    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose, default=Purpose.LIVE)
    note = models.CharField(_("reason"), max_length=200, blank=True)
    """Why it is closed, or did not work."""
    booked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    booked_at = models.DateTimeField(default=timezone.now)
    key = models.UUIDField(unique=True, null=True, editable=False)
    """Of the form that made it: sent twice, it is still one."""
    series = models.ForeignKey(Series, on_delete=models.PROTECT, null=True, related_name="days")
    wish = models.ForeignKey("rooms.Wish", on_delete=models.PROTECT, null=True, related_name="offers")
    counted_minutes = models.PositiveSmallIntegerField(default=0)
    """What it takes of the team's weekly hours; none where booked within a day of its start."""
    present_at = models.DateTimeField(_("somebody was there at"), null=True)
    is_untold = models.BooleanField(default=False)
    """Changed by the office, and the team has not said yet that it knows."""

    objects = OccupancyQuerySet.as_manager()

    class Meta:
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        ordering = ["starts_at", "pk"]
        permissions = [("manage_bookings", _("Can move, cancel and decide bookings of every team"))]
        indexes = [
            models.Index(fields=["room", "blocked_until"], condition=Q(ended=""), name="occupancy_live"),
            models.Index(fields=["team", "starts_at"], name="occupancy_of_team"),
            models.Index(fields=["expires_at"], condition=Q(ended=""), name="occupancy_expiry"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="occupancy_ends_after_start"),
            models.CheckConstraint(condition=Q(blocked_until__gte=F("ends_at")), name="occupancy_blocks_its_time"),
            models.CheckConstraint(
                condition=Q(kind__in=("closure", "hold")) | ~Q(team=None), name="occupancy_names_its_team"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.room} {timezone.localtime(self.starts_at):%m-%d %H:%M}–{timezone.localtime(self.ends_at):%H:%M}"

    @property
    def minutes(self) -> int:
        return round((self.ends_at - self.starts_at).total_seconds() / 60)

    @property
    def stands(self) -> bool:
        return not self.ended and (self.expires_at is None or self.expires_at > timezone.now())

    @property
    def is_on(self) -> bool:
        return self.stands and self.starts_at <= timezone.now() < self.ends_at

    @property
    def is_over(self) -> bool:
        return self.ends_at <= timezone.now()
