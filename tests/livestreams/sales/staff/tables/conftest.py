"""A clerk at the tables, with lines sold that a change may move."""

from pathlib import Path

import pytest
from django.test import Client

from tests.livestreams.sales.builders import bring_rows, row
from tests.livestreams.sales.staff.tables.desk import Desk
from tests.people import another_township, reader_of, staff_of
from zhunong.access.models import User
from zhunong.places.models import Township


@pytest.fixture
def clerk(world: Path) -> User:
    return staff_of(Township.objects.get(slug="anyu"), "clerk")


@pytest.fixture
def reader(world: Path) -> User:
    return reader_of(Township.objects.get(slug="anyu"), "reader")


@pytest.fixture
def outsider(world: Path) -> User:
    """Staff of another township."""
    return staff_of(another_township(), "outsider")


@pytest.fixture
def desk(client: Client, clerk: User) -> Desk:
    client.force_login(clerk)
    return Desk(client)


@pytest.fixture
def sold(world: Path) -> None:
    """One line in the shared session, one of the streamer's own shop hours, one of nobody's shop."""
    bring_rows(
        row("douyin", "in-session", amount="10.00", mark="直播", paid="2026-05-30 20:30:00"),
        row("douyin", "outside", amount="7.00", paid="2026-05-30 12:00:00"),
        row("douyin", "pear", amount="5.00", code="B", paid="2026-06-02 12:00:00"),
    )
    bring_rows(row("douyin", "nobody", amount="9.00"), account="1002")
