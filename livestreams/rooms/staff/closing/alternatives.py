"""What is free for the teams whose bookings were called off: the same few queries, however many there are."""

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils import timezone

from livestreams.rooms.free import AROUND, Search, Start, distance
from livestreams.rooms.models import Occupancy

SHOWN = 3


class CalledOff(NamedTuple):
    row: Occupancy
    near: Sequence[Start]
    """The nearest free times of the same length, one room each."""


def with_alternatives(rows: Sequence[Occupancy], now: datetime.datetime | None = None) -> list[CalledOff]:
    """Each with what is free instead; nothing where the time has passed."""
    teams = list({row.team_id: row.team for row in rows if row.team}.values())
    search = Search(teams, now=now or timezone.now())
    lengths = {row.pk: offered_length(row.minutes, search.lengths) for row in rows}
    begin = min((row.starts_at for row in rows), default=search.now) - AROUND
    end = max((row.starts_at for row in rows), default=search.now) + AROUND
    free = {length: search.starts(length, begin, end) for length in set(lengths.values()) if length}
    return [CalledOff(row, nearest(row, search, free.get(lengths[row.pk], []))) for row in rows]


def offered_length(minutes: int, lengths: Sequence[int]) -> int:
    """The shortest of the lengths to choose from that is as long, else the longest; 0 = there is none."""
    return next((length for length in lengths if length >= minutes), max(lengths, default=0))


def nearest(row: Occupancy, search: Search, starts: Iterable[Start]) -> list[Start]:
    if row.ends_at <= search.now:
        return []
    single = [
        Start(start.starts_at, start.ends_at, [room])
        for start in starts
        if abs(start.starts_at - row.starts_at) <= AROUND
        for room in start.rooms
        if row.team in search.teams_for(room, start.starts_at)
    ]
    return sorted(single, key=lambda start: distance(start, row.room, row.starts_at))[:SHOWN]
