"""Claimed figures: in a list of their own, never in totals."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from livestreams.sales.models import Claim
from livestreams.sales.staff.access import STAFF_GROUP
from livestreams.sales.totals import Question, ask
from livestreams.teams.models import Team
from zhunong.access.models import User
from zhunong.places.models import Township


def client_of(township: Township, name: str) -> Client:
    user = User.objects.create_user(name)
    user.groups.add(Group.objects.get(name=STAFF_GROUP))
    user.townships.add(township)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def anyu(world) -> Township:
    return Township.objects.get(slug="anyu")


@pytest.fixture
def desk(anyu) -> Client:
    return client_of(anyu, "clerk")


@pytest.fixture
def outside(world) -> Client:
    return client_of(Township.objects.create(slug="elsewhere", name="别处镇", county="别县"), "outsider")


@pytest.fixture
def claim(anyu) -> Claim:
    return Claim.objects.create(township=anyu, amount_fen=5_000_000_00, is_at_least=True, period="2025", source="报道")


def payload(township: Township, **said: object) -> dict:
    return {"township": township.pk, "amount_yuan": "5000000.50", "period": "2025", "source": "报道", "note": ""} | said


def test_entered_in_yuan_and_kept_in_fen(desk, anyu):
    desk.post(reverse("sales_claims:add"), payload(anyu))
    claim = Claim.objects.get()
    assert (claim.amount_fen, claim.entered_by.username) == (5_000_000_50, "clerk")


def test_corrected_in_yuan(desk, anyu, claim):
    desk.post(reverse("sales_claims:edit", args=[claim.pk]), payload(anyu, amount_yuan="12.34"))
    claim.refresh_from_db()
    assert claim.amount_fen == 1234


def test_never_in_totals(claim):
    assert ask(Question()).total.paid_fen == 0


def test_the_list_shows_figure_and_source(desk, claim):
    content = desk.get(reverse("sales_claims:index")).content.decode()
    assert "500.00" in content and "报道" in content


def test_the_empty_list_leads_to_the_first_claim(desk):
    assert reverse("sales_claims:add") in desk.get(reverse("sales_claims:index")).content.decode()


def test_the_list_takes_the_same_queries_for_many(desk, anyu, claim, django_assert_max_num_queries):
    desk.get(reverse("sales_claims:index"))
    for number in range(15):
        Claim.objects.create(
            township=anyu, amount_fen=1, period=str(number), source="x", entered_by=User.objects.first()
        )
    with django_assert_max_num_queries(20):
        desk.get(reverse("sales_claims:index"))


def test_another_township_does_not_see_it_in_the_list(outside, claim):
    assert "报道" not in outside.get(reverse("sales_claims:index")).content.decode()


@pytest.mark.parametrize("view", ["edit", "delete", "inspect", "history", "usage"])
def test_another_township_finds_no_claim_by_its_address(outside, claim, view):
    assert outside.get(reverse(f"sales_claims:{view}", args=[claim.pk])).status_code == 404


@pytest.mark.parametrize("view", ["edit", "delete", "inspect", "history"])
def test_staff_of_the_township_opens_it(desk, claim, view):
    assert desk.get(reverse(f"sales_claims:{view}", args=[claim.pk])).status_code == 200


def test_a_claim_for_another_township_is_refused(outside, anyu):
    outside.post(reverse("sales_claims:add"), payload(anyu))
    assert not Claim.objects.exists()


def test_a_team_of_another_township_is_refused(desk, anyu):
    other = Township.objects.create(slug="third", name="三镇", county="别县")
    team = Team.objects.create(slug="third-team", name="三队", township=other)
    desk.post(reverse("sales_claims:add"), payload(anyu, team=team.pk))
    assert not Claim.objects.exists()


def test_a_visitor_is_sent_to_sign_in(client, world):
    assert "/login/" in client.get(reverse("sales_claims:index"))["Location"]
