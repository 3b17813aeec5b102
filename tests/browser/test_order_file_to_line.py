"""The main job in a browser: an order file in, its totals and lines out."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Site, sign_in

SAMPLES = Path(__file__).parents[1] / "livestreams" / "sales" / "samples"
FILES = {390: ("taobao-18.csv", "12,427.59"), 1280: ("pinduoduo-27.xlsx", "10,557.99")}
"""By width of the screen: a file nobody handed in yet, and what it says was paid."""


@pytest.fixture
def file_and_paid(desk: Page) -> tuple[Path, str]:
    name, paid = FILES[desk.viewport_size["width"]]
    return SAMPLES / name, paid


def hand_in(desk: Page, path: Path) -> None:
    desk.goto("/admin/sales/hand-in/")
    desk.set_input_files("input[type=file]", path)
    desk.click("form[enctype] button[type=submit]")


def test_file_is_handed_in_looked_at_and_counted_in(desk: Page, file_and_paid: tuple[Path, str]):
    path, paid = file_and_paid
    hand_in(desk, path)
    confirm = desk.locator("form[action$='/confirm/'] button[type=submit]").first
    confirm.wait_for(timeout=60_000)
    expect(desk.locator("main, body").first).to_contain_text(paid)
    confirm.click()
    expect(desk.locator("body")).to_contain_text("已计入", timeout=60_000)


def test_figure_opens_its_lines_and_a_line_says_why(desk: Page):
    desk.goto("/admin/sales/totals/")
    desk.locator("table a[href*='/sales/lines/']").first.click()
    expect(desk).to_have_url(re.compile("/sales/lines/"))
    desk.locator("a[href*='/sales/lines/']").filter(has_text=re.compile(r"\d{6,}")).first.click()
    expect(desk).to_have_url(re.compile(r"/sales/lines/\d+/"))


def test_damaged_file_gets_its_sentence(desk: Page):
    hand_in(desk, SAMPLES / "refuse" / "mangled-ids.csv")
    expect(desk.locator("body")).to_contain_text("子订单编号", timeout=60_000)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/admin/",
        "/admin/sales/hand-in/",
        "/admin/sales/imports/",
        "/admin/sales/totals/?by=team&across=month&period=this-year",
        "/admin/sales/lines/",
        "/admin/sales/work/listings/",
        "/admin/sales/work/strangers/",
        "/admin/sales/work/unclaimed/",
        "/admin/sales/requests/",
        "/admin/sales/corrections/",
        "/admin/sales/coverage/?days=31",
    ],
)
def test_nothing_scrolls_sideways(desk: Page, address: str):
    desk.goto(address)
    assert desk.evaluate("document.documentElement.scrollWidth") <= desk.viewport_size["width"]


def test_refusal_reaches_a_phone_without_javascript(site: Site, browser: Browser):
    context = browser.new_context(base_url=site.url, java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    sign_in(page, site, "staff")
    page.goto("/admin/sales/hand-in/")
    page.set_input_files("input[type=file]", SAMPLES / "refuse" / "headers-only.csv")
    page.click("form[enctype] button[type=submit]")
    expect(page.locator("body")).to_contain_text("只有表头", timeout=60_000)
    context.close()
