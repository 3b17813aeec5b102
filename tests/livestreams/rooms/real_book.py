"""The booking book as `PlainActs` knows it: the same acts by the same names, on the database."""

import datetime
from dataclasses import dataclass

from livestreams.rooms import booking, changing, closing, series, waiting
from livestreams.rooms.booking import Order
from livestreams.rooms.changing import Hand
from livestreams.rooms.models import Occupancy, Room, Wish
from livestreams.rooms.refusals import Refused
from livestreams.teams.models import Team
from tests.livestreams.rooms.builders import NOW, Centre
from zhunong.access.models import User

MINUTE = datetime.timedelta(minutes=1)


@dataclass
class RealBook:
    """Rooms, teams and people by their names in `Centre`, rows by their number."""

    centre: Centre
    now: datetime.datetime = NOW

    def do(self, act: str, *arguments: object) -> bool:
        try:
            getattr(self, act)(*arguments)
        except Refused as refused:
            assert refused.sentence
            return False
        return True

    def room(self, name: str | None) -> Room | None:
        return getattr(self.centre, name) if name else None

    def person(self, name: str) -> User:
        return getattr(self.centre, name)

    def team(self, name: str) -> Team:
        return getattr(self.centre, name)

    def row(self, number: int) -> Occupancy:
        return Occupancy.objects.select_related("room").order_by("pk")[number]

    def hand(self, by: str | None = None) -> Hand:
        return Hand(self.person(by) if by else None, now=self.now)

    def book(self, room: str, team: str, begin: datetime.datetime, length: int, by: str, who: list[str]) -> None:
        order = Order(self.room(room), self.team(team), begin, length, people=[self.person(name) for name in who])
        booking.book(order, self.person(by), self.now)

    def hold(self, room: str, begin: datetime.datetime, length: int, by: str) -> None:
        booking.hold(Order(self.room(room), None, begin, length), self.person(by), self.now)

    def confirm(self, number: int, team: str, by: str) -> None:
        booking.confirm(self.row(number), self.team(team), self.person(by), now=self.now)

    def accept(self, number: int, by: str) -> None:
        booking.accept(self.row(number), self.person(by), now=self.now)

    def let_go(self, number: int) -> None:
        booking.let_go(self.row(number), None, self.now)

    def change(self, number: int, room: str, begin: datetime.datetime, length: int) -> None:
        changing.change(self.row(number), self.room(room), begin, begin + length * MINUTE, self.hand())

    def cancel(self, number: int) -> None:
        changing.cancel(self.row(number), self.hand())

    def give(self, number: int, team: str) -> None:
        changing.give(self.row(number), self.team(team), self.hand())

    def decide(self, number: int, is_granted: bool) -> None:
        changing.decide(self.row(number), is_granted, self.hand())

    def be_there(self, number: int) -> None:
        changing.note_presence(self.row(number), self.hand())

    def close(self, room: str, begin: datetime.datetime, length: int) -> None:
        closing.close([self.room(room)], begin, begin + length * MINUTE, self.hand())

    def reopen(self, number: int) -> None:
        closing.reopen(self.row(number), self.hand())

    def wait_for(self, team: str, room: str | None, begin: datetime.datetime, length: int) -> None:
        waiting.wait_for(self.team(team), self.room(room), begin, length, self.centre.member, now=self.now)

    def stop_waiting(self, number: int) -> None:
        waiting.stop_waiting(Wish.objects.order_by("pk")[number], self.centre.member, self.now)

    def repeat(self, number: int, weeks: int, by: str) -> None:
        series.repeat(self.row(number), weeks, self.hand(by))

    def cancel_series(self, number: int, is_all: bool) -> None:
        series.cancel_series(self.row(number), series.Reach.ALL if is_all else series.Reach.LATER, self.hand())

    def told(self) -> tuple[list, list]:
        """Every row that ever was with all that was done to it, and every wish."""
        rows = Occupancy.objects.order_by("pk").select_related("room", "team")
        kept = [
            (row.room.name, row.kind, row.team and row.team.slug, row.starts_at, row.ends_at, row.blocked_until,
             row.ended, row.ended or row.expires_at, row.counted_minutes,
             sorted(each.person.username for each in row.engagements.all()),
             [each.act for each in sorted(row.changes.all(), key=lambda change: change.pk)])
            for row in rows.prefetch_related("engagements__person", "changes")
        ]  # fmt: skip
        return kept, list(Wish.objects.order_by("pk").values_list("team__slug", "starts_at", "ends_at", "state"))
