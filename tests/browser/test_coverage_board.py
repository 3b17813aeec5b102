"""The board of who has handed in, on an office screen: shops and days, their lines, and the text for the group."""

import re

import pytest
from playwright.sync_api import Page, expect

BOARD = "/admin/sales/coverage/"
SHOPS, LATE = 7, "安峪山货小红书店"
"""How many shops the demo has, and the one whose latest file is a week old."""
pytestmark = pytest.mark.parametrize("page", ["office"], indirect=True)


@pytest.mark.parametrize("days", [7, 14])
def test_every_shop_has_its_days(desk: Page, days: int):
    desk.goto(BOARD)
    desk.get_by_role("link", name=f"{days} 天", exact=True).click()
    expect(desk.locator("table.coverage tbody tr")).to_have_count(SHOPS)
    expect(desk.locator("table.coverage thead th")).to_have_count(1 + days)


def test_shop_without_files_is_told_as_missing(desk: Page):
    desk.goto(BOARD)
    shop = desk.locator("table.coverage tbody tr", has_text=LATE)
    expect(shop.locator("td.is-missing").first).to_contain_text("缺")
    expect(shop.locator("td").last).to_have_class("is-none")


def test_figure_of_a_day_leads_to_its_lines(desk: Page):
    desk.goto(BOARD)
    cell = desk.locator("td.is-in", has=desk.locator("a")).first
    exact = (cell.get_attribute("title") or "").split("· ")[-1]
    cell.locator("a").click()
    expect(desk).to_have_url(re.compile(r"/sales/lines/\?.*day_from="))
    expect(desk.locator("main")).to_contain_text(f"净销售额 {exact}")


def test_text_for_the_group_is_copied(desk: Page):
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.goto(BOARD)
    button = desk.locator("[data-copy=ask-all]")
    button.click()
    expect(button).to_have_text("已复制")
    text = desk.evaluate("navigator.clipboard.readText()")
    assert LATE in text and "/my/sales/hand-in/" in text


def test_each_shop_has_a_text_of_its_own(desk: Page):
    desk.goto(BOARD)
    ask = desk.locator(".coverage-asks .coverage-ask", has_text=LATE)
    expect(ask.locator("textarea")).to_have_value(re.compile(f"{LATE}.*不要勾选收件人信息", re.DOTALL))
