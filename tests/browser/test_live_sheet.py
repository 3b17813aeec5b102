"""The live sheet of three products: tapped through, without scripts, and through a gap in the network."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import SIZES
from tests.browser.public_pages import faults, syntax_errors
from tests.browser.serving import Site, sign_in, width

ON_AIR = """
import datetime, json, uuid
from django.utils import timezone
from livestreams.rooms.changing import Hand
from livestreams.sessions.entries import Entry
from livestreams.sessions.lineups import add
from livestreams.sessions.models import Event, EventTeam
from livestreams.teams.models import Team
from products.models import Sku
from zhunong.access.models import User
team = Team.objects.select_related("township").get(slug="fourteen")
hand = Hand(User.objects.get(username="leader"))
begin = timezone.now().replace(second=0, microsecond=0) - datetime.timedelta(minutes=5)
event = Event.objects.create(township=team.township, title="果园走播", place="果园", starts_at=begin, key=uuid.uuid4(),
                             ends_at=begin + datetime.timedelta(hours=1), is_announced=False)
EventTeam.objects.create(event=event, team=team, percent=100)
for code, points in (("HW-5J", "早上摘的\\n酸甜"), ("PR-5J", "脆、多汁"), ("ST-3J", "香味浓")):
    sku = Sku.objects.select_related("product__township").get(code=code)
    add(event, Entry(sku.product, sku, 2980, 80, 20, points), hand)
print(json.dumps(event.pk))
"""
SEGMENTS = """
import json
from livestreams.sessions.models import Segment
rows = Segment.objects.filter(event={event}).select_related("item__sku__product").order_by("started_at", "pk")
print(json.dumps([[row.item.name, row.ended_at is None] for row in rows]))
"""
NAMES = ["郇山山楂5斤装", "红香酥梨5斤装", "大棚草莓3斤装"]


@dataclass
class OnAir:
    """An event of this test's own, with three products of twenty minutes, that began five minutes ago."""

    site: Site
    event: int

    def at(self, page: str) -> str:
        return f"/my/sessions/{self.event}/{page}/"

    def segments(self) -> list[list]:
        """Of each: the product, and whether it is still on."""
        return json.loads(self.site.manage("shell", "-v0", "-c", SEGMENTS.format(event=self.event)))


@pytest.fixture
def on_air(site: Site) -> OnAir:
    return OnAir(site, json.loads(site.manage("shell", "-v0", "-c", ON_AIR)))


@pytest.fixture
def bare(browser: Browser, site: Site, page: Page) -> Iterator[Page]:
    """A phone whose browser runs no scripts."""
    w, h = SIZES["phone"]
    context = browser.new_context(
        base_url=site.url, viewport={"width": w, "height": h}, locale="zh-CN", java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def name_on(page: Page) -> Locator:
    return page.locator(".live-item:visible h2")


def tap_next(page: Page) -> None:
    page.locator(".live-next:visible").click()


on_the_phone = pytest.mark.parametrize("page", ["phone"], indirect=True)


@on_the_phone
def test_three_products_tapped_through_are_three_segments(page: Page, site: Site, on_air: OnAir):
    sign_in(page, site, "leader")
    page.goto(on_air.at("live"))
    expect(name_on(page)).to_have_text(NAMES[0])
    for name in NAMES[1:]:
        page.wait_for_timeout(700)
        with page.expect_response(lambda answer: answer.request.method == "POST"):
            tap_next(page)
        expect(name_on(page)).to_have_text(name)
    page.wait_for_timeout(700)
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        tap_next(page)
    expect(page.locator(".live-wait")).to_be_visible()
    assert on_air.segments() == [[NAMES[1], False], [NAMES[2], False]]


@on_the_phone
def test_two_quick_taps_are_one(page: Page, site: Site, on_air: OnAir):
    sign_in(page, site, "leader")
    page.goto(on_air.at("live"))
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.locator(".live-next:visible").dblclick()
    expect(name_on(page)).to_have_text(NAMES[1])
    assert on_air.segments() == [[NAMES[1], True]]


@on_the_phone
def test_taps_without_a_network_are_shown_at_once_and_recorded_later(page: Page, site: Site, on_air: OnAir):
    sign_in(page, site, "leader")
    page.goto(on_air.at("live"))
    page.context.set_offline(True)
    for name in NAMES[1:]:
        page.wait_for_timeout(700)
        tap_next(page)
        expect(name_on(page)).to_have_text(name)
    assert on_air.segments() == []
    page.context.set_offline(False)
    expect(page.locator("#live-net")).to_have_text("", timeout=20_000)
    assert on_air.segments() == [[NAMES[1], False], [NAMES[2], True]]


@on_the_phone
def test_without_scripts_it_follows_the_plan_and_takes_taps(bare: Page, site: Site, on_air: OnAir):
    sign_in(bare, site, "leader")
    bare.goto(on_air.at("live"))
    expect(name_on(bare)).to_have_text(NAMES[0])
    tap_next(bare)
    expect(name_on(bare)).to_have_text(NAMES[1])
    bare.locator(".live-back:visible").click()
    expect(name_on(bare)).to_have_text(NAMES[0])
    assert on_air.segments() == [[NAMES[1], False], [NAMES[0], True]]


@on_the_phone
def test_any_product_can_be_jumped_to(page: Page, site: Site, on_air: OnAir):
    sign_in(page, site, "leader")
    page.goto(on_air.at("live"))
    page.locator(".live-all summary").click()
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.locator(".live-all li button").nth(2).click()
    expect(name_on(page)).to_have_text(NAMES[2])


@on_the_phone
def test_line_up_is_put_in_order_by_a_thumb_and_by_scripts_alike(page: Page, bare: Page, site: Site, on_air: OnAir):
    for phone, order in ((page, [1, 0, 2]), (bare, [0, 1, 2])):
        sign_in(phone, site, "leader")
        phone.goto(on_air.at("line-up"))
        phone.locator(".lu__row").nth(0).get_by_role("button").nth(1).click()
        expect(phone.locator(".lu__name")).to_have_text([NAMES[number] for number in order])


def test_pages_have_no_fault_for_axe_and_are_never_too_wide(page: Page, site: Site, on_air: OnAir):
    sign_in(page, site, "leader")
    found = {}
    for name in ("line-up", "live", "sheet", "line-up/?add"):
        address = on_air.at("line-up") + "?add" if "?" in name else on_air.at(name)
        page.goto(address)
        found[name] = faults(page) + (["too wide"] if width(page) > page.viewport_size["width"] else [])
    page.goto(on_air.at("line-up"))
    page.locator(".lu__name").first.click()
    found["form"] = faults(page)
    assert {name: lines for name, lines in found.items() if lines} == {}


@on_the_phone
def test_pages_are_valid_html(page: Page, site: Site, on_air: OnAir):
    sign_in(page, site, "leader")
    found = {name: syntax_errors(page.request.get(on_air.at(name)).text()) for name in ("line-up", "live", "sheet")}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("page", ["office"], indirect=True)
def test_figures_are_read_from_two_metres(page: Page, site: Site, on_air: OnAir):
    """Letters of 2 m × 3.5 ‰ are 7 mm, about 26 px of a 24-inch screen."""
    sign_in(page, site, "leader")
    page.goto(on_air.at("live"))
    sizes = [
        float(page.locator(f"{what}:visible").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)"))
        for what in (".live-price", ".live-item h2", ".live-points", ".live-left b")
    ]
    assert min(sizes) >= 34 and max(sizes) >= 90
