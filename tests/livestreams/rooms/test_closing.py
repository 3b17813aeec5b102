"""Closing rooms: what stands there is called off, what ends before stays."""

import pytest

from livestreams.rooms.changing import Hand, cancel
from livestreams.rooms.closing import close, hit_by, reopen
from livestreams.rooms.models import Occupancy, Wish
from livestreams.rooms.refusals import Taken
from livestreams.rooms.waiting import wait_for
from tests.livestreams.rooms.builders import NOW, Centre, at, booked

OFFICE = Hand(None, of_the_office=True, reason="停电", now=NOW)


def test_day_without_power_calls_off_what_stands_in_all_rooms(centre: Centre):
    rows = [booked(centre.right, centre.theirs, at(10)), booked(centre.left, centre.ours, at(20))]
    rooms = [centre.left, centre.right, centre.training]
    assert hit_by(rooms, at(0), at(24)) == rows
    assert close(rooms, at(0), at(24), OFFICE) == rows[::-1]
    assert set(Occupancy.objects.filter(ended="").values_list("kind", flat=True)) == {Occupancy.Kind.CLOSURE}


def test_closure_may_begin_while_a_booking_before_it_would_be_tidied_up(centre: Centre):
    row = booked(centre.right, centre.theirs, at(10))
    assert close([centre.right], at(11), at(12), OFFICE) == []
    row.refresh_from_db()
    assert row.blocked_until == at(11)


def test_room_opened_again_is_tidied_up_after_the_booking_before(centre: Centre):
    booked(centre.right, centre.theirs, at(10))
    close([centre.right], at(11), at(12), OFFICE)
    reopen(Occupancy.objects.get(kind=Occupancy.Kind.CLOSURE), OFFICE)
    with pytest.raises(Taken):
        booked(centre.right, centre.third, at(11))
    assert booked(centre.right, centre.third, at(11.5))


def test_who_was_offered_a_time_waits_on_after_the_room_was_closed(centre: Centre):
    row = booked(centre.right, centre.theirs, at(19))
    wish = wait_for(centre.ours, centre.right, at(19), 60, centre.member, now=NOW)
    cancel(row, Hand(None, now=NOW))
    close([centre.right], at(18), at(22), OFFICE)
    wish.refresh_from_db()
    assert wish.state == Wish.State.WAITING
