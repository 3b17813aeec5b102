"""A few sold lines of every kind, and the people who look at them."""

from pathlib import Path

import pytest
from django.test import Client

from tests.livestreams.sales.builders import bring_rows, row
from tests.people import another_township, staff_of
from zhunong.access.models import User
from zhunong.places.models import Township


@pytest.fixture
def clerk(world: Path) -> User:
    return staff_of(Township.objects.get(slug="anyu"), "clerk")


@pytest.fixture
def outsider(world: Path) -> User:
    """Staff of another township."""
    return staff_of(another_township(), "outsider")


@pytest.fixture
def desk(client: Client, clerk: User) -> Client:
    """The clerk, signed in."""
    client.force_login(clerk)
    return client


@pytest.fixture
def sold(world: Path) -> None:
    """A shared session, an unmapped listing, a stranger, a provisional, a closed and a never paid line."""
    bring_rows(
        row("douyin", "shared", order="88001", amount="10.01", placed="2026-05-30 21:00:00", mark="直播"),
        row("douyin", "unmapped", order="88001", amount="20.00", code="X", product_id="P9", spec="中", title="剪纸"),
        row("douyin", "stranger", order="88002", amount="5.00", streamer="999"),
        row("douyin", "provisional", order="88003", amount="7.00", mark="数据将于第二天更新"),
        row("douyin", "closed", order="88004", amount="8.00", paid="2026-06-02 09:00:00", status="已关闭"),
        row("douyin", "unpaid", order="88005", amount="9.00", placed="2026-05-30 12:00:00", paid=""),
    )
