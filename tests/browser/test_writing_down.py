"""记一笔 in a real browser: with a picture, through a dropped network, and without scripts."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Site, sign_in

KEPT = "已存在本机"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A photo much larger than a proof needs to be."""
    path = tmp_path / "张三.jpg"
    Image.effect_noise((3000, 2000), 60).convert("RGB").save(path, "JPEG", quality=95)
    return path


@pytest.fixture
def member(page: Page, site: Site) -> Page:
    sign_in(page, site, "member")
    return page


def fill_in(page: Page, picture: Path, amount: str) -> None:
    page.goto("/my/sales/write-down/")
    page.locator("label", has_text="安峪十四小只").click()
    page.locator("select[name=goods]").select_option(index=1)
    page.fill("input[name=items]", "2")
    page.fill("input[name=amount]", amount)
    page.locator("label", has_text="集市摊位").click()
    page.locator(".pills label", has_text=re.compile("^团队$")).click()
    page.set_input_files("input[name=picture]", picture)


def send(page: Page) -> None:
    page.get_by_role("button", name="提交", exact=True).click()


def test_a_sale_is_written_down_with_its_picture(member, picture):
    fill_in(member, picture, "66.60")
    expect(member.locator("[data-preview]")).to_be_visible()
    send(member)
    member.wait_for_url(re.compile(r"/my/sales/written/\d+/"))
    expect(member.locator("h1")).to_contain_text("66.60")
    answer = member.request.get(member.locator("article img").get_attribute("src") or "")
    assert max(Image.open(BytesIO(answer.body())).size) == 1600


def test_a_dropped_network_loses_nothing_and_the_draft_is_sent_once_it_is_back(member, picture):
    fill_in(member, picture, "77.70")
    expect(member.locator("[data-preview]")).to_be_visible()
    member.context.set_offline(True)
    send(member)
    expect(member.locator("[data-note]")).to_contain_text(KEPT)
    member.context.set_offline(False)
    member.wait_for_url(re.compile(r"/my/sales/written/\d+/"))
    expect(member.locator("h1")).to_contain_text("77.70")


def test_a_draft_outlives_the_page_and_belongs_to_its_writer(member, picture, site):
    fill_in(member, picture, "88.80")
    expect(member.locator("[data-preview]")).to_be_visible()
    member.goto("/my/sales/write-down/")
    expect(member.locator("input[name=amount]")).to_have_value("88.80")
    expect(member.locator("[data-preview]")).to_be_visible()
    member.context.clear_cookies()
    sign_in(member, site, "leader")
    member.goto("/my/sales/write-down/")
    expect(member.locator("input[name=amount]")).to_have_value("")


def test_an_expired_session_leads_to_the_sign_in_and_back_to_the_sale(member, picture, site):
    fill_in(member, picture, "99.90")
    expect(member.locator("[data-preview]")).to_be_visible()
    member.context.clear_cookies()
    send(member)
    member.wait_for_url("**/sign-in/**")
    member.fill("input[name=username]", "member")
    member.fill("input[name=password]", site.passwords["member"])
    member.click("form[action='/sign-in/'] button[type=submit]")
    member.wait_for_url(re.compile(r"/my/sales/written/\d+/"))
    expect(member.locator("h1")).to_contain_text("99.90")


def test_what_the_site_refuses_is_said_at_its_field_and_the_rest_stays(member, tmp_path):
    text = tmp_path / "proof.jpg"
    text.write_text("no picture")
    fill_in(member, text, "55.50")
    send(member)
    expect(member.locator("[data-error=picture]")).to_contain_text("不是能识别的图片")
    expect(member.locator("input[name=amount]")).to_have_value("55.50")


def test_a_sale_waits_on_the_phone_while_the_next_one_is_typed(member, picture):
    fill_in(member, picture, "11.10")
    expect(member.locator("[data-preview]")).to_be_visible()
    member.context.set_offline(True)
    send(member)
    expect(member.locator("[data-note]")).to_contain_text(KEPT)
    member.locator("[data-next]").click()
    member.fill("input[name=amount]", "22.20")
    with member.expect_response(lambda answer: answer.request.method == "POST"):
        member.context.set_offline(False)
    member.goto("/my/sales/write-down/")
    expect(member.locator("input[name=amount]")).to_have_value("22.20")
    member.goto("/my/sales/written/")
    expect(member.locator(".rows")).to_contain_text("11.10")


@pytest.fixture
def plain(browser: Browser, site: Site) -> Iterator[Page]:
    """A phone without scripts."""
    context = browser.new_context(
        base_url=site.url, viewport={"width": 390, "height": 844}, locale="zh-CN", java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def test_it_works_without_scripts(plain, site, picture):
    sign_in(plain, site, "xiabai")
    plain.goto("/my/sales/write-down/")
    plain.locator("select[name=goods]").select_option(index=1)
    plain.fill("input[name=jin]", "5")
    plain.fill("input[name=amount]", "33.30")
    plain.locator("label", has_text="团购").click()
    plain.locator("label", has_text="种植户").click()
    plain.set_input_files("input[name=picture]", picture)
    send(plain)
    plain.wait_for_url(re.compile(r"/my/sales/written/\d+/"))
    expect(plain.locator("h1")).to_contain_text("33.30")


def test_nothing_scrolls_sideways(member):
    for address in ("/my/sales/write-down/", "/my/sales/written/"):
        member.goto(address)
        assert member.evaluate("document.documentElement.scrollWidth <= innerWidth")
