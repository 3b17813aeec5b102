"""A room's time: when it is open, what takes it, and which starts are free."""

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils import timezone

from livestreams.rooms.hours import Span, moment, open_spans
from livestreams.rooms.models import Occupancy, OpeningHours, Room

CLOSURE = Occupancy.Kind.CLOSURE
Moment = datetime.datetime
MINUTE = datetime.timedelta(minutes=1)


class Taking(NamedTuple):
    """What stands in a room's time, turn-around included."""

    begin: datetime.datetime
    end: datetime.datetime
    is_closure: bool


@dataclass
class Timetable:
    """One room over some days. `taken` is in order and, by the database's promise, without overlaps."""

    room: Room
    spans: Sequence[Span]
    taken: Sequence[Taking] = field(default_factory=list)

    def is_open(self, begin: datetime.datetime, end: datetime.datetime) -> bool:
        return any(span.begin <= begin and end <= span.end for span in self.spans)

    def is_free(self, begin: datetime.datetime, end: datetime.datetime) -> bool:
        """Nobody tidies up where a closure follows: it may begin at once."""
        turn_around = self.room.turn_around_minutes * MINUTE
        at = bisect_right(self.taken, begin, key=lambda taking: taking.begin)
        if at and self.taken[at - 1].end > begin:
            return False
        following = self.taken[at] if at < len(self.taken) else None
        return following is None or following.begin >= (end if following.is_closure else end + turn_around)

    def starts(self, minutes: int, earliest: Moment, latest: Moment, are_free: bool = True) -> Iterator[Moment]:
        """Free (or taken) starts for a length in [earliest, latest), on the room's step, in order."""
        step, length = self.room.step_minutes * MINUTE, minutes * MINUTE
        for span in self.spans:
            start = on_step(max(span.begin, earliest), self.room.step_minutes)
            while start + length <= span.end and start < latest:
                if self.is_free(start, start + length) is are_free:
                    yield start
                start += step


def on_step(when: datetime.datetime, step: int) -> datetime.datetime:
    """The first moment from this one on that a booking may start at."""
    midnight = moment(timezone.localtime(when).date())
    passed = (when - midnight) / MINUTE
    return midnight + -(-passed // step) * step * MINUTE


def timetables(
    rooms: Iterable[Room], begin: datetime.datetime, end: datetime.datetime, besides: Occupancy | None = None
) -> list[Timetable]:
    """Of these rooms over [begin, end), in two queries however much is booked, and whatever was in the past.

    `besides`: a booking that is to be changed and does not stand in its own way.
    """
    rooms = list(rooms)
    first = timezone.localtime(begin).date()
    days = (timezone.localtime(end).date() - first).days + 1
    hours, taken = defaultdict(list), defaultdict(list)
    for each in OpeningHours.objects.filter(room__in=rooms):
        hours[each.room_id].append(each)
    tidied = end + max((room.turn_around_minutes for room in rooms), default=0) * MINUTE
    standing = Occupancy.objects.filter(room__in=rooms).live().between(begin, tidied).order_by("starts_at")
    standing = standing.exclude(pk=besides.pk) if besides else standing
    for room, starts_at, blocked_until, kind in standing.values_list("room", "starts_at", "blocked_until", "kind"):
        taken[room].append(Taking(starts_at, blocked_until, kind == CLOSURE))
    return [Timetable(room, open_spans(hours[room.pk], first, days), taken[room.pk]) for room in rooms]
