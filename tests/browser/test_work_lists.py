"""The clerk's work lists on an office screen: what waits is looked at, decided, and gone from the list and the menu."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serving import Site

LISTINGS, STRANGERS = "/admin/sales/work/listings/", "/admin/sales/work/strangers/"
UNCLAIMED, REQUESTS = "/admin/sales/work/unclaimed/", "/admin/sales/requests/"
TEAM = "安峪十四小只"
ASK = """
from livestreams.sales.requests import ask_for_line, lines_without_team
from livestreams.teams.models import Team
from zhunong.access.models import User
team = Team.objects.get(slug="fourteen")
line = lines_without_team([team]).latest("pk")
ask_for_line(team, line, "{note}", User.objects.get(username="leader"))
"""
pytestmark = pytest.mark.parametrize("page", ["office"], indirect=True)


def waiting(desk: Page, address: str) -> int:
    """How much waits on a list, as the menu says."""
    return int(desk.locator(f".sidebar a[href='{address}']").first.get_attribute("data-count") or 0)


def look(place: Page | Locator) -> None:
    """Ask what would move."""
    place.get_by_role("button", name="先看会动多少").click()


def say_yes(desk: Page, back_to: str) -> None:
    desk.locator("button[name=expected]").click()
    desk.wait_for_url(f"**{back_to}")


def choose_sku(desk: Page) -> Locator:
    """The dearest listing that has a code to know it by, with a SKU chosen for it."""
    desk.goto(LISTINGS)
    listing = desk.locator(".sales-listings li", has=desk.locator("select")).first
    listing.locator("select").select_option(index=1)
    return listing


def test_listing_is_mapped_once_its_effect_was_seen(desk: Page):
    listing = choose_sku(desk)
    before, form = waiting(desk, LISTINGS), listing.locator("form").get_attribute("action")
    net = listing.locator("strong").inner_text()
    look(listing)
    expect(desk.locator(".sales-effect")).to_contain_text(net)
    say_yes(desk, LISTINGS)
    expect(desk.locator(f"form[action='{form}']")).to_have_count(0)
    assert waiting(desk, LISTINGS) == before - 1


def test_looking_at_an_effect_maps_nothing(desk: Page):
    listing = choose_sku(desk)
    before, form = waiting(desk, LISTINGS), listing.locator("form").get_attribute("action")
    look(listing)
    desk.get_by_role("link", name="换一个规格").click()
    expect(desk.locator(f"form[action='{form}']")).to_have_count(1)
    assert waiting(desk, LISTINGS) == before


@pytest.mark.parametrize("address", [STRANGERS, UNCLAIMED])
def test_what_nobody_has_is_given_to_a_team(desk: Page, address: str):
    desk.goto(address)
    before, row = waiting(desk, address), desk.locator(".work-rows li").first
    name = row.locator(".work-rows__what strong").inner_text()
    row.get_by_role("link", name="指定所属团队").click()
    desk.select_option("select[name=team]", label=TEAM)
    look(desk)
    expect(desk.locator(".sales-effect")).to_contain_text(TEAM)
    say_yes(desk, address)
    expect(desk.locator(".work-rows__what", has_text=name)).to_have_count(0)
    assert waiting(desk, address) == before - 1


def open_request(desk: Page, site: Site, note: str) -> None:
    """A team asks for a line with a note; the clerk opens what it asks."""
    site.manage("shell", "-v0", "-c", ASK.format(note=note))
    desk.goto(REQUESTS)
    desk.locator("tr", has_text=note).get_by_role("link").first.click()


def test_line_that_a_team_asks_for_becomes_the_teams(desk: Page, site: Site):
    note = "我们队帮忙卖的"
    open_request(desk, site, note)
    line = desk.locator(".sales-facts a[href*='/sales/lines/']").get_attribute("href")
    expect(desk.locator(".sales-effect")).to_contain_text(TEAM)
    say_yes(desk, REQUESTS)
    desk.goto(line)
    expect(desk.locator("section[aria-labelledby=by-hand]")).to_contain_text(note)


def test_request_is_refused_with_a_reason(desk: Page, site: Site):
    note, reason = "好像是我们卖的", "那天你们没有开播"
    open_request(desk, site, note)
    desk.fill("input[name=reason]", reason)
    desk.locator("form:has(input[name=answer][value=no]) button").click()
    desk.wait_for_url(f"**{REQUESTS}")
    desk.goto(f"{REQUESTS}?state=refused")
    expect(desk.locator("tr", has_text=note)).to_contain_text(reason)
