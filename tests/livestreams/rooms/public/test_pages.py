"""The public page and the door's screen: team, time and purpose, and nobody by name."""

import datetime

from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext as _

from livestreams.rooms.booking import Order, book
from livestreams.rooms.changing import Hand
from livestreams.rooms.closing import close
from livestreams.rooms.models import FairUse, Occupancy, Room
from livestreams.teams.models import Team
from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.builders import centre as build

HOUR = datetime.timedelta(hours=1)


def booked_now(centre: Centre, now: datetime.datetime, team: Team | None = None) -> Occupancy:
    """By the office, so that any minute will do: from now on for an hour."""
    order = Order(centre.right, team or centre.theirs, now, 60, people=[centre.rival], of_the_office=True)
    return book(order, centre.rival, now)


def page(client: Client, address: str = "/rooms/") -> str:
    return client.get(address).content.decode()


def test_page_tells_team_and_time(client: Client, centre: Centre, now: datetime.datetime):
    booked_now(centre, now)
    text = page(client)
    assert centre.theirs.name in text and f"{now:%H:%M}–" in text


def test_no_page_names_a_person(client: Client, centre: Centre, now: datetime.datetime):
    centre.rival.display_name = "王芳芳"
    centre.rival.save()
    row = booked_now(centre, now)
    text = page(client) + page(client, f"/rooms/{row.room_id}/door/")
    assert "王芳芳" not in text and centre.rival.username not in text


def test_reason_of_a_closure_is_nobodys_business(client: Client, centre: Centre, now: datetime.datetime):
    close([centre.right], now, now + 6 * HOUR, Hand(centre.staff, of_the_office=True, reason="查封检修"))
    text = page(client) + page(client, f"/rooms/{centre.right.pk}/door/")
    assert _("Closed") in text and "查封检修" not in text


def test_request_is_taken_and_its_team_unnamed(client: Client, centre: Centre, now: datetime.datetime):
    start = now.replace(hour=19, minute=0) + datetime.timedelta(days=1)
    book(Order(centre.training, centre.third, start, 60), centre.staff)
    text = page(client)
    assert _("Taken") in text and centre.third.name not in text


def test_page_takes_few_queries_however_much_is_booked(
    client: Client, centre: Centre, now: datetime.datetime, django_assert_max_num_queries
):
    for number in range(20):
        start = now + datetime.timedelta(days=1 + number % 6, hours=2 * (number // 6))
        book(Order(centre.right, centre.theirs, start, 60, of_the_office=True), None)
    with django_assert_max_num_queries(8):
        client.get("/rooms/")


def test_page_of_no_rooms_says_so(client: Client, db: None):
    assert _("No room is entered here yet.") in page(client)


def test_several_townships_are_chosen_from(client: Client, centre: Centre):
    other = build("linzhen")
    Room.objects.filter(township=other.township).update(place="临镇大楼")
    assert "临镇大楼" not in page(client)
    assert "临镇大楼" in page(client, "/rooms/?township=linzhen")


def test_unknown_township_gives_the_first_one(client: Client, centre: Centre):
    assert centre.right.name in page(client, "/rooms/?township=nowhere")


def test_booking_nobody_came_to_is_swept_before_it_is_shown(client: Client, centre: Centre, now: datetime.datetime):
    FairUse.objects.create(township=centre.township, releases_unused=True)
    begin = now - HOUR / 2
    order = Order(centre.right, centre.theirs, begin, 120, of_the_office=True)
    row = book(order, centre.rival, begin)
    client.get("/rooms/")
    row.refresh_from_db()
    assert row.ended == Occupancy.Ended.RELEASED


def test_door_tells_who_is_in_and_who_comes_next(client: Client, centre: Centre, now: datetime.datetime):
    booked_now(centre, now)
    book(Order(centre.right, centre.third, now + 3 * HOUR, 60, of_the_office=True), None, now)
    text = page(client, f"/rooms/{centre.right.pk}/door/")
    assert text.index(centre.theirs.name) < text.index(centre.third.name)


def test_door_reloads_itself_and_leads_to_booking(client: Client, centre: Centre, settings):
    settings.PUBLIC_URL = "https://zhunong.example"
    text = page(client, f"/rooms/{centre.right.pk}/door/")
    assert 'http-equiv="refresh"' in text
    assert "https://zhunong.example/my/rooms/" in text and "<svg" in text


def test_door_of_a_room_not_in_use_is_not_there(client: Client, centre: Centre):
    Room.objects.filter(pk=centre.right.pk).update(is_in_use=False)
    assert client.get(f"/rooms/{centre.right.pk}/door/").status_code == 404


def test_door_takes_few_queries(client: Client, centre: Centre, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        client.get(f"/rooms/{centre.right.pk}/door/")


def test_door_shows_the_time_of_the_site(client: Client, centre: Centre):
    assert f"{timezone.localtime():%H:}" in page(client, f"/rooms/{centre.right.pk}/door/")
