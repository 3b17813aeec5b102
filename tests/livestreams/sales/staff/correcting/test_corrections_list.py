"""The list of corrections: filtered, searched, scoped, taken away."""

from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from livestreams.sales.models import Correction
from livestreams.sales.staff.correcting import listing
from livestreams.teams.models import Account
from tests.livestreams.sales.builders import line

pytestmark = pytest.mark.usefixtures("sold")
LIST = "sales:corrections"


@pytest.fixture(autouse=True)
def written(clerk):
    """One in force, one undone, one of a line that no file tells of."""
    write("closed", clerk, refunded_fen=100, reason="平台漏记")
    write("shared", clerk, teams="feng-team:100", reason="队长说明", undone_at=timezone.now(), undone_by=clerk)
    write("1234567890123", clerk, teams="feng-team:40;fourteen:60", reason="=HYPERLINK()")


def write(key, clerk, **said):
    shop = Account.objects.get(account_id="1001")
    return Correction.objects.create(shop=shop, township=shop.township, platform="douyin", key=key, by=clerk, **said)


def keys(desk, **asked):
    return [each.correction.key for each in desk.get(reverse(LIST), asked).context["corrections"]]


def test_it_opens_on_those_in_force(desk):
    assert keys(desk) == ["closed"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"state": "undone"}, ["shared"]), ({"state": "dormant"}, ["1234567890123"]),
        ({"state": "nonsense"}, ["closed"]),
        ({"state": "all", "q": "漏记"}, ["closed"]), ({"state": "all", "q": "冯村"}, ["1234567890123", "shared"]),
        ({"state": "all", "q": "冯村 说明"}, ["shared"]), ({"state": "all", "q": "clerk 345"}, ["1234567890123"]),
        ({"q": "没有"}, []),
    ],
)  # fmt: skip
def test_it_is_filtered_and_searched_by_parts_of_words(desk, asked, found):
    assert keys(desk, **asked) == found


def test_a_line_that_is_there_is_linked(desk):
    assert reverse("sales:line", args=[line("closed").pk]) in desk.get(reverse(LIST)).content.decode()


def test_another_township_sees_none(client, outsider):
    client.force_login(outsider)
    assert keys(client, state="all") == []
    assert "漏记" not in client.get(reverse(LIST), {"state": "all", "format": "csv"}).content.decode()


def test_the_workbook_holds_what_is_on_screen(desk):
    answer = desk.get(reverse(LIST), {"state": "all", "format": "xlsx"})
    rows = list(openpyxl.load_workbook(BytesIO(answer.content)).active.values)
    assert [row[0] for row in rows[1:]] == ["1234567890123", "shared", "closed"]
    assert rows[1][6] == "'=HYPERLINK()"


def test_csv_opens_in_excel_as_it_is(desk):
    text = desk.get(reverse(LIST), {"state": "all", "format": "csv"}).content.decode()
    assert text.startswith("\ufeff") and "1234567890123\t" in text


def test_many_take_no_more_queries_than_few(desk, clerk, django_assert_max_num_queries, monkeypatch):
    for number in range(120):
        write(f"k{number}", clerk, teams="feng-team:100", reason="多")
    desk.get(reverse(LIST), {"state": "all"})
    with django_assert_max_num_queries(12):
        assert len(keys(desk, state="all")) == listing.PAGE_CORRECTIONS


def test_one_that_a_later_one_replaces_says_so(desk, clerk):
    write("closed", clerk, refunded_fen=50, reason="再次核对")
    shown = desk.get(reverse(LIST)).context["corrections"]
    assert [(each.correction.reason, each.state) for each in shown] == [
        ("再次核对", "in_force"), ("平台漏记", "superseded"),
    ]  # fmt: skip


def test_one_that_a_later_one_replaces_in_part_still_counts(desk, clerk):
    write("closed", clerk, teams="feng-team:100", reason="另一项")
    assert {each.state for each in desk.get(reverse(LIST)).context["corrections"]} == {"in_force"}
