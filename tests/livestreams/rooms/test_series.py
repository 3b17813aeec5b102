"""Weekly repeats."""

from livestreams.rooms.changing import Hand
from livestreams.rooms.models import Occupancy
from livestreams.rooms.series import Reach, cancel_series, change_series, repeat
from tests.livestreams.rooms.builders import NOW, Centre, at, booked

HAND = Hand(None, now=NOW)


def test_day_that_does_not_work_is_kept_with_its_reason(centre: Centre):
    booked(centre.right, centre.third, at(19, day=8))
    outcomes = repeat(booked(centre.right, centre.theirs, at(19, day=1)), 3, HAND)
    assert [bool(each.reason) for each in outcomes] == [False, True, False]
    assert Occupancy.objects.get(ended=Occupancy.Ended.SKIPPED).note == outcomes[1].reason


def test_this_and_later_days_move_and_earlier_ones_stay(centre: Centre):
    days = [each.row for each in repeat(booked(centre.right, centre.theirs, at(19, day=1)), 3, HAND)]
    change_series(days[1], Reach.LATER, centre.right, at(20, day=8), 60, HAND)
    for day in days:
        day.refresh_from_db()
    assert [day.starts_at for day in days] == [at(19, day=1), at(20, day=8), at(20, day=15)]


def test_move_of_all_keeps_the_day_that_does_not_work(centre: Centre):
    booked(centre.right, centre.third, at(20, day=8))
    days = [each.row for each in repeat(booked(centre.right, centre.theirs, at(10, day=1)), 3, HAND)]
    outcomes = change_series(days[0], Reach.ALL, centre.right, at(20, day=1), 60, HAND)
    assert [each.row.starts_at for each in outcomes] == [at(20, day=1), at(10, day=8), at(20, day=15)]


def test_cancelling_one_leaves_the_others(centre: Centre):
    days = [each.row for each in repeat(booked(centre.right, centre.theirs, at(19, day=1)), 3, HAND)]
    cancel_series(days[1], Reach.ONE, HAND)
    assert Occupancy.objects.filter(ended="").count() == 2


def test_cancelling_later_ones_keeps_the_first(centre: Centre):
    days = [each.row for each in repeat(booked(centre.right, centre.theirs, at(19, day=1)), 3, HAND)]
    cancel_series(days[1], Reach.LATER, HAND)
    assert list(Occupancy.objects.filter(ended="")) == [days[0]]
