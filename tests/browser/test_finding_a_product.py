"""A visitor with a phone: from home to a way to buy, by thumb, by search, by keyboard, and without scripts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES
from tests.browser.serving import Site

pytestmark = pytest.mark.parametrize("page", ["phone"], indirect=True)


@pytest.fixture
def bare(browser: Browser, site: Site, page: Page) -> Iterator[Page]:
    """A phone whose browser runs no scripts."""
    w, h = SIZES["phone"]
    context = browser.new_context(
        base_url=site.url, viewport={"width": w, "height": h}, locale="zh-CN", java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def cards(page: Page):
    return page.locator(".catalogue__cards h3")


def walk_to_a_way_to_buy(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="大樱桃").first.click()
    page.wait_for_url("**/products/cherry/")
    page.locator("a[href='#buy']:visible").first.click()
    expect(page.locator("#buy img, #buy input[readonly], #buy a[href^='tel:']").first).to_be_in_viewport()


def test_from_home_to_a_purchase_code(page: Page):
    walk_to_a_way_to_buy(page)


def test_the_same_without_scripts(bare: Page):
    walk_to_a_way_to_buy(bare)


def test_a_part_of_the_name_finds_it_while_typing(page: Page):
    page.goto("/products/")
    page.get_by_role("searchbox").first.fill("酥梨")
    expect(cards(page)).to_have_text(["红香酥梨"])


@pytest.mark.parametrize("word", ["suli", "hxsl", "hongxiang"])
def test_pinyin_and_first_letters_find_it_without_scripts(bare: Page, word: str):
    bare.goto("/products/")
    bare.locator("#q").fill(word)
    bare.locator("#q").press("Enter")
    expect(cards(bare)).to_have_text(["红香酥梨"])


def test_filters_narrow_and_are_taken_back_without_scripts(bare: Page):
    bare.goto("/products/")
    everything = cards(bare).count()
    bare.locator(".filters").get_by_role("link", name=re.compile("非遗")).click()
    assert 0 < cards(bare).count() < everything
    bare.locator(".chosen a").first.click()
    assert cards(bare).count() == everything


def test_keyboard_alone_reaches_a_product_from_the_search(page: Page):
    page.goto("/products/?q=suli")
    for _step in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.catalogue__cards') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/products/pear/")
    expect(page.get_by_role("heading", level=1)).to_have_text("红香酥梨")
