"""Changing a booking that stands: its time, its room, its team, who comes, and whether it is at all."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from livestreams.rooms.ledger import Act, Ended, Kind, Ledger, writing
from livestreams.rooms.models import Occupancy, Room
from livestreams.rooms.refusals import Refused
from livestreams.teams.models import Team
from zhunong.access.models import User

OF_TEAMS = (Kind.BOOKING, Kind.REQUEST)


@dataclass(frozen=True)
class Hand:
    """Whose hand changes something. The office is not bound by the house rules, and has to tell the team why."""

    by: User | None
    of_the_office: bool = False
    reason: str = ""
    now: datetime.datetime | None = None


def change(
    row: Occupancy, room: Room, starts_at: datetime.datetime, ends_at: datetime.datetime, hand: Hand
) -> Occupancy:
    """Another time or room, longer or shorter. Raises Refused; then the booking stands as it was."""
    with writing(row.room.township_id, hand.by, hand.now) as ledger:
        return put(ledger, ledger.standing(row.pk), room, starts_at, ends_at, hand)


def put(
    ledger: Ledger, row: Occupancy, room: Room, starts_at: datetime.datetime, ends_at: datetime.datetime, hand: Hand
) -> Occupancy:
    """The same in a book that is open."""
    refuse_unless_changeable(ledger, row)
    before, was = ledger.get(row.pk), str(row)
    if (before.room_id, before.starts_at, before.ends_at) == (room.pk, starts_at, ends_at):
        return row
    row.room, row.starts_at, row.ends_at = room, starts_at, ends_at
    row.is_untold = row.is_untold or hand.of_the_office
    if before.starts_at != starts_at:
        row.present_at = None
    if not hand.of_the_office and before.room_id != room.pk:
        row.kind = kind_in(room)
    if not hand.of_the_office:
        ledger.check(row, before)
    ledger.place(row, before)
    ledger.record(row, act_of(before, row), was, str(row), hand.reason)
    return row


def kind_in(room: Room) -> Kind:
    """What a team's own booking of a room is."""
    return Kind.REQUEST if room.access == Room.Access.BY_REQUEST else Kind.BOOKING


def act_of(before: Occupancy, after: Occupancy) -> Act:
    if (before.room_id, before.starts_at) != (after.room_id, after.starts_at):
        return Act.MOVED
    return Act.EXTENDED if after.ends_at > before.ends_at else Act.SHORTENED


def refuse_unless_changeable(ledger: Ledger, row: Occupancy) -> None:
    if row.kind not in OF_TEAMS or row.ended or row.ends_at <= ledger.now:
        raise Refused(_("This booking is over or cancelled: nothing was changed."))


def cancel(row: Occupancy, hand: Hand) -> Occupancy:
    """Its time is free at once, and its hours are the team's again. Cancelled twice, it is cancelled."""
    with writing(row.room.township_id, hand.by, hand.now) as ledger:
        return call_off(ledger, ledger.get(row.pk), hand)


def call_off(ledger: Ledger, row: Occupancy, hand: Hand, how: Ended = Ended.CANCELLED) -> Occupancy:
    """The same in a book that is open."""
    if row.ended:
        return row
    refuse_unless_changeable(ledger, row)
    row.is_untold = hand.of_the_office
    ledger.end(row, how, hand.reason)
    ledger.record(row, Act(how.value), before=str(row), reason=hand.reason)
    return row


def give(row: Occupancy, team: Team, hand: Hand) -> Occupancy:
    """Another team has it from now on, on its own hours. Raises Refused where that team may not."""
    with writing(row.room.township_id, hand.by, hand.now) as ledger:
        row = ledger.standing(row.pk)
        refuse_unless_changeable(ledger, row)
        if row.team == team:
            return row
        before, was = ledger.get(row.pk), row.team
        row.team, row.series = team, None
        row.counted_minutes, before.counted_minutes, row.booked_at = 0, 0, ledger.now
        if not hand.of_the_office:
            ledger.check(row)
        ledger.place(row, before)
        ledger.engage(row, [])
        ledger.record(row, Act.GIVEN, str(was), str(team), hand.reason)
        return row


def set_people(row: Occupancy, people: Sequence[User], hand: Hand) -> Occupancy:
    """Who comes. Raises Elsewhere where one of them is in another event then."""
    with writing(row.room.township_id, hand.by, hand.now) as ledger:
        row = ledger.standing(row.pk)
        refuse_unless_changeable(ledger, row)
        ledger.engage(row, people)
        ledger.record(row, Act.PEOPLE, after=", ".join(str(each) for each in people)[:100])
        return row


def note_presence(row: Occupancy, hand: Hand) -> Occupancy:
    """我们在: the team is there. It may be told from 15 minutes before the start on."""
    with writing(row.room.township_id, hand.by, hand.now) as ledger:
        row = ledger.standing(row.pk)
        refuse_unless_changeable(ledger, row)
        if row.kind != Kind.BOOKING or row.starts_at - datetime.timedelta(minutes=15) > ledger.now:
            raise Refused(_("Say so from 15 minutes before the start on."))
        if not row.present_at:
            row.present_at, row.expires_at = ledger.now, None
            row.save(update_fields=["present_at", "expires_at"])
            ledger.record(row, Act.PRESENT)
        return row


def decide(row: Occupancy, is_granted: bool, hand: Hand) -> Occupancy:
    """A yes or no to a request. It held its time while it waited: a yes cannot collide."""
    with writing(row.room.township_id, hand.by, hand.now) as ledger:
        row = ledger.standing(row.pk)
        if row.kind == Kind.BOOKING and is_granted:
            return row
        if row.kind != Kind.REQUEST:
            raise Refused(_("This request was decided already."))
        if not is_granted:
            return call_off(ledger, row, hand, Ended.DECLINED)
        row.kind, row.is_untold = Kind.BOOKING, True
        row.expires_at = ledger.expiry(row)
        row.save(update_fields=["kind", "is_untold", "expires_at"])
        ledger.record(row, Act.CONFIRMED, after=str(row), reason=hand.reason)
        return row
