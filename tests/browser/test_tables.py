"""Tables on an office screen: a share changed on its form, and a sheet taken away, changed and handed in."""

from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Site

LAST_SOLD_IN = """
from livestreams.sales.models import Line
print(Line.objects.exclude(session=None).latest("session__started_at").session.slug)
"""
TABLES = "/admin/sales/tables"
pytestmark = pytest.mark.parametrize("page", ["office"], indirect=True)


def test_share_of_a_session_is_changed_once_its_effect_was_seen(desk: Page, site: Site):
    session = f"{TABLES}/sessions/?q={site.manage('shell', '-v0', '-c', LAST_SOLD_IN).strip()}"
    desk.goto(session)
    desk.locator("main table tbody tr a").first.click()
    boxes = desk.locator(".sales-shares input")
    for place, percent in enumerate(["30", "70", *[""] * (boxes.count() - 2)]):
        boxes.nth(place).fill(percent)
    desk.get_by_role("button", name="先看会动多少").click()
    expect(desk.locator(".sales-effect")).to_contain_text("涉及子订单")
    desk.locator("button[name=expected]").click()
    desk.wait_for_url(f"**{TABLES}/sessions/")
    desk.goto(session)
    expect(desk.locator("main table tbody tr").first).to_contain_text("70%")


def test_sheet_is_taken_away_changed_and_handed_in(desk: Page, tmp_path: Path):
    desk.goto(f"{TABLES}/villages/")
    with desk.expect_download() as download:
        desk.get_by_role("link", name="下载 Excel").first.click()
    sheet = tmp_path / "villages.xlsx"
    download.value.save_as(sheet)
    book = openpyxl.load_workbook(sheet)
    book.active.append(["new-village", "新添村", "anyu"])
    book.save(sheet)
    desk.get_by_role("link", name="交表格").first.click()
    desk.set_input_files("input[type=file]", sheet)
    desk.get_by_role("button", name="先看会改什么").click()
    expect(desk.locator("h2", has_text="新增 1 行")).to_be_visible()
    desk.locator("button[name=expected]").click()
    desk.wait_for_url(f"**{TABLES}/villages/")
    expect(desk.locator("main table")).to_contain_text("新添村")


def test_bad_cell_is_named_and_nothing_is_written(desk: Page, tmp_path: Path):
    sheet = tmp_path / "skus.csv"
    sheet.write_text("code,product,name,net_weight_g\nNEW-1,cherry,新装,五斤\n", encoding="utf-8")
    desk.goto(f"{TABLES}/skus/upload/")
    desk.set_input_files("input[type=file]", sheet)
    desk.get_by_role("button", name="先看会改什么").click()
    expect(desk.get_by_role("alert")).to_contain_text("没有写入任何内容")
    expect(desk.locator(".sales-table tbody tr").first).to_contain_text("五斤")
