"""What was done with bookings, in plain words, with who and when. Rows are never changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from livestreams.rooms.models.occupancies import Occupancy
from livestreams.rooms.models.rooms import ManagedQuerySet
from livestreams.teams.models import Team


class ChangeQuerySet(ManagedQuerySet):
    township_path = "occupancy__room__township"


class Change(models.Model):
    class Act(models.TextChoices):
        BOOKED = "booked", _("booked")
        REQUESTED = "requested", _("asked for")
        CONFIRMED = "confirmed", _("said yes")
        DECLINED = "declined", _("said no")
        MOVED = "moved", _("moved")
        SHORTENED = "shortened", _("shortened")
        EXTENDED = "extended", _("extended")
        GIVEN = "given", _("given to another team")
        CANCELLED = "cancelled", _("cancelled")
        EXPIRED = "expired", _("ran out")
        RELEASED = "released", _("released, nobody came")
        SKIPPED = "skipped", _("did not work")
        OFFERED = "offered", _("offered to who waited")
        PRESENT = "present", _("is there")
        PEOPLE = "people", _("changed who comes")
        CLOSED = "closed", _("closed the room")
        OPENED = "opened", _("opened the room again")

    occupancy = models.ForeignKey(Occupancy, on_delete=models.CASCADE, related_name="changes")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")
    """Whose booking it was before."""
    act = models.CharField(_("what"), max_length=10, choices=Act)
    before = models.CharField(_("from"), max_length=100, blank=True)
    after = models.CharField(_("to"), max_length=100, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of a booking")
        verbose_name_plural = _("changes of bookings")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["at"], name="booking_changes_by_time")]

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.before}→{self.after}"
