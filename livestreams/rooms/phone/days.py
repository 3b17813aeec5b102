"""Free starts laid out for a thumb: by day and room, whole hours first."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from livestreams.rooms.free import Search, Start
from livestreams.rooms.hours import moment
from livestreams.rooms.models import Room
from livestreams.rooms.timetables import MINUTE, timetables
from livestreams.rooms.words import day_words

DAYS_AT_ONCE = 2
SLOT = "%y%m%d%H%M"


@dataclass
class RoomDay:
    """One room's free starts of a day."""

    room: Room
    starts: list[Start] = field(default_factory=list)


@dataclass
class Day:
    date: datetime.date
    rooms: list[RoomDay]

    @property
    def words(self) -> str:
        return day_words(moment(self.date))

    @property
    def is_full(self) -> bool:
        return not any(each.starts for each in self.rooms)


def days_free(search: Search, minutes: int, first: datetime.date, days: int, every_step: bool) -> list[Day]:
    """Free starts of these days. Unless every step is wanted: whole hours, and the first after something ends."""
    rooms = [room for room in search.rooms if minutes in room.length_choices]
    laid = {first + datetime.timedelta(number): [RoomDay(room) for room in rooms] for number in range(days)}
    begin, end = moment(first), moment(first + datetime.timedelta(days))
    for start in search.starts(minutes, begin, end, rooms):
        for each in laid.get(start.day, ()):
            if each.room in start.rooms:
                each.starts.append(start)
    if not every_step:
        for each in (each for rooms_of_day in laid.values() for each in rooms_of_day):
            each.starts = on_the_hour(each.starts, each.room.step_minutes)
    return [Day(date, rooms_of_day) for date, rooms_of_day in laid.items()]


def starts_taken(search: Search, minutes: int, day: datetime.date) -> list[tuple[Room, list[datetime.datetime]]]:
    """Starts of a day that the rooms are open for and that are not free: what one can stand in line for."""
    begin, end = max(moment(day), search.now), moment(day + datetime.timedelta(1))
    rooms = [room for room in search.rooms if minutes in room.length_choices]
    tables = timetables(rooms, begin, end + minutes * MINUTE)
    laid = [(each.room, list(each.starts(minutes, begin, end, are_free=False))) for each in tables]
    return [(room, starts) for room, starts in laid if starts]


def on_the_hour(starts: Sequence[Start], step: int) -> list[Start]:
    """Whole hours, and starts that have no free one right before them."""
    known = {start.starts_at for start in starts}
    return [
        start for start in starts
        if not timezone.localtime(start.starts_at).minute or start.starts_at - step * MINUTE not in known
    ]  # fmt: skip


def slot_of(room: Room, starts_at: datetime.datetime) -> str:
    """A room and a start as a form sends them: `3-2611261900`."""
    return f"{room.pk}-{timezone.localtime(starts_at):{SLOT}}"


def read_slot(slot: str) -> tuple[int, datetime.datetime]:
    """The room's primary key and the start. Raises ValueError."""
    room, _dash, start = slot.partition("-")
    return int(room), timezone.make_aware(datetime.datetime.strptime(start, SLOT))
