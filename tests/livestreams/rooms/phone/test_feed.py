"""The own calendar address: made, shown, renewed and taken back."""

from collections.abc import Callable

from django.test import Client

from livestreams.rooms.models import CalendarFeed
from tests.livestreams.rooms.builders import Centre
from zhunong.access.models import User


def token(user: User) -> str:
    return CalendarFeed.objects.get(person=user).token


def test_nobody_has_an_address_before_asking_for_one(phone: Client):
    assert phone.get("/my/rooms/feed/").status_code == 200
    assert not CalendarFeed.objects.exists()


def test_made_address_is_shown_and_works(phone: Client, centre: Centre, settings):
    settings.PUBLIC_URL = "https://zhunong.example"
    page = phone.post("/my/rooms/feed/renew/", follow=True).content.decode()
    path = f"/rooms/calendar/{token(centre.rival)}.ics"
    assert f"https://zhunong.example{path}" in page
    assert Client().get(path).status_code == 200


def test_new_address_makes_the_old_one_void(phone: Client, centre: Centre):
    phone.post("/my/rooms/feed/renew/")
    old = token(centre.rival)
    phone.post("/my/rooms/feed/renew/")
    assert Client().get(f"/rooms/calendar/{old}.ics").status_code == 404
    assert Client().get(f"/rooms/calendar/{token(centre.rival)}.ics").status_code == 200


def test_address_can_be_taken_back(phone: Client, centre: Centre):
    phone.post("/my/rooms/feed/renew/")
    old = token(centre.rival)
    phone.post("/my/rooms/feed/revoke/")
    assert Client().get(f"/rooms/calendar/{old}.ics").status_code == 404


def test_each_person_has_an_own_address(centre: Centre, phone_of: Callable[[User], Client]):
    for user in (centre.rival, centre.member):
        phone_of(user).post("/my/rooms/feed/renew/")
    assert token(centre.rival) != token(centre.member)


def test_looking_never_makes_an_address(phone: Client):
    assert phone.get("/my/rooms/feed/renew/").status_code == 405
