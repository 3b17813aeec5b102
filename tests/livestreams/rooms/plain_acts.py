"""What people do with the plain book: each act is accepted as a whole, or raises `No` and has done nothing."""

import copy
import datetime
from collections.abc import Sequence

from tests.livestreams.rooms.plain_book import BOOKED, HOLD_STANDS, MOST_WISHES, No, PlainBook, Row, Wish, kind_in

WEEK = datetime.timedelta(7)
QUARTER = datetime.timedelta(minutes=15)
Moment = datetime.datetime


class PlainActs(PlainBook):
    def do(self, act: str, *arguments: object) -> bool:
        """Whether it is accepted."""
        before = copy.deepcopy(self.__dict__)
        try:
            self.settle()
            getattr(self, act)(*arguments)
            self.offer_what_fell_free()
        except No:
            self.__dict__ = before
            return False
        return True

    def alive(self, number: int) -> Row:
        if self.rows[number].ended:
            raise No("ended")
        return self.rows[number]

    def changeable(self, row: Row) -> Row:
        if row.kind not in BOOKED or row.ended or row.end <= self.now:
            raise No("over")
        return row

    def book(self, room: str, team: str, begin: Moment, minutes: int, by: str, people: Sequence[str]) -> Row:
        row = Row(room, kind_in(room), team, begin, begin + datetime.timedelta(minutes=minutes), by, self.now)
        self.check(row)
        self.place(row)
        self.engage(row, people)
        row.acts.append(made(row))
        return row

    def hold(self, room: str, begin: Moment, minutes: int, by: str) -> None:
        end = begin + datetime.timedelta(minutes=minutes)
        self.place(Row(room, "hold", None, begin, end, by, self.now, expires=self.now + HOLD_STANDS))

    def confirm(self, number: int, team: str, by: str) -> None:
        row = self.rows[number]
        if row.by != by or row.kind != "hold" and row.team != team:
            raise No("another's")
        if row.kind == "hold":
            self.keep(self.alive(number), team, by, [])

    def accept(self, number: int, by: str) -> None:
        row = self.rows[number]
        if row.kind in BOOKED and not row.ended:
            return
        self.keep(self.alive(number), row.team, by, [])
        row.wish.state = "taken"

    def keep(self, row: Row, team: str, by: str, people: Sequence[str]) -> None:
        row.team, row.kind, row.by, row.booked_at = team, kind_in(row.room), by, self.now
        self.check(row)
        self.place(row)
        self.engage(row, people)
        row.acts.append(made(row))

    def let_go(self, number: int) -> None:
        row = self.rows[number]
        if not row.ended and row.kind in ("hold", "offer"):
            self.end(row, "cancelled")

    def change(self, number: int, room: str, begin: Moment, minutes: int) -> None:
        row = self.changeable(self.alive(number))
        before, end = copy.copy(row), begin + datetime.timedelta(minutes=minutes)
        if (row.room, row.begin, row.end) == (room, begin, end):
            return
        row.room, row.begin, row.end = room, begin, end
        row.present = row.present and before.begin == begin
        row.kind = row.kind if before.room == room else kind_in(room)
        self.check(row, before)
        self.place(row, before)
        is_moved = (before.room, before.begin) != (room, begin)
        row.acts.append("moved" if is_moved else "extended" if end > before.end else "shortened")

    def cancel(self, number: int) -> None:
        self.call_off(self.rows[number])

    def call_off(self, row: Row, how: str = "cancelled") -> None:
        if not row.ended:
            self.end(self.changeable(row), how)
            row.acts.append(how)

    def give(self, number: int, team: str) -> None:
        row = self.changeable(self.alive(number))
        if row.team == team:
            return
        row.team, row.series, row.counted, row.booked_at = team, 0, 0, self.now
        self.check(row)
        self.place(row, copy.copy(row))
        row.people = []
        row.acts.append("given")

    def decide(self, number: int, is_granted: bool) -> None:
        row = self.alive(number)
        if row.kind == "booking" and is_granted:
            return
        if row.kind != "request":
            raise No("decided")
        if not is_granted:
            return self.call_off(row, "declined")
        row.kind = "booking"
        row.expires = self.expiry(row)
        row.acts.append("confirmed")

    def be_there(self, number: int) -> None:
        row = self.changeable(self.alive(number))
        if row.kind != "booking" or row.begin - QUARTER > self.now:
            raise No("too early")
        if not row.present:
            row.present, row.expires = True, None
            row.acts.append("present")

    def close(self, room: str, begin: Moment, minutes: int) -> None:
        end = begin + datetime.timedelta(minutes=minutes)
        for row in [each for each in self.standing(room) if each.begin < end and each.end > begin]:
            if row.kind == "closure":
                raise No("closed")
            if row.kind in BOOKED:
                self.call_off(row)
            else:
                self.end(row, "cancelled")
                if row.wish:
                    row.wish.state = "waiting"
        self.place(Row(room, "closure", None, begin, end))
        self.rows[-1].acts.append("closed")

    def reopen(self, number: int) -> None:
        row = self.rows[number]
        if row.kind == "closure" and not row.ended:
            self.end(row, "cancelled")
            row.acts.append("opened")

    def wait_for(self, team: str, room: str | None, begin: Moment, minutes: int) -> None:
        wish = Wish(team, room, begin, begin + datetime.timedelta(minutes=minutes))
        own = [each for each in self.wishes if each.team == team and each.state in ("waiting", "offered")]
        if any((each.begin, each.end) == (wish.begin, wish.end) for each in own):
            return
        possible = [each for each in self.offers(wish) if self.can_be_had(each)]
        if len(own) >= MOST_WISHES or not possible or any(map(self.is_free, possible)):
            raise No("nothing to wait for")
        self.wishes.append(wish)

    def can_be_had(self, row: Row) -> bool:
        try:
            self.check(row)
        except No:
            return False
        return True

    def stop_waiting(self, number: int) -> None:
        wish = self.wishes[number]
        for row in list(self.standing()):
            if row.wish is wish and row.kind == "offer":
                self.end(row, "cancelled")
        if wish.state in ("waiting", "offered"):
            wish.state = "left"

    def repeat(self, number: int, weeks: int, by: str) -> None:
        first = self.changeable(self.alive(number))
        if first.series:
            raise No("repeats already")
        first.series = number + 1
        for shift in (WEEK * number for number in range(1, weeks)):
            self.add_day(first, first.begin + shift, by)

    def add_day(self, first: Row, begin: Moment, by: str) -> None:
        before = copy.deepcopy((self.rows, self.wishes))
        try:
            self.book(first.room, first.team, begin, first.minutes, by, first.people)
        except No:
            restore(self, before)
            end = begin + datetime.timedelta(minutes=first.minutes)
            skipped = Row(first.room, kind_in(first.room), first.team, begin, end, by, ended="skipped", blocked=end)
            self.rows.append(skipped)
            skipped.acts.append("skipped")
        self.rows[-1].series = first.series

    def cancel_series(self, number: int, is_all: bool) -> None:
        row = self.alive(number)
        if not row.series:
            return self.call_off(row)
        for day in [each for each in self.standing() if each.series == row.series and each.end > self.now]:
            if day.kind in BOOKED and (is_all or day.begin >= row.begin):
                self.call_off(day)


def restore(book: PlainBook, before: tuple[list[Row], list[Wish]]) -> None:
    """The rows as they were, each the same object still."""
    for now, was in zip((*book.rows, *book.wishes), (*before[0], *before[1]), strict=False):
        wish = getattr(now, "wish", None)
        now.__dict__ = was.__dict__ | ({"wish": wish} if wish else {})
    del book.rows[len(before[0]) :]


def made(row: Row) -> str:
    return "requested" if row.kind == "request" else "booked"
