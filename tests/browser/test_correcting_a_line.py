"""A line corrected by hand on an office screen: shown first, kept with its reason, and undone again."""

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.parametrize("page", ["office"], indirect=True)


def open_form(desk: Page, place: int) -> None:
    """The form to correct one of the latest lines."""
    desk.goto("/admin/sales/lines/")
    desk.locator("table tbody tr").nth(place).locator("a[href*='/sales/lines/']").first.click()
    desk.locator("a[href$='/correct/']").click()


def look(desk: Page) -> None:
    """Ask what would move."""
    desk.get_by_role("button", name="先看会动多少").click()


def correct(desk: Page, place: int, reason: str) -> None:
    """One yuan of a line was refunded."""
    open_form(desk, place)
    desk.fill("input[name=refunded]", "1.00")
    desk.fill("input[name=reason]", reason)
    look(desk)


def say_yes(desk: Page) -> None:
    desk.locator("button[name=expected]").click()
    desk.wait_for_url("**/sales/lines/*/")


def history(desk: Page) -> Locator:
    return desk.locator("section[aria-labelledby=by-hand] li", has=desk.locator("h3"))


def refunded(desk: Page) -> Locator:
    return desk.locator(".sales-money li", has_text="退款金额")


def test_correction_stands_in_the_lines_history_with_its_reason(desk: Page):
    reason = "店家后台查到退了一元"
    correct(desk, 0, reason)
    expect(desk.locator(".sales-effect")).to_contain_text("1.00")
    say_yes(desk)
    expect(history(desk)).to_contain_text(reason)
    expect(refunded(desk)).to_contain_text("1.00")


def test_correction_is_undone_and_stays_in_the_history(desk: Page):
    reason = "电话里说退了一元"
    correct(desk, 1, reason)
    say_yes(desk)
    history(desk).locator("a[href$='/undo/']").click()
    expect(desk.locator(".sales-effect")).to_contain_text("1.00")
    say_yes(desk)
    expect(history(desk)).to_contain_text("已撤销")
    expect(refunded(desk)).to_contain_text("0.00")


def test_correction_is_found_in_the_list_of_all(desk: Page):
    reason = "微信群里确认退了一元"
    correct(desk, 2, reason)
    say_yes(desk)
    desk.goto("/admin/sales/corrections/")
    expect(desk.locator("tr", has_text=reason)).to_contain_text("1.00")


def test_reason_alone_corrects_nothing(desk: Page):
    open_form(desk, 3)
    desk.fill("input[name=reason]", "不知道改什么")
    look(desk)
    expect(desk.locator("main [role=alert]")).to_be_visible()
    expect(desk.locator("button[name=expected]")).to_have_count(0)
