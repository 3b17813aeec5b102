import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from livestreams.teams.models import Membership
from tests.people import person
from tests.zhunong.access.conftest import PASSWORD, PHONE, with_password

DAY = 24 * 60 * 60


def sign_in(client: Client, name: str, password: str = PASSWORD, **fields: str):
    return client.post(reverse("sign_in"), {"username": name, "password": password, **fields})


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("people:account")).status_code == 200


@pytest.mark.parametrize(
    "typed", ["anyu-014", "Anyu-014", PHONE, "+86 138 0000 0014", " 138-0000-0014 ", "１３８００００００１４"]
)
def test_name_and_phone_number_open_the_door(client, member, typed):
    assert sign_in(client, typed).url == "/my/"
    assert is_signed_in(client)


def test_wrong_password_does_not(client, member):
    assert "note--bad" in sign_in(client, PHONE, "wrong").text
    assert not is_signed_in(client)


def test_a_user_name_goes_before_somebody_elses_number(client, member, fourteen):
    namesake = with_password(person(PHONE))
    Membership.objects.create(team=fourteen, user=namesake, valid_from="2020-01-01")
    sign_in(client, PHONE)
    assert client.session["_auth_user_id"] == str(namesake.pk)


def test_own_phone_stays_ninety_days(client, member):
    sign_in(client, PHONE, own_phone="on")
    assert client.session.get_expiry_age() == 90 * DAY
    assert client.cookies["sessionid"]["max-age"] == 90 * DAY


def test_borrowed_phone_forgets_when_the_browser_closes(client, member):
    sign_in(client, PHONE)
    assert client.session.get_expire_at_browser_close()
    assert client.cookies["sessionid"]["max-age"] == ""


@pytest.mark.parametrize(
    ("following", "place"),
    [
        ("", "/my/"),
        ("/my/account/", "/my/account/"),
        ("/admin/", "/my/"),
        ("https://elsewhere.example/", "/my/"),
        ("//elsewhere.example/", "/my/"),
        ("/sign-in/?next=/", "/my/"),
    ],
)
def test_leads_where_one_wanted_to_go_if_that_is_here_and_open(client, member, following, place):
    assert sign_in(client, PHONE, next=following).url == place


@pytest.mark.parametrize(("following", "place"), [("", "/admin/"), ("/admin/sales/totals/", "/admin/sales/totals/")])
def test_the_office_goes_to_its_desk(client, clerk, following, place):
    assert sign_in(client, "clerk", next=following).url == place


def test_who_is_signed_in_needs_no_door(client, member):
    client.force_login(member)
    assert client.get(reverse("sign_in")).url == "/my/"


def test_member_who_strays_into_the_admin_comes_back_to_their_page(client, member):
    client.force_login(member)
    first = client.get("/admin/")
    assert client.get(client.get(first.url).url).url == "/my/"


def test_admins_own_address_leads_to_our_page_and_keeps_the_way(client, db):
    assert client.get("/admin/login/?next=/admin/pages/").url == "/sign-in/?next=%2Fadmin%2Fpages%2F"
    assert reverse("wagtailadmin_login") == "/admin/login/"


def test_somebody_in_nothing_is_told_what_to_do(client, nobody):
    page = sign_in(client, "nobody").text
    assert "镇工作人员" in page
    assert not is_signed_in(client)


def test_only_the_right_password_tells_that_somebody_is_in_nothing(client, nobody):
    assert sign_in(client, "nobody", "wrong").text.count("note--bad") == 1
    assert "没有加入" not in sign_in(client, "nobody", "wrong").text
    assert "没有加入" in sign_in(client, "nobody").text


def test_closed_account_is_told_nothing(client, member):
    member.is_active = False
    member.save()
    assert "note--bad" in sign_in(client, PHONE).text


def test_leaving_ends_access_on_that_day(client, member):
    sign_in(client, PHONE, own_phone="on")
    assert is_signed_in(client)
    member.memberships.update(valid_to=timezone.localdate() + datetime.timedelta(days=1))
    assert is_signed_in(client)
    member.memberships.update(valid_to=timezone.localdate())
    assert not is_signed_in(client)


@pytest.mark.parametrize("name", ["sign_out", "wagtailadmin_logout"])
def test_signing_out_leads_home(client, member, name):
    client.force_login(member)
    assert client.post(reverse(name)).url == "/"
    assert not is_signed_in(client)


def test_page_costs_a_visitor_no_more_queries_than_others(client, sample_world, django_assert_max_num_queries):
    client.get(reverse("sign_in"))
    with django_assert_max_num_queries(2):
        client.get(reverse("sign_in"))
