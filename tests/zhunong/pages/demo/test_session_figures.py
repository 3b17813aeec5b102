"""The demo's figures are such as could be: by lists and typed, some with a picture, some missing, none implausible."""

import datetime

import pytest

from livestreams.sales.tables import load_tables
from livestreams.sessions.models import PlatformFigures, Session
from livestreams.sessions.plausible import refuse_implausible
from zhunong.pages.demo import DemoWorld
from zhunong.pages.demo.session_figures import Sold, log_sessions, told
from zhunong.pages.demo.sign_in import make_users
from zhunong.places.models import Township

TODAY = datetime.date(2026, 11, 23)
pytestmark = pytest.mark.usefixtures("proofs")


@pytest.fixture
def proofs(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    storage = PlatformFigures.picture.field.storage
    for name in ("base_location", "location"):
        monkeypatch.setitem(storage.__dict__, name, str(tmp_path / "proofs"))


@pytest.fixture
def township(db, world: DemoWorld, settings, tmp_path) -> Township:
    settings.VAR_DIR = tmp_path
    load_tables(world.tables)
    township = Township.objects.get()
    make_users(township, TODAY - datetime.timedelta(days=60))
    log_sessions(township, TODAY)
    return township


def test_every_source_is_there_and_some_are_missing(township: Township):
    assert set(PlatformFigures.objects.values_list("source", flat=True)) == {"export", "picture", "typed"}
    begin = datetime.datetime.combine(TODAY - datetime.timedelta(40), datetime.time(), datetime.UTC)
    assert Session.objects.filter(started_at__gte=begin, figures=None).exists()


def test_again_changes_nothing(township: Township):
    before = list(PlatformFigures.objects.order_by("pk").values())
    log_sessions(township, TODAY)
    assert list(PlatformFigures.objects.order_by("pk").values()) == before


def test_lists_bring_the_platforms_own_time(township: Township):
    listed = Session.objects.filter(figures__source="export")
    assert listed and all(each.platform_start == each.started_at for each in listed)


@pytest.mark.parametrize("sold", [Sold(), Sold(1, 1, 3980, 1, 3980), Sold(400, 430, 1_900_000, 21, 90_000)])
def test_figures_fit_what_was_sold(sold: Sold):
    for number in range(50):
        begin = datetime.datetime(2026, 11, 1, 20, tzinfo=datetime.UTC)
        session = Session(slug=f"s{number}", started_at=begin, ended_at=begin + datetime.timedelta(hours=2))
        figures = told(session, sold)
        refuse_implausible(figures, "douyin")
        assert figures["paid_fen"] >= sold.paid_fen and figures["paid_orders"] >= sold.orders
