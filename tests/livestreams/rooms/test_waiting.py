"""The waiting list: what falls free is held for the one who waited."""

import datetime

import pytest

from livestreams.rooms.booking import Order, accept, book, hold
from livestreams.rooms.changing import Hand, cancel
from livestreams.rooms.models import Occupancy, OpeningHours, Wish
from livestreams.rooms.refusals import Refused, Taken
from livestreams.rooms.waiting import wait_for
from tests.livestreams.rooms.builders import NOW, Centre, at, booked

HAND = Hand(None, now=NOW)


def test_cancelled_time_is_held_for_the_one_who_waited(centre: Centre):
    row = booked(centre.right, centre.theirs, at(19))
    wait_for(centre.ours, centre.right, at(19), 60, centre.member, now=NOW)
    cancel(row, HAND)
    with pytest.raises(Taken):
        booked(centre.right, centre.third, at(19))
    offer = Occupancy.objects.get(kind=Occupancy.Kind.OFFER)
    assert accept(offer, centre.member, now=NOW).team == centre.ours


def test_offer_that_runs_out_goes_to_the_next_without_a_timer(centre: Centre):
    row = booked(centre.right, centre.theirs, at(19))
    first = wait_for(centre.ours, centre.right, at(19), 60, centre.member, now=NOW)
    second = wait_for(centre.third, centre.right, at(19), 60, centre.rival, now=NOW)
    cancel(row, HAND)
    later = NOW + datetime.timedelta(minutes=21)
    with pytest.raises(Taken):
        book(Order(centre.right, centre.theirs, at(19), 60), None, later)
    assert book(Order(centre.right, centre.theirs, at(10, day=2), 60), None, later)
    states = [Wish.objects.get(pk=wish.pk).state for wish in (first, second)]
    assert states == [Wish.State.MISSED, Wish.State.OFFERED]


def test_nobody_waits_for_what_is_free(centre: Centre):
    with pytest.raises(Refused):
        wait_for(centre.ours, centre.right, at(19), 60, centre.member, now=NOW)


def test_time_too_short_to_tidy_up_after_is_waited_for(centre: Centre, early: None):
    """It is not free: the next booking begins when it would end."""
    booked(centre.right, centre.theirs, at(20))
    with pytest.raises(Taken):
        booked(centre.right, centre.ours, at(19))
    assert wait_for(centre.ours, centre.right, at(19), 60, centre.member, now=NOW)


def test_nobody_is_offered_a_room_that_is_not_open_then(centre: Centre):
    OpeningHours.objects.filter(room=centre.training).delete()
    row = booked(centre.right, centre.theirs, at(19))
    booked(centre.left, centre.ours, at(19))
    wait_for(centre.ours, None, at(19), 60, centre.member, now=NOW)
    cancel(booked(centre.right, centre.theirs, at(10)), HAND)
    assert not Occupancy.objects.filter(kind=Occupancy.Kind.OFFER)
    cancel(row, HAND)
    assert Occupancy.objects.get(kind=Occupancy.Kind.OFFER).room == centre.right


def test_time_that_somebody_held_and_gave_up_for_another_is_offered(centre: Centre, early: None):
    hold(Order(centre.right, None, at(19), 60), centre.rival, NOW)
    wait_for(centre.ours, centre.right, at(19), 60, centre.member, now=NOW)
    booked(centre.right, centre.theirs, at(10), by=centre.rival)
    assert Occupancy.objects.get(kind=Occupancy.Kind.OFFER).starts_at == at(19)
