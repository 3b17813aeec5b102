"""The booking book as plain lists: what must be accepted, what must be refused, and what then stands.

Written from the rules as they are told (issue 4), without a database; `test_any_order.py` compares the two.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

TEAM_ROOM, FREE_ROOM, ASKED_ROOM = ROOMS = ("left", "right", "training")
OURS = "ours"
BOOKED = ("booking", "request")
TURN_AROUND, STEP, DAY = (datetime.timedelta(minutes=number) for number in (15, 30, 24 * 60))
PATIENCE = datetime.timedelta(minutes=15)
HOLD_STANDS, OFFER_STANDS, REQUEST_STANDS = (datetime.timedelta(minutes=number) for number in (5, 20, 48 * 60))
LENGTHS = (60, 90, 120, 180)
MOST_WISHES = 5
Moment = datetime.datetime


class No(Exception):
    """Refused."""


@dataclass
class Row:
    room: str
    kind: str
    team: str | None
    begin: Moment
    end: Moment
    by: str | None = None
    booked_at: Moment | None = None
    blocked: Moment | None = None
    expires: Moment | None = None
    ended: str = ""
    counted: int = 0
    people: list[str] = field(default_factory=list)
    series: int = 0
    present: bool = False
    wish: "Wish | None" = None
    acts: list[str] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        return int((self.end - self.begin).total_seconds() // 60)


@dataclass
class Wish:
    team: str
    room: str | None
    begin: Moment
    end: Moment
    state: str = "waiting"


@dataclass
class PlainBook:
    now: Moment
    hours: int | None = None
    opens_reserved: bool = False
    releases_unused: bool = False
    rows: list[Row] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    has_freed: bool = False

    # ---- what stands -----------------------------------------------------------------------------------------------

    def standing(self, room: str | None = None) -> Iterator[Row]:
        return (row for row in self.rows if not row.ended and room in (None, row.room))

    def blocked_until(self, row: Row) -> Moment:
        closures = [each.begin for each in self.standing(row.room) if each.kind == "closure" and each.begin >= row.end]
        return row.end if row.kind == "closure" else min([row.end + TURN_AROUND, *closures])

    def is_free(self, row: Row) -> bool:
        until = self.blocked_until(row)
        others = (each for each in self.standing(row.room) if each is not row)
        return not any(each.begin < until and each.blocked > row.begin for each in others)

    # ---- the rules -------------------------------------------------------------------------------------------------

    def may_use(self, room: str, team: str, begin: Moment) -> bool:
        opens = begin.replace(hour=0, minute=0) - DAY
        return room != TEAM_ROOM or team == OURS or (self.opens_reserved and self.now >= opens)

    def check(self, row: Row, before: Row | None = None) -> None:
        keeps = before and (before.begin, before.room) == (row.begin, row.room)
        if not keeps and row.begin <= self.now - STEP or row.end <= self.now:
            raise No("past")
        if not before and row.minutes not in LENGTHS:
            raise No("length")
        if not self.may_use(row.room, row.team, row.begin):
            raise No("team")
        if self.hours and self.count(row, before) > max(self.left(row), self.in_week(before, row)):
            raise No("hours")

    def count(self, row: Row, before: Row | None) -> int:
        if row.begin - self.now > DAY:
            return row.minutes
        return min(before.counted, row.minutes) if before and before.begin == row.begin else 0

    def left(self, row: Row) -> int:
        used = (e.counted for e in self.standing() if e.team == row.team and week(e) == week(row) and e is not row)
        return self.hours * 60 - sum(used)

    def in_week(self, before: Row | None, row: Row) -> int:
        return before.counted if before and week(before) == week(row) else 0

    # ---- writing ---------------------------------------------------------------------------------------------------

    def place(self, row: Row, before: Row | None = None) -> None:
        row.blocked = self.blocked_until(row)
        if row.kind == "closure":
            for each in self.standing(row.room):
                if each is not row and each.end <= row.begin < each.blocked:
                    each.blocked = row.begin
        elif row.by:
            for each in self.standing():
                if each is not row and each.kind == "hold" and each.by == row.by:
                    each.ended, self.has_freed = "cancelled", True
        if not self.is_free(row):
            raise No("taken")
        if row.kind in BOOKED:
            row.counted = self.count(row, before)
        row.expires = self.expiry(row)
        if not any(each is row for each in self.rows):
            self.rows.append(row)
        if before:
            self.has_freed = True
            self.engage(row, row.people)

    def expiry(self, row: Row) -> Moment | None:
        if row.kind == "booking":
            return max(row.begin, self.now) + PATIENCE if self.releases_unused and not row.present else None
        if row.kind == "request":
            return max(min(row.booked_at + REQUEST_STANDS, row.begin), self.now + datetime.timedelta(minutes=1))
        return row.expires

    def engage(self, row: Row, people: Sequence[str]) -> None:
        others = [each for each in self.standing() if each is not row and set(each.people) & set(people)]
        if any(each.begin < row.end and each.end > row.begin for each in others):
            raise No("elsewhere")
        row.people = list(people)

    def end(self, row: Row, how: str) -> None:
        row.ended, row.expires, row.people, self.has_freed = how, None, [], True
        if row.kind == "offer":
            row.wish.state = {"expired": "missed", "cancelled": "left"}[how]
        if row.kind == "closure":
            self.tidy_before(row)

    def tidy_before(self, closure: Row) -> None:
        for row in self.standing(closure.room):
            if row.kind != "closure" and row.blocked == closure.begin:
                following = [e.begin for e in self.standing(row.room) if e.begin >= closure.begin]
                row.blocked = min([self.blocked_until(row), *following])

    def settle(self) -> None:
        for row in [each for each in self.standing() if each.expires and each.expires <= self.now]:
            how = "released" if row.kind == "booking" else "expired"
            self.end(row, how)
            row.acts += [how] * (row.kind != "hold")
        self.offer_what_fell_free()

    def offer_what_fell_free(self) -> None:
        if not self.has_freed:
            return
        self.has_freed = False
        for wish in [each for each in self.wishes if each.state == "waiting"]:
            if wish.begin <= self.now:
                wish.state = "over"
            elif offer := next(filter(self.can_be_offered, self.offers(wish)), None):
                wish.state = "offered"
                self.place(offer)
                offer.acts.append("offered")
        self.has_freed = False

    def offers(self, wish: Wish) -> Iterator[Row]:
        expires = min(self.now + OFFER_STANDS, wish.begin)
        for room in [wish.room] if wish.room else ROOMS:
            yield Row(room, "offer", wish.team, wish.begin, wish.end, expires=expires, wish=wish)

    def can_be_offered(self, row: Row) -> bool:
        try:
            self.check(row)
        except No:
            return False
        return self.is_free(row)


def week(row: Row) -> datetime.date:
    return row.begin.date() - datetime.timedelta(row.begin.weekday())


def kind_in(room: str) -> str:
    return "request" if room == ASKED_ROOM else "booking"
