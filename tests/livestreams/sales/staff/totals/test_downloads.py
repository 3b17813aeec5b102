"""What is on screen, to take away."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.urls import reverse

from livestreams.sales.staff.totals import line_list
from tests.livestreams.sales.builders import bring_rows, row

pytestmark = pytest.mark.usefixtures("sold")


def csv_rows(response) -> list[list[str]]:
    content = b"".join(response) if response.streaming else response.content
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig"))))


def get(desk, page: str, **asked: str):
    return desk.get(reverse(f"sales:{page}"), {"period": "all"} | asked)


def sheet(response):
    return openpyxl.load_workbook(BytesIO(response.content)).active


def test_a_workbook_has_numbers_names_and_a_frozen_head(desk):
    book = sheet(get(desk, "totals", format="xlsx"))
    assert book.freeze_panes == "A2"
    assert {row[0]: row[4] for row in book.values}["十四小只"] == 41.01


def test_a_csv_has_yuan_with_two_decimals(desk):
    rows = csv_rows(get(desk, "totals", format="csv"))
    assert rows[-1][4:7] == ["50.01", "8.00", "42.01"]


def test_lines_as_csv_keep_long_order_numbers(desk):
    assert "88001\t" in {line[1] for line in csv_rows(get(desk, "lines", format="csv"))}


def test_lines_of_a_team_come_with_their_parts(desk):
    book = sheet(get(desk, "lines", format="xlsx", team="feng-team"))
    assert [line[-1] for line in book.values][1:] == [4.0]


def test_formulas_are_harmless(desk):
    bring_rows(row("douyin", "evil", title="=HYPERLINK(1)", code="Y", product_id="P7"))
    titles = {line[5] for line in csv_rows(get(desk, "lines", format="csv"))}
    assert any(title.startswith("'=") for title in titles)


def test_too_many_lines_for_a_workbook_are_explained(desk, monkeypatch):
    monkeypatch.setattr(line_list, "MOST_XLSX_LINES", 1)
    assert get(desk, "lines", format="xlsx").context["is_beyond_xlsx"]


def test_the_files_name_says_the_days(desk):
    asked = {"period": "own", "day_from": "2026-05-01", "day_to": "2026-05-31"}
    assert "20260501-20260531.csv" in get(desk, "totals", format="csv", **asked)["Content-Disposition"]
