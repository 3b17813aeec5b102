"""Who is in which event: a person is in one at a time, guarded by the database as rooms are (guard.py)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from livestreams.rooms.models.occupancies import Occupancy


class Engagement(models.Model):
    """A person's time in an event, [starts_at, ends_at). Gone when its booking ends.

    An event without a room of ours (an orchard) has no booking: its engagements bear its key and say what it is.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="engagements", verbose_name=_("person")
    )
    occupancy = models.ForeignKey(Occupancy, on_delete=models.CASCADE, null=True, related_name="engagements")
    event_key = models.UUIDField(null=True, db_index=True)
    what = models.CharField(_("what it is"), max_length=200, blank=True)
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("to"))

    class Meta:
        verbose_name = _("person's time")
        verbose_name_plural = _("people's time")
        constraints = [
            models.UniqueConstraint(fields=["person", "occupancy"], name="one_engagement_a_booking"),
            models.UniqueConstraint(fields=["person", "event_key"], name="one_engagement_an_event"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="engagement_ends_after_start"),
            models.CheckConstraint(
                condition=Q(occupancy=None, event_key__isnull=False) | Q(occupancy__isnull=False, event_key=None),
                name="engagement_is_of_one_event",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.event_name}"

    @property
    def event_name(self) -> str:
        return self.what or str(self.occupancy or "")
