"""A room's time as everybody may see it: what stands in it, where it is free, and how it is right now."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from django.utils import timezone
from django.utils.functional import cached_property

from livestreams.rooms.hours import Span, open_spans
from livestreams.rooms.models import Occupancy, OpeningHours, Room
from livestreams.rooms.timetables import CLOSURE, MINUTE, Moment, Taking, Timetable

FAR = datetime.timedelta(days=1)
"""Who is told that a room is free for longer than that needs no time to the minute."""


class State(StrEnum):
    """How a room is at a moment."""

    FREE = "free"
    ON = "on"
    TAKEN = "taken"
    TIDIED = "tidied"
    CLOSED = "closed"
    SHUT = "shut"


class Status(NamedTuple):
    """`row`: the booking that is on, where everybody may know whose. `free`: when a booking fits next."""

    state: State
    until: Moment | None
    row: Occupancy | None
    free: Span | None

    @property
    def free_until(self) -> Moment | None:
        """None where that is far off, or further than anybody looked."""
        return self.free.end if self.free and self.free.end - self.free.begin < FAR else None


@dataclass
class Plan:
    """One room from a day on. `rows`: what stands in it, in order."""

    timetable: Timetable
    rows: Sequence[Occupancy]
    now: Moment

    @property
    def room(self) -> Room:
        return self.timetable.room

    @cached_property
    def gaps(self) -> list[Span]:
        """Where a booking of the shortest length fits, from now on, in order."""
        shortest = min(self.room.length_choices) * MINUTE
        return [
            gap
            for gap in free_spans(self.timetable, self.now)
            if gap.begin + shortest <= gap.end and self.timetable.is_free(gap.begin, gap.begin + shortest)
        ]

    @property
    def current(self) -> Occupancy | None:
        """What takes the room right now, tidying up included."""
        return next((row for row in self.rows if row.starts_at <= self.now < row.blocked_until), None)

    @property
    def following(self) -> Occupancy | None:
        return next((row for row in self.rows if row.starts_at > self.now), None)

    @property
    def status(self) -> Status:
        row, free = self.current, self.gaps[0] if self.gaps else None
        if row is None:
            return self.status_of_empty(free)
        if row.kind == CLOSURE:
            return Status(State.CLOSED, row.ends_at, None, free)
        if row.ends_at <= self.now:
            return Status(State.TIDIED, row.blocked_until, None, free)
        if row.kind == Occupancy.Kind.BOOKING:
            return Status(State.ON, row.ends_at, row, free)
        return Status(State.TAKEN, row.ends_at, None, free)

    def status_of_empty(self, free: Span | None) -> Status:
        """Nobody is in it: free as far as it is open and nobody comes, or not open at all."""
        opened = next((span for span in self.timetable.spans if span.begin <= self.now < span.end), None)
        if not opened:
            return Status(State.SHUT, None, None, free)
        until = min(opened.end, self.following.starts_at) if self.following else opened.end
        return Status(State.FREE, until if until - self.now < FAR else None, None, free)


def free_spans(timetable: Timetable, begin: Moment) -> Iterator[Span]:
    """What of the opening hours nothing takes."""
    for span in timetable.spans:
        at = max(span.begin, begin)
        for taking in timetable.taken:
            if taking.end > at and taking.begin < span.end:
                if taking.begin > at:
                    yield Span(at, taking.begin)
                at = taking.end
        if at < span.end:
            yield Span(at, span.end)


def plans(rooms: Iterable[Room], begin: Moment, end: Moment, now: Moment) -> list[Plan]:
    """Of these rooms over [begin, end), in two queries."""
    rooms = list(rooms)
    first = timezone.localtime(begin).date()
    days = (timezone.localtime(end).date() - first).days + 1
    hours, rows = defaultdict(list), defaultdict(list)
    for each in OpeningHours.objects.filter(room__in=rooms):
        hours[each.room_id].append(each)
    standing = Occupancy.objects.filter(room__in=rooms).live(now).between(begin, end)
    for row in standing.select_related("team").order_by("starts_at"):
        rows[row.room_id].append(row)
    return [plan(room, open_spans(hours[room.pk], first, days), rows[room.pk], now) for room in rooms]


def plan(room: Room, spans: Sequence[Span], rows: Sequence[Occupancy], now: Moment) -> Plan:
    taken = [Taking(row.starts_at, row.blocked_until, row.kind == CLOSURE) for row in rows]
    return Plan(Timetable(room, spans, taken), rows, now)
