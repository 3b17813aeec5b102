import datetime
import stat
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from livestreams.sales.models import Claim, ManualSale, OrderImport
from livestreams.sessions.claims import findings_of
from livestreams.sessions.models import Event
from livestreams.teams.models import Membership
from media.models import CustomImage
from products.models import Product, ProductPage
from zhunong.access import roles
from zhunong.access.models import User
from zhunong.pages.demo import loading, sign_in
from zhunong.pages.models import HomePage

TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def place(settings, tmp_path):
    settings.VAR_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "uploads"
    return tmp_path


@pytest.fixture
def demo(db, place) -> str:
    """The demo world, loaded by the command. Returns what it said."""
    return run()


def run() -> str:
    out = StringIO()
    call_command("load_demo", if_empty=True, stdout=out)
    return out.getvalue()


def test_demo_world_goes_through_the_real_importer_and_stands(demo, client, place):
    imports = OrderImport.objects.all()
    assert {order_import.state for order_import in imports} == {OrderImport.State.APPLIED}
    assert {order_import.platform for order_import in imports} >= {"douyin", "kuaishou", "offline"}
    call_command("check_totals", stdout=StringIO())

    assert ProductPage.objects.live().count() == Product.objects.count() == 8
    assert HomePage.objects.get().get_site().root_page.specific == HomePage.objects.get()
    assert not CustomImage.objects.filter(is_placeholder=False).exists()
    assert "8000" in client.get("/products/cherry/").text

    assert Claim.objects.get().amount_fen == 500_000_000
    states = sorted(ManualSale.objects.values_list("state", flat=True))
    assert states == ["confirmed"] * 6 + ["returned"] + ["waiting"] * 2
    assert Membership.objects.filter(user__username="member").count() == 2
    check_line_ups()
    check_sign_in(demo, place)
    check_second_run(demo)


def check_line_ups() -> None:
    """Broadcasts to come and past ones have theirs, and nothing in them that may not be said."""
    events = list(Event.objects.filter(items__isnull=False).distinct())
    assert {event.is_over for event in events} == {True, False}
    assert [said for event in events for said in findings_of(event)] == []


def check_sign_in(said: str, place) -> None:
    for name, password in sign_in.read_sign_in().items():
        assert name in said
        assert password in said
        assert Client().post("/sign-in/", {"username": name, "password": password}).status_code == 302
    assert stat.S_IMODE((place / "demo_sign_in").stat().st_mode) == 0o600
    assert User.objects.get(username="staff").has_perm("sales.hand_in")
    assert User.objects.get(username="operator").roles == {roles.OPERATOR}
    county = User.objects.get(username="county")
    assert (county.roles, county.townships_seen().count(), county.townships_worked_with().count()) == (
        {roles.READER}, 1, 0,
    )  # fmt: skip
    assert not User.objects.filter(memberships__isnull=False, townships__isnull=False).exists()
    assert not User.objects.filter(display_name="").exists()


def check_second_run(first: str) -> None:
    before = OrderImport.objects.count()
    again = run()
    assert again.splitlines() == first.splitlines()[-len(again.splitlines()) :]
    assert OrderImport.objects.count() == before


def test_a_real_world_is_left_alone(sample_world, place):
    assert run() == ""
    assert not HomePage.objects.exists()


def test_a_loading_that_broke_off_goes_on_with_its_day(db, place, monkeypatch):
    days = []

    def break_off(today: datetime.date, say: object) -> None:
        days.append(today)
        raise RuntimeError

    monkeypatch.setattr(loading, "load_parts", break_off)
    for today in (TODAY, TODAY + datetime.timedelta(days=1)):
        with pytest.raises(RuntimeError):
            loading.load_demo_world(today, print)
    assert days == [TODAY, TODAY]
