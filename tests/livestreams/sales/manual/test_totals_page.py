"""The totals page shows two steps of the ladder, apart and together, and each figure leads to its sales."""

import csv
import datetime
from io import BytesIO, StringIO
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from django.urls import reverse

from livestreams.sales.totals import DIMENSIONS
from products.models import Sku
from tests.livestreams.sales.builders import bring_rows, row
from tests.livestreams.sales.manual.sales import confirmed, make_sale, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(member, clerk) -> None:
    """One platform's line and two sales by hand, one of them of unknown origin; a third one waits."""
    bring_rows(row("douyin", "1", amount="10.00"))
    confirmed(member, clerk, day=datetime.date(2026, 5, 30), amount_fen=20_01)
    confirmed(member, clerk, sku=Sku.objects.get(code="PR-10J"), amount_fen=5_00)
    make_sale(member, amount_fen=999_00)


def page(desk, **asked):
    return desk.get(reverse("sales:totals"), {"period": "all"} | asked)


def ladder(desk, **asked):
    return page(desk, **asked).context["ladder"]


@pytest.mark.usefixtures("both")
def test_platforms_figures_stay_the_platforms_alone(desk):
    context = page(desk).context
    assert context["total"].net_fen == 10_00 and context["cards"][0]["figure"] == "10.00"


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("by", [*(each for each in DIMENSIONS if each != "township"), "team×village", "village×month"])
def test_apart_and_together_add_up_in_every_dimension(desk, by):
    dimensions = dict(zip(("by", "across"), by.split("×"), strict=False))
    found = ladder(desk, **dimensions)
    sums = [
        (step.platforms.net_fen, step.by_hand.net_fen, step.together_fen)
        for step in (shown.step for shown in found["rows"])
    ]
    assert [sum(column) for column in zip(*sums, strict=True)] == [10_00, 25_01, 35_01]
    assert found["total"].together_fen == 35_01


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("by", ["team", "village", "product", "sku", "day", "month", "platform", "shop", "session"])
def test_each_evidenced_figure_leads_to_exactly_its_sales(desk, by):
    rows = [row for row in ladder(desk, by=by)["rows"] if row.written_address]
    assert rows
    for shown in rows:
        assert desk.get(shown.written_address).context["sums"]["fen"] == shown.step.by_hand.net_fen


@pytest.mark.usefixtures("both")
def test_the_whole_leads_to_all_its_sales(desk):
    found = ladder(desk)
    assert desk.get(found["all_written"]).context["sums"] == {"count": 2, "fen": 25_01}


@pytest.mark.usefixtures("both")
def test_the_days_asked_for_go_along(desk):
    found = ladder(desk, period="own", day_from="2026-06-01", day_to="2026-06-30")
    asked = parse_qs(urlsplit(found["all_written"]).query)
    assert (asked["state"], asked["day_from"], asked["day_to"]) == (["confirmed"], ["2026-06-01"], ["2026-06-30"])
    assert found["total"].by_hand.net_fen == 5_00


@pytest.mark.usefixtures("both")
def test_no_platform_is_a_row_of_its_own(desk):
    names = [row.parties[0].name for row in ladder(desk, by="platform")["rows"]]
    assert sorted(names) == sorted(["抖店", "手工登记（不经平台）"])


def test_sales_by_hand_alone_make_a_page(desk, member, clerk):
    confirmed(member, clerk)
    context = page(desk).context
    assert context["ladder"]["total"].together_fen == 128_50 and "latest" not in context


def test_without_them_the_page_is_as_it_was(desk):
    bring_rows(row("douyin", "1"))
    assert page(desk).context["ladder"] is None


@pytest.mark.usefixtures("both")
def test_narrowed_to_a_platform_there_is_nothing_by_hand(desk):
    assert ladder(desk, platform="douyin") is None


@pytest.mark.usefixtures("both")
def test_another_township_sees_none_of_it(outsider):
    assert page(signed_in(outsider)).context.get("ladder") is None


@pytest.mark.usefixtures("both")
def test_the_csv_has_both_in_columns_of_their_own(desk):
    head, *rows = csv.reader(StringIO(page(desk, format="csv").content.decode("utf-8-sig")))
    assert head[-3:] == ["有凭证登记笔数", "有凭证登记（元）", "平台净销售额与有凭证登记合计（元）"]
    assert (rows[-1][6], rows[-1][-3:]) == ("10.00", ["2", "25.01", "35.01"])


@pytest.mark.usefixtures("both")
def test_the_workbook_has_them_too(desk):
    book = openpyxl.load_workbook(BytesIO(page(desk, by="village", format="xlsx").content)).active
    rows = {row[0]: row[-3:] for row in book.values}
    assert rows["产地未知"] == (1, 5, 5) and rows["合计"] == (2, 25.01, 35.01)


@pytest.mark.usefixtures("both")
def test_two_more_steps_take_few_more_queries(desk, django_assert_max_num_queries):
    page(desk, by="village")
    with django_assert_max_num_queries(14):
        page(desk, by="village")
