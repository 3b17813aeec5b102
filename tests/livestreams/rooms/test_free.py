"""The next-free list: exactly what can be booked, in few queries."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from livestreams.rooms.booking import Order, book, hold
from livestreams.rooms.changing import Hand
from livestreams.rooms.closing import close
from livestreams.rooms.free import Search
from livestreams.rooms.models import FairUse, Occupancy, OpeningHours, Room
from livestreams.rooms.refusals import Refused
from livestreams.teams.models import Team
from tests.livestreams.rooms.builders import NOW, Centre, at, booked
from tests.livestreams.rooms.crowds import SHORT, fill_past, fill_weeks

pytestmark = pytest.mark.usefixtures("early")
OFFICE = Hand(None, of_the_office=True, reason="停电", now=NOW)
STEP = datetime.timedelta(minutes=30)
BUSY, PAST = 2_000, 20_000


def offered(room: Room, team: Team, minutes: int, **fields: object) -> set[datetime.datetime]:
    found = Search([team], now=NOW, **fields).starts(minutes, at(0), at(36), [room])
    return {start.starts_at for start in found}


def bookable(room: Room, team: Team, minutes: int, **fields: object) -> set[datetime.datetime]:
    """Every start on the step that the booking book accepts."""
    starts = (at(0) + STEP * number for number in range(72))
    return {start for start in starts if accepted(Order(room, team, start, minutes, **fields))}


def accepted(order: Order) -> bool:
    try:
        book(order, None, NOW)
    except Refused:
        return False
    Occupancy.objects.latest("pk").delete()
    return True


@pytest.fixture
def crowded(centre: Centre) -> Centre:
    """Something of every kind, hours past midnight, and more turn-around than a step is long."""
    Room.objects.filter(pk=centre.right.pk).update(turn_around_minutes=45)
    centre.right.refresh_from_db()
    OpeningHours.objects.filter(room=centre.right, weekday=0).delete()
    for opens, closes in ((9, 12), (12, 14), (16, 2)):
        OpeningHours.objects.create(
            room=centre.right, weekday=0, opens=datetime.time(opens), closes=datetime.time(closes)
        )
    booked(centre.right, centre.third, at(9))
    hold(Order(centre.right, None, at(17), 60), centre.manager, NOW)
    close([centre.right], at(20), at(21), OFFICE)
    booked(centre.right, centre.third, at(23.5), 90)
    booked(centre.right, centre.third, at(36))
    booked(centre.left, centre.theirs, at(12), people=[centre.rival], of_the_office=True)
    return centre


@pytest.mark.parametrize("minutes", [60, 120])
def test_list_is_exactly_what_can_be_booked(crowded: Centre, minutes: int):
    found = offered(crowded.right, crowded.theirs, minutes)
    assert found == bookable(crowded.right, crowded.theirs, minutes)
    assert found


def test_list_leaves_out_when_the_person_is_in_another_event(crowded: Centre):
    found = offered(crowded.right, crowded.theirs, 60, person=crowded.rival)
    assert found == bookable(crowded.right, crowded.theirs, 60, people=[crowded.rival])
    assert at(12) in offered(crowded.right, crowded.theirs, 60) - found


@pytest.mark.parametrize("is_on", [False, True])
def test_list_of_the_reserved_room_is_what_others_can_book(centre: Centre, is_on: bool):
    FairUse.objects.create(township=centre.township, opens_reserved=is_on)
    found = offered(centre.left, centre.theirs, 60)
    assert found == bookable(centre.left, centre.theirs, 60)
    assert bool(found) == is_on


def test_closure_is_booked_up_to_without_tidying_up(centre: Centre):
    close([centre.right], at(20), at(21), OFFICE)
    found = offered(centre.right, centre.theirs, 60)
    assert {at(19), at(21)} <= found
    assert at(19.5) not in found


def near(centre: Centre, count: int) -> list[tuple[datetime.datetime, Room]]:
    found = Search([centre.ours], now=NOW).near(centre.right, at(19), 60)
    return [(start.starts_at, *start.rooms) for start in found[:count]]


def test_another_room_at_the_same_time_is_the_nearest(centre: Centre):
    booked(centre.right, centre.third, at(19))
    assert near(centre, 2) == [(at(19), centre.left), (at(19), centre.training)]


def test_the_same_room_a_little_later_is_nearer_than_another_even_later(centre: Centre):
    booked(centre.right, centre.third, at(19))
    close([centre.left, centre.training], at(18), at(20.5), OFFICE)
    assert near(centre, 2) == [(at(17.5), centre.right), (at(20.5), centre.right)]


def test_next_day_is_shown_where_the_day_is_full(centre: Centre):
    close([centre.right, centre.left, centre.training], at(0), at(24), OFFICE)
    assert Search([centre.ours], now=NOW).starts(60)[0].starts_at == at(24)


def queries(centre: Centre) -> int:
    with CaptureQueriesContext(connection) as captured:
        found = Search([centre.ours], centre.member, now=NOW).starts(SHORT)
    assert len(found) > 500
    return len(captured)


def test_list_over_three_rooms_and_four_weeks_takes_six_queries_at_most_whatever_was_before(centre: Centre):
    fill_weeks(centre, BUSY)
    few = queries(centre)
    fill_past(centre, PAST)
    assert queries(centre) == few <= 6
