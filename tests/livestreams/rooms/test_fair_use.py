"""The switches of fair use: each does nothing until it is on."""

import datetime

import pytest

from livestreams.rooms.booking import Order, book
from livestreams.rooms.changing import Hand, cancel, change, give
from livestreams.rooms.models import FairUse, Occupancy
from livestreams.rooms.refusals import Refused
from livestreams.rooms.rules import minutes_left
from livestreams.rooms.series import repeat
from tests.livestreams.rooms.builders import NOW, Centre, at, booked

HAND = Hand(None, now=NOW)
NEXT_MONDAY = 7


def hours(centre: Centre, weekly: int | None) -> FairUse:
    return FairUse.objects.update_or_create(township=centre.township, defaults={"weekly_hours": weekly})[0]


def left(centre: Centre, day: int = 0) -> float:
    """Hours that the reserved room's team has in the week of a day."""
    return minutes_left(FairUse.of(centre.township), centre.ours, at(12, day=day)) / 60


def test_without_the_switch_a_team_books_as_much_as_it_wants(centre: Centre):
    rows = [booked(centre.left, centre.ours, at(hour, day=3), 180) for hour in (0, 4, 8, 12, 16, 20)]
    assert len(rows) == 6


def test_cancelled_hours_are_the_teams_again(centre: Centre):
    hours(centre, 2)
    row = booked(centre.left, centre.ours, at(19, day=3), 120)
    cancel(row, HAND)
    assert left(centre) == 2
    assert booked(centre.right, centre.ours, at(19, day=4), 120)


def test_shortening_gives_hours_back(centre: Centre):
    hours(centre, 2)
    row = booked(centre.left, centre.ours, at(19, day=3), 120)
    change(row, centre.left, at(19, day=3), at(20, day=3), HAND)
    assert left(centre) == 1


def test_hours_count_from_monday_to_sunday(centre: Centre):
    hours(centre, 2)
    booked(centre.left, centre.ours, at(22, day=6), 120)
    assert (left(centre, day=6), left(centre, day=7)) == (0, 2)
    assert booked(centre.left, centre.ours, at(1, day=NEXT_MONDAY), 120)


def test_booking_over_sunday_midnight_counts_for_the_week_it_starts_in(centre: Centre):
    hours(centre, 2)
    booked(centre.left, centre.ours, at(23, day=6), 120)
    assert (left(centre, day=6), left(centre, day=7)) == (0, 2)


@pytest.mark.parametrize(("hour", "counted"), [(8, 0), (8.5, 60)])
def test_what_starts_within_a_day_is_free(centre: Centre, hour: float, counted: int):
    hours(centre, 2)
    assert booked(centre.left, centre.ours, at(hour, day=1)).counted_minutes == counted


def test_no_change_and_no_repeat_overdraws_the_hours(centre: Centre):
    hours(centre, 2)
    row = booked(centre.left, centre.ours, at(19, day=3), 120)
    for end in (at(21.5, day=3), at(22, day=3)):
        with pytest.raises(Refused):
            change(row, centre.left, at(19, day=3), end, HAND)
    soon = booked(centre.right, centre.ours, at(20))
    with pytest.raises(Refused):
        change(soon, centre.right, at(20, day=4), at(21, day=4), HAND)
    assert [bool(each.reason) for each in repeat(row, 2, HAND)] == [False, False], "another week, other hours"


def test_given_booking_counts_on_the_hours_of_who_gets_it(centre: Centre):
    hours(centre, 2)
    booked(centre.left, centre.ours, at(19, day=3), 120)
    row = booked(centre.right, centre.theirs, at(10, day=3))
    with pytest.raises(Refused):
        give(row, centre.ours, HAND)


def test_booking_given_within_a_day_of_its_start_counts_on_nobodys_hours(centre: Centre):
    hours(centre, 2)
    row = booked(centre.right, centre.theirs, at(19, day=3), 120)
    booked(centre.left, centre.ours, at(9, day=3), 120)
    given = give(row, centre.ours, Hand(None, now=at(20, day=2)))
    assert (given.counted_minutes, left(centre)) == (0, 0)


def test_team_over_its_hours_may_still_shorten(centre: Centre):
    row = booked(centre.left, centre.ours, at(19, day=3), 180)
    hours(centre, 1)
    assert change(row, centre.left, at(19, day=3), at(21, day=3), HAND).minutes == 120


def test_office_books_beyond_the_hours(centre: Centre):
    hours(centre, 1)
    assert booked(centre.left, centre.ours, at(19, day=3), 180, of_the_office=True)


@pytest.mark.parametrize(
    ("is_on", "now", "is_booked"),
    [(False, at(0, day=2), False), (True, at(-0.5, day=2), False), (True, at(0, day=2), True)],
)
def test_reserved_room_opens_the_day_before_with_the_switch(centre: Centre, is_on: bool, now, is_booked: bool):
    FairUse.objects.create(township=centre.township, opens_reserved=is_on)
    order = Order(centre.left, centre.theirs, at(19, day=3), 60)
    if is_booked:
        assert book(order, None, now)
    else:
        with pytest.raises(Refused):
            book(order, None, now)


def test_own_team_books_the_reserved_room_at_any_time(centre: Centre):
    assert booked(centre.left, centre.ours, at(19, day=28))


@pytest.mark.parametrize(("is_on", "ended"), [(False, ""), (True, Occupancy.Ended.RELEASED)])
def test_room_is_released_after_a_quarter_of_an_hour_with_the_switch(centre: Centre, is_on: bool, ended: str):
    FairUse.objects.create(township=centre.township, releases_unused=is_on)
    row = booked(centre.right, centre.theirs, at(10))
    booked_at(centre, at(10.25) - datetime.timedelta(minutes=1))
    assert not Occupancy.objects.get(pk=row.pk).ended
    booked_at(centre, at(10.25))
    assert Occupancy.objects.get(pk=row.pk).ended == ended


def booked_at(centre: Centre, now: datetime.datetime) -> None:
    """Somebody books another room, which sweeps the book."""
    book(
        Order(centre.left, centre.ours, now.replace(minute=0) + datetime.timedelta(hours=30), 30, of_the_office=True),
        None,
        now,
    )
    cancel(Occupancy.objects.get(room=centre.left, ended=""), Hand(None, now=now))
