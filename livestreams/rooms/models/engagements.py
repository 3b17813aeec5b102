"""Who is in which event: a person is in one at a time, guarded by the database as rooms are (guard.py)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from livestreams.rooms.models.occupancies import Occupancy


class Engagement(models.Model):
    """A person's time in an event, [starts_at, ends_at). Gone when its booking ends."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="engagements", verbose_name=_("person")
    )
    occupancy = models.ForeignKey(Occupancy, on_delete=models.CASCADE, related_name="engagements")
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("to"))

    class Meta:
        verbose_name = _("person's time")
        verbose_name_plural = _("people's time")
        constraints = [
            models.UniqueConstraint(fields=["person", "occupancy"], name="one_engagement_a_booking"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="engagement_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.occupancy}"
