"""From a booked room to a planned session with a thumb, and all of it without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES
from tests.browser.serving import Site, sign_in, width

pytestmark = pytest.mark.parametrize("page", ["phone"], indirect=True)
LAST_DAY = ".strip li:last-child a"
TO_PLAN = "a[href*='/my/sessions/plan/?booking=']"
PLAN_IT = ".plan-go button"
ACCOUNT = "input[name=accounts]"


@pytest.fixture
def bare(browser: Browser, site: Site, page: Page) -> Iterator[Page]:
    """A phone whose browser runs no scripts."""
    w, h = SIZES["phone"]
    context = browser.new_context(
        base_url=site.url, viewport={"width": w, "height": h}, locale="zh-CN", java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def book(page: Page, number: int) -> None:
    """A free hour of the last day that can be booked: the numbers lie apart, so that no test meets another's."""
    page.goto("/my/rooms/?minutes=60")
    page.locator(LAST_DAY).click()
    page.locator("button[name=slot]").nth(number).click()
    page.wait_for_url("**/my/rooms/bookings/*/")


def choose_an_account(page: Page) -> None:
    if not page.locator(f"{ACCOUNT}:checked").count():
        page.locator("label", has=page.locator(ACCOUNT)).first.click()


def plan_from_a_booking(page: Page, title: str) -> None:
    page.locator(TO_PLAN).click()
    expect(page.locator("select[name=booking]")).not_to_have_value("")
    assert width(page) <= 390
    page.fill("input[name=title]", title)
    choose_an_account(page)
    page.locator(PLAN_IT).click()


def test_from_a_booking_to_a_planned_session(page: Page, site: Site):
    sign_in(page, site, "leader")
    book(page, 2)
    plan_from_a_booking(page, "樱桃夜场")
    expect(page.get_by_role("heading", level=1)).to_have_text("樱桃夜场")
    expect(page.locator(".facts").first).to_contain_text("左直播间")
    assert width(page) <= 390


def test_planned_ticked_off_changed_and_cancelled_without_scripts(bare: Page, site: Site):
    sign_in(bare, site, "leader")
    book(bare, 8)
    plan_from_a_booking(bare, "无脚本场")
    bare.locator(".plan-check button").first.click()
    expect(bare.locator(".plan-check.is-done")).to_have_count(1)
    bare.locator("a[href$='/edit/']").click()
    bare.fill("input[name=title]", "改了名的场")
    bare.locator(PLAN_IT).click()
    expect(bare.get_by_role("heading", level=1)).to_have_text("改了名的场")
    bare.locator("details", has=bare.locator("form[action$='/cancel/']")).locator("summary").click()
    bare.fill("input[name=reason]", "下雨")
    bare.locator("form[action$='/cancel/'] button").click()
    expect(bare.locator(".plan-ticket")).to_contain_text("下雨")


def test_what_was_typed_outlives_a_refusal(page: Page, site: Site):
    sign_in(page, site, "leader")
    page.goto("/my/sessions/plan/")
    page.fill("input[name=title]", "没有地点的场")
    page.fill("input[name=place]", "")
    page.fill("input[name=note]", "带好泡沫箱")
    page.locator("select[name=booking]").select_option("")
    choose_an_account(page)
    page.locator(PLAN_IT).click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("input[name=title]")).to_have_value("没有地点的场")
    expect(page.locator("input[name=note]")).to_have_value("带好泡沫箱")


def test_from_an_orchard_past_midnight(page: Page, site: Site):
    sign_in(page, site, "xiabai")
    page.goto("/my/")
    page.locator("a[href='/my/sessions/plan/']").click()
    page.fill("input[name=title]", "夜采山楂")
    page.fill("input[name=start]", "22:30")
    page.fill("input[name=end]", "00:30")
    page.locator("select[name=booking]").select_option("") if page.locator("select[name=booking]").count() else None
    page.fill("input[name=place]", "下柏山楂园")
    choose_an_account(page)
    page.locator(PLAN_IT).click()
    expect(page.locator(".plan-ticket")).to_contain_text("00:30")
    page.goto("/my/sessions/")
    expect(page.locator("section[aria-labelledby=coming]")).to_contain_text("夜采山楂")
