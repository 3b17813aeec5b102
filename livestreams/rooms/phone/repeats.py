"""和上周一样: what the teams had a week ago, once more where it is free."""

import datetime
from collections.abc import Sequence

from livestreams.rooms.free import Search, Start
from livestreams.rooms.models import Occupancy
from livestreams.rooms.timetables import timetables

WEEK = datetime.timedelta(7)
MOST = 2


class Repeat(Start):
    """A time of last week, a week later."""

    minutes: int
    purpose: str


def like_last_week(search: Search) -> list[Repeat]:
    """The latest bookings of the teams' last seven days whose time is free a week later, in order."""
    rooms = {room.pk: room for room in search.rooms}
    past = Occupancy.objects.bookings().filter(
        team__in=search.teams, ended="", room__in=rooms, starts_at__gt=search.now - WEEK, starts_at__lte=search.now
    )
    wanted = [repeat_of(row) for row in past.select_related("room", "team").order_by("starts_at")]
    return free_ones(search, [each for each in wanted if search.teams_for(each.rooms[0], each.starts_at)])[:MOST]


def repeat_of(row: Occupancy) -> Repeat:
    repeat = Repeat(row.starts_at + WEEK, row.ends_at + WEEK, [row.room])
    repeat.minutes, repeat.purpose = row.minutes, row.purpose
    return repeat


def free_ones(search: Search, wanted: Sequence[Repeat]) -> list[Repeat]:
    wanted = [each for each in wanted if each.minutes in each.rooms[0].length_choices]
    if not wanted:
        return []
    rooms = {each.rooms[0].pk: each.rooms[0] for each in wanted}
    begin, end = wanted[0].starts_at, max(each.ends_at for each in wanted)
    tables = {each.room.pk: each for each in timetables(rooms.values(), begin, end + WEEK)}
    return [each for each in wanted if tables[each.rooms[0].pk].is_free(each.starts_at, each.ends_at)]
