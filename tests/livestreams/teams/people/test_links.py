import datetime

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.livestreams.teams.people.conftest import fresh
from zhunong.access.models import User
from zhunong.access.sign_in.links import address_of

NEW = "zwei-lange-worte-8"


def link_page(user: User) -> str:
    return reverse("people:link", args=[user.pk])


@pytest.fixture
def maker(as_, leader, member) -> Client:
    """The leader, who has just made a link for the member."""
    client = as_(leader)
    assert client.post(link_page(member)).url == link_page(member)
    return client


def opened(address: str) -> Client:
    client = Client()
    client.post(address.removeprefix(settings.PUBLIC_URL), {"new_password1": NEW, "new_password2": NEW})
    return client


def test_maker_gets_code_link_and_text(maker, member):
    html, address = maker.get(link_page(member)).text, address_of(fresh(member))
    assert html.count(address) == 2
    assert ("link__code" in html, "登录名：member" in html) == (True, True)


def test_link_on_the_page_works_on_another_phone(maker, member):
    assert opened(address_of(fresh(member))).get(reverse("people:account")).status_code == 200


def test_looking_again_makes_no_other_link(maker, member):
    before = fresh(member).invited_at
    maker.get(link_page(member))
    assert fresh(member).invited_at == before


def test_making_it_anew_voids_the_first(maker, member):
    first = address_of(fresh(member))
    maker.post(link_page(member))
    assert opened(first).get(reverse("people:account")).status_code == 302


def test_used_link_is_shown_no_more(maker, member):
    opened(address_of(fresh(member)))
    assert "link__code" not in maker.get(link_page(member)).text


def test_old_link_is_shown_no_more(maker, member):
    User.objects.filter(pk=member.pk).update(invited_at=timezone.now() - datetime.timedelta(days=4))
    assert "link__code" not in maker.get(link_page(member)).text


def test_nobody_but_the_maker_sees_it(maker, as_, clerk, member):
    assert "link__code" not in as_(clerk).get(link_page(member)).text


def test_making_a_link_leaves_the_old_password_until_it_is_used(maker, member):
    assert fresh(member).check_password("x")


def test_using_it_signs_other_phones_out(as_, maker, member):
    lost = as_(member)
    opened(address_of(fresh(member)))
    assert lost.get(reverse("people:account")).status_code == 302


def test_code_holds_the_address_and_nothing_of_the_person(maker, member):
    User.objects.filter(pk=member.pk).update(display_name="<王&小穗>")
    html = maker.get(link_page(member)).text
    assert "<王" not in html
    assert html.split("link__code")[1].split("<svg")[1].split("</svg>")[0].isascii()
