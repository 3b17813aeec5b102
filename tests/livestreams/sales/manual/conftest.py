"""People who write sales down by hand and who decide on them, on one fixed day."""

import datetime
from pathlib import Path

import pytest
from django.test import Client

from livestreams.sales.models import ManualSale
from livestreams.teams.models import Membership, Team
from tests.livestreams.sales.manual.sales import NOW, make_sale, signed_in
from tests.people import LONG_AGO, another_township, county_reader, member_of, staff_of
from zhunong.access.models import User
from zhunong.places.models import Township


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> datetime.date:
    for module in ("manual_facts", "doublets", "phone.written.forms"):
        monkeypatch.setattr(f"livestreams.sales.{module}.today", lambda: NOW)
    return NOW


@pytest.fixture(autouse=True)
def proofs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the test's proof pictures lie."""
    storage = ManualSale.proof.field.storage
    for name in ("base_location", "location"):
        monkeypatch.setitem(storage.__dict__, name, str(tmp_path / "proofs"))
    return tmp_path / "proofs"


@pytest.fixture
def member(world: Path) -> User:
    return member_of(Team.objects.get(slug="fourteen"), "member")


@pytest.fixture
def of_two(member: User) -> User:
    """The member, in a second team as well."""
    team = Team.objects.get(slug="feng-team")
    Membership.objects.create(team=team, user=member, valid_from=LONG_AGO)
    return member


@pytest.fixture
def stranger(world: Path) -> User:
    """In another team of the township."""
    return member_of(Team.objects.get(slug="changgan-team"), "stranger")


@pytest.fixture
def clerk(world: Path) -> User:
    return staff_of(Township.objects.get(slug="anyu"), "clerk")


@pytest.fixture
def outsider(world: Path) -> User:
    return staff_of(another_township(), "outsider")


@pytest.fixture
def county(world: Path) -> User:
    """Sees the township and changes nothing."""
    return county_reader("绛县", "county")


@pytest.fixture
def sale(member: User) -> ManualSale:
    """One that waits."""
    return make_sale(member)


@pytest.fixture
def phone(member: User) -> Client:
    return signed_in(member)


@pytest.fixture
def desk(clerk: User) -> Client:
    return signed_in(clerk)
