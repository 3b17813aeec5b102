"""An event: people in one place for one broadcast, on one account or on several at once."""

import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from livestreams.rooms.models import Occupancy
from livestreams.teams.models import Team
from zhunong.places.models import Township, TownshipScopedQuerySet


class EventQuerySet(TownshipScopedQuerySet):
    def of_person(self, user: Any) -> Self:
        """Events of a team that the person is in today, those that it is only asked to share in too."""
        return self.filter(pk__in=EventTeam.objects.filter(team__in=Team.objects.of_person(user)).values("event"))

    def standing(self) -> Self:
        return self.filter(cancelled_at=None)


class Event(models.Model):
    """A plan of [starts_at, ends_at): in a booked room, or in a place in words. Its sessions are one for each account.

    Its plan is written by `planning` alone. Who is in it are its `crew`; whom it is done for, its `parts`.
    """

    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="+", verbose_name=_("township"))
    title = models.CharField(_("title"), max_length=100)
    booking = models.ForeignKey(
        Occupancy, on_delete=models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("booking")
    )
    place = models.CharField(_("where"), max_length=100, blank=True, help_text=_("where it is not in a room of ours"))
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("to"))
    is_announced = models.BooleanField(_("announced to visitors"), default=True)
    note = models.CharField(_("note for the team"), max_length=300, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, editable=False)
    cancel_reason = models.CharField(_("why cancelled"), max_length=200, blank=True)
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    """Of the form that made it, so that sent twice it is one; and of its people's time (`Engagement.event_key`)."""
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-starts_at"]
        permissions = [
            ("plan_sessions", _("Can plan and log sessions of one's own teams")),
            ("decide_sessions", _("Can change sessions of every team and decide what teams ask for")),
        ]
        indexes = [models.Index(fields=["township", "starts_at"], name="event_township_start")]
        constraints = [models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="event_ends_after_start")]

    def __str__(self) -> str:
        return self.title

    @property
    def where(self) -> str:
        return self.booking.room.name if self.booking else self.place

    @property
    def is_over(self) -> bool:
        return self.ends_at <= timezone.now()


class EventTeamQuerySet(TownshipScopedQuerySet):
    township_path = "event__township"


class EventTeam(models.Model):
    """A team's part of an event in per cent. Another team's part counts once that team said yes: until everybody has,
    the sessions' shares stay what they were, or the planning team's alone."""

    class Answer(models.TextChoices):
        OWN = "own", _("planned it")
        ASKED = "asked", _("was asked")
        AGREED = "agreed", _("said yes")
        DECLINED = "declined", _("said no")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="parts")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", verbose_name=_("team"))
    percent = models.PositiveSmallIntegerField(_("per cent"))
    answer = models.CharField(_("answer"), max_length=10, choices=Answer, default=Answer.OWN)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = EventTeamQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "team"], name="one_part_a_team"),
            models.CheckConstraint(condition=Q(percent__range=(1, 100)), name="event_percent_1_to_100"),
        ]

    def __str__(self) -> str:
        return f"{self.team}:{self.percent}"


class Crew(models.Model):
    """A person's job in an event. One person may have several."""

    class Job(models.TextChoices):
        HOST = "host", _("host")
        CONTROL = "control", _("field control")
        ASSISTANT = "assistant", _("co-host")
        PICKER = "picker", _("selects products")
        PACKER = "packer", _("packs")
        OPERATOR = "operator", _("runs the account")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="crew")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("person")
    )
    job = models.CharField(_("job"), max_length=10, choices=Job)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["event", "person", "job"], name="one_job_once")]

    def __str__(self) -> str:
        return f"{self.person} {self.get_job_display()}"
