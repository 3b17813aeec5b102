"""The record of changes: what was changed in words, found again, and told of each row."""

import pytest
from django.test import Client
from django.urls import reverse

from livestreams.sales.models import RecordedChange
from livestreams.sessions.models import Session
from livestreams.teams.models import Team
from tests.livestreams.sales.staff.tables.desk import Desk, boxes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sold")]


@pytest.fixture
def changed(desk: Desk) -> None:
    """A team's new name, and a session shared otherwise."""
    desk.edit("teams", Team.objects.get(slug="feng-team").pk, name="冯村新队", reason="改名")
    shares = boxes("teams", {"fourteen": 10, "feng-team": 90})
    desk.twice("edit", "sessions", Session.objects.get(slug="shared").pk, reason="商定", **shares)


@pytest.fixture
def list_of(desk: Desk, changed: None):
    def tables(**query: str) -> list[str]:
        page = desk.client.get(reverse("sales:changes"), query)
        return [each["change"].table for each in page.context["changes"]]

    return tables


def test_newest_stand_first(list_of):
    assert list_of() == ["sessions", "teams"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"table": "teams"}, ["teams"]), ({"q": "改名"}, ["teams"]), ({"q": "新队 90%"}, ["sessions"]),
        ({"q": "clerk"}, ["sessions", "teams"]), ({"q": "nothing"}, []), ({"table": "x"}, ["sessions", "teams"]),
    ],
)  # fmt: skip
def test_they_are_found_by_table_and_by_any_part_of_a_word(list_of, query: dict, found: list[str]):
    assert list_of(**query) == found


def test_one_change_tells_what_moved(desk: Desk, changed: None):
    change = RecordedChange.objects.get(table="sessions")
    text = desk.client.get(reverse("sales:change", args=[change.pk])).content.decode()
    assert "冯村新队 90%、十四小只 10%" in text
    assert "+5.00" in text


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_they_can_be_taken_away(desk: Desk, changed: None, format: str):
    answer = desk.client.get(reverse("sales:changes"), {"format": format})
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_rows_history_holds_its_own_changes(desk: Desk, changed: None):
    teams = {slug: Team.objects.get(slug=slug).pk for slug in ("feng-team", "fourteen")}
    pages = {slug: desk.client.get(reverse("table_teams:history", args=[pk])) for slug, pk in teams.items()}
    assert {slug: len(page.context["changes"]) for slug, page in pages.items()} == {"feng-team": 1, "fourteen": 0}


def test_another_township_is_told_nothing(client: Client, changed: None, outsider):
    client.force_login(outsider)
    change = RecordedChange.objects.first()
    assert change
    assert client.get(reverse("sales:changes")).context["changes"] == []
    assert client.get(reverse("sales:change", args=[change.pk])).status_code == 404
