"""The register of use: what stood, to the minute."""

import datetime

from livestreams.rooms.booking import Order, book
from livestreams.rooms.changing import Hand, cancel
from livestreams.rooms.models import Occupancy, Room
from livestreams.rooms.models.occupancies import OccupancyQuerySet, Purpose
from livestreams.rooms.months import Month, asked_month, this_month
from livestreams.rooms.register import TeamUse, by_month, hours, in_month, stood, total
from livestreams.teams.models import Team
from tests.livestreams.rooms.builders import NOW, Centre, at

JUNE = Month(datetime.date(2026, 6, 1))
LATER = at(0, day=60)
ALL = Occupancy.objects


def used(room: Room, team: Team, starts_at: datetime.datetime, minutes: int = 60, **fields: object) -> Occupancy:
    """Booked by the office, for which any length and start will do."""
    return book(Order(room, team, starts_at, minutes, of_the_office=True, **fields), None, NOW)


def rows(now: datetime.datetime = LATER) -> OccupancyQuerySet:
    return stood(ALL.all(), now)


def teams(month: Month = JUNE) -> list[TeamUse]:
    return by_month(rows(), month)[month]


def test_hours_of_a_team_are_told_by_purpose(centre: Centre):
    used(centre.right, centre.theirs, at(9), 90)
    used(centre.right, centre.theirs, at(12), 45, purpose=Purpose.FILMING)
    (use,) = teams()
    assert (use.bookings, use.minutes, use.by_purpose) == (2, 135, {"live": 90, "filming": 45})


def test_who_used_most_stands_first(centre: Centre):
    used(centre.right, centre.theirs, at(9), 60)
    used(centre.right, centre.third, at(12), 90)
    assert [use.team for use in teams()] == [centre.third.name, centre.theirs.name]


def test_sum_is_made_of_minutes_not_of_rounded_hours(centre: Centre):
    for number in range(4):
        used(centre.right, centre.theirs, at(9 + 2 * number), 65)
    assert hours(total(teams()).minutes) == "4.3"


def test_what_was_cancelled_or_only_asked_for_is_not_counted(centre: Centre):
    cancel(used(centre.right, centre.theirs, at(9)), Hand(None, of_the_office=True, now=NOW))
    book(Order(centre.training, centre.theirs, at(19), 60), None, NOW)
    assert not rows(at(20))


def test_what_has_not_begun_is_not_counted(centre: Centre):
    used(centre.right, centre.theirs, at(9))
    assert not rows(at(8.9)) and rows(at(9))


def test_booking_over_the_end_of_a_month_counts_where_it_starts(centre: Centre):
    used(centre.right, centre.theirs, at(23, day=29), 120)
    assert teams()[0].minutes == 120 and in_month(rows(), JUNE)
    assert not teams(JUNE.following) and not in_month(rows(), JUNE.following)


def test_months_of_the_year_begin_at_midnight_of_the_site(centre: Centre):
    used(centre.right, centre.theirs, at(0.25), 90)
    used(centre.left, centre.ours, at(23, day=29), 120)
    used(centre.left, centre.ours, at(2, day=30), 60)
    of_months = {month.key: total(found).minutes for month, found in by_month(rows(), JUNE).items() if found}
    assert of_months == {"2026-06": 210, "2026-07": 60}


def test_hours_have_one_decimal_halves_up():
    assert [hours(minutes) for minutes in (0, 15, 90, 60_000)] == ["0.0", "0.3", "1.5", "1,000.0"]


def test_month_of_an_address_is_one_that_there_can_be():
    assert asked_month("2024-02").span.end.month == 3
    assert [asked_month(text) for text in ("", "2024-13", "1999-01", "9999-12", "٢٠٢٤-02")] == [this_month()] * 5
