"""The waiting list: for a time that is taken. What comes free is offered by offers.py."""

import datetime

from django.utils.translation import gettext as _

from livestreams.rooms.ledger import Ended, Kind, Ledger, writing
from livestreams.rooms.models import Occupancy, Room, Wish
from livestreams.rooms.models.occupancies import Purpose
from livestreams.rooms.refusals import Refused
from livestreams.rooms.rules import Wanted, check
from livestreams.rooms.timetables import MINUTE, timetables
from livestreams.teams.models import Team
from zhunong.access.models import User

MOST = 5
"""Times that a team waits for at once."""
OPEN = (Wish.State.WAITING, Wish.State.OFFERED)


def wait_for(
    team: Team, room: Room | None, starts_at: datetime.datetime, minutes: int, by: User,
    purpose: str = Purpose.LIVE, now: datetime.datetime | None = None,
) -> Wish:  # fmt: skip
    """Stand in line for a time, in one room or in any. Asked twice, it is one place in the line.

    Raises Refused where the time is free, or could not be booked anyway.
    """
    ends_at = starts_at + minutes * MINUTE
    with writing(team.township_id, by, now) as ledger:
        own = Wish.objects.filter(team=team, state__in=OPEN)
        if same := own.filter(starts_at=starts_at, ends_at=ends_at).first():
            return same
        if own.count() >= MOST:
            raise Refused(_("Your team waits for %(most)s times already. Give one up first.") % {"most": MOST})
        rooms = [room] if room else list(Room.objects.in_use().filter(township=team.township_id))
        refuse_unless_waited_for(
            ledger, [Wanted(each, team, starts_at, ends_at, ledger.now, ledger.fair_use) for each in rooms]
        )
        return Wish.objects.create(
            team=team, person=by, room=room, starts_at=starts_at, ends_at=ends_at, purpose=purpose,
            joined_at=ledger.now,
        )  # fmt: skip


def refuse_unless_waited_for(ledger: Ledger, choices: list[Wanted]) -> None:
    """One of the rooms at least could be booked then, if it were free; and none is."""
    refusal: Refused | None = None
    possible = []
    for wanted in choices:
        try:
            check(wanted)
            possible.append(wanted)
        except Refused as refused:
            refusal = refused
    if not possible:
        raise refusal or Refused(_("No room can be booked for then."))
    begin, end = possible[0].starts_at, possible[0].ends_at
    if any(each.is_free(begin, end) for each in timetables([wanted.room for wanted in possible], begin, end)):
        raise Refused(_("This time is free: book it."))


def stop_waiting(wish: Wish, by: User, now: datetime.datetime | None = None) -> None:
    """Leave the line; what was offered goes to the next."""
    with writing(wish.team.township_id, by, now) as ledger:
        offered = Occupancy.objects.filter(wish=wish, kind=Kind.OFFER, ended="").select_related("room", "team", "wish")
        for row in offered:
            ledger.end(row, Ended.CANCELLED)
        Wish.objects.filter(pk=wish.pk, state__in=OPEN).update(state=Wish.State.LEFT)
