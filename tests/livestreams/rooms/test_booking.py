"""Booking: what is taken is taken, once."""

import datetime
import uuid

import pytest

from livestreams.rooms.booking import Order, book, confirm, hold
from livestreams.rooms.changing import Hand, cancel, change, decide, give
from livestreams.rooms.models import Change, FairUse, Occupancy
from livestreams.rooms.refusals import Elsewhere, Refused, Taken
from tests.livestreams.rooms.builders import NOW, Centre, at, booked


def test_booking_blocks_its_turn_around_too(centre: Centre):
    row = booked(centre.right, centre.theirs, at(19), 90)
    assert row.blocked_until == at(20.75)


def test_overlapping_booking_is_told_that_it_is_taken(centre: Centre):
    booked(centre.right, centre.theirs, at(19), 90)
    with pytest.raises(Taken):
        booked(centre.right, centre.third, at(20), 60)


def test_bookings_back_to_back_need_the_turn_around(centre: Centre):
    booked(centre.right, centre.theirs, at(19), 60)
    with pytest.raises(Taken):
        booked(centre.right, centre.third, at(20), 60)
    assert booked(centre.right, centre.third, at(20.5), 60)


def test_same_form_sent_twice_gives_the_first_booking(centre: Centre):
    order = Order(centre.right, centre.theirs, at(19), 60, key=uuid.uuid4())
    assert book(order, centre.rival, NOW) == book(order, centre.rival, NOW)
    assert Occupancy.objects.count() == 1


def test_other_team_cannot_book_the_reserved_room(centre: Centre):
    with pytest.raises(Refused):
        booked(centre.left, centre.theirs, at(19))


def test_person_is_in_one_event_at_a_time(centre: Centre):
    booked(centre.left, centre.ours, at(19), people=[centre.member])
    with pytest.raises(Elsewhere):
        booked(centre.right, centre.ours, at(19), people=[centre.member])
    assert Occupancy.objects.count() == 1


def test_request_occupies_while_it_waits_and_a_yes_makes_it_a_booking(centre: Centre):
    row = booked(centre.training, centre.theirs, at(19), by=centre.rival)
    with pytest.raises(Taken):
        booked(centre.training, centre.third, at(19))
    assert decide(row, True, Hand(centre.manager, of_the_office=True, now=NOW)).kind == Occupancy.Kind.BOOKING


def test_expired_request_frees_its_time_without_a_timer(centre: Centre):
    row = booked(centre.training, centre.theirs, at(19, day=9))
    later = NOW + datetime.timedelta(hours=49)
    assert book(Order(centre.training, centre.third, at(19, day=9), 60), None, later)
    row.refresh_from_db()
    assert row.ended == Occupancy.Ended.EXPIRED


def test_hold_keeps_the_time_and_becomes_a_booking(centre: Centre):
    held = hold(Order(centre.right, None, at(19), 60), centre.rival, NOW)
    with pytest.raises(Taken):
        booked(centre.right, centre.third, at(19))
    assert confirm(held, centre.theirs, centre.rival, now=NOW).kind == Occupancy.Kind.BOOKING


def test_own_hold_does_not_stand_in_the_way_after_going_back(centre: Centre):
    hold(Order(centre.right, None, at(19), 60), centre.rival, NOW)
    assert booked(centre.right, centre.theirs, at(19), by=centre.rival)


def test_change_and_cancel_are_written_down(centre: Centre):
    row = booked(centre.right, centre.theirs, at(19), by=centre.rival)
    hand = Hand(centre.rival, now=NOW)
    change(row, centre.right, at(20), at(21), hand)
    change(row, centre.right, at(20), at(21.5), hand)
    cancel(row, hand)
    acts = list(row.changes.order_by("pk").values_list("act", flat=True))
    assert acts == [Change.Act.BOOKED, Change.Act.MOVED, Change.Act.EXTENDED, Change.Act.CANCELLED]


def test_hours_of_both_rooms_are_one_budget(centre: Centre):
    FairUse.objects.create(township=centre.township, weekly_hours=3)
    booked(centre.left, centre.ours, at(19, day=3), 120)
    with pytest.raises(Refused):
        booked(centre.right, centre.ours, at(19, day=4), 90)
    assert booked(centre.right, centre.ours, at(19, day=4), 60)
    assert booked(centre.right, centre.ours, at(19), 180), "within a day of its start it is free"


def test_given_booking_belongs_to_the_other_team(centre: Centre):
    row = booked(centre.right, centre.theirs, at(19), by=centre.rival)
    assert give(row, centre.third, Hand(centre.rival, now=NOW)).team == centre.third
