"""周历: one week over all rooms, as a table that the browser makes a calendar of."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livestreams.rooms.access import MANAGE
from livestreams.rooms.models import Occupancy, OpeningHours, Room
from livestreams.rooms.staff.bookings.showing import KIND_WORDS, MARKS, whose
from livestreams.rooms.staff.page import RoomsPage
from livestreams.rooms.staff.week.events import note_of, standing
from livestreams.rooms.staff.week.weeks import Week
from zhunong.access.models import User
from zhunong.places.models import Township

Kind = Occupancy.Kind
MIDNIGHT = datetime.time()


def rooms_seen(user: User, township: str = "") -> list[Room]:
    """The rooms in use of the townships that a user sees, or of one of these."""
    rooms = Room.objects.visible_to(user).in_use()
    rooms = rooms.filter(township__slug=township) if township else rooms
    return list(rooms.select_related("township").order_by("township__slug", "sort_order", "pk"))


class WeekView(RoomsPage):
    template_name = "rooms/week/week.html"
    page_title = gettext_lazy("Week plan")

    @cached_property
    def week(self) -> Week:
        return Week.of(self.request.GET.get("week", ""))

    @cached_property
    def townships(self) -> list[Township]:
        return list(Township.objects.visible_to(self.user).filter(pk__in=Room.objects.in_use().values("township")))

    @cached_property
    def rooms(self) -> list[Room]:
        return rooms_seen(self.user, self.request.GET.get("township", ""))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_work = self.user.has_perm(MANAGE)
        rows = standing(self.user, self.rooms, self.week.begin, self.week.end)
        return super().get_context_data(**kwargs) | {
            "week": self.week, "rooms": self.rooms, "may_work": may_work, "days": self.days(rows),
            "today": timezone.localdate(), "townships": self.townships if len(self.townships) > 1 else (),
            "township": self.request.GET.get("township", ""), "calendar": self.calendar(may_work),
            "legend": [(kind.value, MARKS[kind], words) for kind, words in KIND_WORDS.items() if kind != Kind.HOLD],
        }  # fmt: skip

    def days(self, rows: Iterable[Occupancy]) -> list[tuple[datetime.date, list[list[tuple]]]]:
        """Of each day and room what takes it, with words."""
        cells = defaultdict(list)
        for row in rows:
            for day in days_of(row):
                cells[day, row.room_id].append((row, whose(row), note_of(row)))
        return [(day, [cells[day, room.pk] for room in self.rooms]) for day in self.week.days]

    def calendar(self, may_work: bool) -> dict[str, Any]:
        """What the calendar in the browser needs to know."""
        is_of_many = len({room.township_id for room in self.rooms}) > 1
        names = [f"{room} · {room.township}" if is_of_many else str(room) for room in self.rooms]
        return {
            "rooms": [{"id": str(room.pk), "title": name} for room, name in zip(self.rooms, names, strict=True)],
            "monday": self.week.monday.isoformat(),
            "today": timezone.localdate().isoformat(),
            "hours": opening(self.rooms),
            "step": min((room.step_minutes for room in self.rooms), default=30),
            "events": reverse("rooms:week_events"),
            "township": self.request.GET.get("township", ""),
            "book": reverse("rooms:book") if may_work else "",
            "words": words(),
        }


def days_of(row: Occupancy) -> list[datetime.date]:
    """The days that it is on; one that ends at midnight is not on the next."""
    first = timezone.localtime(row.starts_at).date()
    last = timezone.localtime(row.ends_at - datetime.timedelta.resolution).date()
    return [first + datetime.timedelta(number) for number in range((last - first).days + 1)]


def opening(rooms: Iterable[Room]) -> list[str]:
    """From when to when any room is open on any day; the whole day where one is open past midnight."""
    hours = list(OpeningHours.objects.filter(room__in=rooms).order_by().values_list("opens", "closes").distinct())
    if not hours or any(closes <= opens and closes != MIDNIGHT for opens, closes in hours):
        return ["00:00", "24:00"]
    ends = [closes for _opens, closes in hours]
    return [
        f"{min(opens for opens, _closes in hours):%H}:00",
        "24:00" if MIDNIGHT in ends or max(ends).hour == 23 else f"{max(ends).hour + bool(max(ends).minute):02}:00",
    ]


def words() -> dict[str, str]:
    """What the calendar says."""
    return {
        "week": _("Week"), "day": _("Day"), "list": _("List"), "none": _("Nothing is booked."),
        "hint": _("Drag to move, pull the lower edge to lengthen or shorten; a click opens the booking."),
        "failed": _("The connection is lost. Nothing was changed."),
    }  # fmt: skip
