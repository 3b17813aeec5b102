"""From any page to a village by its pinyin: by the box in the head, on a phone by the magnifier; no script needed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES
from tests.browser.serving import Site, width


@pytest.fixture(params=SIZES)
def bare(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Page]:
    """A browser without scripts, on a page that is not the catalogue."""
    w, h = SIZES[request.param]
    context = browser.new_context(
        base_url=site.url, viewport={"width": w, "height": h}, locale="zh-CN", java_script_enabled=False
    )
    page = context.new_page()
    page.goto("/about/")
    yield page
    context.close()


def search(page: Page, words: str) -> None:
    """As people do on either screen."""
    box = page.locator("#site-q")
    if not box.is_visible():
        page.locator(".site-search-link").click()
        box = page.locator("#q")
    box.fill(words)
    box.press("Enter")


def test_a_village_is_found_by_its_pinyin(bare: Page):
    search(bare, "xiabai")
    bare.locator(".others").get_by_role("link", name="下柏村", exact=True).click()
    expect(bare.get_by_role("heading", level=1)).to_have_text("下柏村")


def test_products_stand_above_other_pages(bare: Page):
    search(bare, "下柏")
    cards, others = bare.locator(".catalogue__cards").bounding_box(), bare.locator(".others").bounding_box()
    assert cards and others and cards["y"] + cards["height"] <= others["y"]


def test_nothing_is_pushed_out_of_sight(bare: Page):
    wide = bare.viewport_size
    assert wide and width(bare) <= wide["width"]
    search(bare, "下柏")
    assert width(bare) <= wide["width"]
