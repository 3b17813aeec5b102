"""A team member hands in an order file on the phone: chosen, looked at, counted in; or refused in one sentence."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Site, sign_in, width

SAMPLES = Path(__file__).parents[1] / "livestreams" / "sales" / "samples"
FILE, PAID = SAMPLES / "kuaishou-64.xlsx", "+17,822.80"
DAMAGED, SENTENCE = SAMPLES / "refuse" / "cut-off.xlsx", "这个文件不完整，中途断了，请从平台重新下载。"
pytestmark = pytest.mark.parametrize("page", ["phone"], indirect=True)


@pytest.fixture
def phone(page: Page, site: Site) -> Page:
    """The phone of a member of two teams, one of which keeps the shop."""
    sign_in(page, site, "member")
    return page


def hand_in(phone: Page, path: Path) -> None:
    phone.locator("nav a[href$='/hand-in/']").click()
    phone.set_input_files("input[type=file]", path)
    phone.get_by_role("button", name="交表并查看").click()


def test_file_is_chosen_looked_at_and_counted_in(phone: Page):
    hand_in(phone, FILE)
    confirm = phone.get_by_role("button", name="确认计入")
    confirm.wait_for(timeout=60_000)
    expect(phone.locator("table.figures")).to_contain_text(PAID)
    assert width(phone) <= 390
    confirm.click()
    expect(phone.locator("main .badge")).to_have_text("已计入", timeout=60_000)


def test_damaged_file_is_refused_in_one_sentence(phone: Page):
    hand_in(phone, DAMAGED)
    expect(phone.get_by_role("alert")).to_have_text(SENTENCE, timeout=60_000)
    expect(phone.get_by_role("link", name="交其他文件")).to_be_visible()
    assert width(phone) <= 390


def test_file_of_somebody_elses_shop_is_refused_without_naming_it(phone: Page):
    hand_in(phone, SAMPLES / "xiaohongshu-72.xlsx")
    expect(phone.get_by_role("alert")).to_contain_text("名下店铺的", timeout=60_000)
    expect(phone.locator("main")).not_to_contain_text("安峪山货小红书店")


def test_file_handed_in_is_found_in_the_list_again(phone: Page):
    hand_in(phone, DAMAGED)
    phone.get_by_role("alert").wait_for(timeout=60_000)
    phone.locator("main .trail a").click()
    expect(phone.locator("a.rows__whole").first).to_contain_text(DAMAGED.name)


@pytest.mark.parametrize("address", ["/my/", "/my/sales/hand-in/", "/my/sales/imports/", "/my/sales/results/"])
def test_nothing_scrolls_sideways(phone: Page, address: str):
    phone.goto(address)
    assert width(phone) <= 390
