"""Rooms: what stands in them, when they are open and who may book them."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from livestreams.rooms.access import MANAGERS
from livestreams.teams.models import Team
from zhunong.places.models import Township, TownshipScopedQuerySet

LONGEST = 12 * 60
"""Minutes; no booking takes longer."""


class ManagedQuerySet(TownshipScopedQuerySet):
    def workable_by(self, user: Any) -> Self:
        """Of these rows those that the user may change: as staff or as room manager of their township."""
        if user.is_active and not user.is_superuser and user.roles & set(MANAGERS):
            return self.filter(**{f"{self.township_path}__in": user.townships.all()})
        return super().workable_by(user)


class RoomQuerySet(ManagedQuerySet):
    def in_use(self) -> Self:
        return self.filter(is_in_use=True)


class Room(ClusterableModel):
    """A room that teams share (直播间, 培训室). Its bookings are `Occupancy` rows."""

    class Access(models.TextChoices):
        ONE_TEAM = "one", _("one team")
        ALL_TEAMS = "all", _("every team")
        BY_REQUEST = "request", _("every team, by request")

    township = models.ForeignKey(Township, on_delete=models.PROTECT, related_name="+", verbose_name=_("township"))
    name = models.CharField(_("name"), max_length=40)
    place = models.CharField(_("where it is"), max_length=100, blank=True, help_text=_("building, floor, door"))
    photo = models.ForeignKey(
        "media.CustomImage", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("photo")
    )
    access = models.CharField(_("who may book"), max_length=10, choices=Access, default=Access.ALL_TEAMS)
    team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kept for"),
        help_text=_("only where one team may book"),
    )  # fmt: skip
    turn_around_minutes = models.PositiveSmallIntegerField(
        _("turn-around, minutes"), default=15, validators=[MaxValueValidator(120)],
        help_text=_("kept free after each booking, for tidying up"),
    )  # fmt: skip
    step_minutes = models.PositiveSmallIntegerField(
        _("starts every … minutes"), default=30, choices=[(15, "15"), (30, "30"), (60, "60")]
    )
    lengths = models.CharField(
        _("lengths to choose from, minutes"), max_length=60, default="60 90 120 180",
        help_text=_("separated by blanks, the shortest first"),
    )  # fmt: skip
    days_ahead = models.PositiveSmallIntegerField(
        _("can be booked … days ahead"), default=28, validators=[MinValueValidator(1), MaxValueValidator(366)]
    )
    request_hours = models.PositiveSmallIntegerField(
        _("a request waits … hours"), default=48, validators=[MinValueValidator(1), MaxValueValidator(336)],
        help_text=_("then the room is free again"),
    )  # fmt: skip
    is_in_use = models.BooleanField(_("can be booked"), default=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = RoomQuerySet.as_manager()

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["sort_order", "pk"]
        permissions = [("book_room", _("Can book rooms for the own team"))]
        constraints = [
            models.UniqueConstraint(fields=["township", "name"], name="one_room_a_name"),
            models.CheckConstraint(condition=~models.Q(access="one") | ~models.Q(team=None), name="one_team_is_named"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def length_choices(self) -> list[int]:
        """Minutes, as they are offered."""
        return sorted({int(word) for word in self.lengths.split()})

    def clean(self) -> None:
        words = self.lengths.split()
        if not words or not all(word.isdecimal() and 0 < int(word) <= LONGEST for word in words):
            raise ValidationError(
                {"lengths": _("Write minutes from 1 to %(most)s, separated by blanks.") % {"most": LONGEST}}
            )
        if any(int(word) % self.step_minutes for word in words):
            raise ValidationError(
                {"lengths": _("Each must be a multiple of %(step)s minutes.") % {"step": self.step_minutes}}
            )
        if self.access == self.Access.ONE_TEAM and not self.team:
            raise ValidationError({"team": _("Say which team the room is kept for.")})
        if self.team and self.team.township_id != self.township_id:
            raise ValidationError({"team": _("This team is of another township.")})


class OpeningHours(models.Model):
    """When a room is open on a weekday. A day may have several; one that closes by its opening closes next day."""

    class Weekday(models.IntegerChoices):
        MONDAY = 0, _("Monday")
        TUESDAY = 1, _("Tuesday")
        WEDNESDAY = 2, _("Wednesday")
        THURSDAY = 3, _("Thursday")
        FRIDAY = 4, _("Friday")
        SATURDAY = 5, _("Saturday")
        SUNDAY = 6, _("Sunday")

    room = ParentalKey(Room, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"), help_text=_("00:00 = midnight"))

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["weekday", "opens"]
        constraints = [models.UniqueConstraint(fields=["room", "weekday", "opens"], name="one_opening_a_time")]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


class KitItem(models.Model):
    """What stands in a room, and how many of it."""

    room = ParentalKey(Room, on_delete=models.CASCADE, related_name="kit")
    name = models.CharField(_("what"), max_length=60)
    quantity = models.PositiveSmallIntegerField(_("how many"), default=1, validators=[MinValueValidator(1)])
    sort_order = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("kit")
        verbose_name_plural = _("kit")
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        return f"{self.name} × {self.quantity}"
