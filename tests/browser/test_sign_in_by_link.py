"""A new team member in a browser: the leader makes a link, the member's phone opens it."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Site, sign_in

WORD = "山里的樱桃熟了88"


@pytest.fixture
def leader(page: Page, site: Site) -> Page:
    """The page of a team's leader."""
    sign_in(page, site, "leader")
    return page


def enter(leader: Page) -> str:
    """Somebody new in the leader's team. Returns the address on the link's page."""
    leader.goto("/people/")
    leader.click("a[href$='/add/']")
    leader.fill("input[name=name]", f"新成员{leader.viewport_size['width']}")
    leader.click("main form button[type=submit]")
    expect(leader.locator(".link__code svg")).to_be_visible()
    return leader.locator("#address").input_value()


def test_new_member_signs_in_by_link(leader: Page, browser: Browser, site: Site):
    address = enter(leader)
    context = browser.new_context(base_url=site.url, java_script_enabled=False, viewport={"width": 390, "height": 844})
    phone = context.new_page()
    for _look in range(2):
        phone.goto(address)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    for field in ("new_password1", "new_password2"):
        phone.fill(f"input[name={field}]", WORD)
    phone.check("input[name=own_phone]")
    phone.click(".door button[type=submit]")
    phone.wait_for_url("**/my/")
    assert phone.goto(address).status == 410
    expect(phone.locator("h1")).to_have_text("链接已失效")
    context.close()


def test_copying_says_that_it_is_done(leader: Page):
    enter_again = leader.viewport_size["width"]
    leader.goto("/people/")
    leader.locator("a.person", has_text=f"新成员{enter_again}").click()
    leader.click("form[action$='/link/'] button")
    button = leader.locator("[data-copies=text]")
    button.click()
    expect(button).to_have_text("已复制")


@pytest.mark.parametrize("path", ["/sign-in/", "/people/", "/people/teams/fourteen/add/", "/my/account/"])
def test_nothing_scrolls_sideways(leader: Page, path: str):
    leader.goto(path)
    assert leader.evaluate("document.documentElement.scrollWidth") <= leader.viewport_size["width"]
