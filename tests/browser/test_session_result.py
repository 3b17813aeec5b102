"""The result of a session on a phone: the demo's own, its lines, its history; not wider than 390 px, axe content."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.serving import Site, sign_in

pytestmark = pytest.mark.parametrize("page", ["phone"], indirect=True)
SOLD = """
from livestreams.sales.models import DailyTotal
from livestreams.sessions.models import SessionShare
sold = DailyTotal.objects.exclude(session=None).values("session")
share = SessionShare.objects.filter(team__slug="fourteen", session__in=sold).order_by("-session__started_at").first()
print(share.session_id)
"""


@pytest.fixture
def member(page: Page, site: Site) -> Page:
    sign_in(page, site, "member")
    return page


@pytest.fixture
def result(member: Page, site: Site) -> Page:
    """The newest session of 十四小只 that sold something."""
    member.goto(f"/my/sales/sessions/{site.manage('shell', '-v0', '-c', SOLD).strip()}/")
    return member


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def faults(page: Page) -> list[str]:
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in Axe().run(page).response["violations"]]


def test_history_leads_to_a_result_and_its_lines_sum_to_it(member: Page):
    member.goto("/my/sales/sessions/?team=fourteen")
    member.locator(".rows__whole", has=member.locator(".number strong")).first.click()
    expect(member).to_have_url(re.compile(r"/my/sales/sessions/\d+/$"))
    lead = member.locator(".stat--lead .stat__figure a")
    net = lead.inner_text()
    lead.click()
    expect(member.locator(".stat--lead .stat__figure")).to_contain_text(net)


def test_every_part_of_the_result_is_there(result: Page):
    for part in ("money", "products", "times", "late", "control", "comparison"):
        expect(result.locator(f"#{part}")).to_be_visible()


def test_nothing_is_wider_than_the_phone(result: Page):
    assert fits(result)
    for address in ("/my/sales/sessions/", "/my/sales/sessions/?show=months"):
        result.goto(address)
        assert fits(result)


def test_axe_finds_no_fault(result: Page):
    assert faults(result) == []
    for address in ("/my/sales/sessions/", "/my/sales/sessions/?show=months"):
        result.goto(address)
        assert faults(result) == []


def test_the_result_is_light(result: Page):
    html = len(result.content().encode())
    sheets = result.locator("link[href*='sales/sessions']").first.get_attribute("href") or ""
    assert html + len(result.request.get(sheets).body()) < 40_000
