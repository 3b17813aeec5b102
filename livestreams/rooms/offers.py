"""What falls free is offered to whoever waited longest, and held for them for a while."""

import datetime
from typing import TYPE_CHECKING

from livestreams.rooms.models import Change, Occupancy, Room, Wish
from livestreams.rooms.refusals import Refused, Taken
from livestreams.rooms.rules import Wanted, check

if TYPE_CHECKING:
    from livestreams.rooms.ledger import Ledger

OFFER_STANDS = datetime.timedelta(minutes=20)
State = Wish.State
OUTCOMES = {Occupancy.Ended.EXPIRED: State.MISSED, Occupancy.Ended.CANCELLED: State.LEFT}


def offer(ledger: "Ledger") -> None:
    """Hold for each who waits, first come first told, what they wait for, where it is free."""
    wishes = Wish.objects.filter(state=State.WAITING, team__township=ledger.township)
    wishes.filter(starts_at__lte=ledger.now).update(state=State.OVER)
    rooms = None
    for wish in wishes.filter(starts_at__gt=ledger.now).select_related("team", "room").order_by("joined_at", "pk"):
        rooms = rooms if rooms is not None else list(Room.objects.in_use().filter(township=ledger.township))
        any(
            is_for(ledger, wish, room) and hold_for(ledger, wish, room)
            for room in ([wish.room] if wish.room else rooms)
        )


def is_for(ledger: "Ledger", wish: Wish, room: Room) -> bool:
    """Whether the team could say yes to it: free is looked at first, for most that is waited for is not."""
    if Occupancy.objects.filter(room=room, ended="").between(wish.starts_at, wish.ends_at).exists():
        return False
    try:
        check(Wanted(room, wish.team, wish.starts_at, wish.ends_at, ledger.now, ledger.fair_use))
    except Refused:
        return False
    return True


def hold_for(ledger: "Ledger", wish: Wish, room: Room) -> bool:
    """Whether the room was free then, and is held now."""
    row = Occupancy(
        room=room, team=wish.team, kind=Occupancy.Kind.OFFER, starts_at=wish.starts_at, ends_at=wish.ends_at,
        purpose=wish.purpose, wish=wish, expires_at=min(ledger.now + OFFER_STANDS, wish.starts_at),
    )  # fmt: skip
    try:
        ledger.place(row)
    except Taken:
        return False
    wish.state = State.OFFERED
    wish.save(update_fields=["state"])
    ledger.record(row, Change.Act.OFFERED, after=str(row))
    return True


def wait_again(row: Occupancy) -> None:
    """Who was offered what then could not be had keeps the place in the line."""
    if row.wish:
        row.wish.state = State.WAITING
        row.wish.save(update_fields=["state"])


def close(row: Occupancy) -> None:
    """An offer that ended without a booking ends the wish too."""
    if row.kind == Occupancy.Kind.OFFER and row.wish and row.ended in OUTCOMES:
        row.wish.state = OUTCOMES[Occupancy.Ended(row.ended)]
        row.wish.save(update_fields=["state"])
