"""The page of the coverage board."""

import datetime

import pytest
from django.urls import reverse

from livestreams.sales.staff.coverage.board_page import short_yuan
from livestreams.sales.staff.totals.periods import today
from tests.livestreams.sales.builders import bring_rows, row

ADDRESS = "/admin/sales/coverage/"


def test_it_opens_on_fourteen_days_up_to_today(desk):
    board = desk.get(ADDRESS).context["board"]
    assert (len(board.days), board.days[-1]) == (14, today())


@pytest.mark.parametrize(("asked", "length"), [("7", 7), ("31", 31), ("9999999", 14), ("x", 14)])
def test_as_many_days_as_asked_for(desk, asked, length):
    assert len(desk.get(ADDRESS, {"days": asked}).context["board"].days) == length


def test_earlier_days_lead_back_and_forth(desk):
    context = desk.get(ADDRESS, {"days": 7, "end": "2026-05-31"}).context
    assert context["earlier"] == datetime.date(2026, 5, 24)
    assert context["later"] == datetime.date(2026, 6, 7)


def test_the_future_is_not_shown(desk):
    context = desk.get(ADDRESS, {"end": "2999-01-01"}).context
    assert (context["end"], context["later"]) == (today(), None)


@pytest.mark.parametrize("end", ["gestern", "2026-02-30"])
def test_what_is_no_day_is_said(desk, end):
    response = desk.get(ADDRESS, {"end": end})
    assert response.status_code == 200 and end in response.context["problem"]


def test_without_a_shop_it_says_what_to_enter(client, outsider):
    client.force_login(outsider)
    assert "sales-empty" in client.get(ADDRESS).text


def test_another_township_reads_none_of_our_names(client, outsider):
    client.force_login(outsider)
    assert "douyin店" not in client.get(ADDRESS).text


def test_a_visitor_signs_in_first(client, db):
    assert client.get(ADDRESS).status_code == 302


def test_the_text_can_be_marked_without_scripts(desk):
    html = desk.get(ADDRESS).text
    assert '<textarea id="ask-all"' in html and reverse("my_sales:hand_in") in html
    assert 'data-copy="ask-all" data-copied' in html


def test_many_files_and_shops_take_no_more_than_twelve_queries(desk, django_assert_max_num_queries):
    desk.get(ADDRESS)
    for number in range(5):
        bring_rows(
            row("douyin", f"k{number}", paid=f"2026-05-2{number} 12:00:00"), at=f"2026-05-2{number + 1} 09:00:00"
        )
    with django_assert_max_num_queries(12):
        desk.get(ADDRESS, {"end": "2026-05-30"})


@pytest.mark.parametrize(("fen", "told"), [(123449, "1,234"), (-500, "-5"), (999_999, "1.0万"), (12_345_600, "12.3万")])
def test_a_narrow_cell_holds_the_figure(fen, told):
    assert short_yuan(fen) == told
