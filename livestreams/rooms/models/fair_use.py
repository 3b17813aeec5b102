"""Rules of fair use, each a switch that is off until a township wants it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from livestreams.rooms.models.rooms import ManagedQuerySet
from zhunong.places.models import Township


class FairUse(models.Model):
    """A township's switches. No row = all off."""

    township = models.OneToOneField(Township, on_delete=models.CASCADE, related_name="fair_use")
    weekly_hours = models.PositiveSmallIntegerField(
        _("hours a week for each team"), null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Shared by the team's members, Monday to Sunday. What is booked within 24 hours of its start is "
                    "free. Blank = no limit."),
    )  # fmt: skip
    opens_reserved = models.BooleanField(
        _("the reserved room opens to other teams the day before"), default=False,
        help_text=_("What is still free in it from midnight of the day before may be booked by every team."),
    )  # fmt: skip
    releases_unused = models.BooleanField(
        _("a room is released after 15 minutes without anybody"), default=False,
        help_text=_("One tap on “We are here”, or the start of a livestream, shows that somebody is there."),
    )  # fmt: skip

    objects = ManagedQuerySet.as_manager()

    class Meta:
        verbose_name = _("rules of fair use")
        verbose_name_plural = _("rules of fair use")

    def __str__(self) -> str:
        return f"{self.township}"

    @classmethod
    def of(cls, township: Township | int) -> "FairUse":
        """The switches of a township, all off where none were set."""
        pk = township if isinstance(township, int) else township.pk
        return cls.objects.filter(township=pk).first() or cls(township_id=pk)
