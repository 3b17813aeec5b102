"""认领 on a phone: what has no team and looks like ours is asked for, and waits for the clerk."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Site, sign_in, width

pytestmark = pytest.mark.parametrize("page", ["phone"], indirect=True)


def test_member_claims_what_sold_in_the_teams_shop(page: Page, site: Site):
    sign_in(page, site, "leader")
    page.get_by_role("link", name="笔子订单待认领").click()
    page.get_by_role("link", name="是我们的").first.click()
    page.fill("textarea[name=note]", "当晚是我们队在播")
    page.get_by_role("button", name="提交认领").click()
    expect(page.locator("[role=status]")).to_contain_text("由镇工作人员处理")
    expect(page.locator("section[aria-labelledby=asked]")).to_contain_text("当晚是我们队在播")
    assert width(page) <= 390


def test_what_waits_is_taken_back(page: Page, site: Site):
    sign_in(page, site, "leader")
    page.goto("/my/sales/requests/")
    page.get_by_role("button", name="收回").first.click()
    expect(page.locator("section[aria-labelledby=asked]")).to_contain_text("已撤回")
