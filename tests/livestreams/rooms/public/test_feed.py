"""The calendar behind a secret address, read back as a phone reads it."""

import datetime

import pytest
from django.test import Client
from icalendar import Calendar, Event

from livestreams.rooms.booking import Order, book
from livestreams.rooms.changing import Hand, cancel, change, decide
from livestreams.rooms.models import CalendarFeed, Occupancy, Room
from livestreams.teams.models import Membership
from tests.livestreams.rooms.builders import Centre

HOUR = datetime.timedelta(hours=1)
EVENING = 19


@pytest.fixture
def address(centre: Centre) -> str:
    """Of a member of `theirs`."""
    return f"/rooms/calendar/{CalendarFeed.objects.create(person=centre.rival).token}.ics"


@pytest.fixture
def evening(now: datetime.datetime) -> datetime.datetime:
    return now.replace(hour=EVENING, minute=0) + datetime.timedelta(days=2)


@pytest.fixture
def row(centre: Centre, evening: datetime.datetime) -> Occupancy:
    return book(Order(centre.right, centre.theirs, evening, 90), centre.rival)


def events(client: Client, address: str) -> list[Event]:
    return list(Calendar.from_ical(client.get(address).content).walk("VEVENT"))


def only_event(client: Client, address: str) -> Event:
    (event,) = events(client, address)
    return event


def test_booking_is_an_event_of_its_time(client: Client, address: str, row: Occupancy):
    event = only_event(client, address)
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (row.starts_at, row.ends_at)
    assert event["status"] == "CONFIRMED"


def test_event_names_room_team_and_place_but_no_person(client: Client, address: str, row: Occupancy, centre: Centre):
    Room.objects.filter(pk=row.room_id).update(place="产学研中心二楼")
    event = only_event(client, address)
    assert centre.right.name in event["summary"] and centre.theirs.name in event["summary"]
    assert "产学研中心二楼" in event["location"]
    assert centre.rival.username not in client.get(address).content.decode()


def test_change_keeps_the_uid_and_raises_the_sequence(
    client: Client, address: str, row: Occupancy, centre: Centre, evening: datetime.datetime
):
    before = only_event(client, address)
    change(row, centre.right, evening + HOUR, evening + 2 * HOUR, Hand(centre.rival))
    after = only_event(client, address)
    assert (after["uid"], after.decoded("dtstart")) == (before["uid"], evening + HOUR)
    assert after["sequence"] > before["sequence"]


def test_cancelled_booking_stays_as_cancelled(client: Client, address: str, row: Occupancy, centre: Centre):
    cancel(row, Hand(centre.rival))
    assert only_event(client, address)["status"] == "CANCELLED"


def test_request_is_tentative_until_somebody_says_yes(
    client: Client, address: str, centre: Centre, evening: datetime.datetime
):
    request = book(Order(centre.training, centre.theirs, evening, 60), centre.rival)
    assert only_event(client, address)["status"] == "TENTATIVE"
    decide(request, True, Hand(centre.manager, of_the_office=True))
    assert only_event(client, address)["status"] == "CONFIRMED"


def test_other_teams_bookings_are_not_in_it(client: Client, address: str, centre: Centre, evening: datetime.datetime):
    book(Order(centre.left, centre.ours, evening, 60), centre.leader)
    assert events(client, address) == []


def test_last_thirty_days_are_in_it_and_older_ones_not(
    client: Client, address: str, centre: Centre, evening: datetime.datetime
):
    for days in (10, 40):
        begin = evening - datetime.timedelta(days=days + 2)
        book(Order(centre.right, centre.theirs, begin, 60, of_the_office=True), centre.rival, begin)
    assert only_event(client, address).decoded("dtstart") == evening - datetime.timedelta(days=12)


def test_unchanged_calendar_is_not_sent_again(client: Client, address: str, row: Occupancy, centre: Centre):
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    cancel(row, Hand(centre.rival))
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_it_is_a_private_calendar(client: Client, address: str):
    answer = client.get(address)
    assert answer["Content-Type"].startswith("text/calendar")
    assert "private" in answer["Cache-Control"]


def test_it_takes_few_queries_however_much_is_booked(
    client: Client, address: str, centre: Centre, evening: datetime.datetime, django_assert_max_num_queries
):
    for number in range(12):
        book(Order(centre.right, centre.theirs, evening + number * 2 * HOUR, 60), centre.rival)
    with django_assert_max_num_queries(6):
        assert len(events(client, address)) == 12


def test_void_address_is_not_there(client: Client, address: str):
    CalendarFeed.objects.all().delete()
    assert client.get(address).status_code == 404


@pytest.mark.usefixtures("row")
def test_who_left_the_team_gets_nothing(client: Client, address: str, centre: Centre):
    Membership.objects.filter(user=centre.rival).update(valid_to=datetime.date(2020, 2, 1))
    assert client.get(address).status_code == 404


@pytest.mark.usefixtures("row")
def test_closed_account_gets_nothing(client: Client, address: str, centre: Centre):
    centre.rival.is_active = False
    centre.rival.save()
    assert client.get(address).status_code == 404
