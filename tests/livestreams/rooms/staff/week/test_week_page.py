"""The week of all rooms: a table, and the events of the calendar over it."""

import datetime
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from livestreams.rooms.changing import Hand
from livestreams.rooms.closing import close
from livestreams.rooms.models import OpeningHours
from livestreams.rooms.staff.week.weeks import Week
from tests import people
from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.builders import centre as build
from tests.livestreams.rooms.staff.desk import at, booked, desk_of

WEEK, EVENTS = reverse("rooms:week"), reverse("rooms:week_events")


def asked(client: Client, begin: datetime.datetime, end: datetime.datetime) -> list[dict]:
    return client.get(EVENTS, {"start": f"{begin:%Y-%m-%dT%H:%M}", "end": f"{end:%Y-%m-%dT%H:%M}"}).json()


def of_day(client: Client, **kinds: object) -> list[dict]:
    """The events of the day that tests book on."""
    return [each for each in asked(client, at(0), at(24)) if each.get("display") != "background"]


def test_week_without_scripts_is_a_table_with_every_booking(centre: Centre):
    row = booked(centre)
    page = desk_of(centre.manager).get(WEEK, {"week": f"{at(0):%Y-%m-%d}"}).content.decode()
    assert reverse("rooms:booking", args=[row.pk]) in page
    assert "19:00–20:00" in page


@pytest.mark.parametrize("text", ["", "soon", "2026-13-01", "0001-01-01", "9999-12-31"])
def test_odd_week_is_this_week(text: str):
    assert Week.of(text).is_this


def test_week_begins_on_monday():
    assert Week.of("2026-11-26").monday == datetime.date(2026, 11, 23)


def test_event_has_its_time_as_the_clock_in_the_room_shows_it(centre: Centre):
    row = booked(centre)
    (event,) = of_day(desk_of(centre.manager))
    assert (event["start"], event["resourceIds"]) == (f"{at(19):%Y-%m-%dT%H:%M}", [str(centre.right.pk)])
    assert event["extendedProps"]["url"] == reverse("rooms:booking", args=[row.pk])


def test_closure_is_an_event_that_nobody_drags(centre: Centre):
    close([centre.left], at(9), at(12), Hand(centre.manager, True, "停电"))
    (event,) = of_day(desk_of(centre.manager))
    assert (event["title"], event["startEditable"], event["classNames"]) == ("停电", False, ["is-closure"])


def test_hours_outside_opening_are_background(centre: Centre):
    OpeningHours.objects.filter(room=centre.left).update(opens=datetime.time(8), closes=datetime.time(22))
    shut = [each for each in asked(desk_of(centre.manager), at(0), at(24)) if each["classNames"] == ["is-shut"]]
    assert [(each["start"][-5:], each["end"][-5:]) for each in shut] == [("00:00", "08:00"), ("22:00", "00:00")]


def test_reader_sees_the_events_and_drags_none(centre: Centre):
    booked(centre)
    (event,) = of_day(desk_of(people.reader_of(centre.township, "reader")))
    assert (event["startEditable"], event["extendedProps"]["move"]) == (False, "")


def test_events_of_another_township_stay_there(centre: Centre):
    booked(centre)
    assert asked(desk_of(build("elsewhere").manager), at(0), at(24)) == []


@pytest.mark.parametrize("span", [{}, {"start": "x", "end": "y"}, {"start": "2026-01-01", "end": "2027-01-01"}])
def test_events_are_given_for_a_few_weeks_alone(centre: Centre, span: dict):
    assert desk_of(centre.manager).get(EVENTS, span).status_code == 400


@pytest.mark.parametrize("bookings", [1, 12])
def test_events_take_few_queries_however_much_is_booked(
    centre: Centre, bookings: int, django_assert_max_num_queries: Callable
):
    for number in range(bookings):
        booked(centre, hour=8, days=2 + number, of_the_office=True)
    client = desk_of(centre.manager)
    with django_assert_max_num_queries(8):
        assert len(asked(client, at(0), at(24 * 14))) == 2 * bookings, "each with its tidying up"


def test_time_that_ran_out_is_swept_before_it_is_shown(centre: Centre):
    row = booked(centre, room=centre.training)
    type(row).objects.filter(pk=row.pk).update(expires_at=timezone.now() - datetime.timedelta(minutes=1))
    assert of_day(desk_of(centre.manager)) == []
    row.refresh_from_db()
    assert row.ended == "expired"
