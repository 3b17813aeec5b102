"""Days of rooms, to be read at a glance: entries in the order of time, and a bar."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils import timezone

from livestreams.rooms.hours import Span, moment
from livestreams.rooms.models import Occupancy, Room
from livestreams.rooms.public.plans import Plan, State
from livestreams.rooms.timetables import CLOSURE, Moment

DAYS = 8
"""Today and a week."""
HOUR = datetime.timedelta(hours=1)


class Entry(NamedTuple):
    """A time of a day that is free, taken or closed. `row`: the booking, where everybody may know whose."""

    state: State
    begin: Moment
    end: Moment
    row: Occupancy | None = None


class Piece(NamedTuple):
    """Part of a bar, in per cent of it."""

    state: str
    begin: str
    width: str


@dataclass
class RoomDay:
    room: Room
    entries: Sequence[Entry]
    bar: Sequence[Piece]
    is_open: bool

    @property
    def is_closed(self) -> bool:
        """Nothing else is to be said of it."""
        return bool(self.entries) and all(entry.state == State.CLOSED for entry in self.entries)


@dataclass
class Day:
    """All rooms on a day."""

    begin: Moment
    rooms: Sequence[RoomDay]


def days_of(plans: Sequence[Plan], now: Moment) -> list[Day]:
    """Today and the coming days. What is over is left out."""
    first = timezone.localtime(now).date()
    hours = axis(plans, first)
    days = [moment(first + datetime.timedelta(number)) for number in range(DAYS)]
    return [Day(dawn, [room_day(plan, dawn, hours) for plan in plans]) for dawn in days]


def room_day(plan: Plan, dawn: Moment, hours: Span) -> RoomDay:
    whole = Span(dawn, dawn + 24 * HOUR)
    opened = within(plan.timetable.spans, whole)
    entries = sorted([*taken_on(plan, whole), *free_on(plan, whole)], key=lambda entry: entry.begin)
    return RoomDay(plan.room, entries, bar(plan, opened, dawn, hours), bool(opened))


def taken_on(plan: Plan, day: Span) -> Iterator[Entry]:
    """A booking stands on the day it starts on; one that began yesterday and runs still, today."""
    for row in plan.rows:
        if row.starts_at < day.end and row.ends_at > max(day.begin, plan.now):
            if row.kind == CLOSURE:
                yield Entry(State.CLOSED, max(row.starts_at, day.begin), min(row.ends_at, day.end))
            elif row.starts_at >= day.begin or plan.now >= day.begin:
                is_told = row.kind == Occupancy.Kind.BOOKING
                yield Entry(State.TAKEN, row.starts_at, row.ends_at, row if is_told else None)


def free_on(plan: Plan, day: Span) -> Iterator[Entry]:
    for gap in within(plan.gaps, day):
        yield Entry(State.FREE, gap.begin, gap.end)


def within(spans: Iterable[Span], whole: Span) -> list[Span]:
    """What of some spans lies in another one."""
    return [
        Span(max(span.begin, whole.begin), min(span.end, whole.end))
        for span in spans
        if span.begin < whole.end and span.end > whole.begin
    ]


def axis(plans: Sequence[Plan], first: datetime.date) -> Span:
    """From the first to the last hour at which any of the rooms is open: on every day, as on the day `first`."""
    begin, hours = moment(first), set()
    for dawn in (begin + number * 24 * HOUR for number in range(DAYS)):
        for plan in plans:
            for span in within(plan.timetable.spans, Span(dawn, dawn + 24 * HOUR)):
                hours |= {(span.begin - dawn) // HOUR, -((dawn - span.end) // HOUR)}
    return Span(begin + min(hours, default=0) * HOUR, begin + max(hours, default=24) * HOUR)


def bar(plan: Plan, opened: Iterable[Span], dawn: Moment, hours: Span) -> list[Piece]:
    """Where it is open, what takes it there, and what has passed."""
    shift = dawn - moment(timezone.localtime(hours.begin).date())
    whole = Span(hours.begin + shift, hours.end + shift)
    states = [("open", span) for span in within(opened, whole)]
    for row in plan.rows:
        state = "closed" if row.kind == CLOSURE else "taken"
        states += [(state, span) for span in within([Span(row.starts_at, row.ends_at)], whole)]
    states += [("past", span) for span in within([Span(dawn, max(dawn, plan.now))], whole)]
    return [piece(state, span, whole) for state, span in states]


def piece(state: str, span: Span, whole: Span) -> Piece:
    length = whole.end - whole.begin
    return Piece(
        state, f"{100 * (span.begin - whole.begin) / length:.2f}", f"{100 * (span.end - span.begin) / length:.2f}"
    )
