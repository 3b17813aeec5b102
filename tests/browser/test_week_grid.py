"""The week of all rooms on an office screen: a booking is dragged elsewhere, and stays where it cannot go."""

import datetime
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serving import Site

HOUR = 48
"""How high it is drawn, in pixels."""
WEEKS = 3
"""Ahead, within what can be booked; what the demo has there is cleared."""
BOOK = """
import datetime
from livestreams.rooms.booking import Order, book
from livestreams.rooms.hours import moment
from livestreams.rooms.models import Occupancy, Room
room = Room.objects.get(name="右直播间")
team = room.township.teams.order_by("slug").first()
day = datetime.date.fromisoformat("{day}")
week = moment(day - datetime.timedelta(day.weekday()))
Occupancy.objects.filter(starts_at__gte=week, starts_at__lt=week + datetime.timedelta(7)).delete()
for hour in (9, 14):
    row = book(Order(room, team, moment(day, datetime.time(hour)), 60, of_the_office=True), None)
"""
NOW = """
from django.utils import timezone
from livestreams.rooms.models import Occupancy
rows = Occupancy.objects.filter(starts_at__date="{day}", ended="").order_by("starts_at")
print("at", *[f"{{timezone.localtime(row.starts_at):%H:%M}}" for row in rows])
"""
pytestmark = pytest.mark.parametrize("page", ["office"], indirect=True)


@pytest.fixture
def day() -> datetime.date:
    """A Wednesday."""
    today = datetime.date.today()
    return today + datetime.timedelta(7 * WEEKS + 2 - today.weekday())


@pytest.fixture
def week(desk: Page, site: Site, day: datetime.date) -> Page:
    """With a booking at nine and one at two."""
    site.manage("shell", "-c", BOOK.format(day=day))
    desk.goto(f"/admin/rooms/week/?week={day}")
    expect(event(desk, "09:00")).to_be_visible()
    return desk


def event(week: Page, time: str) -> Locator:
    return week.locator(f".ec-event[aria-label*='{time}–']")


def starts(site: Site, day: datetime.date) -> str:
    return re.findall(r"^at (.*)$", site.manage("shell", "-c", NOW.format(day=day)), re.MULTILINE)[0]


def drag(week: Page, time: str, hours: int) -> None:
    """So many hours down."""
    booking = event(week, time)
    booking.scroll_into_view_if_needed()
    box = booking.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + HOUR / 2
    week.mouse.move(x, y)
    week.mouse.down()
    for step in range(1, hours + 1):
        week.mouse.move(x, y + step * HOUR, steps=4)
    week.mouse.up()
    expect(week.locator("#week-dialog")).to_be_visible()


def test_dragged_booking_asks_why_and_moves(week: Page, site: Site, day: datetime.date):
    drag(week, "09:00", 2)
    week.fill("#week-dialog [name=reason]", "设备检修")
    week.click("[data-week=yes]")
    expect(week.locator("#week-told")).to_contain_text("11:00")
    expect(event(week, "11:00")).to_be_visible()
    assert starts(site, day) == "11:00 14:00"


def test_drag_onto_a_taken_time_is_put_back_and_told(week: Page, site: Site, day: datetime.date):
    drag(week, "09:00", 5)
    week.fill("#week-dialog [name=reason]", "换一换")
    week.click("[data-week=yes]")
    expect(week.locator("[data-week=problem]")).to_be_visible()
    expect(week.locator("#week-dialog .bk-place").first).to_be_visible()
    week.click("[data-week=no]")
    expect(event(week, "09:00")).to_be_visible()
    assert starts(site, day) == "09:00 14:00"


def test_free_place_named_by_the_refusal_is_one_click(week: Page, site: Site, day: datetime.date):
    drag(week, "09:00", 5)
    week.fill("#week-dialog [name=reason]", "换一换")
    week.click("[data-week=yes]")
    week.locator("#week-dialog .bk-place").first.click()
    expect(week.locator("#week-told")).to_be_visible()
    assert starts(site, day) != "09:00 14:00"


def test_drag_that_is_thought_better_of_changes_nothing(week: Page, site: Site, day: datetime.date):
    drag(week, "09:00", 2)
    week.keyboard.press("Escape")
    expect(event(week, "09:00")).to_be_visible()
    assert starts(site, day) == "09:00 14:00"


def test_click_opens_the_booking(week: Page):
    event(week, "14:00").click()
    expect(week).to_have_url(re.compile(r"/rooms/bookings/\d+/"))
