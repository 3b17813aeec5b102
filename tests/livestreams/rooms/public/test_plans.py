"""How a room is right now, and what its days look like from outside."""

from livestreams.rooms.booking import Order, hold
from livestreams.rooms.changing import Hand
from livestreams.rooms.closing import close
from livestreams.rooms.models import OpeningHours, Room
from livestreams.rooms.public.days import Day, days_of
from livestreams.rooms.public.plans import Plan, State, plans
from livestreams.rooms.timetables import Moment
from tests.livestreams.rooms.builders import NOW, Centre, at, booked


def plan(room: Room, now: Moment) -> Plan:
    return plans([room], at(0), at(0, day=8), now)[0]


def days(room: Room, now: Moment = NOW) -> list[Day]:
    return days_of([plan(room, now)], now)


def told(day: Day) -> list[str]:
    """A room's day as `free 08:00–19:00`, in the site's time."""
    return [f"{entry.state} {clock(entry.begin)}–{clock(entry.end)}" for entry in day.rooms[0].entries]


def clock(when: Moment) -> str:
    return f"{when.astimezone(NOW.tzinfo):%H:%M}"


def test_free_room_is_free_until_the_next_booking(centre: Centre):
    booked(centre.right, centre.theirs, at(19))
    assert plan(centre.right, at(15)).status[:2] == (State.FREE, at(19))


def test_room_in_use_says_whose_and_when_it_is_free_after_tidying_up(centre: Centre):
    row = booked(centre.right, centre.theirs, at(19), 90)
    status = plan(centre.right, at(20)).status
    assert (status.state, status.until, status.row) == (State.ON, at(20.5), row)
    assert status.free and (status.free.begin, status.free_until) == (at(20.75), None)


def test_turn_around_is_shown_as_such(centre: Centre):
    booked(centre.right, centre.theirs, at(19), 90)
    assert plan(centre.right, at(20.6)).status[:2] == (State.TIDIED, at(20.75))


def test_held_room_is_shown_as_taken_by_nobody_named(centre: Centre):
    hold(Order(centre.right, None, NOW, 60), centre.rival, NOW)
    status = plan(centre.right, NOW).status
    assert (status.state, status.row) == (State.TAKEN, None)


def test_closed_room_says_until_when(centre: Centre):
    close([centre.right], at(9), at(17), Hand(centre.staff, of_the_office=True, reason="停电", now=NOW))
    assert plan(centre.right, at(10)).status[:2] == (State.CLOSED, at(17))


def test_room_outside_its_hours_is_not_open(centre: Centre):
    opens_from_8_to_22(centre.right)
    status = plan(centre.right, at(23)).status
    assert (status.state, status.free and status.free.begin) == (State.SHUT, at(8, day=1))


def test_gap_too_short_for_any_booking_is_not_called_free(centre: Centre):
    booked(centre.right, centre.theirs, at(18), 60)
    booked(centre.right, centre.third, at(20), 60)
    assert [gap.begin for gap in plan(centre.right, at(18.5)).gaps][0] == at(21.25)


def test_day_is_told_in_the_order_of_time(centre: Centre):
    opens_from_8_to_22(centre.right)
    booked(centre.right, centre.theirs, at(19, day=1), 90)
    assert told(days(centre.right)[1]) == ["free 08:00–19:00", "taken 19:00–20:30", "free 20:45–22:00"]


def test_what_is_over_today_is_left_out(centre: Centre):
    opens_from_8_to_22(centre.right)
    booked(centre.right, centre.theirs, at(9), 60)
    assert told(days(centre.right, at(12))[0]) == ["free 12:00–22:00"]


def test_booking_over_midnight_stands_on_its_first_day(centre: Centre):
    booked(centre.right, centre.theirs, at(23, day=1), 120)
    first, second = days(centre.right)[1:3]
    assert told(first)[-1] == "taken 23:00–01:00"
    assert told(second) == ["free 01:15–00:00"]


def test_held_time_is_taken_and_names_no_team(centre: Centre):
    hold(Order(centre.right, None, at(19, day=1), 60), centre.rival)
    entry = next(entry for entry in days(centre.right)[1].rooms[0].entries if entry.state == State.TAKEN)
    assert entry.row is None


def test_closed_day_is_only_closed(centre: Centre):
    hand = Hand(centre.staff, of_the_office=True, reason="停电", now=NOW)
    close([centre.right], at(0, day=2), at(0, day=3), hand)
    assert days(centre.right)[2].rooms[0].is_closed


def test_bar_shows_where_in_the_hours_a_booking_lies(centre: Centre):
    opens_from_8_to_22(centre.right)
    booked(centre.right, centre.theirs, at(15, day=1), 60)
    taken = next(piece for piece in days(centre.right)[1].rooms[0].bar if piece.state == "taken")
    assert (taken.begin, taken.width) == ("50.00", "7.14")


def opens_from_8_to_22(room: Room) -> None:
    OpeningHours.objects.filter(room=room).update(opens="08:00", closes="22:00")
