"""A room entered or changed: seven lines of hours, a list of kit, a photo; one sentence for whatever is wrong."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from livestreams.rooms.models import OpeningHours, Room
from livestreams.rooms.room_words import day_words
from livestreams.rooms.staff.rooms.keeping import keep_hours, keep_kit, keep_photo
from livestreams.rooms.staff.rooms.reading import Hours, read_hours, read_kit
from livestreams.rooms.staff.townships import managed_teams, managed_townships
from media.cleaning import clean_picture

USUAL_HOURS = "08:00–22:00"
RULES = ("turn_around_minutes", "step_minutes", "lengths", "days_ahead", "request_hours")
WEEK = {f"hours_{day.value}": day for day in OpeningHours.Weekday}
TWICE = gettext_lazy("There is a room of this name already; choose another name.")


class HoursField(forms.CharField):
    """What a weekday's line says, as a list of `Hours`."""

    def clean(self, value: Any) -> list[Hours]:
        return read_hours(super().clean(value))


class RoomForm(WagtailAdminModelForm):
    """A room of a township that the user manages."""

    kit = forms.CharField(
        label=gettext_lazy("kit"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("A line for each thing, with how many of it, like: fill light 3"),
    )  # fmt: skip
    new_photo = forms.FileField(
        label=gettext_lazy("photo"), required=False, widget=forms.FileInput(attrs={"accept": "image/*"}),
        help_text=gettext_lazy("A JPEG or PNG, seen by everybody; place and time in it are taken out. Show no faces."),
    )  # fmt: skip
    drops_photo = forms.BooleanField(label=gettext_lazy("take the photo away"), required=False)

    class Meta:
        model = Room
        formsets: list[str] = []
        fields = ["township", "name", "place", "access", "team", *RULES, "is_in_use", "sort_order"]
        help_texts = {
            "township": "", "is_in_use": gettext_lazy("Switched off, nobody can book it; what is booked stays."),
            "sort_order": gettext_lazy("the smallest stands first"),
        }  # fmt: skip
        error_messages = {NON_FIELD_ERRORS: {"unique_together": TWICE}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        townships, teams = self.fields["township"], self.fields["team"]
        townships.queryset = managed_townships(self.for_user)
        teams.queryset = managed_teams(self.for_user)
        teams.empty_label = _("no team in particular")
        self.fields["lengths"].required = False  # the room says it, in one sentence
        if len(townships.queryset) == 1:
            townships.initial, townships.widget = townships.queryset[0], forms.HiddenInput()
        if not self.instance.photo_id:
            del self.fields["drops_photo"]
        for name, day in WEEK.items():
            self.fields[name] = HoursField(
                label=day.label, required=False, max_length=100, initial=self.usual_hours(day),
                widget=forms.TextInput(attrs={"autocomplete": "off", "placeholder": _("closed")}),
            )  # fmt: skip
        if self.instance.pk:
            self.fields["kit"].initial = "\n".join(f"{each.name} {each.quantity}" for each in self.instance.kit.all())

    def usual_hours(self, day: OpeningHours.Weekday) -> str:
        if not self.instance.pk:
            return USUAL_HOURS
        return day_words(each for each in self.instance.hours.all() if each.weekday == day)

    @property
    def groups(self) -> Iterator[tuple[str, str, list[forms.BoundField]]]:
        """Fields as they stand together: heading, a word on them, the fields."""
        photo = [name for name in ("new_photo", "drops_photo") if name in self.fields]
        yield _("The room"), "", self.named("township", "name", "place", *photo)
        yield _("For whom"), "", self.named("access", "team", "is_in_use")
        yield _("Opening hours"), _(
            "Like 08:00–22:00, or 8–12, 14–22 for two times; blank = closed. What closes after midnight: 20:00–02:00."
        ), self.named(*WEEK)  # fmt: skip
        yield _("What stands in it"), "", self.named("kit")
        yield _("Rules"), _("What they say holds for bookings to come."), self.named(*RULES, "sort_order")

    def named(self, *names: str) -> list[forms.BoundField]:
        return [self[name] for name in names if not self[name].is_hidden]

    def clean_kit(self) -> Any:
        return read_kit(self.cleaned_data["kit"])

    def clean_new_photo(self) -> Any:
        given = self.cleaned_data["new_photo"]
        return clean_picture(given, "room.jpg") if given else None

    def clean(self) -> dict[str, Any]:
        """A team that is left over from another choice is let go."""
        given = super().clean() or self.cleaned_data
        if given.get("access") != Room.Access.ONE_TEAM:
            given["team"] = None
        return given

    def save(self, commit: bool = True) -> Room:
        given = self.cleaned_data
        keep_photo(self.instance, given["new_photo"], given.get("drops_photo", False), self.for_user)
        room = super().save(commit)
        keep_hours(room, {day.value: given[name] for name, day in WEEK.items()})
        keep_kit(room, given["kit"])
        return room
