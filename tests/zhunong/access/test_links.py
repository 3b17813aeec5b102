import datetime

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.people import member_of
from zhunong.access import roles
from zhunong.access.models import User
from zhunong.access.sign_in.links import address_of, make_link, person_of, tokens
from zhunong.places.models import Township

NEW = "zwei-lange-worte-8"
BOTH = {"new_password1": NEW, "new_password2": NEW}


@pytest.fixture
def link(member: User) -> str:
    return link_for(member)


def link_for(person: User) -> str:
    make_link(person)
    address = address_of(person)
    assert address.startswith(settings.PUBLIC_URL + "/")
    return address.removeprefix(settings.PUBLIC_URL)


def is_open(link: str) -> bool:
    return Client().get(link).status_code == 200


def test_looking_uses_nothing_up(client, link, member):
    for _preview in range(3):
        assert is_open(link)
    assert "anyu-014" in client.get(link).text


def test_a_good_password_signs_in_once(client, link, member):
    assert client.post(link, BOTH).url == "/my/"
    assert client.get(reverse("people:account")).status_code == 200
    assert User.objects.get(pk=member.pk).check_password(NEW)
    assert not is_open(link)


def test_second_post_changes_nothing(link, member):
    Client().post(link, BOTH)
    late = Client().post(link, {"new_password1": "drei-lange-worte-9", "new_password2": "drei-lange-worte-9"})
    assert late.status_code == 410
    assert User.objects.get(pk=member.pk).check_password(NEW)


@pytest.mark.parametrize(
    "words", [("short1", "short1"), (NEW, NEW + "x"), ("password123", "password123"), ("13800000014", "13800000014")]
)
def test_a_poor_password_does_not_use_it_up(client, link, member, words):
    answer = client.post(link, dict(zip(BOTH, words, strict=True)))
    assert (answer.status_code, "field__error" in answer.text) == (200, True)
    assert is_open(link)


def test_newer_link_voids_the_older(link, member):
    newer = link_for(member)
    assert (is_open(link), is_open(newer)) == (False, True)


def test_link_ends_after_three_days(member):
    for age, opens in [(datetime.timedelta(days=3, minutes=-1), True), (datetime.timedelta(days=3), False)]:
        member.invited_at = timezone.now() - age
        member.save()
        assert is_open(address_of(member).removeprefix(settings.PUBLIC_URL)) == opens


def test_token_of_its_own_age_ends_too(member, monkeypatch):
    make_link(member)
    past = datetime.datetime.now() - datetime.timedelta(days=3, minutes=1)
    monkeypatch.setattr(tokens, "_now", lambda: past)
    old = address_of(member).rpartition("/")[2]
    monkeypatch.undo()
    assert person_of(old) is None


@pytest.mark.parametrize("change", ["-", "x", "%E4%B8%89%E5%A4%A9%E5%86%85", "/more"])
def test_garbled_link_gets_one_plain_page(client, link, change):
    answer = client.get(link + change)
    assert (answer.status_code, "镇工作人员" in answer.text) == (410, True)


@pytest.mark.parametrize("key", ["abc", "999999-abc-def", "9" * 40 + "-a-b", "-", "٣-a-b"])
def test_nonsense_is_no_link(client, db, key):
    assert client.get(reverse("one_time_link", args=[key])).status_code == 410


def test_a_slash_at_the_end_does_no_harm(link):
    assert is_open(link + "/")


def test_link_of_one_is_none_for_another(link, member, fourteen):
    other = member_of(fourteen, "other")
    make_link(other)
    assert not is_open(link.replace(f"/{member.pk}-", f"/{other.pk}-"))


def give_office(person: User) -> None:
    person.groups.add(Group.objects.get(name=roles.STAFF))


def give_township(person: User) -> None:
    person.townships.add(Township.objects.get(slug="anyu"))


def give_county(person: User) -> None:
    User.objects.filter(pk=person.pk).update(county="绛县")


def give_everything(person: User) -> None:
    User.objects.filter(pk=person.pk).update(is_superuser=True)


def close(person: User) -> None:
    User.objects.filter(pk=person.pk).update(is_active=False)


@pytest.mark.parametrize("change", [give_office, give_township, give_county, give_everything, close])
def test_link_opens_no_more_than_it_was_made_for(link, member, change):
    assert is_open(link)
    change(member)
    assert not is_open(link)


def test_own_phone_is_asked_here_too(client, link):
    client.post(link, BOTH | {"own_phone": "on"})
    assert client.session.get_expiry_age() == 90 * 24 * 60 * 60


def test_somebody_in_nothing_has_a_password_and_is_told_so(client, nobody):
    page = client.post(link_for(nobody), BOTH)
    assert (page.status_code, "镇工作人员" in page.text) == (200, True)
    assert client.get(reverse("people:account")).status_code == 302


def test_page_is_kept_by_nobody(client, link):
    headers = client.get(link).headers
    assert "no-store" in headers["Cache-Control"]
    assert headers["Referrer-Policy"] == "same-origin"
