"""What was done with events and sessions, with who, when and why; and changes of time that wait for a clerk."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from livestreams.sessions.models.events import Event
from livestreams.sessions.models.sessions import Session
from zhunong.places.models import TownshipScopedQuerySet


class EventChangeQuerySet(TownshipScopedQuerySet):
    township_path = "event__township"


class EventChange(models.Model):
    """Rows are never changed; records are kept three years (design, rule 8)."""

    class Act(models.TextChoices):
        PLANNED = "planned", _("planned")
        CHANGED = "changed", _("changed the plan")
        CANCELLED = "cancelled", _("cancelled")
        ASKED = "asked", _("asked another team to share")
        AGREED = "agreed", _("said yes to sharing")
        DECLINED = "declined", _("said no to sharing")
        PEOPLE = "people", _("changed who is in it")
        LINE_UP = "line_up", _("changed the line-up")
        PRESSED = "pressed", _("pressed start or end")
        WINDOW = "window", _("changed the time that counts")
        TIME_ASKED = "time_asked", _("asked for another time")
        TIME_REFUSED = "time_no", _("said no to another time")
        TIME_TAKEN_BACK = "time_back", _("took the request for another time back")
        FIGURES = "figures", _("entered figures")
        CORRECTED = "corrected", _("corrected figures")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="changes")
    session = models.ForeignKey(Session, on_delete=models.SET_NULL, null=True, related_name="changes")
    act = models.CharField(_("what"), max_length=10, choices=Act)
    before = models.CharField(_("from"), max_length=200, blank=True)
    after = models.CharField(_("to"), max_length=200, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)

    objects = EventChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of a session")
        verbose_name_plural = _("changes of sessions")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.before}→{self.after}"


class WindowRequestQuerySet(TownshipScopedQuerySet):
    township_path = "session__township"

    def waiting(self) -> Self:
        return self.filter(state=WindowRequest.State.WAITING)


class WindowRequest(models.Model):
    """A change of the time that counts which would move money to the asker's own team: it waits for a clerk's yes.

    Without a start and an end it asks to take away what its source says.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waits")
        GRANTED = "granted", _("granted")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("withdrawn")

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="window_requests")
    source = models.CharField(_("source of the time"), max_length=10)
    """`pressed` or `platform`: which of the session's times it is (`windows.Source`)."""
    started_at = models.DateTimeField(_("from"), null=True)
    ended_at = models.DateTimeField(_("to"), null=True)
    reason = models.CharField(_("reason"), max_length=200)
    moves = models.JSONField(_("what it would move"), default=list)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    answer = models.CharField(_("answer"), max_length=200, blank=True)

    objects = WindowRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of time that waits")
        verbose_name_plural = _("changes of time that wait")
        ordering = ["asked_at"]
        constraints = [
            models.CheckConstraint(condition=Q(ended_at__gt=F("started_at")), name="window_ends_after_start"),
            models.UniqueConstraint(fields=["session"], condition=Q(state="waiting"), name="one_window_request_waits"),
        ]

    def __str__(self) -> str:
        return f"{self.session} {self.get_state_display()}"
