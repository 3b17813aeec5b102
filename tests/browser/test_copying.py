"""“复制到群”: one tap, and what the group is to read lies in the clipboard. Also where a browser has none to give."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES
from tests.browser.serving import Site, sign_in, width

FIND = """
from livestreams.rooms.models import Occupancy
open_ones = Occupancy.objects.live().order_by("-starts_at")
print("booking", open_ones.filter(kind="booking", team__slug="fourteen").first().pk)
print("closure", open_ones.filter(kind="closure").first().pk)
"""
READ = "navigator.clipboard.readText()"
NONE_HERE = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
PLACES = {
    "booking on the phone": ("leader", "phone", "/my/rooms/bookings/{booking}/"),
    "booking in the office": ("staff", "office", "/admin/rooms/bookings/{booking}/"),
    "closure": ("staff", "office", "/admin/rooms/closures/{closure}/"),
}


@pytest.fixture(scope="module")
def rows(site: Site) -> dict[str, str]:
    """Primary keys of a booking and a closure of the demo that stand."""
    lines = site.manage("shell", "-v0", "-c", FIND).splitlines()
    return dict(line.split() for line in lines if line.startswith(("booking", "closure")))


@pytest.fixture(params=PLACES)
def opened(request: pytest.FixtureRequest, browser: Browser, site: Site, rows: dict[str, str]) -> Iterator[Page]:
    """The page of one of the places, as its people see it, in a browser that lets pages use the clipboard."""
    person, size, path = PLACES[request.param]
    w, h = SIZES[size]
    context = browser.new_context(base_url=site.url, viewport={"width": w, "height": h}, locale="zh-CN")
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
    page = context.new_page()
    sign_in(page, site, person)
    page.goto(path.format(**rows))
    yield page
    context.close()


def test_a_tap_copies_what_the_group_reads(opened: Page):
    text = opened.locator("#group-text").input_value()
    button = opened.locator("[data-copies=group-text]")
    expect(button).to_be_visible()
    button.click()
    expect(button).to_have_text(button.get_attribute("data-done") or "")
    assert opened.evaluate(READ) == text != ""


def test_it_tells_when_and_where_with_no_name_of_a_person(opened: Page, site: Site):
    text = opened.locator("#group-text").input_value()
    assert "直播间" in text and ":" in text
    assert "负责人" not in text


def test_the_button_can_be_pressed_again(opened: Page):
    button = opened.locator("[data-copies=group-text]")
    before = button.inner_text()
    button.click()
    expect(button).to_have_text(before)


def test_where_the_browser_has_no_clipboard_the_text_is_copied_all_the_same(opened: Page):
    opened.add_init_script(NONE_HERE)
    opened.reload()
    assert opened.evaluate("navigator.clipboard") is None
    text = opened.locator("#group-text").input_value()
    opened.locator("[data-copies=group-text]").click()
    field = opened.evaluate_handle("document.body.appendChild(document.createElement('textarea'))").as_element()
    assert field
    field.focus()
    opened.keyboard.press("Control+V")
    assert field.input_value() == text


def test_the_head_of_a_leaders_pages_cuts_no_name_short_on_a_phone(browser: Browser, site: Site):
    w, h = SIZES["phone"]
    context = browser.new_context(base_url=site.url, viewport={"width": w, "height": h}, locale="zh-CN")
    page = context.new_page()
    sign_in(page, site, "leader")
    page.goto("/my/")
    name = page.locator(".my-head__who")
    assert name.evaluate("each => each.scrollWidth <= each.clientWidth") and width(page) <= w
    page.locator(".my-foot__out button").click()
    expect(page.get_by_role("banner").get_by_role("link", name="登录")).to_be_visible()
    context.close()
