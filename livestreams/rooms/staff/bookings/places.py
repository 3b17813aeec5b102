"""Where a booking may go: a room, a start and a length."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from livestreams.rooms.free import Search
from livestreams.rooms.models import Occupancy, Room
from livestreams.rooms.timetables import MINUTE
from livestreams.rooms.words import span_words
from livestreams.teams.models import Team


@dataclass(frozen=True)
class Place:
    """A room for some minutes from a moment on."""

    room: Room
    starts_at: datetime.datetime
    minutes: int

    @property
    def ends_at(self) -> datetime.datetime:
        return self.starts_at + self.minutes * MINUTE

    @property
    def key(self) -> str:
        """As a button of a form sends it."""
        return f"{self.room.pk}|{timezone.localtime(self.starts_at):%Y-%m-%d|%H:%M}|{self.minutes}"

    def __str__(self) -> str:
        row = Occupancy(room=self.room, starts_at=self.starts_at, ends_at=self.ends_at)
        return f"{span_words(row)} {self.room}"


def nearest(team: Team, wanted: Place, row: Occupancy | None = None) -> list[Place]:
    """The free places of a team nearest to one that is taken. A length that no room has becomes the next longer one.

    `row`: a booking that is to be moved and does not stand in its own way.
    """
    search = Search([team], besides=row)
    longer = [length for length in search.lengths if length >= wanted.minutes]
    minutes = min(longer, default=max(search.lengths, default=wanted.minutes))
    found = search.near(wanted.room, wanted.starts_at, minutes)
    places = [Place(start.rooms[0], start.starts_at, minutes) for start in found]
    return [place for place in places if not row or place != Place(row.room, row.starts_at, row.minutes)]
