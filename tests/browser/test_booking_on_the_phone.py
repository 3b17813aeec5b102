"""A room booked with a thumb: three taps, a race that is lost, and all of it without JavaScript."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES
from tests.browser.serving import Site, sign_in, width

pytestmark = pytest.mark.parametrize("page", ["phone"], indirect=True)
TAKE = """
from livestreams.rooms.booking import Order, book
from livestreams.rooms.models import Room
from livestreams.rooms.phone.days import read_slot
pk, starts_at = read_slot("{slot}")
room = Room.objects.get(pk=pk)
team = room.township.teams.exclude(slug="fourteen").order_by("slug").first()
book(Order(room, team, starts_at, 60, of_the_office=True), None)
"""
LAST_DAY = ".strip li:last-child a"


@pytest.fixture
def bare(browser: Browser, site: Site, page: Page) -> Iterator[Page]:
    """A phone whose browser runs no scripts."""
    w, h = SIZES["phone"]
    context = browser.new_context(
        base_url=site.url, viewport={"width": w, "height": h}, locale="zh-CN", java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def right_room(page: Page):
    """The free starts of the room that is for every team."""
    return page.locator(".free__room", has=page.get_by_role("heading", name="右直播间")).locator("button")


def test_three_taps_book_a_room(page: Page, site: Site):
    sign_in(page, site, "leader")
    page.get_by_role("navigation", name="我的页面").get_by_role("link", name="订房间").click()
    page.get_by_role("link", name="1 小时", exact=True).click()
    right_room(page).last.click()
    expect(page.locator("[role=status]")).to_contain_text("约好了")
    assert width(page) <= 390


def test_time_taken_meanwhile_is_told_with_what_is_free_nearby(page: Page, site: Site):
    sign_in(page, site, "leader")
    page.goto("/my/rooms/?minutes=60")
    page.locator(LAST_DAY).click()
    tapped = right_room(page).nth(2)
    site.manage("shell", "-c", TAKE.format(slot=tapped.get_attribute("value")))
    tapped.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("刚被订走")
    page.locator("section[aria-labelledby=near] button").first.click()
    expect(page.locator("[role=status]")).to_contain_text("约好了")


def test_booked_changed_and_cancelled_without_scripts(bare: Page, site: Site):
    sign_in(bare, site, "xiabai")
    bare.goto("/my/rooms/?minutes=60")
    bare.locator(LAST_DAY).click()
    right_room(bare).nth(6).click()
    expect(bare.locator("[role=status]")).to_contain_text("约好了")
    bare.get_by_role("button", name=re.compile("结束")).first.click()
    expect(bare.locator("[role=status]")).to_contain_text("现在到")
    bare.locator("summary", has_text="取消").click()
    bare.get_by_role("button", name="取消预约").click()
    expect(bare.locator("[role=status]")).to_contain_text("已取消")


def test_who_is_in_two_teams_is_asked_which(page: Page, site: Site):
    sign_in(page, site, "member")
    page.goto("/my/rooms/?minutes=60")
    page.locator(LAST_DAY).click()
    right_room(page).nth(0).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("本场代表哪个队？")
    page.get_by_role("button", name="安峪十四小只").click()
    expect(page.locator(".ticket__state")).to_contain_text("安峪十四小只")
