import pytest
from django.contrib.auth.models import Group

from livestreams.sales.staff.access import STAFF_GROUP
from zhunong.access.models import User

PASSWORD = "ein-langes-wort-7"


@pytest.fixture
def people(pages) -> None:
    User.objects.create_superuser("chief", password=PASSWORD)
    staff = User.objects.create_user("office", password=PASSWORD)
    staff.groups.add(Group.objects.get(name=STAFF_GROUP))


def test_sign_in_page_is_ours_and_offers_no_mail_that_never_comes(client, pages):
    html = client.get("/admin/login/", follow=True, headers={"cookie": "django_language=en"}).text
    assert "door__sign" in html
    assert "password_reset" not in html


@pytest.mark.parametrize("name", ["chief", "office"])
def test_wagtails_account_page_is_our_own(people, client, name):
    client.force_login(User.objects.get(username=name))
    assert client.post("/admin/account/", {"name_email-first_name": "x"}).url == "/my/account/"


def test_staff_find_their_work_and_no_more(people, client):
    client.force_login(User.objects.get(username="office"))
    html = client.get("/admin/").text
    assert 'class="work"' in html
    assert '"name": "reports"' not in html


def test_administrator_scopes_a_new_user_to_townships(pages, people, client):
    client.force_login(User.objects.get(username="chief"))
    data = {"username": "new", "password1": PASSWORD, "password2": PASSWORD, "townships": [pages.pk]}
    client.post("/admin/users/new/", data | {"display_name": "王小穗", "phone": "138 0000 0014", "county": "绛县"})
    new = User.objects.get(username="new")
    assert [township.pk for township in new.townships.all()] == [pages.pk]
    assert (new.display_name, new.phone, new.county) == ("王小穗", "13800000014", "绛县")


def test_two_people_without_a_phone_number_are_no_clash(pages, people, client):
    client.force_login(User.objects.get(username="chief"))
    for name in ("one", "two"):
        data = {"username": name, "password1": PASSWORD, "password2": PASSWORD, "phone": ""}
        client.post("/admin/users/new/", data)
    assert User.objects.filter(username__in=["one", "two"], phone=None).count() == 2


def test_administrator_takes_a_township_away_again(pages, people, client):
    office = User.objects.get(username="office")
    office.townships.add(pages)
    client.force_login(User.objects.get(username="chief"))
    client.post(f"/admin/users/edit/{office.pk}/", {"username": "office", "is_active": "on", "townships": []})
    assert not office.townships.exists()


@pytest.mark.parametrize("address", ["/admin/users/", "/admin/users/new/", "/admin/groups/"])
def test_visitors_and_staff_open_no_users(people, client, address):
    assert client.get(address).status_code == 302
    client.force_login(User.objects.get(username="office"))
    assert client.get(address).status_code in (302, 403)


def test_staff_hold_no_right_over_wagtails_users(people):
    office = User.objects.get(username="office")
    assert [act for act in ("view", "add", "change", "delete") if office.has_perm(f"access.{act}_user")] == []


def test_staff_find_people_in_the_menu(people, client):
    client.force_login(User.objects.get(username="office"))
    assert "/people/" in client.get("/admin/").text


def test_administrator_fills_in_the_footer(people, client):
    client.force_login(User.objects.get(username="chief"))
    assert client.get("/admin/settings/pages/sitedetails/", follow=True).status_code == 200
