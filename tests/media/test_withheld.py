"""Pictures of people who have not been asked: no visitor gets the file, whatever address is typed."""

import pytest
from django.test import Client

from media.models import CustomImage
from tests import people
from tests.media.conftest import drawn, upload
from zhunong.access.libraries import library_of
from zhunong.pages.models import HomePage
from zhunong.places.models import Township


@pytest.fixture
def township(db) -> Township:
    from wagtail.models import Page

    made = Township.objects.create(slug="anyu", name="安峪镇", county="绛县")
    Page.objects.get(depth=1).add_child(instance=HomePage(title="安峪", slug="anyu-home", township=made))
    return made


@pytest.fixture
def withheld(township) -> CustomImage:
    return CustomImage.objects.create(
        title="老王", file=upload(drawn()), description="老王", people_shown="not_asked",
        collection=library_of(township),
    )  # fmt: skip


@pytest.fixture(params=["file", "rendition"])
def address(request, withheld) -> str:
    file = withheld.file if request.param == "file" else withheld.get_rendition("max-165x165").file
    return f"/uploads/{file.name}"


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("said", ["not_asked", "not_said"])
def test_visitors_get_no_file(client, address, said):
    CustomImage.objects.update(people_shown=said)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("said", ["nobody", "agreed"])
def test_once_they_agreed_everybody_gets_it(client, address, said):
    CustomImage.objects.update(people_shown=said)
    assert client.get(address).status_code == 200


def test_who_works_on_the_library_sees_it_and_no_cache_keeps_it(address, township):
    answer = signed_in(people.staff_of(township, "clerk")).get(address)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"] and "public" not in answer["Cache-Control"]


def test_who_works_elsewhere_does_not(address, township):
    elsewhere = people.another_township()
    assert signed_in(people.staff_of(elsewhere, "elsewhere")).get(address).status_code == 404


def test_who_has_no_work_with_pictures_does_not(address, township):
    assert signed_in(people.reader_of(township, "reader")).get(address).status_code == 404


def test_another_picture_beside_it_is_served_and_kept(client, withheld, keep):
    other = keep(drawn(), "other.jpg")
    answer = client.get(f"/uploads/{other.file.name}")
    assert answer.status_code == 200 and "public" in answer["Cache-Control"]


def test_a_visitor_costs_one_query(client, withheld, keep, django_assert_max_num_queries):
    other = keep(drawn(), "other.jpg")
    with django_assert_max_num_queries(1):
        client.get(f"/uploads/{other.file.name}")
