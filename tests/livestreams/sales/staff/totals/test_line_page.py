"""A line's page: why it was credited so, how it is split, who said what."""

import pytest
from django.test import Client
from django.urls import reverse

from livestreams.sales.explaining import Explainer
from livestreams.sales.staff.totals import witnesses
from livestreams.sales.undoing import undo_import
from tests.livestreams.sales.builders import bring_rows, line, row

pytestmark = pytest.mark.usefixtures("sold")


def page(desk: Client, key: str):
    return desk.get(reverse("sales:line", args=[line(key).pk]))


def told(key: str, topic: str):
    return next(reason for reason in Explainer(line(key)).reasons() if reason.topic == topic)


@pytest.mark.parametrize("key", ["shared", "unmapped", "stranger", "provisional", "closed", "unpaid"])
def test_every_kind_of_line_has_a_page(desk, key):
    assert page(desk, key).status_code == 200


def test_the_split_adds_up_to_the_line(desk):
    parts = page(desk, "shared").context["parts"]
    assert [row["part"].paid_fen for row in parts] == [200, 200, 301, 300]


def test_the_session_is_told_with_its_times_and_the_mark():
    why = told("shared", "session").why
    assert all(word in why for word in ("2026-05-30 20:00", "2026-05-30 22:00", "直播"))


def test_the_code_that_named_the_sku_is_told():
    assert "“A”" in told("shared", "sku").why


def test_codes_tried_in_vain_are_told_and_what_to_do():
    reason = told("unmapped", "sku")
    assert "X、P9|中、P9" in reason.why and reason.todo


def test_a_stranger_is_told_by_the_id_in_the_file():
    assert "999" in told("stranger", "account").why


def test_the_owner_of_the_day_is_told():
    assert "十四小只" in told("closed", "teams").why


def test_the_origin_that_counts_is_told():
    assert "2026-05-31" in told("closed", "villages").why


def test_the_latest_file_with_the_column_counts():
    bring_rows(row("douyin", "shared", order="88001", amount="11.00", streamer=None), at="2026-06-11 08:00:00")
    said = {column.name: column.values for column in witnesses.testimony(line("shared")).columns}
    assert [value.counts for value in said["订单应付金额"]] == [False, True]


def test_an_undone_file_is_shown_and_does_not_count():
    later = bring_rows(row("douyin", "shared", order="88001", amount="11.00"), at="2026-06-11 08:00:00")
    undo_import(later)
    said = {column.name: column.values for column in witnesses.testimony(line("shared")).columns}
    assert [value.counts for value in said["订单应付金额"]] == [True, False]


def test_sightings_name_file_and_row(desk):
    sightings = page(desk, "closed").context["testimony"].sightings
    assert [(each.order_import.file_name, each.row) for each in sightings] == [("orders.csv", 6)]
