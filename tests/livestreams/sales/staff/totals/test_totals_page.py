"""The totals page: what it opens on, what it shows, what it refuses."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.usefixtures("sold")
MAY = {"period": "own", "day_from": "2026-05-01", "day_to": "2026-05-31"}


def totals(desk: Client, **asked: str):
    return desk.get(reverse("sales:totals"), asked)


def test_opens_on_this_month_by_team(desk, monkeypatch):
    monkeypatch.setattr("livestreams.sales.staff.totals.forms.today", lambda: datetime.date(2026, 5, 31))
    context = totals(desk).context
    assert context["by"] == ("team",)
    assert context["total"].paid_fen == 42_01


def test_a_row_of_its_own_for_what_nobody_claims(desk):
    rows = totals(desk, **MAY).context["rows"]
    assert [row.total.paid_fen for row in rows if row.is_unknown] == [500]


def test_unknown_rows_say_what_to_do(desk):
    assert len(totals(desk, by="team", across="village", **MAY).context["hints"]) == 2


def test_names_stand_for_slugs(desk):
    assert "十四小只" in totals(desk, **MAY).content.decode()


def test_a_party_with_money_and_no_lines_is_marked(desk):
    rows = totals(desk, **MAY).context["rows"]
    assert [row.parties[0].name for row in rows if row.has_parts_only] == ["冯村队"]


def test_a_matrix_adds_up_both_ways(desk):
    matrix = totals(desk, by="team", across="village", **MAY).context["matrix"]
    assert matrix.total[0] == "42.01"
    assert [total[0] for _party, _cells, total in matrix.rows] == ["33.01", "4.00", "5.00"]


def test_the_warning_strip_counts(desk):
    concerns = {concern["name"]: concern for concern in totals(desk, **MAY).context["concerns"]}
    assert {name: concern.get("lines") for name, concern in concerns.items()} == {
        "unmapped": 1, "strangers": 1, "unclaimed": 1, "provisional": None,
    }  # fmt: skip
    assert concerns["provisional"]["paid_fen"] == 700


@pytest.mark.parametrize("by", ["team", "village", "product", "sku", "session", "platform", "account", "shop", "day"])
def test_every_dimension_adds_up_to_the_same(desk, by):
    assert totals(desk, by=by, period="all").context["total"].net_fen == 42_01


def test_a_year_by_team_and_month_takes_few_queries(desk, django_assert_max_num_queries):
    asked = {"by": "team", "across": "month", "period": "own", "day_from": "2026-01-15", "day_to": "2026-12-20"}
    totals(desk, **asked)
    with django_assert_max_num_queries(15):
        totals(desk, **asked)


def test_sessions_are_shown_with_title_and_start(desk):
    assert "合播 · 2026-05-30 20:00" in totals(desk, by="session", **MAY).content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {"day_from": "2026-13-01"}, {"day_from": "2026-05-02", "day_to": "2026-05-01", "period": "own"},
        {"team": "nobody"}, {"by": "colour"}, {"session": "no-such"}, {"period": "soon"},
    ],
)  # fmt: skip
def test_bad_input_gets_a_sentence_and_no_figures(desk, asked):
    response = totals(desk, **asked)
    assert response.status_code == 200
    assert response.context["form"].errors and "rows" not in response.context


def test_days_without_sales_lead_to_the_latest_month(desk):
    context = totals(desk, period="own", day_from="2020-01-01", day_to="2020-01-31").context
    assert "day_from=2026-06-01" in context["latest_address"]


def test_a_filter_for_the_unknown_keeps_only_that(desk):
    assert totals(desk, team="~", period="all").context["total"].paid_fen == 500
