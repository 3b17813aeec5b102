"""A team's weekly hours over two rooms: never above, whatever its members do at once."""

from functools import partial

import pytest

from livestreams.rooms.booking import Order, confirm, hold
from livestreams.rooms.changing import change, give
from livestreams.rooms.models import FairUse
from livestreams.rooms.series import repeat
from tests.livestreams.rooms.builders import NOW, Centre, at, booked
from tests.livestreams.rooms.races.crew import Act, Crew
from tests.livestreams.rooms.races.fights import HAND, booking
from tests.livestreams.rooms.races.invariants import broken, clear, hours_used

HOURS, ROUNDS = 3, 20
WEDNESDAY, NEXT_MONDAY = 48, 7 * 24


def books(c: Centre) -> list[Act]:
    return [booking(room, c.ours, WEDNESDAY + hour, 90) for hour in (9, 12, 15, 18) for room in (c.left, c.right)]


def grows(c: Centre) -> list[Act]:
    """Each way by which a booking comes to take more of the team's hours."""
    short = booked(c.left, c.ours, at(9, day=2))
    soon, theirs = booked(c.right, c.ours, at(9)), booked(c.right, c.theirs, at(9, day=3))
    weekly = booked(c.left, c.ours, at(20))
    held = hold(Order(c.right, None, at(15, day=2), 90), c.member, NOW)
    return [
        partial(change, short, c.left, at(9, day=2), at(11, day=2), HAND),
        partial(change, short, c.left, at(9, day=2), at(12, day=2), HAND),
        partial(change, soon, c.right, at(18, day=2), at(20, day=2), HAND),
        partial(give, theirs, c.ours, HAND),
        partial(repeat, weekly, 3, HAND),
        partial(confirm, held, c.ours, c.member, (), NOW),
        booking(c.left, c.ours, WEDNESDAY + 18, 120),
        booking(c.right, c.ours, NEXT_MONDAY + 10, 180),
    ]


@pytest.mark.parametrize("acts", [books, grows])
def test_hours_over_two_rooms_are_never_overdrawn(crew: Crew, centre: Centre, acts):
    FairUse.objects.update_or_create(township=centre.township, defaults={"weekly_hours": HOURS})
    for _round in range(ROUNDS):
        clear()
        outcomes = crew.at_once(acts(centre))
        assert [each.error for each in outcomes if each.error] == []
        assert broken() == {}
        assert 0 < max(hours_used().values()) <= HOURS
    FairUse.objects.all().delete()
