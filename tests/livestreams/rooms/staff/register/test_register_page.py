"""The register in the admin."""

import datetime
import io

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from livestreams.rooms.booking import Order, book
from livestreams.rooms.models import Occupancy, Room
from tests import people
from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.builders import centre as build

ADDRESS = "/admin/rooms/register/"
MONTH = "?month=2026-06"


@pytest.fixture
def desk(centre: Centre) -> Client:
    return desk_of(centre)


def desk_of(centre: Centre) -> Client:
    client = Client()
    client.force_login(centre.manager)
    return client


def used(centre: Centre, hour: int, minutes: int = 60, room: Room | None = None) -> Occupancy:
    starts_at = timezone.make_aware(datetime.datetime(2026, 6, 10, hour))
    order = Order(room or centre.right, centre.theirs, starts_at, minutes, of_the_office=True)
    return book(order, None, starts_at)


def sheet(client: Client, query: str) -> list[tuple]:
    content = client.get(f"{ADDRESS}{MONTH}&format=xlsx&{query}").content
    return list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))


def test_page_tells_bookings_and_hours_of_a_team(desk: Client, centre: Centre):
    used(centre, 9, 90)
    used(centre, 14, 60)
    ((use, parts),) = desk.get(ADDRESS + MONTH).context["teams"]
    assert (use.team, use.bookings, use.hours, parts) == (centre.theirs.name, 2, "2.5", ["2.5"])


def test_room_can_be_chosen(desk: Client, centre: Centre):
    used(centre, 9, 90)
    used(centre, 14, 60, centre.training)
    whole, _parts = desk.get(f"{ADDRESS}{MONTH}&room={centre.training.pk}").context["total"]
    assert whole.minutes == 60


def test_month_before_and_after_lead_on(desk: Client, centre: Centre):
    addresses = desk.get(f"{ADDRESS}?month=2026-01&room={centre.right.pk}").context["addresses"]
    assert (addresses["before"], addresses["after"]) == (
        f"{ADDRESS}?month=2025-12&room={centre.right.pk}", f"{ADDRESS}?month=2026-02&room={centre.right.pk}",
    )  # fmt: skip


def test_chart_has_the_hours_of_the_table(desk: Client, centre: Centre):
    used(centre, 9, 90)
    chart = desk.get(ADDRESS + MONTH).context["chart"]
    assert chart["teams"] == [centre.theirs.name]
    assert [purpose["hours"] for purpose in chart["purposes"]] == [[1.5]]


def test_teams_can_be_taken_away_as_a_workbook(desk: Client, centre: Centre):
    used(centre, 9, 90)
    _head, team, whole = sheet(desk, "of=teams")
    assert team[1:5] == (centre.theirs.name, 1, 1.5, 1.5)
    assert whole[2:4] == (1, 1.5)


def test_single_uses_can_be_taken_away_as_a_workbook(desk: Client, centre: Centre):
    used(centre, 9, 90)
    _head, row = sheet(desk, "of=uses")
    assert row[:6] == ("2026-06-10", "09:00", "10:30", 1.5, centre.right.name, centre.theirs.name)


def test_other_townships_uses_and_rooms_are_not_told(centre: Centre):
    other = build("linzhen")
    used(centre, 9)
    desk = desk_of(other)
    assert desk.get(ADDRESS + MONTH).context["teams"] == []
    assert desk.get(f"{ADDRESS}{MONTH}&room={centre.right.pk}").context["room"] is None


def test_reader_may_look_and_a_member_may_not(centre: Centre):
    client = Client()
    client.force_login(people.reader_of(centre.township, "leser"))
    assert client.get(ADDRESS).status_code == 200
    client.force_login(centre.member)
    assert client.get(ADDRESS).status_code != 200


def test_page_takes_few_queries_however_much_was_used(desk: Client, centre: Centre, django_assert_max_num_queries):
    for hour in range(8, 20, 2):
        used(centre, hour)
    desk.get(ADDRESS + MONTH)
    with django_assert_max_num_queries(12):
        desk.get(ADDRESS + MONTH)
