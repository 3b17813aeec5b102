import pytest
from django.contrib.auth.models import Group
from django.test import Client

from livestreams.sales.staff.access import STAFF_GROUP
from zhunong.access.models import User

PASSWORD = "ein-langes-wort-7"


@pytest.fixture
def people(pages) -> None:
    User.objects.create_superuser("chief", password=PASSWORD)
    staff = User.objects.create_user("office", password=PASSWORD)
    staff.groups.add(Group.objects.get(name=STAFF_GROUP))
    User.objects.create_user("member", password=PASSWORD)


def sign_in(name: str, following: str = "/admin/") -> str:
    answer = Client().post("/admin/login/", {"username": name, "password": PASSWORD, "next": following})
    return answer.headers.get("Location", "")


@pytest.mark.parametrize(("name", "place"), [("chief", "/admin/"), ("office", "/admin/"), ("member", "/")])
def test_signing_in_leads_where_there_is_work(people, name, place):
    assert sign_in(name) == place


def test_sign_in_page_is_ours_and_offers_no_mail_that_never_comes(client, pages):
    html = client.get("/admin/login/", headers={"cookie": "django_language=en"}).text
    assert "login-sign" in html
    assert "password_reset" not in html


def test_staff_find_their_work_and_no_more(people, client):
    client.force_login(User.objects.get(username="office"))
    html = client.get("/admin/").text
    assert 'class="work"' in html
    assert '"name": "reports"' not in html


def test_administrator_scopes_a_new_user_to_townships(pages, people, client):
    client.force_login(User.objects.get(username="chief"))
    data = {"username": "new", "password1": PASSWORD, "password2": PASSWORD, "townships": [pages.pk]}
    client.post("/admin/users/new/", data)
    assert [township.pk for township in User.objects.get(username="new").townships.all()] == [pages.pk]


def test_administrator_takes_a_township_away_again(pages, people, client):
    office = User.objects.get(username="office")
    office.townships.add(pages)
    client.force_login(User.objects.get(username="chief"))
    client.post(f"/admin/users/edit/{office.pk}/", {"username": "office", "is_active": "on", "townships": []})
    assert not office.townships.exists()


def test_visitors_and_staff_open_no_users(people, client):
    assert client.get("/admin/users/").status_code == 302
    client.force_login(User.objects.get(username="office"))
    assert client.get("/admin/users/").status_code == 302


def test_administrator_fills_in_the_footer(people, client):
    client.force_login(User.objects.get(username="chief"))
    assert client.get("/admin/settings/pages/sitedetails/", follow=True).status_code == 200
