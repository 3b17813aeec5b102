"""Closing rooms for a time, a day without power among it: one step calls off what stands there."""

import datetime
from collections.abc import Iterable

from livestreams.rooms import offers
from livestreams.rooms.changing import OF_TEAMS, Hand, call_off
from livestreams.rooms.ledger import Act, Ended, Kind, Ledger, writing
from livestreams.rooms.models import Occupancy, Room
from livestreams.rooms.refusals import Refused


def hit_by(rooms: Iterable[Room], begin: datetime.datetime, end: datetime.datetime) -> list[Occupancy]:
    """The bookings and requests that a closure would call off: the turn-around of one that ends before is no matter."""
    standing = Occupancy.objects.filter(room__in=list(rooms), kind__in=OF_TEAMS, starts_at__lt=end, ends_at__gt=begin)
    return list(standing.live().select_related("room", "team"))


def close(rooms: Iterable[Room], begin: datetime.datetime, end: datetime.datetime, hand: Hand) -> list[Occupancy]:
    """Close rooms of one township. Returns the bookings called off, each with the reason; their teams are told."""
    rooms = list(rooms)
    called_off: list[Occupancy] = []
    with writing(rooms[0].township_id, hand.by, hand.now) as ledger:
        for room in rooms:
            called_off += make_way(ledger, room, begin, end, hand)
            row = Occupancy(
                room=room, kind=Kind.CLOSURE, starts_at=begin, ends_at=end, note=hand.reason, booked_by=hand.by,
                booked_at=ledger.now,
            )  # fmt: skip
            ledger.place(row)
            ledger.record(row, Act.CLOSED, after=str(row), reason=hand.reason)
    return called_off


def make_way(
    ledger: Ledger, room: Room, begin: datetime.datetime, end: datetime.datetime, hand: Hand
) -> list[Occupancy]:
    """What stands in the way of a closure: bookings are called off, what is only kept falls free."""
    standing = Occupancy.objects.filter(room=room, ended="", starts_at__lt=end, ends_at__gt=begin)
    called_off = []
    for row in standing.select_related("room", "team", "wish"):
        if row.kind == Kind.CLOSURE:
            raise Refused(f"{row.room}: {row.note}")
        if row.kind in OF_TEAMS:
            called_off.append(call_off(ledger, row, hand))
        else:
            ledger.end(row, Ended.CANCELLED, hand.reason)
            offers.wait_again(row)
    return called_off


def reopen(closure: Occupancy, hand: Hand) -> None:
    """The room is open again; what was called off stays so."""
    with writing(closure.room.township_id, hand.by, hand.now) as ledger:
        row = ledger.get(closure.pk)
        if row.kind == Kind.CLOSURE and not row.ended:
            ledger.end(row, Ended.CANCELLED)
            ledger.record(row, Act.OPENED, before=str(row))
