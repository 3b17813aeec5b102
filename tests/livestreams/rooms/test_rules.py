"""The house rules, each at its edge; the office is bound by the room alone."""

import datetime

import pytest

from livestreams.rooms.booking import Order, book
from livestreams.rooms.changing import Hand, change
from livestreams.rooms.models import Room
from livestreams.rooms.refusals import Refused, Taken
from tests.livestreams.rooms.builders import NOW, Centre, at, booked

MINUTE = datetime.timedelta(minutes=1)
HAND = Hand(None, now=NOW)
ORDERS = {
    "the half hour that runs": (at(7.5) + MINUTE * 15, False),
    "now": (at(8), True),
    "the last day": (at(23.5, day=28), True),
    "the day after the last": (at(0, day=29), False),
    "off the step": (at(19.25), False),
    "off the second": (at(19) + datetime.timedelta(seconds=1), False),
}


def can_be_booked(order: Order, now: datetime.datetime = NOW) -> bool:
    try:
        return bool(book(order, None, now))
    except Refused as refused:
        assert not isinstance(refused, Taken)
        return False


@pytest.mark.parametrize("name", ORDERS)
def test_start_is_soon_enough_and_on_the_step(centre: Centre, name: str):
    start, is_good = ORDERS[name]
    assert can_be_booked(Order(centre.right, centre.theirs, start, 60)) == is_good


@pytest.mark.parametrize(("later", "is_good"), [(29, True), (30, False)])
def test_step_that_runs_may_still_be_booked(centre: Centre, later: int, is_good: bool):
    assert can_be_booked(Order(centre.right, centre.theirs, at(8), 60), NOW + later * MINUTE) == is_good


@pytest.mark.parametrize(("minutes", "is_good"), [(60, True), (90, True), (30, False), (75, False), (0, False)])
def test_new_booking_has_one_of_the_rooms_lengths(centre: Centre, minutes: int, is_good: bool):
    assert can_be_booked(Order(centre.right, centre.theirs, at(19), minutes)) == is_good


@pytest.mark.parametrize(("minutes", "is_good"), [(45, True), (720, True), (735, False), (50, False)])
def test_changed_booking_may_have_any_number_of_quarters(centre: Centre, minutes: int, is_good: bool):
    row = booked(centre.right, centre.theirs, at(10))
    try:
        changed = bool(change(row, centre.right, at(10), at(10) + minutes * MINUTE, HAND))
    except Refused:
        changed = False
    assert changed == is_good


def test_booking_that_runs_may_be_extended_but_not_begin_in_the_past(centre: Centre):
    row = booked(centre.right, centre.theirs, at(10))
    running = Hand(None, now=at(10.75))
    assert change(row, centre.right, at(10), at(12), running).minutes == 120
    with pytest.raises(Refused):
        change(row, centre.right, at(9), at(12), running)


def test_booking_that_is_over_cannot_be_changed(centre: Centre):
    row = booked(centre.right, centre.theirs, at(10))
    with pytest.raises(Refused):
        change(row, centre.right, at(10), at(12), Hand(None, of_the_office=True, now=at(11)))


def test_room_out_of_use_cannot_be_booked(centre: Centre):
    Room.objects.filter(pk=centre.right.pk).update(is_in_use=False)
    centre.right.refresh_from_db()
    assert not can_be_booked(Order(centre.right, centre.theirs, at(19), 60))


def test_office_books_outside_of_all_rules_but_not_over_others(centre: Centre):
    assert booked(centre.left, centre.theirs, at(3.1, day=90), 35, of_the_office=True)
    with pytest.raises(Taken):
        booked(centre.left, centre.ours, at(3.5, day=90), 60, of_the_office=True)
