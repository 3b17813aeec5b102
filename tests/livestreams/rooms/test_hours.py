"""Opening hours: past midnight, several a day, and what adjoins is one."""

import datetime

import pytest

from livestreams.rooms.booking import Order, book
from livestreams.rooms.hours import Span, monday_of, open_spans
from livestreams.rooms.models import OpeningHours
from livestreams.rooms.refusals import Refused
from tests.livestreams.rooms.builders import NOW, Centre, at

MONDAY = NOW.date()


def hours(weekday: int, opens: int, closes: int) -> OpeningHours:
    return OpeningHours(weekday=weekday, opens=datetime.time(opens), closes=datetime.time(closes))


def spans(*some: OpeningHours, days: int = 1) -> list[Span]:
    return open_spans(some, MONDAY, days)


def test_day_without_hours_is_closed():
    assert spans(hours(1, 9, 18)) == []


def test_pause_at_noon_makes_two_spans():
    assert spans(hours(0, 14, 18), hours(0, 9, 12)) == [Span(at(9), at(12)), Span(at(14), at(18))]


def test_evening_that_ends_after_midnight_goes_into_the_next_day():
    assert spans(hours(0, 18, 2)) == [Span(at(18), at(26))]


def test_last_nights_hours_reach_into_the_first_day():
    assert spans(hours(6, 18, 2)) == [Span(at(-6), at(2))]


def test_hours_until_midnight_and_from_midnight_are_one_span():
    assert spans(hours(0, 20, 0), hours(1, 0, 3), days=2) == [Span(at(20), at(27))]


def test_hours_that_overlap_are_one_span():
    assert spans(hours(0, 9, 14), hours(0, 12, 18)) == [Span(at(9), at(18))]


def test_midnight_to_midnight_is_the_whole_day():
    assert spans(*(hours(day, 0, 0) for day in range(7)), days=3) == [Span(at(-24), at(72))]


@pytest.mark.parametrize(("start", "minutes", "fits"), [
    (22, 120, True), (23, 120, True), (24, 120, True), (24.5, 120, False), (17.5, 60, False), (18, 60, True),
])  # fmt: skip
def test_booking_lies_within_the_hours_past_midnight(centre: Centre, start: float, minutes: int, fits: bool):
    OpeningHours.objects.filter(room=centre.right).delete()
    OpeningHours.objects.create(room=centre.right, weekday=0, opens=datetime.time(18), closes=datetime.time(2))
    order = Order(centre.right, centre.theirs, at(start), minutes)
    if fits:
        assert book(order, None, NOW)
    else:
        with pytest.raises(Refused):
            book(order, None, NOW)


@pytest.mark.parametrize(("hour", "monday"), [(0, 0), (12, 0), (7 * 24 - 0.01, 0), (7 * 24, 7), (-0.01, -7)])
def test_week_begins_at_monday_midnight_here(hour: float, monday: int):
    assert monday_of(at(hour).astimezone(datetime.UTC)) == at(0, day=monday)
