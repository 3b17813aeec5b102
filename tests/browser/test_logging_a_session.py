"""A session logged with a thumb: numbers as the end screen shows them, a picture cropped here, a network that drops."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SIZES
from tests.browser.serving import Site, sign_in, width

pytestmark = pytest.mark.parametrize("page", ["phone"], indirect=True)
NEW = """
import datetime, uuid
from django.utils import timezone
from livestreams.sessions.models import Session
from livestreams.teams.models import Account, Team
team = Team.objects.get(slug="fourteen")
account = Account.objects.get(platform="{platform}", kind="streamer", ownerships__team=team)
start = timezone.now().replace(microsecond=0) - datetime.timedelta(days={days}, hours=3)
row = Session.objects.create(
    slug=f"log-{{uuid.uuid4().hex[:8]}}", title="山楂专场", township=team.township, account=account, started_at=start,
    ended_at=start + datetime.timedelta(hours=1),
)
row.set_shares({{team: 100}})
print("ROW", row.pk)
"""
KEPT = """
from livestreams.sessions.models import PlatformFigures
from PIL import Image
row = PlatformFigures.objects.filter(session={pk}).first()
print("KEPT", row and (row.views, row.paid_fen, row.source, Image.open(row.picture).size if row.picture else None))
"""


def told(site: Site, mark: str, code: str) -> str:
    output = site.manage("shell", "-c", code)
    found = re.search(rf"{mark} (.*)", output)
    assert found, output
    return found[1]


def new_session(site: Site, days: int, platform: str = "douyin") -> str:
    return told(site, "ROW", NEW.format(days=days, platform=platform))


def kept(site: Site, pk: str) -> str:
    return told(site, "KEPT", KEPT.format(pk=pk))


def screenshot() -> dict[str, object]:
    target = BytesIO()
    Image.new("RGB", (600, 1000), (40, 36, 46)).save(target, "PNG")
    return {"name": "截图.png", "mimeType": "image/png", "buffer": target.getvalue()}


@pytest.fixture
def bare(browser: Browser, site: Site, page: Page) -> Iterator[Page]:
    """A phone whose browser runs no scripts."""
    w, h = SIZES["phone"]
    context = browser.new_context(
        base_url=site.url, viewport={"width": w, "height": h}, locale="zh-CN", java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def test_numbers_and_a_picture_that_is_cropped_here(page: Page, site: Site):
    pk = new_session(site, 70)
    sign_in(page, site, "leader")
    page.goto(f"/my/sessions/on/{pk}/log/")
    page.get_by_label("直播间观看次数").fill("1.2万")
    page.get_by_label("直播间成交金额").fill("1,280.50")
    page.locator("input[type=file]").set_input_files(screenshot())
    page.locator("[data-edge=top]").fill("50")
    page.locator("[data-edge=top]").dispatch_event("change")
    assert width(page) <= 390
    page.locator(".log-form button[type=submit]").click()
    expect(page.locator(".log-known")).to_contain_text("12,000")
    assert kept(site, pk) == "(12000, 128050, 'picture', (600, 500))"


def test_without_scripts_the_whole_picture_goes(bare: Page, site: Site):
    pk = new_session(site, 71, "wechat")
    sign_in(bare, site, "leader")
    bare.goto(f"/my/sessions/on/{pk}/log/")
    bare.get_by_label("观看次数").fill("1,234")
    bare.locator("input[type=file]").set_input_files(screenshot())
    bare.locator(".log-form button[type=submit]").click()
    expect(bare.locator(".log-known")).to_contain_text("1,234")
    assert kept(site, pk) == "(1234, None, 'picture', (600, 1000))"


def test_a_draft_survives_a_lost_network(page: Page, site: Site):
    pk = new_session(site, 72)
    sign_in(page, site, "leader")
    page.goto(f"/my/sessions/on/{pk}/log/")
    page.context.set_offline(True)
    page.get_by_label("直播间观看次数").fill("77")
    page.locator(".log-form button[type=submit]").click()
    expect(page.locator("[data-note]")).to_be_visible()
    assert kept(site, pk) == "None"
    page.context.set_offline(False)
    expect(page.locator(".log-known")).to_contain_text("77", timeout=20_000)
    assert kept(site, pk) == "(77, None, 'typed', None)"


def test_a_draft_is_there_again_after_the_page_was_closed(page: Page, site: Site):
    pk = new_session(site, 74)
    sign_in(page, site, "leader")
    page.goto(f"/my/sessions/on/{pk}/log/")
    page.get_by_label("直播间观看次数").fill("78")
    page.goto("/my/")
    page.goto(f"/my/sessions/on/{pk}/log/")
    expect(page.get_by_label("直播间观看次数")).to_have_value("78")
    expect(page.locator("[data-note]")).to_be_visible()


def test_what_cannot_be_is_marked_where_it_was_typed(page: Page, site: Site):
    pk = new_session(site, 73)
    sign_in(page, site, "leader")
    page.goto(f"/my/sessions/on/{pk}/log/")
    page.get_by_label("直播间观看次数").fill("viel")
    page.locator(".log-form button[type=submit]").click()
    expect(page.locator("[data-error=views]")).not_to_be_empty()
    expect(page.get_by_label("直播间观看次数")).to_have_value("viel")
    assert kept(site, pk) == "None"
