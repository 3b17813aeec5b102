"""The lines behind a figure: the same sum, to the fen."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from livestreams.sales.staff.totals import selection
from livestreams.sales.staff.totals.addresses import parameters
from livestreams.sales.totals import PATHS, TIMES, Question, ask
from tests.livestreams.sales.builders import line

pytestmark = pytest.mark.usefixtures("sold")


def lines(desk: Client, **asked: str):
    return desk.get(reverse("sales:lines"), {"period": "all"} | asked)


def figures(part) -> tuple[int, ...]:
    return part.lines, part.items, part.weight_g, part.paid_fen, part.refunded_fen


@pytest.mark.parametrize("by", [(name,) for name in (*PATHS, *TIMES)] + [("team", "village"), ("village", "day")])
def test_a_rows_lines_sum_to_its_figures(desk, by):
    for row in ask(Question(by)).rows:
        context = lines(desk, **parameters(Question(by), by, row.keys)).context
        assert figures(context["sum"]) == figures(row), row


def test_the_totals_page_links_to_exactly_those_lines(desk):
    row = desk.get(reverse("sales:totals"), {"period": "all", "by": "team"}).context["rows"][0]
    address = urlsplit(row.address)
    context = desk.get(address.path, dict(parse_qsl(address.query))).context
    assert context["sum"].net_fen == row.total.net_fen


def test_parts_of_all_lines_shown_sum_to_the_sum(desk):
    context = lines(desk, team="feng-team").context
    assert sum(shown.part.paid_fen for shown in context["lines"]) == context["sum"].paid_fen == 400


def test_a_part_is_marked_as_one(desk):
    shown = lines(desk, team="feng-team", village="feng").context["lines"]
    assert [(each.is_part, each.part.paid_fen) for each in shown] == [(True, 200)]


def test_very_many_lines_are_summed_from_the_totals(desk, monkeypatch):
    exact = lines(desk, team="fourteen").context["sum"]
    monkeypatch.setattr(selection, "MANY", 0)
    assert lines(desk, team="fourteen").context["sum"] == exact


def test_provisional_lines_alone(desk):
    assert [each.line.key for each in lines(desk, provisional="on").context["lines"]] == ["provisional"]


def test_never_paid_lines_are_no_part_of_a_figure(desk):
    assert "unpaid" not in [each.line.key for each in lines(desk).context["lines"]]


@pytest.mark.parametrize(
    ("order", "keys"),
    [
        ("88001", {"shared", "unmapped"}), ("closed", {"closed"}), (" 8800", {"shared", "unmapped", "stranger",
         "provisional", "closed", "unpaid"}), ("77", set()),
    ],
)  # fmt: skip
def test_an_order_is_found_by_its_number_or_its_beginning(desk, order, keys):
    assert (
        set(desk.get(reverse("sales:lines"), {"order": order}).context["selection"].lines.values_list("key", flat=True))
        == keys
    )


def test_nothing_found_is_said(desk):
    assert "“77”" in desk.get(reverse("sales:lines"), {"order": "77"}).content.decode()


def test_the_sum_of_an_order_leaves_out_what_was_never_paid(desk):
    assert desk.get(reverse("sales:lines"), {"order": "88005"}).context["sum"].paid_fen == 0


def test_the_list_takes_few_queries(desk, django_assert_max_num_queries):
    lines(desk, team="fourteen")
    with django_assert_max_num_queries(12):
        lines(desk, team="fourteen")


def test_pages_hold_every_line_once(desk, monkeypatch):
    monkeypatch.setattr("livestreams.sales.staff.totals.line_list.PAGE_LINES", 2)
    keys = [each.line.key for number in "123" for each in lines(desk, page=number).context["lines"]]
    assert sorted(keys) == ["closed", "provisional", "shared", "stranger", "unmapped"]


def test_a_line_links_to_its_page(desk):
    assert reverse("sales:line", args=[line("closed").pk]) in lines(desk).content.decode()
