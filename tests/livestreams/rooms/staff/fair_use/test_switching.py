"""The switches of fair use hold for what is booked already, too."""

import datetime

import pytest

from livestreams.rooms.changing import Hand, note_presence
from livestreams.rooms.models import Change, FairUse, Occupancy, Wish
from livestreams.rooms.refusals import Refused
from livestreams.rooms.rules import PATIENCE
from livestreams.rooms.switching import Switches, switch
from livestreams.rooms.waiting import wait_for
from tests.livestreams.rooms.builders import NOW, Centre, at, booked


def test_switches_are_all_off_until_they_are_set(centre: Centre):
    switch(centre.township, Switches(weekly_hours=6), centre.manager, NOW)
    fair_use = FairUse.of(centre.township)
    assert (fair_use.weekly_hours, fair_use.opens_reserved, fair_use.releases_unused) == (6, False, False)


def test_bookings_to_come_are_released_where_nobody_comes(centre: Centre):
    row = booked(centre.right, centre.theirs, at(19))
    switch(centre.township, Switches(releases_unused=True), centre.manager, NOW)
    row.refresh_from_db()
    assert row.expires_at == row.starts_at + PATIENCE


def test_who_is_in_a_room_already_is_left_alone(centre: Centre):
    told = booked(centre.right, centre.theirs, at(8.25), of_the_office=True)
    note_presence(told, Hand(centre.rival, now=NOW))
    running = booked(centre.left, centre.ours, at(8))
    switch(centre.township, Switches(releases_unused=True), centre.manager, NOW + datetime.timedelta(minutes=10))
    assert set(Occupancy.objects.filter(pk__in=[told.pk, running.pk]).values_list("expires_at", flat=True)) == {None}


def test_switched_off_again_nothing_is_released(centre: Centre):
    booking, request = booked(centre.right, centre.theirs, at(19)), booked(centre.training, centre.theirs, at(14))
    for releases in (True, False):
        switch(centre.township, Switches(releases_unused=releases), centre.manager, NOW)
    booking.refresh_from_db()
    assert (booking.expires_at, Occupancy.objects.get(pk=request.pk).expires_at) == (None, request.expires_at)


def test_saved_again_a_running_booking_keeps_its_patience(centre: Centre):
    switch(centre.township, Switches(releases_unused=True), centre.manager, NOW)
    row = booked(centre.right, centre.theirs, at(8))
    switch(centre.township, Switches(releases_unused=True, weekly_hours=3), centre.manager, NOW)
    assert Occupancy.objects.get(pk=row.pk).expires_at == NOW + PATIENCE


def test_weekly_hours_hold_at_once(centre: Centre):
    switch(centre.township, Switches(weekly_hours=1), centre.manager, NOW)
    booked(centre.right, centre.theirs, at(19, day=3), 60)
    with pytest.raises(Refused):
        booked(centre.right, centre.theirs, at(19, day=4), 60)


def test_reserved_room_that_opens_is_offered_to_who_waits(centre: Centre):
    booked(centre.right, centre.theirs, at(19))
    wish = wait_for(centre.third, centre.right, at(19), 60, centre.rival, now=NOW)
    Wish.objects.filter(pk=wish.pk).update(room=None)
    switch(centre.township, Switches(opens_reserved=True), centre.manager, NOW)
    assert Occupancy.objects.filter(kind=Occupancy.Kind.OFFER, room=centre.left, team=centre.third).exists()
    assert Change.objects.filter(act=Change.Act.OFFERED).count() == 1


def test_other_townships_bookings_are_not_touched(centre: Centre):
    from tests.livestreams.rooms.builders import centre as build

    others = build("other")
    row = booked(others.right, others.theirs, at(19))
    switch(centre.township, Switches(releases_unused=True), centre.manager, NOW)
    assert Occupancy.objects.get(pk=row.pk).expires_at is None
