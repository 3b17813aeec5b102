"""What is there before, and what eight clients do at once: every way into the booking book against another."""

import uuid
from functools import partial

from livestreams.rooms.booking import Order, accept, book, confirm, hold, let_go
from livestreams.rooms.changing import Hand, cancel, change, decide, give, note_presence, set_people
from livestreams.rooms.closing import close, reopen
from livestreams.rooms.ledger import writing
from livestreams.rooms.models import FairUse, Occupancy, Room, Wish
from livestreams.rooms.series import Reach, cancel_series, change_series, repeat
from livestreams.rooms.timetables import MINUTE
from livestreams.rooms.waiting import stop_waiting, wait_for
from livestreams.teams.models import Team
from tests.livestreams.rooms.builders import NOW, Centre, at, booked
from tests.livestreams.rooms.races.crew import Act

HAND, OFFICE = Hand(None, now=NOW), Hand(None, of_the_office=True, reason="停电", now=NOW)
Kind = Occupancy.Kind


def after(minutes: int) -> Hand:
    return Hand(None, now=NOW + minutes * MINUTE)


def booking(room: Room, team: Team | None, start: float, minutes: int = 60, **fields: object) -> Act:
    later = fields.pop("later", 0)
    return partial(book, Order(room, team, at(start), minutes, **fields), None, NOW + later * MINUTE)


def sweep(township: int, minutes: int) -> None:
    with writing(township, None, NOW + minutes * MINUTE):
        pass


def both(one: Act, other: Act) -> list[Act]:
    """Four clients each, one after the other in line."""
    return [one, other] * 4


# ---- booking -------------------------------------------------------------------------------------------------------


def book_book(c: Centre) -> list[Act]:
    return both(booking(c.right, c.theirs, 19, 90), booking(c.right, c.third, 19.5))


def same_key(c: Centre) -> list[Act]:
    return [booking(c.right, c.theirs, 19, key=uuid.uuid4())] * 8


def one_person(c: Centre) -> list[Act]:
    """In two rooms, at times that overlap."""
    rooms = ((c.right, 19), (c.training, 19.5), (c.left, 18.5), (c.training, 19))
    return [booking(room, c.ours, start, 90, people=[c.member]) for room, start in rooms] * 2


def hold_book(c: Centre) -> list[Act]:
    people = (c.rival, c.member, c.leader, c.manager)
    holds = [partial(hold, Order(c.right, None, at(19), 60), who, NOW) for who in people]
    return [*holds, *[booking(c.right, c.third, 19.5)] * 4]


def confirm_book_after_expiry(c: Centre) -> list[Act]:
    held = hold(Order(c.right, None, at(19), 60), c.rival, NOW)
    return both(partial(confirm, held, c.theirs, c.rival, (), NOW), booking(c.right, c.third, 19.5, later=6))


def confirm_let_go(c: Centre) -> list[Act]:
    held = hold(Order(c.right, None, at(19), 60), c.rival, NOW)
    return both(partial(confirm, held, c.theirs, c.rival, (), NOW), partial(let_go, held, c.rival, NOW))


# ---- changing ------------------------------------------------------------------------------------------------------


def move_book(c: Centre) -> list[Act]:
    rows = [booked(c.right, c.theirs, at(hour)) for hour in (9, 11, 13, 15)]
    moves = [partial(change, row, c.right, at(19), at(20), HAND) for row in rows]
    return [*moves, *[booking(c.right, c.third, 19.5)] * 4]


def extend_book(c: Centre) -> list[Act]:
    row = booked(c.right, c.theirs, at(18))
    return both(partial(change, row, c.right, at(18), at(20), HAND), booking(c.right, c.third, 19.5))


def extend_against_extend(c: Centre) -> list[Act]:
    """The earlier one longer, the later one sooner: only one can have the hour between."""
    early, late = booked(c.right, c.theirs, at(17)), booked(c.right, c.third, at(20))
    return both(
        partial(change, early, c.right, at(17), at(19), HAND), partial(change, late, c.right, at(18.5), at(21), HAND)
    )


def crosswise(c: Centre) -> list[Act]:
    """Each wants to where the other is."""
    one, other = booked(c.right, c.ours, at(19)), booked(c.left, c.ours, at(19))
    return both(
        partial(change, one, c.left, at(19), at(20), HAND), partial(change, other, c.right, at(19), at(20), HAND)
    )


def shorten_book(c: Centre) -> list[Act]:
    row = booked(c.right, c.theirs, at(18), 180)
    return both(partial(change, row, c.right, at(18), at(19), HAND), booking(c.right, c.third, 19.5))


def give_cancel(c: Centre) -> list[Act]:
    row = booked(c.right, c.theirs, at(19))
    return [*[partial(give, row, c.third, HAND)] * 3, *[partial(give, row, c.ours, HAND)] * 3,
            *[partial(cancel, row, HAND)] * 2]  # fmt: skip


