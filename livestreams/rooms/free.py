"""What is free next, over the rooms that somebody's teams may use."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from livestreams.rooms.models import Engagement, FairUse, Occupancy, Room
from livestreams.rooms.rules import horizon, may_use
from livestreams.rooms.timetables import MINUTE, timetables
from livestreams.teams.models import Team
from zhunong.access.models import User

STILL_ON_TIME = datetime.timedelta(minutes=10)
"""A start is offered until so long after it."""
ALTERNATIVES = 5
AROUND = datetime.timedelta(days=4)
ELSEWHERE = datetime.timedelta(minutes=20)
"""Another room at the same time is as near as this shift of time in the same room."""


@dataclass
class Start:
    """A time at which one or several rooms are free for a length."""

    starts_at: datetime.datetime
    ends_at: datetime.datetime
    rooms: list[Room] = field(default_factory=list)

    @property
    def day(self) -> datetime.date:
        return timezone.localtime(self.starts_at).date()


@dataclass
class Search:
    """Who looks for what: the rooms of the teams' townships, in few queries whatever is booked.

    `person`: whose other events are left out. `besides`: a booking that is to be changed. `now`: for tests.
    """

    teams: Sequence[Team]
    person: User | None = None
    now: datetime.datetime = field(default_factory=timezone.now)
    besides: Occupancy | None = None

    def __post_init__(self) -> None:
        townships = {team.township_id for team in self.teams}
        rooms = Room.objects.in_use().filter(township__in=townships).select_related("team")
        switches = {each.township_id: each for each in FairUse.objects.filter(township__in=townships)}
        self.switches = {pk: switches.get(pk) or FairUse(township_id=pk) for pk in townships}
        self.rooms = [room for room in rooms if self.teams_for(room, self.now + datetime.timedelta(minutes=1))]

    def teams_for(self, room: Room, starts_at: datetime.datetime) -> list[Team]:
        """Which of the teams may book a room for then."""
        fair_use = self.switches[room.township_id]
        own = [team for team in self.teams if team.township_id == room.township_id]
        return [team for team in own if may_use(room, team.pk, starts_at, fair_use, self.now)]

    @property
    def lengths(self) -> list[int]:
        """Minutes, over all these rooms."""
        return sorted({length for room in self.rooms for length in room.length_choices})

    def starts(
        self, minutes: int, begin: datetime.datetime | None = None, end: datetime.datetime | None = None,
        rooms: Iterable[Room] | None = None,
    ) -> list[Start]:  # fmt: skip
        """Free starts in [begin, end), by default from now to the horizon, each with its rooms."""
        rooms = [room for room in (self.rooms if rooms is None else rooms) if minutes in room.length_choices]
        on_time = self.now - STILL_ON_TIME
        earliest = max(begin or on_time, on_time)
        latest = min(end or horizon_of(rooms, self.now), horizon_of(rooms, self.now))
        found: dict[datetime.datetime, Start] = {}
        for timetable in timetables(rooms, earliest, latest + minutes * MINUTE, self.besides) if rooms else ():
            room = timetable.room
            for starts_at in timetable.starts(minutes, earliest, min(latest, horizon(room, self.now))):
                if self.teams_for(room, starts_at):
                    start = found.setdefault(starts_at, Start(starts_at, starts_at + minutes * MINUTE))
                    start.rooms.append(room)
        busy = self.engagements(earliest, latest)
        return [found[key] for key in sorted(found) if not overlaps(busy, found[key])]

    def engagements(self, begin: datetime.datetime, end: datetime.datetime) -> list[tuple]:
        """When the person is in another event."""
        if not self.person:
            return []
        own = Engagement.objects.filter(person=self.person, starts_at__lt=end, ends_at__gt=begin)
        own = own.exclude(occupancy=self.besides, occupancy__isnull=False) if self.besides else own
        standing = Q(occupancy=None) | Q(occupancy__in=Occupancy.objects.live(self.now))
        return list(own.filter(standing).values_list("starts_at", "ends_at"))

    def near(self, room: Room | None, starts_at: datetime.datetime, minutes: int) -> list[Start]:
        """The nearest free times to one that is taken, one room each: the same room first, then the others."""
        begin, end = starts_at - AROUND, starts_at + AROUND
        single = [
            Start(start.starts_at, start.ends_at, [each])
            for start in self.starts(minutes, begin, end)
            for each in start.rooms
        ]
        return sorted(single, key=lambda start: distance(start, room, starts_at))[:ALTERNATIVES]


def distance(start: Start, room: Room | None, wanted: datetime.datetime) -> datetime.timedelta:
    """How far a free time is from the wanted one."""
    shift = abs(start.starts_at - wanted)
    return shift if start.rooms[0] == room else shift + ELSEWHERE


def horizon_of(rooms: Sequence[Room], now: datetime.datetime) -> datetime.datetime:
    return max((horizon(room, now) for room in rooms), default=now)


def overlaps(busy: Iterable[tuple], start: Start) -> bool:
    return any(begin < start.ends_at and end > start.starts_at for begin, end in busy)
