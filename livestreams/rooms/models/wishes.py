"""Who waits for a time that is taken."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from livestreams.rooms.models.occupancies import Purpose
from livestreams.rooms.models.rooms import ManagedQuerySet, Room
from livestreams.teams.models import Team


class WishQuerySet(ManagedQuerySet):
    township_path = "team__township"


class Wish(models.Model):
    """A team waits for [starts_at, ends_at) in a room, or in whichever comes free. First come, first told."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        OFFERED = "offered", _("offered")
        TAKEN = "taken", _("taken")
        MISSED = "missed", _("offer ran out")
        LEFT = "left", _("given up")
        OVER = "over", _("never came free")

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="wishes", verbose_name=_("team"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    room = models.ForeignKey(
        Room, on_delete=models.CASCADE, null=True, blank=True, related_name="wishes", verbose_name=_("room")
    )
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("to"))
    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose, default=Purpose.LIVE)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = WishQuerySet.as_manager()

    class Meta:
        verbose_name = _("wish")
        verbose_name_plural = _("waiting list")
        ordering = ["joined_at", "pk"]
        indexes = [models.Index(fields=["starts_at"], condition=Q(state="waiting"), name="wishes_waiting")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="wish_ends_after_start"),
            models.UniqueConstraint(
                fields=["team", "starts_at", "ends_at"], condition=Q(state__in=("waiting", "offered")),
                name="one_wish_a_time",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.team} {timezone.localtime(self.starts_at):%m-%d %H:%M}"
