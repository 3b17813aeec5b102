"""Posters on a phone: seen, entered for, drawn anew, and the broadcast's own page for whoever gets one."""

import json
from collections.abc import Iterator
from io import BytesIO

import pytest
import segno
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES
from tests.browser.public_pages import faults, syntax_errors
from tests.browser.serving import Site, sign_in, width

pytestmark = pytest.mark.parametrize("page", ["phone"], indirect=True)
OF_THE_LEADER = """
import json
from livestreams.sessions.models import Event
from django.utils import timezone
event = Event.objects.filter(parts__team__slug="fourteen", parts__answer="own", starts_at__gt=timezone.now(),
                             sessions__account__platform="douyin").order_by("-starts_at").first()
event = event or Event.objects.filter(parts__team__slug="fourteen", parts__answer="own").order_by("-starts_at").first()
session = event.sessions.order_by("account__platform", "pk").first()
print(json.dumps([event.pk, session.pk, session.slug, session.account.platform]))
"""
OWN_CODE = "https://example.com/of-this-test"


@pytest.fixture
def planned(site: Site) -> list:
    """Keys of an event of the leader's team and of its first session, with its slug and platform."""
    return json.loads(site.manage("shell", "-v0", "-c", OF_THE_LEADER))


@pytest.fixture
def bare(browser: Browser, site: Site, page: Page) -> Iterator[Page]:
    """A phone whose browser runs no scripts."""
    w, h = SIZES["phone"]
    context = browser.new_context(
        base_url=site.url, viewport={"width": w, "height": h}, locale="zh-CN", java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def codes(page: Page, address: str) -> list[str]:
    picture = Image.open(BytesIO(page.request.get(address).body()))
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def test_posters_fit_the_phone_and_have_no_fault(page: Page, site: Site, planned: list):
    sign_in(page, site, "leader")
    page.goto(f"/my/sessions/{planned[0]}/poster/")
    page.locator(".posters img").first.scroll_into_view_if_needed()
    expect(page.locator(".posters img").first).to_have_js_property("naturalWidth", 1080)
    assert (width(page), faults(page), syntax_errors(page.request.get(page.url).text())) == (390, [], [])


def test_a_link_entered_without_scripts_is_on_the_poster(bare: Page, site: Site, planned: list):
    _event, session, _slug, _platform = planned
    sign_in(bare, site, "leader")
    bare.goto(f"/my/sessions/{planned[0]}/poster/")
    card = bare.locator(f"section[aria-labelledby=on-{session}]")
    if not card.locator("textarea").first.is_visible():
        card.locator("summary").click()
    card.locator(f"[name=s{session}-reservation]").fill(OWN_CODE)
    card.locator("form button").click()
    expect(bare.locator("[role=status]")).to_be_visible()
    assert codes(bare, card.locator("img").first.get_attribute("src") or "") == [OWN_CODE]


def test_a_picture_of_a_code_goes_up_and_a_wrong_file_is_told(page: Page, site: Site, planned: list, tmp_path):
    _event, session, _slug, _platform = planned
    segno.make("the-platforms-own").save(str(tmp_path / "code.png"), scale=8)
    (tmp_path / "wrong.png").write_bytes(b"%PDF-1.7")
    sign_in(page, site, "leader")
    for name in ("wrong.png", "code.png"):
        page.goto(f"/my/sessions/{planned[0]}/poster/")
        card = page.locator(f"section[aria-labelledby=on-{session}]")
        card.locator("details").evaluate("each => each.open = true")
        card.locator(f"[name=s{session}-reservation]").fill("")
        card.locator("input[type=file]").set_input_files(tmp_path / name)
        card.locator("form button").click()
        if name == "wrong.png":
            expect(card.locator(".field__error")).to_be_visible()
    expect(page.locator("[role=status]")).to_be_visible()
    assert codes(page, card.locator("img").first.get_attribute("src") or "") == ["the-platforms-own"]


def test_the_text_for_the_group_is_copied(page: Page, site: Site, planned: list):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sign_in(page, site, "leader")
    page.goto(f"/my/sessions/{planned[0]}/poster/")
    card = page.locator(f"section[aria-labelledby=on-{planned[1]}]")
    card.locator("button[data-copies]").click()
    assert f"/live/{planned[2]}/" in page.evaluate("navigator.clipboard.readText()")


def test_visitors_reach_the_broadcast_from_the_first_page(page: Page, planned: list):
    page.goto("/")
    page.locator("a[href='/live/']").last.click()
    page.locator(f"a[href='/live/{planned[2]}/']").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert width(page) == 390