def people_of_two(c: Centre) -> list[Act]:
    one, other = booked(c.right, c.ours, at(19)), booked(c.left, c.ours, at(19.5))
    return both(partial(set_people, one, [c.member], HAND), partial(set_people, other, [c.member], HAND))


def yes_no(c: Centre) -> list[Act]:
    row = booked(c.training, c.theirs, at(19))
    return both(partial(decide, row, True, OFFICE), partial(decide, row, False, OFFICE))


def yes_after_expiry(c: Centre) -> list[Act]:
    row = booked(c.training, c.theirs, at(19, day=9))
    other = Order(c.training, c.third, at(19, day=9), 60)
    return both(partial(decide, row, True, OFFICE), partial(book, other, None, NOW + 49 * 60 * MINUTE))


def present_released(c: Centre) -> list[Act]:
    FairUse.objects.update_or_create(township=c.township, defaults={"releases_unused": True})
    row = booked(c.right, c.theirs, at(9))
    FairUse.objects.all().delete()
    return both(partial(note_presence, row, after(60)), booking(c.right, c.third, 9.5, later=76))


# ---- series --------------------------------------------------------------------------------------------------------


def repeat_book(c: Centre) -> list[Act]:
    row = booked(c.right, c.theirs, at(19, day=1))
    days = [booking(c.right, c.third, 24 * day + 19.5) for day in (8, 15, 22)]
    return [*[partial(repeat, row, 4, HAND)] * 2, *days, *days]


def repeat_key(c: Centre) -> list[Act]:
    return [partial(repeat, booked(c.right, c.theirs, at(19, day=1)), 3, HAND, uuid.uuid4())] * 8


def series_moves_book(c: Centre) -> list[Act]:
    row = repeat(booked(c.right, c.theirs, at(10, day=1)), 3, HAND)[0].row
    move = partial(change_series, row, Reach.ALL, c.right, at(19, day=1), 60, HAND)
    days = [booking(c.right, c.third, 24 * day + 19.5) for day in (1, 8, 15)]
    return [move, *days, partial(cancel_series, row, Reach.LATER, HAND), *days]


# ---- closures ------------------------------------------------------------------------------------------------------


def close_book(c: Centre) -> list[Act]:
    return both(partial(close, [c.right, c.training], at(18), at(22), OFFICE), booking(c.right, c.third, 19.5))


def close_move(c: Centre) -> list[Act]:
    row = booked(c.right, c.theirs, at(10))
    return both(partial(close, [c.right], at(18), at(22), OFFICE), partial(change, row, c.right, at(19), at(20), HAND))


def reopen_book(c: Centre) -> list[Act]:
    close([c.right], at(18), at(22), OFFICE)
    closure = Occupancy.objects.get(kind=Kind.CLOSURE)
    return both(partial(reopen, closure, OFFICE), booking(c.right, c.third, 19.5))


# ---- the waiting list ----------------------------------------------------------------------------------------------


def waited_for(c: Centre) -> Occupancy:
    row = booked(c.right, c.theirs, at(19))
    wait_for(c.ours, c.right, at(19), 60, c.member, now=NOW)
    return row


def offered(c: Centre) -> Occupancy:
    cancel(waited_for(c), HAND)
    return Occupancy.objects.get(kind=Kind.OFFER, ended="")


def accept_book_after_expiry(c: Centre) -> list[Act]:
    return both(partial(accept, offered(c), c.member, (), NOW), booking(c.right, c.third, 19.5, later=21))


def cancel_book_while_one_waits(c: Centre) -> list[Act]:
    return both(partial(cancel, waited_for(c), HAND), booking(c.right, c.third, 19.5))


def expiry_book_while_one_waits(c: Centre) -> list[Act]:
    booked(c.training, c.theirs, at(19, day=9))
    Wish.objects.create(team=c.ours, person=c.member, starts_at=at(19, day=9), ends_at=at(20, day=9), room=c.training)
    other = Order(c.training, c.third, at(19.5, day=9), 60)
    late = 49 * 60
    return both(partial(sweep, c.township.pk, late), partial(book, other, None, NOW + late * MINUTE))


def accept_stop_waiting(c: Centre) -> list[Act]:
    offer = offered(c)
    return both(partial(accept, offer, c.member, (), NOW), partial(stop_waiting, offer.wish, c.member, NOW))


def accept_close(c: Centre) -> list[Act]:
    return both(partial(accept, offered(c), c.member, (), NOW), partial(close, [c.right], at(18), at(22), OFFICE))


def eight_wait(c: Centre) -> list[Act]:
    booked(c.right, c.theirs, at(19))
    return [partial(wait_for, c.ours, c.right, at(19), 60, c.member, now=NOW)] * 8
