"""Booking a room for a team: at once, after a question, or by a request."""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from livestreams.rooms.changing import kind_in
from livestreams.rooms.ledger import Act, Ended, Kind, Ledger, writing
from livestreams.rooms.models import Occupancy, Room, Wish
from livestreams.rooms.models.occupancies import Purpose
from livestreams.rooms.refusals import Refused, Taken
from livestreams.rooms.timetables import MINUTE
from livestreams.teams.models import Team
from zhunong.access.models import User

HOLD_STANDS = datetime.timedelta(minutes=5)
"""How long a time is kept for somebody who is asked which team it is for."""


@dataclass(frozen=True)
class Order:
    """What somebody asks for. `key` is the form's: sent again, it gives the first booking."""

    room: Room
    team: Team | None
    starts_at: datetime.datetime
    minutes: int
    purpose: str = Purpose.LIVE
    people: Sequence[User] = ()
    """Who comes; each is in one event at a time."""
    key: uuid.UUID | None = None
    of_the_office: bool = False
    """Staff and room managers are bound by the room alone, not by the house rules."""

    def row(self, by: User | None, now: datetime.datetime) -> Occupancy:
        ends_at = self.starts_at + self.minutes * MINUTE
        return Occupancy(
            room=self.room, team=self.team, kind=self.kind, starts_at=self.starts_at, ends_at=ends_at,
            purpose=self.purpose, booked_by=by, booked_at=now, key=self.key,
        )  # fmt: skip

    @property
    def kind(self) -> Kind:
        return Kind.BOOKING if self.of_the_office else kind_in(self.room)


def book(order: Order, by: User | None, now: datetime.datetime | None = None) -> Occupancy:
    """A booking, or a request where the room wants a yes. Raises Refused with nothing written."""
    with writing(order.room.township_id, by, now) as ledger:
        return sent_before(order, by) or enter(ledger, order)


def enter(ledger: Ledger, order: Order) -> Occupancy:
    """The same in a book that is open."""
    row = order.row(ledger.by, ledger.now)
    if not order.of_the_office:
        ledger.check(row)
    ledger.place(row)
    ledger.engage(row, order.people)
    ledger.record(row, Act.REQUESTED if row.kind == Kind.REQUEST else Act.BOOKED, after=str(row))
    return row


def sent_before(order: Order, by: User | None) -> Occupancy | None:
    """What a first sending of the same form made. Raises Refused where somebody else sent it."""
    row = Occupancy.objects.filter(key=order.key).select_related("room", "team").first() if order.key else None
    if row and row.booked_by != by:
        raise Refused(_("This page is out of date. Open it again."))
    return row


def hold(order: Order, by: User, now: datetime.datetime | None = None) -> Occupancy:
    """Keep a time for a few minutes while its booker is asked something. A person holds one time at most."""
    with writing(order.room.township_id, by, now) as ledger:
        if row := sent_before(order, by):
            return row
        row = order.row(by, ledger.now)
        row.kind, row.team, row.expires_at = Kind.HOLD, None, ledger.now + HOLD_STANDS
        return ledger.place(row)


def confirm(
    held: Occupancy, team: Team, by: User, people: Sequence[User] = (), now: datetime.datetime | None = None
) -> Occupancy:
    """Make a hold a booking of the team's. Asked twice, it is one. Raises Taken where the hold ran out."""
    with writing(held.room.township_id, by, now) as ledger:
        row = ledger.get(held.pk)
        if row.booked_by != by or row.kind != Kind.HOLD and row.team != team:
            raise Taken(row)
        if row.kind != Kind.HOLD:
            return row
        return settle_on(ledger, ledger.standing(row.pk), team, people)


def accept(
    offered: Occupancy, by: User, people: Sequence[User] = (), now: datetime.datetime | None = None
) -> Occupancy:
    """Make an offer of the waiting list a booking of the team that waited. Raises Taken where the offer ran out."""
    with writing(offered.room.township_id, by, now) as ledger:
        row = ledger.get(offered.pk)
        if row.kind in (Kind.BOOKING, Kind.REQUEST) and not row.ended:
            return row
        assert row.team
        row = settle_on(ledger, ledger.standing(row.pk), row.team, people)
        assert row.wish
        Wish.objects.filter(pk=row.wish.pk).update(state=Wish.State.TAKEN)
        return row


def settle_on(ledger: Ledger, row: Occupancy, team: Team, people: Sequence[User]) -> Occupancy:
    """Turn what is kept into what stands, where it stands."""
    order = Order(row.room, team, row.starts_at, row.minutes, row.purpose, people)
    row.team, row.kind, row.booked_by, row.booked_at = team, order.kind, ledger.by, ledger.now
    ledger.check(row)
    ledger.place(row)
    ledger.engage(row, people)
    ledger.record(row, Act.REQUESTED if row.kind == Kind.REQUEST else Act.BOOKED, after=str(row))
    return row


def let_go(kept: Occupancy, by: User, now: datetime.datetime | None = None) -> None:
    """Give up a hold or an offer before it runs out."""
    with writing(kept.room.township_id, by, now) as ledger:
        row = ledger.get(kept.pk)
        if not row.ended and row.kind in (Kind.HOLD, Kind.OFFER):
            ledger.end(row, Ended.CANCELLED)
