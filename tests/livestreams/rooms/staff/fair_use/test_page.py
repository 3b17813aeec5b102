"""The page of the switches."""

import pytest
from django.test import Client
from django.urls import reverse

from livestreams.rooms.models import FairUse
from tests import people
from tests.livestreams.rooms.builders import Centre
from tests.livestreams.rooms.builders import centre as build


@pytest.fixture
def desk(centre: Centre) -> Client:
    client = Client()
    client.force_login(centre.manager)
    return client


def posted(centre: Centre, **said: object) -> dict[str, object]:
    pk = centre.township.pk
    return {"township": pk, **{f"t{pk}-{name}": value for name, value in said.items()}}


def test_room_manager_sets_the_switches(desk, centre):
    desk.post(reverse("rooms:fair_use"), posted(centre, weekly_hours=8, opens_reserved="on"))
    fair_use = FairUse.objects.get(township=centre.township)
    assert (fair_use.weekly_hours, fair_use.opens_reserved, fair_use.releases_unused) == (8, True, False)


@pytest.mark.parametrize("hours", ["0", "101", "-3", "2.5", "many"])
def test_hours_that_cannot_be_are_refused_in_one_sentence(desk, centre, hours: str):
    answer = desk.post(reverse("rooms:fair_use"), posted(centre, weekly_hours=hours))
    (shown,) = answer.context["shown"]
    assert {name: len(told) for name, told in shown.form.errors.items()} == {"weekly_hours": 1}
    assert not FairUse.objects.exists()


def test_other_townships_switches_cannot_be_set(desk):
    others = build("other")
    assert desk.post(reverse("rooms:fair_use"), posted(others, weekly_hours=8)).status_code == 404


def test_readers_see_how_they_stand_and_change_nothing(centre):
    FairUse.objects.create(township=centre.township, weekly_hours=17)
    client = Client()
    client.force_login(people.reader_of(centre.township, "reader"))
    html = client.get(reverse("rooms:fair_use")).text
    assert "17" in html
    assert 'name="township"' not in html
    assert client.post(reverse("rooms:fair_use"), posted(centre)).status_code in (302, 403)
