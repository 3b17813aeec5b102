"""Who gets what: every address of the staff's screens, for everybody there is."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import URLPattern, reverse

from livestreams.sales.models import Claim, Line, Listing, OrderImport
from livestreams.sales.staff.access import STAFF_GROUP
from livestreams.sales.staff.handing_in import urls as handing_in
from livestreams.sales.staff.totals import urls as totals
from livestreams.teams.models import Membership, Team
from zhunong.access.models import User
from zhunong.places.models import Township

PEOPLE = ("visitor", "member", "other_member", "staff", "other_staff", "administrator")
SIGN_IN, NOT_YOURS, NOT_THERE = 302, 403, 404
OF_A_RECORD = {"import": OrderImport, "line": Line, "map_listing": Listing}
FINE = {200, 302, 405}
"""A page, a way on, or a page that takes POST only."""


@pytest.fixture
def people(imported_world) -> dict[str, Client]:
    """A signed-in client of each kind of person."""
    home = Township.objects.get(slug="anyu")
    away = Township.objects.create(slug="dajiao", name="大交镇", county="绛县")
    users = {name: User.objects.create_user(name, password="-") for name in PEOPLE if name != "visitor"}
    users["administrator"].is_superuser = users["administrator"].is_staff = True
    users["administrator"].save()
    for name, township in {"staff": home, "other_staff": away}.items():
        users[name].townships.add(township)
        users[name].groups.add(Group.objects.get(name=STAFF_GROUP))
    for name, team in {"member": "fourteen", "other_member": "feng-team"}.items():
        Membership.objects.create(team=Team.objects.get(slug=team), user=users[name], valid_from="2026-01-01")
    clients = {name: Client() for name in PEOPLE}
    for name, user in users.items():
        clients[name].force_login(user)
    return clients


def patterns() -> list[URLPattern]:
    return [*handing_in.urlpatterns, *totals.urlpatterns]


def address(pattern: URLPattern) -> str:
    if "<int:pk>" not in str(pattern.pattern):
        return reverse(f"sales:{pattern.name}")
    model = OF_A_RECORD.get(pattern.name, OrderImport)
    return reverse(f"sales:{pattern.name}", args=[model.objects.first().pk])


def is_of_a_record(pattern: URLPattern) -> bool:
    return "<int:pk>" in str(pattern.pattern)


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.name)
class TestStaffAddress:
    def test_sends_a_visitor_to_the_sign_in(self, people: dict[str, Client], pattern: URLPattern):
        answer = people["visitor"].get(address(pattern))
        assert (answer.status_code, answer["Location"].startswith("/admin/login/")) == (SIGN_IN, True)

    @pytest.mark.parametrize("name", ["member", "other_member"])
    def test_is_closed_to_members_of_teams(self, people: dict[str, Client], pattern: URLPattern, name: str):
        assert people[name].get(address(pattern)).status_code in {SIGN_IN, NOT_YOURS}

    @pytest.mark.parametrize("name", ["staff", "administrator"])
    def test_is_open_to_the_townships_staff(self, people: dict[str, Client], pattern: URLPattern, name: str):
        assert people[name].get(address(pattern)).status_code in FINE

    def test_shows_no_record_to_another_townships_staff(self, people: dict[str, Client], pattern: URLPattern):
        status = people["other_staff"].get(address(pattern)).status_code
        assert status in ({NOT_THERE, 405} if is_of_a_record(pattern) else FINE)

    def test_takes_no_post_from_another_townships_staff(self, people: dict[str, Client], pattern: URLPattern):
        status = people["other_staff"].post(address(pattern)).status_code
        assert status in ({NOT_THERE, 405} if is_of_a_record(pattern) else {*FINE, 400})


@pytest.mark.parametrize("act", ["inspect", "edit", "delete"])
def test_claim_of_another_township_is_not_there(people: dict[str, Client], act: str):
    claim = Claim.objects.create(township=Township.objects.get(slug="anyu"), amount_fen=1, period="-", source="-")
    assert people["other_staff"].get(reverse(f"sales_claims:{act}", args=[claim.pk])).status_code == NOT_THERE


@pytest.mark.parametrize("page", ["totals", "lines", "imports", "unmapped"])
def test_lists_hold_nothing_of_another_township(people: dict[str, Client], page: str):
    text = people["other_staff"].get(reverse(f"sales:{page}")).content.decode()
    assert [name for name in ("安峪富硒馆", "安峪十四小只", "taobao-18.csv") if name in text] == []
